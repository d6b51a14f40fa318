import type { Claim, Clock, Language } from '@riverside/kit'
import { CertaintyMark, CutPanel, cutClipPath, GougeRule, PastPresentTag, Slip, TitleSlip } from '@riverside/ui'
import { type Stop, shortName } from '@riverside/voyage'
import { useState } from 'react'
import type { Age } from './eye.ts'
import { sentencesOf } from './narration.ts'
import { ThenNow } from './ThenNow.tsx'
import { type Narration, useNarration } from './use-narration.ts'
import { say } from './words.ts'

export type SheetProps = {
  readonly stop: Stop
  /** In which age the building was touched, if it was: the sheet opens on it. */
  readonly age: Age | undefined
  readonly language: Language
  readonly easy: boolean
  readonly url: (media: string) => string
  readonly clock: Clock
  /** 0 to 1. */
  readonly volume: number
  readonly onPlaying: (playing: boolean) => void
  readonly onClose: () => void
  /** Takes the view of the river along; absent where there is no postcard to take it to. */
  readonly onKeep: (() => void) | undefined
  readonly service: React.ReactNode
}

type Fact = { readonly claim: Claim; readonly age: 'then' | 'now' }

/** 前世 | 今生 of one building: the picture of both, two facts at a time, and the voice. */
export function Sheet(props: SheetProps) {
  const { stop, language, volume, clock, onPlaying } = props
  const narration = useNarration(stop.narration[language], language, volume, clock, onPlaying)
  return props.easy ? <EasySheet {...props} narration={narration} /> : <FullSheet {...props} narration={narration} />
}

function FullSheet({
  stop,
  age,
  language,
  url,
  narration,
  onClose,
  onKeep,
  service,
}: SheetProps & { narration: Narration }) {
  const spoken = say[language]
  const facts = factsOf(stop)
  const pages = Math.ceil(facts.length / 2)
  const [page, setPage] = useState(0)
  return (
    <div className="voyage-sheet" role="dialog" aria-label={stop.name[language]}>
      <div
        className="voyage-sheet-paper"
        style={{
          clipPath: cutClipPath({
            name: `sheet ${stop.id}`,
            width: 1360,
            height: 1080,
            straight: ['right', 'bottom'],
            stray: 9,
          }),
        }}
      />
      <div className="voyage-sheet-picture">
        <ThenNow key={stop.id} then={stop.then} now={stop.now} age={age ?? 'now'} language={language} url={url} />
      </div>
      <div className="voyage-sheet-facts">
        {facts.slice(page * 2, page * 2 + 2).map((fact, index) => (
          <div key={fact.claim.text.zh}>
            {index > 0 && <GougeRule />}
            <FactRow fact={fact} language={language} />
          </div>
        ))}
      </div>
      <div className="voyage-sheet-title">
        {language === 'zh' ? (
          <>
            <TitleSlip lines={shortName(stop.name.zh).split('·')} size={72} />
            <p className="voyage-sheet-other" lang="en">
              {shortName(stop.name.en)}
            </p>
          </>
        ) : (
          <>
            <h2 className="voyage-sheet-name">{shortName(stop.name.en)}</h2>
            <p className="voyage-sheet-other" lang="zh">
              {shortName(stop.name.zh)}
            </p>
          </>
        )}
      </div>
      <div className="voyage-sheet-listen">
        <ListenSlip narration={narration} language={language} />
        <svg className="voyage-told" viewBox="0 0 150 12" preserveAspectRatio="none" aria-hidden="true">
          <path className="voyage-told-whole" d="M0 6 Q60 1 150 6 Q60 11 0 6Z" />
          <path
            className="voyage-told-part"
            d="M0 6 Q60 0 150 6 Q60 12 0 6Z"
            style={{ clipPath: `inset(0 ${100 - narration.told * 100}% 0 0)` }}
          />
        </svg>
      </div>
      <div className="voyage-sheet-foot">
        {pages > 1 && (
          <Slip
            tone="paper-edged"
            name="more facts"
            word={page + 1 < pages ? spoken.more : spoken.again}
            onPress={() => setPage((page + 1) % pages)}
          />
        )}
        {onKeep && <Slip name="keep from sheet" word={spoken.keep} onPress={onKeep} />}
        <span className="voyage-service">{service}</span>
      </div>
      <div className="voyage-sheet-river">
        <Captions narration={narration} language={language} />
        <Slip tone="river" before="back" name="close sheet" word={spoken.sailOn} onPress={onClose} />
      </div>
    </div>
  )
}

/** 大字: one picture, one name, one sentence, two large slips. */
function EasySheet({
  stop,
  age: touched,
  language,
  url,
  narration,
  onClose,
  service,
}: SheetProps & { narration: Narration }) {
  const spoken = say[language]
  const [age, setAge] = useState<Age>(touched ?? 'then')
  const facts = factsOf(stop).filter((fact) => fact.age === age)
  const [turn, setTurn] = useState(0)
  const fact = facts[turn % facts.length]
  const picture = age === 'then' ? stop.then : stop.now
  if (!fact) return null
  const { claim } = fact
  const name = shortName(stop.name[language]).split(language === 'zh' ? '·' : ' — ')[0] ?? ''
  const sentence = sentencesOf(claim.text[language], language)[0]?.text ?? ''
  return (
    <div className="voyage-easy" role="dialog" aria-label={stop.name[language]}>
      <div className="voyage-easy-picture">
        <img src={url(picture.picture)} alt="" draggable={false} />
        <span className="voyage-easy-tag">
          <PastPresentTag age={age ?? 'now'} language={language} dated={picture.dated[language]} />
        </span>
      </div>
      <div
        className="voyage-easy-paper"
        style={{
          clipPath: cutClipPath({
            name: 'easy sheet',
            width: 1080,
            height: 1080,
            straight: ['right', 'bottom'],
            stray: 9,
          }),
        }}
      >
        <h2 className="voyage-easy-name" data-long={name.length > (language === 'zh' ? 7 : 22) || undefined}>
          {name}
        </h2>
        <p
          className="voyage-easy-sentence"
          data-age={age}
          data-long={sentence.length > (language === 'zh' ? 30 : 80) || undefined}
        >
          <b>{claim.figure[language]}</b>
          <span>{sentence}</span>
        </p>
        {narration.playing && <Captions narration={narration} language={language} />}
        <CertaintyMark certainty={claim.certainty} language={language} />
        <div className="voyage-easy-slips">
          <ListenSlip narration={narration} language={language} />
          <Slip
            tone="river"
            size="main"
            name="other age"
            word={age === 'then' ? spoken.seeNow : spoken.seeThen}
            onPress={() => {
              setAge(age === 'then' ? 'now' : 'then')
              setTurn(0)
            }}
          />
          <Slip tone="paper-edged" name="sail on" word={spoken.back} onPress={onClose} />
          {facts.length > 1 && (
            <Slip tone="paper-edged" name="one more" word={spoken.more} onPress={() => setTurn(turn + 1)} />
          )}
        </div>
        <div className="voyage-service">{service}</div>
      </div>
    </div>
  )
}

function ListenSlip({ narration, language }: { readonly narration: Narration; readonly language: Language }) {
  const spoken = say[language]
  return (
    <Slip
      tone="rust"
      size="main"
      name="listen"
      before={narration.playing ? 'pause' : 'play'}
      word={narration.playing ? spoken.listening : spoken.listen}
      onPress={narration.toggle}
    />
  )
}

/** The sentence being said, its word lit; nothing while nothing is said. */
function Captions({ narration, language }: { readonly narration: Narration; readonly language: Language }) {
  const { sentence, letter, playing, told } = narration
  if (!sentence || (!playing && told === 0)) return null
  const lit = sentence.pieces.findLast(({ at, isWord }) => isWord && at <= letter)
  return (
    <div className="voyage-caption">
      <CutPanel cut={{ name: 'caption', width: 540, height: 400 }} ground="ink">
        <p className="voyage-caption-what">{say[language].caption}</p>
        <p className="voyage-caption-words" lang={language}>
          {sentence.pieces.map((piece) => (
            <span key={piece.at} data-lit={piece === lit || undefined}>
              {piece.text}
            </span>
          ))}
        </p>
      </CutPanel>
    </div>
  )
}

function FactRow({ fact: { claim, age }, language }: { readonly fact: Fact; readonly language: Language }) {
  const figure = claim.figure[language]
  return (
    <section className="voyage-fact" data-age={age}>
      <p
        className={/\d/.test(figure) ? 'voyage-fact-figure' : 'voyage-fact-word'}
        data-long={figure.length > 5 || undefined}
      >
        {figure}
      </p>
      <div>
        <p className="voyage-fact-text">{claim.text[language]}</p>
        <div className="voyage-fact-under">
          {language === 'zh' && (
            <p className="voyage-fact-other" lang="en">
              {claim.text.en}
            </p>
          )}
          <CertaintyMark certainty={claim.certainty} language={language} />
        </div>
      </div>
    </section>
  )
}

/** What was, what is, and the rest, in the order in which they are told. */
function factsOf(stop: Stop): readonly Fact[] {
  return [
    { claim: stop.past, age: 'then' },
    { claim: stop.present, age: 'now' },
    ...stop.facts.map((claim): Fact => ({ claim, age: 'then' })),
  ]
}
