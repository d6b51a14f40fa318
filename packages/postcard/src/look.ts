import { z } from 'zod'
import type { Box } from './mark.ts'

/** What is cut round the picture: nothing, 砖 courses, 铁 with rivets, 缆绳. */
export const Frame = z.enum(['plain', 'brick', 'iron', 'rope'])
export type Frame = z.infer<typeof Frame>

/** How much of the message side is the letter's: three columns beside a large picture, or nearly all of it beside a small one. */
export const Room = z.enum(['beside', 'full'])
export type Room = z.infer<typeof Room>

/** 竖写 in columns read from the right, or 横写 in lines. */
export const Ruling = z.enum(['columns', 'lines'])
export type Ruling = z.infer<typeof Ruling>

/** How a card is laid out, as its writer chose it. */
export const CardLook = z.strictObject({ frame: Frame, room: Room, ruling: Ruling })
export type CardLook = z.infer<typeof CardLook>

export const plainLook: CardLook = { frame: 'plain', room: 'beside', ruling: 'columns' }

/** Where things lie on the message side, in millimetres. Columns are read from the right, lines from the top. */
export type MessageSide = {
  readonly picture: Box
  /** All that is ruled for writing. */
  readonly letter: Box
  /** From one rule to the next. */
  readonly columnPitch: number
  readonly linePitch: number
  readonly captionBaseline: number
  readonly cachet: { readonly x: number; readonly y: number; readonly radius: number; readonly turned: number }
}

const sides: Record<Room, MessageSide> = {
  beside: {
    picture: { x: 6, y: 6, width: 100, height: 84 },
    letter: { x: 108, y: 7, width: 34.5, height: 86 },
    columnPitch: 11.5,
    linePitch: 10.75,
    captionBaseline: 95.4,
    cachet: { x: 125.6, y: 82.4, radius: 9.6, turned: -9 },
  },
  full: {
    picture: { x: 6, y: 6, width: 50, height: 42 },
    letter: { x: 61, y: 7, width: 81, height: 86 },
    columnPitch: 10.125,
    linePitch: 9.55,
    captionBaseline: 52.6,
    cachet: { x: 43.2, y: 84, radius: 9.6, turned: -9 },
  },
}

export const messageSideOf = (room: Room): MessageSide => sides[room]

/**
 * Squares to write one character in each, in the order in which they are written: as wide as a column, or half as wide again for
 * hands that write large. They help on the glass and are never printed.
 */
export function characterBoxes({ room, ruling }: Pick<CardLook, 'room' | 'ruling'>, size: 'one' | 'large'): Box[] {
  const { letter, columnPitch, linePitch } = sides[room]
  const pitch = ruling === 'columns' ? columnPitch : linePitch
  const along = ruling === 'columns' ? letter.width : letter.height
  const rows = Math.max(1, Math.floor(along / (size === 'one' ? pitch : pitch * 1.5) + 0.01))
  const side = along / rows
  const inRow = Math.floor((ruling === 'columns' ? letter.height : letter.width) / side + 0.01)
  return Array.from({ length: rows * inRow }, (_, at) => {
    const [row, place] = [Math.floor(at / inRow), at % inRow]
    return ruling === 'columns'
      ? { x: letter.x + letter.width - (row + 1) * side, y: letter.y + place * side, width: side, height: side }
      : { x: letter.x + place * side, y: letter.y + row * side, width: side, height: side }
  })
}
