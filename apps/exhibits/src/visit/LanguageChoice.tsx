import type { Language } from '@riverside/kit'
import { BrassHelm, cutClipPath, HelmFrame, Seal, Slip, words } from '@riverside/ui'
import { drawDarkGround } from './art/scrolls.ts'
import { Print } from './Print.tsx'
import { visitWords } from './words.ts'
import './LanguageChoice.css'

export type LanguageChoiceProps = {
  /** The language the helm has come to. */
  readonly chosen: Language | undefined
  readonly onChoose: (language: Language) => void
  readonly onBack: () => void
}

const languages: readonly Language[] = ['zh', 'en']
const size = { width: 560, height: 400 }

/** Two sheets of paper of one size, each language named in itself. The helm, a ghost until now, is brass. */
export function LanguageChoice({ chosen, onChoose, onBack }: LanguageChoiceProps) {
  return (
    <section className="visit-language">
      <Print draw={drawDarkGround} className="visit-language-ground" />
      <div className="visit-language-helm">
        <BrassHelm radius={430} />
      </div>
      <header className="visit-language-head">
        <Seal characters={words.zh.station} size={104} />
        <div>
          <h1 lang="zh">{visitWords.zh.chooseLanguage}</h1>
          <p lang="en">{visitWords.en.chooseLanguage}</p>
        </div>
      </header>
      <nav className="visit-language-sheets">
        {languages.map((language) => (
          <button
            key={language}
            type="button"
            lang={language}
            className="visit-language-sheet"
            onClick={() => onChoose(language)}
          >
            <span
              className="visit-language-shadow"
              style={{ clipPath: cutClipPath({ name: `sheet ${language}`, ...size }) }}
            />
            <span className="visit-language-body">
              <span
                className="visit-language-paper"
                style={{ clipPath: cutClipPath({ name: `sheet ${language}`, ...size }) }}
              />
              <span className="visit-language-name">{language === 'zh' ? '中文' : 'English'}</span>
              <span className="visit-language-line">{visitWords[language].goOn}</span>
            </span>
            {chosen === language && <HelmFrame name={`sheet ${language}`} {...size} />}
          </button>
        ))}
      </nav>
      <div className="visit-language-back">
        <Slip
          size="service"
          tone="ink-edged"
          before="back"
          word={visitWords.zh.toRiver}
          under={visitWords.en.toRiver}
          onPress={onBack}
        />
      </div>
    </section>
  )
}
