import type { Words } from '@riverside/kit'
import { ambientNotice, notice, noticeLines, ticketSigns } from '@riverside/smile'
import { CutPanel, Slip, type SlipProps } from '@riverside/ui'
import { useEffect, useMemo, useRef } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { Both, otherOf, Plain, type Read } from './Both.tsx'
import { LitRiver } from './LitRiver.tsx'
import { Notice } from './Notice.tsx'
import { Porthole } from './Porthole.tsx'
import { readingLasts } from './reading.ts'
import type { Room } from './room.ts'
import { SelfReport } from './SelfReport.tsx'
import {
  answeredWords,
  answers,
  type CameraWord,
  cameraWords,
  doorWords,
  padWords,
  readingWords,
  reportWords,
  thanksWords,
  ticketWords,
  troubleWords,
} from './smile-words.ts'
import './smile.css'
import { TicketPad } from './TicketPad.tsx'
import { TicketSlip } from './TicketSlip.tsx'
import { useReadAloud } from './use-read-aloud.ts'
import { useRoom } from './use-room.ts'

/** A slip at the foot of a screen. */
type Way = {
  readonly id: string
  readonly words: Words
  readonly tone: NonNullable<SlipProps['tone']>
  readonly take: () => void
}

/**
 * 微笑滨江: the notice, one reading if the visitor wants it, the river with everybody's lanterns, and on the way out five buttons. It
 * never shows a face or what was read.
 */
export function Smile(props: ExhibitProps) {
  const { station, wire, language, easy, clock, helm, service, onLeave, onPlaying } = props
  const file = station.file.smile
  const { room, tell, agree, stop, takeTicket, answer } = useRoom({ file, wire, clock, onLeave })
  const said = room.at === 'always-on' ? ambientNotice(file.compliance?.responsible ?? '值班台') : notice
  const aloud = useReadAloud(noticeLines(said, language), language, station.file.volume.ceiling, onPlaying)
  const isReading = room.at === 'reading'
  useEffect(() => onPlaying(isReading), [isReading, onPlaying])
  const hasLantern = useRef(false)
  hasLantern.current ||= room.at === 'thanks'

  const on = (take: () => void) => () => {
    aloud.set(false)
    take()
  }
  const goOn = on(() => tell({ type: 'went-on' }))
  const ways = waysOf(room, {
    goOn,
    agree: on(agree),
    stop,
    takeTicket,
    say: (door) => tell({ type: 'door-said', door }),
    openPad: () => tell({ type: 'pad-wanted' }),
    takeBack: () => tell({ type: 'sign-taken-back' }),
    sayNothing: () => answer(null),
  })

  const isNotice = room.at === 'notice' || room.at === 'always-on'
  // Every screen has a row of choices of its own: no press may take what was never framed on it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen is what makes another row.
  const choices = useMemo((): { current: readonly string[] } => ({ current: [] }), [room.at])
  const others = isNotice ? ['aloud'] : room.at === 'pad' ? ticketSigns : room.at === 'report' ? buttons : []
  choices.current = room.at === 'pad' || room.at === 'report' ? [...others, ...ids(ways)] : [...ids(ways), ...others]
  const framed = useHelmChoice(helm, true, choices, (id) => {
    const sign = ticketSigns.find((each) => each === id)
    if (id === 'aloud') aloud.set(!aloud.isOn)
    else if (sign !== undefined) tell({ type: 'sign-touched', sign })
    else if (buttons.includes(id)) answer(Number(id))
    else ways.find((way) => way.id === id)?.take()
  })

  const read: Read = { language, easy }
  const slips = ways.map(({ id, words, tone, take }) => (
    <Slip
      key={id}
      name={`smile ${id}`}
      size="main"
      tone={tone}
      word={words[language]}
      {...(easy ? {} : { under: words[otherOf(language)] })}
      onPress={take}
      helmed={framed === id}
      className="smile-answer"
    />
  ))
  const camera = <CameraSlip word={cameraWordOf(room, file.mode)} {...read} />
  const frame = { 'data-at': room.at, 'data-easy': easy || undefined, 'data-language': language }

  if (room.at === 'thanks' || room.at === 'answered') {
    const { title, texts } = riverWordsOf(room)
    return (
      <section className="smile" {...frame} aria-label={title[language]}>
        <LitRiver
          title={title}
          texts={texts}
          isOwnAfloat={hasLantern.current}
          station={station}
          wire={wire}
          clock={clock}
          {...read}
        >
          {camera}
          <div className="smile-answers">{slips}</div>
          {service}
        </LitRiver>
      </section>
    )
  }
  const responsible = (
    <p
      className="smile-responsible"
      role="status"
      data-said={(isNotice && aloud.said === said.reasons.length + 1) || undefined}
    >
      {isNotice && <Both words={aloud.hasNoVoice ? answers.noVoice : said.responsible} {...read} />}
    </p>
  )
  // Where nothing is asked there is room beside the one answer.
  const isToldOnly = room.at === 'always-on'
  return (
    <section className="smile" {...frame} aria-label={said.question[language]}>
      <div className="smile-hull">
        <Porthole
          lantern={hasLantern.current ? 'afloat' : lanternOf(room)}
          {...(isReading ? { counting: readingLasts } : {})}
        />
        {camera}
      </div>
      <CutPanel
        cut={{ name: 'smile notice', width: 1020, height: 1080, stray: 7, straight: ['right', 'bottom'] }}
        ground="paper"
        className="smile-paper"
      >
        <div className="smile-words">
          {room.at === 'door' && <Plain title={doorWords.title} texts={[doorWords.text]} {...read} />}
          {isNotice && <Notice notice={said} said={aloud.said} {...read} />}
          {(room.at === 'opening' || room.at === 'reading') && (
            <Plain title={readingWords.title} texts={[readingWords.text]} {...read} />
          )}
          {room.at === 'trouble' && (
            <Plain title={cameraWords[room.trouble]} texts={[troubleWords[room.trouble]]} {...read} />
          )}
          {room.at === 'ticket' && <TicketSlip signs={room.signs} until={room.until} {...read} />}
          {room.at === 'pad' && (
            <TicketPad
              signs={room.signs}
              trouble={room.trouble}
              framed={framed}
              onSign={(sign) => tell({ type: 'sign-touched', sign })}
              {...read}
            />
          )}
          {room.at === 'report' && <SelfReport isPaired={room.isPaired} framed={framed} onAnswer={answer} {...read} />}
          <div className="smile-answers">
            {slips}
            {isToldOnly && responsible}
          </div>
          <div className="smile-foot">
            {isNotice && (
              <Slip
                name="read the notice"
                size="service"
                tone="paper-edged"
                word={(aloud.isOn ? answers.stopReading : answers.readAloud)[language]}
                before={aloud.isOn ? 'pause' : 'play'}
                onPress={() => aloud.set(!aloud.isOn)}
                helmed={framed === 'aloud'}
              />
            )}
            {!isToldOnly && responsible}
            {service}
          </div>
        </div>
      </CutPanel>
    </section>
  )
}

const buttons: readonly string[] = ['1', '2', '3', '4', '5']
const ids = (ways: readonly Way[]): readonly string[] => ways.map(({ id }) => id)

type Steps = {
  readonly goOn: () => void
  readonly agree: () => void
  readonly stop: () => void
  readonly takeTicket: () => void
  readonly say: (door: 'entry' | 'exit') => void
  readonly openPad: () => void
  readonly takeBack: () => void
  readonly sayNothing: () => void
}

/** What a visitor can do next. Yes and no are of one size and neither is rust. */
function waysOf(room: Room, steps: Steps): readonly Way[] {
  const way = (id: string, words: Words, take: () => void, tone: Way['tone'] = 'river'): Way => ({
    id,
    words,
    tone,
    take,
  })
  switch (room.at) {
    case 'door':
      return [
        way('entry', doorWords.entry, () => steps.say('entry')),
        way('exit', doorWords.exit, () => steps.say('exit')),
        way('neither', doorWords.neither, steps.goOn, 'paper-edged'),
      ]
    case 'notice':
      return [
        way('yes', answers.yes, steps.agree),
        way('no', room.door === 'exit' ? answers.noOnTheWayOut : answers.no, steps.goOn, 'ink'),
      ]
    case 'always-on':
      return [way('on', answers.understood, steps.goOn)]
    case 'opening':
    case 'reading':
      return [way('stop', readingWords.stop, steps.stop, 'paper-edged')]
    case 'trouble':
      return [way('on', answers.goOn, steps.goOn)]
    case 'thanks': {
      const onward = way('on', thanksWords.goOn, steps.goOn, 'paper')
      if (room.receipt === null) return [onward]
      return room.door === 'entry'
        ? [onward, way('ticket', thanksWords.takeTicket, steps.takeTicket, 'ink-edged')]
        : [onward, way('ticket', thanksWords.haveTicket, steps.openPad, 'ink-edged')]
    }
    case 'ticket':
      return [way('on', ticketWords.kept, steps.goOn)]
    case 'pad':
      return [
        way('back', padWords.back, steps.takeBack, 'paper-edged'),
        way('none', padWords.none, steps.goOn, 'paper-edged'),
      ]
    case 'report':
      return [way('none', reportWords.skip, steps.sayNothing, 'paper-edged')]
    case 'answered':
      return [way('on', thanksWords.goOn, steps.goOn, 'paper')]
    case 'left':
      return []
  }
}

function riverWordsOf(room: Extract<Room, { at: 'thanks' | 'answered' }>): {
  readonly title: Words
  readonly texts: readonly Words[]
} {
  if (room.at === 'answered') {
    const { title, text } = answeredWords[room.counted]
    return { title, texts: [text] }
  }
  return {
    title: thanksWords.title,
    texts: [
      room.isWithoutTicket ? thanksWords.withoutTicket : thanksWords.text,
      room.counted ? thanksWords.kept : thanksWords.uncounted,
    ],
  }
}

function CameraSlip({ word, ...read }: { readonly word: CameraWord } & Read) {
  const isOpen = word === 'open' || word === 'always-on'
  return (
    <CutPanel cut={{ name: 'camera slip', width: 520, height: 148, stray: 6 }} ground="ink" className="smile-camera">
      <div className="smile-camera-words" data-open={isOpen || undefined} role="status">
        <svg className="smile-camera-sign" viewBox="-24 -24 48 48" aria-hidden="true">
          <path d="M0 -17A17 17 0 1 1 -0.1 -17ZM0 -12.6A12.6 12.6 0 1 0 0.1 -12.6Z" fillRule="evenodd" />
          {isOpen ? <circle r="7" /> : <path d="M-17 15L15 -18L18 -15L-14 18Z" />}
        </svg>
        <p>
          <Both words={cameraWords[word]} {...read} />
        </p>
      </div>
    </CutPanel>
  )
}

function lanternOf(room: Room): 'unlit' | 'kindling' | 'none' {
  if (room.at === 'reading') return 'kindling'
  return room.at === 'trouble' || room.at === 'report' || room.at === 'always-on' ? 'none' : 'unlit'
}

function cameraWordOf(room: Room, mode: 'opt-in' | 'ambient' | 'off'): CameraWord {
  if (mode === 'ambient') return 'always-on'
  if (room.at === 'opening' || room.at === 'reading') return 'open'
  return room.at === 'thanks' ? 'closed' : 'off'
}
