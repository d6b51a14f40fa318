/** A hand on the sand. Places and reach in cells, `when` in milliseconds on the sand's own stopwatch. */
export type SandTouch =
  | {
      readonly type: 'down' | 'move'
      readonly id: number
      readonly x: number
      readonly y: number
      /** Half the width of what touches: a fingertip about 6, a flat hand 20 and more. */
      readonly reach: number
      readonly when: number
    }
  | { readonly type: 'up'; readonly id: number; readonly when: number }

export type SandArea = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** All lengths, also heights, in cells. */
export const sandRules = {
  /** Milliseconds of one step; the sand knows no other time. */
  step: 1000 / 60,
  depth: 2.4,
  /** A ridge cannot be piled higher: what comes on top rolls over the edge of the tray. */
  crest: 4.6,
  /** Tangent of the angle of repose of dry sand, 34°. */
  repose: 0.67,
  /** Milliseconds without hands until the sand drifts back from the edges. */
  quiet: 90_000,
  /** Cells a second at which the drift comes in. */
  drift: 16,
} as const

const tileSize = 16
/** A step of this height is left standing, so that sand comes to rest. */
const grip = 0.03
/** Part of an excess slope that slides in one step; four neighbours at 0.12 can never take more than there is. */
const slide = 0.12

/** Half the width, in cells, from which a touch is a flat hand. */
const palm = 14
/** Part of the sand that leaves the tray with the hand instead of lying down beside its track. */
const carriedBy = { finger: 0.3, palm: 0.55 } as const

type Contact = { x: number; y: number; when: number }
type Levelling = { readonly from: 'edges' | 'above'; readonly begun: number }

/**
 * A tray of sand as a field of heights. What is pushed out of a track lies beside it; sand too steep slumps; what is swept
 * over the edge lies in the rim and drifts back when the tray has been left alone. Field and rim together never change.
 * Steps are fixed, so the same touches leave the same sand whatever the frame rate.
 */
export class Sand {
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
  readonly #contacts = new Map<number, Contact>()
  #coming: SandTouch[] = []
  #steps = 0
  #lastHand = 0
  #rim = 0
  #isLevel = true
  #levelling: Levelling | undefined
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

  /** Hands in the sand now. */
  get hands(): number {
    return this.#contacts.size
  }

  get isAtRest(): boolean {
    return this.#coming.length === 0 && !this.#levelling && !this.#awake.includes(1)
  }

  /** When sand at rest will stir by itself; undefined while it lies level or a hand is in it. */
  get stirsAt(): number | undefined {
    return this.#isLevel || this.hands > 0 ? undefined : this.#lastHand + sandRules.quiet
  }

  /** Touches may come in any order; each is felt when its moment has come, one that is late at once. */
  touch(touch: SandTouch): void {
    const place = this.#coming.findLastIndex(({ when }) => when <= touch.when)
    this.#coming.splice(place + 1, 0, touch)
  }

  /** Takes hands out of the sand, together with what they were still about to do. */
  lift(isLifted: (id: number) => boolean): void {
    this.#coming = this.#coming.filter(({ id }) => !isLifted(id))
    for (const id of this.#contacts.keys()) if (isLifted(id)) this.#contacts.delete(id)
  }

  /** Fresh sand from above over the whole tray, in about a second. */
  pour(): void {
    if (!this.#isLevel) this.#levelling = { from: 'above', begun: this.#steps }
  }

  /** Takes every whole step up to this moment, in milliseconds. */
  advance(to: number): void {
    const last = Math.floor(to / sandRules.step)
    while (this.#steps < last) {
      if (this.isAtRest) this.#sleepUntil(last)
      if (this.#steps < last) this.#take()
    }
  }

  /** The smallest rectangle that holds every change since the last call. */
  takeChanged(): SandArea | undefined {
    const { left, top, right, bottom } = this.#changed
    if (right <= left) return undefined
    this.#changed = { left: this.columns, top: this.rows, right: 0, bottom: 0 }
    return { x: left, y: top, width: right - left, height: bottom - top }
  }

  #sleepUntil(last: number) {
    const stirs = this.stirsAt
    const first = stirs === undefined ? last : Math.ceil(stirs / sandRules.step)
    this.#steps = Math.max(this.#steps, Math.min(last, first))
  }

  #take() {
    this.#steps += 1
    const now = this.#steps * sandRules.step
    for (let touch = this.#coming[0]; touch && touch.when <= now; touch = this.#coming[0]) {
      this.#coming.shift()
      this.#feel(touch, now)
    }
    const stirs = this.stirsAt
    if (!this.#levelling && stirs !== undefined && now >= stirs) {
      this.#levelling = { from: 'edges', begun: this.#steps }
    }
    this.#slump()
    if (this.#levelling) this.#level(this.#levelling)
  }

  #feel(touch: SandTouch, now: number) {
    this.#lastHand = now
    if (this.#levelling?.from === 'edges') this.#levelling = undefined
    const before = this.#contacts.get(touch.id)
    if (touch.type === 'up') {
      this.#contacts.delete(touch.id)
      return
    }
    this.#contacts.set(touch.id, { x: touch.x, y: touch.y, when: touch.when })
    if (!before) this.#plough(touch.x, touch.y, touch.reach, 0, 0, 0)
    else if (touch.type === 'move') this.#drag(before, touch)
  }

  #drag(from: Contact, { x, y, reach, when }: Contact & { readonly reach: number }) {
    const [dx, dy] = [x - from.x, y - from.y]
    const way = Math.hypot(dx, dy)
    if (way === 0) return
    const haste = Math.min(1, (way / Math.max(1, when - from.when)) * 1.1)
    const strides = Math.min(600, Math.ceil(way / Math.min(2, reach * 0.2)))
    for (let stride = 1; stride <= strides; stride += 1) {
      const part = stride / strides
      this.#plough(from.x + dx * part, from.y + dy * part, reach, dx / way, dy / way, haste)
    }
  }

  /**
   * Lifts what lies under the touch and lays it round about: most ahead, some aside, nearly nothing behind, and little where
   * the print lies bare, so that banks grow only where there is sand to push.
   */
  #plough(x: number, y: number, reach: number, aheadX: number, aheadY: number, haste: number) {
    const { heights } = this
    const bank = 1.7 + reach * 0.1 + haste * 3
    const film = sandRules.depth * (reach > palm ? 0.02 : 0.02 + 0.12 * haste)
    let lifted = 0
    let shares = 0
    this.#eachCellRound(x, y, reach, bank, (cell, away, dx, dy) => {
      if (away >= 1) {
        shares += shareOf(dx, dy, (away - 1) * reach, bank, aheadX, aheadY) * this.#holdOf(cell)
        return
      }
      if (cell < 0) return
      const lip = Math.max(0, away - 0.72 + ((this.#grain[cell] ?? 0) - 0.5) * 0.14) / 0.28
      const excess = (heights[cell] ?? 0) - (film + sandRules.depth * lip * lip)
      if (excess <= 0) return
      heights[cell] = (heights[cell] ?? 0) - excess
      lifted += excess
    })
    if (lifted === 0) return
    this.#isLevel = false
    const carried = shares === 0 ? lifted : lifted * (reach > palm ? carriedBy.palm : carriedBy.finger)
    this.#rim += carried
    const perShare = shares === 0 ? 0 : (lifted - carried) / shares
    this.#eachCellRound(x, y, reach, bank, (cell, away, dx, dy) => {
      if (away < 1) return
      const part = perShare * shareOf(dx, dy, (away - 1) * reach, bank, aheadX, aheadY) * this.#holdOf(cell)
      if (cell < 0) this.#rim += part
      else if (part > 0) this.#lay(cell, part)
    })
    const far = Math.ceil(reach + bank + 1)
    this.#wake(Math.floor(x) - far, Math.floor(y) - far, Math.floor(x) + far, Math.floor(y) + far)
  }

  /** Every cell a touch can reach; −1 stands for one outside the tray. `away`: 1 at the edge of the touch. */
  #eachCellRound(
    x: number,
    y: number,
    reach: number,
    bank: number,
    visit: (cell: number, away: number, dx: number, dy: number) => void,
  ) {
    const far = Math.ceil(reach + bank + 1)
    if (x + far < 0 || y + far < 0 || x - far >= this.columns || y - far >= this.rows) return
    for (let row = Math.floor(y) - far; row <= Math.floor(y) + far; row += 1) {
      for (let column = Math.floor(x) - far; column <= Math.floor(x) + far; column += 1) {
        const isInside = column >= 0 && row >= 0 && column < this.columns && row < this.rows
        const [dx, dy] = [column + 0.5 - x, row + 0.5 - y]
        visit(isInside ? row * this.columns + column : -1, Math.hypot(dx, dy) / reach, dx, dy)
      }
    }
  }

  /** How readily a cell takes sand: lying sand holds it, the bare print hardly does; the edge of the tray lets it fall. */
  #holdOf(cell: number): number {
    if (cell < 0) return 1
    const lying = Math.min(1, (this.heights[cell] ?? 0) / sandRules.depth)
    return (0.04 + 0.96 * lying * lying) * (0.55 + 0.9 * (this.#grain[cell] ?? 0.5))
  }

  #lay(cell: number, part: number) {
    const height = (this.heights[cell] ?? 0) + part
    const over = Math.max(0, height - sandRules.crest)
    this.heights[cell] = height - over
    this.#rim += over
  }

  #slump() {
    if (!this.#awake.includes(1)) return
    const { columns, rows, heights } = this
    const moved = this.#moved
    this.#spreadAwake()
    this.#eachCellAtWork((column, row, cell) => {
      const height = heights[cell] ?? 0
      if (column + 1 < columns) this.#slideBetween(cell, cell + 1, height)
      if (row + 1 < rows) this.#slideBetween(cell, cell + columns, height)
    })
    this.#awake.fill(0)
    this.#eachCellAtWork((column, row, cell) => {
      const change = moved[cell] ?? 0
      if (change === 0) return
      heights[cell] = (heights[cell] ?? 0) + change
      moved[cell] = 0
      this.#awake[((row / tileSize) | 0) * this.#tileColumns + ((column / tileSize) | 0)] = 1
      this.#change(column, row, column + 1, row + 1)
    })
  }

  #slideBetween(here: number, there: number, height: number) {
    const fall = height - (this.heights[there] ?? 0)
    const steep = sandRules.repose * (0.8 + 0.4 * (this.#grain[here] ?? 0.5))
    const excess = Math.abs(fall) - steep
    if (excess <= grip) return
    const part = fall > 0 ? excess * slide : -excess * slide
    this.#moved[here] = (this.#moved[here] ?? 0) - part
    this.#moved[there] = (this.#moved[there] ?? 0) + part
  }

  #level({ from, begun }: Levelling) {
    const age = ((this.#steps - begun) * sandRules.step) / 1000
    const reached = from === 'above' ? Number.POSITIVE_INFINITY : age * sandRules.drift
    const pull = from === 'above' ? 0.11 : 0.035
    const { heights } = this
    let given = this.#rim
    let wanted = 0
    let worst = 0
    this.#eachCellWithin(reached, (cell) => {
      const want = (this.#rest[cell] ?? 0) - (heights[cell] ?? 0)
      worst = Math.max(worst, Math.abs(want))
      if (want > 0) wanted += want * pull * (0.5 + (this.#grain[cell] ?? 0))
      else given -= want * pull
    })
    const enough = wanted > given ? given / wanted : 1
    this.#rim = given - wanted * enough
    this.#eachCellWithin(reached, (cell) => {
      const want = (this.#rest[cell] ?? 0) - (heights[cell] ?? 0)
      const share = want > 0 ? pull * (0.5 + (this.#grain[cell] ?? 0)) * enough : pull
      heights[cell] = (heights[cell] ?? 0) + want * share
    })
    this.#change(0, 0, this.columns, this.rows)
    const isWhole = reached * 2 >= Math.min(this.columns, this.rows)
    if (isWhole && worst < 0.03) this.#finishLevelling()
    else if (from === 'above' && age > 1.4) this.#endPour()
  }

  /** Hands that were in the falling sand keep their tracks. */
  #endPour() {
    if (this.hands === 0) return this.#finishLevelling()
    this.#levelling = undefined
    this.#awake.fill(1)
  }

  #finishLevelling() {
    this.heights.set(this.#rest)
    this.#rim = 0
    this.#isLevel = true
    this.#levelling = undefined
    this.#awake.fill(0)
  }

  #eachCellWithin(reached: number, visit: (cell: number) => void) {
    for (let row = 0; row < this.rows; row += 1) {
      const fromEdge = Math.min(row, this.rows - 1 - row)
      for (let column = 0; column < this.columns; column += 1) {
        const cell = row * this.columns + column
        const edge = Math.min(fromEdge, column, this.columns - 1 - column) + (this.#grain[cell] ?? 0) * 9
        if (edge <= reached) visit(cell)
      }
    }
  }

  #eachCellAtWork(visit: (column: number, row: number, cell: number) => void) {
    for (let tile = 0; tile < this.#working.length; tile += 1) {
      if (this.#working[tile] === 0) continue
      const left = (tile % this.#tileColumns) * tileSize
      const top = ((tile / this.#tileColumns) | 0) * tileSize
      const right = Math.min(this.columns, left + tileSize)
      const bottom = Math.min(this.rows, top + tileSize)
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) visit(column, row, row * this.columns + column)
      }
    }
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

/** The weight of a cell outside the touch when lifted sand is shared out. `gap`: cells from the edge of the touch. */
function shareOf(dx: number, dy: number, gap: number, bank: number, aheadX: number, aheadY: number): number {
  if (gap > bank) return 0
  const still = aheadX === 0 && aheadY === 0
  const ahead = still ? 0.5 : (dx * aheadX + dy * aheadY) / (Math.hypot(dx, dy) || 1)
  return ahead < -0.35 ? 0 : (1 - gap / bank) * (0.45 + Math.max(0, ahead))
}

/** Wind ripples: long low waves that wander a little. */
function restOf(column: number, row: number): number {
  const wander = 2.2 * Math.sin(column * 0.021) + 1.4 * Math.sin(column * 0.057 + row * 0.03)
  return sandRules.depth + 0.16 * Math.sin((row + wander) * 0.62) + 0.1 * (grainOf(column, row) - 0.5)
}

/** A number from 0 to 1 that belongs to a place: an integer hash (Chris Wellons' lowbias32, public domain). */
function grainOf(column: number, row: number): number {
  let mixed = (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca77)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296
}
