import {
  call,
  type DeviceState,
  recordCoverage,
  recordPassages,
  recordReading,
  type Station,
  type Wire,
} from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { useEffect, useState } from 'react'
import { type AmbientState, meterDoor } from './ambient.ts'
import { CameraBanner } from './CameraBanner.tsx'
import type { CameraKind } from './camera.ts'
import { ambientWords } from './smile-words.ts'

/** Meters the door for as long as it is on stage, and says so on the screen while its camera is open. */
export function AmbientMeter({
  station,
  wire,
  clock,
  onCamera,
}: {
  readonly station: Station
  readonly wire: Wire
  readonly clock: Clock
  /** Hears how the camera fares, in the words of the station's health. Give it a function that stays the same. */
  readonly onCamera?: (camera: DeviceState) => void
}) {
  const { door, camera, compliance, thresholds, counter } = station.file.smile
  const expires = compliance?.expires
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (expires === undefined) return
    const stop = new AbortController()
    void meterDoor(
      {
        camera,
        place: { door, thresholds },
        clock,
        expires,
        tellReading: (decision, party) =>
          void call(wire, recordReading, { door, mode: 'ambient', decision, party }).then((told) => {
            if (!told.ok && (told.error === 'metering-off' || told.error === 'no-compliance')) stop.abort()
          }),
        tellPassage: () => {
          if (counter.kind !== 'camera') return
          void call(wire, recordPassages, { door, in: door === 'entry' ? 1 : 0, out: door === 'exit' ? 1 : 0 })
        },
        tellCoverage: (seconds, light) => void call(wire, recordCoverage, { door, mode: 'ambient', seconds, light }),
        onState: (state) => {
          setOpen(hasCameraOpen(state))
          onCamera?.(deviceState(state, camera))
        },
      },
      stop.signal,
    )
    return () => {
      stop.abort()
      setOpen(false)
    }
  }, [camera, door, thresholds, counter.kind, clock, expires, wire, onCamera])
  return isOpen && <CameraBanner words={ambientWords} />
}

/** A picture that cannot be read by comes from a camera that is open all the same. */
const hasCameraOpen = (state: AmbientState): boolean =>
  state.at === 'reading' || (state.at === 'paused' && openAllTheSame.has(state.why))
const openAllTheSame: ReadonlySet<string> = new Set(['too-dark', 'black', 'blocked', 'frozen', 'silent'])

function deviceState(state: AmbientState, camera: CameraKind): DeviceState {
  if (state.at === 'off') return { state: 'absent' }
  if (state.at === 'reading') return { state: camera === 'pretend' ? 'pretend' : 'busy' }
  return { state: state.why === 'no-camera' ? 'absent' : 'trouble', reason: state.why }
}
