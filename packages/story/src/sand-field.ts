import {
  bankOf,
  bedOf,
  carriedBy,
  filmOf,
  grainOf,
  holdOf,
  liftOf,
  type Push,
  restOf,
  type SandArea,
  type SandField,
  sandRules,
  shareOf,
  steepOf,
} from './sand-rules.ts'

const tileSize = 16
/** Stands for a cell beyond the edge of the tray. */
const outside = -1

/**
 * The field of heights reckoned by the processor. Field and rim together never change: what is swept over the edge lies in the
 * rim, and comes back from it; while it comes, the rim lends what the banks have yet to give.
 */
export class ProcessorField implements SandField {
  readonly columns: number
  readonly rows: number
  readonly heights: Float32Array
  /** The smooth sand nobody has touched: the depth, with faint ripples. */
  readonly #rest: Float32Array
  /** What is peculiar to each cell, 0 to 1: grains are not all alike. */
  readonly #grain: Float32Array
  readonly #moved: Float32Array
  readonly #tileColumns: number
  readonly #tileRows: number
  #awake: Uint8Array
  #working: Uint8Array
  #rim = 0
  readonly #lifted = new Amounts()
  readonly #laid = new Amounts()
  #changed = { left: 0, top: 0, right: 0, bottom: 0 }

  constructor(columns: number, rows: number) {
    this.columns = columns
    this.rows = rows
    this.#grain = Float32Array.from({ length: columns * rows }, (_, cell) =>
      grainOf(cell % columns, (cell / columns) | 0),
    )
    this.#rest = Float32Array.from({ length: columns * rows }, (_, cell) =>
      restOf(cell % columns, (cell / columns) | 0),
    )
    this.heights = this.#rest.slice()
    this.#moved = new Float32Array(columns * rows)
    this.#tileColumns = Math.ceil(columns / tileSize)
    this.#tileRows = Math.ceil(rows / tileSize)
    this.#awake = new Uint8Array(this.#tileColumns * this.#tileRows)
    this.#working = new Uint8Array(this.#awake.length)
    this.#change(0, 0, columns, rows)
  }

  /** Sand swept over the edge, in cells of volume. */
  get rim(): number {
    return this.#rim
  }

  get isStill(): boolean {
    return !this.#awake.includes(1)
  }

  /** The smallest rectangle that holds every change since the last call. */
  takeChanged(): SandArea | undefined {
    const { left, top, right, bottom } = this.#changed
    if (right <= left) return undefined
    this.#changed = { left: this.columns, top: this.rows, right: 0, bottom: 0 }
    return { x: left, y: top, width: right - left, height: bottom - top }
  }

  /**
   * Lifts what lies under each touch and lays it round about: most ahead, some aside, nearly nothing behind, and little where
   * the print lies bare, so that banks grow only where there is sand to push.
   */
  push(round: readonly Push[]): void {
    const { heights } = this
    this.#lifted.empty()
    this.#laid.empty()
    for (const [index, push] of round.entries()) this.#reckonPush(push, index, round)
    for (let index = 0; index < this.#lifted.count; index += 1) {
      const cell = this.#lifted.cells[index] ?? 0
      heights[cell] = (heights[cell] ?? 0) - (this.#lifted.parts[index] ?? 0)
    }
    for (let index = 0; index < this.#laid.count; index += 1) {
      const [cell, part] = [this.#laid.cells[index] ?? outside, this.#laid.parts[index] ?? 0]
      if (cell === outside) this.#rim += part
      else this.#lay(cell, part)
    }
  }

  /** Plain loops: this runs some thousand times a second. */
  #reckonPush(push: Push, index: number, round: readonly Push[]) {
    const { x, y, reach, aheadX, aheadY, haste } = push
    const { heights, columns, rows } = this
    const bank = bankOf(reach, haste)
    const film = filmOf(reach, haste)
    const far = Math.ceil(reach + bank + 1)
    const [left, right, top, bottom] = [
      Math.floor(x) - far,
      Math.floor(x) + far,
      Math.floor(y) - far,
      Math.floor(y) + far,
    ]
    if (right < 0 || bottom < 0 || left >= columns || top >= rows) return
    const rivals = round.filter((other) => other !== push && Math.hypot(other.x - x, other.y - y) < reach + other.reach)
    const laidFrom = this.#laid.count
    let lifted = 0
    let shares = 0
    for (let row = top; row <= bottom; row += 1) {
      const dy = row + 0.5 - y
      for (let column = left; column <= right; column += 1) {
        const dx = column + 0.5 - x
        const distance = Math.sqrt(dx * dx + dy * dy)
        if (distance > reach + bank) continue
        const isInside = column >= 0 && row >= 0 && column < columns && row < rows
        const cell = isInside ? row * columns + column : outside
        const grain = this.#grain[cell] ?? 0.5
        if (distance >= reach) {
          const hold = isInside ? holdOf(heights[cell] ?? 0, grain) : 1
          const share = shareOf(dx, dy, distance, distance - reach, bank, aheadX, aheadY) * hold
          if (share === 0) continue
          this.#laid.add(cell, share)
          shares += share
        } else if (isInside) {
          const height = heights[cell] ?? 0
          const lift = liftOf(height, bedOf(distance, reach, film, grain), reach - distance)
          if (lift === 0) continue
          if (rivals.length > 0 && isTakenByAnother(column, row, height, lift, grain, index, rivals, round)) continue
          this.#lifted.add(cell, lift)
          lifted += lift
        }
      }
    }
    if (lifted === 0) {
      this.#laid.count = laidFrom
      return
    }
    const carried = shares === 0 ? lifted : lifted * carriedBy(reach)
    this.#rim += carried
    this.#laid.scale(laidFrom, shares === 0 ? 0 : (lifted - carried) / shares)
    this.#wake(left, top, right, bottom)
  }

  #lay(cell: number, part: number) {
    const height = (this.heights[cell] ?? 0) + part
    const over = Math.max(0, height - sandRules.crest)
    this.heights[cell] = height - over
    this.#rim += over
  }

  /** All slides of one step are reckoned first and done together, so that no direction is preferred. */
  slump(): void {
    if (this.isStill) return
    this.#spreadAwake()
    for (let tile = 0; tile < this.#working.length; tile += 1) if (this.#working[tile] === 1) this.#reckonSlides(tile)
    for (let tile = 0; tile < this.#working.length; tile += 1) {
      this.#awake[tile] = this.#working[tile] === 1 && this.#slideTile(tile) ? 1 : 0
    }
  }

  #reckonSlides(tile: number) {
    const { columns, rows, heights } = this
    const { left, top, right, bottom } = this.#tileArea(tile)
    const moved = this.#moved
    for (let row = top; row < bottom; row += 1) {
      for (let column = left; column < right; column += 1) {
        const cell = row * columns + column
        const height = heights[cell] ?? 0
        const steep = steepOf(this.#grain[cell] ?? 0.5) + sandRules.grip
        for (let side = 0; side < 2; side += 1) {
          if (side === 0 ? column + 1 >= columns : row + 1 >= rows) continue
          const next = side === 0 ? cell + 1 : cell + columns
          const fall = height - (heights[next] ?? 0)
          const excess = (fall > 0 ? fall : -fall) - steep
          if (excess <= sandRules.settles) continue
          const part = fall > 0 ? excess * sandRules.slide : -excess * sandRules.slide
          moved[cell] = (moved[cell] ?? 0) - part
          moved[next] = (moved[next] ?? 0) + part
        }
      }
    }
  }

  /** @returns Whether anything slid. */
  #slideTile(tile: number): boolean {
    const { left, top, right, bottom } = this.#tileArea(tile)
    const moved = this.#moved
    let hasSlid = false
    for (let row = top; row < bottom; row += 1) {
      for (let cell = row * this.columns + left; cell < row * this.columns + right; cell += 1) {
        const change = moved[cell] ?? 0
        if (change === 0) continue
        this.heights[cell] = (this.heights[cell] ?? 0) + change
        moved[cell] = 0
        hasSlid = true
      }
    }
    if (hasSlid) this.#change(left, top, right, bottom)
    return hasSlid
  }

  #tileArea(tile: number) {
    const left = (tile % this.#tileColumns) * tileSize
    const top = Math.floor(tile / this.#tileColumns) * tileSize
    const right = Math.min(this.columns, left + tileSize)
    return { left, top, right, bottom: Math.min(this.rows, top + tileSize) }
  }

  level(reached: number, pull: number): void {
    const { heights, columns, rows } = this
    for (let row = 0; row < rows; row += 1) {
      const fromEdge = Math.min(row, rows - 1 - row)
      for (let column = 0; column < columns; column += 1) {
        const cell = row * columns + column
        const grain = this.#grain[cell] ?? 0
        if (Math.min(fromEdge, column, columns - 1 - column) + grain * sandRules.front > reached) continue
        const height = heights[cell] ?? 0
        const want = (this.#rest[cell] ?? 0) - height
        heights[cell] = height + want * pull * (want > 0 ? 0.5 + grain : 1)
        this.#rim -= (heights[cell] ?? 0) - height
      }
    }
    this.#change(0, 0, columns, rows)
  }

  reset(): void {
    this.heights.set(this.#rest)
    this.#rim = 0
    this.#awake.fill(0)
    this.#change(0, 0, this.columns, this.rows)
  }

  stir(): void {
    this.#awake.fill(1)
  }

  /** Sand in a tile that sleeps can slide only where a neighbour is awake. */
  #spreadAwake() {
    this.#working.fill(0)
    for (let row = 0; row < this.#tileRows; row += 1) {
      for (let column = 0; column < this.#tileColumns; column += 1) {
        if (this.#awake[row * this.#tileColumns + column] === 0) continue
        for (let y = Math.max(0, row - 1); y <= Math.min(this.#tileRows - 1, row + 1); y += 1) {
          for (let x = Math.max(0, column - 1); x <= Math.min(this.#tileColumns - 1, column + 1); x += 1) {
            this.#working[y * this.#tileColumns + x] = 1
          }
        }
      }
    }
  }

  #wake(left: number, top: number, right: number, bottom: number) {
    const [x0, x1] = [Math.max(0, left), Math.min(this.columns - 1, right)]
    const [y0, y1] = [Math.max(0, top), Math.min(this.rows - 1, bottom)]
    for (let row = (y0 / tileSize) | 0; row <= ((y1 / tileSize) | 0); row += 1) {
      for (let column = (x0 / tileSize) | 0; column <= ((x1 / tileSize) | 0); column += 1) {
        this.#awake[row * this.#tileColumns + column] = 1
      }
    }
    this.#change(x0, y0, x1 + 1, y1 + 1)
  }

  #change(left: number, top: number, right: number, bottom: number) {
    const changed = this.#changed
    changed.left = Math.min(changed.left, left)
    changed.top = Math.min(changed.top, top)
    changed.right = Math.max(changed.right, right)
    changed.bottom = Math.max(changed.bottom, bottom)
  }
}

/** Under two touches at once the one that lifts more takes the sand; of two alike, the first. */
function isTakenByAnother(
  column: number,
  row: number,
  height: number,
  lift: number,
  grain: number,
  index: number,
  rivals: readonly Push[],
  round: readonly Push[],
): boolean {
  return rivals.some((rival) => {
    // Reckoned as the rival reckons it: to its last digit, or both would take the sand.
    const [dx, dy] = [column + 0.5 - rival.x, row + 0.5 - rival.y]
    const distance = Math.sqrt(dx * dx + dy * dy)
    if (distance >= rival.reach) return false
    const bed = bedOf(distance, rival.reach, filmOf(rival.reach, rival.haste), grain)
    const other = liftOf(height, bed, rival.reach - distance)
    return other > lift || (other === lift && round.indexOf(rival) < index)
  })
}

/** Amounts of sand by cell: kept from push to push, so that pushing takes no memory. */
class Amounts {
  cells = new Int32Array(4096)
  parts = new Float64Array(4096)
  count = 0

  empty(): void {
    this.count = 0
  }

  add(cell: number, part: number): void {
    if (this.count === this.cells.length) this.#grow()
    this.cells[this.count] = cell
    this.parts[this.count] = part
    this.count += 1
  }

  /** Multiplies everything added since there were `from`. */
  scale(from: number, by: number): void {
    for (let index = from; index < this.count; index += 1) this.parts[index] = (this.parts[index] ?? 0) * by
  }

  #grow() {
    const { cells, parts } = this
    this.cells = new Int32Array(cells.length * 2)
    this.parts = new Float64Array(parts.length * 2)
    this.cells.set(cells)
    this.parts.set(parts)
  }
}
