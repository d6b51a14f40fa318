import {
  call,
  EventReader,
  eventsPath,
  readStation,
  type Station,
  type StationEvent,
  type Wire,
} from '@riverside/contract'

/** The station of this page is where the page came from: the shell and the station's own pages both see to that. */
export const wire: Wire = { fetch: (url, request) => fetch(url, request), address: '' }

/** Milliseconds before the first, second… try to reach a station that does not answer; the last one is repeated. */
const patience = [250, 500, 1000, 2000, 4000]

/** News after which the station is to be read again. */
const changesTheStation: ReadonlySet<StationEvent['type']> = new Set([
  'pack-changed',
  'smile-mode-changed',
  'helm-calibrated',
])

/**
 * Keeps one screen and its station together: reads the station, hears its news, and after a silence begins again. `onStation` is
 * called with every new state (a changed pack among them), `onAway` when the station stops answering.
 */
export function linkStation(
  hear: { onStation: (station: Station) => void; onNews: (event: StationEvent) => void; onAway: () => void },
  ended: AbortSignal,
): void {
  let failures = 0
  const again = async (): Promise<void> => {
    while (!ended.aborted) {
      const read = await call(wire, readStation, undefined)
      if (ended.aborted) return
      if (read.ok) {
        failures = 0
        hear.onStation(read.value)
        await listen(hear, ended)
      }
      if (ended.aborted) return
      hear.onAway()
      await pause(patience[Math.min(failures, patience.length - 1)] ?? 4000, ended)
      failures += 1
    }
  }
  void again()
}

async function listen(
  hear: { onStation: (station: Station) => void; onNews: (event: StationEvent) => void },
  ended: AbortSignal,
): Promise<void> {
  try {
    const stream = await fetch(eventsPath, { signal: ended, headers: { accept: 'text/event-stream' } })
    if (!stream.ok || !stream.body) return
    const events = new EventReader()
    const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      for (const event of events.read(value)) {
        hear.onNews(event)
        if (!changesTheStation.has(event.type)) continue
        const read = await call(wire, readStation, undefined)
        if (read.ok) hear.onStation(read.value)
      }
    }
  } catch {
    // The wire broke: whoever listens begins again.
  }
}

function pause(milliseconds: number, ended: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    ended.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
