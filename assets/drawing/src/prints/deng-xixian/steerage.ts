import { seededChance } from '@riverside/kit'
import { band, between, disc, drawn, filled, gouge, inks, line, type Mark, poly, print, soft, tone } from '../cut.ts'
import { place, posed } from '../pose.ts'

const end: Mark = [896, 430]

/** A place in the hold: metres aside of its middle, up from the floor, and away from who looks. */
const at = (aside: number, up: number, far: number): Mark => {
  const near = 1 / (0.55 + far * 0.36)
  return [end[0] + aside * 250 * near, end[1] + (1.5 - up) * 250 * near]
}

const bays = [0.2, 1.6, 3, 4.4, 5.8, 7.2]

/** 统舱: bunks above bunks to both sides, a lamp that swings between them. */
export function steerage(): string {
  const chance = seededChance(564)
  return print(
    chance,
    97,
    band(inks.ink, -60, 1030),
    ceiling(),
    floor(),
    far(),
    ...[...bays].reverse().flatMap((from) => [bunks(chance, from, -1), bunks(chance, from, 1)]),
    lamp(),
    people(),
  )
}

function ceiling(): string {
  return (
    filled(tone(0.2), poly(at(-3.4, 2.9, -0.6), at(3.4, 2.9, -0.6), at(3.4, 2.9, 9), at(-3.4, 2.9, 9))) +
    filled(
      inks.ink,
      ...[0, 1.4, 2.8, 4.2, 5.6, 7].map((far) =>
        poly(at(-3.4, 2.9, far), at(3.4, 2.9, far), at(3.4, 2.9, far + 0.26), at(-3.4, 2.9, far + 0.26)),
      ),
    ) +
    drawn(inks.ink, 3, ...[-1.4, -0.7, 0, 0.7, 1.4].map((aside) => line(at(aside, 2.9, -0.4), at(aside, 2.9, 9))))
  )
}

function floor(): string {
  return (
    filled(inks.slate, poly(at(-1.25, 0, -0.9), at(1.25, 0, -0.9), at(1.25, 0, 9), at(-1.25, 0, 9))) +
    filled(
      inks.pale,
      soft(at(-0.95, 0, 0.9), at(0, 0, 0.5), at(0.95, 0, 0.9), at(1.05, 0, 2), at(0, 0, 3.4), at(-1.05, 0, 2)),
    ) +
    drawn(
      inks.ink,
      3.4,
      ...[-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1].map((aside) => line(at(aside, 0, -0.9), at(aside, 0, 9))),
    )
  )
}

function far(): string {
  const [x, y] = at(0, 1.7, 9)
  return (
    filled(tone(0.26), poly(at(-3, 0, 9), at(3, 0, 9), at(3, 2.9, 9), at(-3, 2.9, 9))) +
    filled(inks.ink, poly(at(-0.5, 0, 9), at(0.5, 0, 9), at(0.5, 2, 9), at(-0.5, 2, 9))) +
    filled(inks.paper, disc([x, y + 6], 15)) +
    drawn(inks.paper, 2.4, line(at(-0.5, 0, 9), at(-0.5, 2, 9), at(0.5, 2, 9), at(0.5, 0, 9)))
  )
}

/** One bay of two bunks: boards, a post, and who sleeps there under a quilt. */
function bunks(chance: () => number, from: number, side: 1 | -1): string {
  const to = from + 1.3
  const inner = side * 1.3
  const outer = side * 3.3
  const shelf = (up: number): string =>
    filled(inks.grey, poly(at(inner, up, from), at(inner, up, to), at(outer, up, to), at(outer, up, from))) +
    filled(
      inks.pale,
      poly(at(inner, up, from), at(inner, up, to), at(inner, up - 0.16, to), at(inner, up - 0.16, from)),
    ) +
    drawn(inks.ink, 2, line(at(inner, up - 0.16, from), at(inner, up - 0.16, to)))
  const sleeper = (up: number): string => {
    const swell = between(chance, 0.26, 0.38)
    const quilt = soft(
      at(inner + side * 0.1, up + 0.04, from + 0.05),
      at(inner + side * 0.14, up + swell, from + 0.34),
      at(inner + side * 0.2, up + swell * 0.9, from + 0.66),
      at(inner + side * 0.2, up + swell * 0.7, to - 0.34),
      at(inner + side * 0.1, up + 0.04, to - 0.22),
    )
    const head = at(inner + side * 0.2, up + 0.17, to - 0.14)
    const size = 26 / (0.55 + to * 0.36)
    return (
      `<g stroke="${inks.paper}" stroke-width="3">${filled(inks.ink, disc(head, size, size * 0.9))}${filled(chance() < 0.4 ? inks.slate : inks.ink, quilt)}</g>` +
      filled(
        inks.paper,
        gouge(at(inner + side * 0.16, up + swell * 0.5, from + 0.5), 130 / (0.6 + from * 0.5), 3, side * -24),
      )
    )
  }
  const bundle = (up: number): string => {
    const [x, y] = at(inner + side * 0.3, up, from + 0.6)
    const size = 64 / (0.55 + from * 0.36)
    return `<g stroke="${inks.paper}" stroke-width="3">${filled(inks.ink, poly([x - size, y - size * 0.9], [x + size, y - size * 0.9], [x + size, y], [x - size, y]))}</g>${filled(inks.paper, gouge([x, y - size * 0.5], size * 1.7, 3))}`
  }
  return [
    filled(
      inks.night,
      poly(at(outer, 0, from), at(outer, 0, to + 0.1), at(outer, 2.9, to + 0.1), at(outer, 2.9, from)),
    ),
    filled(inks.ink, poly(at(inner, 0, from), at(inner, 0, to), at(inner, 0.5, to), at(inner, 0.5, from))),
    bundle(0.04),
    shelf(0.55),
    sleeper(0.55),
    shelf(1.75),
    sleeper(1.75),
    ...[from, to].map(
      (far) =>
        filled(
          inks.ink,
          poly(
            at(inner - 0.035, 0, far),
            at(inner + 0.035, 0, far),
            at(inner + 0.035, 2.9, far),
            at(inner - 0.035, 2.9, far),
          ),
        ) + drawn(inks.paper, 2.2, line(at(inner - side * 0.045, 0, far), at(inner - side * 0.045, 2.9, far))),
    ),
  ].join('')
}

function lamp(): string {
  const [x, y] = [1010, 286]
  const rays = Array.from({ length: 22 }, (_, index) => {
    const angle = (index / 22) * Math.PI * 2
    return gouge([x + Math.cos(angle) * 112, y + Math.sin(angle) * 112], 62, 5, (angle * 180) / Math.PI)
  })
  return [
    drawn(inks.paper, 4, line([920, -60], [x - 6, y - 74])),
    filled(inks.pale, ...rays),
    filled(
      inks.ink,
      poly([x - 44, y - 30], [x - 6, y - 78], [x + 40, y - 44]),
      poly([x - 34, y + 52], [x + 46, y + 36], [x + 42, y + 62], [x - 24, y + 74]),
    ),
    filled(
      inks.paper,
      soft([x - 40, y - 22], [x + 36, y - 40], [x + 48, y + 6], [x + 44, y + 40], [x - 32, y + 54], [x - 46, y + 16]),
    ),
    drawn(inks.ink, 4, line([x - 20, y - 30], [x - 8, y + 50]), line([x + 16, y - 36], [x + 24, y + 44])),
    filled(inks.red, soft([x - 6, y + 30], [x - 8, y + 8], [x + 2, y - 14], [x + 12, y + 6], [x + 12, y + 28])),
  ].join('')
}

function people(): string {
  const sitting = posed(
    {
      lean: 16,
      nod: 14,
      legs: [
        [84, 8],
        [88, -6],
      ],
      arms: [
        [30, 96],
        [34, 88],
      ],
    },
    { wears: 'jacket', head: 'short' },
  )
  const walker = posed(
    {
      lean: 2,
      legs: [
        [10, 4],
        [-8, -14],
      ],
      arms: [
        [-6, 4],
        [8, 14],
      ],
    },
    { wears: 'gown', head: 'cap' },
  )
  const book = poly([68, -128], [116, -146], [122, -118], [76, -102])
  return [
    place(walker.figure, { at: [760, 700], size: 1.02, ink: inks.ink, edge: inks.paper, edgeWidth: 2.2 }),
    `<g stroke="${inks.paper}" stroke-width="6">${filled(inks.ink, poly([470, 800], [640, 796], [640, 960], [470, 964]))}</g>`,
    place([...sitting.figure, { solid: [book], cuts: [gouge([95, -124], 40, 2, -20)], fill: 'light' }], {
      at: [560, 946],
      size: 2.1,
      ink: inks.ink,
      edge: inks.paper,
      edgeWidth: 1.7,
    }),
  ].join('')
}
