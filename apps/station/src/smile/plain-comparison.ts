import type { Comparison } from '@riverside/contract'
import type { ComparedDoor, PublishedComparison } from '@riverside/smile'

/** Rounded as every figure that leaves the station is. */
export function plainComparison(told: PublishedComparison, nameOf: (station: string) => string): Comparison {
  const side = ({ period, covered, detectors, ...rest }: PublishedComparison['a']) => ({
    ...rest,
    ...period,
    name: nameOf(rest.station),
    covered: to4(covered),
    detectors: [...detectors],
  })
  const { a, b, change, verdict, note } = told.delta
  return {
    mode: told.mode,
    a: side(told.a),
    b: side(told.b),
    entry: plainDoor(told.entry),
    exit: plainDoor(told.exit),
    delta: { a: to4(a), b: to4(b), change: change && rounded(change), verdict, note },
    parts: told.parts.map(rounded),
    strata: told.strata.map(({ a, b, ...rest }) => ({
      ...rest,
      a: { n: a.n, rate: to4(a.rate) },
      b: { n: b.n, rate: to4(b.rate) },
    })),
    flags: [...told.flags],
    suppressed: told.suppressed,
  }
}

const plainDoor = ({ a, b, crude, misleads, standardised, share, verdict, note }: ComparedDoor) => ({
  a: rounded(a),
  b: rounded(b),
  crude: crude && rounded(crude),
  misleads,
  standardised: standardised && rounded(standardised),
  share: { a: to4(share.a), b: to4(share.b) },
  verdict,
  note,
})

function to4(value: number): number
function to4(value: number | null): number | null
function to4(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(4))
}

/** Every figure of a flat record to four digits; counts are whole and stay as they are. */
const rounded = <Row extends object>(row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? to4(value) : value]),
  ) as Row
