import type { FiguresFormat, FiguresQuery } from '@riverside/contract'
import { namedPeriod, periodNames } from '@riverside/smile'
import { Slip } from '@riverside/ui'
import { useEffect, useRef, useState } from 'react'
import { useSession } from '../session/session.ts'
import { FiguresBreakdown } from './FiguresBreakdown.tsx'
import { FiguresComparison } from './FiguresComparison.tsx'
import { FiguresLedger } from './FiguresLedger.tsx'
import { keepFile, takeFile } from './take-file.ts'
import { type Grain, type Trouble, type View, words } from './words.ts'
import './FiguresPage.css'

/** What has come of a file so far, in bytes, or of one that is there. */
type Taking = { readonly is: 'coming' | 'kept'; readonly bytes: number }

const formats: readonly FiguresFormat[] = ['xlsx', 'pdf', 'csv', 'parquet', 'json']
const views: readonly View[] = ['rows', 'hour', 'weekday', 'visit', 'compare']
const grains: readonly Grain[] = ['hour', 'day', 'all']

/** Today in Shanghai, by the clock of this desk. */
const shanghaiToday = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** 报表: some days, how fine, what they hold and are like, how they compare, and the files the station makes of them. */
export function FiguresPage() {
  const session = useSession()
  const [days, setDays] = useState(() => namedPeriod('this-month', shanghaiToday()))
  const [grain, setGrain] = useState<Grain>('day')
  const [format, setFormat] = useState<FiguresFormat>('xlsx')
  const [view, setView] = useState<View>('rows')
  const [state, setState] = useState<'idle' | Trouble | Taking>('idle')
  const taking = useRef<AbortController>(undefined)
  const say = words[session.language]
  const choose = (change: Partial<typeof days>) => {
    setDays({ ...days, ...change })
    setState('idle')
  }

  useEffect(() => () => taking.current?.abort(), [])

  async function take(about?: FiguresQuery['about']): Promise<void> {
    const stop = new AbortController()
    taking.current?.abort()
    taking.current = stop
    setState({ is: 'coming', bytes: 0 })
    const query = { ...days, grain, format, ...(about ? { about } : {}) }
    const taken = await takeFile(session.wire, query, {
      stop: stop.signal,
      came: (bytes) => setState({ is: 'coming', bytes }),
    })
    if (!taken.ok && taken.error === 'not-allowed') session.lock()
    if (taken.ok) keepFile(taken.value)
    setState(taken.ok ? { is: 'kept', bytes: taken.value.content.size } : taken.error)
  }
  const isComing = typeof state === 'object' && state.is === 'coming'

  return (
    <div className="figures">
      <section>
        <h1>{say.title}</h1>
        <div className="figures-periods">
          {periodNames.map((name) => {
            const named = namedPeriod(name, shanghaiToday())
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
        <h2>{say.formatTitle}</h2>
        <div className="figures-periods">
          {formats.map((each) => (
            <Slip
              key={each}
              size="service"
              tone={each === format ? 'river' : 'paper-edged'}
              name={`format ${each}`}
              word={say.formats[each]}
              onPress={() => {
                setFormat(each)
                setState('idle')
              }}
            />
          ))}
        </div>
        <Slip
          className="figures-save"
          tone="rust"
          size="main"
          word={isComing ? say.stop : say.save}
          onPress={() => (isComing ? taking.current?.abort() : void take())}
        />
        <p className="figures-said" role="status">
          {state === 'idle'
            ? say.rule
            : typeof state === 'string'
              ? say.trouble[state]
              : state.is === 'coming'
                ? say.coming(state.bytes === 0 ? '' : sizeText(state.bytes))
                : say.made(sizeText(state.bytes))}
        </p>
        {typeof state === 'object' && state.is === 'kept' && (
          <div className="figures-periods">
            {format === 'csv' && (
              <Slip size="service" tone="paper-edged" word={say.columnNames} onPress={() => void take('columns')} />
            )}
            {format !== 'xlsx' && format !== 'pdf' && (
              <Slip size="service" tone="paper-edged" word={say.groups} onPress={() => void take('receptions')} />
            )}
            <Slip size="service" tone="paper-edged" word={say.about} onPress={() => void take('facts')} />
          </div>
        )}
      </section>
      <div className="figures-look">
        <div className="figures-periods">
          {views.map((each) => (
            <Slip
              key={each}
              size="service"
              tone={each === view ? 'river' : 'paper-edged'}
              name={`view ${each}`}
              word={say.views[each]}
              onPress={() => setView(each)}
            />
          ))}
        </div>
        {view === 'rows' ? (
          <FiguresLedger days={days} grain={grain} />
        ) : view === 'compare' ? (
          <FiguresComparison days={days} />
        ) : (
          <FiguresBreakdown days={days} by={view} />
        )}
      </div>
    </div>
  )
}

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
