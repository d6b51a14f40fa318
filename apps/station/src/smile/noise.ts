import { createHmac } from 'node:crypto'
import {
  closureOf,
  noiseBase,
  noiseDeviation,
  noisy,
  type PublishedDoor,
  type PublishedRow,
  thresholds,
} from '@riverside/smile'

/** Which losses of privacy a file may be made with: less than this drowns every count, more hides nobody. */
export const epsilonRange = { least: 0.1, most: 5 } as const

export const isEpsilon = (value: number): boolean => value >= epsilonRange.least && value <= epsilonRange.most

/** What a file says of its noise (R8). */
export type NoiseFacts = {
  readonly epsilon: number
  /** α = e^(−ε/2) of the two-sided geometric distribution, and its standard deviation in visitors. */
  readonly base: number
  readonly deviation: number
  readonly drawnWith: string
}

const to4 = (value: number): number => Number(value.toFixed(4))

export const noiseFacts = (epsilon: number): NoiseFacts => ({
  epsilon,
  base: to4(noiseBase(epsilon)),
  deviation: to4(noiseDeviation(epsilon)),
  drawnWith:
    '驿站自己的密钥和每个格子的位置：同一问得同一份文件，多存几次也平均不掉 / a key of the station’s own and the place of each cell: the same question gives the same file, and asking again averages nothing out',
})

/**
 * Adds noise to every count of a published row (R8), and reckons what follows from counts anew; limits widen by what the noise may have
 * moved. Which cells are held back was decided on the true counts; no count below R1 comes out of it. What cannot be made of noisy counts
 * (corrected differences, ticket differences, mean stays, mean marks) is left out.
 * @param key decides the noise together with station, mode, stretch and column: who lacks it cannot take the noise off.
 * @param place tells rows of the same stretch apart, such as hours of the day.
 */
export function noisyRow<Row extends PublishedRow>(row: Row, key: string, epsilon: number, place = ''): Row {
  const countOf = (column: string, count: number): number =>
    drawn(count, key, epsilon, `${row.station}\n${row.mode}\n${row.start}\n${row.end}\n${place}\n${column}`)
  const shown = (column: string, count: number | null): number | null =>
    count === null ? null : Math.max(thresholds.leastShown, countOf(column, count))
  const [came, left] = [shown('in', row.in), shown('out', row.out)]
  const entry = noisyDoor(row.entry, (column, count) => countOf(`entry ${column}`, count))
  const exit = noisyDoor(row.exit, (column, count) => countOf(`exit ${column}`, count))
  const presses = shown('presses', row.report.presses)
  return {
    ...row,
    in: came,
    out: left,
    closure:
      came === null || left === null || row.closure === null ? null : (closureOf({ in: came, out: left }) ?? null),
    entry,
    exit,
    delta: noisyDelta(row, entry, exit, epsilon),
    corrected: null,
    pairs: { n: shown('pairs', row.pairs.n), value: null, low: null, high: null },
    report: {
      ...row.report,
      presses,
      response: row.report.response === null || presses === null || left === null ? null : Math.min(1, presses / left),
      ...noisyShare(row.report.topTwo, row.report.low, row.report.high, row.report.presses, presses, epsilon, (x) =>
        countOf('topTwo', x),
      ),
      mean: null,
    },
    stay: { minutes: null, note: 'unknown' },
  }

  function noisyDoor(door: PublishedDoor, count: (column: string, value: number) => number): PublishedDoor {
    if (door.n === null) return door
    const n = Math.max(thresholds.leastShown, count('n', door.n))
    const u = door.u === null ? null : count('u', door.u)
    const x = door.x === null ? null : Math.min(n, count('x', door.x))
    const usable = u === null ? null : n / (n + u)
    const moved = { ...door, n, u, x, usable }
    if (door.rate === null || door.low === null || door.high === null || x === null) return moved
    const rate = x / n
    const reach = reachOf(rate, n, epsilon)
    return {
      ...moved,
      rate,
      low: Math.max(0, rate - Math.hypot(door.rate - door.low, reach)),
      high: Math.min(1, rate + Math.hypot(door.high - door.rate, reach)),
      bounds: door.bounds && usable !== null ? { worst: rate * usable, best: rate * usable + 1 - usable } : door.bounds,
    }
  }
}

/** The people of guided groups with their noise; whose and of when, `place` says. How many groups there were is no count of visitors. */
export const noisyPeople = (people: number, key: string, epsilon: number, place: string): number =>
  Math.max(thresholds.leastShown, drawn(people, key, epsilon, `receptions\n${place}`))

/** One count with the noise of its place. */
function drawn(count: number, key: string, epsilon: number, place: string): number {
  const bytes = createHmac('sha256', key).update(`${epsilon}\n${place}`).digest()
  let at = 0
  return noisy(count, epsilon, () => {
    at += 6
    return bytes.readUIntBE(at - 6, 6) / 2 ** 48
  })
}

/** How far noise in both counts of a share may move it, 95 times in 100. */
const reachOf = (share: number, n: number, epsilon: number): number =>
  (1.96 * noiseDeviation(epsilon) * Math.sqrt(1 + share ** 2)) / n

function noisyDelta(
  row: PublishedRow,
  entry: PublishedDoor,
  exit: PublishedDoor,
  epsilon: number,
): PublishedRow['delta'] {
  const { value, low, high } = row.delta
  if (value === null || low === null || high === null) return row.delta
  const moved = (exit.rate ?? 0) - (row.exit.rate ?? 0) - ((entry.rate ?? 0) - (row.entry.rate ?? 0))
  const reach = Math.hypot(
    reachOf(entry.rate ?? 0, entry.n ?? 1, epsilon),
    reachOf(exit.rate ?? 0, exit.n ?? 1, epsilon),
  )
  return {
    ...row.delta,
    value: Math.max(-1, Math.min(1, value + moved)),
    low: Math.max(-1, value + moved - Math.hypot(value - low, reach)),
    high: Math.min(1, value + moved + Math.hypot(high - value, reach)),
  }
}

function noisyShare(
  share: number | null,
  low: number | null,
  high: number | null,
  n: number | null,
  noisyN: number | null,
  epsilon: number,
  count: (x: number) => number,
) {
  if (share === null || low === null || high === null || n === null || noisyN === null)
    return { topTwo: null, low: null, high: null }
  const topTwo = Math.min(1, count(Math.round(share * n)) / noisyN)
  const reach = reachOf(topTwo, noisyN, epsilon)
  return {
    topTwo,
    low: Math.max(0, topTwo - Math.hypot(share - low, reach)),
    high: Math.min(1, topTwo + Math.hypot(high - share, reach)),
  }
}
