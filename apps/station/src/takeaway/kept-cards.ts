import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Clock, fail, type Instant, ok, type Result } from '@riverside/kit'
import { base32 } from './seal.ts'

/** How long a card is kept, in milliseconds, how much of the disk all of them may take, and how much of it they must leave to the rest. */
export type KeepingRules = {
  readonly life: number
  readonly most: number
  readonly mostBytes: number
  readonly leaves: number
}
export const keepingRules: KeepingRules = {
  life: 24 * 3_600_000,
  most: 500,
  mostBytes: 800_000_000,
  leaves: 256_000_000,
}

type Kept = { readonly size: number; readonly deletesAt: Instant }

const idPattern = /^[A-Z2-7]{26}$/
const ending = '.card'
/** Before the sealed bytes: the instant of deletion as a big-endian float of eight bytes. */
const stampLength = 8

/**
 * Sealed cards in a folder, one file each, named by 128 random bits. The folder is the only record: what is deleted has
 * left nothing behind, and what is there cannot be read without the key in somebody's link. In memory are names, sizes and times alone.
 */
export class KeptCards {
  readonly #folder: string
  readonly #clock: Clock
  readonly #kept = new Map<string, Kept>()
  readonly rules: KeepingRules

  constructor(folder: string, clock: Clock, rules: KeepingRules = keepingRules) {
    this.#folder = folder
    this.#clock = clock
    this.rules = rules
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#find()
  }

  /** `no-room` where the rules or the disk allow no more; half a file never gets a card's name. */
  keep(sealed: Uint8Array, deletesAt: Instant): Result<string, 'no-room'> {
    this.sweep()
    const held = [...this.#kept.values()].reduce((sum, { size }) => sum + size, 0)
    if (this.#kept.size >= this.rules.most || held + sealed.length > this.rules.mostBytes) return fail('no-room')
    const id = base32(randomBytes(16))
    const path = this.#path(id)
    const half = `${path}.half`
    try {
      const { bavail, bsize } = statfsSync(this.#folder)
      if (bavail * bsize - sealed.length < this.rules.leaves) return fail('no-room')
      const file = openSync(half, 'wx', 0o600)
      try {
        const stamp = Buffer.alloc(stampLength)
        stamp.writeDoubleBE(deletesAt)
        writeFileSync(file, stamp)
        writeFileSync(file, sealed)
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
      renameSync(half, path)
      this.#kept.set(id, { size: sealed.length, deletesAt })
      return ok(id)
    } catch {
      rmSync(half, { force: true })
      return fail('no-room')
    }
  }

  /** The sealed bytes as they come from the disk, or `undefined` where there is no such card, or none any more. */
  async read(id: string): Promise<{ readonly size: number; readonly bytes: Readable } | undefined> {
    const kept = this.#kept.get(id)
    if (kept === undefined) return undefined
    if (kept.deletesAt <= this.#clock.now()) {
      this.delete(id)
      return undefined
    }
    const file = await open(this.#path(id)).catch(() => undefined)
    if (file === undefined) this.#kept.delete(id)
    return file && { size: kept.size, bytes: file.createReadStream({ start: stampLength }) }
  }

  /** True where there was a card to delete. */
  delete(id: string): boolean {
    if (!this.#kept.delete(id)) return false
    rmSync(this.#path(id), { force: true })
    return true
  }

  /** Deletes what has had its time. */
  sweep(): void {
    const now = this.#clock.now()
    for (const [id, { deletesAt }] of this.#kept) if (deletesAt <= now) this.delete(id)
  }

  /** Takes up what an earlier run kept; what is over, of no name of ours or half written, is deleted. */
  #find(): void {
    for (const name of readdirSync(this.#folder)) {
      const path = join(this.#folder, name)
      const id = name.slice(0, -ending.length)
      const deletesAt = name.endsWith(ending) && idPattern.test(id) ? deletionOf(path) : 0
      // A clock that was set back must not give a card a longer life than it was promised.
      const isOver = deletesAt <= this.#clock.now() || deletesAt > this.#clock.now() + this.rules.life * 2
      if (isOver) rmSync(path, { force: true, recursive: true })
      else this.#kept.set(id, { size: statSync(path).size - stampLength, deletesAt })
    }
  }

  #path(id: string): string {
    return join(this.#folder, id + ending)
  }
}

function deletionOf(path: string): Instant {
  const file = openSync(path, 'r')
  try {
    const stamp = Buffer.alloc(stampLength)
    return readSync(file, stamp, 0, stampLength, 0) < stampLength ? 0 : stamp.readDoubleBE(0)
  } finally {
    closeSync(file)
  }
}
