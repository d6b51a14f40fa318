import { refillPaper } from '@riverside/contract'
import { GougeRule, Mark, Slip } from '@riverside/ui'
import { useState } from 'react'
import type { PageName } from '../page/PageFrame.tsx'
import { ask, useSession } from '../session/session.ts'
import { GroupsToday } from './GroupsToday.tsx'
import { ledgerOf } from './ledger.ts'
import { countOf, dayText, greeting, headlineSentence } from './sentences.ts'
import { TaskSlip } from './TaskSlip.tsx'
import { tasksOf } from './tasks.ts'
import { useStation } from './use-station.ts'
import './TodayPage.css'

const words = {
  zh: {
    machines: '机器和内容',
    until: (time: string) => `到 ${time} 为止`,
    notYet: '今天还没有数',
    open: '开门',
    usual: '照常',
    rest: '今天不开',
    in: '进来',
    out: '出去',
    people: '人次',
    measuredIn: '进门看笑脸',
    measuredOut: '出门看笑脸',
    smiled: (x: string) => `位，笑了 ${x} 位`,
    few: '人太少，不显示',
    readings: '位',
    partial: '读数器今天停过一阵，数字不全。',
    noHeadline: '进出门都有读数的日子还没有，差值先不说。',
    away: '驿站没有回音，下面是刚才的情形。',
    waiting: '正在问驿站……',
    month: '存一份本月报表',
    content: '换一份内容',
    help: '看不懂的提示，请告诉技术员，不用自己修。',
  },
  en: {
    machines: 'Machines and content',
    until: (time: string) => `Up to ${time}`,
    notYet: 'No figures yet today',
    open: 'Open',
    usual: 'as usual',
    rest: 'closed today',
    in: 'Came in',
    out: 'Went out',
    people: 'people',
    measuredIn: 'Read on entry',
    measuredOut: 'Read on leaving',
    smiled: (x: string) => `${x} smiled`,
    few: 'too few to show',
    readings: 'people',
    partial: 'The reader stood still for a while today: these figures are not complete.',
    noHeadline: 'There is no day with readings at both doors yet, so no difference is given.',
    away: 'The station does not answer; this is how it was.',
    waiting: 'Asking the station …',
    month: 'Keep this month',
    content: 'New content',
    help: 'If a line makes no sense to you, tell the technician; there is no need to mend it yourself.',
  },
} as const

/** 今天: a sentence, what needs doing, the day in five figures, and every machine on one line. */
export function TodayPage({ onPage }: { readonly onPage: (page: PageName) => void }) {
  const session = useSession()
  const { language } = session
  const { seen, isAway, lookAgain } = useStation()
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set())
  const say = words[language]
  if (!seen) return <p className="today-waiting">{isAway ? say.away : say.waiting}</p>
  const { health, today } = seen
  const tasks = tasksOf(health, today)
  const [task] = tasks.filter(({ id }) => !putOff.has(id))
  const lines = greeting(language, tasks.length, today)

  return (
    <div className="today" data-busy={task !== undefined}>
      <section className="today-day">
        <p className="today-where">
          {language === 'zh' ? today.station.zh : today.station.en} · {dayText(language, today.day)} · {today.now}
        </p>
        <h1>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </h1>
        {isAway && <p className="today-away">{say.away}</p>}
        {task && (
          <TaskSlip
            key={task.id}
            task={task}
            onDone={async () => {
              const now = await lookAgain()
              return now !== undefined && !tasksOf(now.health, now.today).some(({ id }) => id === task.id)
            }}
            onLater={() => setPutOff(new Set([...putOff, task.id]))}
            onFilled={(sheets) => ask(session, refillPaper, { sheets })}
          />
        )}
        <h2>{today.until === null ? say.notYet : say.until(today.until)}</h2>
        <dl className="today-figures">
          <Figure
            name={say.open}
            value={today.hours === null ? '—' : `${today.hours.open}–${today.hours.close}`}
            under={today.hours === null ? say.rest : say.usual}
          />
          <Figure
            name={say.in}
            value={countOf(language, today.passages.in)}
            under={noteOf(today.passages.in, say.people)}
          />
          <Figure
            name={say.out}
            value={countOf(language, today.passages.out)}
            under={noteOf(today.passages.out, say.people)}
          />
          <Figure name={say.measuredIn} value={countOf(language, today.entry.n)} under={smiledOf(today.entry)} />
          <Figure name={say.measuredOut} value={countOf(language, today.exit.n)} under={smiledOf(today.exit)} />
        </dl>
        <GougeRule className="today-rule" />
        <p className="today-headline">
          {(today.headline ? headlineSentence(language, today.headline) : [say.noHeadline]).map((line) => (
            <span key={line}>{line}</span>
          ))}
          {today.partial && <span>{say.partial}</span>}
        </p>
        <GroupsToday day={today.day} looked={seen} />
      </section>
      <section className="today-machines">
        <h2>{say.machines}</h2>
        <ul>
          {ledgerOf(language, health, today).map((line) => (
            <li key={line.id} data-mark={line.mark}>
              <Mark name={line.mark} />
              <span>{line.name}</span>
              <span>{line.state}</span>
            </li>
          ))}
        </ul>
        <div className="today-slips">
          <Slip tone="river" word={say.month} onPress={() => onPage('figures')} />
          <Slip tone="paper-edged" word={say.content} onPress={() => onPage('content')} />
        </div>
        <p className="today-help">{say.help}</p>
      </section>
    </div>
  )

  function noteOf(count: number | null, unit: string): string {
    return count === null ? say.few : unit
  }
  function smiledOf({ n, x }: { n: number | null; x: number | null }): string {
    if (n === null) return say.few
    return x === null ? say.readings : say.smiled(countOf(language, x))
  }
}

function Figure({ name, value, under }: { readonly name: string; readonly value: string; readonly under: string }) {
  return (
    <div className="today-figure">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{under}</span>
      </dd>
    </div>
  )
}
