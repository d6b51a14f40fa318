import type { Clock, Language } from '@riverside/kit'
import {
  isGoingOn,
  lengthOf,
  nextTelling,
  type Phrase,
  type Story,
  storyBegins,
  type Telling,
  type TellingEvent,
  timelineOf,
  toldOf,
} from '@riverside/story'
import { useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { narrate, type Teller } from './narration.ts'

export type Told = {
  readonly telling: Telling
  readonly phrases: readonly Phrase[]
  /** Milliseconds told of the present chapter's timeline. */
  readonly told: number
  readonly teller: Teller | undefined
  readonly tell: (event: TellingEvent) => void
}

const [lingers, waitsForHands] = [4200, 6000]

/** Runs a story: starts and stops its narration, turns its pages, and says when it goes on by itself. */
export function useTelling(
  story: Story,
  language: Language,
  address: (media: string) => string,
  volume: number,
  clock: Clock,
  onPlaying: (playing: boolean) => void,
): Told {
  const rules = useMemo(() => ({ chapters: story.chapters.length, lingers, waitsForHands }), [story])
  const [telling, tell] = useReducer(
    (before: Telling, event: TellingEvent) => nextTelling(before, event, rules),
    storyBegins,
  )
  const [recorded, setRecorded] = useState<{ readonly of: string; readonly phrases: readonly Phrase[] } | undefined>()
  const [teller, setTeller] = useState<Teller | undefined>(undefined)
  const chapter = story.chapters[telling.chapter]
  const caption = chapter?.caption[language] ?? ''
  const spoken = useMemo(() => timelineOf(caption, language), [caption, language])
  const phrases = recorded?.of === caption ? recorded.phrases : spoken
  const told = toldOf(telling, lengthOf(phrases))
  const from = useRef(told)
  from.current = told

  const [heard, setHeard] = useState(language)
  if (heard !== language) {
    setHeard(language)
    tell({ type: 'chapterChosen', chapter: telling.chapter })
  }

  const isTelling = telling.voice.at === 'telling'
  const recording = chapter?.voice[language]?.media
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chapter restarts its voice even where two captions are alike
  useEffect(() => {
    if (!isTelling) return
    return narrate(
      {
        caption,
        language,
        recording: recording === undefined ? undefined : address(recording),
        from: from.current,
        volume,
        clock,
        onTimeline: (timed) => setRecorded({ of: caption, phrases: timed }),
        onTold: (now) => tell({ type: 'toldTo', told: now }),
        onEnd: () => tell({ type: 'toldAll', when: clock.elapsed() }),
      },
      setTeller,
    )
  }, [isTelling, telling.chapter, caption, language, recording, volume, clock, address])

  const isTold = telling.voice.at === 'told'
  useEffect(() => {
    if (!isTold) return
    const timer = setInterval(() => tell({ type: 'ticked', when: clock.elapsed() }), 200)
    return () => clearInterval(timer)
  }, [isTold, clock])

  const goesOn = isGoingOn(telling)
  const playing = useRef(onPlaying)
  playing.current = onPlaying
  useEffect(() => {
    playing.current(goesOn)
  }, [goesOn])
  useEffect(() => () => playing.current(false), [])

  return { telling, phrases, told, teller, tell }
}
