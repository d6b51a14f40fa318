import type { StopId } from '@riverside/voyage'
import { useMemo } from 'react'
import { type Age, buildingAt, type Place } from './eye.ts'
import type { Sailing } from './sailing.ts'

/** A finger that moved less than this, in CSS pixels, and was lifted within so many milliseconds touched rather than dragged. */
const tap = { pixels: 12, milliseconds: 450 } as const

/** Two touches within so many milliseconds and CSS pixels are one double touch. */
const doubleTap = { pixels: 60, milliseconds: 320 } as const

/** Milliseconds after its last movement in which a lifted finger still flings the view. */
const flingWithin = 60

type Finger = { readonly id: number; x: number; y: number; at: number; readonly begunAt: number; way: number }

/** What hands do to the river: a finger moves it, two zoom it, a touch on a building tells which, two touches bring nearer what lies there. */
export function useHands(sailing: Sailing, onTouched: (stop: StopId, age: Age) => void) {
  return useMemo(() => {
    let fingers: readonly Finger[] = []
    let touched = { x: 0, y: 0, at: Number.NEGATIVE_INFINITY }
    const find = (id: number) => fingers.find((finger) => finger.id === id)
    const apart = () => {
      const [a, b] = fingers
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
    }
    const touch = (event: React.PointerEvent) => {
      const { clientX: x, clientY: y, timeStamp: at } = event
      const box = event.currentTarget.getBoundingClientRect()
      const place: Place = { x: (x - box.left) / box.width, y: (y - box.top) / box.height }
      const isSecond =
        at - touched.at < doubleTap.milliseconds && Math.hypot(x - touched.x, y - touched.y) < doubleTap.pixels
      touched = isSecond ? { x: 0, y: 0, at: Number.NEGATIVE_INFINITY } : { x, y, at }
      const aspect = box.width / box.height
      const building = buildingAt(sailing, place, aspect)
      if (isSecond) sailing.approach(place, aspect)
      else if (building) onTouched(building.stop, building.age)
    }
    const lift = (event: React.PointerEvent) => {
      const finger = find(event.pointerId)
      if (!finger) return
      fingers = fingers.filter((other) => other !== finger)
      sailing.letLook(fingers.length === 0 && event.timeStamp - finger.at < flingWithin)
      if (event.type !== 'pointerup' || finger.way > tap.pixels || event.timeStamp - finger.begunAt > tap.milliseconds)
        return
      touch(event)
    }
    return {
      onPointerDown(event: React.PointerEvent) {
        event.currentTarget.setPointerCapture(event.pointerId)
        const { clientX: x, clientY: y, timeStamp: at } = event
        fingers = [...fingers, { id: event.pointerId, x, y, at, begunAt: at, way: 0 }].slice(-2)
        sailing.lookBy(0, 0, 0)
      },
      onPointerMove(event: React.PointerEvent) {
        const finger = find(event.pointerId)
        if (!finger) return
        const before = apart()
        const [dx, dy] = [event.clientX - finger.x, event.clientY - finger.y]
        const seconds = Math.max(0.001, (event.timeStamp - finger.at) / 1000)
        finger.x = event.clientX
        finger.y = event.clientY
        finger.at = event.timeStamp
        finger.way += Math.hypot(dx, dy)
        const now = apart()
        if (before > 0 && now > 0) sailing.pinchBy(before / now)
        const box = event.currentTarget.getBoundingClientRect()
        const degreesAPixel = sailing.view(box.width / box.height).field / box.height / fingers.length
        sailing.lookBy(-dx * degreesAPixel, dy * degreesAPixel, seconds)
      },
      onPointerUp: lift,
      onPointerCancel: lift,
    }
  }, [sailing, onTouched])
}
