import { faces } from '@riverside/voyage'
import { entries, entryOf, type Pages, rows, tileAt } from './pages.ts'
import { lookAt, type Sight } from './sight.ts'

/** How much a tile is wanted begins with why; within a reason the visible area and the levels it lacks decide. */
const reasons = { base: 4000, shown: 3000, soon: 2000, next: 1000 } as const
export type Reason = Exclude<keyof typeof reasons, 'base'>

/** Part of the room within a reason that one level lacking over the whole screen takes; there are at most five. */
const oneLevel = 180

/** How much every tile is wanted. A tile is named by its key: row × entries + entry. */
export class Wishes {
  readonly #pages: Pages
  readonly #ranks = new Float64Array(rows * entries)
  readonly #counts = new Uint16Array(entries)
  #keys: number[] = []

  constructor(pages: Pages) {
    this.#pages = pages
  }

  /** The tiles that are wanted at all. */
  get keys(): readonly number[] {
    return this.#keys
  }

  /** 0 where nobody wants it. */
  of(key: number): number {
    return this.#ranks[key] ?? 0
  }

  /** True where it is not seen yet, but will be if the eye goes on turning. */
  isOnlySoon(key: number): boolean {
    return this.of(key) >= reasons.soon && this.of(key) < reasons.shown
  }

  /** So many tiles, the most wanted first. */
  most(count: number): number[] {
    return [...this.#keys].sort((a, b) => this.of(b) - this.of(a)).slice(0, count)
  }

  clear(): void {
    this.forget(() => true)
  }

  forget(which: (key: number) => boolean): void {
    this.#keys = this.#keys.filter((key) => {
      const goes = which(key)
      if (goes) this.#ranks[key] = 0
      return !goes
    })
  }

  /** Wants the coarsest level of a picture before everything else; `after` so many other pictures. */
  base(row: number, after: number): void {
    for (let side = 0; side < 6; side += 1)
      this.#want(row * entries + entryOf(0, side, 0, 0), reasons.base + rows - after)
  }

  /** Wants what is seen of a picture. What is wanted for a better reason already stays as it is. */
  see(row: number, face: number, sight: Sight, why: Reason): void {
    const reason = reasons[why]
    const rays = (sight.size.width * sight.size.height) / 1600
    const seen: number[] = []
    lookAt(sight, face, (entry) => {
      const count = this.#counts[entry] ?? 0
      if (count === 0) seen.push(entry)
      this.#counts[entry] = count + 1
    })
    for (const entry of seen) {
      const share = Math.min(1, (this.#counts[entry] ?? 0) / rays)
      this.#counts[entry] = 0
      const rank = this.of(row * entries + entry)
      if (rank >= reason + 1000) continue
      // A little less for each, so that no two are wanted alike and none drives another out only to be driven out by it.
      const begun = rank < reason ? reason + 10 - this.#keys.length / 1000 : rank
      this.#want(row * entries + entry, begun + this.#lacking(row * entries, entry) * share * oneLevel)
    }
  }

  /** Levels between a tile and the finest one it lies in that is there, whether or not it is there itself. */
  #lacking(from: number, entry: number): number {
    const { level, face, row, column } = tileAt(entry)
    if (level === 0) return 1
    return level - this.#pages.levelFor(from + entryOf(level - 1, faces.indexOf(face), row >> 1, column >> 1))
  }

  #want(key: number, rank: number): void {
    if (this.#ranks[key] === 0) this.#keys.push(key)
    this.#ranks[key] = rank
  }
}
