import { type Cue, cuesAt } from '@riverside/story'
import { useEffect, useRef } from 'react'
import { letGo, type Teller } from './narration.ts'

/** Parts of the volume's ceiling: a sound stands behind a voice, and well behind one who only reads. */
const loudness: Record<Teller, number> = { recording: 0.22, speech: 0.22, captions: 0.6 }
/** Milliseconds in which a sound comes and goes, and between two steps of it. */
const [fades, step] = [600, 40]

/** Plays the sound that belongs to this moment of a chapter, under the voice; a sound that cannot be played is not missed. */
export function useCueSound(
  cues: readonly Cue[],
  share: number | undefined,
  teller: Teller | undefined,
  ceiling: number,
  address: (media: string) => string,
): void {
  const cue = share === undefined ? undefined : cuesAt(cues, share).find(({ kind }) => kind === 'sound')
  const media = cue?.kind === 'sound' ? address(cue.media) : undefined
  const volume = useRef(0)
  volume.current = Math.min(1, ceiling * loudness[teller ?? 'recording'])
  useEffect(() => (media === undefined ? undefined : playUnder(media, volume)), [media])
}

function playUnder(address: string, volume: { readonly current: number }): () => void {
  const audio = new Audio()
  audio.volume = 0
  audio.loop = true
  audio.src = address
  audio.play().catch(() => undefined)
  const towards = (wanted: () => number, reached: () => void = () => {}) =>
    setInterval(() => {
      const missing = wanted() - audio.volume
      const most = Math.max(0.02, volume.current) * (step / fades)
      audio.volume = Math.min(1, Math.max(0, audio.volume + Math.max(-most, Math.min(most, missing))))
      if (Math.abs(wanted() - audio.volume) < 0.001) reached()
    }, step)
  const comes = towards(() => volume.current)
  return () => {
    clearInterval(comes)
    const goes = towards(
      () => 0,
      () => {
        clearInterval(goes)
        letGo(audio)
      },
    )
  }
}
