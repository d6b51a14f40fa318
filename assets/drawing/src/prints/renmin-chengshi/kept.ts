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
import { place, posed, stances } from '../pose.ts'
import { birds, bricks, chimney } from '../scenery.ts'

const foot = 700

/** Old buildings are kept in so many places; a young tree stands for each. */
const places = 24

/** 留下: the roofs that were kept, side by side: towers and battlements, saw-teeth, gables, a chimney, a godown. */
export function kept(): string {
  const chance = seededChance(24)
  return print(
    chance,
    269,
    band(inks.pale, -60, foot),
    filled(
      inks.paper,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: -40, bottom: 600 }, 17, () => 0.42),
    ),
    filled(
      inks.grey,
      ...levelCuts(
        chance,
        { left: -60, right: sheet.width + 60, top: -40, bottom: 220 },
        18,
        (down) => 0.5 * (1 - down),
      ),
    ),
    chimney([1588, foot], 560, 74),
    waterworks(chance),
    mill(chance),
    gables(chance),
    godown(chance),
    lawn(chance),
    trees(chance),
    visitors(),
    birds(inks.ink, [820, 110, 18], [910, 160, 13], [730, 170, 11], [1330, 130, 14], [1250, 90, 10]),
  )
}

/** Battlements, corner towers and a pointed gate, of the kind of the waterworks. */
function waterworks(chance: () => number): string {
  const merlons = (left: number, right: number, top: number): readonly string[] =>
    Array.from({ length: Math.floor((right - left) / 26) }, (_, index) =>
      poly(
        [left + index * 26, top + 3],
        [left + index * 26, top - 15],
        [left + index * 26 + 14, top - 15],
        [left + index * 26 + 14, top + 3],
      ),
    )
  const tower = (x: number, wide: number, high: number): string =>
    filled(inks.ink, poly([x, foot], [x, foot - high], [x + wide, foot - high], [x + wide, foot])) +
    filled(inks.ink, ...merlons(x - 5, x + wide + 8, foot - high)) +
    filled(
      inks.grey,
      ...[0.3, 0.62].map((up) =>
        poly(
          [x + wide / 2 - 10, foot - high * up],
          [x + wide / 2 - 10, foot - high * up - 46],
          [x + wide / 2, foot - high * up - 60],
          [x + wide / 2 + 10, foot - high * up - 46],
          [x + wide / 2 + 10, foot - high * up],
        ),
      ),
    ) +
    drawn(
      inks.pale,
      4,
      line([x, foot - high + 18], [x + wide, foot - high + 18]),
      line([x, foot - high * 0.5], [x + wide, foot - high * 0.5]),
    )
  return [
    filled(inks.ink, poly([-60, foot], [-60, 500], [500, 500], [500, foot])),
    filled(inks.ink, ...merlons(-60, 500, 500)),
    bricks(chance, { left: -50, right: 490, top: 530, bottom: 690 }, 17, inks.slate, 0.4),
    drawn(inks.pale, 5, line([-60, 522], [500, 522]), line([-60, 612], [500, 612])),
    filled(
      inks.pale,
      ...Array.from({ length: 8 }, (_, index) =>
        poly(
          [-20 + index * 64, 600],
          [-20 + index * 64, 560],
          [-8 + index * 64, 544],
          [4 + index * 64, 560],
          [4 + index * 64, 600],
        ),
      ),
    ),
    tower(20, 84, 270),
    tower(400, 92, 320),
    filled(inks.pale, poly([220, foot], [220, 648], [252, 616], [284, 648], [284, foot])),
    filled(inks.ink, poly([228, foot], [228, 650], [252, 626], [276, 650], [276, foot])),
  ].join('')
}

/** Saw-tooth north lights over a low brick front. */
function mill(chance: () => number): string {
  const teeth: Mark[] = Array.from({ length: 5 }, (_, index): Mark[] => [
    [516 + index * 82, 560],
    [516 + index * 82, 474],
    [598 + index * 82, 548],
  ]).flat()
  return [
    filled(inks.slate, poly([516, foot], ...teeth, [926, foot])),
    filled(
      inks.paper,
      ...Array.from({ length: 5 }, (_, index) =>
        poly([524 + index * 82, 552], [524 + index * 82, 496], [534 + index * 82, 504], [534 + index * 82, 552]),
      ),
    ),
    filled(inks.ink, ...Array.from({ length: 5 }, (_, index) => gouge([562 + index * 82, 516], 88, 6, 42))),
    bricks(chance, { left: 524, right: 920, top: 580, bottom: 690 }, 15, inks.pale, 0.3),
    filled(
      inks.ink,
      ...Array.from({ length: 7 }, (_, index) =>
        poly([540 + index * 55, 668], [540 + index * 55, 606], [570 + index * 55, 606], [570 + index * 55, 668]),
      ),
    ),
    drawn(
      inks.pale,
      3,
      ...Array.from({ length: 7 }, (_, index) => line([555 + index * 55, 606], [555 + index * 55, 668])),
    ),
  ].join('')
}

function gables(chance: () => number): string {
  const gable = (x: number, wide: number, high: number, fill: string, cut: string): string =>
    filled(
      fill,
      poly(
        [x, foot],
        [x, foot - high],
        [x + wide / 2, foot - high - wide * 0.36],
        [x + wide, foot - high],
        [x + wide, foot],
      ),
    ) +
    bricks(chance, { left: x + 4, right: x + wide - 4, top: foot - high + 10, bottom: foot - 10 }, 15, cut, 0.36) +
    filled(
      inks.pale,
      ...[0.26, 0.5, 0.74].flatMap((part) =>
        [0.22, 0.56].map((up) =>
          poly(
            [x + wide * part - 13, foot - high * up],
            [x + wide * part - 13, foot - high * up - 52],
            [x + wide * part, foot - high * up - 64],
            [x + wide * part + 13, foot - high * up - 52],
            [x + wide * part + 13, foot - high * up],
          ),
        ),
      ),
    ) +
    drawn(
      inks.ink,
      8,
      line([x - 10, foot - high + 6], [x + wide / 2, foot - high - wide * 0.36 - 4], [x + wide + 10, foot - high + 6]),
    ) +
    filled(inks.paper, disc([x + wide / 2, foot - high - wide * 0.1], 16)) +
    filled(fill, disc([x + wide / 2, foot - high - wide * 0.1], 10))
  return (
    gable(936, 190, 226, inks.ink, inks.slate) +
    gable(1130, 180, 200, inks.slate, inks.pale) +
    gable(1314, 190, 226, inks.ink, inks.slate)
  )
}

/** A godown of four floors with trees on its steps. */
function godown(chance: () => number): string {
  return [
    filled(inks.slate, poly([1640, foot], [1640, 420], [1880, 420], [1880, foot])),
    filled(inks.ink, poly([1520, foot], [1520, 610], [1580, 610], [1580, 560], [1640, 560], [1640, foot])),
    filled(
      inks.pale,
      ...Array.from({ length: 4 }, (_, row) =>
        Array.from({ length: 5 }, (_, column) =>
          poly(
            [1656 + column * 46, 486 + row * 56],
            [1656 + column * 46, 446 + row * 56],
            [1688 + column * 46, 446 + row * 56],
            [1688 + column * 46, 486 + row * 56],
          ),
        ),
      ).flat(),
    ),
    drawn(inks.ink, 4, ...[436, 496, 552, 608, 664].map((y) => line([1640, y], [1860, y]))),
    filled(
      inks.ink,
      ...Array.from({ length: 46 }, () =>
        gouge(
          [1520 + between(chance, -6, 126), between(chance, 530, 612)],
          between(chance, 18, 40),
          9,
          between(chance, -50, 50),
        ),
      ),
    ),
  ].join('')
}

const lawn = (chance: () => number): string =>
  band(inks.grey, foot - 4, 1030) +
  filled(
    inks.slate,
    ...Array.from({ length: 150 }, () =>
      gouge(
        [between(chance, -20, sheet.width), between(chance, 706, 800)],
        between(chance, 14, 40),
        4,
        90 + between(chance, -24, 24),
      ),
    ),
  ) +
  filled(
    inks.paper,
    poly([-60, 820], [420, 800], [980, 826], [1860, 790], [1860, 930], [1000, 960], [380, 930], [-60, 960]),
  ) +
  filled(
    inks.grey,
    ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 826, bottom: 920 }, 14, () => 0.3),
  ) +
  filled(inks.ink, poly([-60, 976], [380, 944], [1000, 974], [1860, 940], [1860, 1030], [-60, 1030]))

function trees(chance: () => number): string {
  return Array.from({ length: places }, (_, index) => {
    const x = 20 + index * 77 + between(chance, -8, 8)
    const y = 800 - Math.sin(index / 2.6) * 8
    const high = between(chance, 92, 124)
    const leaves = Array.from({ length: 15 }, () => {
      const angle = between(chance, 0, Math.PI * 2)
      const out = Math.sqrt(chance()) * 25
      return gouge(
        [x + Math.cos(angle) * out, y - high + Math.sin(angle) * out * 1.2],
        between(chance, 14, 26),
        7,
        between(chance, -60, 60),
      )
    })
    const crown = soft(
      [x - 22, y - high + 6],
      [x - 14, y - high - 24],
      [x + 12, y - high - 26],
      [x + 23, y - high + 2],
      [x + 12, y - high + 26],
      [x - 12, y - high + 26],
    )
    return (
      drawn(inks.paper, 8, line([x, y], [x, y - high])) +
      drawn(inks.ink, 5, line([x, y], [x, y - high])) +
      `<g stroke="${inks.paper}" stroke-width="5">${filled(inks.ink, crown)}</g>` +
      filled(inks.ink, ...leaves)
    )
  }).join('')
}

function visitors(): string {
  const common = { ink: inks.ink, edge: inks.paper, edgeWidth: 2.2 }
  const all = [
    { x: 130, pose: stances.strolling, dress: { wears: 'jacket', head: 'cap' }, size: 0.8, mirrored: false },
    { x: 210, pose: stances.strolling, dress: { wears: 'jacket', head: 'knot' }, size: 0.78, mirrored: false },
    { x: 470, pose: stances.running, dress: { wears: 'shorts', head: 'short' }, size: 0.8, mirrored: true },
    { x: 690, pose: stances.walking, dress: { wears: 'skirt', head: 'bob' }, size: 0.82, mirrored: false },
    { x: 760, pose: stances.walking, dress: { wears: 'shorts', head: 'tail' }, size: 0.54, mirrored: false },
    {
      x: 1060,
      pose: { ...stances.standing, nod: -14 },
      dress: { wears: 'jacket', head: 'short' },
      size: 0.84,
      mirrored: true,
    },
    {
      x: 1130,
      pose: { ...stances.standing, nod: -18 },
      dress: { wears: 'jacket', head: 'braid' },
      size: 0.8,
      mirrored: true,
    },
    { x: 1420, pose: stances.running, dress: { wears: 'shorts', head: 'tail' }, size: 0.82, mirrored: false },
    { x: 1690, pose: stances.strolling, dress: { wears: 'jacket', head: 'cap' }, size: 0.82, mirrored: true },
  ] as const
  return all
    .map(({ x, pose, dress, size, mirrored }, index) => {
      const { figure } = posed(pose, dress)
      const shown =
        index === 7 ? figure.map((plate, at) => (at === 3 ? { ...plate, fill: 'red' as const } : plate)) : figure
      return place(shown, { at: [x, 906 - Math.sin(x / 300) * 12], size, mirrored, ...common })
    })
    .join('')
}
