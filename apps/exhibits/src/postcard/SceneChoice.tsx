import type { PostcardDraft } from '@riverside/contract'
import { type CardScene, Theme } from '@riverside/postcard'
import { CutPanel, cutClipPath, HelmFrame, Slip } from '@riverside/ui'
import { useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { deskWords, photoWords, themeWords } from './desk-words.ts'
import { PrinterNote } from './PrinterNote.tsx'
import { roomWords } from './postcard-words.ts'
import type { PrinterSeen } from './print-told.ts'
import './SceneChoice.css'

/** Something to write on: a scene of the pack, the view that this visitor brought from the river, or a photograph of their own. */
export type SceneOffer = {
  readonly of: PostcardDraft['scene']
  readonly scene: CardScene
  readonly theme: Theme | 'taken' | 'carved' | 'own'
}

export type SceneChoiceProps = Pick<ExhibitProps, 'language' | 'helm' | 'service' | 'onLeave' | 'easy'> & {
  /** What the visitor made or brought stands first. */
  readonly offers: readonly SceneOffer[]
  readonly printer: PrinterSeen
  readonly mediaAddress: (path: string) => string
  /** Photographs of one's own can be taken at this screen. */
  readonly hasCamera: boolean
  readonly onChoose: (offer: SceneOffer) => void
  readonly onPhotograph: () => void
  readonly onDeletePhoto: () => void
}

/** As many cards as lie side by side on the desk. */
const mostCards = 5

/** Which view to write on: cards lying on the desk, one theme at a time. What the visitor brought lies there first, beside one of each theme. */
export function SceneChoice(props: SceneChoiceProps) {
  const { offers, language, helm, service, easy, printer, mediaAddress, hasCamera } = props
  const { onChoose, onPhotograph, onDeletePhoto, onLeave } = props
  const say = roomWords[language]
  const themes = Theme.options.filter((each) => offers.some(({ theme }) => theme === each))
  const own = offers.filter(({ theme }) => theme === 'taken' || theme === 'carved' || theme === 'own')
  const [theme, setTheme] = useState<Theme | 'yours'>(own.length > 0 ? 'yours' : (themes[0] ?? 'history'))
  const shown = theme === 'yours' && own.length > 0 ? withOneOfEach(own, offers, themes) : ofTheme(offers, theme)

  const press: Readonly<Record<string, () => void>> = {
    ...Object.fromEntries(shown.map((offer) => [`card ${offer.scene.picture}`, () => onChoose(offer)])),
    ...(own.length > 0 ? { 'theme yours': () => setTheme('yours') } : {}),
    ...Object.fromEntries(themes.map((each) => [`theme ${each}`, () => setTheme(each)])),
    ...(hasCamera ? { photograph: onPhotograph } : {}),
    back: onLeave,
  }
  const names = useRef<readonly string[]>([])
  names.current = Object.keys(press)
  const helmed = useHelmChoice(helm, true, names, (name) => press[name]?.())
  const photo = own.find((offer) => offer.theme === 'own')

  return (
    <div className="postcard-sheet postcard-choice" data-camera={hasCamera || undefined}>
      <header className="postcard-choice-title">
        <h1 lang={language}>{say.choose}</h1>
        {!easy && <p lang={language === 'zh' ? 'en' : 'zh'}>{roomWords[language === 'zh' ? 'en' : 'zh'].choose}</p>}
      </header>
      <div className="postcard-choice-cards" data-yours={theme === 'yours' || undefined} data-many={shown.length}>
        {shown.map((offer, at) => (
          <CardOffered
            key={offer.scene.picture}
            offer={offer}
            language={language}
            easy={easy}
            slant={[-1.2, 0.8, -0.6, 1.1, -0.9][at % 5] ?? 0}
            address={mediaAddress(offer.scene.picture)}
            hasTheme={theme === 'yours'}
            isHelmed={helmed === `card ${offer.scene.picture}`}
            onChoose={() => onChoose(offer)}
          />
        ))}
      </div>
      <nav className="postcard-choice-themes">
        {own.length > 0 && (
          <Slip
            tone={theme === 'yours' ? 'paper' : 'ink-edged'}
            word={themeWords[own[0]?.theme ?? 'taken'][language]}
            name="theme yours"
            helmed={helmed === 'theme yours'}
            onPress={() => setTheme('yours')}
          />
        )}
        {themes.map((each) => (
          <Slip
            key={each}
            tone={each === theme ? 'paper' : 'ink-edged'}
            word={themeWords[each][language]}
            name={`theme ${each}`}
            helmed={helmed === `theme ${each}`}
            onPress={() => setTheme(each)}
          />
        ))}
        {hasCamera && photo === undefined && (
          <Slip
            tone="river"
            word={photoWords[language].offer}
            name="photograph"
            className="postcard-choice-photo"
            helmed={helmed === 'photograph'}
            onPress={onPhotograph}
          />
        )}
        {photo !== undefined && (
          <Slip
            tone="river"
            word={photoWords[language].remove}
            name="delete the photograph"
            className="postcard-choice-photo"
            onPress={() => {
              onDeletePhoto()
              setTheme(themes[0] ?? 'history')
            }}
          />
        )}
      </nav>
      <footer className="postcard-choice-foot">
        <Slip
          tone="ink-edged"
          size="service"
          before="back"
          word={deskWords[language].back}
          name="postcard back"
          helmed={helmed === 'back'}
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

const ofTheme = (offers: readonly SceneOffer[], theme: SceneOffer['theme'] | 'yours'): readonly SceneOffer[] =>
  offers.filter((offer) => offer.theme === theme).slice(0, mostCards)

/** What is the visitor's own, and the first of each theme, so that nobody is led past the rest. */
const withOneOfEach = (
  own: readonly SceneOffer[],
  offers: readonly SceneOffer[],
  themes: readonly Theme[],
): readonly SceneOffer[] =>
  [...own, ...themes.flatMap((theme) => offers.find((offer) => offer.theme === theme) ?? [])].slice(0, mostCards)

function CardOffered({
  offer: { scene, theme },
  language,
  easy,
  slant,
  address,
  isHelmed,
  hasTheme,
  onChoose,
}: Pick<SceneChoiceProps, 'language' | 'easy'> & {
  readonly offer: SceneOffer
  /** Degrees. */
  readonly slant: number
  readonly address: string
  readonly isHelmed: boolean
  /** The theme is said on the card, where not all that lie there are of one. */
  readonly hasTheme: boolean
  readonly onChoose: () => void
}) {
  const other = language === 'zh' ? 'en' : 'zh'
  const edge = cutClipPath({ name: `card ${scene.picture}`, width: 540, height: 600, stray: 4 })
  return (
    <button
      type="button"
      className="postcard-choice-card"
      data-taken={theme === 'taken' || undefined}
      data-own={theme === 'own' || undefined}
      style={{ rotate: `${slant}deg` }}
      onClick={onChoose}
    >
      <span className="postcard-card-shadow" style={{ clipPath: edge }} />
      <span className="postcard-card-paper postcard-choice-paper" style={{ clipPath: edge }}>
        <img src={address} alt={scene.caption[language]} draggable={false} />
        <span className="postcard-choice-words">
          {hasTheme && <small lang={language}>{themeWords[theme][language]}</small>}
          <b lang={language}>{scene.title[language]}</b>
          {!easy && <span lang={other}>{scene.title[other]}</span>}
        </span>
      </span>
      {isHelmed && <HelmFrame name={scene.picture} width={540} height={600} />}
    </button>
  )
}
