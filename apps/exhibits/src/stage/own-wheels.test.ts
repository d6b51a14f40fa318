import { handClock } from '@riverside/kit'
import { HelmDriver, type HelmSight } from '@riverside/voyage'
import { describe, expect, test } from 'vitest'
import type { Pad, Pads } from './gamepad-wheel.ts'
import type { HelmMove } from './helm.ts'
import { openHelm } from './helm-drivers.ts'

/** A screen whose own wheel is of this kind, with hands, gamepads and frames that move only when told to. */
function screenWith(driver: object) {
  const clock = handClock()
  const hands = new EventTarget()
  const pads: Array<Pad | null> = []
  const frames = new Map<number, () => void>()
  let frame = 0
  const port: Pads = {
    now: () => pads,
    nextFrame(look) {
      frame += 1
      frames.set(frame, look)
      return frame
    },
    noFrame: (asked) => void frames.delete(asked),
  }
  const helm = openHelm({ driver: HelmDriver.parse(driver), clock, hands, pads: port })
  const heard: HelmMove[] = []
  const seen: HelmSight[] = []
  helm.listen((move) => heard.push(move))
  helm.watch((sight) => seen.push(sight))
  return {
    helm,
    heard,
    seen,
    frames,
    turns: () => heard.reduce((sum, move) => sum + (move.type === 'turned' ? move.turns : 0), 0),
    presses: () => heard.filter(({ type }) => type === 'pressed').length,
    key(code: string, facts: object = {}) {
      const event = Object.assign(new Event('keydown', { cancelable: true }), { code, key: code, ...facts })
      hands.dispatchEvent(event)
      return event
    },
    hold(pad: Partial<Pad> | null, at = 0) {
      pads[at] = pad && { id: 'Wheel', index: at, connected: true, axes: [0], buttons: [{ pressed: false }], ...pad }
    },
    come: () => hands.dispatchEvent(new Event('gamepadconnected')),
    /** So many frames of a sixtieth of a second. */
    pass(count: number) {
      for (let i = 0; i < count; i += 1) {
        clock.advance(1000 / 60)
        for (const [asked, look] of [...frames]) {
          frames.delete(asked)
          look()
        }
      }
    },
  }
}

describe('a wheel that plays a keyboard', () => {
  const pulses = { kind: 'pulse-keys', countsPerTurn: 24 }

  test('turns by one pulse a key press, and a key that is held is one pulse', () => {
    const { key, turns, seen } = screenWith(pulses)
    for (let pulse = 0; pulse < 12; pulse += 1) expect(key('BracketRight').defaultPrevented).toBe(true)
    for (let repeat = 0; repeat < 9; repeat += 1) key('BracketRight', { repeat: true })
    expect(turns()).toBeCloseTo(0.5)
    for (let pulse = 0; pulse < 24; pulse += 1) key('BracketLeft')
    expect(turns()).toBeCloseTo(-0.5)
    expect(seen.at(-1)).toEqual({ type: 'turned', raw: -12 })
  })

  test('tells whoever begins to watch it where it stands', () => {
    const { key, helm } = screenWith(pulses)
    key('BracketRight')
    const seen: HelmSight[] = []
    helm.watch((sight) => seen.push(sight))
    expect(seen).toEqual([{ type: 'connected' }, { type: 'turned', raw: 1 }])
  })

  test('presses the hub by its own key, once where the contact bounces', () => {
    const { key, presses } = screenWith(pulses)
    key('Backslash')
    key('Backslash')
    expect(presses()).toBe(1)
  })

  test('may use the arrows, and nobody then turns twice for one press', () => {
    const { key, turns } = screenWith({ ...pulses, starboard: 'ArrowRight', port: 'ArrowLeft' })
    key('ArrowRight')
    expect(turns()).toBeCloseTo(1 / 24)
  })

  test('cannot be missed, and so is never lost', () => {
    expect(screenWith(pulses).helm.ownWheel()).toBe('ready')
  })
})

describe('a wheel that plays a gamepad', () => {
  const wheel = { kind: 'gamepad', turnsASecond: 1, deadZone: 0.1 }

  test('is lost until the browser shows it, and found at once then', () => {
    const { helm, hold, come, heard, frames } = screenWith(wheel)
    expect(helm.ownWheel()).toBe('lost')
    expect(frames.size).toBe(0)
    hold({})
    come()
    expect(helm.ownWheel()).toBe('ready')
    expect(heard).toEqual([{ type: 'connected', by: 'gamepad' }])
  })

  test('sails on while it is held over, and stands in its dead zone', () => {
    const { hold, come, pass, turns } = screenWith(wheel)
    hold({})
    come()
    pass(2)
    hold({ axes: [1] })
    pass(60)
    expect(turns()).toBeCloseTo(1, 1)
    hold({ axes: [0.09] })
    pass(60)
    expect(turns()).toBeCloseTo(1, 1)
  })

  test('moves nothing when it is pulled while held over and comes back held over', () => {
    const { hold, come, pass, turns, heard, helm } = screenWith(wheel)
    hold({})
    come()
    pass(1)
    hold({ axes: [0.8] })
    pass(10)
    const before = turns()
    hold(null)
    pass(3)
    expect(heard.at(-1)).toEqual({ type: 'lost', by: 'gamepad' })
    expect(helm.ownWheel()).toBe('lost')
    hold({ axes: [0.8] }, 1)
    come()
    pass(30)
    expect(turns()).toBe(before)
    hold({ axes: [0] }, 1)
    pass(1)
    hold({ axes: [-1] }, 1)
    pass(30)
    expect(turns()).toBeLessThan(before)
  })

  test('presses the hub once a press, and not by the press that showed it to the page', () => {
    const { hold, come, pass, presses } = screenWith(wheel)
    hold({ buttons: [{ pressed: true }] })
    come()
    pass(3)
    expect(presses()).toBe(0)
    hold({ buttons: [{ pressed: false }] })
    pass(10)
    hold({ buttons: [{ pressed: true }] })
    pass(10)
    expect(presses()).toBe(1)
  })

  test('is the one whose name the station file gives', () => {
    const { hold, come, helm } = screenWith({ ...wheel, name: 'g29' })
    hold({ id: 'Some pad' })
    come()
    expect(helm.ownWheel()).toBe('lost')
    hold({ id: 'Logitech G29 Driving Force' }, 1)
    come()
    expect(helm.ownWheel()).toBe('ready')
  })

  test('takes the ship along by position where the station file says so', () => {
    const { hold, come, pass, turns } = screenWith({ ...wheel, steers: 'position', turnsToStop: 4, deadZone: 0 })
    hold({ axes: [0.25] })
    come()
    pass(5)
    expect(turns()).toBe(0)
    hold({ axes: [0.5] })
    pass(5)
    expect(turns()).toBeCloseTo(1)
  })

  test('asks for no more frames once it is let go', () => {
    const { hold, come, pass, helm, frames } = screenWith(wheel)
    hold({})
    come()
    pass(1)
    helm[Symbol.dispose]()
    expect(frames.size).toBe(0)
  })
})
