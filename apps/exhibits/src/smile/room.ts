import type { TicketSign } from '@riverside/smile'
import { signsOnTicket } from '@riverside/smile'
import type { Trouble } from './smile-words.ts'

type Door = 'entry' | 'exit'
export type PadTrouble = 'unknown-ticket' | 'used-ticket' | 'tickets-lost' | 'resting' | 'no-reading' | 'unreachable'

/** Where one visitor is in the room of lanterns. Nothing in it says what a reading found. */
export type Room =
  /** One machine for both doors asks which one it is. */
  | { readonly at: 'door' }
  | { readonly at: 'notice'; readonly door: Door }
  /** The camera at the door always reads; nobody is asked here. */
  | { readonly at: 'always-on'; readonly door: Door }
  /** The answer was yes; the page says so before the camera opens. */
  | { readonly at: 'opening'; readonly door: Door }
  | { readonly at: 'reading'; readonly door: Door }
  | { readonly at: 'trouble'; readonly door: Door; readonly trouble: Trouble }
  /** The lantern is on the water, and the river is full of the others'. */
  | {
      readonly at: 'thanks'
      readonly door: Door
      readonly counted: boolean
      readonly receipt: string | null
      /** A ticket was asked for and could not be had. */
      readonly isWithoutTicket?: true
    }
  | { readonly at: 'ticket'; readonly signs: readonly TicketSign[]; readonly until: string }
  | {
      readonly at: 'pad'
      readonly receipt: string
      readonly signs: readonly TicketSign[]
      readonly trouble: PadTrouble | undefined
    }
  | { readonly at: 'report'; readonly isPaired: boolean }
  | { readonly at: 'answered'; readonly counted: 'counted' | 'too-fast' | 'unreachable' }
  | { readonly at: 'left' }

export type RoomRules = {
  readonly mode: 'opt-in' | 'ambient' | 'off'
  readonly door: Door
  readonly asksDoor: boolean
  /** This visitor was asked by the five buttons before: once a visit is enough. */
  readonly wasAsked: boolean
}

export type RoomEvent =
  | { readonly type: 'door-said'; readonly door: Door }
  | { readonly type: 'agreed' }
  | { readonly type: 'opened' }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'read'; readonly counted: boolean; readonly receipt: string | null }
  | { readonly type: 'ticket-issued'; readonly signs: readonly TicketSign[]; readonly until: string }
  | { readonly type: 'pad-wanted' }
  | { readonly type: 'sign-touched'; readonly sign: TicketSign }
  | { readonly type: 'sign-taken-back' }
  | { readonly type: 'ticket-taken' }
  | { readonly type: 'ticket-refused'; readonly trouble: PadTrouble }
  | { readonly type: 'answered'; readonly counted: 'counted' | 'too-fast' | 'unreachable' }
  /** No, go on, rather not: whatever the screen offers beside its own thing. */
  | { readonly type: 'went-on' }

export const enter = (rules: RoomRules): Room => (rules.asksDoor ? { at: 'door' } : arrive(rules.door, rules))

/** What a door has for a visitor: the notice, what its camera does anyway, or, on the way out without any camera, the five buttons. */
function arrive(door: Door, rules: RoomRules): Room {
  if (rules.mode === 'opt-in') return { at: 'notice', door }
  if (rules.mode === 'ambient') return { at: 'always-on', door }
  const room = onward(door, rules)
  return room.at === 'left' ? { at: 'trouble', door, trouble: 'switched-off' } : room
}

/** Every way on leads out of the room; on the way out it leads past the five buttons, lantern or not. */
const onward = (door: Door, { wasAsked }: RoomRules): Room =>
  door === 'exit' && !wasAsked ? { at: 'report', isPaired: false } : { at: 'left' }

export function next(room: Room, event: RoomEvent, rules: RoomRules): Room {
  switch (room.at) {
    case 'door':
      if (event.type === 'door-said') return arrive(event.door, rules)
      return event.type === 'went-on' ? { at: 'left' } : room
    case 'notice':
      if (event.type === 'agreed') return { at: 'opening', door: room.door }
      return event.type === 'went-on' ? onward(room.door, rules) : room
    case 'opening':
    case 'reading':
      return whileReading(room, event)
    case 'thanks':
      if (event.type === 'ticket-issued') return { at: 'ticket', signs: event.signs, until: event.until }
      if (event.type === 'ticket-refused') return { ...room, receipt: null, isWithoutTicket: true }
      if (event.type === 'pad-wanted' && room.receipt !== null)
        return { at: 'pad', receipt: room.receipt, signs: [], trouble: undefined }
      return event.type === 'went-on' ? onward(room.door, rules) : room
    case 'pad':
      return onPad(room, event, rules)
    case 'report':
      if (event.type === 'answered') return { at: 'answered', counted: event.counted }
      return event.type === 'went-on' ? { at: 'left' } : room
    case 'always-on':
    case 'trouble':
      return event.type === 'went-on' ? onward(room.door, rules) : room
    case 'ticket':
    case 'answered':
      return event.type === 'went-on' ? { at: 'left' } : room
    case 'left':
      return room
  }
}

function whileReading(room: Extract<Room, { at: 'opening' | 'reading' }>, event: RoomEvent): Room {
  const { door } = room
  if (event.type === 'opened') return { at: 'reading', door }
  if (event.type === 'stopped') return { at: 'notice', door }
  if (event.type === 'failed') return { at: 'trouble', door, trouble: event.trouble }
  return event.type === 'read' ? { at: 'thanks', door, counted: event.counted, receipt: event.receipt } : room
}

function onPad(room: Extract<Room, { at: 'pad' }>, event: RoomEvent, rules: RoomRules): Room {
  switch (event.type) {
    case 'sign-touched':
      return room.signs.length < signsOnTicket
        ? { ...room, signs: [...room.signs, event.sign], trouble: undefined }
        : room
    case 'sign-taken-back':
      return { ...room, signs: room.signs.slice(0, -1), trouble: undefined }
    case 'ticket-refused':
      return { ...room, signs: [], trouble: event.trouble }
    case 'ticket-taken': {
      const on = onward('exit', rules)
      return on.at === 'report' ? { ...on, isPaired: true } : on
    }
    case 'went-on':
      return onward('exit', rules)
    default:
      return room
  }
}
