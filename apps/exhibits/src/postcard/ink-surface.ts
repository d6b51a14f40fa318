import {
  type Bead,
  cardInks,
  cardSize,
  type InkName,
  type InkPoint,
  inkLimits,
  inkOf,
  outlineOf,
  type Pen,
  type Stroke,
  StrokeShaper,
  thinned,
  type Written,
} from '@riverside/postcard'

/** How much of the paper a pen hides; the composition says the same of finished strokes. */
const strengthOf = (pen: Pen): number => (pen === 'pencil' ? 0.78 : 1)

/** How wide a line is while it is wet, beside what it will be; what is wanting soaks into the paper once the pen is lifted. */
const wetShare: Record<Pen, number> = { brush: 0.84, pen: 0.88, pencil: 1 }

/** Milliseconds ink takes to spread. */
const spreads = 180

type Live = {
  readonly pen: Pen
  readonly ink: InkName
  readonly began: number
  readonly shaper: StrokeShaper
  readonly points: InkPoint[]
  last: Bead | undefined
}

/**
 * The ink on the glass: finished strokes lie on one canvas, the stroke being written on another above it, so that an event
 * of the pointer draws only what it adds, however much is written already.
 */
export class InkSurface {
  readonly #dry: CanvasRenderingContext2D
  readonly #wet: CanvasRenderingContext2D
  readonly #outlines = new WeakMap<Stroke, Path2D>()
  readonly #still: boolean
  #live: Live | undefined
  /** The last stroke while it soaks in, and how much of its edge is drawn already. */
  #soaking: { readonly stroke: Stroke; readonly since: number; shown: number } | undefined

  /** `still`: ink does not move once it is written. */
  constructor(dry: HTMLCanvasElement, wet: HTMLCanvasElement, still: boolean) {
    this.#still = still
    this.#dry = contextOf(dry)
    this.#wet = contextOf(wet)
  }

  /** Fits both canvases to `width` device pixels of card and draws `strokes` anew. */
  fit(width: number, strokes: readonly Stroke[]): void {
    for (const { canvas } of [this.#dry, this.#wet]) {
      canvas.width = width
      canvas.height = Math.round((width * cardSize.height) / cardSize.width)
    }
    // A canvas that is measured anew has forgotten its scale, and the first stroke would be written without one.
    this.#clear(this.#wet)
    this.redraw(strokes)
  }

  /** All finished strokes anew, after one was taken back or brought back. */
  redraw(strokes: readonly Stroke[]): void {
    if (this.#soaking) this.#clear(this.#wet)
    this.#soaking = undefined
    this.#clear(this.#dry)
    for (const stroke of strokes) this.#lay(stroke)
  }

  get isWriting(): boolean {
    return this.#live !== undefined
  }

  begin(pen: Pen, ink: InkName, x: number, y: number, pressure: number, when: number): void {
    this.settle()
    this.#live = { pen, ink, began: when, shaper: new StrokeShaper(pen), points: [], last: undefined }
    this.#wet.canvas.style.opacity = String(strengthOf(pen))
    this.#wet.fillStyle = cardInks[ink]
    this.extend(x, y, pressure, when)
  }

  /** False once the stroke is as long as one may be: the caller ends it and begins the next from here. */
  extend(x: number, y: number, pressure: number, when: number): boolean {
    const live = this.#live
    if (live === undefined) return true
    const point: InkPoint = [
      within(x, cardSize.width),
      within(y, cardSize.height),
      Math.max(0, when - live.began),
      Math.min(1, Math.max(0, pressure)),
    ]
    const before = live.points.at(-1)
    // A finger at rest reports the same place for seconds; that is no writing.
    if (before !== undefined && Math.hypot(point[0] - before[0], point[1] - before[1]) < 0.04) return true
    live.points.push(point)
    const share = wetShare[live.pen]
    const beads = live.shaper.add(point).map((bead) => ({ ...bead, radius: bead.radius * share }))
    this.#wet.fill(new Path2D(inkOf(live.pen, live.last === undefined ? beads : [live.last, ...beads])))
    live.last = beads.at(-1) ?? live.last
    return live.points.length < inkLimits.pointsOfStroke
  }

  /** Closes the stroke and lays it with the finished ones. */
  end(): Stroke | undefined {
    const live = this.#live
    this.#live = undefined
    if (live === undefined || live.points.length === 0) return undefined
    const stroke: Stroke = { pen: live.pen, ink: live.ink, points: thinned(live.points) }
    this.#soaking = { stroke, since: performance.now(), shown: 0 }
    if (this.#still || wetShare[live.pen] === 1) this.settle()
    else requestAnimationFrame(this.#soak)
    return stroke
  }

  /** The last stroke lies with the finished ones at once, soaked in or not. */
  settle(): void {
    const soaking = this.#soaking
    this.#soaking = undefined
    if (soaking === undefined) return
    this.#clear(this.#wet)
    this.#lay(soaking.stroke)
  }

  /** Plays the writing again: so many whole strokes, and the beginning of the next as it was written. */
  play(strokes: readonly Stroke[], { whole, part }: Written, before: number): void {
    if (whole < before) this.redraw(strokes.slice(0, whole))
    else for (const stroke of strokes.slice(before, whole)) this.#lay(stroke)
    this.#clear(this.#wet)
    const stroke = strokes[whole]
    if (stroke === undefined || part.length === 0) return
    this.#wet.canvas.style.opacity = String(strengthOf(stroke.pen))
    this.#wet.fillStyle = cardInks[stroke.ink]
    this.#wet.fill(new Path2D(outlineOf({ pen: stroke.pen, points: [...part] })))
  }

  /** The stroke never was: it came from a palm. */
  withdraw(): void {
    this.#live = undefined
    this.#clear(this.#wet)
  }

  /** The edge of the stroke comes a little stronger with every frame, until it is as wide as it will be printed. */
  readonly #soak = (now: number): void => {
    const soaking = this.#soaking
    if (soaking === undefined) return
    const share = Math.max(0, (now - soaking.since) / spreads)
    if (share >= 1) {
      this.settle()
      return
    }
    const shown = 1 - (1 - share) ** 2
    this.#wet.globalAlpha = (shown - soaking.shown) / (1 - soaking.shown)
    this.#wet.fill(this.#outline(soaking.stroke))
    this.#wet.globalAlpha = 1
    soaking.shown = shown
    requestAnimationFrame(this.#soak)
  }

  #outline(stroke: Stroke): Path2D {
    const path = this.#outlines.get(stroke) ?? new Path2D(outlineOf(stroke))
    this.#outlines.set(stroke, path)
    return path
  }

  #lay(stroke: Stroke): void {
    const path = this.#outline(stroke)
    const scale = this.#dry.canvas.width / cardSize.width
    this.#dry.setTransform(scale, 0, 0, scale, 0, 0)
    this.#dry.globalAlpha = strengthOf(stroke.pen)
    this.#dry.fillStyle = cardInks[stroke.ink]
    this.#dry.fill(path)
  }

  #clear(surface: CanvasRenderingContext2D): void {
    surface.setTransform(1, 0, 0, 1, 0, 0)
    surface.clearRect(0, 0, surface.canvas.width, surface.canvas.height)
    const scale = surface.canvas.width / cardSize.width
    surface.setTransform(scale, 0, 0, scale, 0, 0)
  }
}

const within = (value: number, most: number): number =>
  Math.min(most + cardSize.bleed, Math.max(-cardSize.bleed, value))

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { desynchronized: true })
  if (context === null) throw new Error('The browser gives no canvas to write on')
  return context
}
