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
} from '../cut.ts'
import { bundleFrom, place, posed, stances } from '../pose.ts'
import { chimney, sky } from '../scenery.ts'
import { smoke } from '../ships.ts'

/** 棚户: reed-mat huts under the mill's chimneys, a line of washing, two who have just come with a bundle. */
export function huts(): string {
  const chance = seededChance(1930)
  return print(
    chance,
    163,
    sky(chance, 620, { deep: 420, dense: 0.96 }),
    mills(chance),
    band(inks.grey, 600, 1030),
    filled(
      inks.slate,
      ...levelCuts(
        chance,
        { left: -60, right: sheet.width + 60, top: 606, bottom: 960 },
        14,
        (down) => 0.3 + 0.3 * down,
      ),
    ),
    hut(chance, [980, 640], 250, 150, inks.slate),
    hut(chance, [700, 634], 210, 130, inks.slate),
    hut(chance, [1260, 646], 260, 150, inks.slate),
    hut(chance, [1520, 690], 360, 240, inks.ink),
    hut(chance, [60, 720], 470, 330, inks.ink),
    hut(chance, [1180, 720], 320, 210, inks.ink),
    lane(chance),
    washing(),
    family(),
  )
}

function mills(chance: () => number): string {
  const teeth = Array.from({ length: 17 }, (_, index): Mark[] => [
    [420 + index * 84, 520],
    [420 + index * 84, 452],
    [504 + index * 84, 500],
  ]).flat()
  return [
    smoke(chance, [652, 96], 760, 66),
    smoke(chance, [1012, 150], 620, 54),
    smoke(chance, [1402, 120], 460, 56),
    filled(inks.slate, poly([400, 640], [420, 520], ...teeth, [1900, 500], [1900, 640])),
    filled(inks.pale, ...Array.from({ length: 40 }, (_, index) => gouge([446 + index * 36, 560], 26, 7, 90))),
    chimney([650, 560], 466, 62),
    chimney([1010, 560], 414, 54),
    chimney([1400, 570], 452, 58),
    chimney([330, 640], 300, 40, inks.slate, inks.grey),
  ].join('')
}

/** A low barrel of reed mats over bent bamboo, a mat for a door. */
function hut(chance: () => number, [x, foot]: Mark, wide: number, high: number, fill: string): string {
  const roof = (out: number): string =>
    soft(
      [x - out, foot + 6],
      [x + wide * 0.04 - out, foot - high * 0.58],
      [x + wide * 0.3, foot - high * 0.96 - out],
      [x + wide * 0.7, foot - high * 0.96 - out],
      [x + wide * 0.96 + out, foot - high * 0.58],
      [x + wide + out, foot + 6],
    )
  const edge = fill === inks.ink ? inks.paper : inks.pale
  const thatch = Array.from({ length: Math.round(wide / 5) }, () => {
    const part = chance()
    const up = Math.sin(Math.PI * part) ** 0.5 * between(chance, 0.2, 0.92)
    return gouge(
      [x + wide * part, foot - high * up],
      between(chance, 20, 54),
      between(chance, 2, 3.4),
      (part - 0.5) * 90 + between(chance, -12, 12),
    )
  })
  const door = wide * 0.3
  const dx = x + wide * 0.36
  return (
    `<g stroke="${edge}" stroke-width="5" stroke-linejoin="round">${filled(fill, roof(0))}</g>` +
    filled(fill === inks.ink ? inks.slate : inks.grey, ...thatch) +
    drawn(
      edge,
      3,
      ...[0.2, 0.5, 0.8].map(
        (part) =>
          `M${x + wide * (part - 0.08)} ${foot - high * Math.sin(Math.PI * part) ** 0.6 * 0.96}L${x + wide * (part - 0.08)} ${foot}`,
      ),
    ) +
    filled(
      inks.ink,
      soft(
        [dx, foot + 4],
        [dx, foot - high * 0.44],
        [dx + door / 2, foot - high * 0.58],
        [dx + door, foot - high * 0.44],
        [dx + door, foot + 4],
      ),
    ) +
    filled(
      edge,
      poly(
        [dx + door * 0.52, foot + 2],
        [dx + door * 0.56, foot - high * 0.52],
        [dx + door * 1.02, foot - high * 0.42],
        [dx + door * 1.02, foot + 2],
      ),
    ) +
    drawn(
      inks.ink,
      2,
      ...[0.64, 0.76, 0.88].map((part) => line([dx + door * part, foot], [dx + door * part, foot - high * 0.44])),
    )
  )
}

function lane(chance: () => number): string {
  return (
    filled(
      inks.ink,
      poly(
        [-60, 800],
        [520, 770],
        [980, 790],
        [1300, 772],
        [sheet.width + 60, 800],
        [sheet.width + 60, 1030],
        [-60, 1030],
      ),
    ) +
    filled(
      inks.slate,
      ...Array.from({ length: 90 }, () =>
        gouge(
          [between(chance, -20, sheet.width), between(chance, 806, 955)],
          between(chance, 30, 130),
          between(chance, 2, 4),
          between(chance, -3, 3),
        ),
      ),
    ) +
    filled(
      inks.grey,
      soft([300, 884], [420, 868], [620, 876], [660, 894], [480, 908], [330, 902]),
      soft([1180, 922], [1300, 910], [1460, 918], [1420, 936], [1230, 938]),
    ) +
    filled(inks.paper, gouge([470, 884], 200, 5), gouge([1300, 922], 150, 4)) +
    jar([860, 812]) +
    jar([930, 826])
  )
}

const jar = ([x, y]: Mark): string =>
  `<g stroke="${inks.paper}" stroke-width="4">${filled(inks.ink, soft([x - 24, y - 60], [x + 24, y - 60], [x + 34, y - 34], [x + 22, y], [x - 22, y], [x - 34, y - 34]))}</g>${filled(inks.slate, disc([x, y - 58], 20, 6))}`

/** A line from hut to hut; one red cloth on it. */
function washing(): string {
  const hang = (x: number, wide: number, high: number, fill: string): string =>
    `<g stroke="${inks.ink}" stroke-width="3" stroke-linejoin="round">${filled(fill, soft([x, 520], [x + wide, 524], [x + wide + 4, 520 + high * 0.5], [x + wide - 2, 520 + high], [x + wide * 0.5, 516 + high], [x + 4, 522 + high], [x - 4, 520 + high * 0.5]))}</g>${filled(inks.ink, gouge([x + wide * 0.35, 520 + high * 0.5], high * 0.6, 3, 88), gouge([x + wide * 0.7, 520 + high * 0.5], high * 0.5, 3, 93))}`
  const shirt = (x: number): string =>
    `<g stroke="${inks.ink}" stroke-width="3" stroke-linejoin="round">${filled(inks.paper, poly([x - 60, 528], [x - 26, 518], [x + 26, 518], [x + 60, 530], [x + 54, 562], [x + 30, 556], [x + 32, 624], [x - 32, 622], [x - 30, 554], [x - 54, 560]))}</g>${filled(inks.ink, gouge([x, 570], 88, 3, 90))}`
  return [
    drawn(inks.ink, 7, line([566, 800], [556, 488]), line([1130, 800], [1140, 486])),
    drawn(inks.ink, 3.4, 'M556 506Q846 552 1140 504'),
    `<g transform="translate(0 4)">${hang(624, 66, 96, inks.pale)}${shirt(780)}${hang(880, 58, 84, inks.red)}${shirt(1016)}</g>`,
  ].join('')
}

function family(): string {
  const man = posed(stances.walking, { wears: 'gown', head: 'short' })
  const woman = posed(stances.strolling, { wears: 'skirt', head: 'bob' })
  const neighbour = posed(
    {
      lean: 6,
      nod: 8,
      legs: [
        [6, 0],
        [-6, -4],
      ],
      arms: [
        [16, 40],
        [22, 52],
      ],
    },
    { wears: 'jacket', head: 'knot' },
  )
  return [
    place(neighbour.figure, {
      at: [1420, 846],
      size: 0.94,
      mirrored: true,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 2.2,
    }),
    place([...woman.figure, bundleFrom(woman.nearHand)], {
      at: [470, 936],
      size: 1.94,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 1.8,
    }),
    place([...man.figure, bundleFrom(man.nearHand, 'light')], {
      at: [740, 942],
      size: 2.06,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 1.8,
    }),
  ].join('')
}
