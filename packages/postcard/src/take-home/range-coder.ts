/**
 * One bit and how likely it is, learnt from the bits before it: quickly at first, then ever more slowly. `zero` is the
 * likelihood of a 0 in 65,536ths; `seen` how many bits speak for it.
 */
export type Chance = { zero: number; seen: number }

export const evenChance = (): Chance => ({ zero: 32_768, seen: 0 })

/** Beyond so many bits a chance forgets the oldest. */
const longest = 90

/** Whole numbers only, so that every browser learns exactly what the writer learnt. */
function learn(chance: Chance, bit: 0 | 1): void {
  const target = bit === 0 ? 65_535 : 0
  chance.zero += Math.trunc(((target - chance.zero) * 2) / (2 * chance.seen + 3))
  if (chance.seen < longest) chance.seen++
}

/** The likelihood in 4,096ths, never quite 0 and never quite 1. */
const likely = ({ zero }: Chance): number => Math.min(4090, Math.max(6, zero >>> 4))

const top = 2 ** 24
const whole = 2 ** 32

/** Where symbols go to, or come from: the same walk over a model writes and reads it. */
export type BitCoder = {
  /** Writes `bit`, or reads one and answers it. */
  bit(chance: Chance, bit: 0 | 1): 0 | 1
  /** One of `count` equally likely values, 0 … count − 1; count up to 65,536. */
  even(count: number, value: number): number
}

/** Range coding after Martin, 1979, with the carry of LZMA. */
export class BitWriter implements BitCoder {
  readonly #bytes: number[] = []
  #low = 0
  #range = whole - 1
  #held = 0
  #waiting = 1

  bit(chance: Chance, bit: 0 | 1): 0 | 1 {
    const bound = Math.floor(this.#range / 4096) * likely(chance)
    if (bit === 0) this.#range = bound
    else {
      this.#low += bound
      this.#range -= bound
    }
    learn(chance, bit)
    this.#settle()
    return bit
  }

  even(count: number, value: number): number {
    this.#range = Math.floor(this.#range / count)
    this.#low += value * this.#range
    this.#settle()
    return value
  }

  /** The shortest bytes that say it all: what follows them counts as zeros. */
  finish(): Uint8Array {
    const last = this.#low + this.#range - 1
    for (let zeros = 24; zeros >= 0; zeros -= 8) {
      const round = Math.ceil(this.#low / 2 ** zeros) * 2 ** zeros
      if (round > last) continue
      this.#low = round
      break
    }
    for (let more = 0; more < 5; more++) this.#shift()
    // The first byte is the carry's, and never comes to anything.
    const bytes = this.#bytes.slice(1)
    while (bytes.at(-1) === 0) bytes.pop()
    return Uint8Array.from(bytes)
  }

  #settle(): void {
    while (this.#range < top) {
      this.#range *= 256
      this.#shift()
    }
  }

  #shift(): void {
    if (this.#low < 0xff000000 || this.#low >= whole) {
      const carry = this.#low >= whole ? 1 : 0
      let byte = this.#held
      for (; this.#waiting > 0; this.#waiting--) {
        this.#bytes.push((byte + carry) & 255)
        byte = 255
      }
      this.#held = Math.floor(this.#low / top) & 255
    }
    this.#waiting++
    this.#low = (this.#low % top) * 256
  }
}

/** Reads what a `BitWriter` wrote; past the end it reads zeros, and `hasRunDry` says so. */
export class BitReader implements BitCoder {
  readonly #bytes: Uint8Array
  #at = 0
  #range = whole - 1
  #code = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    for (let more = 0; more < 4; more++) this.#next()
  }

  /** True once far more was read than was ever written: no honest writer leaves so many zeros away. */
  get hasRunDry(): boolean {
    return this.#at > this.#bytes.length + 64
  }

  bit(chance: Chance): 0 | 1 {
    const bound = Math.floor(this.#range / 4096) * likely(chance)
    const bit = this.#code < bound ? 0 : 1
    if (bit === 0) this.#range = bound
    else {
      this.#code -= bound
      this.#range -= bound
    }
    learn(chance, bit)
    this.#settle()
    return bit
  }

  even(count: number): number {
    this.#range = Math.floor(this.#range / count)
    const value = Math.min(count - 1, Math.floor(this.#code / this.#range))
    this.#code -= value * this.#range
    this.#settle()
    return value
  }

  #settle(): void {
    while (this.#range < top) {
      this.#range *= 256
      this.#next()
    }
  }

  #next(): void {
    this.#code = (this.#code % top) * 256 + (this.#bytes[this.#at++] ?? 0)
  }
}
