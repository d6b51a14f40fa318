import { call, type ShellContract, signIn, signOut } from '@riverside/contract'
import { assertNever, type Clock, type Elapsed } from '@riverside/kit'
import type { z } from 'zod'
import type { StationDoor } from './station-keeper.ts'

type Outcome = z.output<ShellContract['leaveKiosk']['output']>

/** So many wrong PINs within a minute, and no more is asked until the minute is over. */
const tries = 5
const minute = 60_000

/** Lets staff out of the kiosk. Whether a PIN is right only the station knows; how often it may be asked is limited here as well. */
export class StaffExit {
  readonly #door: () => Promise<StationDoor | undefined>
  readonly #clock: Clock
  #wrong: readonly Elapsed[] = []

  constructor(door: () => Promise<StationDoor | undefined>, clock: Clock) {
    this.#door = door
    this.#clock = clock
  }

  async ask(pin: string): Promise<Outcome> {
    const now = this.#clock.elapsed()
    this.#wrong = this.#wrong.filter((when) => now - when < minute)
    if (this.#wrong.length >= tries) return 'too-many'
    const door = await this.#door()
    if (!door) return 'unreachable'
    const wire = { fetch, address: door.url, key: door.key }
    const signed = await call(wire, signIn, { pin })
    if (signed.ok) {
      await call({ ...wire, key: signed.value.token }, signOut, {})
      return 'left'
    }
    switch (signed.error) {
      case 'wrong-pin':
      case 'not-allowed':
        this.#wrong = [...this.#wrong, now]
        return 'wrong-pin'
      case 'no-pin-yet':
      case 'too-many':
      case 'unreachable':
        return signed.error
      case 'not-understood':
        return 'unreachable'
      default:
        return assertNever(signed.error)
    }
  }
}
