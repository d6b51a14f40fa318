import type { Clock, Language } from '@riverside/kit'
import { lengthOf, momentOf, type Phrase, phraseAt, timelineOf, wordsOf } from '@riverside/story'
import { type Speech, speak } from '../stage/speech.ts'

export type NarrationNeeds = {
  readonly caption: string
  readonly language: Language
  /** Where the chapter has a recording: its address, and when each of its clauses begins, in milliseconds. */
  readonly recording: { readonly address: string; readonly starts?: readonly number[] | undefined } | undefined
  /** Milliseconds already told. */
  readonly from: number
  readonly volume: number
  /** 1 is the calm pace. */
  readonly rate: number
  readonly clock: Clock
  /** The recording's length is known: its timeline replaces the one of the reading pace. */
  readonly onTimeline: (phrases: readonly Phrase[]) => void
  /** Heard when each word begins, and a few times a second between them. */
  readonly onTold: (told: number) => void
  readonly onEnd: () => void
}

/** How a chapter is being told now. */
export type Teller = 'recording' | 'speech' | 'captions'

/** Milliseconds between two looks at how far the voice has come where no word begins meanwhile. */
const glance = 250
/** Milliseconds a recording may take to begin, or stand still, before it is given up. */
const patience = 4000

/**
 * Tells a chapter: by its recording, else by the system's voice, else by captions alone. Whatever fails, the next takes over
 * where it stopped; the end always comes. Returns how to stop it.
 */
export function narrate(needs: NarrationNeeds, onTeller: (teller: Teller) => void = () => {}): () => void {
  let stop = () => {}
  let told = needs.from
  let isOver = false
  const onTold = (now: number) => {
    told = now
    needs.onTold(now)
  }
  const onEnd = () => {
    if (isOver) return
    isOver = true
    needs.onEnd()
  }
  const begin = (teller: Teller) => {
    if (isOver) return
    onTeller(teller)
    const rest = { ...needs, from: told, onTold, onEnd }
    if (teller === 'recording' && needs.recording !== undefined) {
      stop = tellByRecording(rest, needs.recording, () => begin('speech'))
    } else if (teller === 'captions') stop = tellByCaptions(rest)
    else stop = tellBySpeech(rest, () => begin('captions'))
  }
  begin(needs.recording === undefined ? 'speech' : 'recording')
  return () => {
    isOver = true
    stop()
  }
}

function tellByRecording(
  needs: NarrationNeeds,
  { address, starts }: NonNullable<NarrationNeeds['recording']>,
  onFailed: () => void,
): () => void {
  const audio = new Audio()
  let phrases = timelineOf(needs.caption, needs.language)
  let unfollow = () => {}
  let isOver = false
  const finish = (then: () => void) => {
    if (isOver) return
    isOver = true
    unfollow()
    clearTimeout(waiting)
    letGo(audio)
    then()
  }
  const waiting = setTimeout(() => finish(onFailed), patience)
  audio.volume = needs.volume
  audio.onerror = () => finish(onFailed)
  audio.onended = () => finish(needs.onEnd)
  audio.onloadedmetadata = () => {
    audio.playbackRate = needs.rate
    const length = audio.duration * 1000
    if (Number.isFinite(length)) {
      phrases = timelineOf(needs.caption, needs.language, length, starts)
      needs.onTimeline(phrases)
      if (needs.from > 0 && needs.from < length) audio.currentTime = needs.from / 1000
    }
    audio.play().then(
      () => {
        if (isOver) return
        clearTimeout(waiting)
        const moves = sinceItMoved(needs.clock)
        unfollow = follow(needs, phrases, () => {
          const told = audio.currentTime * 1000
          // A device that was pulled out leaves its sound standing still.
          if (moves(told) > patience) finish(onFailed)
          return told
        })
      },
      () => finish(onFailed),
    )
  }
  audio.src = address
  return () => finish(() => {})
}

/** A voice tells words, not times: where it marks them they lead, between them the reading pace does. */
function tellBySpeech(needs: NarrationNeeds, onFailed: () => void): () => void {
  const phrases = timelineOf(needs.caption, needs.language)
  const place = needs.from > 0 ? (phrases[phraseAt(phrases, needs.from)]?.from ?? 0) : 0
  const begun = momentOf(phrases, place)
  const whole = lengthOf(phrases)
  let known = begun
  let knownAt: number | undefined
  let isOver = false
  let unfollow = () => {}
  const finish = (then: () => void) => {
    if (isOver) return
    isOver = true
    unfollow()
    then()
  }
  const speech: Speech = speak(needs.caption.slice(place), needs.language, {
    volume: needs.volume,
    rate: needs.rate,
    onWord: (at) => {
      known = momentOf(phrases, place + at)
      knownAt = needs.clock.elapsed()
    },
  })
  const began = needs.clock.elapsed()
  unfollow = follow(needs, phrases, () => {
    const since = needs.clock.elapsed() - (knownAt ?? began)
    // Some voices never say that they have ended.
    if (since > 2.5 * whole + 4000) {
      speech.stop()
      finish(needs.onEnd)
    }
    return Math.min(whole - 1, known + Math.min(1500, since) * needs.rate)
  })
  speech.ended.then((how) => {
    if (how === 'no-voice') finish(onFailed)
    else if (how === 'said') finish(needs.onEnd)
  })
  return () => {
    finish(() => {})
    speech.stop()
  }
}

function tellByCaptions(needs: NarrationNeeds): () => void {
  const phrases = timelineOf(needs.caption, needs.language)
  const whole = lengthOf(phrases)
  const begun = needs.clock.elapsed()
  let isOver = false
  const unfollow = follow(needs, phrases, () => {
    const told = needs.from + (needs.clock.elapsed() - begun) * needs.rate
    if (told >= whole && !isOver) {
      isOver = true
      unfollow()
      needs.onEnd()
    }
    return Math.min(told, whole)
  })
  return () => {
    isOver = true
    unfollow()
  }
}

/** Says how far the voice is: when each word begins, so that it lights with its sound, and a few times a second between them. */
function follow(
  { language, rate, onTold }: NarrationNeeds,
  phrases: readonly Phrase[],
  read: () => number,
): () => void {
  const marks = phrases.flatMap((phrase) => [...wordsOf(phrase, language).map(({ start }) => start), phrase.end])
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const told = read()
    if (stopped) return
    onTold(told)
    const next = marks.find((mark) => mark > told)
    timer = setTimeout(look, next === undefined ? glance : Math.min(glance, (next - told) / rate + 1))
  }
  timer = setTimeout(look, 0)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/** Milliseconds since what is read last changed. */
function sinceItMoved(clock: Clock): (now: number) => number {
  let last = Number.NaN
  let since = clock.elapsed()
  return (now) => {
    if (now !== last) {
      last = now
      since = clock.elapsed()
    }
    return clock.elapsed() - since
  }
}

/** Gives back what an audio element holds: its file, its decoder and its place at the device. */
export function letGo(audio: HTMLAudioElement): void {
  audio.onerror = null
  audio.onended = null
  audio.onloadedmetadata = null
  audio.pause()
  audio.removeAttribute('src')
  audio.load()
}
