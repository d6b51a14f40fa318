import type { Clock } from '@riverside/kit'
import { castOff, cruise, haltsOf, type Node, type Stop } from '@riverside/voyage'
import { Sailing } from './sailing.ts'

/** A page that was hidden for longer than this (seconds) goes on where it was. */
const longestFrame = 0.25

/** A sailing that steers itself. Whoever drives it says when to go on; it asks for a frame only while something moves. */
export class CruiseSailing extends Sailing {
  readonly #clock: Clock
  readonly #halts: ReturnType<typeof haltsOf>
  readonly #metresPerTurn: number
  #cruise = castOff
  #wentOn: number | undefined
  #stepped: number | undefined

  constructor(nodes: readonly Node[], stops: readonly Stop[], metresPerTurn: number, clock: Clock) {
    super(nodes, stops, metresPerTurn, false)
    this.#clock = clock
    this.#halts = haltsOf(this.nodes)
    this.#metresPerTurn = metresPerTurn
  }

  /** Lets the time pass since it was last called. */
  goOn(): void {
    const now = this.#clock.elapsed()
    const seconds = Math.min(longestFrame, (now - (this.#wentOn ?? now)) / 1000)
    this.#wentOn = now
    const before = this.#cruise
    this.#cruise = cruise(before, this.#halts, seconds)
    const metres = this.#cruise.at - before.at
    if (metres !== 0) this.turn(metres / this.#metresPerTurn)
    else if (!this.standing.atRest) this.onWake()
  }

  /** The frames follow the driver and not one another, so it says that nothing goes on by itself. */
  override step(_seconds: number, hasCome: (node: Node) => boolean): boolean {
    const now = this.#clock.elapsed()
    const seconds = Math.min(longestFrame, (now - (this.#stepped ?? now)) / 1000)
    this.#stepped = now
    super.step(seconds, hasCome)
    return false
  }
}
