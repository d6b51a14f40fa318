import type { Card } from './compose.ts'
import type { CardSide, Mark } from './mark.ts'
import { type Ruler, rulerStart, rulers } from './print-calibration.ts'
import { cardSize } from './stroke.ts'

/**
 * The calibration sheet: on each face eight rulers that run out over the card's edges, so that the edge of the paper can be read on
 * them, and a frame by which a crooked print is seen at once.
 * @param number of the sheet, printed on it so that two are not mixed up
 */
export const calibrationSheet = (number: number): Card => ({
  front: face(number, { zh: '正面', en: 'FRONT' }),
  back: face(number, { zh: '背面', en: 'BACK' }),
})

function face(number: number, side: { readonly zh: string; readonly en: string }): CardSide {
  return { ...cardSize, marks: [...frame(), ...rulers.flatMap(ruler), ...words(number, side)] }
}

const line = (path: string, width = 0.15): Mark => ({ mark: 'line', path, ink: 'ink', width, part: 'frame' })

/** The frame through the crosses, and a cross in the middle. */
function frame(): readonly Mark[] {
  const { width, height } = cardSize
  const [right, bottom] = [width - 2 * rulerStart, height - 2 * rulerStart]
  return [
    line(`M${rulerStart} ${rulerStart}h${right}v${bottom}h${-right}Z`, 0.1),
    line(`M${width / 2 - 4} ${height / 2}h8M${width / 2} ${height / 2 - 4}v8`),
  ]
}

/** Millimetres beyond the cross to which a ruler runs: the edge, and the bleed. */
const rulerEnd = rulerStart + cardSize.bleed

/** A tick each half millimetre, longer each millimetre, longest each five; every second one has its number. */
function ruler({ name, edge, at }: Ruler): readonly Mark[] {
  const spot = (out: number, aside: number) => placed(edge, at, out, aside)
  const between = (from: readonly [number, number], to: readonly [number, number]) =>
    `M${from[0]} ${from[1]}L${to[0]} ${to[1]}`
  const ticks = Array.from({ length: rulerEnd * 2 + 1 }, (_, half) => {
    const out = half / 2
    const long = half % 10 === 0 ? 3.4 : half % 2 === 0 ? 2.4 : 1.3
    return between(spot(out, 0), spot(out, long))
  })
  const numbers = [2, 4, 6, 8, 10].map((out): Mark => {
    const [x, y] = spot(out, 4.9)
    return text(String(out), x, y + 0.7, 2)
  })
  const [x, y] = spot(-3.4, 0)
  return [
    line(between(spot(-1.6, 0), spot(rulerEnd, 0))),
    line(between(spot(0, -1.6), spot(0, 1.6))),
    line(ticks.join(''), 0.1),
    ...numbers,
    text(name, x, y + 1.5, 4.4, 'song-black'),
  ]
}

/** `out` millimetres from the cross towards the edge, `aside` of them towards the middle of that edge. */
function placed(edge: Ruler['edge'], at: number, out: number, aside: number): readonly [number, number] {
  const { width, height } = cardSize
  const alongTop = at + (at < width / 2 ? aside : -aside)
  const alongSide = at + (at < height / 2 ? aside : -aside)
  switch (edge) {
    case 'top':
      return [alongTop, rulerStart - out]
    case 'bottom':
      return [alongTop, height - rulerStart + out]
    case 'left':
      return [rulerStart - out, alongSide]
    case 'right':
      return [width - rulerStart + out, alongSide]
  }
}

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  face: Extract<Mark, { mark: 'text' }>['face'] = 'latin',
): Mark => ({ mark: 'text', text: words, x, y, size, face, ink: 'ink', anchor: 'middle', part: 'caption' })

function words(number: number, side: { readonly zh: string; readonly en: string }): readonly Mark[] {
  const x = cardSize.width / 2
  return [
    text(`校准页 ${number} · ${side.zh}`, x, 28, 5, 'song-black'),
    text(`Calibration sheet ${number} · ${side.en}`, x, 33.5, 3.2),
    text('纸边切在尺子的第几格，就在值班台填几，估到四分之一格。', x, 66, 3.4, 'sans'),
    text('纸边外面露白的，量一量白边，加在 10 上。', x, 71.5, 3.4, 'sans'),
    text('Read each ruler where the edge of the paper cuts it, to a quarter millimetre.', x, 78, 2.7),
    text('Where white shows beyond the ruler, measure it and add it to 10.', x, 82.4, 2.7),
  ]
}
