import { cutClipPath, frameClipPath } from '../cut/cut-edge.ts'
import { languageOf } from '../language-of.ts'
import { Seal } from './Seal.tsx'
import './TitleSlip.css'

export type TitleSlipProps = {
  /** Chinese lines stand as columns read from the right; English ones lie one below the other. */
  readonly lines: readonly string[]
  /** Size of the letters in design pixels. */
  readonly size?: number
  /** Four characters of a seal, where the title is the screen's own. */
  readonly seal?: string
  /** Another language, smaller, below English lines. */
  readonly beneath?: string
  readonly className?: string
}

/** 题签: the title on paper, with a brick rule inside its cut edge. */
export function TitleSlip({ lines, size = 96, seal, beneath, className = '' }: TitleSlipProps) {
  const language = languageOf(lines.join(''))
  const name = `title ${lines.join(' ')}`
  const longest = Math.max(...lines.map((line) => line.length))
  const upright = language === 'zh'
  const width = upright ? size * (lines.length + 0.6) : size * longest * 0.5
  const height = upright ? size * (longest + 1) : size * (lines.length + 1)
  const clipPath = cutClipPath({ name, width, height, stray: 4.5 })
  return (
    <div
      className={`title-slip ${className}`}
      data-upright={upright || undefined}
      lang={language}
      style={{ fontSize: `calc(var(--u) * ${size})` }}
    >
      <span className="title-slip-shadow" style={{ clipPath }} />
      <span className="title-slip-paper" style={{ clipPath }} />
      <span
        className="title-slip-rule"
        style={{ clipPath: frameClipPath({ name: `${name} rule`, width, height, stray: 1 }, 2.4) }}
      />
      <span className="title-slip-words">
        {lines.map((line) => (
          <span key={line} className="title-slip-line">
            {line}
          </span>
        ))}
        {beneath !== undefined && (
          <span className="title-slip-beneath" lang={languageOf(beneath)}>
            {beneath}
          </span>
        )}
      </span>
      {seal !== undefined && (
        <span className="title-slip-seal">
          <Seal characters={seal} />
        </span>
      )}
    </div>
  )
}
