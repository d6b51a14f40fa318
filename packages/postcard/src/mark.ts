import { z } from 'zod'
import type { InkName } from './stroke.ts'

/** The inks of a card as they are printed and shown. */
export const cardInks = {
  paper: '#F4EBDD',
  ink: '#10212B',
  rust: '#B4502E',
  river: '#1F4E5A',
  red: '#B5121B',
  brick: '#7E2F23',
  brass: '#C79A4B',
} as const satisfies Record<InkName | 'paper' | 'red' | 'brick' | 'brass', `#${string}`>
export type CardInk = keyof typeof cardInks

/** 宋 for names, 黑 for small print, Latin beside either. Each draws what it has; Han falls to its own face. */
export const CardFace = z.enum(['song', 'song-black', 'sans', 'latin', 'latin-strong'])
export type CardFace = z.infer<typeof CardFace>

/** Millimetres of the card. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** One thing on a face, in millimetres from the upper left corner of the trimmed card, drawn in order. */
export type Mark =
  | ({
      readonly mark: 'picture'
      /** As the scene names it. */
      readonly picture: string
    } & Box)
  /** SVG path data; filled by the non-zero rule. `strength` below 1 lets the paper through. */
  | {
      readonly mark: 'fill'
      readonly path: string
      readonly ink: CardInk
      readonly strength?: number
      readonly part: Part
    }
  | {
      readonly mark: 'line'
      readonly path: string
      readonly ink: CardInk
      readonly width: number
      readonly strength?: number
      readonly dash?: readonly [number, number]
      readonly part: Part
    }
  | {
      readonly mark: 'text'
      readonly text: string
      readonly x: number
      /** The baseline. */
      readonly y: number
      /** Height of the em square in millimetres. */
      readonly size: number
      readonly face: CardFace
      readonly ink: CardInk
      readonly anchor: 'start' | 'middle' | 'end'
      /** Degrees clockwise round `pivot`. */
      readonly turned?: { readonly by: number; readonly x: number; readonly y: number }
      readonly strength?: number
      readonly part: Part
    }

/** What a mark belongs to: a screen leaves out what is not there yet, such as the cachet while one is writing. */
export type Part = 'ground' | 'frame' | 'greeting' | 'caption' | 'writing' | 'cachet' | 'postal'

/** One side of the card, ready to be drawn by anything that knows lines, fills, letters and one picture. */
export type CardSide = {
  readonly width: number
  readonly height: number
  readonly bleed: number
  readonly marks: readonly Mark[]
}

/** The width of a line of text in em squares, near enough to place things: Han and full-width signs 1, the rest about half. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isWide(character) ? 1 : character === ' ' ? 0.25 : 0.52), 0)

export const isWide = (character: string): boolean => (character.codePointAt(0) ?? 0) >= 0x2e80
