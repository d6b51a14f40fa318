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
import { place, posed } from '../pose.ts'

const end: Mark = [1180, 330]

/** 丝厂: a long hall of reeling basins, a woman at each, steam under the skylights. */
export function silkMill(): string {
  const chance = seededChance(14)
  return print(
    chance,
    173,
    band(tone(0.24), -60, 1030),
    hall(chance),
    steam(chance),
    ...[0.2, 0.3, 0.42, 0.56, 0.74].map((part, index) => basin(chance, part, index)),
    basin(chance, 1, 5),
    foreground(chance),
  )
}

/** A place along the row: 0 at the far end, 1 near, so many pixels above its floor there. */
const at = (part: number, aside: number, up: number): Mark => [
  end[0] + (-760 + aside) * part ** 1.5,
  end[1] + (600 - up) * part ** 1.5,
]

function hall(chance: () => number): string {
  const panes = Array.from({ length: 7 }, (_, index) => {
    const from = 0.16 + index * 0.14
    const to = from + 0.1
    const wall = (part: number, up: number): Mark => [end[0] + 560 * part ** 1.4, end[1] + (460 - up) * part ** 1.4]
    return (
      filled(inks.pale, poly(wall(from, 900), wall(to, 900), wall(to, 260), wall(from, 260))) +
      drawn(
        inks.ink,
        3,
        ...[420, 580, 740].map((up) => line(wall(from, up), wall(to, up))),
        line(wall((from + to) / 2, 900), wall((from + to) / 2, 260)),
      )
    )
  })
  return [
    filled(inks.ink, poly([-60, -60], [end[0] - 60, end[1] - 30], [end[0] + 60, end[1] - 30], [sheet.width + 60, -60])),
    ...[0.2, 0.34, 0.5, 0.7, 0.94].map((part) =>
      drawn(
        inks.slate,
        8 * part,
        line([end[0] - 1400 * part, end[1] - 380 * part], [end[0] + 900 * part, end[1] - 380 * part]),
        line([end[0] - 1400 * part, end[1] - 380 * part], [end[0] - 300 * part, end[1] - 560 * part]),
        line([end[0] + 900 * part, end[1] - 380 * part], [end[0] - 300 * part, end[1] - 560 * part]),
      ),
    ),
    ...panes,
    filled(inks.slate, poly([end[0] - 40, end[1] + 26], [end[0] + 40, end[1] + 26], [1700, 1030], [140, 1030])),
    drawn(
      inks.ink,
      3,
      ...Array.from({ length: 9 }, (_, index) =>
        line([end[0] - 30 + index * 8, end[1] + 30], [240 + index * 190, 1030]),
      ),
    ),
    // The shaft that drives them all, and its belts.
    drawn(inks.paper, 5, line([end[0] - 10, end[1] - 20], [-60, -10])),
    filled(inks.ink, ...levelCuts(chance, { left: -60, right: 900, top: 440, bottom: 960 }, 18, () => 0.12)),
  ].join('')
}

function steam(chance: () => number): string {
  const puff = (x: number, y: number, size: number): string =>
    filled(
      inks.grey,
      soft(
        [x - size, y + size * 0.3],
        [x - size * 0.8, y - size * 0.3],
        [x - size * 0.2, y - size * 0.7],
        [x + size * 0.5, y - size * 0.5],
        [x + size * 1.1, y - size * 0.1],
        [x + size * 0.8, y + size * 0.3],
      ),
    ) +
    filled(
      inks.pale,
      gouge([x, y - size * 0.2], size * 1.3, size * 0.14, -8),
      gouge([x + size * 0.3, y + size * 0.1], size, size * 0.1, -4),
    )
  return [0.3, 0.42, 0.56, 0.74, 0.92]
    .map((part) => {
      const [x, y] = at(part, 240, 640)
      return puff(x + between(chance, -20, 20), y, 130 * part)
    })
    .join('')
}

/** One reeler's place: the wheel above, the basin before her, threads between. */
function basin(chance: () => number, part: number, index: number): string {
  const size = part ** 1.5
  const wheel = at(part, 270, 560)
  const radius = 120 * size
  const bowl = at(part, 250, 240)
  const spokes = Array.from({ length: 8 }, (_, spoke) => {
    const angle = (spoke / 8) * Math.PI * 2 + index * 0.3
    return line(wheel, [wheel[0] + Math.cos(angle) * radius, wheel[1] + Math.sin(angle) * radius])
  })
  const ring = `M${wheel[0] - radius} ${wheel[1]}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0Z`
  const foot = at(part, 0, 0)
  const reach = posed(
    {
      lean: 12,
      nod: 16,
      legs: [
        [4, 0],
        [-6, -6],
      ],
      arms: [
        [58, 84],
        [50, 78],
      ],
      hands: 'open',
    },
    { wears: index % 3 === 2 ? 'skirt' : 'jacket', head: (['bob', 'knot', 'braid'] as const)[index % 3] ?? 'bob' },
  )
  return [
    filled(inks.ink, poly(at(part, 150, 230), at(part, 420, 230), at(part, 410, -10), at(part, 160, -10))),
    drawn(
      inks.paper,
      3 * size + 1,
      line(at(part, 150, 230), at(part, 160, -10)),
      line(at(part, 420, 230), at(part, 410, -10)),
    ),
    drawn(inks.ink, 14 * size, line(at(part, 380, 240), at(part, 380, 700))),
    drawn(inks.ink, 15 * size, ring),
    drawn(inks.paper, 5 * size, ring),
    drawn(inks.paper, 3.4 * size, ...spokes),
    drawn(
      inks.paper,
      1.6,
      ...[-0.5, -0.2, 0.1, 0.4].map((shift) =>
        line([bowl[0] + shift * 90 * size, bowl[1]], [wheel[0] + shift * 70 * size, wheel[1] + radius * 0.9]),
      ),
    ),
    filled(inks.paper, disc(bowl, 118 * size, 30 * size)),
    filled(inks.ink, disc(bowl, 104 * size, 22 * size)),
    filled(
      inks.paper,
      ...Array.from({ length: 9 }, () =>
        disc(
          [bowl[0] + between(chance, -80, 80) * size, bowl[1] + between(chance, -12, 12) * size],
          10 * size,
          6 * size,
        ),
      ),
    ),
    place(reach.figure, { at: foot, size: 2.1 * size, ink: inks.ink, edge: inks.paper, edgeWidth: 1.7 / size ** 0.4 }),
  ].join('')
}

/** Baskets of cocoons nearest to who looks. */
function foreground(chance: () => number): string {
  const basket = (x: number, y: number, wide: number): string =>
    `<g stroke="${inks.paper}" stroke-width="5" stroke-linejoin="round">${filled(inks.ink, soft([x - wide, y - 70], [x + wide, y - 74], [x + wide * 0.8, y + 40], [x - wide * 0.8, y + 44]))}</g>` +
    filled(
      inks.paper,
      ...Array.from({ length: 38 }, () =>
        disc(
          [x + between(chance, -0.9, 0.9) * wide, y - 74 + between(chance, -26, 12)],
          between(chance, 13, 18),
          between(chance, 8, 11),
        ),
      ),
    ) +
    filled(
      inks.slate,
      ...Array.from({ length: 24 }, (_, index) =>
        gouge(
          [x - wide * 0.7 + (index % 8) * wide * 0.2, y - 30 + Math.floor(index / 8) * 24],
          26,
          3.4,
          index % 2 ? 5 : -5,
        ),
      ),
    )
  return (
    basket(1330, 880, 150) +
    basket(1600, 930, 170) +
    `<g stroke="${inks.paper}" stroke-width="4">${filled(inks.red, poly([1560, 800], [1700, 792], [1712, 842], [1640, 850], [1566, 846]))}</g>` +
    filled(inks.ink, gouge([1630, 822], 110, 4, 3), gouge([1668, 832], 60, 3, 12))
  )
}
