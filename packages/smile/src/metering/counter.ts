/** People a counter saw go each way since it last spoke; none each way is a sign of life. */
export type Counted = { readonly in: number; readonly out: number }

/** The longest line of the protocol; what is longer is noise and is dropped whole. */
const longestLine = 16
/** More at once than a door lets through: a line of a broken counter. */
const mostAtOnce = 500

/**
 * One line of a passage counter: `in` or `out`, with a number where it saw several (`out 3`), or `alive`, which it sends at least once
 * a minute so that nobody coming is not taken for a cable pulled out. Undefined for anything else.
 */
export function readCounterLine(line: string): Counted | undefined {
  if (line === 'alive') return { in: 0, out: 0 }
  const [, way, number = '1'] = /^(in|out)(?: (\d{1,4}))?$/.exec(line) ?? []
  const count = Number(number)
  if (way === undefined || count > mostAtOnce) return undefined
  return way === 'in' ? { in: count, out: 0 } : { in: 0, out: count }
}

/** Cuts what a wire brings into lines, whatever pieces it comes in; garbage is counted and left out. */
export class CounterLines {
  #rest = ''
  #isTooLong = false
  garbage = 0

  read(text: string): readonly Counted[] {
    const heard: Counted[] = []
    for (const character of text) {
      if (character === '\n' || character === '\r') {
        const line = this.#rest
        const counted = this.#isTooLong ? undefined : readCounterLine(line)
        if (counted !== undefined) heard.push(counted)
        else if (line !== '') this.garbage += 1
        this.#rest = ''
        this.#isTooLong = false
      } else if (this.#rest.length >= longestLine) this.#isTooLong = true
      else this.#rest += character
    }
    return heard
  }
}

export type CounterRules = {
  /** Milliseconds without any line after which a counter is silent; undefined for one that gives no sign of life. */
  readonly silentAfter: number | undefined
  /** Faces read at its door since it last counted anybody, from which on it is stuck. */
  readonly stuckAfter: number
  /** Passages within a minute that no door lets through. */
  readonly mostInMinute: number
}

export const counterRules: CounterRules = { silentAfter: 150_000, stuckAfter: 12, mostInMinute: 300 }

/** `silent`: nothing is heard of it. `stuck`: it lives, and counts nobody while faces are read. `chattering`: it counts what cannot be. */
export type CounterState = 'counting' | 'silent' | 'stuck' | 'chattering'

/** What is known of a counter: times of a stopwatch in milliseconds, and sums. */
export type CounterWatch = {
  readonly heardAt: number
  readonly readingsSince: number
  readonly minuteFrom: number
  readonly inMinute: number
  readonly chatteredAt: number | undefined
}

/** A counter is believed until it has had time to speak. */
export const counterFrom = (at: number): CounterWatch => ({
  heardAt: at,
  readingsSince: 0,
  minuteFrom: at,
  inMinute: 0,
  chatteredAt: undefined,
})

const minute = 60_000

export function counterHeard(
  watch: CounterWatch,
  counted: Counted,
  at: number,
  rules: CounterRules = counterRules,
): CounterWatch {
  const people = counted.in + counted.out
  const isSameMinute = at - watch.minuteFrom < minute
  const inMinute = people + (isSameMinute ? watch.inMinute : 0)
  return {
    heardAt: at,
    readingsSince: people > 0 ? 0 : watch.readingsSince,
    minuteFrom: isSameMinute ? watch.minuteFrom : at,
    inMinute,
    chatteredAt: inMinute > rules.mostInMinute ? at : watch.chatteredAt,
  }
}

/** A face was read at the counter's door. */
export const faceRead = (watch: CounterWatch): CounterWatch => ({ ...watch, readingsSince: watch.readingsSince + 1 })

export function counterState(watch: CounterWatch, at: number, rules: CounterRules = counterRules): CounterState {
  if (rules.silentAfter !== undefined && at - watch.heardAt > rules.silentAfter) return 'silent'
  if (watch.chatteredAt !== undefined && at - watch.chatteredAt < 5 * minute) return 'chattering'
  return watch.readingsSince >= rules.stuckAfter ? 'stuck' : 'counting'
}
