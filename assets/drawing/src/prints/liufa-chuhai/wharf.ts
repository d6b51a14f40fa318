import { seededChance } from '@riverside/kit'
import { band, between, drawn, filled, gouge, inks, levelCuts, line, type Mark, poly, print, sheet } from '../cut.ts'
import { type Body, child, fatherAndChild, gentleman, oldWoman, porter, stand, student, youngWoman } from '../people.ts'
import { junk, linerAbeam } from '../ships.ts'

const horizon = 470
const quay = 742

/** 码头: a liner at a timber wharf, and everybody who has come down to it. */
export function wharf(): string {
  const chance = seededChance(1919)
  const across = { left: -60, right: sheet.width + 60 }
  return print(
    chance,
    11,
    band(inks.pale, -60, horizon),
    band(inks.slate, -60, 118),
    filled(
      inks.slate,
      ...levelCuts(chance, { ...across, top: 110, bottom: 330 }, 13, (down) => 0.78 * (1 - down) ** 1.3),
    ),
    filled(
      inks.paper,
      ...levelCuts(chance, { ...across, top: 96, bottom: 400 }, 15, (down) => 0.34 * Math.sin(Math.PI * down)),
    ),
    farBank(),
    band(inks.grey, horizon, quay),
    filled(
      inks.slate,
      ...levelCuts(chance, { ...across, top: horizon + 4, bottom: quay }, 9, (down) => 0.2 + 0.4 * down),
    ),
    filled(
      inks.paper,
      ...levelCuts(chance, { ...across, top: horizon + 8, bottom: quay }, 11, (down) => 0.1 + 0.32 * down),
    ),
    junk([214, horizon + 22], 118, inks.ink),
    junk([62, horizon + 10], 74, inks.slate),
    junk([352, horizon + 6], 52, inks.slate),
    linerAbeam(chance, [432, 664], 1560),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: 480, right: sheet.width + 60, top: 668, bottom: quay },
        9,
        (down) => 0.75 - 0.45 * down,
      ),
    ),
    filled(
      inks.paper,
      ...levelCuts(chance, { left: 400, right: sheet.width + 60, top: 676, bottom: quay }, 12, () => 0.2),
    ),
    gangway(),
    wharfDeck(chance),
    crowd(),
    gulls(),
  )
}

function farBank(): string {
  const roofs: Mark[] = [
    [-60, 430],
    [60, 430],
    [60, 442],
    [128, 442],
    [128, 424],
    [150, 418],
    [172, 424],
    [172, 446],
    [262, 446],
    [262, 434],
    [392, 434],
    [392, 448],
    [520, 448],
    [520, 438],
    [700, 438],
  ]
  return filled(
    inks.slate,
    poly(...roofs, [700, horizon], [-60, horizon]),
    poly([206, 372], [216, 372], [218, 446], [204, 446]),
  )
}

function gangway(): string {
  const steps = Array.from({ length: 22 }, (_, index): Mark => [812 + index * 13.4, 760 - index * 9.6])
  const rail = (lift: number, shift: number) => line([806 + shift, 764 - lift], [1100 + shift, 552 - lift])
  return [
    filled(inks.pale, poly([806, 772], [856, 772], [1128, 566], [1098, 550])),
    drawn(inks.ink, 2.4, ...steps.map(([x, y]) => line([x, y + 6], [x + 30, y + 9]))),
    drawn(inks.paper, 3.4, rail(44, 0), rail(44, 40)),
    drawn(
      inks.paper,
      2.6,
      ...[0, 1, 2, 3, 4].map((post) => line([812 + post * 68, 762 - post * 49], [812 + post * 68, 716 - post * 49])),
    ),
    filled(inks.grey, poly([1092, 494], [1132, 494], [1132, 564], [1092, 560])),
    ...climbers(),
  ].join('')
}

function climbers(): readonly string[] {
  const on: readonly [Body, number, boolean][] = [
    [porter(), 0.1, false],
    [gentleman(), 0.38, false],
    [youngWoman(false), 0.6, true],
    [student(), 0.84, false],
  ]
  return on.map(([body, part, mirrored]) =>
    stand(body, {
      at: [846 + part * 264, 752 - part * 192],
      size: 0.36,
      mirrored,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 4,
    }),
  )
}

function wharfDeck(chance: () => number): string {
  const far: Mark = [900, 300]
  const planks = Array.from({ length: 34 }, (_, index) => {
    const foot = -900 + index * 108 + between(chance, -10, 10)
    const top = far[0] + ((foot - far[0]) * (quay - far[1])) / (1020 - far[1])
    return line([top, quay + 14], [foot, 1020])
  })
  return [
    band(inks.ink, quay, 1030),
    filled(
      inks.pale,
      ...Array.from({ length: 22 }, (_, index) =>
        gouge([index * 86 + between(chance, -20, 20), quay + 5], between(chance, 50, 96), 6),
      ),
    ),
    drawn(inks.night, 3, ...planks),
    filled(
      inks.slate,
      ...Array.from({ length: 120 }, () =>
        gouge(
          [between(chance, 0, sheet.width), between(chance, quay + 30, 950)],
          between(chance, 30, 130),
          between(chance, 1.4, 3),
          between(chance, -2, 2),
        ),
      ),
    ),
    bollard([690, 800]),
    bollard([1560, 812]),
  ].join('')
}

function bollard([x, y]: Mark): string {
  return (
    filled(
      inks.paper,
      poly(
        [x - 25, y - 47],
        [x + 25, y - 47],
        [x + 23, y - 29],
        [x + 16, y - 27],
        [x + 20, y + 3],
        [x - 20, y + 3],
        [x - 16, y - 27],
        [x - 23, y - 29],
      ),
    ) +
    filled(
      inks.ink,
      poly(
        [x - 22, y - 44],
        [x + 22, y - 44],
        [x + 20, y - 32],
        [x + 12, y - 29],
        [x + 16, y],
        [x - 16, y],
        [x - 12, y - 29],
        [x - 20, y - 32],
      ),
    )
  )
}

function crowd(): string {
  const far: readonly [Body, number, number, number, boolean][] = [
    [student(), 452, 792, 0.56, false],
    [oldWoman(), 540, 800, 0.58, true],
    [gentleman(), 616, 806, 0.58, false],
    [youngWoman(false), 742, 810, 0.6, false],
    [fatherAndChild(), 1010, 818, 0.6, false],
    [student(), 1110, 812, 0.58, true],
    [oldWoman(), 1206, 822, 0.6, false],
    [youngWoman(false), 1292, 812, 0.6, true],
    [gentleman(), 1398, 818, 0.6, true],
    [child(), 1466, 826, 0.62, false],
    [porter(), 1662, 836, 0.66, false],
  ]
  const near: readonly [Body, number, number, number, boolean][] = [
    [porter(), 236, 1010, 1.72, false],
    [youngWoman(false), 588, 1030, 1.36, false],
    [child(), 720, 1016, 1.3, false],
    [gentleman(), 1236, 1060, 1.5, false],
    [oldWoman(), 950, 1050, 1.36, false],
    [fatherAndChild(), 1480, 1080, 1.56, true],
  ]
  const at = (list: typeof far, edge: string, edgeWidth: number) =>
    list
      .map(([body, x, y, size, mirrored]) =>
        stand(body, { at: [x, y], size, mirrored, ink: inks.ink, edge, edgeWidth }),
      )
      .join('')
  return at(far, inks.grey, 2.6) + at(near, inks.paper, 1.8)
}

function gulls(): string {
  const wings = ([x, y]: Mark, size: number) =>
    `M${x - size} ${y - size * 0.3}Q${x - size * 0.4} ${y - size * 0.5} ${x} ${y}Q${x + size * 0.5} ${y - size * 0.6} ${x + size} ${y - size * 0.22}Q${x + size * 0.4} ${y - size * 0.3} ${x} ${y + size * 0.2}Q${x - size * 0.4} ${y - size * 0.25} ${x - size} ${y - size * 0.3}Z`
  return filled(
    inks.ink,
    wings([300, 250], 19),
    wings([404, 206], 13),
    wings([188, 318], 11),
    wings([498, 286], 15),
    wings([92, 214], 12),
  )
}
