import type { Builder } from './builder.ts'
import { crafts } from './model/craft.ts'
import { smoke } from './model/smoke.ts'

/** One craft of the river: metres along the quay and off it. Every node sees it in the same place. */
type Afloat = {
  readonly craft: keyof typeof crafts
  readonly chainage: number
  readonly off: number
  readonly mirrored?: boolean
}

const at = (craft: Afloat['craft'], ...places: readonly (readonly [chainage: number, off: number])[]): Afloat[] =>
  places.map(([chainage, off], i) => ({ craft, chainage, off, mirrored: i % 2 === 1 }))

const fleet: readonly Afloat[] = [
  ...at('ferry', [-300, 270], [28, 168], [345, 300], [790, 330], [1235, 285], [1705, 230], [2190, 300], [2640, 250]),
  ...at('barge', [-460, 340], [190, 380], [600, 350], [1010, 300], [1450, 390], [1850, 345], [2040, 430], [2370, 350]),
  ...at('barge', [2590, 400], [2930, 330], [3240, 300]),
  ...at('tug', [-150, 215], [480, 215], [880, 190], [1175, 205], [1620, 300], [2110, 235], [2500, 250], [2860, 190]),
  ...at('launch', [130, 190], [655, 150], [1325, 150], [1545, 150], [1930, 190], [2245, 200], [2440, 170], [2730, 200]),
  ...at('tug', [470, 150], [1010, 140], [1890, 160], [2600, 170]),
  ...at('launch', [120, 120], [220, 130], [850, 135], [1140, 130], [1370, 128], [1480, 120], [1640, 130], [2000, 150]),
  ...at('launch', [2160, 150], [2520, 150], [2655, 160]),
  ...at('barge', [330, 190], [1240, 190], [1780, 190], [2420, 210]),
  ...at('launch', [355, 26], [905, 24], [1270, 24], [1680, 26], [1830, 30], [2250, 28]),

  ...at('steamer', [-420, 310], [300, 360], [930, 335], [1620, 370], [2030, 400], [2480, 350], [3000, 330]),
  ...at('steamFerry', [150, 230], [1100, 270], [2690, 190]),
  ...at('junk', [-190, 190], [55, 250], [235, 150], [425, 205], [650, 160], [880, 240], [1020, 160], [1290, 190]),
  ...at('junk', [1535, 240], [1760, 165], [1930, 240], [2110, 190], [2285, 260], [2540, 215], [2860, 220], [3090, 180]),
  ...at('sampan', [150, 28], [250, 36], [455, 30], [600, 28], [840, 24], [980, 30], [1180, 36], [1355, 28], [1495, 28]),
  ...at('sampan', [1610, 26], [1740, 30], [1890, 34], [2220, 28], [2335, 24], [2590, 26], [2705, 36], [2850, 32]),
  ...at('junk', [130, 140], [330, 150], [500, 140], [720, 140], [1150, 150], [1440, 130], [1650, 140], [1850, 150]),
  ...at('junk', [2040, 160], [2200, 150], [2400, 150], [2620, 160], [2740, 150]),
  ...at('sampan', [20, 110], [90, 115], [310, 112], [520, 110], [810, 118], [1060, 112], [1330, 100], [1450, 98]),
  ...at('sampan', [1560, 100], [1990, 128], [2130, 130], [2380, 120], [2640, 128]),
  ...at('raft', [2350, 130], [2520, 90]),
]

const furthest = 1800

/** What was afloat in a year. */
export const fleetIn = (year: number): readonly Afloat[] =>
  fleet.filter(({ craft }) => year >= crafts[craft].from && year < crafts[craft].until)

/** Sets the river's craft on the water, but for those that would lie against the eye. */
export function afloat(b: Builder): void {
  for (const { craft, chainage, off, mirrored } of fleetIn(b.year)) {
    const { cutout } = crafts[craft]
    const foot = b.shore(chainage, 0, -off)
    const away = b.distance(foot)
    if (away > furthest || away < 34 + (cutout.box[2] - cutout.box[0]) * 0.9) continue
    b.standing(cutout, foot, 1, mirrored)
    if (craft === 'steamer') smoke(b, [foot[0], 22, foot[2]], 120, chainage)
    if (craft === 'steamFerry') smoke(b, [foot[0], 9.4, foot[2]], 46, chainage)
  }
}
