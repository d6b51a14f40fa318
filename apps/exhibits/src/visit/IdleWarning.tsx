import type { Language } from '@riverside/kit'
import { CountRing, CutPanel, Slip } from '@riverside/ui'
import { useState } from 'react'
import { visitWords } from './words.ts'
import './IdleWarning.css'

export type IdleWarningProps = {
  /** Whole seconds until the visit ends by itself. */
  readonly secondsLeft: number
  readonly language: Language
  readonly onStay: () => void
}

/** Asks whether anybody is still there. A touch anywhere is an answer. */
export function IdleWarning({ secondsLeft, language, onStay }: IdleWarningProps) {
  const [seconds] = useState(Math.max(1, secondsLeft))
  const say = visitWords[language]
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return (
    <div className="visit-warning" onPointerDown={onStay}>
      <div className="visit-warning-sheet" role="alertdialog" aria-label={say.warnTitle}>
        <CutPanel cut={{ name: 'still there', width: 1240, height: 560 }} ground="paper" shadow>
          <div className="visit-warning-words">
            <CountRing secondsLeft={secondsLeft} seconds={seconds} size={300} />
            <div className="visit-warning-text" lang={language}>
              <h1>{say.warnTitle}</h1>
              <p>{say.warnBody}</p>
              <Slip tone="rust" size="main" word={say.stay} under={visitWords[other].stay} onPress={onStay} />
            </div>
          </div>
        </CutPanel>
      </div>
    </div>
  )
}
