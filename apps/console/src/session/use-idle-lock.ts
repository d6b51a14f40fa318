import { useEffect } from 'react'

/** Five minutes without a hand, as long as the station itself keeps a key. Milliseconds. */
const patience = 5 * 60_000

/** Locks when nobody has touched the page for a while: the page asks the station by itself, so the station cannot tell. */
export function useIdleLock(isOpen: boolean, lock: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    let timer = setTimeout(lock, patience)
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(lock, patience)
    }
    const signs = ['pointerdown', 'keydown', 'wheel'] as const
    for (const sign of signs) addEventListener(sign, again, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) removeEventListener(sign, again)
    }
  }, [isOpen, lock])
}
