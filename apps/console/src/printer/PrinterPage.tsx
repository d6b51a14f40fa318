import { type PrinterDesk, readPrinterDesk, refillPaper, resumePrinter } from '@riverside/contract'
import { GougeRule, Mark, Slip } from '@riverside/ui'
import { useCallback, useEffect, useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { Calibration } from './Calibration.tsx'
import { DrawnPrinter } from './DrawnPrinter.tsx'
import { printerTask } from './printer-tasks.ts'
import { SheetsEntry } from './SheetsEntry.tsx'
import { whenText, words } from './words.ts'
import './PrinterPage.css'

/** Milliseconds between two looks while the page is seen. */
const every = 3000

/** 打印机: how it is in a sentence, what to do about it, the paper, and whether it prints true. */
export function PrinterPage() {
  const session = useSession()
  const say = words[session.language]
  const [desk, setDesk] = useState<PrinterDesk>()
  const [isAway, setAway] = useState(false)
  const [failed, setFailed] = useState<'failed' | 'notResumed'>()

  const look = useCallback(async () => {
    const read = await ask(session, readPrinterDesk, undefined)
    setAway(!read.ok)
    if (read.ok) setDesk(read.value)
  }, [session])
  useEffect(() => {
    void look()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void look()
    }, every)
    return () => clearInterval(timer)
  }, [look])

  if (!desk) return <p className="printer-waiting">{isAway ? say.away : say.waiting}</p>
  if (desk.kind === 'none')
    return (
      <div className="printer">
        <h1>{say.none}</h1>
      </div>
    )
  const told = (answer: { ok: true; value: PrinterDesk } | { ok: false; error: string }) => {
    setFailed(answer.ok ? undefined : answer.error === 'not-resumed' ? 'notResumed' : 'failed')
    if (answer.ok) setDesk(answer.value)
  }
  const task = printerTask(desk.printer, desk.tray)
  const isPaused = desk.printer.state === 'trouble' && desk.printer.reason === 'paused'
  return (
    <div className="printer" data-trouble={desk.printer.state === 'trouble' || undefined}>
      <div className="printer-now">
        <section className="printer-words">
          <h1>{sentence(desk, session.language)}</h1>
          {isAway && <p role="status">{say.away}</p>}
          {task && (
            <ol className="printer-steps">
              {task.steps.map((step) => (
                <li key={step.zh}>{step[session.language]}</li>
              ))}
            </ol>
          )}
          <p>{say.cards(desk.cards.underWay, desk.cards.held)}</p>
          {isPaused && (
            <Slip
              tone="rust"
              size="main"
              word={say.resume}
              onPress={() => void ask(session, resumePrinter, undefined).then(told)}
            />
          )}
          {failed !== undefined && (
            <p className="printer-failed" role="status">
              {say[failed]}
            </p>
          )}
          <h2>{say.fillTitle}</h2>
          <p>{say.fillLine}</p>
          <SheetsEntry
            key={desk.tray.filledAt}
            usual={desk.tray.filled}
            onFilled={(sheets) => void ask(session, refillPaper, { sheets }).then(told)}
          />
        </section>
        <Facts desk={desk} />
      </div>
      <GougeRule className="printer-rule" />
      <Calibration desk={desk} onDesk={setDesk} onFailed={() => setFailed('failed')} />
    </div>
  )
}

function sentence({ printer, tray }: PrinterDesk, language: 'zh' | 'en'): string {
  const say = words[language]
  const task = printerTask(printer, { left: tray.left, isLow: false })
  if (task) return task.title[language]
  if (printer.state === 'pretend') return say.pretend
  if (printer.state === 'absent')
    return printerTask({ state: 'trouble', reason: 'offline' }, tray)?.title[language] ?? ''
  return printer.state === 'busy' ? say.busy : say.well(tray.left)
}

/** Paper, limits, faces and calibration, a line each; below them what a technician should hear. */
function Facts({ desk }: { readonly desk: PrinterDesk }) {
  const { language } = useSession()
  const say = words[language]
  const { tray, cards, limits, sides, calibration } = desk
  const isOut = desk.printer.state === 'trouble' && desk.printer.reason === 'paper-out'
  const lines: readonly (readonly [name: string, value: string, under?: string])[] = [
    tray.left === null || tray.filled === null || tray.filledAt === null
      ? [say.facts.paper, say.neverCounted]
      : [
          say.facts.paper,
          isOut && tray.left > 0 ? say.facts.out(tray.left) : say.facts.left(tray.left),
          say.facts.counted(tray.filled, whenText(language, tray.filledAt)),
        ],
    [say.facts.hour, say.facts.hourOf(cards.lastHour, limits.sheetsAnHour)],
    [say.facts.visit, say.facts.visitOf(limits.copiesAVisit)],
    [say.facts.sides, say.facts.sidesOf[sides]],
    [
      say.facts.calibration,
      calibration.kept === null
        ? say.facts.uncalibrated
        : say.calibratedOf(whenText(language, calibration.kept.at), calibration.kept),
    ],
  ]
  return (
    <aside className="printer-facts">
      <DrawnPrinter desk={desk} />
      <dl>
        {lines.map(([name, value, under]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {under !== undefined && <small>{under}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {desk.notes.length > 0 && (
        <>
          <h2>{say.notesTitle}</h2>
          <ul>
            {desk.notes.map((note) => (
              <li key={note}>
                <Mark name="alert" />
                <span>{say.notes[note]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
