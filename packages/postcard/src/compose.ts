import { cachet } from './cachet.ts'
import type { Draft, StationWords } from './draft.ts'
import { frameMarks } from './frame.ts'
import { greetingMarks } from './greeting.ts'
import { type CardLook, messageSideOf, plainLook } from './look.ts'
import { type Box, type CardSide, emsOf, type Mark } from './mark.ts'
import { outlineOf } from './outline.ts'
import type { CardScene } from './scene.ts'
import { cardSize, type Stroke } from './stroke.ts'

/** Where things lie on the address side, in millimetres. */
export const addressSide = {
  /** Kept clear round the postcode for the post's machines: from the upper left corner. */
  clear: { width: 80, height: 26 },
  boxes: { x: 10, y: 8, width: 7.5, height: 9, pitch: 9.4, count: 6 },
  stamp: { x: 116, y: 8, width: 24, height: 30 },
  addressLines: { left: 78, right: 140, first: 56, pitch: 12, count: 3 },
  divider: { x: 72, top: 32, bottom: 92 },
  note: { x: 10, top: 34 },
} as const

export type Card = { readonly front: CardSide; readonly back: CardSide }

/** The whole card as two lists of marks. Screen, print and phone draw these and nothing else. */
export function compose(draft: Draft, scene: CardScene, station: StationWords): Card {
  return { front: side(front(draft, scene, station)), back: side(back(draft, scene, station)) }
}

const side = (marks: readonly Mark[]): CardSide => ({ ...cardSize, marks })

const ground: Mark = {
  mark: 'fill',
  path: `M${-cardSize.bleed} ${-cardSize.bleed}H${cardSize.width + cardSize.bleed}V${cardSize.height + cardSize.bleed}H${-cardSize.bleed}Z`,
  ink: 'paper',
  part: 'ground',
}

function front(draft: Draft, scene: CardScene, station: StationWords): Mark[] {
  const look = draft.look ?? plainLook
  const { picture, captionBaseline, cachet: place } = messageSideOf(look.room)
  return [
    ground,
    { mark: 'picture', picture: scene.picture, ...picture },
    ...frameMarks(look.frame, picture),
    ...(draft.greeting === undefined ? [] : greetingMarks(draft.greeting, look.room)),
    ...rules(look),
    ...caption(scene, picture, captionBaseline),
    ...draft.strokes.map(writing),
    ...cachet(
      { station: station.name.zh, date: dotted(draft.date), line: draft.language === 'zh' ? '到此留影' : 'I WAS HERE' },
      place,
    ),
  ]
}

/** The rules are lens-shaped cuts: 0.16 mm in the middle, nothing at the ends. */
function rules({ room, ruling }: CardLook): Mark[] {
  const { letter, columnPitch, linePitch } = messageSideOf(room)
  const cut = { mark: 'fill', ink: 'rust', strength: 0.75, part: 'frame' } as const
  if (ruling === 'columns') {
    const middle = letter.y + letter.height / 2
    const bottom = letter.y + letter.height
    return Array.from({ length: Math.round(letter.width / columnPitch) + 1 }, (_, at): Mark => {
      const x = fine(letter.x + at * columnPitch)
      return {
        ...cut,
        path: `M${x} ${letter.y}Q${fine(x + 0.16)} ${middle} ${x} ${bottom}Q${fine(x - 0.16)} ${middle} ${x} ${letter.y}Z`,
      }
    })
  }
  const middle = letter.x + letter.width / 2
  const right = letter.x + letter.width
  // The first line is the top of the letter's room, and needs no rule.
  return Array.from({ length: Math.round(letter.height / linePitch) }, (_, at): Mark => {
    const y = fine(letter.y + (at + 1) * linePitch)
    return {
      ...cut,
      path: `M${letter.x} ${y}Q${middle} ${fine(y + 0.16)} ${right} ${y}Q${middle} ${fine(y - 0.16)} ${letter.x} ${y}Z`,
    }
  })
}

/** The name in both languages under the picture, one beside the other where there is room; what it shows is told on the other side. */
function caption(scene: CardScene, picture: Box, baseline: number): Mark[] {
  const line = { ink: 'ink', anchor: 'start', part: 'caption' } as const
  const { zh, en } = scene.title
  const aside = picture.width - emsOf(zh) * 3.3 - 4
  const isAside = picture.width >= 80
  const size = {
    zh: isAside ? 3.3 : Math.min(3.3, picture.width / emsOf(zh)),
    en: Math.min(isAside ? 3.05 : 2.7, (isAside ? aside : picture.width) / emsOf(en)),
  }
  return [
    { mark: 'text', text: zh, x: picture.x, y: baseline, size: size.zh, face: 'song', ...line },
    {
      mark: 'text',
      text: en,
      x: isAside ? picture.x + emsOf(zh) * size.zh + 4 : picture.x,
      y: isAside ? baseline : baseline + 4,
      size: size.en,
      face: 'latin',
      ...line,
    },
  ]
}

/** A pencil lets the paper's tooth show through; brush and pen cover. */
const writing = (stroke: Stroke): Mark => ({
  mark: 'fill',
  path: outlineOf(stroke),
  ink: stroke.ink,
  ...(stroke.pen === 'pencil' ? { strength: 0.78 } : {}),
  part: 'writing',
})

function back(draft: Draft, scene: CardScene, station: StationWords): Mark[] {
  return [ground, ...postcodeBoxes(), ...stampBox(draft), ...addressLines(), ...note(scene, station)]
}

function postcodeBoxes(): Mark[] {
  const { x, y, width, height, pitch, count } = addressSide.boxes
  return Array.from({ length: count }, (_, at) => ({
    mark: 'line',
    path: `M${x + at * pitch} ${y}h${width}v${height}h${-width}Z`,
    ink: 'rust',
    width: 0.4,
    part: 'postal',
  }))
}

function stampBox(draft: Draft): Mark[] {
  const { x, y, width, height } = addressSide.stamp
  const middle = { x: x + width / 2, ink: 'ink', anchor: 'middle', strength: 0.6, part: 'postal' } as const
  return [
    {
      mark: 'line',
      path: `M${x} ${y}h${width}v${height}h${-width}Z`,
      ink: 'ink',
      width: 0.25,
      strength: 0.6,
      dash: [1.2, 0.9],
      part: 'postal',
    },
    draft.language === 'zh'
      ? { mark: 'text', text: '贴邮票处', y: y + height / 2 + 1, size: 3, face: 'sans', ...middle }
      : { mark: 'text', text: 'Stamp', y: y + height / 2 + 1, size: 3.2, face: 'latin', ...middle },
  ]
}

function addressLines(): Mark[] {
  const { left, right, first, pitch, count } = addressSide.addressLines
  const { x, top, bottom } = addressSide.divider
  const lines = Array.from({ length: count }, (_, at): Mark => {
    const y = first + at * pitch
    const middle = (left + right) / 2
    return {
      mark: 'fill',
      path: `M${left} ${y}Q${middle} ${y + 0.16} ${right} ${y}Q${middle} ${y - 0.16} ${left} ${y}Z`,
      ink: 'ink',
      strength: 0.55,
      part: 'postal',
    }
  })
  const middle = (top + bottom) / 2
  return [
    {
      mark: 'fill',
      path: `M${x} ${top}Q${x + 0.2} ${middle} ${x} ${bottom}Q${x - 0.2} ${middle} ${x} ${top}Z`,
      ink: 'rust',
      strength: 0.75,
      part: 'postal',
    },
    ...lines,
  ]
}

/** What the picture is, under the clear zone on the left; who made the card, at the foot. */
function note(scene: CardScene, station: StationWords): Mark[] {
  const { x, top } = addressSide.note
  const zh = broken(scene.caption.zh, 16).slice(0, 4)
  const en = broken(`${scene.title.en}. ${scene.caption.en}`, 17).slice(0, 5)
  const line = { x, ink: 'ink', anchor: 'start', part: 'caption' } as const
  const below = top + 5.4 + zh.length * 5
  return [
    { mark: 'text', text: scene.title.zh, y: top + 2, size: 4.2, face: 'song-black', ...line },
    ...zh.map((text, at): Mark => ({ mark: 'text', text, y: top + 8.4 + at * 5, size: 3.3, face: 'sans', ...line })),
    ...en.map(
      (text, at): Mark => ({ mark: 'text', text, y: below + 4.6 + at * 4.4, size: 3.1, face: 'latin', ...line }),
    ),
    { mark: 'text', text: `滨江驿站 · ${station.name.zh}`, y: 88, size: 3, face: 'song', ...line },
    { mark: 'text', text: station.name.en, y: 92, size: 2.8, face: 'latin', ...line, strength: 0.75 },
  ]
}

/** Breaks a text into lines of at most `ems`, between words where there are words, never before a closing sign. */
function broken(text: string, ems: number): string[] {
  const pieces = text.match(/[⺀-￿](?:[，。、；：？！）》」』”’])*|\s+|[^\s⺀-￿]+/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && emsOf(line + piece) > ems) {
      lines.push(line.trim())
      line = piece.trimStart()
    } else line += line === '' ? piece.trimStart() : piece
  }
  return line.trim() === '' ? lines : [...lines, line.trim()]
}

const fine = (value: number): number => Math.round(value * 1000) / 1000

/** 2026-03-14 → 2026.3.14, as a cachet is cut. */
export const dotted = (date: string): string =>
  date
    .split('-')
    .map((part) => String(Number(part)))
    .join('.')
