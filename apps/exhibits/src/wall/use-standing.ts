import { useSyncExternalStore } from 'react'

const portrait = '(orientation: portrait)'

/** Whether the screen stands upright. */
export function useStanding(): boolean {
  return useSyncExternalStore(
    (hear) => {
      const query = matchMedia(portrait)
      query.addEventListener('change', hear)
      return () => query.removeEventListener('change', hear)
    },
    () => matchMedia(portrait).matches,
    () => false,
  )
}
