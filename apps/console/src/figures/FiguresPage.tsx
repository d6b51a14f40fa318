import { exportFigures } from '@riverside/contract'
import { Slip } from '@riverside/ui'
import { useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { FiguresLedger } from './FiguresLedger.tsx'
import { daysOf, periodNames } from './periods.ts'
import { saveFile } from './save-file.ts'
import { type Grain, type Trouble, words } from './words.ts'
import './FiguresPage.css'

type Made = {
  readonly files: ReadonlyArray<{ readonly name: string; readonly text: string }>
  readonly rows: number
  readonly suppressed: number
}

const grains: readonly Grain[] = ['hour', 'day', 'all']

/** Today in Shanghai, by the clock of this desk. */
const shanghaiToday = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** 报表: some days, how fine, what they hold, and the files the station makes of them. */
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
        <p className="figures-said" role="status">
          {state === 'idle'
            ? say.rule
            : state === 'asking'
              ? say.asking
              : typeof state === 'string'
                ? say.trouble[state]
                : say.made(state.rows, state.suppressed)}
        </p>
        {typeof state === 'object' && (
          <div className="figures-periods">
            {state.files.slice(1).map((file, at) => (
              <Slip
                key={file.name}
                size="service"
                tone="paper-edged"
                word={say.others[at + 1] ?? file.name}
                label={file.name}
                onPress={() => saveFile(file)}
              />
            ))}
          </div>
        )}
      </section>
      <FiguresLedger days={days} grain={grain} />
    </div>
  )
}
