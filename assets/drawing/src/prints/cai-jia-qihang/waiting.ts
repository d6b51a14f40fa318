import { seededChance } from '@riverside/kit'
import {
  band,
  between,
  disc,
  drawn,
  filled,
  gouge,
  inks,
  levelCuts,
  line,
  poly,
  print,
  sheet,
  soft,
  tone,
} from '../cut.ts'
import { caseFrom, place, posed, stances } from '../pose.ts'
import { across, planks, roofs } from '../scenery.ts'
import { linerAbeam } from '../ships.ts'

const quay = 690

/** 两个日子: a winter night on the wharf, the ship lit, the company waiting under two lamps. */
export function waiting(): string {
  const chance = seededChance(2526)
  return print(
    chance,
    47,
    band(tone(0.26), -60, 520),
    filled(
      inks.ink,
      ...levelCuts(chance, { ...across, top: -50, bottom: 420 }, 13, (down) => 0.96 * (1 - down) ** 0.8),
    ),
    filled(inks.slate, ...levelCuts(chance, { ...across, top: 200, bottom: 500 }, 16, () => 0.3)),
    stars(chance),
    roofs(inks.ink, 524, [-60, 490], [120, 498], [300, 484], [480, 496], [1640, 488]),
    band(tone(0.2), 520, quay),
    filled(inks.ink, ...levelCuts(chance, { ...across, top: 520, bottom: quay }, 10, (down) => 0.4 + 0.3 * down)),
    linerAbeam(chance, [190, 634], 1420),
    lights(chance),
    planks(chance, quay, [896, 360], inks.ink, tone(0.28)),
    pool([470, 900]),
    pool([1330, 900]),
    lamp(470),
    lamp(1330),
    company(),
  )
}

const stars = (chance: () => number): string =>
  filled(
    inks.paper,
    ...Array.from({ length: 60 }, () =>
      disc([between(chance, 0, sheet.width), between(chance, 10, 250)], between(chance, 1.2, 3)),
    ),
  )

/** What the ship's windows let fall on the water. */
const lights = (chance: () => number): string =>
  filled(
    inks.pale,
    ...Array.from({ length: 130 }, () => {
      const x = between(chance, 300, 1520)
      const y = between(chance, 640, quay)
      return gouge([x, y], between(chance, 14, 60), between(chance, 2, 5))
    }),
  )

function lamp(x: number): string {
  return [
    filled(
      inks.ink,
      poly([x - 7, 892], [x - 5, 330], [x + 5, 330], [x + 7, 892]),
      poly([x - 20, 892], [x - 12, 866], [x + 12, 866], [x + 20, 892]),
    ),
    drawn(inks.paper, 2, line([x - 8, 884], [x - 6, 350])),
    drawn(inks.ink, 7, line([x - 30, 366], [x + 30, 366])),
    filled(inks.paper, poly([x - 28, 322], [x - 18, 262], [x + 18, 262], [x + 28, 322])),
    filled(
      inks.ink,
      poly([x - 34, 262], [x, 236], [x + 34, 262]),
      poly([x - 30, 322], [x + 30, 322], [x + 22, 336], [x - 22, 336]),
    ),
    drawn(inks.ink, 4, line([x, 262], [x, 322])),
    filled(
      inks.paper,
      ...Array.from({ length: 18 }, (_, index) => {
        const angle = (index / 18) * Math.PI * 2
        return gouge([x + Math.cos(angle) * 78, 294 + Math.sin(angle) * 78], 44, 3.4, (angle * 180) / Math.PI)
      }),
    ),
  ].join('')
}

const pool = ([x, y]: readonly [number, number]): string =>
  filled(
    inks.pale,
    soft(
      [x - 330, y + 6],
      [x - 180, y - 26],
      [x + 10, y - 34],
      [x + 210, y - 24],
      [x + 330, y + 8],
      [x + 180, y + 40],
      [x - 20, y + 48],
      [x - 210, y + 36],
    ),
  ) +
  filled(
    inks.ink,
    ...Array.from({ length: 16 }, (_, index) => gouge([x - 280 + index * 37, y + 4 + ((index * 29) % 40) - 18], 60, 4)),
  )

function company(): string {
  const common = { ink: inks.ink, edge: inks.paper, edgeWidth: 1.5 }
  const mother = posed(stances.standing, { wears: 'skirt', head: 'knot' })
  const son = posed({ ...stances.standing, nod: -8 }, { wears: 'gown', head: 'felt' })
  const daughter = posed(stances.strolling, { wears: 'skirt', head: 'bob' })
  const friend = posed(stances.standing, { wears: 'skirt', head: 'braid' })
  return [
    place([...daughter.figure, caseFrom(daughter.nearHand, 48, 34)], { at: [330, 916], size: 1.66, ...common }),
    place(mother.figure, { at: [572, 910], size: 1.66, mirrored: true, ...common }),
    place(son.figure, { at: [1220, 918], size: 1.74, ...common }),
    place([...friend.figure, caseFrom(friend.nearHand, 52, 36)], {
      at: [1436, 912],
      size: 1.64,
      mirrored: true,
      ...common,
    }),
    `<g stroke="${inks.paper}" stroke-width="5">${filled(inks.ink, poly([630, 840], [744, 836], [746, 918], [628, 920]))}</g>`,
    filled(inks.paper, gouge([688, 862], 104, 3), gouge([688, 896], 104, 3)),
    `<g stroke="${inks.paper}" stroke-width="5">${filled(inks.red, soft([650, 838], [664, 806], [690, 796], [716, 806], [728, 836]))}</g>`,
    filled(inks.ink, gouge([678, 820], 30, 3, 100), gouge([700, 820], 30, 3, 80)),
  ].join('')
}
