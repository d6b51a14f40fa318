import {
  dropPrinterCalibration,
  keepPrinterCalibration,
  type PrinterDesk,
  printCalibrationSheet,
} from '@riverside/contract'
import type { Ruler } from '@riverside/postcard'
import { Slip } from '@riverside/ui'
import { useRef, useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { nothingTyped, ReadingSheet, readingsOf, type Typed } from './ReadingSheet.tsx'
import { words } from './words.ts'

type Said = {
  readonly words: string
  readonly isTrouble: boolean
  readonly face?: 'front' | 'back'
  readonly doubtful?: readonly Ruler['name'][]
}

/** 印得正不正: a sheet is printed, its rulers are read, and what they say puts every print right from then on. */
export function Calibration(props: {
  readonly desk: PrinterDesk
  readonly onDesk: (desk: PrinterDesk) => void
  readonly onFailed: () => void
}) {
  const { desk, onDesk, onFailed } = props
  const session = useSession()
  const say = words[session.language]
  const [typed, setTyped] = useState<{ readonly front: Typed; readonly back: Typed }>({
    front: nothingTyped,
    back: nothingTyped,
  })
  const [said, setSaid] = useState<Said>()
  const once = useRef<string | undefined>(undefined)
  const { sheet, kept } = desk.calibration
  const faces = desk.sides === 'front' ? (['front'] as const) : (['front', 'back'] as const)
  const front = readingsOf(typed.front)
  const back = desk.sides === 'front' ? null : readingsOf(typed.back)
  const isUnderWay = sheet?.print != null && ['sent', 'waiting', 'printing', 'held'].includes(sheet.print.state)

  const print = async () => {
    // The same sheet is asked for again after a lost answer, another one after a heard one.
    once.current ??= crypto.randomUUID()
    const printed = await ask(session, printCalibrationSheet, { once: once.current })
    if (!printed.ok && printed.error === 'unreachable') return onFailed()
    once.current = undefined
    if (printed.ok) {
      setTyped({ front: nothingTyped, back: nothingTyped })
      setSaid(undefined)
      return onDesk(printed.value)
    }
    const why = say.refused[printed.error as keyof typeof say.refused] ?? say.failed
    setSaid({ words: why, isTrouble: true })
  }
  const solve = async () => {
    if (sheet === null || front === undefined || back === undefined) return
    const answer = await ask(session, keepPrinterCalibration, { number: sheet.number, front, back })
    if (!answer.ok)
      return answer.error === 'another-sheet' ? setSaid({ words: say.another, isTrouble: true }) : onFailed()
    if (answer.value.kept) {
      setSaid({ words: say.kept, isTrouble: false })
      return onDesk(answer.value.desk)
    }
    const { face, why, rulers } = answer.value
    const separator = session.language === 'zh' ? '、' : ', '
    setSaid({ words: say.why[why](say[face], rulers.join(separator)), isTrouble: true, face, doubtful: rulers })
  }
  const drop = async () => {
    const dropped = await ask(session, dropPrinterCalibration, undefined)
    if (dropped.ok) onDesk(dropped.value)
    else onFailed()
  }

  return (
    <section className="printer-calibration">
      <h2>{say.calibrate}</h2>
      <ol className="printer-steps">
        {say.calibrateSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="printer-slips">
        <Slip
          tone="river"
          name="print sheet"
          word={sheet === null ? say.printSheet : say.printAnother}
          state={isUnderWay ? 'not-now' : 'idle'}
          onPress={() => void print()}
        />
        {kept !== null && (
          <Slip tone="paper-edged" size="service" name="drop calibration" word={say.drop} onPress={() => void drop()} />
        )}
        {sheet !== null && <p>{sheetLine(sheet, session.language)}</p>}
      </div>
      {sheet !== null && (
        <>
          <div className="printer-sheets">
            {faces.map((face) => (
              <ReadingSheet
                key={face}
                face={face}
                typed={typed[face]}
                doubtful={said?.face === face ? (said.doubtful ?? []) : []}
                onType={(next) => setTyped((before) => ({ ...before, [face]: next }))}
              />
            ))}
          </div>
          <div className="printer-slips">
            <Slip
              tone="rust"
              name="solve"
              word={say.solve}
              state={front === undefined || back === undefined ? 'not-now' : 'idle'}
              onPress={() => void solve()}
            />
            {said && (
              <p role="status" className={said.isTrouble ? 'printer-failed' : undefined}>
                {said.words}
              </p>
            )}
          </div>
        </>
      )}
      {sheet === null && said && (
        <p role="status" className="printer-failed">
          {said.words}
        </p>
      )}
    </section>
  )
}

function sheetLine({ number, print }: NonNullable<PrinterDesk['calibration']['sheet']>, language: 'zh' | 'en'): string {
  const say = words[language]
  const name = say.sheetOf(number)
  const state = print?.state
  const further =
    state === 'held'
      ? say.sheetHeld
      : state === 'given-up' || state === 'let-go' || state === 'unsure'
        ? say.sheetFailed
        : state === undefined || state === 'printed'
          ? ''
          : say.printing
  if (further === '') return name
  return language === 'zh' ? `${name}：${further}` : `${name}: ${further}`
}
