import type { Station, StationEvent, Wire } from '@riverside/contract'
import { useEffect, useState } from 'react'
import { CameraBanner } from './CameraBanner.tsx'
import { calibrateDoor } from './calibrate-door.ts'
import { cameraWords } from './smile-words.ts'

/**
 * Frames faces for as long as staff calibrate. It says on every screen that the camera is on, and what for; where metering at the door
 * goes on otherwise, `onCalibrating` lets it rest meanwhile.
 */
export function DoorCalibration({
  station,
  wire,
  news,
  onCalibrating,
}: {
  readonly station: Station
  readonly wire: Wire
  /** Whoever wants to hear the station's news puts itself in here. */
  readonly news: Set<(event: StationEvent) => void>
  /** Give it a function that stays the same. */
  readonly onCalibrating: (isCalibrating: boolean) => void
}) {
  const [isWatched, setWatched] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const { camera, door, thresholds, mode } = station.file.smile

  useEffect(() => {
    let until: ReturnType<typeof setTimeout> | undefined
    const hear = (event: StationEvent) => {
      if (event.type !== 'door-watched') return
      clearTimeout(until)
      setWatched(true)
      until = setTimeout(() => setWatched(false), event.seconds * 1000)
    }
    news.add(hear)
    return () => {
      clearTimeout(until)
      news.delete(hear)
    }
  }, [news])

  const isOn = isWatched && mode !== 'off'
  useEffect(() => onCalibrating(isOn), [isOn, onCalibrating])
  useEffect(() => {
    if (!isOn) return
    const stop = new AbortController()
    const needs = { camera, place: { door, thresholds }, wire, onOpen: setOpen }
    calibrateDoor(needs, stop.signal).catch(() => setOpen(false))
    return () => stop.abort()
  }, [isOn, camera, door, thresholds, wire])

  return isOpen && <CameraBanner words={cameraWords.calibrating} />
}
