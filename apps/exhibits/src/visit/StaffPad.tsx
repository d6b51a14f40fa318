import type { Language } from '@riverside/kit'
import { CutPanel, languageOf, Slip } from '@riverside/ui'
import { useState } from 'react'
import { padWords } from './words.ts'
import './StaffPad.css'

/** What the pad is for, and what came of the last try. */
export type StaffPadState =
  | { readonly at: 'setting'; readonly problem?: 'too-easy' | 'unreachable' }
  | { readonly at: 'entering'; readonly problem?: 'wrong-pin' | 'too-many' | 'no-pin-yet' | 'unreachable' }

export type StaffPadProps = {
  readonly state: StaffPadState
  readonly language: Language
  readonly onEnter: (pin: string) => void
  readonly onSet: (pin: string) => void
  /** To the wheel instead, where there is one. */
  readonly onHelm?: (pin: string) => void
  /** To the live view of the camera, where there is one. */
  readonly onCamera?: (pin: string) => void
  /** To the outline of what stands behind the screen, where it is a clear one. */
  readonly onOutline?: (pin: string) => void
  /** To leading a group, where the pack has a programme. */
  readonly onGroup?: (pin: string) => void
  /** Absent where there is nothing behind the pad to go back to. */
  readonly onClose?: () => void
}

const least = 4
const most = 8
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const

/** What the pad says of a problem. */
const problemWords = {
  'too-easy': 'tooEasy',
  unreachable: 'unreachable',
  'wrong-pin': 'wrongPin',
  'too-many': 'tooMany',
  'no-pin-yet': 'noPinYet',
} as const

/** Large figures for staff: to set the first PIN, twice alike, or to enter it. The figures are never shown. */
export function StaffPad({
  state,
  language,
  onEnter,
  onSet,
  onHelm,
  onCamera,
  onOutline,
  onGroup,
  onClose,
}: StaffPadProps) {
  const say = padWords[language]
  const [pin, setPin] = useState('')
  const [first, setFirst] = useState<string | undefined>(undefined)
  const [different, setDifferent] = useState(false)
  const repeating = state.at === 'setting' && first !== undefined
  const problem = different ? say.different : state.problem && pin === '' ? say[problemWords[state.problem]] : undefined
  const [title, body] =
    state.at === 'entering'
      ? [say.enter, say.enterBody]
      : repeating
        ? [say.again, say.againBody]
        : [say.first, say.firstBody]

  const here = [
    ...(onGroup ? [{ word: say.group, go: onGroup }] : []),
    ...(onHelm ? [{ word: say.helm, go: onHelm }] : []),
    ...(onCamera ? [{ word: say.camera, go: onCamera }] : []),
    ...(onOutline ? [{ word: say.outline, go: onOutline }] : []),
  ]

  const press = (figure: string) => {
    setDifferent(false)
    setPin((before) => (before.length < most ? before + figure : before))
  }
  const confirm = () => {
    setPin('')
    if (state.at === 'entering') return onEnter(pin)
    if (first === undefined) return setFirst(pin)
    setFirst(undefined)
    if (first === pin) onSet(pin)
    else setDifferent(true)
  }

  return (
    <section className="visit-pad" lang={language}>
      <CutPanel cut={{ name: 'staff pad', width: 1500, height: 900 }} ground="paper" shadow className="visit-pad-sheet">
        <div className="visit-pad-columns">
          <div className="visit-pad-words">
            <h1>{title}</h1>
            <p>{body}</p>
            <p
              className="visit-pad-problem"
              role="status"
              lang={problem === undefined ? language : languageOf(problem)}
            >
              {problem}
            </p>
            <div className="visit-pad-ways">
              {onClose && <Slip tone="paper-edged" before="back" word={say.leave} onPress={onClose} />}
              {state.at === 'entering' &&
                here.map(({ word, go }) => (
                  <Slip
                    key={word}
                    tone="paper-edged"
                    word={word}
                    state={pin.length < least ? 'not-now' : 'idle'}
                    onPress={() => {
                      setPin('')
                      go(pin)
                    }}
                  />
                ))}
            </div>
          </div>
          <div className="visit-pad-figures">
            <span className="visit-pad-row" role="img" aria-label={`${pin.length}`}>
              {Array.from({ length: most }, (_, i) => `place ${i + 1}`).map((place, i) => (
                <span key={place} data-filled={i < pin.length || undefined} data-needed={i < least || undefined} />
              ))}
            </span>
            <div className="visit-pad-keys">
              {keys.map((figure) => (
                <Slip
                  key={figure}
                  tone="paper-edged"
                  name={`key ${figure}`}
                  word={figure}
                  onPress={() => press(figure)}
                />
              ))}
              <Slip
                tone="paper-edged"
                size="service"
                word={say.rub}
                onPress={() => setPin((before) => before.slice(0, -1))}
              />
              <Slip tone="paper-edged" name="key 0" word="0" onPress={() => press('0')} />
              <Slip
                tone="rust"
                size="service"
                word={say.confirm}
                state={pin.length < least ? 'not-now' : 'idle'}
                onPress={confirm}
              />
            </div>
          </div>
        </div>
      </CutPanel>
    </section>
  )
}
