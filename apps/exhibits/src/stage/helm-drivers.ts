import type { HelmNews, Shell, StationFile } from '@riverside/contract'
import { type Clock, Lifetime } from '@riverside/kit'
import { readCounts, unread } from '@riverside/voyage'
import type { Helm, HelmMove } from './helm.ts'

/** What the drivers need of a window; tests hand in a bare `EventTarget`. */
type Hands = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

export type HelmNeeds = {
  readonly settings: Pick<StationFile['helm'], 'countsPerTurn' | 'direction'>
  /** Brings the news of the serial helm; absent in a plain browser. */
  readonly shell?: Pick<Shell, 'onHelm'> | undefined
  readonly clock: Clock
  readonly hands?: Hands
}

/** One press of an arrow key, or one notch of a mouse wheel, in turns. */
const keyTurn = 1 / 36
const notchTurn = 1 / 24

/** Mouse wheels count a notch as this many pixels; touchpads send many small ones. */
const notchPixels = 100

/** Milliseconds in which a second press of the button is the same press: contacts bounce. */
const bounce = 120

/** Opens every helm this screen can have, all at once: who turns any of them turns the ship. Disposing of it lets go of all. */
export function openHelm({ settings, shell, clock, hands = globalThis }: HelmNeeds): Helm & Disposable {
  const life = new Lifetime()
  const hearers = new Set<(move: HelmMove) => void>()
  const move = (made: HelmMove) => {
    for (const hear of [...hearers]) hear(made)
  }
  if (shell) life.onEnd(shell.onHelm(serialHelm(settings, clock, move)))
  listenTo(life, hands, 'keydown', (event) => keys(event as KeyboardEvent, move))
  listenTo(life, hands, 'wheel', (event) => mouseWheel(event as WheelEvent, move))
  life.onEnd(() => hearers.clear())
  return {
    listen(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    move,
    [Symbol.dispose]: () => life[Symbol.dispose](),
  }
}

/** Reads the news of a brass wheel: counts become turns; what is plugged in again begins where it is. */
function serialHelm(
  settings: HelmNeeds['settings'],
  clock: Clock,
  move: (move: HelmMove) => void,
): (news: HelmNews) => void {
  let reading = unread
  let pressedAt = Number.NEGATIVE_INFINITY
  return (news) => {
    if (news.type === 'turned') {
      const read = readCounts(reading, news.counts, settings)
      reading = read.reading
      if (read.turns !== 0) move({ type: 'turned', turns: read.turns, by: 'serial' })
    } else if (news.type === 'button') {
      if (!news.pressed || clock.elapsed() - pressedAt < bounce) return
      pressedAt = clock.elapsed()
      move({ type: 'pressed', by: 'serial' })
    } else {
      reading = unread
      move({ type: news.type, by: 'serial' })
    }
  }
}

/** A brass wheel that is not there: says over the shell's own wire what a hand does to it. */
export function pretendShellHelm(start = 0): Pick<Shell, 'onHelm'> & {
  turn: (counts: number) => void
  press: () => void
  unplug: () => void
  plugIn: (counts?: number) => void
} {
  const hearers = new Set<(news: HelmNews) => void>()
  let counts = start
  const say = (news: HelmNews) => {
    for (const hear of [...hearers]) hear(news)
  }
  return {
    onHelm(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    turn(by) {
      counts += by
      say({ type: 'turned', counts })
    },
    press() {
      say({ type: 'button', pressed: true })
      say({ type: 'button', pressed: false })
    },
    unplug: () => say({ type: 'lost' }),
    plugIn(begins = 0) {
      counts = begins
      say({ type: 'connected', device: 'pretend' })
      say({ type: 'turned', counts })
    },
  }
}

/** Arrows turn; Enter presses the hub unless a control has the keyboard, which then answers by itself. */
function keys(event: KeyboardEvent, move: (move: HelmMove) => void): void {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
  const turns = { ArrowRight: keyTurn, ArrowLeft: -keyTurn }[event.key]
  if (turns !== undefined && !takesKeys(event.target, 'input, textarea, select, [role=slider]')) {
    event.preventDefault()
    move({ type: 'turned', turns, by: 'keys' })
  }
  if (
    event.key === 'Enter' &&
    !event.repeat &&
    !takesKeys(event.target, 'button, a, input, textarea, select, [role=button]')
  ) {
    event.preventDefault()
    move({ type: 'pressed', by: 'keys' })
  }
}

function mouseWheel(event: WheelEvent, move: (move: HelmMove) => void): void {
  if (event.ctrlKey || takesKeys(event.target, '[data-scrolls]')) return
  const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * notchPixels
  if (pixels !== 0) move({ type: 'turned', turns: (pixels / notchPixels) * notchTurn, by: 'wheel' })
}

function takesKeys(target: EventTarget | null, kinds: string): boolean {
  return typeof Element !== 'undefined' && target instanceof Element && target.closest(kinds) !== null
}

function listenTo(life: Lifetime, hands: Hands, name: string, hear: (event: Event) => void): void {
  hands.addEventListener(name, hear, { passive: name === 'wheel' })
  life.onEnd(() => hands.removeEventListener(name, hear))
}
