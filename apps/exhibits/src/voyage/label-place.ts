import type { Place } from './eye.ts'

/** A rectangle of the screen, in shares of its width and height. */
export type Area = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export type Laid = { readonly shape: number; readonly left: number; readonly top: number }

export type LabelNeeds = {
  /** The shapes the label may have, the first one the dearest; width and height in shares of the screen. */
  readonly shapes: ReadonlyArray<Pick<Area, 'width' | 'height'>>
  /** Where the whole label must lie. */
  readonly within: Area
  /** What the label names: never to be covered where that can be helped. */
  readonly silhouette: readonly Place[]
  /** Other buildings. */
  readonly neighbours: ReadonlyArray<readonly Place[]>
  /** Slips and instruments: never covered at all. */
  readonly kept: readonly Area[]
  /** Where it lies now; it stays as long as nowhere else is clearly better, so that it never hops. */
  readonly before: Laid | undefined
}

/** How finely the screen is looked at, and how finely places are tried. */
const grid = { columns: 64, rows: 36 } as const

/** What it costs to cover one cell: the building itself, a neighbour, a slip. */
const costs = { silhouette: 12, neighbour: 2, kept: 400 } as const

/** What the second shape costs, whatever it covers, and each step away from the upper right corner. */
const dislike = { shape: 30, step: 0.4 } as const

/** Another place must be cheaper by this. */
const clearlyBetter = 40

/** Where the label of a building lies best: over the sky rather than over the building, clear of everything that is pressed. */
export function placeLabel(needs: LabelNeeds): Laid {
  const covered = sums(needs)
  const price = ({ shape, left, top }: Laid): number => {
    const size = needs.shapes[shape]
    if (!size) return Number.POSITIVE_INFINITY
    const { within } = needs
    const away =
      ((within.left + within.width - left - size.width) * grid.columns + (top - within.top) * grid.rows) * dislike.step
    return covered({ left, top, ...size }) + shape * dislike.shape + away
  }
  const best = candidates(needs).reduce<{ laid: Laid; price: number } | undefined>((dearest, laid) => {
    const asked = price(laid)
    return dearest && dearest.price <= asked ? dearest : { laid, price: asked }
  }, undefined)
  if (!best) return { shape: 0, left: needs.within.left, top: needs.within.top }
  const { before } = needs
  if (before && fits(needs, before) && price(before) - best.price < clearlyBetter) return before
  return best.laid
}

/** Whether a point lies in a closed line, by the parity of what is crossed. */
export function isInside(line: readonly Place[], { x, y }: Place): boolean {
  let inside = false
  for (const [index, a] of line.entries()) {
    const b = line[(index + 1) % line.length] ?? a
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

function candidates({ shapes, within }: LabelNeeds): readonly Laid[] {
  return shapes.flatMap(({ width, height }, shape) => {
    const [wide, high] = [within.width - width, within.height - height]
    if (wide < 0 || high < 0) return []
    const [across, down] = [Math.ceil(wide * grid.columns), Math.ceil(high * grid.rows)]
    return Array.from({ length: (across + 1) * (down + 1) }, (_, at): Laid => {
      const [column, row] = [at % (across + 1), Math.floor(at / (across + 1))]
      return {
        shape,
        left: within.left + (across === 0 ? 0 : (column / across) * wide),
        top: within.top + (down === 0 ? 0 : (row / down) * high),
      }
    })
  })
}

function fits({ shapes, within }: LabelNeeds, { shape, left, top }: Laid): boolean {
  const size = shapes[shape]
  if (!size) return false
  const [right, bottom] = [left + size.width, top + size.height]
  return (
    left >= within.left - 1e-6 &&
    top >= within.top - 1e-6 &&
    right <= within.left + within.width + 1e-6 &&
    bottom <= within.top + within.height + 1e-6
  )
}

/** The cost of covering an area, from a table of sums over the whole screen. */
function sums({ silhouette, neighbours, kept }: LabelNeeds): (area: Area) => number {
  const { columns, rows } = grid
  const table = new Float64Array((columns + 1) * (rows + 1))
  const at = (column: number, row: number) => row * (columns + 1) + column
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const middle = { x: (column + 0.5) / columns, y: (row + 0.5) / rows }
      const cost =
        (isInside(silhouette, middle) ? costs.silhouette : 0) +
        (neighbours.some((line) => isInside(line, middle)) ? costs.neighbour : 0) +
        (kept.some((area) => touches(area, column, row)) ? costs.kept : 0)
      table[at(column + 1, row + 1)] =
        cost + (table[at(column, row + 1)] ?? 0) + (table[at(column + 1, row)] ?? 0) - (table[at(column, row)] ?? 0)
    }
  }
  return ({ left, top, width, height }) => {
    const column = (share: number) => Math.min(columns, Math.max(0, Math.round(share * columns)))
    const row = (share: number) => Math.min(rows, Math.max(0, Math.round(share * rows)))
    const [x0, x1, y0, y1] = [column(left), column(left + width), row(top), row(top + height)]
    const sum = (x: number, y: number) => table[at(x, y)] ?? 0
    return sum(x1, y1) - sum(x0, y1) - sum(x1, y0) + sum(x0, y0)
  }
}

function touches({ left, top, width, height }: Area, column: number, row: number): boolean {
  return (
    left < (column + 1) / grid.columns &&
    left + width > column / grid.columns &&
    top < (row + 1) / grid.rows &&
    top + height > row / grid.rows
  )
}
