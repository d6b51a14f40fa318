import type { Language } from '@riverside/kit'
import { cutClipPath, HelmFrame, Slip, TitleSlip, words } from '@riverside/ui'
import type { ExhibitId } from '@riverside/visit'
import type { ReactNode } from 'react'
import { card, drawDarkGround, scrolls } from './art/scrolls.ts'
import { Print } from './Print.tsx'
import { roomLines, visitWords } from './words.ts'
import './Menu.css'

export type MenuProps = {
  readonly exhibits: ReadonlyArray<{ readonly id: ExhibitId; readonly resting: boolean }>
  /** The scroll the helm has come to. */
  readonly chosen: ExhibitId | undefined
  readonly language: Language
  readonly onChoose: (exhibit: ExhibitId) => void
  readonly onBack: () => void
  readonly service: ReactNode
}

/** Four hanging scrolls on one waterline, at four times of day. */
export function Menu({ exhibits, chosen, language, onChoose, onBack, service }: MenuProps) {
  const say = visitWords[language]
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return (
    <section className="visit-menu" lang={language}>
      <Print draw={drawDarkGround} className="visit-menu-ground" />
      <header className="visit-menu-head">
        <h1 lang={language}>{say.whichRoom}</h1>
        <p lang={other}>{visitWords[other].whichRoom}</p>
      </header>
      <nav className="visit-menu-scrolls" data-count={exhibits.length}>
        {exhibits.map(({ id, resting }) => (
          <Scroll
            key={id}
            id={id}
            resting={resting}
            helmed={chosen === id}
            language={language}
            onChoose={() => onChoose(id)}
          />
        ))}
      </nav>
      <footer className="visit-menu-foot">
        <Slip size="service" tone="ink-edged" before="back" word={say.toRiver} onPress={onBack} />
        <p className="visit-menu-hint">
          <span>{say.choose}</span>
          <span className="visit-menu-hint-other" lang={other}>
            {visitWords[other].choose}
          </span>
        </p>
        {service}
      </footer>
    </section>
  )
}

type ScrollProps = {
  readonly id: ExhibitId
  readonly resting: boolean
  readonly helmed: boolean
  readonly language: Language
  readonly onChoose: () => void
}

function Scroll({ id, resting, helmed, language, onChoose }: ScrollProps) {
  const size = { width: 434, height: 874 }
  return (
    <button
      type="button"
      className="visit-scroll"
      data-resting={resting || undefined}
      aria-disabled={resting}
      aria-label={words[language][id]}
      onClick={() => !resting && onChoose()}
    >
      <span
        className="visit-scroll-paper"
        style={{ clipPath: cutClipPath({ name: `scroll ${id}`, ...size, stray: 5 }) }}
      >
        <span className="visit-scroll-picture">
          <Print draw={scrolls[id]} />
          {id === 'postcard' && <Letter />}
        </span>
        <span className="visit-scroll-words">
          <Caption id={id} resting={resting} language={language} />
        </span>
      </span>
      <span className="visit-scroll-title" aria-hidden="true">
        <TitleSlip lines={[words.zh[id]]} size={88} />
      </span>
      {helmed && <HelmFrame name={`scroll ${id}`} {...size} />}
    </button>
  )
}

function Caption({
  id,
  resting,
  language,
}: {
  readonly id: ExhibitId
  readonly resting: boolean
  readonly language: Language
}) {
  const other: Language = language === 'zh' ? 'en' : 'zh'
  if (resting) {
    return (
      <>
        <span className="visit-scroll-line">{visitWords[language].resting}</span>
        <span className="visit-scroll-other" lang={other}>
          {visitWords[other].resting}
        </span>
      </>
    )
  }
  if (language === 'en') {
    return (
      <>
        <span className="visit-scroll-name">{words.en[id]}</span>
        <span className="visit-scroll-other visit-scroll-own">{roomLines[id].en}</span>
      </>
    )
  }
  return (
    <>
      <span className="visit-scroll-line">{roomLines[id].zh}</span>
      <span className="visit-scroll-other" lang="en">
        {roomLines[id].en}
      </span>
    </>
  )
}

/** What somebody has written on the card, lying as the card lies. */
function Letter() {
  return (
    <span
      className="visit-letter"
      lang="zh"
      style={{
        left: `${(card.x + card.width * (card.letter - 0.5)) * 100}%`,
        top: `${card.y * 100}%`,
        rotate: `${card.tilt}rad`,
      }}
    >
      <span>今天江风正好</span>
      <span>给你留一张</span>
    </span>
  )
}
