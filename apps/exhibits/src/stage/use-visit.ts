import type { Clock } from '@riverside/kit'
import {
  attract,
  type Consequence,
  consequences,
  next,
  type Visit,
  type VisitEvent,
  type VisitRules,
  warning,
} from '@riverside/visit'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Taken } from './exhibit.ts'

type StageEvent = VisitEvent<Taken>
type Happening = StageEvent extends infer Event ? (Event extends StageEvent ? Omit<Event, 'when'> : never) : never

/** One visit on one screen: its state, the seconds of the warning, and the way to tell it what happened. */
export function useVisit(clock: Clock, rules: VisitRules, perform: (consequence: Consequence) => void) {
  const [visit, setVisit] = useState<Visit<Taken>>(attract)
  const [secondsLeft, setSecondsLeft] = useState<number | undefined>(undefined)
  const now = useRef<Visit<Taken>>(attract)
  const performing = useRef(perform)
  performing.current = perform

  const tell = useCallback(
    (happening: Happening) => {
      const before = now.current
      const when = clock.elapsed()
      const after = next(before, { ...happening, when } as StageEvent, rules)
      setSecondsLeft(warning(after, when, rules))
      if (after === before) return
      now.current = after
      for (const consequence of consequences(before, after)) performing.current(consequence)
      setVisit(after)
    },
    [clock, rules],
  )

  const isRunning = visit.at !== 'attract'
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => tell({ type: 'ticked' }), 500)
    return () => clearInterval(timer)
  }, [isRunning, tell])

  return { visit, secondsLeft, tell }
}
