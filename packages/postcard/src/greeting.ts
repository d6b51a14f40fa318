import { z } from 'zod'
import { messageSideOf, type Room } from './look.ts'
import { type Box, emsOf, isWide, type Mark } from './mark.ts'

/** Signs of a printed greeting: a card has room for three short lines. */
const longest = 72

/**
 * One line in print, chosen from the pack or typed: letters, figures, marks and spaces of any script. What has no outline in the bundled
 * faces is named by whoever draws the letters; pictures such as emoji are refused here.
 */
export const Greeting = z
  .string()
  .trim()
  .min(1)
  .max(longest)
  .refine((text) => /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}]+$/u.test(text), 'letters, figures and punctuation, and no pictures')
export type Greeting = z.infer<typeof Greeting>

/**
 * A greeting in print: on a slip pasted over the picture, upright at its upper right where it is Chinese, else level at its lower left; in
 * the full room, where the picture is small, in lines under it.
 */
export function greetingMarks(greeting: string, room: Room): Mark[] {
  const { picture } = messageSideOf(room)
  if (room === 'full') return under(greeting, picture)
  return [...greeting].some(isWide) ? upright(greeting, picture) : level(greeting, picture)
}

const ink = { mark: 'text', ink: 'ink', part: 'greeting' } as const

/** 题签: columns of Han, read from the right. */
function upright(greeting: string, picture: Box): Mark[] {
  const size = 4.9
  const pitch = { down: 5.35, across: 7 }
  const columns = evenly(greeting, 12)
  const rows = Math.max(...columns.map((column) => [...column].length))
  const slip = {
    x: picture.x + picture.width - 7.5 - columns.length * pitch.across - 3,
    y: picture.y + 7,
    width: columns.length * pitch.across + 3.4,
    height: rows * pitch.down + 5.6,
  }
  return [
    ...pasted(slip),
    ...columns.flatMap((column, at) =>
      [...column].map((character, row): Mark => {
        const x = slip.x + slip.width - 1.7 - (at + 0.5) * pitch.across
        const y = slip.y + 2.8 + row * pitch.down
        return { ...ink, text: character, ...standing(character, x, y, size), size, face: 'song-black' }
      }),
    ),
  ]
}

/** Marks that lie in a corner of their square change corners when the line runs down, and strokes that run level run down. */
function standing(character: string, x: number, top: number, size: number) {
  const middle = { x, y: top + size * 0.88 }
  if ('，。、；：！？'.includes(character))
    return { x: x + size * 0.58, y: middle.y - size * 0.55, anchor: 'middle' as const }
  const centre = { x, y: top + size * 0.5 }
  if ('—…“”‘’（）《》〈〉-–'.includes(character) || /[A-Za-z]/.test(character))
    return { ...middle, anchor: 'middle' as const, turned: { by: 90, ...centre } }
  return { ...middle, anchor: 'middle' as const }
}

function level(greeting: string, picture: Box): Mark[] {
  const size = 4.1
  const lines = evenly(greeting, 17)
  const width = Math.max(...lines.map(emsOf)) * size + 8
  const slip = {
    x: picture.x + 6.5,
    y: picture.y + picture.height - 6.5 - lines.length * 5.6 - 4.4,
    width,
    height: lines.length * 5.6 + 4.4,
  }
  return [
    ...pasted(slip),
    ...lines.map(
      (text, at): Mark => ({
        ...ink,
        text,
        x: slip.x + slip.width / 2,
        y: slip.y + 6.2 + at * 5.6,
        size,
        face: 'latin',
        anchor: 'middle',
      }),
    ),
  ]
}

function under(greeting: string, picture: Box): Mark[] {
  const isHan = [...greeting].some(isWide)
  const size = isHan ? 4 : 3.8
  return evenly(greeting, picture.width / size).map(
    (text, at): Mark => ({
      ...ink,
      text,
      x: picture.x,
      y: picture.y + picture.height + 15.4 + at * 5.1,
      size,
      face: isHan ? 'song-black' : 'latin',
      anchor: 'start',
    }),
  )
}

/** A slip of paper cut by hand, its shadow beside it, with a rule of brick inside. */
function pasted({ x, y, width, height }: Box): Mark[] {
  const cut = (dx: number, dy: number) =>
    `M${mm(x + dx)} ${mm(y + 0.25 + dy)}L${mm(x + width * 0.6 + dx)} ${mm(y + dy)}L${mm(x + width + dx)} ${mm(y + 0.2 + dy)}L${mm(x + width - 0.2 + dx)} ${mm(y + height * 0.55 + dy)}L${mm(x + width + dx)} ${mm(y + height + dy)}L${mm(x + width * 0.4 + dx)} ${mm(y + height - 0.25 + dy)}L${mm(x + 0.1 + dx)} ${mm(y + height + dy)}Z`
  return [
    { mark: 'fill', path: cut(0.5, 0.6), ink: 'ink', strength: 0.5, part: 'greeting' },
    { mark: 'fill', path: cut(0, 0), ink: 'paper', part: 'greeting' },
    {
      mark: 'line',
      path: `M${mm(x + 1)} ${mm(y + 1.1)}H${mm(x + width - 1)}V${mm(y + height - 1.1)}H${mm(x + 1)}Z`,
      ink: 'brick',
      width: 0.26,
      part: 'greeting',
    },
  ]
}

/**
 * As few lines of at most `ems` as there must be, near to equally long, and rather broken after a mark than inside a clause. A mark stays
 * with what it closes, and a word is never cut.
 */
function evenly(text: string, ems: number): string[] {
  const pieces = text.match(/[⺀-￿](?:[，。、；：？！）》」』”’])*|\s+|[^\s⺀-￿]+/gu) ?? []
  const least = Math.max(1, Math.ceil(emsOf(text) / ems - 0.01))
  for (let count = least; count < pieces.length; count++) {
    const found = parted(pieces, count, emsOf(text) / count, ems)
    if (found) return [...found.lines]
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

type Parted = { readonly lines: readonly string[]; readonly cost: number }

/** The best way to part pieces into so many lines, by how far each is from `aim` and whether it ends with a mark. */
function parted(pieces: readonly string[], count: number, aim: number, most: number): Parted | undefined {
  if (count === 1) {
    const line = pieces.join('').trim()
    return emsOf(line) > most ? undefined : { lines: [line], cost: (emsOf(line) - aim) ** 2 }
  }
  let best: Parted | undefined
  for (let end = 1; end < pieces.length; end++) {
    const line = pieces.slice(0, end).join('').trim()
    const length = emsOf(line)
    if (length > most) break
    // What would leave a line of less than a third is no way to part anything.
    if (length < aim / 3) continue
    const rest = parted(pieces.slice(end), count - 1, aim, most)
    if (!rest) continue
    const cost = (length - aim) ** 2 + (/[，。；！？,.;!?]$/.test(line) ? 0 : 6) + rest.cost
    if (!best || cost < best.cost) best = { lines: [line, ...rest.lines], cost }
  }
  return best
}

const mm = (value: number): number => Math.round(value * 1000) / 1000
