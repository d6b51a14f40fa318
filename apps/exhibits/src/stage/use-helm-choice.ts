import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Helm } from './helm.ts'

/** Parts of a full turn from one choice to the next. */
const stepTurns = 1 / 8

/**
 * Lets the helm walk along a row of choices and its button take one. The one that is framed is returned; `undefined` until the
 * helm is first turned, so that a finger never sees a frame it did not ask for.
 */
export function useHelmChoice<Choice>(
  helm: Helm,
  active: boolean,
  choices: RefObject<readonly Choice[]>,
  take: (choice: Choice) => void,
): Choice | undefined {
  const [framed, setFramed] = useState<Choice | undefined>(undefined)
  const taking = useRef(take)
  taking.current = take
  useEffect(() => {
    if (!active) return
    let turned = 0
    let at = -1
    const stop = helm.listen((move) => {
      const count = choices.current.length
      if (move.type === 'pressed') {
        const choice = choices.current[at]
        if (choice !== undefined) taking.current(choice)
        else if (count > 0) {
          at = 0
          setFramed(choices.current[at])
        }
      } else if (move.type === 'turned') {
        turned += move.turns
        const steps = Math.trunc(turned / stepTurns)
        if (steps === 0 || count === 0) return
        turned -= steps * stepTurns
        at = Math.min(count - 1, Math.max(0, at < 0 ? 0 : at + steps))
        setFramed(choices.current[at])
      }
    })
    return () => {
      stop()
      setFramed(undefined)
    }
  }, [helm, active, choices])
  return framed
}
