import { type CardSide, cardInks, type Mark, type Part } from '@riverside/postcard'
import { memo } from 'react'
import type { CardLetters } from './card-letters.ts'

export type CardFaceViewProps = {
  readonly side: CardSide
  readonly letters: CardLetters
  /** Where a picture of the pack is had. */
  readonly mediaAddress: (path: string) => string
  /** What is not on the card yet, or lies on a sheet of its own. */
  readonly without?: readonly Part[]
  /** Nothing but these. */
  readonly only?: readonly Part[]
  /** Left out where another view of the same side says it already. */
  readonly label?: string
}

/** One side of the card, drawn from the same marks and the same letters as the print. */
export const CardFaceView = memo(function CardFaceView({
  side,
  letters,
  mediaAddress,
  without = [],
  only,
  label,
}: CardFaceViewProps) {
  const marks = side.marks.filter((mark) =>
    mark.mark === 'picture' ? only === undefined : (only?.includes(mark.part) ?? !without.includes(mark.part)),
  )
  return (
    <svg
      className="postcard-face"
      viewBox={`0 0 ${side.width} ${side.height}`}
      role={label === undefined ? 'presentation' : 'img'}
      aria-label={label}
    >
      {marks.map((mark, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have no name but their place, and never change it
        <MarkView key={at} mark={mark} letters={letters} mediaAddress={mediaAddress} />
      ))}
    </svg>
  )
})

function MarkView({
  mark,
  letters,
  mediaAddress,
}: Pick<CardFaceViewProps, 'letters' | 'mediaAddress'> & { readonly mark: Mark }) {
  switch (mark.mark) {
    case 'picture':
      return (
        <image
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          preserveAspectRatio="xMidYMid slice"
          href={mediaAddress(mark.picture)}
        />
      )
    case 'fill':
      return <path d={mark.path} fill={cardInks[mark.ink]} fillOpacity={mark.strength} />
    case 'line':
      return (
        <path
          d={mark.path}
          fill="none"
          stroke={cardInks[mark.ink]}
          strokeWidth={mark.width}
          strokeOpacity={mark.strength}
          strokeDasharray={mark.dash?.join(' ')}
        />
      )
    case 'text': {
      const outline = letters(mark.text, mark.face)
      if (outline === undefined) return null
      const before = { start: 0, middle: 0.5, end: 1 }[mark.anchor] * outline.width * mark.size
      const turned = mark.turned ? `rotate(${mark.turned.by} ${mark.turned.x} ${mark.turned.y}) ` : ''
      return (
        <path
          d={outline.path}
          transform={`${turned}translate(${mark.x - before} ${mark.y}) scale(${mark.size})`}
          fill={cardInks[mark.ink]}
          fillOpacity={mark.strength}
        />
      )
    }
  }
}
