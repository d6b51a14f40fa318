import { box, type Cutout, cutout, disc, polygon, type Shape, stroke } from '../cutout.ts'
import { inks, mix } from '../ink.ts'
import { plates } from '../material.ts'

/** What floats, seen from the side, waterline at 0, with the years in which it may be met. */
export type Craft = { readonly from: number; readonly until: number; readonly cutout: Cutout }

const cool = { plate: plates.cool }
const warm = { plate: plates.warm }
const hull = 0x16222a
const glass = { plate: plates.dark, lamp: true }
const white = 0xe9e4d6

function windows(x0: number, x1: number, y0: number, y1: number, count: number): Shape[] {
  const step = (x1 - x0) / count
  return Array.from({ length: count }, (_, i) =>
    box(0x2d5866, x0 + step * (i + 0.16), y0, x0 + step * (i + 0.84), y1, glass),
  )
}

/** The white double-decked ferry of the river lines. */
const ferry = cutout([
  polygon(0x24506a, [-15.5, 0, 15, 0, 17, 2.2, -17, 2.2], cool),
  polygon(inks.brass, [-17, 1.9, 17, 1.9, 17.1, 2.3, -17.1, 2.3], warm),
  polygon(white, [-15.4, 2.3, 15, 2.3, 14.2, 5.2, -15, 5.2], cool),
  ...windows(-14.4, 13.8, 3, 4.4, 15),
  polygon(inks.rust, [-15.6, 5.1, 15, 5.1, 15, 5.5, -15.6, 5.5], warm),
  polygon(white, [-13, 5.5, 10.8, 5.5, 9.8, 8, -12.4, 8], cool),
  ...windows(-12, 9.6, 6.1, 7.4, 12),
  polygon(inks.rust, [-13.2, 8, 10.6, 8, 10.4, 8.4, -13, 8.4], warm),
  polygon(white, [2.4, 8.4, 8.2, 8.4, 7.4, 10.4, 3, 10.4], cool),
  ...windows(3.2, 7.4, 9.1, 10, 3),
  polygon(inks.rust, [-6.6, 8.4, -3.4, 8.4, -3.8, 10.9, -6.2, 10.9], warm),
  stroke(hull, 0.18, [5.2, 10.4, 5.2, 13.6]),
])

/** A harbour launch with a wheelhouse and one brass flag. */
const launch = cutout([
  polygon(hull, [-6, 0, 5.6, 0, 7.6, 1.7, -6.6, 1.35]),
  polygon(inks.brass, [-6.6, 1.25, 7.6, 1.58, 7.65, 1.78, -6.6, 1.45], warm),
  polygon(white, [-3.4, 1.4, 2.8, 1.5, 2.5, 3.4, -3.4, 3.4], cool),
  ...windows(-3, 2.4, 1.95, 2.9, 4),
  polygon(inks.rust, [-4, 3.3, 3, 3.3, 2.8, 3.65, -3.9, 3.65], warm),
  polygon(hull, [-1.6, 3.6, -0.5, 3.6, -0.6, 4.7, -1.5, 4.7]),
  stroke(hull, 0.12, [4.6, 1.5, 4.6, 4]),
  polygon(inks.brass, [4.6, 3.9, 5.9, 3.65, 4.6, 3.3], warm),
])

/** A self-propelled barge, deep with sand. */
const barge = cutout([
  polygon(hull, [-30, 0, 28, 0, 31, 2.6, -31, 2.1]),
  polygon(inks.rust, [-30.6, 1.0, 29.4, 1.2, 29.8, 1.75, -30.8, 1.5], warm),
  polygon(0xa88f66, [-18, 2.2, -13, 3.8, -4, 4.3, 2, 3.5, 9, 4.5, 17, 3.7, 22, 2.4], warm),
  polygon(white, [-28.4, 2.1, -21.4, 2.1, -21.8, 6.2, -28, 6.2], cool),
  ...windows(-27.8, -22, 4.4, 5.6, 3),
  polygon(0x2b5a66, [-29, 6.1, -21, 6.1, -21, 6.6, -29, 6.6], cool),
  stroke(hull, 0.2, [-25, 6.6, -25, 10]),
])

const sail = (x0: number, x1: number, foot: number, high: number, ink: number): Shape[] => {
  const bow = (x1 - x0) * 0.16
  const points: number[] = [x0, foot, x1, foot + high * 0.05]
  for (let i = 1; i <= 6; i++) points.push(x1 + bow * Math.sin((i / 6) * 2.4), foot + high * (0.05 + 0.8 * (i / 6)))
  points.push(x0 + (x1 - x0) * 0.6, foot + high, x0 + (x1 - x0) * 0.16, foot + high * 0.93)
  for (let i = 5; i >= 1; i--) points.push(x0 - bow * 0.55 * Math.sin((i / 6) * Math.PI), foot + high * 0.93 * (i / 6))
  const battens = Array.from({ length: 7 }, (_, i) => {
    const y = foot + high * (0.1 + i * 0.115)
    return stroke(mix(ink, 0x2a1510, 0.5), high * 0.012, [x0 - bow * 0.4, y, x1 + bow * 0.75, y + high * 0.035], warm)
  })
  const cloth = polygon(ink, points, warm)
  return [cloth, ...battens.map((b) => ({ ...b, holds: (x: number, y: number) => b.holds(x, y) && cloth.holds(x, y) }))]
}

/** A three-masted cargo junk with battened sails. */
const junk = cutout([
  stroke(0x2c221c, 0.4, [-8, 3, -8, 17]),
  stroke(0x2c221c, 0.5, [0, 3, 0, 26]),
  stroke(0x2c221c, 0.36, [8.4, 4, 8.6, 18]),
  ...sail(-11.5, -5.6, 5.5, 11, 0xc98842),
  ...sail(-5, 5.2, 5, 19.5, 0xb2552f),
  ...sail(6, 11, 6, 11.5, 0xc98842),
  polygon(white, [0, 26, 2, 25.5, 0, 24.9], cool),
  polygon(0x2a241f, [-13.5, 0.4, -11, 0, 10, 0, 14, 1.6, 16.6, 5.4, 15.6, 5.2, 11, 3, -9, 2.3, -15.8, 3.1]),
  polygon(0xe0cfa6, [-15.2, 2.55, -9, 1.75, 11, 2.3, 15.4, 4.6, 15.3, 4.95, 10.6, 2.75, -9, 2.15, -15.4, 2.9], warm),
  polygon(0x6e4226, [8.8, 3, 15, 4.6, 14.6, 6.8, 9, 5], warm),
  polygon(0x7a5230, [-6, 2.3, 4, 2.5, 3.4, 3.9, -5.4, 3.8], warm),
])

/** A sampan with a mat hood and one at the oar. */
const sampan = cutout([
  polygon(0x1e2e36, [-4.2, 0.55, -3, 0, 2.8, 0, 4.4, 0.85, 3, 0.55, -3, 0.42]),
  polygon(0xb98c4c, [-1.8, 0.45, -1.5, 1.05, -0.9, 1.35, 0.3, 1.35, 0.9, 1.05, 1.2, 0.5], warm),
  stroke(0x6b4a2c, 0.07, [-0.6, 0.5, -0.6, 1.33], warm),
  stroke(0x6b4a2c, 0.07, [0.3, 0.5, 0.3, 1.33], warm),
  stroke(0x16222a, 0.16, [2.4, 0.5, 2.4, 1.1]),
  polygon(0x9b3f2c, [2.15, 0.95, 2.66, 0.95, 2.62, 1.66, 2.2, 1.66], warm),
  disc(0x8a5f46, 2.42, 1.82, 0.13, 0.15, warm),
  polygon(0xb48a4e, [2.1, 1.9, 2.42, 2.1, 2.76, 1.9], warm),
  stroke(0x4a3322, 0.08, [2.2, 1.3, 4.9, 0.1]),
])

/** A coasting steamer of about 1920: black hull, buff house, one tall funnel. */
const steamer = cutout([
  polygon(0x7e3a2a, [-44, 0, 42, 0, 43, 1.4, -45, 1.4], warm),
  polygon(0x24262a, [-45, 1.4, 43, 1.4, 47, 6.6, 34, 6, -34, 6, -47.5, 6.8]),
  polygon(0xe3d3ad, [-24, 6, 16, 6, 16, 9, -24, 9], warm),
  ...windows(-23, 15, 6.9, 8.1, 16).map((s) => ({ ...s, ink: 0x3a4a4a, lamp: false })),
  polygon(0xe3d3ad, [-17, 9, 10, 9, 10, 11.6, -17, 11.6], warm),
  ...windows(-16, 9, 9.8, 10.8, 10).map((s) => ({ ...s, ink: 0x3a4a4a, lamp: false })),
  polygon(0xcdb98e, [4, 11.6, 10, 11.6, 9.6, 14, 4.4, 14], warm),
  polygon(0x9b3f2c, [-8, 11.6, -3.4, 11.6, -3.9, 22, -8.5, 22], warm),
  polygon(0x1c1d1f, [-8.4, 20, -3.8, 20, -3.9, 22, -8.5, 22]),
  stroke(0x2c221c, 0.5, [-32, 6, -32.6, 27]),
  stroke(0x2c221c, 0.5, [27, 6, 26.6, 27]),
  stroke(0x2c221c, 0.25, [-32.4, 22, -20, 9]),
  stroke(0x2c221c, 0.25, [26.8, 22, 16, 9]),
  stroke(0x2c221c, 0.14, [-47, 7, -32.5, 26, -6, 21, 26.6, 26, 46, 7]),
])

/** A small steam ferry with an awning. */
const steamFerry = cutout([
  polygon(0x22292c, [-10, 0, 10, 0, 12, 2, -12, 2]),
  polygon(0xdcc79a, [-9, 2, 9, 2, 9, 2.5, -9, 2.5], warm),
  ...[-8, -5, -2, 1, 4, 7].map((x) => stroke(0x3a2c20, 0.16, [x, 2, x, 4.6])),
  polygon(0xe3d3ad, [-9.6, 4.5, 9.4, 4.5, 8.6, 5.1, -9, 5.1], warm),
  polygon(0x1f2225, [-1.4, 5, 0.4, 5, 0.2, 9.4, -1.6, 9.4]),
  polygon(0x9b3f2c, [-1.5, 7.6, 0.3, 7.6, 0.2, 8.5, -1.55, 8.5], warm),
])

/** A steam trawler of the 1930s: straight stem, gallows at the rail, a thin funnel and a steadying sail. */
const trawler = cutout([
  polygon(0x7e3a2a, [-17, 0, 17, 0, 17.2, 0.8, -17.6, 0.8], warm),
  polygon(0x23282b, [-17.6, 0.8, 17.2, 0.8, 19.2, 4.6, 12, 3.4, -4, 2.8, -13, 3.2, -19, 4]),
  polygon(
    0xe0d0a4,
    [-19, 3.7, -13, 2.9, -4, 2.5, 12, 3.1, 19.1, 4.3, 19.2, 4.7, 12, 3.5, -4, 2.9, -13, 3.3, -19, 4.1],
    warm,
  ),
  polygon(0xb08a55, [-12, 3.2, -1, 2.9, -1, 5.2, -12, 5.2], warm),
  ...windows(-11, -2, 3.9, 4.7, 5).map((s) => ({ ...s, ink: 0x3a4a4a, lamp: false })),
  polygon(0xe3d3ad, [-3.6, 5, 0.6, 5, 0.6, 7.6, -3.6, 7.6], warm),
  ...windows(-3.2, 0.3, 6, 7, 3).map((s) => ({ ...s, ink: 0x3a4a4a, lamp: false })),
  polygon(0x24262a, [-7.6, 5.2, -5.4, 5.2, -5.6, 11, -7.6, 11]),
  polygon(0x9b3f2c, [-7.6, 8.6, -5.5, 8.6, -5.55, 9.8, -7.6, 9.8], warm),
  stroke(0x3a2c20, 0.32, [7, 3, 7, 17]),
  stroke(0x3a2c20, 0.26, [-13.6, 3.4, -13.6, 13.5]),
  stroke(0x3a2c20, 0.2, [7, 6, 14.5, 10.5]),
  stroke(0x2c221c, 0.1, [19, 4.6, 7, 16.6, -13.6, 13.2, -18.6, 4.2]),
  stroke(0x23282b, 0.3, [9.5, 3.2, 10, 5.8, 12, 5.8, 12.5, 3.4]),
  polygon(0x9c4e2c, [-13.4, 12.6, -13.4, 5.8, -18.4, 5.2], warm),
  polygon(0xcbb079, [1.5, 3, 5.8, 3, 5.2, 3.9, 2, 3.9], warm),
])

/** A harbour tug of steel: low stern, high bow with a fender, one striped funnel. */
const tug = cutout([
  polygon(0x7e3a2a, [-13, 0, 13, 0, 13.4, 0.7, -13.5, 0.7], warm),
  polygon(0x1d2a32, [-13.5, 0.7, 13.4, 0.7, 15.6, 4, 6, 2.6, -10, 2, -14.6, 2.4]),
  polygon(inks.brass, [-14.6, 2.2, -10, 1.8, 6, 2.4, 15.5, 3.8, 15.7, 4.1, 6, 2.75, -10, 2.15, -14.7, 2.6], warm),
  polygon(0xdfe0d4, [-5, 2.3, 8, 2.7, 8, 5.4, -5, 5.2], cool),
  ...windows(-4.4, 7.4, 3.4, 4.4, 6),
  polygon(0xdfe0d4, [1.6, 5.3, 7.4, 5.4, 6.8, 8.2, 2, 8.2], cool),
  ...windows(2.1, 6.7, 6.4, 7.6, 4),
  polygon(inks.rust, [1.2, 8.2, 7.6, 8.2, 7.4, 8.6, 1.4, 8.6], warm),
  polygon(0x22303a, [-3.4, 5.2, -0.8, 5.2, -1, 9.4, -3.4, 9.4]),
  polygon(inks.rust, [-3.4, 7.2, -0.9, 7.2, -0.95, 8.4, -3.4, 8.4], warm),
  stroke(hull, 0.2, [4.4, 8.6, 4.4, 14]),
  stroke(hull, 0.12, [3, 12, 5.8, 12]),
  stroke(hull, 0.34, [-8.6, 2.2, -8.6, 3.8, -6.6, 3.8, -6.6, 2.2]),
  ...[-9, -3, 3, 9].map((x) => disc(0x10171b, x, 1.2, 0.55, 0.55)),
])

/** The river ferry of the decades before the bridge: one long deck, open sides, a wheelhouse on the roof. */
const motorFerry = cutout([
  polygon(0x3a4d57, [-15, 0, 15, 0, 16.4, 2, -16.4, 2], cool),
  polygon(0xd9cfb0, [-16.4, 1.8, 16.4, 1.8, 16.4, 2.2, -16.4, 2.2], warm),
  polygon(0x8fa39a, [-14.6, 2.2, 14.6, 2.2, 14.6, 3.2, -14.6, 3.2], cool),
  polygon(0x2b3a40, [-14.4, 3.2, 14.4, 3.2, 14.4, 4.7, -14.4, 4.7]),
  ...[-13, -10, -7, -4, -1, 2, 5, 8, 11, 14].map((x) => stroke(0xd9cfb0, 0.3, [x - 0.4, 3.1, x - 0.4, 4.8], warm)),
  polygon(0xd9cfb0, [-15.4, 4.6, 15.4, 4.6, 14.6, 5.3, -14.6, 5.3], warm),
  polygon(0xd9d3bd, [2, 5.3, 7.4, 5.3, 6.8, 7.6, 2.4, 7.6], cool),
  ...windows(2.6, 6.8, 6.1, 7.2, 4).map((s) => ({ ...s, ink: 0x2d4a52, lamp: false })),
  polygon(inks.rust, [1.6, 7.6, 7.8, 7.6, 7.6, 8, 1.8, 8], warm),
  polygon(0x30383a, [-4, 5.3, -2.4, 5.3, -2.5, 7.8, -3.9, 7.8]),
  stroke(hull, 0.16, [4.6, 8, 4.6, 11.5]),
])

/** A raft of logs poled with the tide. */
const raft = cutout([
  polygon(0x4a3524, [-12, 0, 12, 0, 12.4, 0.36, -12.4, 0.36], warm),
  polygon(0x8a6238, [-12.4, 0.36, 12.4, 0.36, 11, 0.74, -11.2, 0.74], warm),
  ...[-9.6, -5, 0, 4.6, 9.4].map((x) => stroke(0x3a2a1c, 0.16, [x, 0.1, x + 0.5, 0.76])),
  polygon(0xb98c4c, [-8, 0.7, -7.6, 1.5, -6.4, 1.9, -5.2, 1.5, -4.8, 0.7], warm),
  stroke(0x16222a, 0.16, [5.4, 0.7, 5.4, 1.4]),
  polygon(0x4d5a60, [5.1, 1.2, 5.7, 1.2, 5.66, 2, 5.16, 2], cool),
  disc(0x8a5f46, 5.4, 2.16, 0.13, 0.15, warm),
  polygon(0xb48a4e, [5.04, 2.24, 5.4, 2.46, 5.76, 2.24], warm),
  stroke(0x4a3322, 0.09, [4.4, 3.4, 7.4, 0.1]),
])

export const crafts = {
  ferry: { from: 1990, until: 9999, cutout: ferry },
  launch: { from: 1985, until: 9999, cutout: launch },
  barge: { from: 1965, until: 9999, cutout: barge },
  junk: { from: 1840, until: 1955, cutout: junk },
  sampan: { from: 1840, until: 1965, cutout: sampan },
  steamer: { from: 1890, until: 1950, cutout: steamer },
  steamFerry: { from: 1900, until: 1955, cutout: steamFerry },
  trawler: { from: 1920, until: 1965, cutout: trawler },
  tug: { from: 1950, until: 9999, cutout: tug },
  motorFerry: { from: 1950, until: 1998, cutout: motorFerry },
  raft: { from: 1860, until: 1960, cutout: raft },
} as const satisfies Record<string, Craft>

/** Two shapes of gull, wings up and wings level. */
export const gulls: readonly Cutout[] = [
  cutout([stroke(0x20323a, 0.16, [-1.2, 0.35, -0.6, 0.55, 0, 0.1, 0.6, 0.55, 1.2, 0.3])]),
  cutout([stroke(0x20323a, 0.15, [-1.3, 0.1, -0.5, 0.36, 0, 0.12, 0.5, 0.34, 1.25, 0.02])]),
]
