import type { DeviceState, StationFile } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import {
  type Counted,
  CounterLines,
  type CounterRules,
  counterFrom,
  counterHeard,
  counterRules,
  counterState,
  faceRead,
} from '@riverside/smile'

/** A passage counter beside the camera's own: what it says is counted, and what it fails to say is known to be missing. */
export type DoorCounter = {
  /** Hears a piece of what the counter sends, in whatever pieces it comes. */
  hear(text: string): { readonly understood: number; readonly garbage: number }
  /** A face was read at the counter's door: whoever is read has passed. */
  faceRead(): void
  readonly device: () => DeviceState
  readonly stop: () => void
}

export type CounterNeeds = {
  readonly settings: StationFile['smile']['counter']
  readonly clock: Clock
  readonly count: (counted: Counted) => void
  /** The passages of these moments are not all there. */
  readonly miss: (why: 'silent' | 'stuck' | 'chattering', since: number) => void
  /** Opens the serial line of the settings; gives back how to close it. */
  readonly openLine: (settings: { device: string; baudRate: number }, hear: (text: string) => void) => () => void
}

/** How often a counter is looked after, in milliseconds. */
const lookEvery = 10_000

export function doorCounter({ settings, clock, count, miss, openLine }: CounterNeeds): DoorCounter {
  if (settings.kind === 'camera' || settings.kind === 'none') return noCounter
  const rules: CounterRules = {
    ...counterRules,
    silentAfter: settings.silentAfter === null ? undefined : settings.silentAfter * 1000,
  }
  const lines = new CounterLines()
  let watch = counterFrom(clock.elapsed())
  const hear = (text: string) => {
    const garbage = lines.garbage
    const heard = lines.read(text)
    for (const counted of heard) {
      watch = counterHeard(watch, counted, clock.elapsed(), rules)
      if (counterState(watch, clock.elapsed(), rules) === 'chattering') miss('chattering', clock.now())
      else if (counted.in + counted.out > 0) count(counted)
    }
    return { understood: heard.length, garbage: lines.garbage - garbage }
  }
  const state = () => counterState(watch, clock.elapsed(), rules)
  const look = () => {
    const now = state()
    // A silence began when the counter was last heard, and that may have been in the quarter-hour before.
    if (now !== 'counting') miss(now, now === 'silent' ? clock.now() - (clock.elapsed() - watch.heardAt) : clock.now())
  }
  const timer = setInterval(look, lookEvery)
  timer.unref()
  const close = settings.kind === 'serial' ? openLine(settings, hear) : () => {}
  return {
    hear,
    faceRead() {
      watch = faceRead(watch)
      if (state() === 'stuck') look()
    },
    device: () => (state() === 'counting' ? { state: 'ready' } : { state: 'trouble', reason: `counter-${state()}` }),
    stop() {
      clearInterval(timer)
      close()
    },
  }
}

const noCounter: DoorCounter = {
  hear: () => ({ understood: 0, garbage: 0 }),
  faceRead: () => {},
  device: () => ({ state: 'absent' }),
  stop: () => {},
}
