import { type Cutout, cutout, disc, polygon, type Shape, stroke } from '../cutout.ts'
import { type Ink, inks } from '../ink.ts'
import { plates } from '../material.ts'

/** Figures about 1.7 m high, two inks each, with the years in which they may be met. No faces. */
export type Figure = { readonly from: number; readonly until: number; readonly cutout: Cutout }

const dark = 0x18262f
const skin = 0x8a5f46
const warm = { plate: plates.warm }
const cool = { plate: plates.cool }

function person(coat: Ink, x = 0, scale = 1, stride = 0.12, hat?: Shape): Shape[] {
  const s = (v: number) => v * scale
  const colour = coat === inks.river || coat === 0x2b5a66 ? cool : warm
  return [
    stroke(dark, s(0.17), [x - s(stride), 0, x - s(0.05), s(0.8)]),
    stroke(dark, s(0.17), [x + s(stride), 0, x + s(0.05), s(0.8)]),
    polygon(
      coat,
      [
        x - s(0.21),
        s(0.62),
        x + s(0.21),
        s(0.62),
        x + s(0.23),
        s(1.28),
        x + s(0.12),
        s(1.42),
        x - s(0.12),
        s(1.42),
        x - s(0.23),
        s(1.28),
      ],
      colour,
    ),
    stroke(coat, s(0.1), [x + s(0.21), s(1.3), x + s(0.29), s(0.82)], colour),
    stroke(coat, s(0.1), [x - s(0.21), s(1.3), x - s(0.28), s(0.84)], colour),
    disc(skin, x, s(1.56), s(0.13), s(0.16), warm),
    disc(dark, x, s(1.63), s(0.14), s(0.12)),
    ...(hat ? [hat] : []),
  ]
}

function runner(shirt: Ink, mirrored: number): Shape[] {
  const m = (p: readonly number[]) => p.map((v, i) => (i % 2 === 0 ? v * mirrored : v))
  return [
    stroke(dark, 0.15, m([-0.6, 0.34, -0.28, 0.5, 0, 0.86])),
    stroke(dark, 0.16, m([0.34, 0.02, 0.3, 0.46, 0.02, 0.86])),
    polygon(shirt, m([-0.16, 0.78, 0.18, 0.78, 0.3, 1.36, -0.02, 1.42]), warm),
    stroke(skin, 0.09, m([0.22, 1.3, 0.42, 1.04, 0.62, 1.2]), warm),
    stroke(skin, 0.09, m([0.02, 1.32, -0.26, 1.12, -0.3, 0.94]), warm),
    disc(skin, 0.22 * mirrored, 1.58, 0.13, 0.15, warm),
    disc(dark, 0.19 * mirrored, 1.65, 0.15, 0.11),
  ]
}

function cyclist(shirt: Ink): Shape[] {
  const wheel = (x: number) => ring(x, 0.34, 0.33, 0.06)
  return [
    wheel(-0.52),
    wheel(0.52),
    stroke(dark, 0.06, [-0.52, 0.34, -0.1, 0.34, 0.4, 0.78, 0.52, 0.34]),
    stroke(dark, 0.06, [-0.1, 0.34, -0.2, 0.86]),
    stroke(dark, 0.13, [-0.2, 0.9, 0.14, 0.66, -0.04, 0.26]),
    polygon(shirt, [-0.32, 0.86, -0.08, 0.84, 0.26, 1.28, 0.08, 1.4], warm),
    stroke(skin, 0.08, [0.16, 1.28, 0.42, 0.98], warm),
    disc(skin, 0.28, 1.5, 0.12, 0.14, warm),
    disc(dark, 0.25, 1.57, 0.14, 0.1),
  ]
}

function ring(x: number, y: number, r: number, thick: number): Shape {
  return {
    ...disc(dark, x, y, r),
    holds: (px, py) => {
      const d = Math.hypot(px - x, py - y)
      return d <= r && d >= r - thick
    },
  }
}

const strawHat = (x: number, y: number): Shape => polygon(0xb48a4e, [x - 0.34, y, x, y + 0.2, x + 0.34, y], warm)

/** Two loads on a shoulder pole. */
function carrier(coat: Ink): Shape[] {
  return [
    ...person(coat, 0, 1, 0.2, strawHat(0, 1.64)),
    stroke(0x5a3a26, 0.06, [-0.95, 1.36, 0, 1.46, 0.95, 1.36]),
    stroke(dark, 0.03, [-0.9, 1.36, -0.9, 0.7]),
    stroke(dark, 0.03, [0.9, 1.36, 0.9, 0.7]),
    polygon(0xa8763f, [-1.18, 0.22, -0.62, 0.22, -0.66, 0.74, -1.14, 0.74], warm),
    polygon(0xa8763f, [0.62, 0.22, 1.18, 0.22, 1.14, 0.74, 0.66, 0.74], warm),
  ]
}

function handcart(): Shape[] {
  return [
    ring(0.5, 0.45, 0.45, 0.09),
    polygon(0x6a4a30, [-1.3, 0.72, 1.4, 0.62, 1.4, 0.76, -1.3, 0.86]),
    polygon(0xb08a55, [-0.4, 0.82, 1.3, 0.8, 1.22, 1.5, -0.3, 1.46], warm),
    ...person(0x4a5560, -1.25, 1, 0.26, strawHat(-1.25, 1.64)),
  ]
}

/** The seven colours that volunteering goes by here: service, safety, green, manners, welfare, elders, children. */
const vests = {
  red: 0xc0392b,
  orange: 0xc9742a,
  green: 0x4d7f4c,
  blue: 0x2f6f8f,
  violet: 0x6d5484,
  silver: 0x9aa3a4,
  gold: 0xc79a4b,
} as const

/** A volunteer of today: waistcoat of one colour, a band of paper across it, sometimes a cap, sometimes a hand raised. */
function volunteer(x: number, raised: boolean, cap: boolean, colour: keyof typeof vests = 'red'): Shape[] {
  const vest = { plate: colour === 'blue' || colour === 'green' ? plates.cool : plates.warm }
  const cloth = vests[colour]
  return [
    ...person(0x33525c, x),
    polygon(
      cloth,
      [
        x - 0.22,
        0.78,
        x + 0.22,
        0.78,
        x + 0.23,
        1.3,
        x + 0.11,
        1.41,
        x + 0.05,
        1.1,
        x - 0.05,
        1.1,
        x - 0.11,
        1.41,
        x - 0.23,
        1.3,
      ],
      vest,
    ),
    polygon(inks.paper, [x - 0.22, 0.93, x + 0.22, 0.93, x + 0.22, 1.0, x - 0.22, 1.0], vest),
    ...(raised
      ? [
          stroke(0x33525c, 0.1, [x + 0.2, 1.3, x + 0.42, 1.62, x + 0.4, 1.84], cool),
          disc(skin, x + 0.4, 1.88, 0.06, 0.07, warm),
        ]
      : []),
    ...(cap
      ? [polygon(cloth, [x - 0.15, 1.64, x + 0.15, 1.64, x + 0.26, 1.67, x + 0.12, 1.76, x - 0.12, 1.76], vest)]
      : []),
  ]
}

/** An older visitor with a stick. */
function elder(x: number): Shape[] {
  return [
    ...person(0x5d6f74, x, 0.96),
    disc(0xd9d6cb, x, 1.57, 0.14, 0.1),
    stroke(dark, 0.04, [x + 0.34, 0, x + 0.28, 0.86]),
  ]
}

function child(x: number, coat: Ink): Shape[] {
  return person(coat, x, 0.62)
}

function adult(x: number, coat: Ink): Shape[] {
  return person(coat, x)
}

export const figures: readonly Figure[] = [
  { from: 2000, until: 9999, cutout: cutout(person(inks.rust)) },
  { from: 2000, until: 9999, cutout: cutout([...person(inks.brass, -0.35), ...person(0x2b5a66, 0.35)]) },
  { from: 2000, until: 9999, cutout: cutout([...person(0xd8b26a, -0.3), ...person(inks.rust, 0.34, 0.6)]) },
  { from: 2000, until: 9999, cutout: cutout(runner(inks.brass, 1)) },
  { from: 2000, until: 9999, cutout: cutout(runner(inks.rust, -1)) },
  { from: 2000, until: 9999, cutout: cutout(cyclist(0x8fa07a)) },
  {
    from: 2000,
    until: 9999,
    cutout: cutout([...person(0x2b5a66, -0.5), ...person(0xcfc3ac, 0.1), ...person(inks.brick, 0.62)]),
  },
  { from: 1860, until: 1950, cutout: cutout(carrier(0x4d5a60)) },
  { from: 1860, until: 1950, cutout: cutout(carrier(0x6b4a38)) },
  { from: 1860, until: 1950, cutout: cutout(handcart()) },
  { from: 1860, until: 1950, cutout: cutout(person(0x3d4a52, 0, 1, 0.14, strawHat(0, 1.64))) },
  {
    from: 1860,
    until: 1950,
    cutout: cutout([
      ...person(0x3b3a3a, -0.32),
      ...person(0x58616a, 0.36, 1, 0.1, polygon(dark, [0.16, 1.68, 0.56, 1.68, 0.5, 1.78, 0.22, 1.78])),
    ]),
  },
  { from: 1950, until: 2000, cutout: cutout(person(0x3f5a6b)) },
  { from: 1950, until: 2000, cutout: cutout([...person(0x4d6270, -0.34), ...person(0x6e6a58, 0.36)]) },
  { from: 1950, until: 2000, cutout: cutout(cyclist(0x3f5a6b)) },
  {
    from: 1950,
    until: 2000,
    cutout: cutout([...person(0x5a6a52, -0.4), ...person(0x3f5a6b, 0.2), ...person(0x8a8474, 0.72, 0.62)]),
  },
]

/** A long gown to the ankle, as students and clerks wore it about 1920. */
function gown(cloth: Ink, x: number, raised = false, hat?: Shape): Shape[] {
  const look = cloth === 0xd8ccb0 ? warm : cool
  return [
    polygon(
      cloth,
      [x - 0.27, 0.1, x + 0.27, 0.1, x + 0.23, 1.28, x + 0.12, 1.42, x - 0.12, 1.42, x - 0.23, 1.28],
      look,
    ),
    stroke(dark, 0.12, [x - 0.12, 0.05, x + 0.14, 0.05]),
    stroke(cloth, 0.12, raised ? [x + 0.2, 1.3, x + 0.4, 1.66, x + 0.34, 1.9] : [x + 0.21, 1.3, x + 0.3, 0.8], look),
    stroke(cloth, 0.12, [x - 0.21, 1.3, x - 0.28, 0.8], look),
    disc(skin, x, 1.56, 0.13, 0.16, warm),
    disc(dark, x, 1.64, 0.14, 0.11),
    ...(raised ? [polygon(inks.paper, [x + 0.26, 1.88, x + 0.56, 1.96, x + 0.5, 2.14, x + 0.3, 2.06], warm)] : []),
    ...(hat ? [hat] : []),
  ]
}

/** Blouse and dark skirt. */
function schoolgirl(x: number): Shape[] {
  return [
    ...person(0xcfc3ac, x, 0.96, 0.06),
    polygon(dark, [x - 0.28, 0.28, x + 0.28, 0.28, x + 0.18, 0.84, x - 0.18, 0.84]),
  ]
}

const straw = (x: number): Shape =>
  polygon(0xd9c48f, [x - 0.26, 1.64, x - 0.13, 1.82, x + 0.13, 1.82, x + 0.26, 1.64], warm)
const trunk = (x: number): Shape[] => [
  polygon(0x7a4a2c, [x - 0.3, 0.02, x + 0.3, 0.02, x + 0.3, 0.42, x - 0.3, 0.42], warm),
  polygon(0xc79a4b, [x - 0.06, 0.02, x + 0.06, 0.02, x + 0.06, 0.42, x - 0.06, 0.42], warm),
]

/** Those who leave by the liner and those who see them off, about 1919 to 1930. */
export const travellers: readonly Figure[] = [
  { from: 1912, until: 1935, cutout: cutout(gown(0x4c6274, 0)) },
  { from: 1912, until: 1935, cutout: cutout([...gown(0x3e4c58, -0.3), ...gown(0xd8ccb0, 0.36, true)]) },
  { from: 1912, until: 1935, cutout: cutout([...trunk(-0.62), ...gown(0x55656a, 0, false, straw(0))]) },
  { from: 1912, until: 1935, cutout: cutout([...schoolgirl(-0.34), ...gown(0x4c6274, 0.3)]) },
  { from: 1912, until: 1935, cutout: cutout([...gown(0x55656a, 0, true), ...trunk(0.7)]) },
  {
    from: 1912,
    until: 1935,
    cutout: cutout([...gown(0x3e4c58, -0.5, true), ...schoolgirl(0.06), ...gown(0xd8ccb0, 0.62, false, straw(0.62))]),
  },
]

/** Sitting, seen from the front. */
function seated(coat: Ink, x: number): Shape[] {
  return [
    stroke(dark, 0.16, [x - 0.1, 0, x - 0.12, 0.46]),
    stroke(dark, 0.16, [x + 0.1, 0, x + 0.12, 0.46]),
    polygon(coat, [x - 0.22, 0.42, x + 0.22, 0.42, x + 0.2, 0.98, x + 0.1, 1.08, x - 0.1, 1.08, x - 0.2, 0.98], warm),
    disc(skin, x, 1.2, 0.13, 0.15, warm),
    disc(dark, x, 1.28, 0.14, 0.11),
  ]
}

const bench = (half: number): Shape[] => [
  polygon(0xb77b45, [-half, 0.36, half, 0.36, half, 0.5, -half, 0.5], warm),
  polygon(0x3a4448, [-half + 0.2, 0, -half + 0.4, 0, -half + 0.4, 0.36, -half + 0.2, 0.36]),
  polygon(0x3a4448, [half - 0.4, 0, half - 0.2, 0, half - 0.2, 0.36, half - 0.4, 0.36]),
]

/** A seat like a barge: a low hull of planks with raised ends. */
const bargeBench: Shape[] = [
  polygon(0x6f4a30, [-1.9, 0.06, 1.7, 0.06, 2.2, 0.62, 1.5, 0.46, -1.6, 0.46, -2.2, 0.56], warm),
  polygon(0xb77b45, [-1.7, 0.4, 1.6, 0.4, 1.7, 0.5, -1.8, 0.5], warm),
]

function pram(x: number): Shape[] {
  return [
    ...person(0xcfc3ac, x - 0.6),
    stroke(dark, 0.05, [x - 0.32, 0.95, x + 0.1, 0.7]),
    polygon(inks.brick, [x, 0.4, x + 0.7, 0.4, x + 0.66, 0.8, x + 0.4, 1.02, x, 0.7], warm),
    ring(x + 0.12, 0.17, 0.17, 0.06),
    ring(x + 0.6, 0.17, 0.17, 0.06),
  ]
}

function dog(x: number): Shape[] {
  return [
    polygon(
      0x9a6a3c,
      [x - 0.34, 0.24, x + 0.24, 0.24, x + 0.36, 0.52, x + 0.24, 0.56, x + 0.14, 0.44, x - 0.32, 0.44],
      warm,
    ),
    stroke(0x9a6a3c, 0.06, [x - 0.26, 0, x - 0.26, 0.28], warm),
    stroke(0x9a6a3c, 0.06, [x + 0.18, 0, x + 0.18, 0.28], warm),
    stroke(0x9a6a3c, 0.05, [x - 0.32, 0.4, x - 0.46, 0.58], warm),
  ]
}

/** Groups who stay a while on the promenade of today. */
export const lingering: readonly Figure[] = [
  { from: 2016, until: 9999, cutout: cutout([...bench(1.5), ...seated(inks.rust, -0.7), ...seated(0x2b5a66, 0.1)]) },
  { from: 2016, until: 9999, cutout: cutout([...bargeBench, ...seated(inks.brass, -0.8), ...seated(0xcfc3ac, 0.5)]) },
  {
    from: 2016,
    until: 9999,
    cutout: cutout([...bargeBench, ...person(inks.rust, 2.5, 0.58), ...seated(0x33525c, 0.3)]),
  },
  { from: 2016, until: 9999, cutout: cutout(pram(0)) },
  {
    from: 2016,
    until: 9999,
    cutout: cutout([...person(0x2b5a66, -0.4), stroke(dark, 0.03, [-0.14, 0.86, 0.4, 0.6]), ...dog(0.7)]),
  },
  { from: 2016, until: 9999, cutout: cutout([...elder(-0.4), ...person(inks.brick, 0.3)]) },
  {
    from: 2016,
    until: 9999,
    cutout: cutout([
      ...person(inks.brass, -1),
      ...person(0x33525c, -0.4),
      ...person(inks.rust, 0.4, 0.6),
      ...person(0xcfc3ac, 1.1),
    ]),
  },
]

/** A barge bench nobody sits on. */
export const emptyBench = cutout(bargeBench)

/** A folding table with water and leaflets under a parasol. */
const table: Shape[] = [
  stroke(0x3a4448, 0.06, [0, 0.7, 0, 2.5]),
  polygon(0xb5702f, [-1.5, 2.2, -0.9, 2.62, 0, 2.86, 0.9, 2.62, 1.5, 2.2], warm),
  polygon(0xd9b36a, [-0.5, 2.2, -0.3, 2.62, 0, 2.86, 0.3, 2.62, 0.5, 2.2], warm),
  polygon(0xc0392b, [-0.95, 0.08, 0.95, 0.08, 0.9, 0.76, -0.9, 0.76], warm),
  polygon(inks.paper, [-0.6, 0.32, 0.6, 0.32, 0.58, 0.52, -0.58, 0.52], warm),
  polygon(0xe9e4d6, [-1, 0.74, 1, 0.74, 1, 0.82, -1, 0.82], cool),
  ...[-0.7, -0.5, -0.3].map((x) =>
    polygon(0x6f9290, [x - 0.05, 0.82, x + 0.05, 0.82, x + 0.04, 1.06, x - 0.04, 1.06], cool),
  ),
]

/** The people of the volunteers' picture: seen small, without faces. */
export const volunteers = {
  atTable: cutout([...volunteer(-0.72, false, true), ...table, ...volunteer(1.35, true, false)]),
  withElder: cutout([...elder(-0.42), ...volunteer(0.34, false, false)]),
  withChild: cutout([...volunteer(-0.3, true, true), ...child(0.36, inks.brass)]),
  alone: cutout(volunteer(0, false, true)),
  pair: cutout([...volunteer(-0.4, false, false), ...adult(0.4, 0x2b5a66)]),
  sweeping: cutout([...volunteer(0, false, true, 'green'), ...broom(0.36)]),
  withPram: cutout([...volunteer(1.2, false, false, 'gold'), ...pram(0)]),
  guiding: cutout([...adult(-0.9, inks.brass), ...child(-0.4, inks.rust), ...volunteer(0.4, true, true, 'blue')]),
  seven: cutout(
    (['red', 'orange', 'green', 'blue', 'violet', 'silver', 'gold'] as const).flatMap((colour, at) =>
      volunteer((at - 3) * 0.62, at % 3 === 1, at % 2 === 0, colour),
    ),
  ),
} as const

/** A long broom, its head on the ground. */
function broom(x: number): Shape[] {
  return [
    stroke(0x8a6a44, 0.05, [x, 0.1, x - 0.08, 1.5]),
    polygon(0xb48a4e, [x - 0.2, 0, x + 0.22, 0, x + 0.08, 0.34, x - 0.06, 0.34], warm),
  ]
}
