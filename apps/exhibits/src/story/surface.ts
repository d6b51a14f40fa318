import { isClear, type Surface } from '@riverside/story'
import { inks, mix, notNowWords } from '@riverside/ui'
import type { CSSProperties } from 'react'

/** The inks of the room on one surface, by what they do there. Its CSS variables bear the names of the tokens they stand in for. */
export type SurfaceInks = {
  /** Behind everything; where the surface can be clear, it is clear here. */
  readonly ground: string
  /** Words on the ground, and the paper of slips. */
  readonly paper: string
  /** Words on paper, and the ground of dark slips. */
  readonly ink: string
  /** Words that stand back. */
  readonly mist: string
  /** Words not told yet. */
  readonly quiet: string
  /** Words on red. */
  readonly onRed: string
  /** The iron frame of the tray: lit edge, sides, shade. */
  readonly iron: readonly [string, string, string]
}

const black = '#000000'
const white = '#ffffff'

/** Clear where black: nothing on it can be darker than what is behind it, so words are as bright as it can be, and dark grounds are none. */
const onBlack: SurfaceInks = {
  ground: black,
  paper: white,
  ink: black,
  mist: mix(inks.mist, white, 0.2),
  quiet: mix(inks.mist, inks.river, 0.12),
  onRed: white,
  iron: [mix(inks.mist, inks.ink, 0.42), mix(inks.mist, inks.ink, 0.56), mix(inks.mist, inks.ink, 0.7)],
}

export const surfaceInks: Readonly<Record<Surface, SurfaceInks>> = {
  opaque: {
    ground: '#060c10',
    paper: inks.paper,
    ink: inks.ink,
    mist: inks.mist,
    quiet: mix(inks.ink, inks.mist, 0.66),
    onRed: inks.paper,
    iron: ['#37474f', '#27363e', '#0c171e'],
  },
  'transparent-oled': onBlack,
  hologram: { ...onBlack, paper: inks.paper, quiet: mix(inks.mist, inks.ink, 0.16), onRed: white },
  // White is clear: what was cut light on dark is cut dark on light.
  'transparent-lcd': {
    ground: white,
    paper: inks.ink,
    ink: white,
    mist: mix(inks.ink, inks.river, 0.4),
    quiet: notNowWords,
    onRed: white,
    iron: [mix(inks.ink, inks.mist, 0.3), mix(inks.ink, inks.mist, 0.16), inks.ink],
  },
}

type InkName = Exclude<keyof SurfaceInks, 'iron'>

/** Which words stand on which ground in the room, and what the eye needs there, whatever is behind the surface. */
export const surfacePairs: readonly {
  readonly words: InkName
  readonly ground: InkName | 'red'
  readonly atLeast: number
}[] = [
  { words: 'paper', ground: 'ground', atLeast: 4.5 },
  { words: 'mist', ground: 'ground', atLeast: 4.5 },
  { words: 'quiet', ground: 'ground', atLeast: 4.5 },
  { words: 'paper', ground: 'ink', atLeast: 4.5 },
  { words: 'ink', ground: 'paper', atLeast: 4.5 },
  { words: 'onRed', ground: 'red', atLeast: 4.5 },
]

/** What the room's own element bears, so that everything in it is printed with the inks of its surface. */
export function surfaceStyle(surface: Surface): CSSProperties {
  const { ground, paper, ink, mist, quiet, onRed, iron } = surfaceInks[surface]
  const tokens = isClear(surface) ? { '--paper': paper, '--ink': ink, '--mist': mist } : {}
  const style: Record<`--${string}`, string> = {
    ...tokens,
    '--story-ground': ground,
    '--story-quiet': quiet,
    '--story-on-red': onRed,
    '--iron-lit': iron[0],
    '--iron-side': iron[1],
    '--iron-shade': iron[2],
  }
  return style
}
