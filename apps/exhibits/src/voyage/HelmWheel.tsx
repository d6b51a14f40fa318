import type { Language } from '@riverside/kit'
import { BrassHelm, type HelmHandle } from '@riverside/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Helm } from '../stage/helm.ts'
import type { Sailing } from './sailing.ts'
import { say } from './words.ts'

export type HelmWheelProps = {
  readonly sailing: Sailing
  readonly helm: Helm
  readonly language: Language
  readonly upright: boolean
  /** Upright and low the helm leaves the row above it to the slips. */
  readonly low: boolean
  readonly glowing: boolean
}

/** From the middle to the tip of a handle, in design pixels. */
const radius = { lying: 352, upright: 400, uprightLow: 300 } as const

/** A finger nearer to the middle than this share of the radius is on the hub. */
const hub = 0.26

/** Seconds back over which the speed of a hand is taken when it lets go. */
const memory = 0.12

/** The brass helm: it goes with the finger, with every other helm of the screen, and on by itself when let go. */
export function HelmWheel({ sailing, helm, language, upright, low, glowing }: HelmWheelProps) {
  const wheel = useRef<HelmHandle>(null)
  const [held, setHeld] = useState(false)
  useEffect(() => sailing.onFrame(() => wheel.current?.turnTo(sailing.turned * 2 * Math.PI)), [sailing])
  const hands = useMemo(() => handsOn(sailing, helm, setHeld), [sailing, helm])
  return (
    <div className="voyage-helm" data-keeps {...hands}>
      <BrassHelm
        radius={upright ? (low ? radius.uprightLow : radius.upright) : radius.lying}
        ref={wheel}
        held={held}
        glowing={glowing}
      />
      <button
        type="button"
        className="voyage-helm-hub"
        data-hub
        aria-label={say[language].helm}
        onClick={(event) => {
          // A finger presses the hub by its own way below; this is for whoever has no pointer.
          if (event.detail === 0) helm.move({ type: 'pressed', by: 'keys' })
        }}
      />
    </div>
  )
}

type Grip = {
  readonly pointer: number
  angle: number
  readonly onHub: boolean
  way: number
  marks: Array<{ at: number; turned: number }>
}

function handsOn(sailing: Sailing, helm: Helm, setHeld: (held: boolean) => void) {
  let grip: Grip | undefined
  let turned = 0
  const letGo = (event: React.PointerEvent) => {
    if (!grip || grip.pointer !== event.pointerId) return
    const { marks, onHub, way } = grip
    grip = undefined
    setHeld(false)
    if (onHub && way < 0.02) helm.move({ type: 'pressed', by: 'touch' })
    else sailing.glide(speedOf(marks, event.timeStamp))
  }
  return {
    onPointerDown(event: React.PointerEvent<HTMLElement>) {
      if (grip) return
      const { angle, far } = around(event)
      event.currentTarget.setPointerCapture(event.pointerId)
      grip = { pointer: event.pointerId, angle, onHub: far < hub, way: 0, marks: [] }
      sailing.glide(0)
      setHeld(true)
    },
    onPointerMove(event: React.PointerEvent<HTMLElement>) {
      if (!grip || grip.pointer !== event.pointerId || grip.onHub) return
      const { angle } = around(event)
      const step = angle - grip.angle - Math.round(angle - grip.angle)
      grip.angle = angle
      grip.way += Math.abs(step)
      turned += step
      grip.marks = [
        ...grip.marks.filter(({ at }) => event.timeStamp - at < memory * 1000),
        { at: event.timeStamp, turned },
      ]
      if (step !== 0) helm.move({ type: 'turned', turns: step, by: 'touch' })
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  }
}

/** Where a finger is round the middle of the wheel: in turns clockwise, and how far out as a share of the radius. */
function around(event: React.PointerEvent<HTMLElement>): { angle: number; far: number } {
  const box = event.currentTarget.getBoundingClientRect()
  const [x, y] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2]
  return { angle: Math.atan2(y, x) / (2 * Math.PI), far: Math.hypot(x, y) / (box.width / 2) }
}

/** Turns a second of the hand just now. */
function speedOf(marks: ReadonlyArray<{ at: number; turned: number }>, now: number): number {
  const recent = marks.filter(({ at }) => now - at < memory * 1000)
  const [first, last] = [recent[0], recent.at(-1)]
  if (!first || !last || last.at - first.at < 8) return 0
  return ((last.turned - first.turned) / (last.at - first.at)) * 1000
}
