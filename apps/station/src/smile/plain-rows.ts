import { shanghaiText } from '@riverside/smile'
import type { NamedRow } from './columns.ts'
import type { ReceptionRow } from './receptions-table.ts'

const to4 = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)))

const plainInterval = ({ value, low, high }: { value: number | null; low: number | null; high: number | null }) => ({
  value: to4(value),
  low: to4(low),
  high: to4(high),
})

const plainDoor = ({ n, u, x, rate, low, high, usable, designEffect, bounds, note }: NamedRow['entry']) => ({
  n,
  u,
  x,
  rate: to4(rate),
  low: to4(low),
  high: to4(high),
  usable: to4(usable),
  designEffect: to4(designEffect),
  bounds: bounds && { worst: to4(bounds.worst), best: to4(bounds.best) },
  note,
})

/** A line of the groups that guides led, as programs want it. */
export const plainReception = ({ station, name, start, end, groups, uncounted, people, note }: ReceptionRow) => ({
  station,
  name,
  start: shanghaiText(start),
  end: shanghaiText(end),
  groups,
  uncounted,
  people,
  note,
})

/** A row as programs want it: codes instead of words, the same rounding and the same gaps as every other file. */
export function plainRow(row: NamedRow) {
  const { presses, response, topTwo, low, high, mean } = row.report
  return {
    station: row.station,
    name: row.name,
    start: shanghaiText(row.start),
    end: shanghaiText(row.end),
    mode: row.mode,
    in: row.in,
    out: row.out,
    closure: to4(row.closure),
    entry: plainDoor(row.entry),
    exit: plainDoor(row.exit),
    delta: { ...row.delta, ...plainInterval(row.delta) },
    corrected: row.corrected && plainInterval(row.corrected),
    pairs: { n: row.pairs.n, ...plainInterval(row.pairs) },
    stay: row.stay,
    report: {
      presses,
      response: to4(response),
      topTwo: to4(topTwo),
      low: to4(low),
      high: to4(high),
      mean: to4(mean),
    },
    covered: to4(row.covered),
    flags: row.flags,
  }
}
