import { inks } from '@riverside/ui'
import { type Node, type Outline, type StopId, shortest } from '@riverside/voyage'
import { useEffect, useRef } from 'react'
import { type Age, type Place, placesOf } from './eye.ts'
import type { Sailing } from './sailing.ts'

/** Degrees of one cut along an outline, and of the gap before the next. */
const cutLength = 5
const gapLength = 0.25

/** Degrees between two points at which a cut is followed. */
const pace = 0.6

/** Thickness of the brass cut in design pixels, and how much of ink is left on either side of it. */
const thickness = { brass: 6.5, ink: 11 } as const

/** Seconds in which the line breathes in. */
const breath = 0.7

type Corner = Outline[number]

/** The outline of one building, cut into brass over the moving picture; it breathes in once and then rests with the river. */
export function FacadeLine({
  sailing,
  node,
  stop,
  isStill,
}: {
  readonly sailing: Sailing
  readonly node: Node
  readonly stop: StopId | undefined
  /** Whoever wants less motion sees the line whole at once. */
  readonly isStill: boolean
}) {
  const sheet = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = sheet.current
    const press = canvas?.getContext('2d')
    if (!canvas || !press) return
    const cuts = { now: cutsOf(node, 'now', stop), then: cutsOf(node, 'then', stop) }
    const begun = performance.now()
    let breathing = 0
    const paint = () => {
      const [width, height] = [innerWidth, innerHeight]
      if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
      else press.clearRect(0, 0, width, height)
      const unit = Math.min(width, height) / 1080
      const part = isStill ? 1 : Math.min(1, (performance.now() - begun) / 1000 / breath)
      const border = sailing.standing.isPastDrawn ? (sailing.past.current ?? 0) * width : 0
      within(press, border, 0, width - border, height, () =>
        draw(press, seen(sailing, node, cuts.now, width, height), unit * swell(part)),
      )
      if (border > 0)
        within(press, 0, 0, border, height, () =>
          draw(press, seen(sailing, node, cuts.then, width, height), unit * swell(part)),
        )
      return part < 1
    }
    const breathe = () => {
      breathing = paint() ? requestAnimationFrame(breathe) : 0
    }
    breathe()
    const stopPainting = sailing.onFrame(() => breathing === 0 && paint())
    addEventListener('resize', paint)
    return () => {
      stopPainting()
      cancelAnimationFrame(breathing)
      removeEventListener('resize', paint)
    }
  }, [sailing, node, stop, isStill])
  return (
    <div className="voyage-facade" aria-hidden="true">
      <canvas ref={sheet} />
    </div>
  )
}

/** The line grows past its measure and settles, as paper does that is pressed and let go. */
const swell = (part: number): number => part * (1 + 0.5 * Math.sin(Math.PI * part))

/** The cuts along an outline, each a few directions one after the other: fixed to the building, so that they never wobble. */
function cutsOf(node: Node, age: Age, stop: StopId | undefined): ReadonlyArray<readonly Corner[]> {
  const sphere = (age === 'then' && node.then) || node.now
  const outline = sphere.buildings.find((building) => building.stop === stop)?.outline
  if (!outline) return []
  const cuts: Corner[][] = [[]]
  let way = 0
  for (const [index, from] of outline.entries()) {
    const to = outline[(index + 1) % outline.length] ?? from
    const aside = shortest(from[0], to[0])
    const length = Math.hypot(aside * Math.cos((from[1] * Math.PI) / 180), to[1] - from[1])
    const steps = Math.max(1, Math.ceil(length / pace))
    for (let step = 0; step < steps; step += 1) {
      const part = step / steps
      const corner: Corner = [from[0] + aside * part, from[1] + (to[1] - from[1]) * part]
      way += length / steps
      if (way <= cutLength) cuts.at(-1)?.push(corner)
      else if (way > cutLength + gapLength) {
        cuts.push([corner])
        way = 0
      }
    }
  }
  return cuts.filter((cut) => cut.length > 1)
}

function seen(
  sailing: Sailing,
  node: Node,
  cuts: ReadonlyArray<readonly Corner[]>,
  width: number,
  height: number,
): ReadonlyArray<readonly Place[]> {
  return cuts.flatMap((cut) => {
    const places = placesOf(sailing, node, cut, width / height)
    return places ? [places.map(({ x, y }) => ({ x: x * width, y: y * height }))] : []
  })
}

function draw(press: CanvasRenderingContext2D, cuts: ReadonlyArray<readonly Place[]>, unit: number): void {
  for (const [ink, thick] of [
    [inks.ink, thickness.ink],
    [inks.brass, thickness.brass],
  ] as const) {
    press.fillStyle = ink
    press.beginPath()
    for (const cut of cuts) trace(press, cut, (thick * unit) / 2)
    press.fill()
  }
}

/** One cut as a knife leaves it: thickest a little before its middle and pointed at both ends. */
function trace(press: CanvasRenderingContext2D, cut: readonly Place[], half: number): void {
  const last = cut.length - 1
  const side = (index: number, way: 1 | -1): Place => {
    const [a, b, here] = [cut[Math.max(0, index - 1)], cut[Math.min(last, index + 1)], cut[index]]
    if (!a || !b || !here) return { x: 0, y: 0 }
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
    const thick = half * (0.5 + 0.5 * Math.sin(Math.PI * (index / last) ** 0.85)) * way
    return { x: here.x - ((b.y - a.y) / length) * thick, y: here.y + ((b.x - a.x) / length) * thick }
  }
  const points = [...cut.map((_, index) => side(index, 1)), ...cut.map((_, index) => side(last - index, -1))]
  for (const [index, { x, y }] of points.entries()) index === 0 ? press.moveTo(x, y) : press.lineTo(x, y)
  press.closePath()
}

function within(
  press: CanvasRenderingContext2D,
  x: number,
  y: number,
  width: number,
  height: number,
  print: () => void,
): void {
  press.save()
  press.beginPath()
  press.rect(x, y, width, height)
  press.clip()
  print()
  press.restore()
}
