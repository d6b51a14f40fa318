import type { Clock, Language } from '@riverside/kit'
import { lengthOf, momentOf, type Phrase, phraseAt, timelineOf } from '@riverside/story'
import { type Speech, speak } from '../stage/speech.ts'

export type NarrationNeeds = {
  readonly caption: string
  readonly language: Language
  /** Address of the recording, where the chapter has one. */
  readonly recording: string | undefined
  /** Milliseconds already told. */
  readonly from: number
  readonly volume: number
  readonly clock: Clock
  /** The recording's length is known: its timeline replaces the one of the reading pace. */
  readonly onTimeline: (phrases: readonly Phrase[]) => void
  readonly onTold: (told: number) => void
  readonly onEnd: () => void
}

/** How a chapter is being told now. */
export type Teller = 'recording' | 'speech' | 'captions'

/** Milliseconds between two looks at how far the voice has come: well within what an eye takes for together. */
const tick = 60
/** Milliseconds a recording may take to begin. */
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

function tellByRecording(needs: NarrationNeeds, address: string, onFailed: () => void): () => void {
  const audio = new Audio()
  let timer: ReturnType<typeof setInterval> | undefined
  let isOver = false
  const finish = (then: () => void) => {
    if (isOver) return
    isOver = true
    clearInterval(timer)
    clearTimeout(waiting)
    audio.pause()
    audio.removeAttribute('src')
    then()
  }
  const waiting = setTimeout(() => finish(onFailed), patience)
  audio.volume = needs.volume
  audio.onerror = () => finish(onFailed)
  audio.onended = () => finish(needs.onEnd)
  audio.onloadedmetadata = () => {
    const length = audio.duration * 1000
    if (Number.isFinite(length)) {
      needs.onTimeline(timelineOf(needs.caption, needs.language, length))
      if (needs.from > 0 && needs.from < length) audio.currentTime = needs.from / 1000
    }
    audio.play().then(
      () => {
        clearTimeout(waiting)
        timer = setInterval(() => needs.onTold(audio.currentTime * 1000), tick)
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
  let knownAt = needs.clock.elapsed()
  let isOver = false
  const speech: Speech = speak(needs.caption.slice(place), needs.language, {
    volume: needs.volume,
    onWord: (at) => {
      known = momentOf(phrases, place + at)
      knownAt = needs.clock.elapsed()
    },
  })
  const finish = (then: () => void) => {
    if (isOver) return
    isOver = true
    clearInterval(timer)
    then()
  }
  const timer = setInterval(() => {
    const now = needs.clock.elapsed()
    needs.onTold(Math.min(whole - 1, known + Math.min(1500, now - knownAt)))
    // Some voices never say that they have ended.
    if (now - knownAt > 2.5 * whole + 4000) {
      speech.stop()
      finish(needs.onEnd)
    }
  }, tick)
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
  const timer = setInterval(() => {
    const told = needs.from + needs.clock.elapsed() - begun
    needs.onTold(Math.min(told, whole))
    if (told < whole) return
    clearInterval(timer)
    needs.onEnd()
  }, tick)
  return () => clearInterval(timer)
}
