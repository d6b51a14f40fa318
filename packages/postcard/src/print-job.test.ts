import { describe, expect, test } from 'vitest'
import { printStateOf, troubleOf } from './index.ts'

describe('a print job', () => {
  test('is printed only when the print service has completed it', () => {
    expect([3, 4, 5, 6, 7, 8, 9].map(printStateOf)).toEqual([
      'waiting',
      'waiting',
      'printing',
      'stopped',
      'given-up',
      'given-up',
      'printed',
    ])
  })
})

describe('a printer', () => {
  test('names what is missing by its reasons, however grave they are called', () => {
    const saying = (...reasons: string[]) => troubleOf({ state: 3, accepting: true, reasons })
    expect(saying('none')).toBeUndefined()
    expect(saying('media-empty-error')).toBe('paper-out')
    expect(saying('media-jam-warning')).toBe('paper-jam')
    expect(saying('cover-open')).toBe('cover-open')
    expect(saying('offline-report')).toBeUndefined()
    expect(troubleOf({ state: 5, accepting: true, reasons: ['paused'] })).toBe('paused')
    expect(troubleOf({ state: 5, accepting: true, reasons: ['none'] })).toBe('other')
  })
})
