import { call, readWall, type Station, type Wall, type Wire } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { dayOf, quarterAt, quarterLength } from '@riverside/smile'
import { useEffect, useState } from 'react'

/** Milliseconds after the end of a quarter-hour in which its last readings come in. */
const settles = 5_000
/** Milliseconds until a station that did not answer is asked again. */
const patience = 15_000

/** Milliseconds until the quarter-hour of now has closed and settled. */
export const untilNextQuarter = (now: number): number => quarterLength - (now % quarterLength) + settles

/**
 * The wall's figures, read anew when a quarter-hour has closed and when the station has changed. What was read stays while the
 * station is silent, but not past its day: yesterday is not today.
 */
export function useWall(wire: Wire, station: Station, clock: Clock): Wall | undefined {
  const [wall, setWall] = useState<Wall | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed station, its metering switched off perhaps, is reason to read again.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const read = async () => {
      const answer = await call(wire, readWall, undefined)
      if (isOver) return
      const now = clock.now()
      if (answer.ok) setWall(answer.value)
      else setWall((before) => (before?.day === dayOf(quarterAt(now)) ? before : undefined))
      timer = setTimeout(read, answer.ok ? untilNextQuarter(now) : patience)
    }
    void read()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [wire, clock, station])
  return wall
}
