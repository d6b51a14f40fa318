import type { Language } from '@riverside/kit'
import { cutClipPath } from '../cut/cut-edge.ts'
import { words } from '../words.ts'
import './PastPresentTag.css'

const bricks = [
  [2, 30, 9],
  [13, 8, 10],
  [7, 52, 11],
  [76, 12, 10],
  [88, 34, 9],
  [70, 70, 12],
  [84, 56, 7],
  [4, 76, 8],
] as const

/** 前世 on brick with its courses, 今生 on river with a clean edge; what is dated stands beside it. */
export function PastPresentTag({
  age,
  language,
  dated,
}: {
  readonly age: 'then' | 'now'
  readonly language: Language
  readonly dated?: string
}) {
  const clipPath = age === 'then' ? cutClipPath({ name: 'then', width: 180, height: 64, stray: 4 }) : undefined
  return (
    <span className="age" data-age={age} lang={language}>
      <span className="age-ground" style={{ clipPath }}>
        {age === 'then' && (
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            {bricks.map(([x, y, width]) => (
              <rect key={`${x} ${y}`} x={x} y={y} width={width} height={11} />
            ))}
          </svg>
        )}
      </span>
      <span className="age-name">{words[language][age]}</span>
      {dated !== undefined && <span className="age-dated">{dated}</span>}
    </span>
  )
}
