import type { Language, Words } from '@riverside/kit'
import { notice, noticeAloud } from '@riverside/smile'
import { CutPanel, GougeRule, Slip } from '@riverside/ui'
import { useEffect, useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { speak } from '../stage/speech.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { Porthole } from './Porthole.tsx'
import { readingLasts } from './reading.ts'
import { answers, type CameraWord, cameraWords, readingWords, thanksWords, troubleWords } from './smile-words.ts'
import './smile.css'
import { type Reading, useReading } from './use-reading.ts'

/** 微笑滨江: the notice, one reading if the visitor wants it, and a lantern. It never shows a face or what was read. */
export function Smile(props: ExhibitProps) {
  const { station, wire, language, easy, clock, helm, service, onLeave, onPlaying } = props
  const file = station.file.smile
  const { reading, begin, stop } = useReading({ file, wire, clock })
  const [isAloud, setAloud] = useReadAloud(language, station.file.volume.ceiling, onPlaying)

  useEffect(() => onPlaying(reading.at === 'reading'), [reading.at, onPlaying])
  const yes = () => {
    setAloud(false)
    begin()
  }
  const leave = () => {
    setAloud(false)
    stop()
    onLeave()
  }
  const aloud = () => setAloud(!isAloud)

  const doors: Readonly<Record<Reading['at'], readonly Door[]>> = {
    notice: [
      { id: 'yes', words: answers.yes, take: yes },
      { id: 'no', words: file.door === 'exit' ? answers.noOnTheWayOut : answers.no, take: leave },
    ],
    opening: [{ id: 'stop', words: readingWords.stop, take: stop }],
    reading: [{ id: 'stop', words: readingWords.stop, take: stop }],
    thanks: [{ id: 'on', words: thanksWords.goOn, take: leave }],
    trouble: [{ id: 'on', words: answers.goOn, take: leave }],
  }
  const choices = useRef<readonly string[]>([])
  const here = doors[reading.at]
  choices.current = reading.at === 'notice' ? [...here.map(({ id }) => id), 'aloud'] : here.map(({ id }) => id)
  const framed = useHelmChoice(helm, true, choices, (id) => {
    if (id === 'aloud') aloud()
    else here.find((door) => door.id === id)?.take()
  })

  return (
    <section
      className="smile"
      data-at={reading.at}
      data-easy={easy || undefined}
      data-language={language}
      aria-label={notice.question[language]}
    >
      <div className="smile-hull">
        <Porthole lantern={lanternOf(reading)} {...(reading.at === 'reading' ? { counting: readingLasts } : {})} />
        <CameraSlip word={cameraWordOf(reading)} isOpen={reading.at === 'reading'} language={language} easy={easy} />
      </div>
      <CutPanel
        cut={{ name: 'smile notice', width: 1020, height: 1080, stray: 7, straight: ['right', 'bottom'] }}
        ground="paper"
        className="smile-paper"
      >
        <div className="smile-words">
          {reading.at === 'notice' && <Notice language={language} easy={easy} />}
          {(reading.at === 'opening' || reading.at === 'reading') && (
            <Plain title={readingWords.title} texts={[readingWords.text]} language={language} easy={easy} />
          )}
          {reading.at === 'thanks' && (
            <Plain
              title={thanksWords.title}
              texts={[thanksWords.text, reading.counted ? thanksWords.kept : thanksWords.uncounted]}
              language={language}
              easy={easy}
            />
          )}
          {reading.at === 'trouble' && (
            <Plain
              title={cameraWords[reading.trouble]}
              texts={[troubleWords[reading.trouble]]}
              language={language}
              easy={easy}
            />
          )}
          <div className="smile-answers">
            {here.map(({ id, words, take }, index) => (
              <Slip
                key={id}
                name={`smile ${id}`}
                size="main"
                tone={
                  reading.at === 'opening' || reading.at === 'reading' ? 'paper-edged' : index === 0 ? 'river' : 'ink'
                }
                word={words[language]}
                {...(easy ? {} : { under: words[otherOf(language)] })}
                onPress={take}
                helmed={framed === id}
                className="smile-answer"
              />
            ))}
          </div>
          <div className="smile-foot">
            {reading.at === 'notice' && (
              <Slip
                name="read the notice"
                size="service"
                tone="paper-edged"
                word={(isAloud ? answers.stopReading : answers.readAloud)[language]}
                before={isAloud ? 'pause' : 'play'}
                onPress={aloud}
                helmed={framed === 'aloud'}
              />
            )}
            <p className="smile-responsible">
              <Both words={notice.responsible} language={language} easy={easy} />
            </p>
            {service}
          </div>
        </div>
      </CutPanel>
    </section>
  )
}

type Door = { readonly id: string; readonly words: Words; readonly take: () => void }

const otherOf = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')

/** A text in the visitor's language with the other one below it; in easy reading the other one gives its room away. */
function Both({
  words,
  language,
  easy,
}: {
  readonly words: Words
  readonly language: Language
  readonly easy: boolean
}) {
  const other = otherOf(language)
  return (
    <>
      <span className="smile-first" lang={language}>
        {words[language]}
      </span>
      {!easy && (
        <span className="smile-second" lang={other}>
          {words[other]}
        </span>
      )}
    </>
  )
}

function Notice({ language, easy }: { readonly language: Language; readonly easy: boolean }) {
  return (
    <>
      <h1 className="smile-title">
        <Both words={notice.question} language={language} easy={easy} />
      </h1>
      <ul className="smile-reasons">
        {notice.reasons.map(({ name, text }) => (
          <li key={name.zh}>
            <span className="smile-reason" lang={language}>
              {name[language]}
            </span>
            <span className="smile-reason-text">
              <Both words={text} language={language} easy={easy} />
            </span>
            <GougeRule className="smile-rule" />
          </li>
        ))}
      </ul>
    </>
  )
}

type PlainProps = {
  readonly title: Words
  readonly texts: readonly Words[]
  readonly language: Language
  readonly easy: boolean
}

function Plain({ title, texts, language, easy }: PlainProps) {
  return (
    <>
      <h1 className="smile-title">
        <Both words={title} language={language} easy={easy} />
      </h1>
      <div className="smile-plain" role="status">
        {texts.map((text) => (
          <p key={text.zh}>
            <Both words={text} language={language} easy={easy} />
          </p>
        ))}
      </div>
    </>
  )
}

type CameraSlipProps = {
  readonly word: CameraWord
  readonly isOpen: boolean
  readonly language: Language
  readonly easy: boolean
}

function CameraSlip({ word, isOpen, language, easy }: CameraSlipProps) {
  return (
    <CutPanel cut={{ name: 'camera slip', width: 520, height: 148, stray: 6 }} ground="ink" className="smile-camera">
      <div className="smile-camera-words" data-open={isOpen || undefined} role="status">
        <svg className="smile-camera-sign" viewBox="-24 -24 48 48" aria-hidden="true">
          <path d="M0 -17A17 17 0 1 1 -0.1 -17ZM0 -12.6A12.6 12.6 0 1 0 0.1 -12.6Z" fillRule="evenodd" />
          {isOpen ? <circle r="7" /> : <path d="M-17 15L15 -18L18 -15L-14 18Z" />}
        </svg>
        <p>
          <Both words={cameraWords[word]} language={language} easy={easy} />
        </p>
      </div>
    </CutPanel>
  )
}

function lanternOf(reading: Reading): 'unlit' | 'kindling' | 'afloat' | 'none' {
  if (reading.at === 'reading') return 'kindling'
  if (reading.at === 'thanks') return 'afloat'
  return reading.at === 'trouble' ? 'none' : 'unlit'
}

function cameraWordOf(reading: Reading): CameraWord {
  if (reading.at === 'opening' || reading.at === 'reading') return 'open'
  if (reading.at === 'thanks') return 'closed'
  return 'off'
}

/** Reads the notice by the system's voice; where there is none the button falls back at once and the words stay on the page. */
function useReadAloud(language: Language, volume: number, onPlaying: (playing: boolean) => void) {
  const [isAloud, setAloud] = useState(false)
  useEffect(() => {
    if (!isAloud) return
    let isCurrent = true
    const speech = speak(noticeAloud(language), language, { volume })
    onPlaying(true)
    void speech.ended.then(() => {
      if (isCurrent) setAloud(false)
    })
    return () => {
      isCurrent = false
      speech.stop()
      onPlaying(false)
    }
  }, [isAloud, language, volume, onPlaying])
  return [isAloud, setAloud] as const
}
