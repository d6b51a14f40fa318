import { handClock } from '@riverside/kit'
import { HelmDriver } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HelmMove } from './helm.ts'
import { openHelm } from './helm-drivers.ts'
import { pretendShellHelm } from './pretend-helm.ts'

function helmOnDeck(direction: 'normal' | 'reversed' = 'normal') {
  const clock = handClock()
  const brass = pretendShellHelm(40)
  const hands = new EventTarget()
  const driver = HelmDriver.parse({ kind: 'serial', device: 'pretend', direction })
  const helm = openHelm({ driver, shell: brass, clock, hands })
  const heard: HelmMove[] = []
  helm.listen((move) => heard.push(move))
  const turns = () => heard.reduce((sum, move) => sum + (move.type === 'turned' ? move.turns : 0), 0)
  const send = (name: string, facts: object) => {
    const event = Object.assign(new Event(name, { cancelable: true }), facts)
    hands.dispatchEvent(event)
    return event
  }
  return { clock, brass, helm, heard, turns, send }
}

describe('the helms of a screen', () => {
  test('turn the ship by as much as the brass wheel was turned', () => {
    const { brass, turns } = helmOnDeck()
    brass.plugIn(1000)
    for (let click = 0; click < 30; click += 1) brass.turn(10)
    expect(turns()).toBeCloseTo(0.5)
  })

  test('never turn the ship by pulling the cable and putting it back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (starts) => {
        const { brass, turns } = helmOnDeck()
        for (const start of starts) {
          brass.plugIn(start)
          brass.unplug()
        }
        return turns() === 0
      }),
    )
  })

  test('say at once that the brass wheel is lost, and the one on the screen goes on', () => {
    const { brass, helm, heard, turns } = helmOnDeck()
    brass.plugIn(0)
    brass.unplug()
    expect(heard.at(-1)).toEqual({ type: 'lost', by: 'serial' })
    helm.move({ type: 'turned', turns: 0.25, by: 'touch' })
    expect(turns()).toBe(0.25)
  })

  test('hear one press where the contact bounces', () => {
    const { brass, clock, heard } = helmOnDeck()
    brass.press()
    clock.advance(20)
    brass.press()
    clock.advance(400)
    brass.press()
    expect(heard.filter(({ type }) => type === 'pressed')).toHaveLength(2)
  })

  test('are turned by arrows and notches, and pressed by Enter', () => {
    const { send, heard, turns } = helmOnDeck()
    expect(send('keydown', { key: 'ArrowRight' }).defaultPrevented).toBe(true)
    send('keydown', { key: 'ArrowLeft' })
    expect(turns()).toBeCloseTo(0)
    send('wheel', { deltaY: 100, deltaMode: 0 })
    expect(turns()).toBeCloseTo(1 / 24)
    send('keydown', { key: 'Enter' })
    expect(heard.at(-1)).toEqual({ type: 'pressed', by: 'keys' })
  })

  test('are silent once let go', () => {
    const { brass, helm, heard, send } = helmOnDeck()
    helm[Symbol.dispose]()
    brass.plugIn(0)
    brass.turn(100)
    send('keydown', { key: 'ArrowRight' })
    expect(heard).toEqual([])
  })
})
