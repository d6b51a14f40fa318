import { useCallback, useSyncExternalStore } from 'react'
import type { Helm, OwnWheelState } from './helm.ts'

/** Whether the station's own wheel is there, as it comes and goes. */
export function useOwnWheel(helm: Helm): OwnWheelState {
  const subscribe = useCallback(
    (changed: () => void) => helm.listen(({ type }) => (type === 'connected' || type === 'lost') && changed()),
    [helm],
  )
  return useSyncExternalStore(subscribe, helm.ownWheel)
}
