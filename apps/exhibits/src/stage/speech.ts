import type { Language } from '@riverside/kit'

export type Speech = {
  /** Resolves when the sentence has been said, was stopped, or could not be said at all. */
  readonly ended: Promise<'said' | 'stopped' | 'no-voice'>
  readonly stop: () => void
}

/** Milliseconds a machine may take to name its voices, and a voice to begin. */
const patience = { voices: 800, word: 4000 } as const

/** A calm reader's pace, as a part of the voice's own. */
const calm = 0.95

/** Says a text; whatever was being said before is stopped. `rate` 1 is the calm pace. */
export function speak(
  text: string,
  language: Language,
  options: { volume: number; rate?: number; onWord?: (at: number) => void },
): Speech {
  if (!('speechSynthesis' in globalThis)) return { ended: Promise.resolve('no-voice'), stop: () => {} }
  speechSynthesis.cancel()
  let stopped = false
  let settle: (how: 'said' | 'stopped' | 'no-voice') => void = () => {}
  const ended = new Promise<'said' | 'stopped' | 'no-voice'>((resolve) => {
    settle = resolve
  })
  void namedVoices().then((voices) => {
    const voice = bestVoice(language, voices)
    if (stopped) return settle('stopped')
    if (!voice) return settle('no-voice')
    const words = new SpeechSynthesisUtterance(text)
    words.voice = voice
    words.lang = voice.lang
    words.volume = options.volume
    words.rate = calm * (options.rate ?? 1)
    // A voice that has been promised and never begins must not keep anybody waiting.
    const waiting = setTimeout(() => {
      settle('no-voice')
      speechSynthesis.cancel()
    }, patience.word)
    words.onstart = () => clearTimeout(waiting)
    words.onend = () => {
      clearTimeout(waiting)
      settle(stopped ? 'stopped' : 'said')
    }
    words.onerror = () => {
      clearTimeout(waiting)
      settle(stopped ? 'stopped' : 'no-voice')
    }
    if (options.onWord) words.onboundary = (event) => options.onWord?.(event.charIndex)
    speechSynthesis.speak(words)
  })
  return {
    ended,
    stop: () => {
      stopped = true
      speechSynthesis.cancel()
      settle('stopped')
    },
  }
}

/** What is asked of a voice; a `SpeechSynthesisVoice` has it. */
type NamedVoice = Pick<SpeechSynthesisVoice, 'lang' | 'name' | 'localService' | 'default'>

/**
 * The machine's best voice of a language, by the country it speaks for and by what its name says of its making; `undefined` where the machine
 * has none, and captions must do. Voices that live on the network are not asked, nor Cantonese ones for Mandarin.
 */
export function bestVoice<Voice extends NamedVoice>(language: Language, voices: readonly Voice[]): Voice | undefined {
  const worth = (voice: Voice): number => {
    const [spoken = '', ...places] = voice.lang.toLowerCase().replaceAll('_', '-').split('-')
    const isOurs = language === 'zh' ? spoken === 'zh' || spoken === 'cmn' : spoken === 'en'
    if (!isOurs || !voice.localService || places.includes('hk') || places.includes('yue')) return 0
    const isHome = places.includes(language === 'zh' ? 'cn' : 'gb')
    const making = /natural|neural|premium|enhanced/i.test(voice.name) ? 8 : /espeak|mbrola/i.test(voice.name) ? 0 : 4
    return 1 + making + (isHome ? 2 : 0) + (voice.default ? 1 : 0)
  }
  return voices
    .map((voice) => ({ voice, worth: worth(voice) }))
    .filter((each) => each.worth > 0)
    .reduce<{ voice: Voice; worth: number } | undefined>(
      (best, each) => (best && best.worth >= each.worth ? best : each),
      undefined,
    )?.voice
}

let awaited = false

/** The voices of this machine. A page that has just been opened learns of them a moment later; that is waited for once. */
async function namedVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  const voices = speechSynthesis.getVoices()
  if (voices.length > 0 || awaited) return voices
  await new Promise<void>((resolve) => {
    setTimeout(resolve, patience.voices)
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true })
  })
  awaited = true
  return speechSynthesis.getVoices()
}
