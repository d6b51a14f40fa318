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
  tone,
} from '../cut.ts'
import { place, posed, stances } from '../pose.ts'
import { bricks, chimney } from '../scenery.ts'

const lenses: readonly Mark[] = [
  [560, 500],
  [1236, 500],
]
const radius = 290

/** 眼镜: the mill gate in the evening; sharp where a pair of round glasses stands before it, and nowhere else. */
export function glasses(): string {
  const chance = seededChance(56)
  const scene = gate(seededChance(670))
  return print(
    chance,
    181,
    blurred(chance),
    `<clipPath id="lens"><path d="${lenses.map((lens) => disc(lens, radius)).join('')}"/></clipPath><g clip-path="url(#lens)">${scene}</g>`,
    frame(),
    leaflets(),
  )
}

/** What a short-sighted eye sees of it: blocks of light and dark, without an edge. */
function blurred(chance: () => number): string {
  return [
    band(tone(0.46), -60, 330),
    band(tone(0.22), 330, 760),
    band(tone(0.12), 760, 1030),
    filled(
      inks.slate,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: -40, bottom: 500 }, 26, () => 0.5),
    ),
    filled(
      tone(0.3),
      ...Array.from({ length: 220 }, () =>
        gouge(
          [between(chance, -40, sheet.width), between(chance, 200, 860)],
          between(chance, 80, 320),
          between(chance, 10, 26),
          between(chance, -4, 4),
        ),
      ),
    ),
    filled(
      inks.ink,
      ...Array.from({ length: 190 }, () =>
        gouge(
          [between(chance, -40, sheet.width), between(chance, 240, 1000)],
          between(chance, 80, 300),
          between(chance, 8, 24),
          between(chance, -5, 5),
        ),
      ),
    ),
    filled(
      inks.grey,
      ...Array.from({ length: 26 }, () =>
        gouge(
          [896 + between(chance, -120, 120), 250 + between(chance, -110, 110)],
          between(chance, 40, 160),
          between(chance, 8, 20),
          between(chance, -8, 8),
        ),
      ),
    ),
    filled(
      inks.pale,
      ...Array.from({ length: 12 }, () =>
        gouge(
          [896 + between(chance, -50, 50), 250 + between(chance, -46, 46)],
          between(chance, 40, 110),
          between(chance, 8, 16),
          between(chance, -8, 8),
        ),
      ),
    ),
  ].join('')
}

/** The gate of the mill: brick piers, an arch of iron, a lamp, sheds and a chimney. */
function gate(chance: () => number): string {
  const pier = (x: number): string =>
    filled(inks.ink, poly([x - 66, 800], [x - 66, 300], [x + 66, 300], [x + 66, 800])) +
    bricks(chance, { left: x - 64, right: x + 64, top: 330, bottom: 790 }, 21, inks.grey, 0.6) +
    filled(
      inks.pale,
      poly([x - 84, 306], [x - 84, 282], [x + 84, 282], [x + 84, 306]),
      poly([x - 60, 282], [x, 240], [x + 60, 282]),
    ) +
    drawn(inks.ink, 3, line([x - 60, 282], [x + 60, 282]))
  const bars = Array.from({ length: 16 }, (_, index) => {
    const x = 640 + index * 34
    const top = 420 - Math.sin(((x - 640) / 510) * Math.PI) * 90
    return line([x, 780], [x, top])
  })
  const saw: Mark[] = Array.from({ length: 14 }, (_, index): Mark[] => [
    [-60 + index * 150, 430],
    [-60 + index * 150, 330],
    [90 + index * 150, 420],
  ]).flat()
  return [
    band(inks.pale, -60, 800),
    filled(
      inks.slate,
      ...levelCuts(
        chance,
        { left: -60, right: sheet.width + 60, top: -40, bottom: 320 },
        14,
        (down) => 0.9 - 0.7 * down,
      ),
    ),
    chimney([330, 460], 380, 54, inks.slate, inks.pale),
    chimney([1480, 460], 330, 46, inks.slate, inks.pale),
    filled(inks.slate, poly([-60, 800], ...saw, [2040, 430], [2040, 800])),
    filled(inks.paper, ...Array.from({ length: 40 }, (_, index) => gouge([-20 + index * 50, 520], 44, 10, 90))),
    bricks(chance, { left: -60, right: sheet.width + 60, top: 600, bottom: 780 }, 18, inks.ink, 0.4),
    filled(
      inks.ink,
      poly([-60, 800], [-60, 586], [520, 586], [520, 800]),
      poly([1270, 800], [1270, 586], [1860, 586], [1860, 800]),
    ),
    bricks(chance, { left: -40, right: 510, top: 606, bottom: 790 }, 20, inks.slate, 0.6),
    bricks(chance, { left: 1280, right: 1840, top: 606, bottom: 790 }, 20, inks.slate, 0.6),
    filled(
      inks.pale,
      poly([-60, 590], [-60, 576], [520, 576], [520, 590]),
      poly([1270, 590], [1270, 576], [1860, 576], [1860, 590]),
    ),
    drawn(
      inks.ink,
      6,
      ...bars,
      line([630, 560], [1160, 560]),
      line([630, 740], [1160, 740]),
      'M630 424Q895 244 1160 424',
    ),
    pier(580),
    pier(1212),
    band(inks.grey, 780, 1030),
    filled(
      inks.slate,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 790, bottom: 1000 }, 12, () => 0.5),
    ),
    lamp(400),
    place(posed(stances.strolling, { wears: 'gown', head: 'short' }).figure, {
      at: [700, 790],
      size: 0.98,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 2.2,
    }),
    place(posed(stances.walking, { wears: 'overalls', head: 'cap' }).figure, {
      at: [1090, 786],
      size: 0.94,
      mirrored: true,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 2.2,
    }),
    place(posed(stances.walking, { wears: 'jacket', head: 'braid' }).figure, {
      at: [1360, 792],
      size: 0.92,
      mirrored: true,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 2.2,
    }),
    place(posed(stances.strolling, { wears: 'jacket', head: 'bob' }).figure, {
      at: [1440, 796],
      size: 0.92,
      mirrored: true,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 2.2,
    }),
  ].join('')
}

const lamp = (x: number): string =>
  drawn(inks.ink, 9, line([x, 800], [x, 410])) +
  filled(
    inks.ink,
    poly([x - 34, 400], [x, 372], [x + 34, 400]),
    poly([x - 22, 470], [x + 22, 470], [x + 14, 484], [x - 14, 484]),
  ) +
  filled(inks.paper, poly([x - 26, 402], [x + 26, 402], [x + 20, 468], [x - 20, 468])) +
  drawn(inks.ink, 4, line([x, 402], [x, 468]))

function frame(): string {
  const ring = ([x, y]: Mark, size: number): string =>
    `M${x - size} ${y}a${size} ${size} 0 1 0 ${size * 2} 0a${size} ${size} 0 1 0 ${-size * 2} 0Z`
  return [
    drawn(
      inks.ink,
      44,
      ...lenses.map((lens) => ring(lens, radius + 8)),
      'M850 450Q898 392 946 450',
      'M262 450Q150 408 -80 392',
      'M1534 450Q1650 408 1880 392',
    ),
    drawn(
      inks.paper,
      7,
      ...lenses.map((lens) => ring(lens, radius + 20)),
      'M846 436Q898 372 950 436',
      'M252 430Q150 392 -80 374',
      'M1544 430Q1650 392 1880 374',
    ),
    drawn(inks.slate, 5, ...lenses.map((lens) => ring(lens, radius - 4))),
    ...lenses.map(([x, y]) =>
      filled(inks.paper, gouge([x - 176, y - 150], 210, 15, -52), gouge([x - 210, y - 84], 90, 9, -64)),
    ),
  ].join('')
}

/** Leaflets blown over the road: blank sheets. */
function leaflets(): string {
  const sheetAt = (x: number, y: number, turn: number, size: number, fill: string): string =>
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><g stroke="${inks.ink}" stroke-width="4" stroke-linejoin="round">${filled(fill, `M-52 -34Q0 -50 54 -38L60 30Q6 18 -46 38Z`)}</g>${filled(fill === inks.red ? inks.paper : inks.slate, gouge([2, -20], 72, 4, -4), gouge([4, -4], 76, 4, -4), gouge([4, 12], 66, 4, -4))}</g>`
  return [
    sheetAt(170, 860, -14, 1.2, inks.paper),
    sheetAt(372, 900, 20, 1.05, inks.pale),
    sheetAt(896, 876, -8, 1.35, inks.paper),
    sheetAt(1130, 914, 26, 0.95, inks.pale),
    sheetAt(1420, 880, -22, 1.15, inks.red),
    sheetAt(1650, 836, 12, 1.1, inks.paper),
    sheetAt(896, 690, 36, 0.8, inks.pale),
  ].join('')
}
