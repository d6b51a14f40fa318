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
  type Mark,
  poly,
  print,
  sheet,
  soft,
  tone,
} from '../cut.ts'
import { gentleman, porter, stand } from '../people.ts'
import { caseFrom, place, posed, stances } from '../pose.ts'
import { bricks } from '../scenery.ts'

const left = 430
const right = 1380
const sill = 742

/** 码头: out of the dark of a godown one sees the ship's side, the gangway and who goes aboard. */
export function shedDoor(): string {
  const chance = seededChance(1104)
  return print(chance, 149, band(inks.pale, -60, 1030), outside(chance), inside(chance), people())
}

function outside(chance: () => number): string {
  const ports = [500, 640, 780, 1200, 1340]
  return [
    filled(inks.paper, ...levelCuts(chance, { left, right, top: 90, bottom: 300 }, 14, () => 0.3)),
    filled(inks.slate, ...levelCuts(chance, { left, right, top: 60, bottom: 190 }, 14, (down) => 0.7 * (1 - down))),
    // White decks above a black side.
    filled(inks.paper, poly([left, 216], [right, 204], [right, 312], [left, 318])),
    filled(
      inks.ink,
      ...Array.from({ length: 22 }, (_, index) =>
        poly([452 + index * 43, 240], [472 + index * 43, 240], [472 + index * 43, 276], [452 + index * 43, 276]),
      ),
    ),
    filled(inks.grey, poly([left, 212], [right, 200], [right, 210], [left, 222])),
    filled(inks.ink, poly([left, 316], [right, 308], [right, 640], [left, 640])),
    drawn(inks.slate, 2.4, line([left, 364], [right, 358]), line([left, 500], [right, 496])),
    filled(
      inks.slate,
      ...Array.from({ length: 40 }, () =>
        gouge([between(chance, left, right), between(chance, 340, 590)], between(chance, 50, 170), 2.6, -1),
      ),
    ),
    filled(inks.paper, ...ports.map((x) => disc([x, 430], 22))),
    filled(inks.ink, ...ports.map((x) => disc([x, 430], 15))),
    filled(inks.red, poly([left, 590], [right, 584], [right, 640], [left, 640])),
    filled(inks.grey, poly([left, 636], [right, 632], [right, 668], [left, 670])),
    filled(inks.ink, ...levelCuts(chance, { left, right, top: 638, bottom: 666 }, 9, () => 0.5)),
    // The lit port and its gangway.
    filled(inks.paper, poly([930, 372], [1040, 368], [1042, 520], [932, 522])),
    filled(inks.grey, poly([700, 720], [760, 722], [1044, 526], [936, 520])),
    drawn(
      inks.ink,
      3,
      ...Array.from({ length: 16 }, (_, index) =>
        line([712 + index * 15, 712 - index * 12.4], [768 + index * 17, 714 - index * 12.2]),
      ),
    ),
    drawn(inks.paper, 4, line([694, 668], [930, 470]), line([764, 668], [1040, 474])),
    drawn(
      inks.paper,
      3,
      ...[0, 1, 2, 3, 4].map((post) => line([764 + post * 66, 716 - post * 46], [764 + post * 66, 664 - post * 46])),
    ),
    filled(tone(0.5), poly([left - 20, 664], [right + 20, 660], [right + 20, sill + 20], [left - 20, sill + 20])),
    drawn(
      inks.slate,
      3,
      ...Array.from({ length: 16 }, (_, index) =>
        line([left + 20 + index * 62, 668], [left - 60 + index * 78, sill + 10]),
      ),
    ),
    // Coal under the crane's hook.
    filled(inks.ink, soft([1090, 692], [1150, 610], [1220, 574], [1290, 600], [1400, 690], [1240, 700])),
    filled(
      inks.slate,
      ...Array.from({ length: 24 }, () =>
        gouge(
          [between(chance, 1130, 1370), between(chance, 622, 684)],
          between(chance, 10, 24),
          5,
          between(chance, -40, 40),
        ),
      ),
    ),
  ].join('')
}

/** The godown: door posts and beams, and its floor where the light falls. */
function inside(chance: () => number): string {
  const beam = (y: number, thick: number, ink: string): string =>
    filled(ink, poly([-60, y], [sheet.width + 60, y - 6], [sheet.width + 60, y + thick - 6], [-60, y + thick]))
  const stack = (x: number, y: number, wide: number, high: number): string =>
    `<g stroke="${inks.slate}" stroke-width="3" stroke-linejoin="round">${filled(inks.night, poly([x, y], [x, y - high], [x + wide, y - high], [x + wide, y]))}</g>` +
    drawn(inks.slate, 2, line([x, y - high], [x + wide, y]), line([x + wide, y - high], [x, y]))
  const sack = (x: number, y: number): string =>
    `<g stroke="${inks.slate}" stroke-width="3">${filled(inks.night, soft([x - 66, y], [x - 72, y - 30], [x - 50, y - 54], [x + 50, y - 56], [x + 72, y - 30], [x + 66, y]))}</g>` +
    filled(inks.slate, gouge([x, y - 26], 90, 4, 3), gouge([x - 56, y - 44], 20, 4, 50))
  return [
    filled(
      inks.ink,
      poly([-60, -60], [left, -60], [left, sill + 30], [-60, 1030]),
      poly([right, -60], [sheet.width + 60, -60], [sheet.width + 60, 1030], [right, sill + 30]),
    ),
    filled(inks.ink, poly([-60, -60], [sheet.width + 60, -60], [sheet.width + 60, 132], [-60, 132])),
    filled(inks.ink, poly([left - 10, sill], [right + 10, sill], [sheet.width + 60, 1030], [-60, 1030])),
    filled(tone(0.34), poly([left + 30, sill], [right - 30, sill], [1560, 1030], [250, 1030])),
    drawn(
      inks.ink,
      3,
      ...Array.from({ length: 15 }, (_, index) => line([left + 40 + index * 62, sill], [260 + index * 92, 1030])),
    ),
    bricks(chance, { left: -60, right: left - 30, top: 150, bottom: 860 }, 24, tone(0.26), 0.3),
    bricks(chance, { left: right + 30, right: sheet.width + 60, top: 150, bottom: 860 }, 24, tone(0.26), 0.3),
    beam(24, 34, tone(0.2)),
    beam(92, 22, tone(0.26)),
    drawn(tone(0.26), 16, line([left - 6, 132], [250, -60]), line([right + 6, 132], [1560, -60])),
    drawn(
      inks.paper,
      4,
      line([left + 1, 134], [left + 1, sill]),
      line([right - 1, 134], [right - 1, sill]),
      line([left, 134], [right, 132]),
    ),
    // A sliding door, half away.
    filled(tone(0.2), poly([right, 140], [right + 190, 140], [right + 190, sill + 80], [right, sill + 22])),
    drawn(inks.ink, 3, ...[40, 80, 120, 160].map((x) => line([right + x, 142], [right + x, sill + 20 + x * 0.35]))),
    drawn(inks.slate, 5, line([right + 4, 250], [right + 188, 250]), line([right + 4, 560], [right + 188, 590])),
    stack(-20, 700, 180, 150),
    stack(150, 790, 170, 170),
    stack(-40, 860, 210, 160),
    sack(1640, 880),
    sack(1760, 872),
    sack(1700, 830),
  ].join('')
}

function people(): string {
  const climbing = [
    { at: [872, 648] as Mark, dress: { wears: 'jacket', head: 'cap' } },
    { at: [946, 594] as Mark, dress: { wears: 'gown', head: 'felt' } },
  ] as const
  const climb = {
    lean: 6,
    legs: [
      [30, 6],
      [-10, -22],
    ],
    arms: [
      [-14, 6],
      [10, 30],
    ],
  } as const
  const walker = posed(stances.walking, { wears: 'gown', head: 'short' })
  return [
    ...climbing.map(({ at, dress }) =>
      place(posed(climb, dress).figure, { at, size: 0.5, ink: inks.ink, edge: inks.paper, edgeWidth: 3.4 }),
    ),
    stand(porter(), { at: [560, 742], size: 0.74, ink: inks.ink, edge: inks.paper, edgeWidth: 2.6 }),
    stand(porter(), { at: [1256, 756], size: 0.8, mirrored: true, ink: inks.ink, edge: inks.paper, edgeWidth: 2.4 }),
    place([...walker.figure, caseFrom(walker.nearHand, 56, 38)], {
      at: [760, 940],
      size: 1.72,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 1.8,
    }),
    stand(gentleman(false), { at: [1130, 985], size: 1.7, ink: inks.ink, edge: inks.paper, edgeWidth: 1.8 }),
  ].join('')
}
