import { type FiguresRow, readStats, type Stats } from '@riverside/contract'
import type { BreakdownKey, Period } from '@riverside/smile'
import { GougeRule } from '@riverside/ui'
import { useEffect, useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { countOf, rateOf } from '../today/sentences.ts'
import { words } from './words.ts'
import './FiguresBreakdown.css'

type Row = NonNullable<Stats['breakdown']>[number]

/** What an hour of the day, a day of the week or a kind of visit was usually like over the chosen days: smile rates with their limits. */
export function FiguresBreakdown({ days, by }: { readonly days: Period; readonly by: BreakdownKey }) {
  const session = useSession()
  const [told, setTold] = useState<Pick<Stats, 'breakdown' | 'receptions'>>()
  const { from, to } = days
  const say = words[session.language]

  useEffect(() => {
    let isLatest = true
    void ask(session, readStats, { from, to, grain: 'all', breakdown: by }).then((answer) => {
      if (isLatest) setTold(answer.ok ? answer.value : undefined)
    })
    return () => {
      isLatest = false
    }
  }, [session, from, to, by])

  if (!told) return <section className="breakdown" />
  const rows: readonly Row[] = told.breakdown ?? []
  const most = Math.max(0.1, ...rows.flatMap(({ entry, exit }) => [entry.high ?? 0, exit.high ?? 0]))
  const top = Math.min(1, Math.ceil(most * 10) / 10)
  return (
    <section className="breakdown" aria-live="polite">
      <p className="breakdown-key">
        <span className="breakdown-entry">{say.columns[3]}</span>
        <span className="breakdown-exit">{say.columns[4]}</span>
        <span>{say.breakdownScale(Math.round(top * 100))}</span>
      </p>
      <ol className="breakdown-rows">
        {rows.map((row) => (
          <li key={`${row.station} ${row.mode} ${row.at}`}>
            <span className="breakdown-name">{say.places[by](row.at)}</span>
            <span className="breakdown-plot">
              <Limits door={row.entry} top={top} className="breakdown-entry" />
              <Limits door={row.exit} top={top} className="breakdown-exit" />
            </span>
            <span className="breakdown-figures">
              {rateOf(row.entry)}
              <small>{countOf(session.language, row.in)}</small>
            </span>
            <span className="breakdown-figures">
              {rateOf(row.exit)}
              <small>{countOf(session.language, row.out)}</small>
            </span>
          </li>
        ))}
      </ol>
      {rows.length === 0 && <p className="ledger-nothing">{say.nothing}</p>}
      <GougeRule />
      <p>{say.breakdownCaption[by]}</p>
      {by === 'visit' &&
        told.receptions.map(({ station, whole }) => (
          <p key={station}>
            {say.receptions(
              countOf(session.language, whole.groups),
              whole.uncounted,
              whole.people === null ? null : countOf(session.language, whole.people),
            )}
          </p>
        ))}
    </section>
  )
}

/** One rate as a dot in its limits; nothing where it is held back. */
function Limits({
  door,
  top,
  className,
}: {
  readonly door: FiguresRow['entry']
  readonly top: number
  readonly className: string
}) {
  const { rate, low, high } = door
  if (rate === null || low === null || high === null) return <i className={className} />
  const at = (share: number) => `${(100 * share) / top}%`
  return (
    <i className={className}>
      <b style={{ left: at(low), width: at(high - low) }} />
      <em style={{ left: at(rate) }} />
    </i>
  )
}
