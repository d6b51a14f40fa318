import { exportFigures, type WireProblem } from '@riverside/contract'
import { GougeRule, Slip } from '@riverside/ui'
import { useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { daysOf, type PeriodName, periodNames } from './periods.ts'
import { saveFile } from './save-file.ts'
import './FiguresPage.css'

type Grain = 'hour' | 'day' | 'all'
type Trouble = 'not-a-day' | 'ends-before-it-begins' | WireProblem
type Made = {
  readonly files: ReadonlyArray<{ readonly name: string; readonly text: string }>
  readonly rows: number
  readonly suppressed: number
}

const grains: readonly Grain[] = ['hour', 'day', 'all']

const words = {
  zh: {
    title: '存一份报表',
    periods: {
      today: '今天',
      yesterday: '昨天',
      'this-week': '本周',
      'last-week': '上周',
      'this-month': '本月',
      'last-month': '上月',
    } satisfies Record<PeriodName, string>,
    from: '从',
    to: '到（含当天）',
    grainTitle: '一行是',
    grains: { hour: '一小时', day: '一天', all: '整段时间' } satisfies Record<Grain, string>,
    save: '存成表格',
    asking: '正在做……',
    made: (rows: number, suppressed: number) =>
      rows === 0
        ? '这几天没有记录，表里只有表头。'
        : suppressed === 0
          ? `做好了，一共 ${rows} 行。`
          : `做好了，一共 ${rows} 行；有 ${suppressed} 格人太少，按规则空着。`,
    keep: '存',
    about: [
      '表格：中文表头，用电子表格软件直接打开，汉字不会乱。',
      '列名：每一列的英文代号和说明，给程序用。',
      '口径：阈值、时段、校验和，报数时一并附上。',
    ],
    rule: '人太少的格子空着；旁边一格有时也空着，是为了不让人用减法推出来。',
    trouble: {
      'not-a-day': '日期不对，请再选一次。',
      'ends-before-it-begins': '结束的日子在开始之前，请换过来。',
      unreachable: '驿站没有回音，过一会儿再试。',
      'not-understood': '驿站的回答看不懂，请刷新这一页。',
      'not-allowed': '已经锁上，请重新进来。',
      'too-many': '问得太快了，过一分钟再试。',
    } satisfies Record<Trouble, string>,
  },
  en: {
    title: 'Keep the figures',
    periods: {
      today: 'Today',
      yesterday: 'Yesterday',
      'this-week': 'This week',
      'last-week': 'Last week',
      'this-month': 'This month',
      'last-month': 'Last month',
    } satisfies Record<PeriodName, string>,
    from: 'From',
    to: 'To (inclusive)',
    grainTitle: 'One row is',
    grains: { hour: 'an hour', day: 'a day', all: 'the whole time' } satisfies Record<Grain, string>,
    save: 'Save as a table',
    asking: 'Making it …',
    made: (rows: number, suppressed: number) =>
      rows === 0
        ? 'Nothing was recorded on these days; the table holds its header only.'
        : suppressed === 0
          ? `Done: ${rows} rows.`
          : `Done: ${rows} rows; ${suppressed} cells are empty because too few people came.`,
    keep: 'Save',
    about: [
      'The table: Chinese headers; spreadsheets open it as it is.',
      'Column names: what programs call each column, and what it means.',
      'Definitions: thresholds, period and checksum, to hand over with the figures.',
    ],
    rule: 'Cells with too few people stay empty; sometimes a neighbour too, so that nobody can work them out by subtraction.',
    trouble: {
      'not-a-day': 'That is not a day; choose again.',
      'ends-before-it-begins': 'The end lies before the beginning; swap them.',
      unreachable: 'The station does not answer; try again in a while.',
      'not-understood': 'The answer made no sense; load this page again.',
      'not-allowed': 'It is locked; come in again.',
      'too-many': 'Too many questions; try again in a minute.',
    } satisfies Record<Trouble, string>,
  },
} as const

/** Today as the desk's own calendar in Shanghai has it. */
const shanghaiToday = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** 报表: some days, how fine, and the files the station makes of them. */
export function FiguresPage() {
  const session = useSession()
  const [days, setDays] = useState(() => daysOf('this-month', shanghaiToday()))
  const [grain, setGrain] = useState<Grain>('day')
  const [state, setState] = useState<'idle' | 'asking' | Trouble | Made>('idle')
  const say = words[session.language]
  const choose = (change: Partial<typeof days>) => {
    setDays({ ...days, ...change })
    setState('idle')
  }

  async function make(): Promise<void> {
    setState('asking')
    const made = await ask(session, exportFigures, { ...days, grain, format: 'csv' })
    setState(made.ok ? made.value : made.error)
    const [table] = made.ok ? made.value.files : []
    if (table) saveFile(table)
  }

  return (
    <div className="figures">
      <section>
        <h1>{say.title}</h1>
        <div className="figures-periods">
          {periodNames.map((name) => {
            const named = daysOf(name, shanghaiToday())
            const isChosen = named.from === days.from && named.to === days.to
            return (
              <Slip
                key={name}
                size="service"
                tone={isChosen ? 'river' : 'paper-edged'}
                name={`period ${name}`}
                word={say.periods[name]}
                onPress={() => choose(named)}
              />
            )
          })}
        </div>
        <div className="figures-days">
          <label>
            <span>{say.from}</span>
            <input type="date" value={days.from} onChange={(event) => choose({ from: event.target.value })} />
          </label>
          <label>
            <span>{say.to}</span>
            <input type="date" value={days.to} onChange={(event) => choose({ to: event.target.value })} />
          </label>
        </div>
        <h2>{say.grainTitle}</h2>
        <div className="figures-periods">
          {grains.map((each) => (
            <Slip
              key={each}
              size="service"
              tone={each === grain ? 'river' : 'paper-edged'}
              name={`grain ${each}`}
              word={say.grains[each]}
              onPress={() => {
                setGrain(each)
                setState('idle')
              }}
            />
          ))}
        </div>
        <Slip
          className="figures-save"
          tone="rust"
          size="main"
          word={say.save}
          state={state === 'asking' ? 'not-now' : 'idle'}
          onPress={() => void make()}
        />
      </section>
      <section className="figures-made" aria-live="polite">
        {typeof state === 'object' ? (
          <>
            <p className="figures-said">{say.made(state.rows, state.suppressed)}</p>
            <ul>
              {state.files.map((file, at) => (
                <li key={file.name}>
                  <span>
                    <strong>{file.name}</strong>
                    <span>{say.about[at]}</span>
                  </span>
                  <Slip
                    size="service"
                    tone="paper-edged"
                    name={`keep ${at}`}
                    word={say.keep}
                    label={`${say.keep} ${file.name}`}
                    onPress={() => saveFile(file)}
                  />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <>
            {state === 'idle' ? null : (
              <p className="figures-said">{state === 'asking' ? say.asking : say.trouble[state]}</p>
            )}
            <ul>
              {say.about.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </>
        )}
        <GougeRule />
        <p className="figures-rule">{say.rule}</p>
      </section>
    </div>
  )
}
