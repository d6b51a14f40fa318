import { cutClipPath, frameClipPath } from '../cut/cut-edge.ts'
import { gouge, gougePath } from '../cut/gouge.ts'
import { HelmFrame } from '../cut/HelmFrame.tsx'
import { languageOf } from '../language-of.ts'
import { Mark, type MarkName } from '../marks/Mark.tsx'
import './Slip.css'

export type SlipProps = {
  readonly word: string
  /** The other language, below, where the slip is the main action. */
  readonly under?: string
  readonly onPress: () => void
  /**
   * The ground. `rust` is the one thing to do on a screen; `ink-edged` lies on dark grounds, `paper-edged` on paper.
   */
  readonly tone?: 'rust' | 'river' | 'ink' | 'brick' | 'red' | 'paper' | 'ink-edged' | 'paper-edged'
  readonly size?: 'main' | 'ordinary' | 'service'
  /** `not-now` cannot be pressed; `trouble` can, and the reason stands beside it in words. */
  readonly state?: 'idle' | 'not-now' | 'trouble'
  /** The helm has chosen it. */
  readonly helmed?: boolean
  readonly before?: MarkName
  readonly after?: MarkName
  /** What its edge is cut for; two slips with the same word want two names. */
  readonly name?: string
  /** For those who hear the screen, where the word alone would not do. */
  readonly label?: string
  readonly className?: string
}

const measures = {
  main: { width: 400, height: 140 },
  ordinary: { width: 260, height: 104 },
  service: { width: 150, height: 88 },
} as const

const hatch = Array.from({ length: 7 }, (_, i) =>
  gougePath(gouge([3, 8 + i * 14], [97 - (i % 3), 8 + i * 14], 2.4)),
).join('')

/** A button is a slip of paper: knife-cut, flat, with a second impression for its shadow. It answers in the frame it is touched. */
export function Slip(props: SlipProps) {
  const {
    word,
    under,
    onPress,
    tone = 'ink',
    size = 'ordinary',
    state = 'idle',
    helmed = false,
    before,
    after,
    label,
  } = props
  const name = props.name ?? word
  const { width, height } = measures[size]
  const clipPath = cutClipPath({ name, width, height, stray: size === 'service' ? 4 : 5 })
  const edge = state === 'trouble' ? 4 : tone === 'ink-edged' || tone === 'paper-edged' ? 2.6 : undefined
  return (
    <button
      type="button"
      className={`slip ${props.className ?? ''}`}
      data-tone={tone}
      data-size={size}
      data-state={state}
      aria-disabled={state === 'not-now'}
      aria-label={label}
      onClick={() => state !== 'not-now' && onPress()}
    >
      <span className="slip-shadow" style={{ clipPath }} />
      <span className="slip-body">
        <span className="slip-face" style={{ clipPath }} />
        {edge !== undefined && (
          <span
            className="slip-edge"
            style={{ clipPath: frameClipPath({ name, width, height, stray: size === 'service' ? 4 : 5 }, edge) }}
          />
        )}
        {state === 'not-now' && (
          <svg className="slip-hatch" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path d={hatch} />
          </svg>
        )}
        <span className="slip-words">
          <span className="slip-word" lang={languageOf(word)}>
            {before !== undefined && <Mark name={before} />}
            <span>{word}</span>
            {after !== undefined && <Mark name={after} />}
          </span>
          {under !== undefined && (
            <span className="slip-under" lang={languageOf(under)}>
              {under}
            </span>
          )}
        </span>
      </span>
      {helmed && <HelmFrame name={name} width={width} height={height} />}
    </button>
  )
}
