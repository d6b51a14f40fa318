import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type Clock, fail, ok, type Result } from '@riverside/kit'
import { argon2id, argon2Verify } from 'hash-wasm'
import type { Store } from '../store/store.ts'

/** Minutes of silence after which a signed-in hand is signed out. */
const idleMinutes = 5
/** Wrong PINs that are answered at once; every further one doubles the wait, to a quarter of an hour. */
const freeTries = 5

/** Who may do what only staff may do: one PIN a station, kept as an Argon2id hash, guesses slowed down. */
export type Staff = {
  needsPin(): boolean
  setFirstPin(pin: string): Promise<Result<undefined, 'already-set' | 'too-easy'>>
  signIn(pin: string): Promise<Result<{ token: string }, 'wrong-pin' | 'too-many' | 'no-pin-yet'>>
  signOut(token: string): void
  isSignedIn(token: string): boolean
}

export function staffOf(store: Store, clock: Clock): Staff {
  const tokens = new Map<string, number>()
  let wrong = 0
  let closedUntil = 0
  const isSignedIn = (token: string): boolean => {
    for (const [known, used] of tokens) {
      if (clock.elapsed() - used > idleMinutes * 60_000) tokens.delete(known)
      else if (sameSecret(known, token)) {
        tokens.set(known, clock.elapsed())
        return true
      }
    }
    return false
  }
  return {
    needsPin: () => store.readSetting('staff-pin') === undefined,
    async setFirstPin(pin) {
      if (isTooEasy(pin)) return fail('too-easy')
      const hash = await hashOf(pin)
      return store.inOneGo(() => {
        if (store.readSetting('staff-pin') !== undefined) return fail('already-set')
        store.writeSetting('staff-pin', hash)
        return ok(undefined)
      })
    },
    async signIn(pin) {
      const hash = store.readSetting('staff-pin')
      if (hash === undefined) return fail('no-pin-yet')
      if (clock.elapsed() < closedUntil) return fail('too-many')
      // Counted before the hash is worked out, so that many guesses at once are counted too.
      wrong += 1
      if (wrong > freeTries)
        closedUntil = clock.elapsed() + Math.min(15 * 60_000, 30_000 * 2 ** (wrong - freeTries - 1))
      if (pin === '' || !(await argon2Verify({ password: pin, hash }))) return fail('wrong-pin')
      wrong = 0
      closedUntil = 0
      const token = randomBytes(16).toString('base64url')
      tokens.set(token, clock.elapsed())
      return ok({ token })
    },
    signOut: (token) => void tokens.delete(token),
    isSignedIn,
  }
}

/** All the same figure, or a run such as 1234 and 8765: what anyone tries first. */
export function isTooEasy(pin: string): boolean {
  const steps = [...pin].slice(1).map((figure, at) => Number(figure) - Number(pin[at]))
  return [0, 1, -1].some((step) => steps.every((each) => each === step))
}

/** Argon2id with the first of OWASP's recommended settings for low memory: 19 MiB, two passes, one lane. */
const hashOf = (pin: string): Promise<string> =>
  argon2id({
    password: pin,
    salt: randomBytes(16),
    parallelism: 1,
    iterations: 2,
    memorySize: 19_456,
    hashLength: 32,
    outputType: 'encoded',
  })

export function sameSecret(known: string, given: string): boolean {
  const a = Buffer.from(known)
  const b = Buffer.from(given)
  return a.length === b.length && timingSafeEqual(a, b)
}
