import type { Words } from '@riverside/kit'
import { cutClipPath, gouge, gougePath, HelmFrame } from '@riverside/ui'
import { Both, type Read } from './Both.tsx'
import { Lantern } from './Lantern.tsx'
import { answerWords, reportWords } from './smile-words.ts'
import './SelfReport.css'

const slip = { width: 166, height: 330 }

/** Rays over a lantern, as many as the answer is above the worst: told apart by shape, not by colour alone. */
const rays = (count: number): string =>
  Array.from({ length: count }, (_, at) => {
    const angle = (at - (count - 1) / 2) * 0.46
    const [x, y] = [Math.sin(angle), -Math.cos(angle)]
    return gougePath(gouge([x * 96, y * 96 - 14], [x * 142, y * 142 - 14], 11))
  }).join('')

/**
 * The five buttons of the self-report: five lanterns of one size, from one that is out to one that shines. They ask for no camera and
 * hold nothing back.
 */
export function SelfReport({
  isPaired,
  framed,
  onAnswer,
  ...read
}: {
  readonly isPaired: boolean
  /** The button the helm is at, as a text from 1 to 5. */
  readonly framed: string | undefined
  readonly onAnswer: (button: number) => void
} & Read) {
  return (
    <>
      <h1 className="smile-title">
        <Both words={reportWords.title} {...read} />
      </h1>
      <p className="smile-report-note" role="status">
        <Both words={isPaired ? reportWords.paired : reportWords.note} {...read} />
      </p>
      <div className="smile-report">
        {answerWords.map((words: Words, at) => {
          const name = `answer ${at + 1}`
          const clipPath = cutClipPath({ name, ...slip, stray: 6 })
          return (
            <button
              key={words.zh}
              type="button"
              className="smile-report-answer"
              data-button={at + 1}
              onClick={() => onAnswer(at + 1)}
            >
              <span className="smile-report-shadow" style={{ clipPath }} />
              <span className="smile-report-ground" style={{ clipPath }} />
              <span className="smile-report-face">
                <svg viewBox="-110 -170 220 280" aria-hidden="true">
                  <path className="smile-report-rays" d={rays(at)} />
                  <Lantern size={100} isLit={at > 0} />
                </svg>
                <span className="smile-report-words">
                  <Both words={words} {...read} />
                </span>
              </span>
              {framed === `${at + 1}` && <HelmFrame name={name} {...slip} />}
            </button>
          )
        })}
      </div>
    </>
  )
}
