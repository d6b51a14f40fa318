import {
  adoptDoorCalibration,
  type CalibrationView,
  checkPassages,
  type DoorWatch,
  dropDoorCalibration,
  judgeSubject,
  type Observer,
  skipSubject,
} from '@riverside/contract'
import { observed } from '@riverside/smile'
import { CutPanel, GougeRule, Slip } from '@riverside/ui'
import { useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { calibrationWords } from './calibration-words.ts'
import { useDoorWatch } from './use-door-watch.ts'
import './CalibrationPage.css'

type Seat = 'both' | Observer
const seats: readonly Seat[] = ['both', 'first', 'second']
const observers: readonly Observer[] = ['first', 'second']

/** 校准: two observers judge the framed face, without a picture and without seeing what the machine thinks; then the people counter. */
export function CalibrationPage({ onBack }: { readonly onBack: () => void }) {
  const session = useSession()
  const say = calibrationWords[session.language]
  const { watch, isAway, onWatch } = useDoorWatch()
  const [seat, setSeat] = useState<Seat>('both')
  const [hasFailed, setFailed] = useState(false)
  if (!watch) return <p className="calibration-waiting">{isAway ? say.failed : ''}</p>

  const done = (answer: { ok: true; value: DoorWatch } | { ok: false; error: string }) => {
    // A face that has gone, or was judged already, is seen at the next look; it is no failure.
    setFailed(!answer.ok && answer.error === 'unreachable')
    if (answer.ok) onWatch(answer.value)
  }
  const { round } = watch
  const isJudgeable = watch.isJudgeable && watch.mode !== 'off'
  const here = seat === 'both' ? observers : [seat]
  return (
    <div className="calibration">
      <section className="calibration-face">
        <h1>{say.title(watch.door)}</h1>
        {say.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <FaceFrame watch={watch} />
        <div className="calibration-observers" data-alone={seat !== 'both' || undefined}>
          {here.map((observer) => (
            <fieldset key={observer} disabled={!isJudgeable || watch.answered[observer]}>
              <legend>{say.observers[observer]}</legend>
              {observed.map((answer) => (
                <Slip
                  key={answer}
                  name={`${observer} ${answer}`}
                  tone={answer === 'smiling' ? 'rust' : answer === 'not-smiling' ? 'river' : 'paper-edged'}
                  word={say.answers[answer]}
                  state={!isJudgeable || watch.answered[observer] ? 'not-now' : 'idle'}
                  onPress={() => void ask(session, judgeSubject, { round, observer, answer }).then(done)}
                />
              ))}
              <p role="status">{watch.answered[observer] ? say.answered : ''}</p>
            </fieldset>
          ))}
        </div>
        <div className="calibration-foot">
          <div className="calibration-seats" role="radiogroup" aria-label={say.seats}>
            <span>{say.seats}</span>
            {seats.map((each) => (
              // biome-ignore lint/a11y/useSemanticElements: words on a line, not round dots
              <button key={each} type="button" role="radio" aria-checked={seat === each} onClick={() => setSeat(each)}>
                {say.seat[each]}
              </button>
            ))}
          </div>
          <Slip
            tone="paper-edged"
            size="service"
            word={say.skip}
            state={isJudgeable ? 'idle' : 'not-now'}
            onPress={() => void ask(session, skipSubject, { round }).then(done)}
          />
          <Slip tone="paper-edged" size="service" before="back" word={say.back} onPress={onBack} />
        </div>
      </section>
      <aside className="calibration-ledger">
        <h2>{say.counted}</h2>
        <Tally view={watch.open} />
        <div className="calibration-slips">
          <Slip
            tone="rust"
            size="service"
            word={say.adopt}
            state={watch.open?.state === 'valid' ? 'idle' : 'not-now'}
            onPress={() => void ask(session, adoptDoorCalibration, undefined).then(done)}
          />
          <Slip
            tone="paper-edged"
            size="service"
            word={say.drop}
            state={watch.open ? 'idle' : 'not-now'}
            onPress={() => void ask(session, dropDoorCalibration, undefined).then(done)}
          />
        </div>
        <p className="calibration-in-use">{inUse(say, watch.adopted)}</p>
        <GougeRule className="calibration-rule" />
        <CounterCheck
          counter={watch.counter}
          onDo={(what) => void ask(session, checkPassages, { do: what }).then(done)}
        />
        {hasFailed && (
          <p className="calibration-failed" role="status">
            {say.failed}
          </p>
        )}
      </aside>
    </div>
  )
}

type Say = (typeof calibrationWords)['zh'] | (typeof calibrationWords)['en']

/** Where the face stands, and no picture of it. */
function FaceFrame({ watch }: { readonly watch: DoorWatch }) {
  const say: Say = calibrationWords[useSession().language]
  const { frame } = watch
  const words =
    watch.mode === 'off'
      ? say.off
      : !watch.isSeen
        ? say.waiting
        : frame !== null
          ? undefined
          : watch.isJudgeable
            ? say.gone
            : say.nobody
  const others = Math.max(0, watch.faces - 1)
  return (
    <CutPanel cut={{ name: 'face frame', width: 1040, height: 420 }} ground="ink" className="calibration-frame">
      {frame && (
        <span
          className="calibration-box"
          style={{
            left: `${frame.x * 100}%`,
            top: `${frame.y * 100}%`,
            width: `${frame.width * 100}%`,
            height: `${frame.height * 100}%`,
          }}
        />
      )}
      {words !== undefined && <p role="status">{words}</p>}
      <p className="calibration-light">
        {watch.light && say.lights[watch.light]}
        {frame && others > 0 && `　${say.more(others)}`}
      </p>
    </CutPanel>
  )
}

function Tally({ view }: { readonly view: CalibrationView | null }) {
  const say: Say = calibrationWords[useSession().language]
  const tally = view?.whole
  const smiling = (tally?.smilingSeen ?? 0) + (tally?.smilingMissed ?? 0)
  const unsmiling = (tally?.unsmilingSeen ?? 0) + (tally?.unsmilingMistaken ?? 0)
  return (
    <>
      <dl>
        <div>
          <dt>{say.smiling}</dt>
          <dd>{smiling}</dd>
          <dd>{smiling >= 20 && say.right(tally?.smilingSeen ?? 0, smiling)}</dd>
        </div>
        <div>
          <dt>{say.unsmiling}</dt>
          <dd>{unsmiling}</dd>
          <dd>{unsmiling >= 20 && say.right(tally?.unsmilingSeen ?? 0, unsmiling)}</dd>
        </div>
        <div>
          <dt>{say.agreement}</dt>
          <dd>{view?.kappa == null ? '—' : view.kappa.toFixed(2)}</dd>
          <dd>{view && say.since(view.began)}</dd>
        </div>
        <div>
          <dt>{say.unreadable}</dt>
          <dd>{tally?.unreadable ?? 0}</dd>
          <dd>{view?.lights.map(({ light }) => say.lights[light]).join(' · ')}</dd>
        </div>
      </dl>
      <p className="calibration-state">{say.states[view?.state ?? 'too-few']}</p>
    </>
  )
}

function inUse(say: Say, adopted: CalibrationView | null): string {
  if (adopted === null) return say.noneInUse
  if (adopted.state !== 'valid') return say.states[adopted.state]
  const { smilingSeen, smilingMissed, unsmilingSeen, unsmilingMistaken } = adopted.whole
  return say.inUse(
    adopted.began,
    smilingSeen / (smilingSeen + smilingMissed),
    unsmilingSeen / (unsmilingSeen + unsmilingMistaken),
  )
}

function CounterCheck({
  counter,
  onDo,
}: {
  readonly counter: DoorWatch['counter']
  readonly onDo: (what: 'begin' | 'in' | 'out' | 'end') => void
}) {
  const say = (calibrationWords[useSession().language] as Say).counter
  const isOpen = counter?.isOpen === true
  return (
    <>
      <h2>{say.title}</h2>
      <p>{say.line}</p>
      {counter && (
        <p className="calibration-counts">
          {say.hand} <b>{counter.hand.in}</b> / <b>{counter.hand.out}</b>　{say.machine} <b>{counter.counter.in}</b> /{' '}
          <b>{counter.counter.out}</b>
          <br />
          {say.states[counter.state]}
          {counter.error !== null && counter.state !== 'too-few' && `　${say.error(counter.error)}`}
        </p>
      )}
      <div className="calibration-slips">
        {isOpen ? (
          <>
            <Slip tone="river" name="passage in" word={say.in} onPress={() => onDo('in')} />
            <Slip tone="river" name="passage out" word={say.out} onPress={() => onDo('out')} />
            <Slip tone="paper-edged" size="service" word={say.end} onPress={() => onDo('end')} />
          </>
        ) : (
          <Slip tone="paper-edged" size="service" word={say.begin} onPress={() => onDo('begin')} />
        )}
      </div>
    </>
  )
}
