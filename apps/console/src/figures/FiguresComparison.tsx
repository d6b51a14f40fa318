import { type Comparison, readCompare } from '@riverside/contract'
import {
  comparedCaption,
  comparedLines,
  comparisonWarnings,
  type Period,
  periodBefore,
  sideNames,
  verdictSentence,
} from '@riverside/smile'
import { GougeRule } from '@riverside/ui'
import { useEffect, useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { words } from './words.ts'
import './FiguresComparison.css'

type Answer =
  | { readonly is: 'told'; readonly comparisons: readonly Comparison[] }
  | { readonly is: 'not'; readonly why: string }

/** 比一比: the chosen days against others, in one sentence first and then as a table. */
export function FiguresComparison({ days }: { readonly days: Period }) {
  const session = useSession()
  const [others, setOthers] = useState<Partial<Period>>({})
  const [answer, setAnswer] = useState<Answer>()
  const say = words[session.language].compare
  const { from, to } = days
  const before = { ...periodBefore(days), ...others }

  useEffect(() => {
    let isLatest = true
    const against = `${before.from}..${before.to}`
    void ask(session, readCompare, { a: against, b: `${from}..${to}` }).then((told) => {
      if (!isLatest) return
      setAnswer(
        told.ok ? { is: 'told', comparisons: told.value.comparisons } : { is: 'not', why: say.trouble[told.error] },
      )
    })
    return () => {
      isLatest = false
    }
  }, [session, from, to, before.from, before.to, say])

  return (
    <section className="comparison" aria-live="polite">
      <h2>{say.title}</h2>
      <div className="figures-days">
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{say[end]}</span>
            <input
              type="date"
              name={`compared ${end}`}
              value={before[end]}
              onChange={(event) => setOthers({ ...others, [end]: event.target.value })}
            />
          </label>
        ))}
      </div>
      {answer?.is === 'not' && <p className="comparison-verdict">{answer.why}</p>}
      {answer?.is === 'told' && answer.comparisons.length === 0 && <p className="comparison-verdict">{say.nothing}</p>}
      {answer?.is === 'told' && answer.comparisons.map((each) => <Told key={each.mode} comparison={each} />)}
    </section>
  )
}

function Told({ comparison }: { readonly comparison: Comparison }) {
  const { language } = useSession()
  const say = words[language].compare
  const [a, b] = sideNames(language, comparison)
  return (
    <>
      <p className="comparison-verdict">{verdictSentence(language, comparison)}</p>
      {comparisonWarnings(language, comparison).map((warning) => (
        <p key={warning} className="comparison-warning">
          {warning}
        </p>
      ))}
      <div className="comparison-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.modes[comparison.mode]}</th>
              <th scope="col">{a}</th>
              <th scope="col">{b}</th>
              <th scope="col">{say.difference}</th>
              <th scope="col">{say.says}</th>
            </tr>
          </thead>
          <tbody>
            {comparedLines(language, comparison).map((line) => (
              <tr key={line.name}>
                <th scope="row">{line.name}</th>
                <td>{line.a}</td>
                <td>{line.b}</td>
                <td>{line.difference}</td>
                <td>{line.says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <GougeRule />
      <p>{comparedCaption[language]}</p>
    </>
  )
}
