import { call, recordCoverage, recordPassages, recordReading, type Station, type Wire } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { useEffect } from 'react'
import { meterDoor } from './ambient.ts'

/** Meters the door for as long as it is on stage. It shows nothing: the sign at the door does. */
export function AmbientMeter({
  station,
  wire,
  clock,
}: {
  readonly station: Station
  readonly wire: Wire
  readonly clock: Clock
}) {
  const { door, camera, compliance } = station.file.smile
  const expires = compliance?.expires
  useEffect(() => {
    if (expires === undefined) return
    const stop = new AbortController()
    void meterDoor(
      {
        camera,
        door,
        clock,
        expires,
        tellReading: (decision, party) =>
          void call(wire, recordReading, { door, mode: 'ambient', decision, party }).then((told) => {
            if (!told.ok && (told.error === 'metering-off' || told.error === 'no-compliance')) stop.abort()
          }),
        tellPassage: () =>
          void call(wire, recordPassages, { door, in: door === 'entry' ? 1 : 0, out: door === 'exit' ? 1 : 0 }),
        tellCoverage: (seconds) => void call(wire, recordCoverage, { door, mode: 'ambient', seconds }),
        onState: () => undefined,
      },
      stop.signal,
    )
    return () => stop.abort()
  }, [camera, door, clock, expires, wire])
  return null
}
