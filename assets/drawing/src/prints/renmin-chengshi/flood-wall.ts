import { seededChance } from '@riverside/kit'
import { band, between, drawn, filled, gouge, inks, levelCuts, line, poly, print, sheet, tone } from '../cut.ts'
import { child, fatherAndChild, oldWoman, stand } from '../people.ts'
import { place, posed, stances } from '../pose.ts'
import { birds, sky } from '../scenery.ts'
import { smoke } from '../ships.ts'

const top = 360

/** 墙: the flood wall at the end of the street; above it only masts, a crane and gulls. */
export function floodWall(): string {
  const chance = seededChance(66)
  return print(
    chance,
    251,
    sky(chance, top + 20, { deep: 260 }),
    beyond(chance),
    wall(chance),
    street(chance),
    people(),
    birds(inks.ink, [880, 150, 20], [970, 206, 14], [780, 196, 12], [1090, 160, 11], [620, 120, 13]),
  )
}

/** What can be seen of the river from here. */
function beyond(chance: () => number): string {
  return [
    smoke(chance, [470, 262], 420, 40),
    filled(inks.ink, poly([448, top + 10], [450, 266], [494, 266], [496, top + 10])),
    filled(inks.paper, poly([450, 300], [495, 300], [495, 318], [450, 318])),
    drawn(inks.ink, 8, line([330, top + 10], [330, 170]), line([620, top + 10], [620, 190])),
    drawn(
      inks.ink,
      3,
      line([330, 180], [240, top + 6]),
      line([330, 180], [448, 300]),
      line([620, 198], [520, top + 6]),
      line([620, 198], [720, top + 6]),
    ),
    filled(
      inks.ink,
      poly([1420, top + 10], [1440, 120], [1462, 120], [1482, top + 10]),
      poly([1360, 128], [1440, 96], [1720, 60], [1724, 76], [1470, 128]),
    ),
    drawn(inks.ink, 5, line([1451, 120], [1451, 44], [1700, 68]), line([1451, 46], [1366, 122])),
    drawn(inks.ink, 3, line([1650, 76], [1650, 250])),
    filled(inks.ink, poly([1632, 250], [1668, 250], [1660, 276], [1640, 276])),
    drawn(inks.paper, 3, ...[150, 200, 250, 300].map((y) => line([1434, y], [1468, y + 34]))),
  ].join('')
}

/** Concrete in panels, stained, patched and numbered by nobody. */
function wall(chance: () => number): string {
  const joints = Array.from({ length: 9 }, (_, index) => 40 + index * 216)
  return [
    filled(inks.slate, poly([-60, top], [sheet.width + 60, top - 6], [sheet.width + 60, 800], [-60, 800])),
    filled(
      inks.grey,
      poly([-60, top - 16], [sheet.width + 60, top - 22], [sheet.width + 60, top + 16], [-60, top + 20]),
    ),
    filled(
      inks.ink,
      ...Array.from({ length: 24 }, (_, index) => gouge([index * 80, top + 22], between(chance, 50, 90), 5)),
    ),
    drawn(inks.ink, 5, ...joints.map((x) => line([x, top + 22], [x + 3, 800]))),
    filled(
      tone(0.3),
      ...Array.from({ length: 150 }, () =>
        gouge(
          [between(chance, -40, sheet.width), between(chance, top + 40, 780)],
          between(chance, 30, 120),
          between(chance, 2, 6),
          88 + between(chance, -5, 5),
        ),
      ),
    ),
    filled(
      inks.grey,
      ...Array.from({ length: 90 }, () =>
        gouge(
          [between(chance, -40, sheet.width), between(chance, top + 40, 780)],
          between(chance, 30, 140),
          between(chance, 2, 4),
          between(chance, -3, 3),
        ),
      ),
    ),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: -60, right: sheet.width + 60, top: 690, bottom: 800 },
        12,
        (down) => 0.2 + 0.5 * down,
      ),
    ),
    // A patch of newer cement, and grass in the joints.
    filled(inks.grey, poly([1120, 470], [1270, 462], [1284, 590], [1130, 600])),
    filled(
      inks.ink,
      ...joints.flatMap((x) =>
        Array.from({ length: 6 }, (_, blade) =>
          gouge([x - 12 + blade * 6, 778], between(chance, 26, 60), 4, 90 + (blade - 3) * 12),
        ),
      ),
    ),
  ].join('')
}

const street = (chance: () => number): string =>
  band(inks.ink, 790, 1030) +
  filled(
    inks.slate,
    ...Array.from({ length: 90 }, () =>
      gouge(
        [between(chance, -20, sheet.width), between(chance, 806, 955)],
        between(chance, 40, 160),
        between(chance, 2, 4),
        between(chance, -2, 2),
      ),
    ),
  ) +
  filled(inks.grey, ...Array.from({ length: 22 }, (_, index) => gouge([index * 84, 794], between(chance, 50, 84), 5)))

function people(): string {
  const cyclist = posed(
    {
      lean: 26,
      nod: -20,
      legs: [
        [64, -14],
        [34, 10],
      ],
      arms: [
        [44, 66],
        [48, 70],
      ],
    },
    { wears: 'jacket', head: 'cap' },
  )
  const [cx, cy] = [1370, 900]
  const wheel = (x: number): string => `M${x - 92} ${cy - 84}a92 92 0 1 0 184 0a92 92 0 1 0 -184 0`
  const spokes = (x: number) =>
    Array.from({ length: 6 }, (_, index) =>
      line([x, cy - 84], [x + 88 * Math.cos((index * Math.PI) / 3), cy - 84 + 88 * Math.sin((index * Math.PI) / 3)]),
    )
  return [
    stand(fatherAndChild(), { at: [700, 1000], size: 1.72, ink: inks.ink, edge: inks.paper, edgeWidth: 1.7 }),
    stand(child(), { at: [960, 930], size: 1.36, ink: inks.ink, edge: inks.paper, edgeWidth: 1.8 }),
    stand(oldWoman(), { at: [330, 940], size: 1.5, ink: inks.ink, edge: inks.paper, edgeWidth: 1.8 }),
    drawn(inks.ink, 17, wheel(cx - 120), wheel(cx + 190)),
    drawn(inks.paper, 7, wheel(cx - 120), wheel(cx + 190)),
    drawn(inks.paper, 2, ...spokes(cx - 120), ...spokes(cx + 190)),
    drawn(
      inks.ink,
      15,
      line([cx - 120, cy - 84], [cx - 30, cy - 240], [cx + 130, cy - 240], [cx + 30, cy - 84], [cx - 120, cy - 84]),
      line([cx + 190, cy - 84], [cx + 126, cy - 290]),
    ),
    drawn(
      inks.paper,
      6,
      line([cx - 120, cy - 84], [cx - 30, cy - 240], [cx + 130, cy - 240], [cx + 30, cy - 84], [cx - 120, cy - 84]),
      line([cx + 190, cy - 84], [cx + 126, cy - 290]),
    ),
    `<g transform="translate(0 -66)">${place(cyclist.figure, { at: [cx - 36, cy - 12], size: 1.5, ink: inks.ink, edge: inks.paper, edgeWidth: 1.8 })}</g>`,
    filled(inks.red, poly([cx - 164, cy - 236], [cx - 66, cy - 240], [cx - 70, cy - 180], [cx - 160, cy - 178])),
    filled(inks.paper, gouge([cx - 114, cy - 208], 80, 4, -2)),
    place(posed({ ...stances.strolling, nod: -14 }, { wears: 'jacket', head: 'bob' }).figure, {
      at: [120, 950],
      size: 1.58,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 1.8,
    }),
  ].join('')
}
