import { grainOf, restOf, type SandArea, type SandTouch, sandRules, shareOf } from './sand-rules.ts'

const tileSize = 16
/** A step of this height is left standing, so that sand comes to rest. */
const grip = 0.03
/** Part of an excess slope that slides in one step; four neighbours at 0.12 can never take more than there is. */
const slide = 0.12

/** Half the width, in cells, from which a touch is a flat hand. */
const palm = 14
/** Part of the sand that leaves the tray with the hand instead of lying down beside its track. */
const carriedBy = { finger: 0.3, palm: 0.55 } as const

/** Half the width, in cells, of the widest touch the sand knows. */
const widest = 60
const receiversAtMost = (2 * Math.ceil(widest * 1.1 + 7)) ** 2
/** Stands for a cell beyond the edge of the tray. */
const outside = -1

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
  /** Who receives the sand of one push: kept, so that pushing takes no memory. */
  readonly #receiving: { readonly cells: Int32Array; readonly shares: Float64Array }
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
    this.#receiving = { cells: new Int32Array(receiversAtMost), shares: new Float64Array(receiversAtMost) }
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
    const reach = Math.min(touch.reach, widest)
    this.#contacts.set(touch.id, { x: touch.x, y: touch.y, when: touch.when })
    if (!before) this.#plough(touch.x, touch.y, reach, 0, 0, 0)
    else if (touch.type === 'move') this.#drag(before, touch, reach)
  }

  #drag(from: Contact, { x, y, when }: Contact, reach: number) {
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
   * the print lies bare, so that banks grow only where there is sand to push. Plain loops: this runs some thousand times a second.
   */
  #plough(x: number, y: number, reach: number, aheadX: number, aheadY: number, haste: number) {
    const { heights, columns, rows } = this
    const bank = 1.7 + reach * 0.1 + haste * 3
    const film = sandRules.depth * (reach > palm ? 0.02 : 0.02 + 0.12 * haste)
    const far = Math.ceil(reach + bank + 1)
    const [left, right, top, bottom] = [
      Math.floor(x) - far,
      Math.floor(x) + far,
      Math.floor(y) - far,
      Math.floor(y) + far,
    ]
    if (right < 0 || bottom < 0 || left >= columns || top >= rows) return
    const receiving = this.#receiving
    let receivers = 0
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
        if (distance >= reach) {
          const share = shareOf(dx, dy, distance, distance - reach, bank, aheadX, aheadY) * this.#holdOf(cell)
          if (share === 0) continue
          receiving.cells[receivers] = cell
          receiving.shares[receivers] = share
          receivers += 1
          shares += share
        } else if (isInside) {
          const lip = Math.max(0, distance / reach - 0.72 + ((this.#grain[cell] ?? 0) - 0.5) * 0.14) / 0.28
          const excess = (heights[cell] ?? 0) - (film + sandRules.depth * lip * lip)
          if (excess <= 0) continue
          heights[cell] = (heights[cell] ?? 0) - excess
          lifted += excess
        }
      }
    }
    if (lifted === 0) return
    this.#isLevel = false
    const carried = shares === 0 ? lifted : lifted * (reach > palm ? carriedBy.palm : carriedBy.finger)
    this.#rim += carried
    const perShare = shares === 0 ? 0 : (lifted - carried) / shares
    for (let index = 0; index < receivers; index += 1) {
      const cell = receiving.cells[index] ?? outside
      const part = perShare * (receiving.shares[index] ?? 0)
      if (cell === outside) this.#rim += part
      else this.#lay(cell, part)
    }
    this.#wake(left, top, right, bottom)
  }

  /** How readily a cell takes sand: lying sand holds it, the bare print hardly does; the edge of the tray lets it fall. */
  #holdOf(cell: number): number {
    if (cell === outside) return 1
    const lying = Math.min(1, (this.heights[cell] ?? 0) / sandRules.depth)
    return (0.04 + 0.96 * lying * lying) * (0.55 + 0.9 * (this.#grain[cell] ?? 0.5))
  }

  #lay(cell: number, part: number) {
    const height = (this.heights[cell] ?? 0) + part
    const over = Math.max(0, height - sandRules.crest)
    this.heights[cell] = height - over
    this.#rim += over
  }

  /** All slides of one step are reckoned first and done together, so that no direction is preferred. */
  #slump() {
    if (!this.#awake.includes(1)) return
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
        const steep = sandRules.repose * (0.8 + 0.4 * (this.#grain[cell] ?? 0.5))
        for (let side = 0; side < 2; side += 1) {
          if (side === 0 ? column + 1 >= columns : row + 1 >= rows) continue
          const next = side === 0 ? cell + 1 : cell + columns
          const fall = height - (heights[next] ?? 0)
          const excess = (fall > 0 ? fall : -fall) - steep
          if (excess <= grip) continue
          const part = fall > 0 ? excess * slide : -excess * slide
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
