import type { Language } from '@riverside/kit'
import { useEffect, useState } from 'react'
import { speak } from '../stage/speech.ts'

export type Aloud = {
  readonly isOn: boolean
  /** The line being said, so that the page can mark it. */
  readonly said: number | undefined
  /** This machine was asked to read and has no voice: the words on the page must do, and it says so. */
  readonly hasNoVoice: boolean
  readonly set: (isOn: boolean) => void
}

/** Reads lines by the system's voice, one after the other. */
export function useReadAloud(
  lines: readonly string[],
  language: Language,
  volume: number,
  onPlaying: (playing: boolean) => void,
): Aloud {
  const [isOn, setOn] = useState(false)
  const [said, setSaid] = useState<number | undefined>(undefined)
  const [hasNoVoice, setNoVoice] = useState(false)
  const text = lines.join('\n')
  useEffect(() => {
    if (!isOn) return
    let stop: (() => void) | undefined
    let isCurrent = true
    const sayAll = async () => {
      for (const [at, line] of text.split('\n').entries()) {
        const speech = speak(line, language, { volume })
        stop = speech.stop
        setSaid(at)
        const end = await speech.ended
        if (!isCurrent) return
        if (end !== 'said') {
          setNoVoice(end === 'no-voice')
          break
        }
      }
      setOn(false)
    }
    onPlaying(true)
    setNoVoice(false)
    void sayAll()
    return () => {
      isCurrent = false
      stop?.()
      setSaid(undefined)
      onPlaying(false)
    }
  }, [isOn, text, language, volume, onPlaying])
  return { isOn, said, hasNoVoice, set: setOn }
}
