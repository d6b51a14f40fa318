import type { Language } from '@riverside/kit'
import { type Stop, shownMetres } from '@riverside/voyage'
import { useEffect, useMemo, useRef } from 'react'
import { chartShape } from './chart-shape.ts'
import type { Sailing } from './sailing.ts'
import { grouped, say } from './words.ts'

const buoy = 'M-9.4 1-7-4.6 6.8-5 9.6.6ZM-5.8-7-3.2-18.6 3-19 5.6-7.4ZM-2.8-21-2.2-27.6 0-29.6 2.4-27.4 2.8-21.2Z'
const ship = 'M-27 0 27-1 20 12-19 12.6ZM-13-3-12-13 11-13.4 13-3ZM-6-15-5.4-24 4-24.4 5-15.4Z'
const bridge = 'M-2.6-22 2.4-22.6 1.8 30-2 30.4ZM-8-20 8-21 7-17-7-16ZM-8 24 8 23 7 27-7 28Z'

/** The river as an engraved strip: one target that is dragged, and the ship makes for the nearest stop. */
export function Chart({
  sailing,
  language,
  width,
  height,
}: {
  readonly sailing: Sailing
  readonly language: Language
  readonly width: number
  readonly height: number
}) {
  const { quay, stops } = sailing
  const shape = useMemo(() => chartShape(quay.from, quay.to, width, height), [quay, width, height])
  const boat = useRef<SVGGElement>(null)
  const strip = useRef<HTMLDivElement>(null)
  const buoys = useRef(new Map<string, SVGPathElement>())
  const last = stops.at(-1)

  useEffect(
    () =>
      sailing.onFrame(() => {
        const { chainage, standing } = sailing
        boat.current?.setAttribute('transform', `translate(${shape.x(chainage)} ${shape.middle(chainage) + 7})`)
        strip.current?.setAttribute('aria-valuenow', String(shownMetres(chainage)))
        for (const [id, element] of buoys.current) element.toggleAttribute('data-abeam', id === standing.abeam?.id)
      }),
    [sailing, shape],
  )

  const steerTo = (event: React.PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const chainage = shape.chainage(((event.clientX - box.left) / box.width) * width)
    const stop = nearestStop(stops, chainage)
    if (stop) sailing.makeFor(stop.chainage)
  }

  return (
    <div
      ref={strip}
      className="voyage-chart"
      role="slider"
      tabIndex={0}
      aria-label={say[language].chart}
      aria-valuemin={quay.from}
      aria-valuemax={quay.to}
      aria-valuenow={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        steerTo(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && steerTo(event)}
      onKeyDown={(event) => {
        const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
        if (way === undefined) return
        event.preventDefault()
        const next = nextStop(stops, sailing.chainage, way)
        if (next) sailing.makeFor(next.chainage)
      }}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className="voyage-chart-water" d={shape.water.join('')} />
        <path className="voyage-chart-land" d={shape.land.join('')} />
        <path d={shape.banks.join('')} />
        {shape.ticks.map(({ x, long }) => (
          <path key={x} d={`M${x - 0.9} ${height - 27}l1.8 0 -.4 ${long ? 16 : 8} -1 0Z`} />
        ))}
        <path
          className="voyage-chart-bridge"
          d={bridge}
          transform={`translate(${shape.x(2800)} ${shape.middle(2800)}) scale(1 ${(shape.middle(0) - shape.bank(0)) / 17})`}
        />
        {stops.map((stop) => (
          <path
            key={stop.id}
            ref={(element) => {
              if (element) buoys.current.set(stop.id, element)
              else buoys.current.delete(stop.id)
            }}
            className="voyage-chart-buoy"
            d={buoy}
            style={{ translate: `${shape.x(stop.chainage)}px ${shape.bank(stop.chainage)}px` }}
          />
        ))}
        <g ref={boat} className="voyage-chart-ship">
          <path d={ship} />
        </g>
      </svg>
      <span
        className="voyage-chart-end"
        style={{ '--at': `${((shape.x(0) / width) * 100).toFixed(2)}%` } as React.CSSProperties}
      >
        {say[language].wharf} <b>0</b>
      </span>
      {last && (
        <span className="voyage-chart-end" data-far>
          <b>{grouped(2800, language)}</b> {say[language].metres} {say[language].bridge}
        </span>
      )}
    </div>
  )
}

function nearestStop(stops: readonly Stop[], chainage: number): Stop | undefined {
  return stops.reduce<Stop | undefined>(
    (best, stop) => (best && Math.abs(best.chainage - chainage) <= Math.abs(stop.chainage - chainage) ? best : stop),
    undefined,
  )
}

/** The next stop in a direction, a few metres away at least. */
function nextStop(stops: readonly Stop[], chainage: number, way: number): Stop | undefined {
  const beyond = stops.filter((stop) => (stop.chainage - chainage) * way > 5)
  return way > 0 ? beyond[0] : beyond.at(-1)
}
