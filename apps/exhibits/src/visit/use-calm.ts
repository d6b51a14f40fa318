import { useSyncExternalStore } from 'react'

const asked = '(prefers-reduced-motion: reduce)'

/** Whether water and light stand still: because the station file says so, or because the machine asks for it. */
export function useCalm(byStation: boolean): boolean {
  const byMachine = useSyncExternalStore(
    (hear) => {
      const query = matchMedia(asked)
      query.addEventListener('change', hear)
      return () => query.removeEventListener('change', hear)
    },
    () => matchMedia(asked).matches,
    () => false,
  )
  return byStation || byMachine
}
