import type { Language } from '@riverside/kit'

const tag = { zh: 'zh-CN', en: 'en-GB' } as const

/** The system's best voice of a language; `undefined` where the machine has none, and captions must do. */
function voiceFor(
  language: Language,
  voices: readonly SpeechSynthesisVoice[] = speechSynthesis.getVoices(),
): SpeechSynthesisVoice | undefined {
  const ofLanguage = voices.filter((voice) => voice.lang.toLowerCase().startsWith(language) && voice.localService)
  return ofLanguage.find((voice) => voice.lang === tag[language]) ?? ofLanguage[0]
}

export type Speech = {
  /** Resolves when the sentence has been said, was stopped, or could not be said at all. */
  readonly ended: Promise<'said' | 'stopped' | 'no-voice'>
  readonly stop: () => void
}

/** Says a text; whatever was being said before is stopped. */
export function speak(
  text: string,
  language: Language,
  options: { volume: number; onWord?: (at: number) => void },
): Speech {
  const voice = 'speechSynthesis' in globalThis ? voiceFor(language) : undefined
  if (!voice) return { ended: Promise.resolve('no-voice'), stop: () => {} }
  speechSynthesis.cancel()
  const words = new SpeechSynthesisUtterance(text)
  words.voice = voice
  words.lang = voice.lang
  words.volume = options.volume
  words.rate = 0.95
  let stopped = false
  const ended = new Promise<'said' | 'stopped' | 'no-voice'>((resolve) => {
    words.onend = () => resolve(stopped ? 'stopped' : 'said')
    words.onerror = () => resolve(stopped ? 'stopped' : 'no-voice')
  })
  if (options.onWord) words.onboundary = (event) => options.onWord?.(event.charIndex)
  speechSynthesis.speak(words)
  return {
    ended,
    stop: () => {
      stopped = true
      speechSynthesis.cancel()
    },
  }
}
