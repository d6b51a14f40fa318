import { seededChance } from '@riverside/kit'
import { expect, test } from 'vitest'
import { killWriters } from './kill-writers.ts'

/** A few by every run; `KILLS=10000` for the whole number. */
const kills = Number(process.env.KILLS ?? 16)

test('writers killed at any moment have lost nothing they acknowledged, and left at most one count untold', async () => {
  const report = await killWriters({ kills, seconds: 7200, chance: seededChance(7) })
  expect(report).toMatchObject({ kills, wrong: 0, integrity: 'ok' })
  expect(report.found - report.acknowledged).toBeLessThanOrEqual(kills)
}, 7_300_000)
