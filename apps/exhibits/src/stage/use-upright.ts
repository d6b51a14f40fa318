import { useMemo, useSyncExternalStore } from 'react'

/** True where the screen stands on its short side. */
export function useUpright(): boolean {
  const query = useMemo(() => matchMedia('(orientation: portrait)'), [])
  return useSyncExternalStore(
    (hear) => {
      query.addEventListener('change', hear)
      return () => query.removeEventListener('change', hear)
    },
    () => query.matches,
  )
}
