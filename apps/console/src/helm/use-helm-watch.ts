import { EventReader, eventsPath, type HelmReadings, helmWatchLasts, watchHelm } from '@riverside/contract'
import type { HelmSight } from '@riverside/voyage'
import { useEffect, useState } from 'react'
import { ask, type Session, useSession } from '../session/session.ts'

/** Milliseconds between two askings to go on telling; well within the time a watch lasts. */
const holdEvery = (helmWatchLasts * 1000) / 2.5

/** Milliseconds before a stream that broke is opened again. */
const again = 1000

/**
 * Watches the wheel for as long as the page that asks is open: holds the watch and hears what the screens tell. `readings` are what
 * is in force; whoever changes it hands back the answer by `onReadings`.
 */
export function useHelmWatch(onSight: (sight: HelmSight) => void): {
  readonly readings: HelmReadings | undefined
  readonly isAway: boolean
  readonly onReadings: (readings: HelmReadings) => void
} {
  const session = useSession()
  const [readings, setReadings] = useState<HelmReadings>()
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    const ended = new AbortController()
    const hold = async () => {
      const held = await ask(session, watchHelm, undefined)
      if (ended.signal.aborted) return
      setAway(!held.ok)
      if (held.ok) setReadings(held.value)
    }
    void hear(session, onSight, hold, ended.signal)
    const timer = setInterval(() => void hold(), holdEvery)
    return () => {
      clearInterval(timer)
      ended.abort()
    }
  }, [session, onSight])
  return { readings, isAway, onReadings: setReadings }
}

/** Opens the stream first and asks for the watch then, so that the first thing a screen tells is heard. */
async function hear(
  session: Session,
  onSight: (sight: HelmSight) => void,
  onOpen: () => Promise<void>,
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    try {
      const headers = { accept: 'text/event-stream', authorization: `Bearer ${session.wire.key}` }
      const stream = await fetch(eventsPath, { signal: ended, headers })
      if (stream.ok && stream.body) {
        await onOpen()
        const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader()
        const events = new EventReader()
        for (;;) {
          const { done, value } = await reader.read()
          if (done) break
          for (const event of events.read(value)) if (event.type === 'helm-seen') event.sights.forEach(onSight)
        }
      }
    } catch {
      // The wire broke, or the page was left; the first is tried again.
    }
    if (!ended.aborted) await new Promise((resolve) => setTimeout(resolve, again))
  }
}
