import { type Push, type SandField, type SandTouch, sandRules } from './sand-rules.ts'

type Contact = { readonly x: number; readonly y: number; readonly when: number }
type Levelling = { readonly from: 'edges' | 'above'; readonly begun: number }

/** When a step is taken, in milliseconds: exact wherever that is a whole number. */
const momentOf = (step: number): number => (step * 1000) / sandRules.stepsASecond
/** The last step that is taken by then. */
const stepAt = (moment: number): number => Math.floor((moment * sandRules.stepsASecond) / 1000)
/** When the sand feels a touch. */
const dueOf = ({ when, late = 0 }: SandTouch): number => when + late

/**
 * A tray of sand: its hands and its time, over a field of heights. What is pushed out of a track lies beside it; sand too steep
 * slumps; left alone for long it drifts back to level. Steps are fixed, so the same touches leave the same sand whatever the
 * frame rate, and whatever reckons the field.
 */
export class Sand<Field extends SandField = SandField> {
  readonly field: Field
  readonly #onFelt: (touch: SandTouch) => void
  readonly #contacts = new Map<number, Contact>()
  #coming: SandTouch[] = []
  #steps = 0
  #felt = 0
  #lastHand = 0
  #isLevel = true
  #levelling: Levelling | undefined

  /** @param onFelt Hears every touch in the moment it is felt; told again in this order to level sand, they leave the same. */
  constructor(field: Field, onFelt: (touch: SandTouch) => void = () => {}) {
    this.field = field
    this.#onFelt = onFelt
  }

  get columns(): number {
    return this.field.columns
  }

  get rows(): number {
    return this.field.rows
  }

  /** Hands in the sand now. */
  get hands(): number {
    return this.#contacts.size
  }

  /** Touches the sand has felt since it began. */
  get felt(): number {
    return this.#felt
  }

  get isAtRest(): boolean {
    return this.#coming.length === 0 && !this.#levelling && this.field.isStill
  }

  /** When sand at rest will stir by itself; undefined while it lies level or a hand is in it. */
  get stirsAt(): number | undefined {
    return this.#isLevel || this.hands > 0 ? undefined : this.#lastHand + sandRules.quiet
  }

  /** Touches may come in any order; each is felt when its moment has come, one that is late at once. */
  touch(touch: SandTouch): void {
    const late = (Math.floor((momentOf(this.#steps) - touch.when) * 8) + 1) / 8
    const heard = late > (touch.late ?? 0) ? { ...touch, late } : touch
    const place = this.#coming.findLastIndex((other) => dueOf(other) <= dueOf(heard))
    this.#coming.splice(place + 1, 0, heard)
  }

  /** Takes hands out of the sand, together with what they were still about to do. */
  lift(isLifted: (id: number) => boolean): void {
    this.#coming = this.#coming.filter(({ id }) => !isLifted(id))
    const when = momentOf(this.#steps)
    for (const id of [...this.#contacts.keys()].filter(isLifted)) {
      this.#contacts.delete(id)
      this.#onFelt({ type: 'up', id, when })
    }
  }

  /** Fresh sand from above over the whole tray, in about a second. */
  pour(): void {
    if (!this.#isLevel) this.#levelling = { from: 'above', begun: this.#steps }
  }

  /** Takes every whole step up to this moment, in milliseconds. */
  advance(to: number): void {
    const last = stepAt(to)
    while (this.#steps < last) {
      if (this.isAtRest) this.#sleepUntil(last)
      if (this.#steps < last) this.#take()
    }
  }

  #sleepUntil(last: number) {
    const stirs = this.stirsAt
    const first = stirs === undefined ? last : stepAt(stirs) + 1
    this.#steps = Math.max(this.#steps, Math.min(last, first))
  }

  #take() {
    this.#steps += 1
    const now = momentOf(this.#steps)
    const ways = new Map<number, Push[]>()
    for (let touch = this.#coming[0]; touch && dueOf(touch) <= now; touch = this.#coming[0]) {
      this.#coming.shift()
      this.#feel(touch, now, ways)
    }
    this.#push([...ways.values()])
    const stirs = this.stirsAt
    if (!this.#levelling && stirs !== undefined && now >= stirs) {
      this.#levelling = { from: 'edges', begun: this.#steps }
    }
    this.field.slump()
    if (this.#levelling) this.#level(this.#levelling)
  }

  #feel(touch: SandTouch, now: number, ways: Map<number, Push[]>) {
    this.#felt += 1
    this.#onFelt(touch)
    this.#lastHand = now
    if (this.#levelling?.from === 'edges') {
      this.#levelling = undefined
      this.field.stir()
    }
    const before = this.#contacts.get(touch.id)
    if (touch.type === 'up') {
      this.#contacts.delete(touch.id)
      return
    }
    const reach = Math.min(touch.reach, sandRules.widest)
    this.#contacts.set(touch.id, { x: touch.x, y: touch.y, when: touch.when })
    const way = ways.get(touch.id) ?? []
    if (!before) way.push({ x: touch.x, y: touch.y, reach, aheadX: 0, aheadY: 0, haste: 0 })
    else if (touch.type === 'move') way.push(...strides(before, touch, reach))
    if (way.length > 0) ways.set(touch.id, way)
  }

  /** All hands go on side by side: their first strides together, then their second ones. */
  #push(ways: readonly (readonly Push[])[]) {
    const rounds = Math.max(0, ...ways.map((way) => way.length))
    if (rounds > 0) this.#isLevel = false
    for (let stride = 0; stride < rounds; stride += 1) {
      const together = ways.flatMap((way) => way[stride] ?? [])
      for (let first = 0; first < together.length; first += sandRules.pushesAtOnce) {
        this.field.push(together.slice(first, first + sandRules.pushesAtOnce))
      }
    }
  }

  #level({ from, begun }: Levelling) {
    const age = momentOf(this.#steps - begun)
    const reached = from === 'above' ? this.columns + this.rows : (age / 1000) * sandRules.drift
    this.field.level(reached, sandRules.pull[from])
    const whole = Math.min(this.columns, this.rows) / 2 + sandRules.front
    const comes = from === 'above' ? 0 : (whole / sandRules.drift) * 1000
    if (age > comes + sandRules.levels[from]) this.#endLevelling()
  }

  /** Hands that were in the falling sand keep their tracks. */
  #endLevelling() {
    this.#levelling = undefined
    if (this.hands > 0) return this.field.stir()
    this.field.reset()
    this.#isLevel = true
  }
}

/** The way from one report of a hand to the next, in strides short enough that none leaps over sand. */
function strides(from: Contact, { x, y, when }: Contact, reach: number): readonly Push[] {
  const [dx, dy] = [x - from.x, y - from.y]
  const way = Math.hypot(dx, dy)
  if (way === 0) return []
  const haste = Math.min(1, (way / Math.max(1, when - from.when)) * 1.1)
  const count = Math.min(600, Math.ceil(way / Math.min(3, reach * 0.3)))
  return Array.from({ length: count }, (_, index) => {
    const part = (index + 1) / count
    return { x: from.x + dx * part, y: from.y + dy * part, reach, aheadX: dx / way, aheadY: dy / way, haste }
  })
}
