import { type Health, readHealth, readToday, type Today } from '@riverside/contract'
import { useCallback, useEffect, useState } from 'react'
import { ask, useSession } from '../session/session.ts'

/** The station as it was a moment ago; asked again every twenty seconds while the page is seen. */
export type Seen = { readonly health: Health; readonly today: Today }

const every = 20_000

export function useStation(): { seen: Seen | undefined; isAway: boolean; lookAgain: () => Promise<Seen | undefined> } {
  const session = useSession()
  const [seen, setSeen] = useState<Seen>()
  const [isAway, setAway] = useState(false)
  const lookAgain = useCallback(async () => {
    const [health, today] = await Promise.all([ask(session, readHealth, undefined), ask(session, readToday, undefined)])
    setAway(!health.ok || !today.ok)
    if (!health.ok || !today.ok) return undefined
    const now = { health: health.value, today: today.value }
    setSeen(now)
    return now
  }, [session])
  useEffect(() => {
    void lookAgain()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void lookAgain()
    }, every)
    return () => clearInterval(timer)
  }, [lookAgain])
  return { seen, isAway, lookAgain }
}
