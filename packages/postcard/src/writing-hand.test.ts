import { describe, expect, test } from 'vitest'
import { type HandAction, nextHand, restingHand, type Touch, type TouchEvent } from './index.ts'

const finger = (id: number, when: number, more: Partial<Touch> = {}): Touch => ({
  id,
  by: 'touch',
  x: 120,
  y: 40,
  when,
  contact: 11,
  ...more,
})
const down = (touch: Touch): TouchEvent => ({ type: 'down', touch })
const moved = (touch: Touch): TouchEvent => ({ type: 'moved', touch })
const up = (touch: Touch): TouchEvent => ({ type: 'up', touch })

/** What the ink was told, in order. */
function told(...events: readonly TouchEvent[]): readonly HandAction['do'][] {
  const actions: HandAction[] = []
  let hand = restingHand
  for (const event of events) {
    const next = nextHand(hand, event)
    hand = next.hand
    actions.push(...next.actions)
  }
  return actions.map((action) => action.do)
}

describe('a writing hand', () => {
  test('begins, extends and ends one stroke with one finger', () => {
    expect(told(down(finger(1, 0)), moved(finger(1, 10, { x: 121 })), up(finger(1, 20)))).toEqual([
      'begin',
      'extend',
      'end',
    ])
  })

  test('is not disturbed by a second finger', () => {
    expect(
      told(down(finger(1, 0)), down(finger(2, 300)), moved(finger(2, 310)), up(finger(2, 320)), moved(finger(1, 330))),
    ).toEqual(['begin', 'extend'])
  })

  test('never writes with a palm', () => {
    expect(told(down(finger(1, 0, { contact: 40 })), moved(finger(1, 10, { contact: 42 })), up(finger(1, 20)))).toEqual(
      [],
    )
  })

  test('takes back what a hand laid down slowly had begun', () => {
    expect(
      told(
        down(finger(1, 0, { contact: 14 })),
        moved(finger(1, 60, { contact: 30 })),
        moved(finger(1, 90, { contact: 35 })),
      ),
    ).toEqual(['begin', 'withdraw'])
  })

  test('gives the pen to the fingertip when the palm landed first', () => {
    expect(
      told(
        down(finger(1, 0, { contact: 22 })),
        down(finger(2, 80, { contact: 9 })),
        moved(finger(2, 100, { contact: 9 })),
      ),
    ).toEqual(['begin', 'withdraw', 'begin', 'extend'])
  })

  test('believes a stylus before any finger, and no finger while it is near', () => {
    const stylus = (when: number): Touch => ({ id: 9, by: 'pen', x: 118, y: 30, when, contact: 0 })
    expect(told(down(finger(1, 0)), down(stylus(50)), moved(stylus(60)), up(stylus(70)), down(finger(2, 300)))).toEqual(
      ['begin', 'withdraw', 'begin', 'extend', 'end'],
    )
  })

  test('keeps what was written when the system takes the pointer away, and can write again at once', () => {
    expect(told(down(finger(1, 0)), moved(finger(1, 400)), { type: 'lost', id: 1 }, down(finger(2, 500)))).toEqual([
      'begin',
      'extend',
      'end',
      'begin',
    ])
  })

  test('ends nothing when a pointer is lost that did not write', () => {
    expect(told(down(finger(1, 0)), { type: 'lost', id: 7 })).toEqual(['begin'])
  })
})
