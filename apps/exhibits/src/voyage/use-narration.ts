import type { Clock, Language } from '@riverside/kit'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Speech, speak } from '../stage/speech.ts'
import { type Sentence, secondsOf, sentencesOf } from './narration.ts'

export type Narration = {
  readonly playing: boolean
  readonly sentence: Sentence | undefined
  /** How far into the sentence the voice is, in letters. */
  readonly letter: number
  /** How much of the whole has been told, 0 to 1. */
  readonly told: number
  readonly toggle: () => void
}

/** Milliseconds between two looks at where a silent caption is. */
const beat = 120

/** Tells a text sentence by sentence: by the system's voice where there is one, else by captions alone at the pace of a voice. */
export function useNarration(
  text: string,
  language: Language,
  volume: number,
  clock: Clock,
  onPlaying: (playing: boolean) => void,
): Narration {
  const sentences = useMemo(() => sentencesOf(text, language), [text, language])
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState({ sentence: 0, letter: 0 })
  const place = useRef(at)
  const telling = useRef(onPlaying)
  telling.current = onPlaying

  const goTo = useCallback((sentence: number, letter: number) => {
    place.current = { sentence, letter }
    setAt(place.current)
  }, [])

  // Another text, in another language or of another building, is told from its beginning when somebody asks for it.
  const told = useRef(sentences)
  useEffect(() => {
    if (told.current === sentences) return
    told.current = sentences
    setPlaying(false)
    goTo(0, 0)
  }, [sentences, goTo])

  useEffect(() => {
    if (!playing) return
    telling.current(true)
    const ended = new AbortController()
    const toEnd = async () => {
      await tell(sentences, place.current.sentence, language, volume, clock, ended.signal, goTo)
      if (ended.signal.aborted) return
      goTo(0, 0)
      setPlaying(false)
    }
    void toEnd()
    return () => {
      ended.abort()
      telling.current(false)
    }
  }, [playing, sentences, language, volume, clock, goTo])

  const toggle = useCallback(() => setPlaying((before) => !before), [])
  const before = sentences.slice(0, at.sentence).reduce((sum, { text: one }) => sum + one.length, 0)
  return {
    playing,
    sentence: sentences[at.sentence],
    letter: at.letter,
    told: (before + at.letter) / Math.max(1, text.length),
    toggle,
  }
}

async function tell(
  sentences: readonly Sentence[],
  first: number,
  language: Language,
  volume: number,
  clock: Clock,
  ended: AbortSignal,
  show: (sentence: number, letter: number) => void,
): Promise<void> {
  for (let index = first; index < sentences.length && !ended.aborted; index += 1) {
    const text = sentences[index]?.text ?? ''
    show(index, 0)
    const speech: Speech = speak(text, language, { volume, onWord: (letter) => !ended.aborted && show(index, letter) })
    const stop = () => speech.stop()
    ended.addEventListener('abort', stop, { once: true })
    const outcome = await speech.ended
    ended.removeEventListener('abort', stop)
    if (outcome === 'no-voice') await captionAlone(text, language, clock, ended, (letter) => show(index, letter))
  }
}

function captionAlone(
  text: string,
  language: Language,
  clock: Clock,
  ended: AbortSignal,
  show: (letter: number) => void,
): Promise<void> {
  const begun = clock.elapsed()
  const takes = secondsOf(text, language) * 1000
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const gone = (clock.elapsed() - begun) / takes
      if (gone < 1 && !ended.aborted) return show(Math.floor(gone * text.length))
      clearInterval(timer)
      resolve()
    }, beat)
  })
}
