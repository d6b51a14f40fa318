import { z } from 'zod'
import { type SandTouch, sandRules } from './sand-rules.ts'

const Place = z.number().min(-4096).max(8192)
const Moment = z.number().min(0).max(3_600_000)

const Reach = z.number().positive().max(sandRules.widest)

/** One report of a hand: its number, its moment, how late it came, where it is and how wide; without a place, it is lifted. */
const Mark = z.union([
  z.tuple([z.number().int(), Moment, Moment]),
  z.tuple([z.number().int(), Moment, Moment, Place, Place, Reach]),
])

/** At ten fingers and 120 reports a second, the strokes of a whole minute. */
const marksAtMost = 72_000

/**
 * Everything hands did to level sand, in the order in which it was felt: told again to level sand of the same size, it leaves
 * the same carving. Moments in milliseconds from the first touch, lengths in cells.
 */
export const Carving = z.strictObject({
  columns: z.number().int().min(16).max(2048),
  rows: z.number().int().min(16).max(2048),
  marks: z.array(Mark).max(marksAtMost),
})
export type Carving = z.infer<typeof Carving>

/** A touch to a 64th of a cell and an eighth of a millisecond: what is felt like this can be written down exactly. */
export function rounded(touch: SandTouch): SandTouch {
  const when = Math.round(touch.when * 8) / 8
  if (touch.type === 'up') return { ...touch, when }
  const near = (length: number) => Math.round(length * 64) / 64
  return { ...touch, when, x: near(touch.x), y: near(touch.y), reach: Math.max(1 / 64, near(touch.reach)) }
}

/** Writes down what hands do, from level sand on. What is more than a carving can hold is felt but not kept. */
export class CarvingRecord {
  readonly #size: { readonly columns: number; readonly rows: number }
  #touches: SandTouch[] = []

  constructor(columns: number, rows: number) {
    this.#size = { columns, rows }
  }

  /** Takes what the sand has just felt. */
  add(touch: SandTouch): void {
    if (this.#touches.length < marksAtMost) this.#touches.push(touch)
  }

  /** The sand is level again. */
  clear(): void {
    this.#touches = []
  }

  /** None while nobody has touched the sand. */
  carving(): Carving | undefined {
    const [first] = this.#touches
    if (!first) return undefined
    // Every touch falls into the same part of a step again, and its moment stays exact: three steps are fifty milliseconds.
    const begun = Math.floor(first.when / 50) * 50
    return { ...this.#size, marks: this.#touches.map((touch) => markOf(touch, begun)) }
  }
}

function markOf(touch: SandTouch, begun: number): Carving['marks'][number] {
  const when = Math.max(0, Math.round((touch.when - begun) * 8) / 8)
  const { id, late = 0 } = touch
  return touch.type === 'up' ? [id, when, late] : [id, when, late, touch.x, touch.y, touch.reach]
}

/**
 * The touches of a carving, on a tray of any size; ids are negative, so that no finger on the glass is mistaken for them.
 * @param begins Milliseconds on the sand's stopwatch.
 */
export function touchesOf(carving: Carving, columns: number, rows: number, begins: number): readonly SandTouch[] {
  const [across, down] = [columns / carving.columns, rows / carving.rows]
  const held = new Set<number>()
  return carving.marks.map(([id, when, late, x, y, reach]): SandTouch => {
    const common = { id: -1000 - id, when: begins + when, late }
    if (x === undefined || y === undefined || reach === undefined) {
      held.delete(id)
      return { type: 'up', ...common }
    }
    const type = held.has(id) ? 'move' : 'down'
    held.add(id)
    return { type, ...common, x: x * across, y: y * down, reach: reach * across }
  })
}

/** Milliseconds from the first touch to the last. */
export const lastsOf = (carving: Carving): number => carving.marks.at(-1)?.[1] ?? 0
