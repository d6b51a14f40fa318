import { seededChance } from '@riverside/kit'
import { between, disc, drawn, filled, gouge, inks, levelCuts, line, type Mark, poly, print, sheet } from '../cut.ts'
import { place, posed, stances } from '../pose.ts'
import { birds, roofs, sky, water } from '../scenery.ts'
import { smoke } from '../ships.ts'

/** Pixels of a metre at the stem. The hull is 18.8 m wide, as the André Lebon was; who stands on the quay is 1.7 m high. */
const metre = 29
const stem = 930
const waterline = 770
const half = (18.8 / 2) * metre
const deck = waterline - 13.4 * metre

/** 船头: the ship from ahead, and how small people are beside her. */
export function bow(): string {
  const chance = seededChance(161)
  return print(
    chance,
    29,
    sky(chance, 560, { deep: 420 }),
    roofs(inks.slate, 576, [-60, 540], [1240, 548], [1330, 534], [1420, 548], [1600, 540], [1700, 552]),
    water(chance, 576, 1030),
    funnels(chance),
    upperworks(),
    hull(chance),
    birds(inks.ink, [330, 190, 20], [420, 246, 14], [236, 262, 12], [1560, 220, 16], [1650, 172, 11]),
    quay(chance),
  )
}

const at = (out: number, up: number): Mark => [stem + out * half, waterline - up * metre]

function funnels(chance: () => number): string {
  const funnel = (shift: number, top: number): string =>
    filled(
      inks.ink,
      poly(
        [stem + shift - 54, deck - 190],
        [stem + shift - 50, top],
        [stem + shift + 50, top],
        [stem + shift + 54, deck - 190],
      ),
    ) + filled(inks.slate, gouge([stem + shift - 30, (deck - 190 + top) / 2], deck - 200 - top, 12, 90))
  return smoke(chance, [stem + 34, 84], 760, 70) + funnel(22, 92) + funnel(0, 70)
}

function upperworks(): string {
  const tier = (wide: number, low: number, high: number) =>
    poly(at(-wide, low), at(wide, low), at(wide * 0.97, high), at(-wide * 0.97, high))
  const windows = (wide: number, up: number, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const out = -wide + (2 * wide * (index + 0.5)) / count
      return poly(at(out - 0.032, up), at(out + 0.032, up), at(out + 0.032, up + 1), at(out - 0.032, up + 1))
    })
  return [
    filled(inks.paper, tier(0.9, 12.6, 15.6), tier(0.74, 15.6, 18.2), tier(0.92, 18.2, 19.5), tier(0.3, 19.5, 21)),
    filled(inks.grey, tier(0.9, 15.3, 15.7), tier(0.74, 17.9, 18.25)),
    filled(inks.ink, ...windows(0.82, 13.6, 11), ...windows(0.66, 16.4, 9), ...windows(0.86, 18.5, 15)),
    filled(inks.ink, poly(at(-0.016, 12), at(-0.01, 21.6), at(0.01, 21.6), at(0.016, 12))),
    drawn(
      inks.ink,
      3,
      line(at(-0.36, 19.9), at(0.36, 19.9)),
      line(at(0, 21.4), at(-0.88, 13)),
      line(at(0, 21.4), at(0.88, 13)),
    ),
  ].join('')
}

function hull(chance: () => number): string {
  const side = (turn: 1 | -1): Mark[] => [
    at(turn, 12.4),
    at(turn * 0.97, 10),
    at(turn * 0.88, 6.6),
    at(turn * 0.84, 3),
    at(turn * 0.82, 0),
  ]
  const shell = poly(at(0, 14.2), ...side(1), ...side(-1).reverse())
  const flare = (turn: 1 | -1, up: number, from: number, to: number) =>
    `M${at(turn * from, up).join(' ')}Q${at(turn * (from + to) * 0.5, up - 0.5).join(' ')} ${at(turn * to, up - 0.7).join(' ')}`
  const both = [1, -1] as const
  return [
    filled(inks.ink, shell),
    filled(inks.paper, poly(at(0, 14.2), at(1, 12.4), at(1, 12), at(0, 13.7), at(-1, 12), at(-1, 12.4))),
    drawn(inks.slate, 2.6, ...both.flatMap((turn) => [11, 8.6, 6.2, 3.8].map((up) => flare(turn, up, 0.03, 0.8)))),
    filled(
      inks.pale,
      ...Array.from({ length: 30 }, (_, index) =>
        gouge(at(-0.075 - index * 0.0008, 12.4 - index * 0.37), 40 - index * 0.7, 5, 5),
      ),
    ),
    filled(
      inks.slate,
      ...Array.from({ length: 70 }, () =>
        gouge(
          at(between(chance, -0.84, 0.84), between(chance, 1.8, 12)),
          between(chance, 40, 150),
          between(chance, 1.6, 3.4),
          between(chance, -3, 3),
        ),
      ),
    ),
    drawn(inks.paper, 3, line(at(0, 13.6), at(0, 0.4))),
    ...both.map(
      (turn) =>
        filled(
          inks.paper,
          ...[0.46, 0.58, 0.69, 0.79].flatMap((out, index) => [
            disc(at(turn * out, 9.9 - index * 0.05), 11 - index, 12),
            disc(at(turn * out, 7.5), 10 - index, 11),
          ]),
        ) +
        filled(
          inks.ink,
          ...[0.46, 0.58, 0.69, 0.79].flatMap((out, index) => [
            disc(at(turn * out, 9.9 - index * 0.05), 6.4 - index * 0.6, 7.4),
            disc(at(turn * out, 7.5), 5.6 - index * 0.6, 6.6),
          ]),
        ) +
        anchor(at(turn * 0.27, 8.9), turn),
    ),
    filled(
      inks.red,
      poly(at(-0.832, 1.7), at(-0.4, 1.3), at(0, 1.1), at(0.4, 1.3), at(0.832, 1.7), at(0.82, -0.1), at(-0.82, -0.1)),
    ),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: stem - half * 0.8, right: stem + half * 0.8, top: waterline - 46, bottom: waterline - 6 },
        13,
        (down) => 0.1 + 0.4 * down,
      ),
    ),
    filled(
      inks.paper,
      ...levelCuts(
        chance,
        { left: stem - half * 1.2, right: stem + half * 1.2, top: waterline - 4, bottom: waterline + 60 },
        11,
        (down) => 0.8 - 0.6 * down,
      ),
    ),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: stem - half * 0.8, right: stem + half * 0.8, top: waterline, bottom: waterline + 150 },
        12,
        (down) => 0.8 - 0.7 * down,
      ),
    ),
    drawn(inks.ink, 6, `M${at(-0.2, 9).join(' ')}Q520 560 316 786`, `M${at(-0.9, 12).join(' ')}Q470 500 132 742`),
  ].join('')
}

function anchor([x, y]: Mark, turn: 1 | -1): string {
  return [
    filled(inks.paper, disc([x, y], 26, 32)),
    filled(inks.ink, disc([x, y], 18, 25)),
    drawn(
      inks.paper,
      8,
      line([x, y + 10], [x + turn * 5, y + 92]),
      line(
        [x - 40 + turn * 5, y + 76],
        [x - 20 + turn * 5, y + 100],
        [x + turn * 5, y + 106],
        [x + 20 + turn * 5, y + 100],
        [x + 40 + turn * 5, y + 76],
      ),
    ),
  ].join('')
}

/** The wharf to the left, whose people are to the ship's own measure. */
function quay(chance: () => number): string {
  const size = (1.7 * metre) / 240
  const folk = [
    posed(stances.strolling, { wears: 'gown', head: 'felt' }),
    posed(stances.standing, { wears: 'skirt', head: 'knot' }),
    posed(stances.walking, { wears: 'skirt', head: 'bob' }),
    posed(stances.standing, { wears: 'jacket', head: 'cap' }),
    posed(stances.walking, { wears: 'jacket', head: 'straw' }),
    posed(stances.standing, { wears: 'gown', head: 'short' }),
    posed(stances.strolling, { wears: 'skirt', head: 'braid' }),
    posed(stances.standing, { wears: 'jacket', head: 'cap' }),
  ]
  return [
    filled(inks.ink, poly([-60, 726], [250, 748], [486, 800], [540, 1020], [-60, 1020])),
    filled(inks.pale, gouge([110, 738], 380, 7, 4), gouge([370, 774], 260, 8, 13)),
    filled(
      inks.slate,
      ...Array.from({ length: 40 }, () =>
        gouge([between(chance, -20, 480), between(chance, 800, 950)], between(chance, 40, 120), 3, 3),
      ),
    ),
    drawn(inks.slate, 5, ...[500, 514, 528].map((x, index) => line([x, 820 + index * 60], [x + 8, 1020]))),
    ...[316, 132].map(
      (x, index) =>
        filled(
          inks.paper,
          poly(
            [x - 20, 770 - index * 30],
            [x + 20, 770 - index * 30],
            [x + 12, 786 - index * 30],
            [x + 14, 812 - index * 30],
            [x - 14, 812 - index * 30],
            [x - 12, 786 - index * 30],
          ),
        ) +
        filled(
          inks.ink,
          poly(
            [x - 15, 774 - index * 30],
            [x + 15, 774 - index * 30],
            [x + 8, 786 - index * 30],
            [x + 9, 810 - index * 30],
            [x - 9, 810 - index * 30],
            [x - 8, 786 - index * 30],
          ),
        ),
    ),
    ...folk.map(({ figure }, index) =>
      place(figure, {
        at: [36 + index * 52 + (index % 3) * 6, 800 + index * 9 + (index % 2) * 12],
        size,
        mirrored: index % 3 === 2,
        ink: inks.ink,
        edge: inks.paper,
        edgeWidth: 5,
      }),
    ),
    filled(
      inks.paper,
      ...levelCuts(chance, { left: 560, right: sheet.width + 60, top: 820, bottom: 950 }, 16, () => 0.2),
    ),
  ].join('')
}
