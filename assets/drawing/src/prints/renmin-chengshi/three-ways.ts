import { seededChance } from '@riverside/kit'
import { band, between, drawn, filled, gouge, inks, levelCuts, line, type Mark, poly, print, sheet } from '../cut.ts'
import { place, posed, stances } from '../pose.ts'
import { birds } from '../scenery.ts'

const horizon = 520

/** 三条道: to walk, to run and to ride along the river; the bridge of 1993 over it. */
export function threeWays(): string {
  const chance = seededChance(28)
  return print(
    chance,
    263,
    band(inks.paper, -60, horizon),
    filled(
      inks.pale,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: -40, bottom: horizon - 20 }, 17, () => 0.4),
    ),
    farBank(),
    water(chance),
    bridge(),
    ways(chance),
    reeds(chance),
    people(),
    birds(inks.ink, [240, 130, 18], [330, 180, 13], [170, 190, 11], [1560, 240, 14], [1640, 196, 10]),
  )
}

const farBank = (): string =>
  filled(
    inks.grey,
    poly(
      [-60, horizon + 6],
      [-60, 470],
      [90, 470],
      [90, 430],
      [150, 430],
      [150, 462],
      [230, 462],
      [230, 410],
      [270, 410],
      [270, 466],
      [420, 466],
      [420, 440],
      [470, 440],
      [470, 472],
      [1360, 476],
      [1360, 430],
      [1400, 430],
      [1400, 396],
      [1450, 396],
      [1450, 460],
      [1560, 460],
      [1560, 420],
      [1620, 420],
      [1620, 468],
      [1860, 464],
      [1860, horizon + 6],
    ),
  )

const water = (chance: () => number): string =>
  band(inks.pale, horizon, 690) +
  filled(
    inks.slate,
    ...levelCuts(
      chance,
      { left: -60, right: sheet.width + 60, top: horizon + 3, bottom: 690 },
      10,
      (down) => 0.2 + 0.34 * down,
    ),
  ) +
  filled(
    inks.paper,
    ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: horizon + 6, bottom: 690 }, 12, () => 0.34),
  ) +
  filled(
    inks.ink,
    poly([300, 584], [330, 610], [566, 610], [604, 574], [540, 584], [532, 556], [400, 556], [392, 584]),
  ) +
  filled(inks.paper, gouge([450, 620], 300, 5))

/** Inverted Y, fan of stays, slim deck: 602 m between the pylons, each about 208 m high. */
function bridge(): string {
  const metre = 1.55
  const deck = 388
  const pylon = (x: number): { readonly drawing: string; readonly head: Mark } => {
    const top = horizon - 208 * metre
    const fork = horizon - 142 * metre
    return {
      head: [x, top + 20],
      drawing:
        filled(inks.ink, poly([x - 9, fork + 6], [x - 7, top], [x + 7, top], [x + 9, fork + 6])) +
        filled(
          inks.ink,
          poly(
            [x - 8, fork - 6],
            [x - 58, deck],
            [x - 50, horizon + 12],
            [x - 32, horizon + 12],
            [x - 40, deck],
            [x + 2, fork + 14],
          ),
        ) +
        filled(
          inks.ink,
          poly(
            [x + 8, fork - 6],
            [x + 58, deck],
            [x + 50, horizon + 12],
            [x + 32, horizon + 12],
            [x + 40, deck],
            [x - 2, fork + 14],
          ),
        ),
    }
  }
  const [west, east] = [pylon(460), pylon(460 + 602 * metre)]
  const fan = ({ head }: { readonly head: Mark }, towards: 1 | -1) =>
    Array.from({ length: 14 }, (_, index) =>
      line([head[0], head[1] + index * 5], [head[0] + towards * (54 + index * 31), deck]),
    )
  return [
    drawn(inks.ink, 2.6, ...fan(west, 1), ...fan(west, -1), ...fan(east, 1), ...fan(east, -1)),
    west.drawing,
    east.drawing,
    filled(
      inks.ink,
      poly([-60, deck + 4], [sheet.width + 60, deck - 6], [sheet.width + 60, deck + 14], [-60, deck + 24]),
    ),
    drawn(inks.paper, 2, line([-60, deck + 13], [sheet.width + 60, deck + 4])),
    drawn(inks.ink, 9, ...[80, 200, 320, 1500, 1620, 1740].map((x) => line([x, deck + 12], [x, horizon + 10]))),
  ].join('')
}

/** Three bands: boards, asphalt for runners, asphalt for riders. */
function ways(chance: () => number): string {
  return [
    filled(inks.grey, poly([-60, 680], [sheet.width + 60, 664], [sheet.width + 60, 750], [-60, 772])),
    drawn(
      inks.slate,
      3,
      ...Array.from({ length: 44 }, (_, index) => line([-40 + index * 44, 680], [-56 + index * 44, 770])),
    ),
    drawn(inks.ink, 6, line([-60, 640], [sheet.width + 60, 626]), line([-60, 662], [sheet.width + 60, 646])),
    drawn(
      inks.ink,
      5,
      ...Array.from({ length: 26 }, (_, index) => line([-30 + index * 74, 636], [-30 + index * 74, 682])),
    ),
    filled(inks.slate, poly([-60, 772], [sheet.width + 60, 750], [sheet.width + 60, 850], [-60, 878])),
    filled(
      inks.paper,
      ...Array.from({ length: 15 }, (_, index) => gouge([40 + index * 128, 826 - index * 1.6], 66, 7, -1)),
    ),
    filled(inks.ink, poly([-60, 878], [sheet.width + 60, 850], [sheet.width + 60, 1030], [-60, 1030])),
    filled(
      inks.slate,
      ...Array.from({ length: 40 }, () =>
        gouge([between(chance, -20, sheet.width), between(chance, 884, 955)], between(chance, 40, 160), 3, -1),
      ),
    ),
    drawn(inks.paper, 4, line([-60, 874], [sheet.width + 60, 846])),
  ].join('')
}

const reeds = (chance: () => number): string => {
  const stalks = Array.from({ length: 46 }, (_, index): readonly [Mark, Mark] => {
    const x = 1400 + index * 10 + between(chance, -8, 8)
    return [
      [x, 990],
      [x + between(chance, -30, 30), between(chance, 700, 880)],
    ]
  })
  return (
    drawn(inks.paper, 7, ...stalks.map(([foot, head]) => line(foot, head))) +
    drawn(inks.ink, 4, ...stalks.map(([foot, head]) => line(foot, head))) +
    filled(inks.paper, ...stalks.map(([, [x, y]]) => gouge([x, y - 12], 58, 17, 88))) +
    filled(inks.ink, ...stalks.map(([, [x, y]]) => gouge([x, y - 12], 50, 11, 88)))
  )
}

function people(): string {
  const common = { ink: inks.ink, edge: inks.paper, edgeWidth: 1.9 }
  const walkers = [
    { x: 250, size: 0.78, pose: stances.strolling, dress: { wears: 'jacket', head: 'cap' }, mirrored: false },
    { x: 330, size: 0.76, pose: stances.strolling, dress: { wears: 'jacket', head: 'knot' }, mirrored: false },
    { x: 700, size: 0.74, pose: stances.walking, dress: { wears: 'skirt', head: 'bob' }, mirrored: true },
    { x: 1180, size: 0.76, pose: stances.strolling, dress: { wears: 'jacket', head: 'short' }, mirrored: false },
    { x: 1260, size: 0.5, pose: stances.walking, dress: { wears: 'shorts', head: 'tail' }, mirrored: false },
    { x: 1560, size: 0.74, pose: stances.strolling, dress: { wears: 'jacket', head: 'cap' }, mirrored: true },
  ] as const
  const runner = posed(stances.running, { wears: 'shorts', head: 'tail' })
  const second = posed(
    {
      ...stances.running,
      legs: [
        [-20, -70],
        [46, -20],
      ],
      arms: [
        [40, 120],
        [-50, 30],
      ],
    },
    { wears: 'shorts', head: 'short' },
  )
  const shirt = runner.figure.map((plate, index) => (index === 3 ? { ...plate, fill: 'red' as const } : plate))
  return [
    ...walkers.map(({ x, size, pose, dress, mirrored }) =>
      place(posed(pose, dress).figure, { at: [x, 744 - x * 0.008], size, mirrored, ...common, edgeWidth: 2.6 }),
    ),
    place(second.figure, { at: [520, 846], size: 1.16, ...common }),
    place(shirt, { at: [830, 850], size: 1.3, ...common }),
    rider([1210, 944], 1.34, 'short'),
    rider([250, 956], 1.42, 'bob'),
  ].join('')
}

/** Somebody on a bicycle, going right. */
function rider([x, y]: Mark, size: number, head: 'short' | 'bob'): string {
  const radius = 46
  const back: Mark = [-62, -radius]
  const front: Mark = [74, -radius]
  const crank: Mark = [0, -radius - 2]
  const saddle: Mark = [-22, -118]
  const bar: Mark = [58, -130]
  const ring = ([wx, wy]: Mark) =>
    `M${wx - radius} ${wy}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`
  const spokes = ([wx, wy]: Mark) =>
    Array.from({ length: 6 }, (_, index) =>
      line([wx, wy], [wx + 43 * Math.cos((index * Math.PI) / 3), wy + 43 * Math.sin((index * Math.PI) / 3)]),
    )
  const frame = [line(back, saddle, bar, crank, back), line(saddle, crank), line(bar, front)]
  const { figure } = posed(
    {
      lean: 34,
      nod: -30,
      legs: [
        [70, -6],
        [38, -14],
      ],
      arms: [
        [34, 52],
        [38, 56],
      ],
    },
    { wears: 'jacket', head },
  )
  // The hip comes to lie on the saddle.
  return `<g transform="translate(${x} ${y}) scale(${size})">${drawn(inks.ink, 11, ring(back), ring(front), ...frame)}${drawn(inks.paper, 4.4, ring(back), ring(front), ...frame)}${drawn(inks.paper, 1.4, ...spokes(back), ...spokes(front))}${place(figure, { at: [-24, -34], size: 0.94, ink: inks.ink, edge: inks.paper, edgeWidth: 1.9 })}${drawn(inks.paper, 4, line([bar[0] - 10, bar[1] - 6], [bar[0] + 14, bar[1] + 2]))}</g>`
}
