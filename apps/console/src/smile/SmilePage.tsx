import { readToday, setSmileMode, type Today } from '@riverside/contract'
import { cutClipPath, Mark, Slip } from '@riverside/ui'
import { useCallback, useEffect, useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { CalibrationPage } from './CalibrationPage.tsx'
import { calibrationWords } from './calibration-words.ts'
import './SmilePage.css'

type Mode = Today['smile']['mode']
const modes: readonly Mode[] = ['opt-in', 'ambient', 'off']

const words = {
  zh: {
    title: '笑脸怎么记',
    modes: {
      'opt-in': ['客人自己按', '客人按一下，摄像头开四秒，记完就关。平常就用这个。'],
      ambient: ['门口常开', '走过门口的人都看一眼，只记数，不存图。要有还没到期的评估。'],
      off: ['关着', '一秒都不看。别的展项照常。'],
    } satisfies Record<Mode, readonly [string, string]>,
    chosen: '现在这样',
    compliance: {
      none: '还没有评估记录，或者告示还没有查过，所以不能常开。',
      expired: (day: string) => `评估 ${day} 到期了，所以不能常开。`,
      valid: (day: string) => `评估到 ${day} 为止。`,
    },
    kept: '无论哪一种，图像都不离开读数的程序，写下来的最小一笔是一刻钟的人数。',
    failed: '没有改成，驿站没有回音。现在还是原来那样。',
  },
  en: {
    title: 'How smiles are counted',
    modes: {
      'opt-in': ['By tap', 'A visitor taps, the camera opens for four seconds and closes. The usual way.'],
      ambient: [
        'Always on',
        'Everybody who passes the door is looked at once; only counts are kept. Needs an assessment that has not expired.',
      ],
      off: ['Off', 'Not one second of looking. All other exhibits go on.'],
    } satisfies Record<Mode, readonly [string, string]>,
    chosen: 'as it is now',
    compliance: {
      none: 'There is no assessment on file, or the signs were not checked yet, so it cannot be always on.',
      expired: (day: string) => `The assessment expired on ${day}, so it cannot be always on.`,
      valid: (day: string) => `The assessment holds until ${day}.`,
    },
    kept: 'Either way no picture leaves the reading program; the smallest thing ever written down is a quarter-hour of counts.',
    failed: 'Not changed: the station does not answer. It is as it was.',
  },
} as const

/** 笑脸: how the reader may work. The choice counts at once, on every screen of the station. */
export function SmilePage() {
  const session = useSession()
  const [smile, setSmile] = useState<Today['smile']>()
  const [hasFailed, setFailed] = useState(false)
  const [isCalibrating, setCalibrating] = useState(false)
  const say = words[session.language]

  const look = useCallback(async () => {
    const today = await ask(session, readToday, undefined)
    if (today.ok) setSmile(today.value.smile)
  }, [session])
  useEffect(() => void look(), [look])

  async function choose(mode: Mode): Promise<void> {
    const chosen = await ask(session, setSmileMode, { mode })
    setFailed(!chosen.ok)
    await look()
  }

  if (isCalibrating) return <CalibrationPage onBack={() => setCalibrating(false)} />
  if (!smile) return null
  const expires = smile.expires ?? ''
  const reason = smile.compliance === 'none' ? say.compliance.none : say.compliance[smile.compliance](expires)
  return (
    <div className="smile">
      <h1>{say.title}</h1>
      <div className="smile-modes" role="radiogroup" aria-label={say.title}>
        {modes.map((mode) => {
          const isChosen = mode === smile.mode
          const isBarred = mode === 'ambient' && smile.compliance !== 'valid'
          const [name, about] = say.modes[mode]
          return (
            // biome-ignore lint/a11y/useSemanticElements: a slip of paper, not a round dot
            <button
              key={mode}
              type="button"
              role="radio"
              aria-checked={isChosen}
              aria-disabled={isBarred}
              data-mode={mode}
              onClick={() => !isBarred && !isChosen && void choose(mode)}
            >
              <span
                className="smile-ground"
                style={{ clipPath: cutClipPath({ name: mode, width: 560, height: 380 }) }}
              />
              <span className="smile-name">{name}</span>
              <span className="smile-about">{about}</span>
              {mode === 'ambient' && <span className="smile-about">{reason}</span>}
              {isChosen && (
                <span className="smile-chosen">
                  <Mark name="check" />
                  {say.chosen}
                </span>
              )}
            </button>
          )
        })}
      </div>
      <p className="smile-kept" role="status">
        {hasFailed ? say.failed : say.kept}
      </p>
      <div className="smile-calibrate">
        <Slip
          tone="rust"
          word={calibrationWords[session.language].open}
          state={smile.mode === 'off' ? 'not-now' : 'idle'}
          onPress={() => setCalibrating(true)}
        />
      </div>
    </div>
  )
}
