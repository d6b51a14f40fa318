import type { SliceLength } from '@riverside/smile'

/** Minutes since midnight in Shanghai to the middle of a quarter-hour, eight hours ahead of UTC. */
const minutes = `(((CAST(substr(quarter, 12, 2) AS INTEGER) + 8) % 24) * 60 + CAST(substr(quarter, 15, 2) AS INTEGER) + 7.5)`

/** What quarter-hours are added up to, by the column's name: the same names in the table of totals, where they are added up once more. */
export const bucketSums: Readonly<Record<string, string>> = {
  in_n: 'sum(in_n)',
  out_n: 'sum(out_n)',
  in_minutes: `sum(in_n * ${minutes})`,
  out_minutes: `sum(out_n * ${minutes})`,
  n: 'sum(n)',
  u: 'sum(u)',
  x: 'sum(x)',
  partyless: 'max(n > 0 AND sum_n2 = 0)',
  parties: 'sum(CASE WHEN n > 0 THEN parties ELSE 0 END)',
  sum_x2: 'sum(CASE WHEN n > 0 THEN sum_x2 ELSE 0 END)',
  sum_xn: 'sum(CASE WHEN n > 0 THEN sum_xn ELSE 0 END)',
  sum_n2: 'sum(CASE WHEN n > 0 THEN sum_n2 ELSE 0 END)',
  covered: 'sum(covered_s)',
  quarters: 'count(*)',
  uncounted: 'max(counter_state IS NOT NULL)',
  doubt: `max(coalesce(clock_state <> 'sound', 0))`,
  first_detector: 'min(detector_version)',
  last_detector: 'max(detector_version)',
  b1: 'sum(b1)',
  b2: 'sum(b2)',
  b3: 'sum(b3)',
  b4: 'sum(b4)',
  b5: 'sum(b5)',
  p11: 'sum(p11)',
  p10: 'sum(p10)',
  p01: 'sum(p01)',
  p00: 'sum(p00)',
}

/** The stretch a quarter-hour belongs to: an hour of UTC, `2026-03-14T02`, or a day of Shanghai, `2026-03-14`. */
export const spanOfQuarter: Readonly<Record<SliceLength, string>> = {
  hour: 'substr(quarter, 1, 13)',
  day: `date(quarter, '+8 hours')`,
}
