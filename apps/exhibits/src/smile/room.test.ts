import { ticketSigns } from '@riverside/smile'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enter, next, type Room, type RoomEvent, type RoomRules } from './room.ts'

const atEntry: RoomRules = { mode: 'opt-in', door: 'entry', asksDoor: false, wasAsked: false }
const atExit: RoomRules = { ...atEntry, door: 'exit' }
const receipt = 'abcdefghijklmnopqrstuv'
const after = (rules: RoomRules, ...events: readonly RoomEvent[]): Room =>
  events.reduce((room, event) => next(room, event, rules), enter(rules))

const on = { type: 'went-on' } as const
const reading: readonly RoomEvent[] = [{ type: 'agreed' }, { type: 'opened' }, { type: 'read', counted: true, receipt }]

describe('the room of lanterns', () => {
  test('lets whoever comes in say no and be gone', () => {
    expect(after(atEntry, on)).toEqual({ at: 'left' })
  })

  test('asks whoever goes out how it was, whether or not a lantern was lit', () => {
    expect(after(atExit, on).at).toBe('report')
    expect(after(atExit, ...reading, on).at).toBe('report')
    expect(after(atExit, { type: 'agreed' }, { type: 'failed', trouble: 'no-camera' }, on).at).toBe('report')
  })

  test('has its five buttons where staff have switched the camera off, and nothing else', () => {
    expect(enter({ ...atExit, mode: 'off' }).at).toBe('report')
    expect(enter({ ...atEntry, mode: 'off' })).toMatchObject({ at: 'trouble', trouble: 'switched-off' })
  })

  test('asks a visitor once', () => {
    const again = { ...atExit, wasAsked: true }
    expect(after(again, on)).toEqual({ at: 'left' })
    expect(after({ ...again, mode: 'off' }).at).toBe('trouble')
  })

  test('says of a camera that always reads that it does, and asks for no yes', () => {
    expect(enter({ ...atEntry, mode: 'ambient' })).toEqual({ at: 'always-on', door: 'entry' })
    expect(after({ ...atExit, mode: 'ambient' }, { type: 'agreed' }, on).at).toBe('report')
  })

  test('counts each visitor of one machine at the door he named', () => {
    const both = { ...atEntry, asksDoor: true }
    expect(after(both, { type: 'door-said', door: 'exit' }, ...reading)).toMatchObject({ at: 'thanks', door: 'exit' })
    expect(after(both, { type: 'door-said', door: 'entry' }, ...reading, on)).toEqual({ at: 'left' })
  })

  test('takes a ticket after the reading on the way out, and says so by the buttons', () => {
    const pad = [...reading, { type: 'pad-wanted' } as const]
    expect(after(atExit, ...pad)).toMatchObject({ at: 'pad', receipt })
    expect(after(atExit, ...pad, { type: 'ticket-taken' })).toEqual({ at: 'report', isPaired: true })
    expect(after(atExit, ...pad, { type: 'ticket-refused', trouble: 'used-ticket' })).toMatchObject({
      signs: [],
      trouble: 'used-ticket',
    })
    expect(after(atExit, ...pad, on)).toEqual({ at: 'report', isPaired: false })
  })

  test('says so where a ticket could not be had, and offers none again', () => {
    const missed = after(atEntry, ...reading, { type: 'ticket-refused', trouble: 'unreachable' })
    expect(missed).toMatchObject({ at: 'thanks', counted: true, receipt: null, isWithoutTicket: true })
  })

  test('has no pad where nothing was read', () => {
    const unread: readonly RoomEvent[] = [{ type: 'agreed' }, { type: 'read', counted: true, receipt: null }]
    expect(after(atExit, ...unread, { type: 'pad-wanted' }).at).toBe('thanks')
  })
})

describe('whatever a visitor does', () => {
  const rules = fc.record({
    mode: fc.constantFrom('opt-in', 'ambient', 'off'),
    door: fc.constantFrom('entry', 'exit'),
    asksDoor: fc.boolean(),
    wasAsked: fc.boolean(),
  }) as fc.Arbitrary<RoomRules>
  const event = fc.oneof(
    fc.constantFrom<RoomEvent>(
      { type: 'door-said', door: 'exit' },
      { type: 'door-said', door: 'entry' },
      { type: 'agreed' },
      { type: 'opened' },
      { type: 'stopped' },
      { type: 'failed', trouble: 'lost' },
      { type: 'read', counted: true, receipt },
      { type: 'ticket-issued', signs: [], until: '20:00' },
      { type: 'pad-wanted' },
      { type: 'sign-taken-back' },
      { type: 'ticket-taken' },
      { type: 'ticket-refused', trouble: 'resting' },
      { type: 'answered', counted: 'counted' },
      on,
    ),
    fc.constantFrom(...ticketSigns).map((sign): RoomEvent => ({ type: 'sign-touched', sign })),
  )

  test('the way out is never more than four steps of going on', () => {
    fc.assert(
      fc.property(rules, fc.array(event, { maxLength: 30 }), (each, events) => {
        const room = after(each, ...events)
        const isBusy = room.at === 'opening' || room.at === 'reading'
        const settled = isBusy ? next(room, { type: 'stopped' }, each) : room
        let left = settled
        for (let step = 0; step < 4; step++) left = next(left, on, each)
        expect(left).toEqual({ at: 'left' })
      }),
    )
  })

  test('a reading comes before the river, the ticket and the buttons, and the pad never holds more than a ticket', () => {
    fc.assert(
      fc.property(rules, fc.array(event, { maxLength: 30 }), (each, events) => {
        let room = enter(each)
        let wasRead = false
        for (const event of events) {
          const before = room
          room = next(before, event, each)
          if (before.at === 'reading' || before.at === 'opening') wasRead ||= room.at === 'thanks'
          if (room.at === 'thanks' || room.at === 'ticket' || room.at === 'pad') expect(wasRead).toBe(true)
          if (room.at === 'pad') expect(room.signs.length).toBeLessThanOrEqual(5)
          if (room.at === 'report') expect(each.wasAsked).toBe(false)
        }
      }),
    )
  })
})
