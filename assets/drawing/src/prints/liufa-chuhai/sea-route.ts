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
import { coasts, ports, way } from '../old-world.ts'
import { type Body, boyWithCase, gentleman, schoolgirl, stand, student } from '../people.ts'
import { linerAbeam } from '../ships.ts'

/** Pixels of one degree, alike both ways: a sailor's plain chart. */
const degree = 9.7
const onChart = ([east, north]: Mark): Mark => [896 + (east - 63.5) * degree, 44 + (50 - north) * degree]

/** 11 September to 19 October 1920. */
const daysAtSea = 38

/** 海路: those at the rail look out over a sea that is the chart of their voyage; one dot is one day. */
export function seaRoute(): string {
  const chance = seededChance(38)
  const sea = tone(0.2)
  const across = { left: -60, right: sheet.width + 60 }
  const lands = coasts.map((coast) => poly(...coast.map(onChart)))
  return print(
    chance,
    53,
    band(sea, -60, 1020),
    filled(inks.ink, ...levelCuts(chance, { ...across, top: -40, bottom: 760 }, 13, (down) => 0.3 + 0.3 * down)),
    filled(inks.slate, ...levelCuts(chance, { ...across, top: -40, bottom: 760 }, 15, () => 0.26)),
    ...[26, 17, 8].map((width, index) => drawn([tone(0.28), tone(0.4), inks.ink][index] ?? inks.ink, width, ...lands)),
    filled(inks.pale, ...lands),
    inland(chance, lands),
    voyage(),
    linerAbeam(chance, [716, 566], 250),
    rail(),
    travellers(),
  )
}

/** Land cut with short strokes, leaving its coasts clean. */
function inland(chance: () => number, lands: readonly string[]): string {
  const cuts = levelCuts(chance, { left: -60, right: sheet.width + 60, top: -50, bottom: 800 }, 17, () => 0.2)
  const hills = Array.from({ length: 150 }, () =>
    gouge(
      [between(chance, 0, sheet.width), between(chance, -20, 700)],
      between(chance, 20, 60),
      between(chance, 3, 6),
      between(chance, -24, 24),
    ),
  )
  return `<clipPath id="land"><path d="${lands.join('')}"/></clipPath><g clip-path="url(#land)">${filled(inks.grey, ...cuts)}${filled(inks.slate, ...hills)}</g>${drawn(inks.ink, 2.4, ...lands)}`
}

function voyage(): string {
  const marks = way.map(onChart)
  const days = evenly(marks, daysAtSea)
  return [
    drawn(inks.ink, 9, line(...marks)),
    filled(inks.ink, ...days.map((day) => disc(day, 8.6))),
    filled(inks.paper, ...days.map((day) => disc(day, 5.4))),
    ...ports
      .map(onChart)
      .map(
        (port) =>
          filled(inks.ink, disc(port, 18)) + filled(inks.paper, disc(port, 14)) + filled(inks.ink, disc(port, 8)),
      ),
  ].join('')
}

/** Marks at equal distances along a line, the last at its end. */
function evenly(marks: readonly Mark[], count: number): readonly Mark[] {
  const legs = marks.slice(1).map((to, index) => ({
    from: marks[index] ?? to,
    to,
    length: Math.hypot(to[0] - (marks[index] ?? to)[0], to[1] - (marks[index] ?? to)[1]),
  }))
  const whole = legs.reduce((sum, { length }) => sum + length, 0)
  return Array.from({ length: count }, (_, index): Mark => {
    let left = (whole * (index + 1)) / count
    for (const { from, to, length } of legs) {
      if (left <= length)
        return [from[0] + ((to[0] - from[0]) * left) / length, from[1] + ((to[1] - from[1]) * left) / length]
      left -= length
    }
    return marks.at(-1) ?? [0, 0]
  })
}

function rail(): string {
  const posts = Array.from({ length: 12 }, (_, index) => -20 + index * 166)
  return [
    filled(inks.ink, poly([-60, 902], [sheet.width + 60, 902], [sheet.width + 60, 1020], [-60, 1020])),
    filled(inks.pale, ...Array.from({ length: 18 }, (_, index) => gouge([index * 106, 908], 100, 5))),
    drawn(inks.ink, 15, line([-60, 690], [sheet.width + 60, 690])),
    drawn(inks.ink, 7, line([-60, 760], [sheet.width + 60, 760]), line([-60, 830], [sheet.width + 60, 830])),
    drawn(inks.ink, 10, ...posts.map((x) => line([x, 690], [x, 910]))),
    drawn(inks.paper, 3, line([-60, 684], [sheet.width + 60, 684])),
    drawn(inks.grey, 2, ...posts.map((x) => line([x - 3, 700], [x - 3, 900]))),
    filled(inks.paper, disc([1436, 800], 66)),
    filled(inks.ink, disc([1436, 800], 62)),
    filled(inks.pale, disc([1436, 800], 58)),
    filled(inks.ink, disc([1436, 800], 34)),
    filled(tone(0.2), disc([1436, 800], 31)),
    filled(
      inks.ink,
      ...[0, 1, 2, 3].map((turn) => {
        const angle = Math.PI / 4 + (turn * Math.PI) / 2
        return gouge([1436 + 46 * Math.cos(angle), 800 + 46 * Math.sin(angle)], 30, 9, (angle * 180) / Math.PI)
      }),
    ),
  ].join('')
}

function travellers(): string {
  const at: readonly [Body, number, number, number, boolean][] = [
    [gentleman(), 210, 1110, 1.72, true],
    [student(), 1640, 1110, 1.86, false],
    [schoolgirl(), 1180, 1090, 1.74, true],
    [boyWithCase(), 486, 1010, 1.74, false],
  ]
  return at
    .map(([body, x, y, size, mirrored]) =>
      stand(body, { at: [x, y], size, mirrored, ink: inks.ink, edge: inks.paper, edgeWidth: 1.7 }),
    )
    .join('')
}
