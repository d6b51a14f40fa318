import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Clock, fail, type Instant, ok, type Result } from '@riverside/kit'
import { base32 } from './seal.ts'

/** How long a card is kept, in milliseconds, and how much of the disk all of them may take. */
export type KeepingRules = { readonly life: number; readonly most: number; readonly mostBytes: number }
export const keepingRules: KeepingRules = { life: 24 * 3_600_000, most: 500, mostBytes: 800_000_000 }

const idPattern = /^[A-Z2-7]{26}$/
const ending = '.card'
/** Before the sealed bytes: the instant of deletion as a big-endian float of eight bytes. */
const stampLength = 8

/**
 * Sealed cards in a folder, one file each, named by 128 random bits. The folder is the only record: what is deleted has
 * left nothing behind, and what is there cannot be read without the key in somebody's link.
 */
export class KeptCards {
  readonly #folder: string
  readonly #clock: Clock
  readonly rules: KeepingRules

  constructor(folder: string, clock: Clock, rules: KeepingRules = keepingRules) {
    this.#folder = folder
    this.#clock = clock
    this.rules = rules
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.sweep()
  }

  /** `no-room` where the rules or the disk allow no more; half a file never gets a card's name. */
  keep(sealed: Uint8Array, deletesAt: Instant): Result<string, 'no-room'> {
    const held = this.sweep()
    if (held.length >= this.rules.most || sum(held) + sealed.length > this.rules.mostBytes) return fail('no-room')
    const id = base32(randomBytes(16))
    const path = this.#path(id)
    const half = `${path}.half`
    try {
      const file = openSync(half, 'wx', 0o600)
      try {
        const stamp = Buffer.alloc(stampLength)
        stamp.writeDoubleBE(deletesAt)
        writeSync(file, stamp)
        writeSync(file, sealed)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(half, path)
      return ok(id)
    } catch {
      rmSync(half, { force: true })
      return fail('no-room')
    }
  }

  /** The sealed bytes, or `undefined` where there is no such card, or none any more. */
  async read(id: string): Promise<Uint8Array | undefined> {
    if (!idPattern.test(id)) return undefined
    const bytes = await readFile(this.#path(id)).catch(() => undefined)
    if (bytes === undefined || bytes.length < stampLength) return undefined
    if (bytes.readDoubleBE(0) > this.#clock.now()) return bytes.subarray(stampLength)
    this.delete(id)
    return undefined
  }

  /** True where there was a card to delete. */
  delete(id: string): boolean {
    if (!idPattern.test(id)) return false
    try {
      rmSync(this.#path(id))
      return true
    } catch {
      return false
    }
  }

  /** Deletes what has had its time and what was left half written; answers the sizes of what stays. */
  sweep(): readonly number[] {
    const sizes: number[] = []
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name)
      if (!name.endsWith(ending)) rmSync(path, { force: true, recursive: true })
      else if (this.#isOver(path)) rmSync(path, { force: true })
      else sizes.push(statSync(path).size)
    }
    return sizes
  }

  #isOver(path: string): boolean {
    const bytes = readFileSync(path).subarray(0, stampLength)
    const deletesAt = bytes.length < stampLength ? 0 : bytes.readDoubleBE(0)
    // A clock that was set back must not give a card a longer life than it was promised.
    return deletesAt <= this.#clock.now() || deletesAt > this.#clock.now() + this.rules.life * 2
  }

  #path(id: string): string {
    return join(this.#folder, id + ending)
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
