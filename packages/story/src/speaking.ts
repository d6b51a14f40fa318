import type { Language } from '@riverside/kit'
import type { Phrase } from './timeline.ts'

/** How loud a voice is, `envelopeRate` times a second, from 0 to 1. */
export type Envelope = Float32Array
const envelopeRate = 60

/**
 * The envelope of a recording: root mean square over windows of a thirtieth of a second, its loud places 1, its breath 0.
 * @param samples One channel, from −1 to 1.
 */
export function envelopeOf(samples: Float32Array, samplesASecond: number): Envelope {
  const hop = samplesASecond / envelopeRate
  const loud = Float32Array.from({ length: Math.ceil(samples.length / hop) }, (_, index) => {
    const [from, to] = [
      Math.max(0, Math.floor((index - 0.5) * hop)),
      Math.min(samples.length, Math.ceil((index + 1.5) * hop)),
    ]
    let sum = 0
    for (let at = from; at < to; at += 1) sum += (samples[at] ?? 0) ** 2
    return Math.sqrt(sum / Math.max(1, to - from))
  })
  const sorted = [...loud].sort((one, other) => one - other)
  const [breath, full] = [sorted[Math.floor(sorted.length * 0.1)] ?? 0, sorted[Math.floor(sorted.length * 0.95)] ?? 0]
  const span = full - breath
  return loud.map((each) => (span < 1e-4 ? 0 : Math.min(1, Math.max(0, (each - breath) / span))))
}

/** The envelope of a voice that tells no more than when it says what: a lip stroke for each Han character, for each group of Latin vowels. */
export function spokenEnvelope(phrases: readonly Phrase[], language: Language): Envelope {
  const length = phrases.at(-1)?.end ?? 0
  const envelope = new Float32Array(Math.ceil((length / 1000) * envelopeRate) + 1)
  for (const { text, start, said } of phrases) {
    const syllables = language === 'zh' ? [...text].filter(isHan).length : (text.match(/[aeiouy]+/gi) ?? []).length
    const each = (said - start) / Math.max(1, syllables)
    for (let syllable = 0; syllable < syllables; syllable += 1) {
      const [from, to] = [start + syllable * each, start + (syllable + 1) * each]
      const strength = 0.62 + 0.38 * Math.abs(Math.sin(syllable * 2.4 + start))
      for (let at = Math.ceil((from / 1000) * envelopeRate); at < (to / 1000) * envelopeRate; at += 1) {
        const part = ((at / envelopeRate) * 1000 - from) / (to - from)
        envelope[at] = strength * Math.sin(Math.PI * part)
      }
    }
  }
  return envelope
}

const isHan = (letter: string) => /\p{Script=Han}|〇/u.test(letter)

/** Between two readings of the envelope; nothing before and after. */
export function loudnessAt(envelope: Envelope, told: number): number {
  const place = (told / 1000) * envelopeRate
  const first = Math.floor(place)
  const part = place - first
  return (envelope[first] ?? 0) * (1 - part) + (envelope[first + 1] ?? 0) * part
}

/** How a narrator holds herself: mouth from 0, shut, to 1; hands from 0, folded, to 1, raised; `side` leans from −1 to 1. */
export type Bearing = {
  readonly mouth: number
  readonly near: number
  readonly far: number
  readonly side: number
  readonly blink: number
}

export const atRest: Bearing = { mouth: 0, near: 0, far: 0, side: 0, blink: 0 }

/** Milliseconds a hand takes to rise or sink. */
const rises = 620

/**
 * How she holds herself at a moment: the mouth follows the voice; at each clause one hand rises, or both where it is a long one, and
 * sinks as it ends; she leans a little with it, and blinks every few seconds.
 */
export function bearingAt(phrases: readonly Phrase[], envelope: Envelope, told: number): Bearing {
  const index = phrases.findIndex(({ start, end }) => told >= start && told < end)
  const phrase = phrases[index]
  const blink = told >= 0 && told % 3700 < 140 ? Math.sin((Math.PI * (told % 3700)) / 140) : 0
  if (!phrase) return { ...atRest, blink }
  const lift = eased((told - phrase.start) / rises) * eased((phrase.end - told) / rises)
  const isLong = phrase.end - phrase.start > 3600
  const beat = 0.1 * loudnessAt(envelope, told)
  return {
    mouth: loudnessAt(envelope, told),
    near: index % 2 === 0 || isLong ? lift * (0.74 + beat) : 0.06 * lift,
    far: index % 2 === 1 || isLong ? lift * (0.66 + beat) : 0.06 * lift,
    side: lift * (index % 2 === 0 ? 1 : -1),
    blink,
  }
}

function eased(part: number): number {
  const within = Math.min(1, Math.max(0, part))
  return within * within * (3 - 2 * within)
}
