import type { Clock, Language } from '@riverside/kit'
import {
  isGoingOn,
  lengthOf,
  nextTelling,
  type Phrase,
  type Story,
  storyAt,
  type Telling,
  type TellingEvent,
  timelineOf,
  toldOf,
} from '@riverside/story'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { narrate, type Teller } from './narration.ts'

export type TellingNeeds = {
  readonly story: Story
  /** The chapter to begin with. */
  readonly chapter: number
  readonly language: Language
  readonly address: (media: string) => string
  readonly volume: number
  /** 慢一点: the voice and its captions take their time. */
  readonly slow: boolean
  /** Something lies over the story: it waits. */
  readonly covered: boolean
  readonly clock: Clock
  readonly onPlaying: (playing: boolean) => void
}

export type Told = {
  readonly telling: Telling
  readonly phrases: readonly Phrase[]
  /** Milliseconds told of the present chapter's timeline. */
  readonly told: number
  readonly teller: Teller | undefined
  /** How fast it is told, as a part of the calm pace. */
  readonly rate: number
  readonly tell: (event: TellingEvent) => void
}

const [lingers, waitsForHands] = [4200, 6000]
const slowRate = 0.75

/** Runs a story: starts and stops its narration, turns its pages, and says when it goes on by itself. */
export function useTelling(needs: TellingNeeds): Told {
  const { story, language, address, volume, covered, clock, onPlaying } = needs
  const rate = needs.slow ? slowRate : 1
  const rules = useMemo(() => ({ chapters: story.chapters.length, lingers, waitsForHands }), [story])
  const [telling, tell] = useReducer(
    (before: Telling, event: TellingEvent) => nextTelling(before, event, rules),
    needs.chapter,
    storyAt,
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

  const isTelling = telling.voice.at === 'telling' && !covered
  const media = chapter?.voice[language]?.media
  const starts = chapter?.voice[language]?.starts
  // biome-ignore lint/correctness/useExhaustiveDependencies: each beginning of a chapter has a voice of its own, even where two captions are alike
  useEffect(() => {
    if (!isTelling) return
    return narrate(
      {
        caption,
        language,
        recording: media === undefined ? undefined : { address: address(media), starts },
        from: from.current,
        volume,
        rate,
        clock,
        onTimeline: (timed) => setRecorded({ of: caption, phrases: timed }),
        onTold: (now) => tell({ type: 'toldTo', told: now }),
        onEnd: () => tell({ type: 'toldAll', when: clock.elapsed() }),
      },
      setTeller,
    )
  }, [isTelling, telling.begun, caption, language, media, volume, rate, clock, address])

  const turnsPages = telling.voice.at === 'told' && !covered
  useEffect(() => {
    if (!turnsPages) return
    const timer = setInterval(() => tell({ type: 'ticked', when: clock.elapsed() }), 200)
    return () => clearInterval(timer)
  }, [turnsPages, clock])

  const goesOn = isGoingOn(telling) && !covered
  const playing = useRef(onPlaying)
  playing.current = onPlaying
  useEffect(() => {
    playing.current(goesOn)
  }, [goesOn])
  useEffect(() => () => playing.current(false), [])

  return { telling, phrases, told, teller: isTelling ? teller : undefined, rate, tell: useCallback(tell, []) }
}
