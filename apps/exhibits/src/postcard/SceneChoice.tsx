import type { PostcardDraft } from '@riverside/contract'
import type { CardScene, Scene } from '@riverside/postcard'
import { CutPanel, cutClipPath, HelmFrame, Slip } from '@riverside/ui'
import { useRef } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { PrinterNote } from './PrinterNote.tsx'
import { roomWords, themeWords } from './postcard-words.ts'
import type { PrinterSeen } from './print-told.ts'
import './SceneChoice.css'

/** Something to write on: a scene of the pack, or the view that this visitor brought from the river. */
export type SceneOffer = {
  readonly of: PostcardDraft['scene']
  readonly scene: CardScene
  readonly theme: Scene['theme'] | 'taken'
}

export type SceneChoiceProps = Pick<ExhibitProps, 'language' | 'helm' | 'service' | 'onLeave' | 'easy'> & {
  /** What the visitor brought stands first. */
  readonly offers: readonly SceneOffer[]
  readonly printer: PrinterSeen
  readonly mediaAddress: (path: string) => string
  readonly onChoose: (offer: SceneOffer) => void
}

/** Which view to write on: cards lying on the desk. */
export function SceneChoice({
  offers,
  language,
  helm,
  service,
  easy,
  printer,
  mediaAddress,
  onChoose,
  onLeave,
}: SceneChoiceProps) {
  const say = roomWords[language]
  const choices = useRef(offers)
  choices.current = offers
  const framed = useHelmChoice(helm, true, choices, onChoose)
  return (
    <div className="postcard-choice">
      <header className="postcard-choice-title">
        <h1 lang={language}>{say.choose}</h1>
        {!easy && <p lang={language === 'zh' ? 'en' : 'zh'}>{roomWords[language === 'zh' ? 'en' : 'zh'].choose}</p>}
      </header>
      <div className="postcard-choice-cards" data-many={offers.length > 3 || undefined}>
        {offers.map((offer, at) => {
          const { scene, theme } = offer
          return (
            <button
              key={scene.picture}
              type="button"
              className="postcard-choice-card"
              data-taken={theme === 'taken' || undefined}
              style={{ rotate: `${[-1.6, 0.9, -0.7][at % 3]}deg` }}
              onClick={() => onChoose(offer)}
            >
              <span className="postcard-choice-shadow" style={{ clipPath: edgeOf(scene) }} />
              <span className="postcard-choice-paper" style={{ clipPath: edgeOf(scene) }}>
                <img src={mediaAddress(scene.picture)} alt={scene.caption[language]} draggable={false} />
                <span className="postcard-choice-words">
                  <small lang={language}>{themeWords[theme][language]}</small>
                  <b lang={language}>{scene.title[language]}</b>
                  {!easy && (
                    <span lang={language === 'zh' ? 'en' : 'zh'}>{scene.title[language === 'zh' ? 'en' : 'zh']}</span>
                  )}
                </span>
              </span>
              {framed?.scene.picture === scene.picture && <HelmFrame name={scene.picture} width={540} height={600} />}
            </button>
          )
        })}
      </div>
      <footer className="postcard-choice-foot">
        <Slip
          tone="ink-edged"
          size="service"
          before="back"
          word={language === 'zh' ? '返回' : 'Back'}
          name="postcard back"
          onPress={onLeave}
        />
        {printer.state === 'trouble' && (
          <CutPanel
            cut={{ name: 'printer note', width: 900, height: 110 }}
            ground="mist"
            className="postcard-choice-note"
          >
            <PrinterNote reason={printer.reason} language={language} />
          </CutPanel>
        )}
        {service}
      </footer>
    </div>
  )
}

const edgeOf = (scene: CardScene): string =>
  cutClipPath({ name: `card ${scene.picture}`, width: 540, height: 600, stray: 4 })
