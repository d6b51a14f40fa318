import type { Clock } from '@riverside/kit'
import type { Light } from './light.ts'
import { type Composition, drawDrifting, drawPassing, drawStill, hourOf } from './river-scene.ts'

export type RiverSheets = {
  readonly still: HTMLCanvasElement
  readonly drifting: HTMLCanvasElement
  readonly passing: HTMLCanvasElement
}

/** Pictures a second of what passes: enough for a walk, and cheap enough for a day without rest. */
const perSecond = 8

/**
 * The river on three sheets. The still one is printed again only when the light has changed, the drifting one is
 * moved by a transform, the passing one is printed eight times a second; with `calm` nothing moves at all.
 */
export class RiverPrint implements Disposable {
  readonly #sheets: RiverSheets
  readonly #composition: Composition
  readonly #clock: Clock
  readonly #began: number
  readonly #timer: ReturnType<typeof setInterval> | undefined
  #printed: Light | undefined

  constructor(sheets: RiverSheets, composition: Composition, scale: number, clock: Clock, calm: boolean) {
    this.#sheets = sheets
    this.#composition = composition
    this.#clock = clock
    this.#began = clock.elapsed()
    for (const sheet of Object.values(sheets)) {
      sheet.width = Math.round(composition.view.width * scale)
      sheet.height = Math.round(composition.view.height * scale)
      sheet.getContext('2d')?.setTransform(scale, 0, 0, scale, 0, 0)
    }
    this.print()
    this.#timer = setInterval(() => this.#tick(calm), calm ? 30_000 : 1000 / perSecond)
  }

  #tick(calm: boolean): void {
    if (document.hidden) return
    if (!calm || this.#printed !== hourOf(this.#clock.now()).light) this.print()
  }

  /** Prints what has changed since the last time. */
  print(): void {
    const { light, lit } = hourOf(this.#clock.now())
    const seconds = (this.#clock.elapsed() - this.#began) / 1000
    if (light !== this.#printed) {
      onto(this.#sheets.still, (press) => drawStill(press, this.#composition, light))
      onto(this.#sheets.drifting, (press) => drawDrifting(press, this.#composition, light))
      this.#printed = light
    }
    this.#sheets.drifting.style.transform = `translateX(${(Math.sin(seconds / 70) * 3).toFixed(3)}%)`
    onto(this.#sheets.passing, (press) => drawPassing(press, this.#composition, light, lit, seconds))
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer)
  }
}

function onto(sheet: HTMLCanvasElement, draw: (press: CanvasRenderingContext2D) => void): void {
  const press = sheet.getContext('2d')
  if (press === null) return
  press.save()
  press.resetTransform()
  press.clearRect(0, 0, sheet.width, sheet.height)
  press.restore()
  draw(press)
}
