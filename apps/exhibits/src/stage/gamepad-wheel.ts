import { type Clock, Lifetime } from '@riverside/kit'
import { type HelmDriver, readAxis, unreadAxis } from '@riverside/voyage'
import { type OwnWheel, steadied } from './own-wheel.ts'

/** One gamepad as it is now, as far as a wheel needs it. */
export type Pad = {
  readonly id: string
  readonly index: number
  readonly connected: boolean
  readonly axes: readonly number[]
  readonly buttons: ReadonlyArray<{ readonly pressed: boolean }>
}

/** Where gamepads are looked for; tests hand in their own. */
export type Pads = {
  /** As the page may know them: a browser shows a gamepad only after a hand has pressed or turned it once. */
  readonly now: () => ReadonlyArray<Pad | null>
  readonly nextFrame: (look: () => void) => number
  readonly noFrame: (frame: number) => void
}

/**
 * Looks at a wheel of limited turn once a frame for as long as it is there. It finds the wheel when the page is told that one came,
 * and lets go of it when it is gone; a frame in which it is not there costs nothing.
 */
export function gamepadWheel(
  settings: Extract<HelmDriver, { kind: 'gamepad' }>,
  pads: Pads,
  clock: Clock,
  wheel: OwnWheel,
): { readonly came: () => void } & Disposable {
  const life = new Lifetime()
  const press = steadied(clock, wheel.pressed)
  let frame: number | undefined
  let held: { index: number; reading: typeof unreadAxis; lookedAt: number; pressed: boolean; raw: number } | undefined

  const isOurs = (pad: Pad | null): pad is Pad =>
    pad?.connected === true &&
    pad.axes.length > settings.axis &&
    (settings.name === null || pad.id.toLowerCase().includes(settings.name.toLowerCase()))
  const find = () => pads.now().find(isOurs)
  const again = () => {
    frame = pads.nextFrame(look)
  }

  function look(): void {
    frame = undefined
    const index = held?.index
    const pad = pads.now().find((one) => isOurs(one) && one.index === index)
    if (!held || !pad) {
      lose()
      return
    }
    const now = clock.elapsed()
    const axis = pad.axes[settings.axis] ?? settings.centre
    if (axis !== held.raw) wheel.saw({ type: 'turned', raw: axis })
    const read = readAxis(held.reading, axis, (now - held.lookedAt) / 1000, settings)
    const pressed = settings.button !== null && pad.buttons[settings.button]?.pressed === true
    const isPress = pressed && !held.pressed
    held = { ...held, reading: read.reading, lookedAt: now, pressed, raw: axis }
    again()
    if (read.turns !== 0) wheel.turned(read.turns)
    if (isPress) press()
  }

  function lose(): void {
    if (!held) return
    held = undefined
    wheel.lost()
    came()
  }

  function came(): void {
    const pad = held ? undefined : find()
    if (!pad) return
    const raw = pad.axes[settings.axis] ?? settings.centre
    // A button that is down when the wheel comes was pressed to show it to the page, and not to open anything.
    const { reading } = readAxis(unreadAxis, raw, 0, settings)
    held = { index: pad.index, reading, lookedAt: clock.elapsed(), pressed: true, raw }
    wheel.connected()
    wheel.saw({ type: 'turned', raw })
    again()
  }

  came()
  life.onEnd(() => {
    if (frame !== undefined) pads.noFrame(frame)
    held = undefined
  })
  return { came, [Symbol.dispose]: () => life[Symbol.dispose]() }
}
