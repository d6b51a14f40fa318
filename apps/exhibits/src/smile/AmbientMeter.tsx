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
import { useEffect } from 'react'
import { type AmbientState, meterDoor } from './ambient.ts'
import type { CameraKind } from './camera.ts'

/** Meters the door for as long as it is on stage. It shows nothing: the sign at the door does. */
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
        onState: (state) => onCamera?.(deviceState(state, camera)),
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [camera, door, thresholds, counter.kind, clock, expires, wire, onCamera])
  return null
}

function deviceState(state: AmbientState, camera: CameraKind): DeviceState {
  if (state.at === 'off') return { state: 'absent' }
  if (state.at === 'reading') return { state: camera === 'pretend' ? 'pretend' : 'busy' }
  return { state: state.why === 'no-camera' ? 'absent' : 'trouble', reason: state.why }
}
