import { type CardLook, cardSize, characterBoxes } from '@riverside/postcard'

/** 米字格 on the glass over the card: a square for each character, with its middle lines and diagonals. Never on the card itself. */
export function CharacterBoxes({ look, size }: { readonly look: CardLook; readonly size: 'one' | 'large' }) {
  const boxes = characterBoxes(look, size)
  const squares = boxes.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}Z`).join('')
  const inner = boxes
    .map(({ x, y, width, height }) => {
      const [right, bottom, middle, half] = [x + width, y + height, x + width / 2, y + height / 2]
      return `M${x} ${y}L${right} ${bottom}M${right} ${y}L${x} ${bottom}M${middle} ${y}V${bottom}M${x} ${half}H${right}`
    })
    .join('')
  return (
    <svg className="postcard-boxes" viewBox={`0 0 ${cardSize.width} ${cardSize.height}`} aria-hidden="true">
      <path d={inner} className="postcard-boxes-inner" />
      <path d={squares} />
    </svg>
  )
}
