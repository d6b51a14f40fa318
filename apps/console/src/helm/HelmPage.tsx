import { dropCalibration, type HelmReadings, keepCalibration } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { BrassHelm, CutPanel, type HelmHandle, Slip } from '@riverside/ui'
import {
  type Calibrating,
  type CalibratingEvent,
  calibrate,
  calibrationWords,
  figureOf,
  type HelmSight,
  notCalibrating,
  shownTurns,
  silenceOf,
  toldOf,
  type Wheel,
  withCalibration,
} from '@riverside/voyage'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { useHelmWatch } from './use-helm-watch.ts'
import { words } from './words.ts'
import './HelmPage.css'

/** Milliseconds of rest that are watched. */
const restLasts = 3_000

/** Milliseconds in which the drawn wheel makes good two thirds of what the real one is ahead; the news come twenty times a second. */
const follows = 70

/** 舵轮: one full turn to starboard becomes the settings of the wheel, seen as it turns. */
export function HelmPage() {
  const session = useSession()
  const { language } = session
  const say = { ...words[language], ...calibrationWords[language] }
  const wheel = useRef<Wheel | undefined>(undefined)
  const [calibrating, tell] = useReducer(
    (now: Calibrating, event: CalibratingEvent) => (wheel.current ? calibrate(now, event, wheel.current) : now),
    notCalibrating,
  )
  const onSight = useCallback((sight: HelmSight) => tell({ type: 'saw', sight }), [])
  const { readings, isAway, onReadings } = useHelmWatch(onSight)
  const driver = useMemo(() => readings && withCalibration(readings.inFile, readings.kept?.calibration), [readings])
  wheel.current = driver === undefined || driver.kind === 'none' ? undefined : driver
  const [outcome, setOutcome] = useState<'kept' | 'dropped' | 'notKept'>()
  const [by, setBy] = useState('')
  const { step } = calibrating

  useEffect(() => {
    if (step.at !== 'resting') return
    const timer = setTimeout(() => tell({ type: 'rested' }), restLasts)
    return () => clearTimeout(timer)
  }, [step.at])

  const begin = () => {
    setOutcome(undefined)
    tell({ type: 'begun' })
  }
  const keep = async () => {
    if (step.at !== 'found') return
    const kept = await ask(session, keepCalibration, { calibration: step.measured.calibration, by })
    setOutcome(kept.ok ? 'kept' : 'notKept')
    if (!kept.ok) return
    onReadings(kept.value)
    tell({ type: 'leftOff' })
  }
  const drop = async () => {
    const dropped = await ask(session, dropCalibration, undefined)
    setOutcome(dropped.ok ? 'dropped' : 'notKept')
    if (dropped.ok) onReadings(dropped.value)
  }

  if (!readings) return <p className="helm-waiting">{isAway ? say.away : ''}</p>
  if (!wheel.current)
    return (
      <div className="helm-page">
        <div className="helm-words">
          <h1>{say.title}</h1>
          <p>{say.none}</p>
        </div>
      </div>
    )
  const { title, lines } = toldOf(language, calibrating, wheel.current)
  const trouble = troubleOf(language, calibrating, wheel.current, isAway)
  const canMeasure = calibrating.device === 'ready' && !isAway
  return (
    <div className="helm-page" data-step={step.at}>
      <section className="helm-words">
        <h1>{title}</h1>
        <div className="helm-lines" role="status">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {trouble !== undefined && <p className="helm-trouble">{trouble}</p>}
          {outcome !== undefined && <p>{say[outcome]}</p>}
        </div>
        {step.at === 'found' && (
          <label className="helm-by">
            <span>{say.by}</span>
            <input type="text" maxLength={40} value={by} onChange={(event) => setBy(event.target.value)} />
          </label>
        )}
        <div className="helm-slips">
          {(step.at === 'ready' || step.at === 'failed') && (
            <Slip
              tone="rust"
              size="main"
              word={step.at === 'ready' ? say.begin : say.again}
              state={canMeasure ? 'idle' : 'not-now'}
              onPress={begin}
            />
          )}
          {step.at === 'turning' && (
            <Slip tone="rust" size="main" word={say.turned} onPress={() => tell({ type: 'turned' })} />
          )}
          {step.at === 'found' && <Slip tone="rust" size="main" word={say.keep} onPress={() => void keep()} />}
          {step.at === 'found' && <Slip tone="paper-edged" word={say.again} onPress={begin} />}
          {step.at !== 'ready' && (
            <Slip tone="paper-edged" word={say.leave} onPress={() => tell({ type: 'leftOff' })} />
          )}
          {step.at === 'ready' && readings.kept !== null && (
            <Slip tone="paper-edged" word={say.drop} onPress={() => void drop()} />
          )}
        </div>
        <p className="helm-now">{nowInForce(language, readings, wheel.current)}</p>
      </section>
      <DrawnHelm calibrating={calibrating} wheel={wheel.current} language={language} />
    </div>
  )
}

/** The brass helm as the real one turns, and what it says in figures. */
function DrawnHelm(props: { readonly calibrating: Calibrating; readonly wheel: Wheel; readonly language: Language }) {
  const { calibrating, wheel, language } = props
  const say = words[language]
  const helm = useRef<HelmHandle>(null)
  const goal = useRef(0)
  goal.current = shownTurns(calibrating, wheel)
  useEffect(() => {
    let [shown, drawnAt, frame] = [goal.current, performance.now(), 0]
    const draw = (now: number) => {
      shown = goal.current + (shown - goal.current) * Math.exp(-Math.max(0, now - drawnAt) / follows)
      drawnAt = now
      helm.current?.turnTo(shown * 2 * Math.PI)
      frame = requestAnimationFrame(draw)
    }
    frame = requestAnimationFrame(draw)
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <CutPanel
      className="helm-drawn"
      ground="river"
      cut={{ name: 'helm drawn', width: 760, height: 800, straight: ['right', 'bottom'] }}
    >
      <BrassHelm radius={290} ref={helm} glowing={calibrating.device === 'lost'} />
      <dl>
        <div>
          <dt>{wheel.kind === 'gamepad' ? say.axis : say.raws}</dt>
          <dd className="helm-raw">{rawText(language, wheel, calibrating.raw)}</dd>
        </div>
        {wheel.kind !== 'gamepad' && (
          <div>
            <dt>{say.turns}</dt>
            <dd className="helm-turns">{figureOf(language, goal.current, 2)}</dd>
          </div>
        )}
        <div>
          <dt>{say.presses}</dt>
          <dd>{say.times(calibrating.presses)}</dd>
        </div>
      </dl>
    </CutPanel>
  )
}

function troubleOf(language: Language, calibrating: Calibrating, wheel: Wheel, isAway: boolean): string | undefined {
  if (isAway) return words[language].away
  if (calibrating.device === 'unknown') return words[language].noScreen
  return silenceOf(language, calibrating, wheel)
}

/** One line: how the wheel is read now, and on whose word. */
function nowInForce(language: Language, { kept }: HelmReadings, wheel: Wheel): string {
  const say = words[language]
  const direction = say.directions[wheel.direction]
  const settings =
    wheel.kind === 'gamepad'
      ? say.nowAxis(figureOf(language, wheel.travel, 2), direction)
      : say.nowCounts(figureOf(language, wheel.countsPerTurn), direction)
  const source = kept === null ? say.fromFile : say.fromHand(whenText(language, kept.at), kept.by)
  const all = [settings, say.reads[wheel.kind], source]
  return language === 'zh' ? `${all.join('，')}。` : `${all.join('; ')}.`
}

const rawText = (language: Language, wheel: Wheel, raw: number | undefined): string =>
  raw === undefined ? '—' : figureOf(language, raw, wheel.kind === 'gamepad' ? 2 : 0)

const whenText = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at)
