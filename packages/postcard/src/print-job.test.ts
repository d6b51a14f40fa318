import { describe, expect, test } from 'vitest'
import { cardMedia, jobStateOf, printStateOf, troubleOf } from './index.ts'

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

  test('is given up where its filter failed, whatever state it was left in', () => {
    expect(jobStateOf({ state: 6, reasons: ['job-completed-with-errors'] })).toBe('given-up')
    expect(jobStateOf({ state: 9, reasons: ['job-completed-with-errors'] })).toBe('given-up')
    expect(jobStateOf({ state: 8, reasons: ['processing-to-stop-point'] })).toBe('given-up')
    expect(jobStateOf({ state: 6, reasons: ['printer-stopped'] })).toBe('stopped')
  })

  test('does not wait its turn where the service holds it, and does while its pages are coming in', () => {
    for (const reason of ['job-hold-until-specified', 'cups-held-for-authentication', 'resources-are-not-ready'])
      expect(jobStateOf({ state: 4, reasons: [reason] })).toBe('stopped')
    expect(jobStateOf({ state: 4, reasons: ['job-incoming'] })).toBe('waiting')
    expect(jobStateOf({ state: 3, reasons: ['none'] })).toBe('waiting')
    expect(jobStateOf({ state: 5, reasons: ['job-printing'] })).toBe('printing')
  })
})

describe('a printer', () => {
  test('names what is missing by its reasons, however grave they are called', () => {
    const saying = (...reasons: string[]) => troubleOf({ state: 3, accepting: true, reasons })
    expect(saying('none')).toBeUndefined()
    expect(saying('media-empty-error')).toBe('paper-out')
    expect(saying('media-jam-warning')).toBe('paper-jam')
    expect(saying('cover-open')).toBe('cover-open')
    expect(saying('marker-supply-empty-error')).toBe('ink-out')
    expect(saying('marker-supply-low-warning')).toBeUndefined()
    expect(saying('offline-report')).toBeUndefined()
    expect(troubleOf({ state: 5, accepting: true, reasons: ['paused'] })).toBe('paused')
    expect(troubleOf({ state: 5, accepting: true, reasons: ['none'] })).toBe('other')
  })
})

describe('the paper a queue lists', () => {
  test('is asked for by the card’s own size where any size goes', () => {
    expect(cardMedia(['custom_min_50x50mm', 'custom_max_300x300mm', 'jpn_hagaki_100x148mm'])).toBe('Custom.148x100mm')
    // A tray of 148 mm takes the card standing.
    expect(cardMedia(['custom_min_70x127mm', 'custom_max_127x432mm'])).toBe('Custom.100x148mm')
  })
  test('is asked for by its name where only some sizes go, lying or standing', () => {
    expect(cardMedia(['iso_a4_210x297mm', 'jpn_hagaki_100x148mm'])).toBe('jpn_hagaki_100x148mm')
    expect(cardMedia(['om_card_3.937x5.827in'])).toBe('om_card_3.937x5.827in')
  })
  test('is missed where there is none, and nothing is printed on another', () => {
    expect(cardMedia(['iso_a4_210x297mm', 'na_letter_8.5x11in', 'iso_a6_105x148mm'])).toBeUndefined()
    expect(cardMedia([])).toBeUndefined()
  })
})
