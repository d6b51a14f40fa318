import { createHash } from 'node:crypto'
import type { Compare, readCompare } from '@riverside/contract'
import { fail, type Instant, ok, type Result } from '@riverside/kit'
import {
  dayAfter,
  dayOf,
  dayStart,
  definitionsVersion,
  type Period,
  publishComparison,
  quarterAt,
  readPeriod,
  shareDays,
  thresholds,
} from '@riverside/smile'
import type { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }
import { calibrationsFor, type SourceNeeds } from './figures-source.ts'
import { plainComparison } from './plain-comparison.ts'
import type { SliceStore } from './slice-store.ts'

type Query = z.output<typeof readCompare.body>
type Problem = (typeof readCompare.problems)[number]
type AskedSide = { readonly station: string; readonly period: Period }
export type AskedComparison = { readonly a: AskedSide; readonly b: AskedSide }

/** What a query means at this moment. Without `b` it is the same days at the other station. */
export function askedToCompare(query: Query, known: readonly string[], now: Instant): Result<AskedComparison, Problem> {
  const today = dayOf(quarterAt(now))
  const [one, other] = [readPeriod(query.a, today), readPeriod(query.b ?? query.a, today)]
  if (!one || !other) return fail('not-a-period')
  const station = query.station ?? (known.length === 1 ? known[0] : undefined)
  if (station === undefined) return fail(known.length === 0 ? 'no-such-station' : 'which-station')
  const second = query.other ?? station
  if (!known.includes(station) || !known.includes(second)) return fail('no-such-station')
  if (station === second && shareDays(one, other)) return fail('periods-share-days')
  return ok({ a: { station, period: one }, b: { station: second, period: other } })
}

/** The answer to one query, and a tag that is the same for the same answer. */
export function compareOf(
  store: SliceStore,
  asked: AskedComparison,
  needs: SourceNeeds,
): { readonly answer: Compare; readonly tag: string } {
  const side = ({ station, period }: AskedSide) => {
    const slices = store.slices(station, dayStart(period.from), dayStart(dayAfter(period.to)), 'hour')
    return { slices, period, calibrations: calibrationsFor(station, slices, needs).calibrations }
  }
  const answer: Compare = {
    definitions: definitionsVersion,
    software: manifest.version,
    thresholds: { ...thresholds },
    caption: '笑脸率之差，不等于满意度 / A difference in smile rates, not satisfaction',
    comparisons: publishComparison(side(asked.a), side(asked.b)).map((told) => plainComparison(told, needs.nameOf)),
  }
  // The fields are written in one order, so that their text stands for the question and the answer.
  const tag = createHash('sha256')
    .update(JSON.stringify([asked, answer]))
    .digest('base64url')
    .slice(0, 24)
  return { answer, tag }
}
