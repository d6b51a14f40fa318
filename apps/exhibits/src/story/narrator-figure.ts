import type { Bearing } from '@riverside/story'
import { inks, mix } from '@riverside/ui'

/**
 * A narrator cut from paper: a student of the years round 1920 in wide-sleeved blouse and pleated skirt, like nobody in particular.
 * Design pixels on a sheet of 520 by 820; her own left is the viewer's right.
 */
export const sheet = { width: 520, height: 820 } as const

const skin = mix(inks.paper, inks.brass, 0.34)
const skinShade = mix(skin, inks.brick, 0.3)
const blouse = inks.paper
const blouseShade = mix(inks.mist, inks.river, 0.1)
const skirt = mix(inks.river, inks.mist, 0.14)
const skirtLine = mix(inks.mist, inks.river, 0.4)
const hair = mix(inks.ink, inks.river, 0.45)
const hairLine = mix(inks.mist, inks.river, 0.25)
const line = inks.ink

/** `rim`: an edge cut round it, in the ink of what lies behind, so that paper stands out from paper. */
export type Cut = { readonly path: string; readonly ink: string; readonly rim?: string }

/** A lens-shaped stroke of the knife. */
function gouge(x1: number, y1: number, x2: number, y2: number, wide: number, bend = 0): string {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [-dy / length, dx / length]
  const middle = (side: number) =>
    `${x1 + dx / 2 + nx * (bend + side * wide)} ${y1 + dy / 2 + ny * (bend + side * wide)}`
  return `M${x1} ${y1}Q${middle(1)} ${x2} ${y2}Q${middle(-1)} ${x1} ${y1}Z`
}

const oval = (x: number, y: number, rx: number, ry: number) =>
  `M${x - rx} ${y}A${rx} ${ry} 0 1 1 ${x + rx} ${y}A${rx} ${ry} 0 1 1 ${x - rx} ${y}Z`

const pleats = [-3, -2, -1, 0, 1, 2, 3].map((pleat) =>
  gouge(260 + pleat * 17, 456, 260 + pleat * 31, 672, pleat % 2 === 0 ? 3.4 : 2.4, pleat),
)

/** Below and behind the arms, from the floor up. */
export const body: readonly Cut[] = [
  { path: gouge(96, 806, 424, 806, 9), ink: mix(inks.brass, inks.ink, 0.5) },
  { path: gouge(150, 814, 372, 815, 3), ink: inks.brass },
  { path: 'M222 664 L250 664 L246 772 L228 772Z', ink: blouseShade },
  { path: 'M270 664 L298 664 L292 772 L274 772Z', ink: blouse },
  { path: 'M222 770 L248 768 Q252 790 246 800 L208 801 Q206 790 222 784Z', ink: inks.brick },
  { path: 'M272 768 L298 770 Q300 784 314 790 Q318 800 310 801 L272 800 Q268 786 272 768Z', ink: inks.brick },
  { path: gouge(224, 779, 248, 778, 2.6), ink: inks.paper },
  { path: gouge(272, 778, 298, 779, 2.6), ink: inks.paper },
  {
    path: 'M204 430 L316 430 Q336 540 366 668 L344 680 L322 672 L300 684 L278 674 L258 685 L236 674 L214 684 L194 672 L172 679 L154 667 Q186 540 204 430Z',
    ink: skirt,
  },
  ...pleats.map((path) => ({ path, ink: skirtLine })),
  { path: 'M316 430 Q336 540 366 668 L344 680 L336 676 Q318 560 300 432Z', ink: mix(inks.river, inks.ink, 0.3) },
  { path: 'M236 176 L284 176 L288 236 L260 252 L232 236Z', ink: skinShade },
  {
    path: 'M232 214 Q196 226 172 244 Q178 300 196 348 Q200 404 190 440 Q226 462 260 463 Q296 462 330 440 Q320 404 324 348 Q342 300 348 244 Q324 226 288 214 L260 234Z',
    ink: blouse,
  },
  {
    path: 'M324 348 Q342 300 348 244 L336 237 Q326 300 306 350 Q302 410 312 449 L330 440 Q320 404 324 348Z',
    ink: blouseShade,
  },
  { path: gouge(206, 352, 250, 372, 3.2), ink: blouseShade },
  { path: gouge(204, 384, 262, 396, 2.8), ink: blouseShade },
  { path: gouge(226, 300, 216, 344, 2.6), ink: blouseShade },
  { path: gouge(200, 426, 244, 440, 2.6), ink: blouseShade },
  // The front closes from the collar to her right side, with knotted buttons.
  { path: gouge(262, 238, 322, 300, 3.4, -9), ink: inks.river },
  { path: gouge(320, 298, 322, 436, 3, 3), ink: inks.river },
  { path: 'M230 204 Q260 222 290 204 L291 226 Q260 246 229 226Z', ink: blouse },
  { path: gouge(230, 226, 290, 226, 3.4, 16), ink: inks.river },
  { path: oval(262, 240, 5.4, 5.4), ink: inks.red },
  { path: gouge(282, 262, 298, 250, 3), ink: inks.river },
  { path: gouge(310, 292, 328, 284, 3), ink: inks.river },
]

export const head: readonly Cut[] = [
  // The bob, with the light cut along its edge.
  {
    path: 'M260 52 C206 50 190 98 192 140 Q190 176 196 198 Q214 206 232 198 L288 198 Q306 206 324 198 Q330 176 328 140 C330 98 314 50 260 52Z',
    ink: hairLine,
  },
  {
    path: 'M260 56 C212 54 195 100 197 140 Q195 174 200 194 Q214 200 232 194 L288 194 Q306 200 320 194 Q325 174 323 140 C325 100 308 54 260 56Z',
    ink: hair,
  },
  { path: 'M216 120 Q216 92 260 90 Q304 92 304 120 L304 146 Q302 190 260 202 Q218 190 216 146Z', ink: skin },
  {
    path: 'M304 120 L304 146 Q302 190 260 202 Q286 186 288 150 Q290 120 282 98 Q300 102 304 120Z',
    ink: mix(skin, inks.rust, 0.16),
  },
  // A fringe cut straight, and its strands.
  { path: 'M210 128 Q208 78 260 74 Q312 78 310 128 Q300 108 284 110 Q260 116 236 110 Q220 108 210 128Z', ink: hair },
  { path: gouge(222, 84, 212, 176, 3, 6), ink: hairLine },
  { path: gouge(206, 120, 206, 186, 2.4, 2), ink: hairLine },
  { path: gouge(248, 64, 228, 104, 2.6, 3), ink: hairLine },
  { path: gouge(272, 62, 262, 106, 2.2, 2), ink: hairLine },
  { path: gouge(298, 72, 292, 104, 2, -2), ink: hairLine },
  { path: gouge(314, 112, 316, 184, 2.4, -3), ink: hairLine },
  { path: gouge(230, 124, 252, 122, 2.6, -3), ink: line },
  { path: gouge(270, 122, 291, 124, 2.6, -3), ink: line },
  { path: gouge(259, 136, 256, 158, 2, -2), ink: skinShade },
  { path: gouge(255, 160, 266, 160, 1.8, 2), ink: skinShade },
]

const eye = (x: number, shut: number): string => {
  const open = 4.6 * (1 - shut) + 0.9
  return `M${x - 10} 139Q${x} ${139 - open * 1.7} ${x + 10} 138Q${x} ${139 + open * 0.9} ${x - 10} 139Z`
}

/** Both eyes; `blink` from 0, open, to 1. */
export const eyes = (blink: number): string => eye(241, blink) + eye(280, blink)

/** Lips from shut, at 0, to wide open, at 1; what is between them is dark, and the upper teeth show as it opens. */
export function mouth(open: number): { readonly lips: string; readonly within: string; readonly teeth: string } {
  const half = 13 - 3.4 * open
  const [upper, lower] = [2 + 1.6 * open, 3 + 12 * open]
  const [left, right, y] = [260 - half, 260 + half, 174]
  return {
    lips: `M${left - 2} ${y}Q254 ${y - upper * 2 - 1.4} 260 ${y - upper}Q266 ${y - upper * 2 - 1.4} ${right + 2} ${y}C${right - 1} ${y + lower * 1.3 + 2.6} ${left + 1} ${y + lower * 1.3 + 2.6} ${left - 2} ${y}Z`,
    within: `M${left + 1} ${y}Q260 ${y - upper * 0.4 - open * 2} ${right - 1} ${y}C${right - 2} ${y + lower * 1.16 - 1.2} ${left + 2} ${y + lower * 1.16 - 1.2} ${left + 1} ${y}Z`,
    teeth: `M${left + 3} ${y}Q260 ${y - open} ${right - 3} ${y}Q260 ${y + open * 3.2} ${left + 3} ${y}Z`,
  }
}
export const lipInk = mix(inks.brick, inks.rust, 0.4)
export const mouthInk = mix(inks.brick, inks.ink, 0.62)
export const eyeInk = line

/** An arm hangs from its shoulder at 0,0 downwards: the sleeve to the elbow at 0,104, the forearm to the wrist at 0,92 from there. */
export const upperSleeve: readonly Cut[] = [
  { path: 'M-18 -4 Q-4 -22 14 -12 Q27 50 27 104 Q2 120 -26 106 Q-32 46 -18 -4Z', ink: blouse, rim: skirtLine },
  { path: gouge(-19, 14, -20, 98, 3, 4), ink: blouseShade },
  { path: gouge(8, 30, 12, 100, 2.6, -3), ink: blouseShade },
]
export const foreSleeve: readonly Cut[] = [
  { path: 'M-9 44 L9 44 L7 96 L-8 96Z', ink: skin },
  { path: 'M-25 -12 Q0 -24 26 -10 Q36 30 40 62 Q2 78 -38 64 Q-34 26 -25 -12Z', ink: blouse, rim: skirtLine },
  { path: 'M-38 64 Q2 78 40 62 L41 69 Q2 86 -39 71Z', ink: inks.river },
  { path: gouge(-20, -2, -28, 58, 3, 3), ink: blouseShade },
  { path: gouge(2, 8, 4, 60, 2.4, -2), ink: blouseShade },
  { path: gouge(22, 4, 30, 56, 2.6, -2), ink: blouseShade },
]
/** From the wrist at 0,0: palm, four fingers, thumb. */
export const hand: readonly Cut[] = [
  {
    path: 'M-8 -4 L8 -4 Q13 8 13 18 L24 26 Q27 31 21 32 L11 28 L12 46 Q11 51 8 47 L5 33 L4 54 Q2 59 -1 54 L-2 33 L-5 52 Q-8 56 -10 51 L-8 31 L-12 44 Q-15 47 -16 42 L-13 20 Q-12 6 -8 -4Z',
    ink: skin,
  },
  { path: gouge(4, 16, 5, 33, 1.2), ink: skinShade },
  { path: gouge(-2, 17, -2, 33, 1.2), ink: skinShade },
  { path: gouge(-8, 17, -8, 31, 1.2), ink: skinShade },
]

export const shoulders = { left: { x: 190, y: 252 }, right: { x: 330, y: 252 }, upper: 100, fore: 92 } as const

/** Degrees, clockwise, of upper arm, forearm and hand, each against the one before: from folded before her, at 0, to held out, at 1. */
export function armOf(raised: number): { readonly upper: number; readonly fore: number; readonly hand: number } {
  const between = (from: number, to: number) => from + (to - from) * raised
  return { upper: between(9, 26), fore: between(-66, 104), hand: between(-14, -30) }
}

/** Degrees by which she leans, head more than body. */
export const leanOf = ({ side, mouth: open }: Bearing): { readonly body: number; readonly head: number } => ({
  body: side * 0.7,
  head: side * 2.4 + open * 0.7,
})
