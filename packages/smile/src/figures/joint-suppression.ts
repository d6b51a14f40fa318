/** A sum of cells that are held back, by their numbers from 0. */
export type Sum = readonly number[]

/** More cells, or more sums of them, than this are not looked through; then nothing of the doubtful is shown. */
const most = { cells: 1200, sums: 320 } as const

/**
 * Which sums may be shown beside each other so that no secret can be worked out from all of them together, by whatever adding and
 * subtracting: a secret lies bare when it is a linear combination of what is known. Groups are taken in their order, and a sum that would
 * lay a secret bare is left out.
 * @param cells how many cells are held back
 * @param known sums that are shown already
 * @param groups sums that would be shown too
 * @param secrets sums, of one cell or more, that nobody may learn
 */
export function safeTogether(
  cells: number,
  known: readonly Sum[],
  groups: ReadonlyArray<readonly Sum[]>,
  secrets: readonly Sum[],
): ReadonlyArray<readonly boolean[]> {
  const all = groups.reduce((sum, group) => sum + group.length, known.length)
  if (cells > most.cells || all > most.sums) return groups.map((group) => group.map((sum) => sum.length === 0))
  let span = known.reduce((before, sum) => widened(before, rowOf(cells, sum)), nothingKnown)
  const lies = (bare: Span) => secrets.some((secret) => isWithin(bare, rowOf(cells, secret)))
  return groups.map((group) => {
    const together = group.reduce((before, sum) => widened(before, rowOf(cells, sum)), span)
    if (!lies(together)) {
      span = together
      return group.map(() => true)
    }
    return group.map((sum) => {
      const wider = widened(span, rowOf(cells, sum))
      if (wider !== span && lies(wider)) return false
      span = wider
      return true
    })
  })
}

/** What can be worked out: rows of which each has a column to itself. */
type Span = ReadonlyArray<{ readonly row: Float64Array; readonly pivot: number }>
const nothingKnown: Span = []
const tiny = 1e-9

function rowOf(cells: number, sum: Sum): Float64Array {
  const row = new Float64Array(cells)
  for (const cell of sum) row[cell] = 1
  return row
}

/** The same span where the row tells nothing new. */
function widened(span: Span, row: Float64Array): Span {
  const left = less(span, row)
  const pivot = left.findIndex((value) => Math.abs(value) > tiny)
  if (pivot < 0) return span
  const head = left[pivot] ?? 1
  const scaled = left.map((value) => value / head)
  return [...span.map((one) => ({ ...one, row: minus(one.row, one.row[pivot] ?? 0, scaled) })), { row: scaled, pivot }]
}

const less = (span: Span, row: Float64Array): Float64Array =>
  span.reduce((left, { row: one, pivot }) => minus(left, left[pivot] ?? 0, one), row)

const minus = (row: Float64Array, factor: number, other: Float64Array): Float64Array =>
  Math.abs(factor) < tiny ? row : row.map((value, at) => value - factor * (other[at] ?? 0))

const isWithin = (span: Span, row: Float64Array): boolean => less(span, row).every((value) => Math.abs(value) < tiny)
