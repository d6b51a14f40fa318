import { StationFile } from '@riverside/contract'
import { describe, expect, test } from 'vitest'
import { closingToday, isOpen } from './opening.ts'

const hoursWith = (exceptions: readonly object[]) =>
  StationFile.parse({
    station: { id: 'here', name: { zh: '本站', en: 'Here' }, place: { zh: '江边', en: 'Quay' } },
    hours: { open: '10:00', close: '20:00', exceptions },
  }).hours

describe('the closing hour on the attract screen', () => {
  test('is the usual one on a usual day', () => {
    expect(closingToday(hoursWith([]), Date.parse('2026-10-01T12:00:00+08:00'))).toBe('20:00')
  })

  test('is the exception of the day as it is counted in Shanghai', () => {
    const hours = hoursWith([{ date: '2026-10-01', open: '10:00', close: '17:30' }])
    expect(closingToday(hours, Date.parse('2026-10-01T00:30:00+08:00'))).toBe('17:30')
    expect(closingToday(hours, Date.parse('2026-10-02T00:30:00+08:00'))).toBe('20:00')
  })

  test('is not there on a day that stays closed', () => {
    expect(
      closingToday(
        hoursWith([{ date: '2026-10-01', open: null, close: null }]),
        Date.parse('2026-10-01T12:00:00+08:00'),
      ),
    ).toBeUndefined()
  })
})

describe('the station', () => {
  test('is open from its first hour to its last, as Shanghai counts them', () => {
    const open = (time: string) => isOpen(hoursWith([]), Date.parse(`2026-10-01T${time}:00+08:00`))
    expect([open('09:59'), open('10:00'), open('19:59'), open('20:00')]).toEqual([false, true, true, false])
  })

  test('is closed on a day it stays closed', () => {
    const closed = hoursWith([{ date: '2026-10-01', open: null, close: null }])
    expect(isOpen(closed, Date.parse('2026-10-01T12:00:00+08:00'))).toBe(false)
  })
})
