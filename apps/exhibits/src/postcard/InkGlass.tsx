import {
  cardSize,
  type InkName,
  nextHand,
  type Pen,
  replayOf,
  restingHand,
  type Stroke,
  type Touch,
  type TouchEvent,
  type WritingHand,
} from '@riverside/postcard'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { InkSurface } from './ink-surface.ts'
import './InkGlass.css'

export type InkGlassProps = {
  readonly ref: Ref<InkGlassHandle>
  readonly strokes: readonly Stroke[]
  readonly pen: Pen
  readonly ink: InkName
  /** Nothing more fits on the card. */
  readonly full: boolean
  /** Millimetres of glass to a CSS pixel, by the panel's own height: palms are measured on the glass, not on the card. */
  readonly glass: number
  /** Ink lies still once it is written. */
  readonly still: boolean
  /** While it is true the writing is played again and nothing can be written; touching it ends it. */
  readonly replaying: boolean
  /** The card lies on its written side: nothing is seen of the ink, and nothing written. */
  readonly turned: boolean
  readonly onStroke: (stroke: Stroke) => void
  readonly onReplayed: () => void
}

/** What the desk asks of its glass. */
export type InkGlassHandle = {
  /** All the ink of the card, dry, as it lies on the glass. */
  readonly picture: () => HTMLCanvasElement | undefined
}

/** The writing surface. React is asked only when a stroke is finished; everything between goes straight to the canvas. */
export function InkGlass(props: InkGlassProps) {
  const { ref, strokes, replaying, turned, still, onReplayed } = props
  const dry = useRef<HTMLCanvasElement>(null)
  const wet = useRef<HTMLCanvasElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const surface = useRef<InkSurface | undefined>(undefined)
  const drawn = useRef<readonly Stroke[]>([])
  const now = useRef(props)
  now.current = props
  useImperativeHandle(ref, () => ({
    picture: () => {
      if (now.current.replaying) surface.current?.redraw(now.current.strokes)
      else surface.current?.settle()
      return dry.current ?? undefined
    },
  }))

  useEffect(() => {
    const glass = wet.current
    if (dry.current === null || glass === null || ring.current === null) return
    const ink = new InkSurface(dry.current, glass, still)
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
  }, [still])

  useEffect(() => {
    const isShown =
      drawn.current.length === strokes.length && drawn.current.every((stroke, at) => stroke === strokes[at])
    if (isShown) return
    drawn.current = strokes
    surface.current?.redraw(strokes)
  }, [strokes])

  useEffect(() => {
    const ink = surface.current
    const pen = ring.current
    if (!replaying || ink === undefined || pen === null) return
    const playing = replayOf(now.current.strokes)
    let before = 0
    let frame = 0
    let began: number | undefined
    ink.redraw([])
    const show = (time: number) => {
      began ??= time
      const written = playing.after(time - began)
      ink.play(now.current.strokes, written, before)
      before = written.whole
      pen.hidden = written.at === undefined
      if (written.at) pen.style.transform = ringAt(written.at[0], written.at[1], pen)
      if (time - began > playing.length + 500) onReplayed()
      else frame = requestAnimationFrame(show)
    }
    frame = requestAnimationFrame(show)
    return () => {
      cancelAnimationFrame(frame)
      pen.hidden = true
      ink.withdraw()
      ink.redraw(now.current.strokes)
      drawn.current = now.current.strokes
    }
  }, [replaying, onReplayed])

  return (
    <div className="postcard-glass" data-replaying={replaying || undefined} data-turned={turned || undefined}>
      <canvas ref={dry} />
      <canvas ref={wet} data-writing-surface />
      <div ref={ring} className="postcard-ring" hidden />
    </div>
  )
}

/** Where the ring lies about a point of the card: the glass is its parent. */
function ringAt(x: number, y: number, { parentElement }: HTMLElement): string {
  const { clientWidth = 0, clientHeight = 0 } = parentElement ?? {}
  return `translate(${(x / cardSize.width) * clientWidth}px, ${(y / cardSize.height) * clientHeight}px) translate(-50%, -50%)`
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
        ring.style.transform = ringAt(x, y, ring)
      }
    }
  }
  const down = (event: PointerEvent) => {
    if (now.current.replaying) return now.current.onReplayed()
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
