import { type Chance, type Clock, Lifetime } from '@riverside/kit'
import { type Carving, CarvingRecord, guidingHand, rounded, Sand, type SandTouch, touchesOf } from '@riverside/story'
import type { SandCounters } from './sand-card.ts'
import { openPlate, type SandPainter, type SandPlate } from './sand-plate.ts'

export type TrayNeeds = {
  readonly canvas: HTMLCanvasElement
  readonly columns: number
  readonly rows: number
  readonly clock: Clock
  readonly by: SandPainter
  /** The tray is seen in a mirror: its left side is where the hand finds its right. */
  readonly mirrored: boolean
  readonly onHand: (came: boolean) => void
  /** The graphics card was lost: the canvas cannot be used again. */
  readonly onLost: () => void
}

/** The share of the tray's width half a fingertip takes where the glass does not tell how wide a touch is. */
const fingertip = 0.0175
const widestHand = 0.09
/** Milliseconds of sand one frame takes at most: a slow machine's sand falls behind its clock, and not its hands. */
const frameAtMost = 100

/**
 * Joins sand, hands and plate. It asks for a frame only while something moves; sand at rest costs nothing.
 */
export class Tray implements Disposable {
  readonly sand: Sand
  readonly #needs: TrayNeeds
  readonly #plate: SandPlate
  readonly #record: CarvingRecord
  readonly #life = new Lifetime()
  /** The sand's stopwatch begins with the tray, and can be set forward. */
  #begun: number
  #shown: number
  #frame = 0
  #stirring: ReturnType<typeof setTimeout> | undefined
  #skipping: ReturnType<typeof setTimeout> | undefined
  readonly #touching = new Set<number>()
  /** What frames have cost, in milliseconds of this thread: pushing, slumping and handing over to the plate. */
  readonly spent = { frames: 0, milliseconds: 0 }

  constructor(needs: TrayNeeds) {
    const { canvas, columns, rows } = needs
    this.#needs = needs
    this.#plate = this.#life.own(openPlate(canvas, columns, rows, needs.by), (plate) => plate[Symbol.dispose]())
    this.#record = new CarvingRecord(columns, rows)
    this.sand = new Sand(this.#plate.field, (touch) => this.#record.add(touch))
    this.#begun = needs.clock.elapsed()
    this.#shown = this.#begun
    this.#hear('pointerdown', (event) => this.#down(event))
    this.#hear('pointermove', (event) => this.#move(event))
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      this.#hear(end, (event) => this.#up(event.pointerId))
    }
    const lost = (event: Event) => {
      event.preventDefault()
      needs.onLost()
    }
    canvas.addEventListener('webglcontextlost', lost)
    this.#life.onEnd(() => canvas.removeEventListener('webglcontextlost', lost))
    this.#life.onEnd(() => cancelAnimationFrame(this.#frame))
    this.#life.onEnd(() => clearTimeout(this.#stirring))
    this.#life.onEnd(() => clearTimeout(this.#skipping))
    this.#show()
  }

  get counters(): SandCounters {
    return this.#plate.counters
  }

  get by(): SandPlate['by'] {
    return this.#plate.by
  }

  /** The heights as they are now; the graphics card is waited for. */
  heights(): Float32Array {
    return this.#plate.read()
  }

  /** What hands have done to this sand since it was level; nothing where nobody has touched it. */
  get carving(): Carving | undefined {
    return this.#record.carving()
  }

  /** Fresh sand over everything. */
  pour(): void {
    this.sand.lift((id) => id < 0)
    this.sand.pour()
    this.#record.clear()
    this.#wake()
  }

  /** Lets the guiding hand clear a part. Whoever touches the sand sends it away. */
  guide(chance: Chance): void {
    if (this.#touching.size > 0) return
    for (const touch of guidingHand(this.sand.columns, this.sand.rows, this.#now(), chance)) this.#tell(touch)
    this.#wake()
  }

  /** Lets a carving demonstrate itself, from now on. Whoever touches the sand sends it away. */
  replay(carving: Carving): void {
    if (this.#touching.size > 0) return
    const { columns, rows } = this.sand
    for (const touch of touchesOf(carving, columns, rows, this.#now())) this.sand.touch(touch)
    this.#wake()
  }

  /**
   * Sets the stopwatch forward, for who wants no motion: at once, or in pieces between which a voice can go on. Nothing is drawn on the
   * way. Milliseconds.
   */
  skip(milliseconds: number, piece = milliseconds): void {
    clearTimeout(this.#skipping)
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#begun -= Math.min(piece, milliseconds)
    this.sand.advance(this.#now())
    if (milliseconds > piece) this.#skipping = setTimeout(() => this.skip(milliseconds - piece, piece))
    else this.#wake()
  }

  [Symbol.dispose](): void {
    for (const id of [...this.#touching]) this.#up(id)
    this.#life[Symbol.dispose]()
  }

  #hear(
    type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel' | 'lostpointercapture',
    hear: (event: PointerEvent) => void,
  ) {
    const { canvas } = this.#needs
    canvas.addEventListener(type, hear)
    this.#life.onEnd(() => canvas.removeEventListener(type, hear))
  }

  #down(event: PointerEvent) {
    if (this.#touching.has(event.pointerId)) return
    // A pointer that has gone meanwhile cannot be captured; its end is then heard as for any other.
    try {
      this.#needs.canvas.setPointerCapture(event.pointerId)
    } catch {}
    this.sand.lift((id) => id < 0)
    this.#touching.add(event.pointerId)
    this.#needs.onHand(true)
    this.#feel('down', event)
  }

  #move(event: PointerEvent) {
    if (!this.#touching.has(event.pointerId)) return
    const all = event.getCoalescedEvents?.() ?? []
    for (const part of all.length > 0 ? all : [event]) this.#feel('move', part, event.timeStamp - part.timeStamp)
  }

  #up(id: number) {
    if (!this.#touching.delete(id)) return
    this.#tell({ type: 'up', id, when: this.#now() })
    this.#needs.onHand(false)
    this.#wake()
  }

  /** @param ago Milliseconds since this part of a movement: a frame brings several. */
  #feel(type: 'down' | 'move', event: PointerEvent, ago = 0) {
    const box = this.#needs.canvas.getBoundingClientRect()
    if (box.width === 0) return
    const perPixel = this.sand.columns / box.width
    const wide = Math.max(event.width, event.height) > 2 ? Math.max(event.width, event.height) * 0.58 : 0
    const reach = Math.min(widestHand, Math.max(fingertip, wide / box.width)) * this.sand.columns
    const fromLeft = this.#needs.mirrored ? box.right - event.clientX : event.clientX - box.left
    const y = ((event.clientY - box.top) / box.height) * this.sand.rows
    this.#tell({ type, id: event.pointerId, x: fromLeft * perPixel, y, reach, when: this.#now() - ago })
    this.#wake()
  }

  #tell(touch: SandTouch) {
    this.sand.touch(rounded(touch))
  }

  #now(): number {
    return this.#needs.clock.elapsed() - this.#begun
  }

  #wake() {
    if (this.#frame !== 0) return
    this.#shown = this.#needs.clock.elapsed()
    this.#ask()
  }

  #ask() {
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0
      this.#show()
      if (!this.sand.isAtRest) this.#ask()
      else this.#wakeWhenItStirs()
    })
  }

  #show() {
    const begun = this.#needs.clock.elapsed()
    this.#begun += Math.max(0, begun - this.#shown - frameAtMost)
    this.#shown = begun
    this.sand.advance(this.#now())
    this.#plate.draw()
    this.spent.frames += 1
    this.spent.milliseconds += this.#needs.clock.elapsed() - begun
  }

  #wakeWhenItStirs() {
    clearTimeout(this.#stirring)
    const stirs = this.sand.stirsAt
    if (stirs !== undefined) this.#stirring = setTimeout(() => this.#wake(), Math.max(50, stirs - this.#now() + 20))
  }
}
