import type { Chance, Clock } from '@riverside/kit'
import { type Carving, lastsOf } from '@riverside/story'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import './SandTray.css'
import type { SandPainter } from './sand-plate.ts'
import { Tray } from './tray.ts'

export type SandTrayProps = {
  readonly picture: string
  readonly pictureText: string
  /** Part of the picture's width that a narrow tray keeps in its middle. */
  readonly focus: number
  readonly label: string
  readonly clock: Clock
  readonly chance: Chance
  readonly reducedMotion: boolean
  /** Who reckons and paints the sand; after the graphics card was lost it is the processor in any case. */
  readonly by?: SandPainter
  /** Shows itself in place of the guiding hand. */
  readonly carving?: Carving | undefined
  /** The screen is seen in a mirror. */
  readonly mirrored?: boolean
  /** What moves on the print, below the sand. */
  readonly moving?: React.ReactNode
  readonly onHand: (came: boolean) => void
  readonly onMissing: (picture: string) => void
  readonly onTray?: (tray: Tray) => void
}

/** Milliseconds the falling sand needs to hide a print. */
const covering = 900
/** Milliseconds nobody must touch fresh sand before the guiding hand comes. */
const patience = 1600
/** Milliseconds of sand reckoned in one go while a voice may be speaking. */
const besideVoice = 100
/** Cells of sand across the tray; there are as many to the height as make them square. */
const cellsAcross = 384

/** A print under sand, in a riveted iron frame. Turning to another print lets fresh sand fall first. */
export function SandTray(props: SandTrayProps) {
  const { picture, pictureText, focus, label, clock, chance, reducedMotion, carving, onHand, onMissing, onTray } = props
  const bed = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const shown = useRef<Tray | undefined>(undefined)
  const hear = useRef({ onHand, onMissing, onTray })
  hear.current = { onHand, onMissing, onTray }
  const [size, setSize] = useState<{ readonly width: number; readonly height: number } | undefined>(undefined)
  const [cardLost, setCardLost] = useState(false)
  const [beneath, setBeneath] = useState(picture)
  const carved = useRef(false)
  const by = cardLost ? 'processor' : (props.by ?? 'best')
  const mirrored = props.mirrored === true

  useLayoutEffect(() => {
    const element = bed.current
    if (!element) return
    const measure = () => {
      const width = Math.round(element.clientWidth * devicePixelRatio)
      const height = Math.round(element.clientHeight * devicePixelRatio)
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }))
    }
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(element)
    return () => watching.disconnect()
  }, [])

  useEffect(() => {
    const element = canvas.current
    if (!element || !size || size.width === 0 || size.height === 0) return
    element.width = size.width
    element.height = size.height
    const tray = new Tray({
      canvas: element,
      columns: cellsAcross,
      rows: Math.round((cellsAcross * size.height) / size.width),
      clock,
      by,
      mirrored,
      onHand: (came) => {
        carved.current = true
        hear.current.onHand(came)
      },
      onLost: () => setCardLost(true),
    })
    shown.current = tray
    hear.current.onTray?.(tray)
    return () => {
      shown.current = undefined
      tray[Symbol.dispose]()
    }
  }, [size, clock, by, mirrored])

  // The print beneath follows from the picture and must not start the chapter again; a tray of a new size does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    carved.current = false
    const tray = shown.current
    if (!tray) return
    const isFirst = beneath === picture
    if (!isFirst) tray.pour()
    if (reducedMotion && !isFirst) tray.skip(covering * 2)
    const covered = isFirst || reducedMotion ? 0 : covering
    const swap = setTimeout(() => setBeneath(picture), covered)
    const guide = setTimeout(
      () => {
        if (carved.current) return
        if (carving) shown.current?.replay(carving)
        else shown.current?.guide(chance)
        if (reducedMotion) shown.current?.skip(carving ? lastsOf(carving) + 3000 : 8000, besideVoice)
      },
      covered + (reducedMotion ? 200 : patience),
    )
    return () => {
      clearTimeout(swap)
      clearTimeout(guide)
    }
  }, [picture, size, chance, reducedMotion, carving])

  return (
    <div className="sand-tray">
      <Frame />
      <div className="sand-tray-bed" ref={bed}>
        <img
          className="sand-tray-print"
          src={beneath}
          alt={pictureText}
          draggable={false}
          style={{ objectPosition: `${focus * 100}% 50%` }}
          onError={() => hear.current.onMissing(beneath)}
        />
        {beneath === picture && props.moving}
        <canvas
          className="sand-tray-sand"
          key={`${by} ${size?.width} ${size?.height}`}
          ref={canvas}
          role="img"
          aria-label={label}
        />
      </div>
    </div>
  )
}

const rivets = Array.from({ length: 11 }, (_, index) => `${(index / 10) * 100}%`)

function Frame() {
  return (
    <div className="sand-tray-frame" aria-hidden="true">
      {(['top', 'left', 'bottom', 'right'] as const).map((side) => (
        <span key={side} className="sand-tray-bar" data-side={side} />
      ))}
      {(['top', 'bottom'] as const).map((row) => (
        <span key={row} className="sand-tray-rivets" data-row={row}>
          {rivets.map((left) => (
            <span key={left} className="sand-tray-rivet" style={{ left }} />
          ))}
        </span>
      ))}
    </div>
  )
}
