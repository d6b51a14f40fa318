import type { Shell } from '@riverside/contract'
import { type Clock, Lifetime } from '@riverside/kit'
import type { HelmDriver, HelmSight } from '@riverside/voyage'
import { gamepadWheel, type Pads } from './gamepad-wheel.ts'
import type { HelmMove, OpenHelm, OwnWheelKind, OwnWheelState } from './helm.ts'
import type { OwnWheel } from './own-wheel.ts'
import { pulseWheel } from './pulse-wheel.ts'
import { serialWheel } from './serial-wheel.ts'

/** What the drivers need of a window; tests hand in a bare `EventTarget`. */
type Hands = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

export type HelmNeeds = {
  /** The station's own wheel. */
  readonly driver: HelmDriver
  /** Brings the news of a serial wheel; absent in a plain browser. */
  readonly shell?: Pick<Shell, 'onHelm'> | undefined
  readonly clock: Clock
  readonly hands?: Hands
  readonly pads?: Pads
}

/** One press of an arrow key, or one notch of a mouse wheel, in turns. */
const keyTurn = 1 / 36
const notchTurn = 1 / 24

/** Mouse wheels count a notch as this many pixels; touchpads send many small ones. */
const notchPixels = 100

/** Opens every helm this screen can have, all at once: who turns any of them turns the ship. Disposing of it lets go of all. */
export function openHelm({ driver, shell, clock, hands = globalThis, pads = pagePads }: HelmNeeds): OpenHelm {
  const life = new Lifetime()
  const hearers = new Set<(move: HelmMove) => void>()
  const watchers = new Set<(sight: HelmSight) => void>()
  let ownWheel: OwnWheelState = ofOwn(driver, 'none', () => (driver.kind === 'pulse-keys' ? 'ready' : 'lost'))
  let muting = 0
  const move = (made: HelmMove) => {
    if (muting > 0 && (made.type === 'turned' || made.type === 'pressed')) return
    for (const hear of [...hearers]) hear(made)
  }
  let stands: HelmSight | undefined
  const saw = (sight: HelmSight) => {
    if (sight.type !== 'pressed') stands = sight.type === 'turned' ? sight : undefined
    for (const see of [...watchers]) see(sight)
  }
  ofOwn(driver, undefined, (by) => {
    const change = (type: 'connected' | 'lost') => {
      ownWheel = type === 'lost' ? 'lost' : 'ready'
      saw({ type })
      move({ type, by })
    }
    openOwnWheel({ driver, shell, clock, hands, pads }, life, {
      turned: (turns) => move({ type: 'turned', turns, by }),
      pressed() {
        saw({ type: 'pressed' })
        move({ type: 'pressed', by })
      },
      connected: () => change('connected'),
      lost: () => change('lost'),
      saw,
    })
  })
  listenTo(life, hands, 'keydown', (event) => keys(event as KeyboardEvent, move))
  listenTo(life, hands, 'wheel', (event) => mouseWheel(event as WheelEvent, move))
  life.onEnd(() => {
    hearers.clear()
    watchers.clear()
  })
  return {
    listen(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    move,
    ownWheel: () => ownWheel,
    watch(see) {
      watchers.add(see)
      if (ownWheel !== 'none') see({ type: ownWheel === 'ready' ? 'connected' : 'lost' })
      if (stands) see(stands)
      return () => void watchers.delete(see)
    },
    mute() {
      muting += 1
      return () => {
        muting -= 1
      }
    },
    [Symbol.dispose]: () => life[Symbol.dispose](),
  }
}

const ofOwn = <T>(driver: HelmDriver, none: T, own: (kind: OwnWheelKind) => T): T =>
  driver.kind === 'none' ? none : own(driver.kind)

/** Opens the one wheel the station file names; before the keys, so that pulses are not taken for a typist. */
function openOwnWheel(
  { driver, shell, clock, hands, pads }: Required<Omit<HelmNeeds, 'shell'>> & Pick<HelmNeeds, 'shell'>,
  life: Lifetime,
  wheel: OwnWheel,
): void {
  if (driver.kind === 'serial' && shell) life.onEnd(shell.onHelm(serialWheel(driver, clock, wheel)))
  if (driver.kind === 'pulse-keys') {
    const hear = pulseWheel(driver, clock, wheel)
    listenTo(life, hands, 'keydown', (event) => hear(event as KeyboardEvent))
  }
  if (driver.kind === 'gamepad') {
    const opened = life.own(gamepadWheel(driver, pads, clock, wheel), (one) => one[Symbol.dispose]())
    listenTo(life, hands, 'gamepadconnected', opened.came)
  }
}

/** The gamepads of this page. */
const pagePads: Pads = {
  now: () => navigator.getGamepads?.() ?? [],
  nextFrame: (look) => requestAnimationFrame(look),
  noFrame: (frame) => cancelAnimationFrame(frame),
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
