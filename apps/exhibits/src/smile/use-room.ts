import { call, giveTicket, issueTicket, recordAnswer, type StationFile, type Wire } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { codeOfSigns, signsOfCode, signsOnTicket } from '@riverside/smile'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { Metering } from './metering.ts'
import { readOnce } from './reading.ts'
import { enter, next, type Room, type RoomEvent, type RoomRules } from './room.ts'

type Needs = {
  readonly file: StationFile['smile']
  readonly wire: Wire
  readonly clock: Clock
  readonly onLeave: () => void
}

/** Kept until the visit is over, when the stage clears it: this visitor has been asked how it was. */
const askedKey = 'smile-asked'

/**
 * One visitor's way through the room, carried out: the nets are started with the room, so that they are warm when the answer comes; the
 * camera only ever by the answer. Leaving the room closes it, and whoever leaves the five buttons untouched counts as one who walked by.
 */
export function useRoom({ file, wire, clock, onLeave }: Needs) {
  const { mode, door, asksDoor } = file
  const wasAsked = useRef(sessionStorage.getItem(askedKey) !== null).current
  const rules: RoomRules = { mode, door, asksDoor, wasAsked }
  const [room, tell] = useReducer((before: Room, event: RoomEvent) => next(before, event, rules), rules, enter)
  const metering = useRef<Metering | undefined>(undefined)
  const stopping = useRef<AbortController | undefined>(undefined)

  useEffect(() => {
    if (mode !== 'opt-in') return
    const started = new Metering()
    metering.current = started
    return () => {
      stopping.current?.abort()
      metering.current = undefined
      started[Symbol.dispose]()
    }
  }, [mode])

  const hasLeft = room.at === 'left'
  const leaving = useRef(onLeave)
  leaving.current = onLeave
  useEffect(() => {
    if (hasLeft) leaving.current()
  }, [hasLeft])

  const readAt = 'door' in room ? room.door : door
  const agree = useCallback(() => {
    const stop = new AbortController()
    if (metering.current === undefined) return
    stopping.current = stop
    tell({ type: 'agreed' })
    const needs = {
      file: { ...file, door: readAt },
      wire,
      clock,
      metering: metering.current,
      onOpen: () => tell({ type: 'opened' }),
    }
    void readOnce(needs, stop.signal).then((end) => {
      if (end.type === 'stopped') tell({ type: 'stopped' })
      else if (end.type === 'read') tell(end)
      else tell({ type: 'failed', trouble: end.trouble })
    })
  }, [file, readAt, wire, clock])
  const stop = useCallback(() => stopping.current?.abort(), [])

  const receipt = room.at === 'thanks' ? room.receipt : null
  const takeTicket = useCallback(() => {
    if (receipt === null) return
    void call(wire, issueTicket, { receipt }).then((issued) => {
      if (issued.ok) tell({ type: 'ticket-issued', signs: signsOfCode(issued.value.code), until: issued.value.until })
      else tell({ type: 'ticket-refused', trouble: issued.error === 'no-reading' ? 'no-reading' : 'unreachable' })
    })
  }, [wire, receipt])

  const onPad = room.at === 'pad' ? room : undefined
  const given = onPad?.signs.length === signsOnTicket ? codeOfSigns(onPad.signs) : undefined
  const padReceipt = onPad?.receipt
  useEffect(() => {
    if (given === undefined || padReceipt === undefined) return
    void call(wire, giveTicket, { receipt: padReceipt, code: given }).then((taken) => {
      if (taken.ok) return tell({ type: 'ticket-taken' })
      const isOurs = taken.error !== 'not-understood' && taken.error !== 'not-allowed' && taken.error !== 'too-many'
      tell({ type: 'ticket-refused', trouble: isOurs ? taken.error : 'unreachable' })
    })
  }, [given, padReceipt, wire])

  const isAsking = room.at === 'report'
  const hasAnswered = useRef(false)
  const answer = useCallback(
    (button: number | null) => {
      // The first touch counts; a second one in the same breath finds nothing.
      if (hasAnswered.current) return
      hasAnswered.current = true
      sessionStorage.setItem(askedKey, 'yes')
      const told = call(wire, recordAnswer, { button })
      if (button === null) return tell({ type: 'went-on' })
      void told.then((answered) =>
        tell({
          type: 'answered',
          counted: !answered.ok ? 'unreachable' : answered.value.counted ? 'counted' : 'too-fast',
        }),
      )
    },
    [wire],
  )
  useEffect(() => {
    if (!isAsking) return
    return () => {
      if (!hasAnswered.current) void call(wire, recordAnswer, { button: null })
    }
  }, [isAsking, wire])

  return { room, tell, agree, stop, takeTicket, answer }
}
