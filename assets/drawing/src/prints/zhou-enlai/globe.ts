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
import { coasts, farCoasts, northOfEurasia, porthosPorts, porthosWay } from '../old-world.ts'
import { across } from '../scenery.ts'
import { linerAbeam } from '../ships.ts'

const middle: Mark = [896, 476]
const radius = 432

/** The place on earth that stands in the middle of the disc, in degrees east and north. */
const facing = { east: 64, north: 17 } as const
const rad = Math.PI / 180

/** A place on the globe as it is seen from far away; what lies beyond the edge is drawn on it. */
function seen([east, north]: Mark): Mark {
  const turn = (east - facing.east) * rad
  const x = Math.cos(north * rad) * Math.sin(turn)
  const y =
    Math.cos(facing.north * rad) * Math.sin(north * rad) -
    Math.sin(facing.north * rad) * Math.cos(north * rad) * Math.cos(turn)
  const towards =
    Math.sin(facing.north * rad) * Math.sin(north * rad) +
    Math.cos(facing.north * rad) * Math.cos(north * rad) * Math.cos(turn)
  const out = towards < 0 ? 1 / Math.hypot(x, y) : 1
  return [middle[0] + x * out * radius, middle[1] - y * out * radius]
}

/** Long sides follow the curve of the globe. */
const bent = (marks: readonly Mark[]): readonly Mark[] =>
  marks.flatMap((from, index) => {
    const to = marks[(index + 1) % marks.length] ?? from
    const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 3))
    return Array.from(
      { length: steps },
      (_, step): Mark => [from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps],
    )
  })

/** 航线: half of the globe, and a line that runs round its seas from Shanghai to Marseille. */
export function globe(): string {
  const chance = seededChance(13)
  const [eurasia = [], ...rest] = coasts
  // The chart of the first story ends in the north; the globe does not.
  const lands = [[...eurasia.slice(1, -2), ...northOfEurasia], ...rest, ...farCoasts].map((coast) =>
    poly(...bent(coast).map(seen)),
  )
  return print(
    chance,
    151,
    band(inks.ink, -60, 1030),
    stars(chance),
    filled(inks.slate, ...levelCuts(chance, { ...across, top: 0, bottom: 980 }, 30, (down) => 0.02 + 0.16 * down)),
    filled(inks.paper, disc(middle, radius + 9)),
    filled(tone(0.3), disc(middle, radius + 3)),
    within(chance, lands),
    route(),
    passing(chance),
  )
}

const stars = (chance: () => number): string =>
  filled(
    inks.paper,
    ...Array.from({ length: 150 }, () =>
      disc([between(chance, 0, sheet.width), between(chance, 0, 860)], between(chance, 1.2, 3.4)),
    ),
    ...Array.from({ length: 12 }, () => {
      const [x, y] = [between(chance, 0, sheet.width), between(chance, 20, 700)]
      return gouge([x, y], 26, 3) + gouge([x, y], 26, 3, 90)
    }),
  )

function within(chance: () => number, lands: readonly string[]): string {
  const parallels = [-40, -20, 0, 20, 40, 60].map((north) =>
    line(...Array.from({ length: 61 }, (_, step) => seen([facing.east - 90 + step * 3, north]))),
  )
  const meridians = [-20, 10, 40, 70, 100, 130].map((east) =>
    line(...Array.from({ length: 45 }, (_, step) => seen([east, -66 + step * 3]))),
  )
  const hatch = levelCuts(
    chance,
    { left: middle[0] - radius, right: middle[0] + radius, top: middle[1] - radius, bottom: middle[1] + radius },
    12,
    (down) => 0.2 + 0.34 * down,
  )
  const shade = Array.from({ length: 90 }, () => {
    const angle = between(chance, -0.5, 1.5)
    const out = radius * (1 - between(chance, 0, 0.2) ** 1.2)
    return gouge(
      [middle[0] + Math.cos(angle) * out, middle[1] + Math.sin(angle) * out],
      between(chance, 40, 130),
      between(chance, 4, 9),
      (angle * 180) / Math.PI + 90,
    )
  })
  return `<clipPath id="globe"><path d="${disc(middle, radius)}"/></clipPath><clipPath id="lands"><path d="${lands.join('')}"/></clipPath><g clip-path="url(#globe)">${filled(inks.ink, ...hatch)}${drawn(tone(0.44), 1.8, ...parallels, ...meridians)}${drawn(inks.ink, 13, ...lands)}${filled(inks.pale, ...lands)}<g clip-path="url(#lands)">${filled(
    inks.grey,
    ...levelCuts(
      chance,
      { left: middle[0] - radius, right: middle[0] + radius, top: middle[1] - radius, bottom: middle[1] + radius },
      15,
      () => 0.34,
    ),
  )}${filled(inks.slate, ...Array.from({ length: 130 }, () => gouge([middle[0] + between(chance, -1, 1) * radius, middle[1] + between(chance, -1, 0.6) * radius], between(chance, 14, 44), between(chance, 3, 5), between(chance, -24, 24))))}</g>${drawn(inks.ink, 2.2, ...lands)}${filled(inks.ink, ...shade)}</g>`
}

function route(): string {
  const marks = porthosWay.map(seen)
  return [
    drawn(inks.ink, 16, line(...marks)),
    drawn(inks.red, 8, line(...marks)),
    ...porthosPorts.map(seen).map((port, index, all) => {
      const isEnd = index === 0 || index === all.length - 1
      const size = isEnd ? 16 : 11
      return (
        filled(inks.ink, disc(port, size + 4)) +
        filled(inks.paper, disc(port, size)) +
        filled(inks.ink, disc(port, size * 0.5))
      )
    }),
  ].join('')
}

/** The ship under the stars on both sides of the globe: as she leaves, and as she comes in. */
const passing = (chance: () => number): string =>
  filled(tone(0.2), poly([-60, 872], [sheet.width + 60, 872], [sheet.width + 60, 1030], [-60, 1030])) +
  filled(inks.slate, ...levelCuts(chance, { ...across, top: 876, bottom: 980 }, 11, () => 0.4)) +
  filled(inks.ink, ...levelCuts(chance, { ...across, top: 884, bottom: 980 }, 13, (down) => 0.2 + 0.4 * down)) +
  filled(inks.paper, ...levelCuts(chance, { ...across, top: 876, bottom: 960 }, 15, () => 0.16)) +
  linerAbeam(chance, [1370, 884], 360).replaceAll(inks.red, inks.slate).replaceAll(inks.ink, tone(0.46))
