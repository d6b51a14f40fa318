import type { HelmNews } from './shell.ts'

/** Bits per second of the serial helm. */
export const helmBaudRate = 115_200

/** The longest line of the protocol; what is longer is noise and is dropped whole. */
const longestLine = 24

/**
 * Reads the helm's line protocol: one ASCII line a report, `H <counts>` (signed, cumulative) or `B 0` / `B 1`.
 * A half line waits for its end; garbage is counted and left out, and never turns the helm.
 */
export class HelmLines {
  #rest = ''
  #tooLong = false
  /** Lines that made no sense since the reader was made. */
  garbage = 0

  read(text: string): readonly HelmNews[] {
    const news: HelmNews[] = []
    for (const character of text) {
      if (character === '\n' || character === '\r') {
        const heard = this.#endLine()
        if (heard) news.push(heard)
      } else if (this.#rest.length >= longestLine) this.#tooLong = true
      else this.#rest += character
    }
    return news
  }

  #endLine(): HelmNews | undefined {
    const line = this.#rest
    const whole = !this.#tooLong
    this.#rest = ''
    this.#tooLong = false
    if (line === '' && whole) return undefined
    const heard = whole ? newsOf(line) : undefined
    if (!heard) this.garbage += 1
    return heard
  }
}

function newsOf(line: string): HelmNews | undefined {
  const counts = /^H (-?\d{1,10})$/.exec(line)?.[1]
  if (counts !== undefined) return { type: 'turned', counts: Number(counts) }
  if (line === 'B 0' || line === 'B 1') return { type: 'button', pressed: line === 'B 1' }
  return undefined
}

/** The same protocol, written: for the pretend helm and for tests. */
export const helmLine = (news: Extract<HelmNews, { type: 'turned' | 'button' }>): string =>
  news.type === 'turned' ? `H ${news.counts}\n` : `B ${news.pressed ? 1 : 0}\n`
