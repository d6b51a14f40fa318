import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dayStart, tallied } from '@riverside/smile'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { type CalibrationStore, calibrationStore, calibrationsOf } from './calibration-store.ts'

const noon = (day: string) => dayStart(day) + 12 * 3_600_000
let folder: string
let store: Store
let runs: CalibrationStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-calibration-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
  runs = calibrationStore(store, 'pier')
})
afterEach(() => {
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

type Said = 'smiling' | 'not-smiling'
function count(faces: number, reader: Said, observers: readonly [Said, Said], day = '2026-03-14'): void {
  const change = (tally: Parameters<typeof tallied>[0]) =>
    Array.from({ length: faces }).reduce<typeof tally>((each) => tallied(each, reader, ...observers), tally)
  runs.count('entry', 'normal', change, noon(day))
}
function countEnough(): void {
  count(190, 'smiling', ['smiling', 'smiling'])
  count(10, 'not-smiling', ['smiling', 'smiling'])
  count(200, 'not-smiling', ['not-smiling', 'not-smiling'])
}

describe('a calibration', () => {
  test('corrects nothing until it is adopted, and its door alone', () => {
    countEnough()
    expect(calibrationsOf(store, 'pier', noon('2026-03-14'))).toEqual({})
    expect(runs.adopt('entry', noon('2026-03-14'))).toBe('valid')
    expect(calibrationsOf(store, 'pier', noon('2026-03-14'))).toEqual({
      entry: { sensitivity: { x: 190, n: 200 }, specificity: { x: 200, n: 200 } },
    })
    expect(calibrationsOf(store, 'lock', noon('2026-03-14'))).toEqual({})
  })

  test('adds up the kinds of light of its door', () => {
    countEnough()
    runs.count('entry', 'back-lit', (tally) => tallied(tally, 'smiling', 'smiling', 'smiling'), noon('2026-03-15'))
    const open = runs.open('entry', noon('2026-03-15'))
    expect(open?.lights.map(({ light }) => light)).toEqual(['back-lit', 'normal'])
    expect(open?.whole.smilingSeen).toBe(191)
    expect(open?.began).toBe('2026-03-14')
  })

  test('is refused while it is too small, or where the observers do not agree', () => {
    expect(runs.adopt('entry', noon('2026-03-14'))).toBe('nothing-counted')
    count(20, 'smiling', ['smiling', 'smiling'])
    expect(runs.adopt('entry', noon('2026-03-14'))).toBe('too-few')
    countEnough()
    count(90, 'smiling', ['smiling', 'not-smiling'])
    expect(runs.adopt('entry', noon('2026-03-14'))).toBe('observers-disagree')
    expect(runs.adopted('entry', noon('2026-03-14'))).toBeUndefined()
  })

  test('stops correcting ninety days after its first judgement, and before it', () => {
    countEnough()
    runs.adopt('entry', noon('2026-03-14'))
    expect(calibrationsOf(store, 'pier', noon('2026-06-12')).entry).toBeDefined()
    expect(calibrationsOf(store, 'pier', noon('2026-06-13'))).toEqual({})
    expect(runs.adopted('entry', noon('2026-06-13'))?.state).toBe('expired')
    expect(calibrationsOf(store, 'pier', noon('2026-03-13'))).toEqual({})
    expect(runs.adopted('entry', noon('2026-03-13'))?.state).toBe('ahead-of-its-time')
  })

  test('stops correcting when another detector reads', () => {
    countEnough()
    runs.adopt('entry', noon('2026-03-14'))
    store.database.exec(`UPDATE calibration_run SET detector = 'older'`)
    expect(runs.adopted('entry', noon('2026-03-14'))?.state).toBe('another-detector')
    expect(calibrationsOf(store, 'pier', noon('2026-03-14'))).toEqual({})
  })

  test('stays in force while the next one is counted, and after that was thrown away', () => {
    countEnough()
    runs.adopt('entry', noon('2026-03-14'))
    count(1, 'smiling', ['smiling', 'smiling'], '2026-05-01')
    expect(runs.open('entry', noon('2026-05-01'))?.whole.smilingSeen).toBe(1)
    runs.drop('entry')
    expect(runs.open('entry', noon('2026-05-01'))).toBeUndefined()
    expect(runs.adopted('entry', noon('2026-05-01'))?.whole.smilingSeen).toBe(190)
  })

  test('keeps nothing finer than a day, and nothing but counts', () => {
    countEnough()
    const columns = (table: string) =>
      (store.database.prepare(`PRAGMA table_info(${table})`).all() as Array<{ name: string; type: string }>)
        .filter(({ type }) => type !== 'INTEGER')
        .map(({ name }) => name)
    expect(columns('calibration_run')).toEqual(['station', 'door', 'began', 'detector'])
    expect(columns('calibration_tally')).toEqual(['station', 'door', 'light_class'])
    expect(store.database.prepare('SELECT began FROM calibration_run').get()).toEqual({ began: '2026-03-14' })
  })
})
