import { call, keepCalibration, type Wire } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { BrassHelm, CutPanel, type HelmHandle, Slip } from '@riverside/ui'
import {
  type Calibrating,
  type CalibratingEvent,
  calibrate,
  calibrationWords,
  notCalibrating,
  shownTurns,
  silenceOf,
  toldOf,
  type Wheel,
} from '@riverside/voyage'
import { useEffect, useReducer, useRef, useState } from 'react'
import type { OpenHelm } from './helm.ts'
import './StaffHelm.css'

/** Milliseconds of rest that are watched. */
const restLasts = 3_000

export type StaffHelmProps = {
  readonly helm: OpenHelm
  /** The station's own wheel, as it is read now. */
  readonly wheel: Wheel
  /** Speaks to the station as staff. */
  readonly wire: Wire
  readonly language: Language
  readonly onClose: () => void
}

/** The wheel calibrated on the screen it belongs to, for a kiosk without a second screen. Meanwhile it steers nothing else. */
export function StaffHelm({ helm, wheel, wire, language, onClose }: StaffHelmProps) {
  const say = calibrationWords[language]
  const current = useRef(wheel)
  current.current = wheel
  const [calibrating, tell] = useReducer(
    (now: Calibrating, event: CalibratingEvent) => calibrate(now, event, current.current),
    notCalibrating,
  )
  const [outcome, setOutcome] = useState<'kept' | 'notKept'>()
  const { step } = calibrating
  useEffect(() => helm.mute(), [helm])
  useEffect(() => helm.watch((sight) => tell({ type: 'saw', sight })), [helm])
  useEffect(() => {
    if (step.at !== 'resting') return
    const timer = setTimeout(() => tell({ type: 'rested' }), restLasts)
    return () => clearTimeout(timer)
  }, [step.at])
  const drawn = useRef<HelmHandle>(null)
  const turns = shownTurns(calibrating, wheel)
  useEffect(() => drawn.current?.turnTo(turns * 2 * Math.PI), [turns])

  const begin = () => {
    setOutcome(undefined)
    tell({ type: 'begun' })
  }
  const keep = async () => {
    if (step.at !== 'found') return
    const kept = await call(wire, keepCalibration, { calibration: step.measured.calibration, by: '' })
    setOutcome(kept.ok ? 'kept' : 'notKept')
    if (kept.ok) tell({ type: 'leftOff' })
  }

  const { title, lines } = toldOf(language, calibrating, wheel)
  const silence = silenceOf(language, calibrating, wheel)
  const isIdle = step.at === 'ready' || step.at === 'failed'
  return (
    <section className="stage-helm" lang={language}>
      <CutPanel
        cut={{ name: 'staff helm', width: 1560, height: 900 }}
        ground="paper"
        shadow
        className="stage-helm-sheet"
      >
        <div className="stage-helm-columns">
          <div className="stage-helm-words">
            <h1>{title}</h1>
            <div role="status">
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
              {silence !== undefined && <p className="stage-helm-trouble">{silence}</p>}
              {outcome !== undefined && <p>{say[outcome]}</p>}
            </div>
            <div className="stage-helm-slips">
              {isIdle && (
                <Slip
                  tone="rust"
                  word={step.at === 'ready' ? say.begin : say.again}
                  state={calibrating.device === 'ready' ? 'idle' : 'not-now'}
                  onPress={begin}
                />
              )}
              {step.at === 'turning' && <Slip tone="rust" word={say.turned} onPress={() => tell({ type: 'turned' })} />}
              {step.at === 'found' && <Slip tone="rust" word={say.keep} onPress={() => void keep()} />}
              {step.at === 'found' && <Slip tone="paper-edged" word={say.again} onPress={begin} />}
              <Slip tone="paper-edged" word={say.leave} onPress={onClose} />
            </div>
          </div>
          <BrassHelm radius={290} ref={drawn} />
        </div>
      </CutPanel>
    </section>
  )
}
