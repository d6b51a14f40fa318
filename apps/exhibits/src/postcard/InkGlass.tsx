import {
  cardSize,
  type InkName,
  nextHand,
  type Pen,
  restingHand,
  type Stroke,
  type Touch,
  type TouchEvent,
  type WritingHand,
} from '@riverside/postcard'
import { useEffect, useRef } from 'react'
import { InkSurface } from './ink-surface.ts'
import './InkGlass.css'

export type InkGlassProps = {
  readonly strokes: readonly Stroke[]
  readonly pen: Pen
  readonly ink: InkName
  /** Nothing more fits on the card. */
  readonly full: boolean
  /** Millimetres of glass to a CSS pixel, by the panel's own height: palms are measured on the glass, not on the card. */
  readonly glass: number
  readonly onStroke: (stroke: Stroke) => void
}

/** The writing surface. React is asked only when a stroke is finished; everything between goes straight to the canvas. */
export function InkGlass(props: InkGlassProps) {
  const { strokes } = props
  const dry = useRef<HTMLCanvasElement>(null)
  const wet = useRef<HTMLCanvasElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const surface = useRef<InkSurface | undefined>(undefined)
  const drawn = useRef<readonly Stroke[]>([])
  const now = useRef(props)
  now.current = props

  useEffect(() => {
    const glass = wet.current
    if (dry.current === null || glass === null || ring.current === null) return
    const ink = new InkSurface(dry.current, glass)
    surface.current = ink
    const fitting = new ResizeObserver(() => {
      ink.fit(Math.round(glass.clientWidth * devicePixelRatio), now.current.strokes)
      drawn.current = now.current.strokes
    })
    fitting.observe(glass)
    const stop = hearHand(glass, ring.current, ink, now, (stroke) => {
      drawn.current = [...drawn.current, stroke]
      now.current.onStroke(stroke)
    })
    return () => {
      fitting.disconnect()
      stop()
      surface.current = undefined
    }
  }, [])

  useEffect(() => {
    const isShown =
      drawn.current.length === strokes.length && drawn.current.every((stroke, at) => stroke === strokes[at])
    if (isShown) return
    drawn.current = strokes
    surface.current?.redraw(strokes)
  }, [strokes])

  return (
    <div className="postcard-glass">
      <canvas ref={dry} />
      <canvas ref={wet} data-writing-surface />
      <div ref={ring} className="postcard-ring" hidden />
    </div>
  )
}

/** Carries the pointers of the glass through the rules of the writing hand to the ink. */
function hearHand(
  glass: HTMLCanvasElement,
  ring: HTMLDivElement,
  ink: InkSurface,
  now: { readonly current: InkGlassProps },
  written: (stroke: Stroke) => void,
): () => void {
  let hand: WritingHand = restingHand
  let box = glass.getBoundingClientRect()

  const touchOf = (event: PointerEvent): Touch => ({
    id: event.pointerId,
    by: event.pointerType === 'pen' ? 'pen' : event.pointerType === 'mouse' ? 'mouse' : 'touch',
    x: ((event.clientX - box.left) / box.width) * cardSize.width,
    y: ((event.clientY - box.top) / box.height) * cardSize.height,
    when: event.timeStamp,
    contact: event.pointerType === 'touch' ? Math.max(event.width, event.height) * now.current.glass : 0,
  })
  const finish = () => {
    const stroke = ink.end()
    ring.hidden = true
    if (stroke !== undefined) written(stroke)
  }
  const apply = (event: TouchEvent, pressure: number) => {
    const next = nextHand(hand, event)
    hand = next.hand
    for (const action of next.actions) {
      if (action.do === 'withdraw') {
        ink.withdraw()
        ring.hidden = true
      } else if (action.do === 'end') finish()
      else {
        const { x, y, when } = action.touch
        const { pen, ink: well, full } = now.current
        if (action.do === 'begin' && !full) ink.begin(pen, well, x, y, pressure, when)
        else if (!ink.extend(x, y, pressure, when)) {
          finish()
          ink.begin(pen, well, x, y, pressure, when)
        }
        ring.hidden = !ink.isWriting
        ring.style.transform = `translate(${(x / cardSize.width) * box.width}px, ${(y / cardSize.height) * box.height}px) translate(-50%, -50%)`
      }
    }
  }
  const down = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    box = glass.getBoundingClientRect()
    apply({ type: 'down', touch: touchOf(event) }, event.pressure)
    // The ink may leave the card's edge and come back; a pointer that is gone by now has nothing to hold.
    if (glass.isConnected && event.isTrusted) glass.setPointerCapture(event.pointerId)
  }
  const moved = (event: PointerEvent) => {
    if (hand.writer?.id !== event.pointerId) return
    const parts = event.getCoalescedEvents?.() ?? []
    for (const part of parts.length > 0 ? parts : [event])
      apply({ type: 'moved', touch: { ...touchOf(part), id: event.pointerId } }, part.pressure)
  }
  const up = (event: PointerEvent) => apply({ type: 'up', touch: touchOf(event) }, event.pressure)
  const lost = (event: PointerEvent) => apply({ type: 'lost', id: event.pointerId }, 0)

  glass.addEventListener('pointerdown', down)
  glass.addEventListener('pointermove', moved)
  glass.addEventListener('pointerup', up)
  glass.addEventListener('pointercancel', lost)
  glass.addEventListener('lostpointercapture', lost)
  return () => {
    glass.removeEventListener('pointerdown', down)
    glass.removeEventListener('pointermove', moved)
    glass.removeEventListener('pointerup', up)
    glass.removeEventListener('pointercancel', lost)
    glass.removeEventListener('lostpointercapture', lost)
  }
}
