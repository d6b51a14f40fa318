import { type FiguresRow, readStats } from '@riverside/contract'
import type { Period } from '@riverside/smile'
import { GougeRule } from '@riverside/ui'
import { useEffect, useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { countOf, pointsOf, rateOf, shortDayText } from '../today/sentences.ts'
import { type Grain, words } from './words.ts'
import './FiguresLedger.css'

/** The chosen days as a ledger: what the file will hold, to be read before it is saved. */
export function FiguresLedger({ days, grain }: { readonly days: Period; readonly grain: Grain }) {
  const session = useSession()
  const [rows, setRows] = useState<readonly FiguresRow[]>()
  const { from, to } = days
  const say = words[session.language]

  useEffect(() => {
    let isLatest = true
    void ask(session, readStats, { from, to, grain }).then((told) => {
      if (isLatest) setRows(told.ok ? told.value.rows : undefined)
    })
    return () => {
      isLatest = false
    }
  }, [session, from, to, grain])

  const placeOf = (start: string): string => {
    if (grain === 'all') return say.whole
    const day = shortDayText(session.language, start.slice(0, 10))
    return grain === 'day' ? day : `${day} ${say.hour(Number(start.slice(11, 13)))}`
  }

  if (!rows) return <section className="ledger" />
  return (
    <section className="ledger" aria-live="polite">
      <div className="ledger-scroll">
        <table>
          <thead>
            <tr>
              {say.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.station} ${row.start} ${row.mode}`}>
                <th scope="row">{placeOf(row.start)}</th>
                <td>{countOf(session.language, row.in)}</td>
                <td>{countOf(session.language, row.out)}</td>
                <td>{rateOf(row.entry)}</td>
                <td>{rateOf(row.exit)}</td>
                <td>
                  {row.delta.value === null ? '—' : pointsOf(row.delta.value)}
                  {row.delta.low !== null && row.delta.high !== null && (
                    <small>
                      {pointsOf(row.delta.low)} – {pointsOf(row.delta.high)}
                      {row.delta.note === 'preliminary' && ` ${say.preliminary}`}
                    </small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="ledger-nothing">{say.nothing}</p>}
      </div>
      <GougeRule />
      <p>{say.caption}</p>
    </section>
  )
}
