import { describe, expect, test } from 'vitest'
import { printServiceOf } from './print-service.ts'

describe('the print service', () => {
  test('is this machine’s own, also where programs are told to find it by its socket', () => {
    for (const said of [undefined, '', '/run/cups/cups.sock'])
      expect(printServiceOf(said)).toEqual({ host: '127.0.0.1', port: 631 })
  })

  test('is another where CUPS_SERVER names one, written as CUPS has it', () => {
    expect(printServiceOf('printers.museum.example')).toEqual({ host: 'printers.museum.example', port: 631 })
    expect(printServiceOf('localhost:8631')).toEqual({ host: 'localhost', port: 8631 })
    expect(printServiceOf('10.0.0.5:631/version=1.1')).toEqual({ host: '10.0.0.5', port: 631 })
  })
})
