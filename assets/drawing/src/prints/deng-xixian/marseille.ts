import { seededChance } from '@riverside/kit'
import { between, drawn, filled, gouge, inks, line, type Mark, poly, print, sheet, soft } from '../cut.ts'
import { type Body, boyWithCase, gentleman, schoolgirl, stand, student } from '../people.ts'
import { birds, sky, water } from '../scenery.ts'

const horizon = 560

/** 11 September to 19 October 1920. */
const daysAtSea = 38

/** 马赛: the hill with its church, forts and masts; those at the rail have cut a stroke into it for each day at sea. */
export function marseille(): string {
  const chance = seededChance(1019)
  return print(
    chance,
    113,
    sky(chance, horizon, { deep: 300 }),
    hills(chance),
    town(chance),
    water(chance, horizon, 1030),
    harbour(),
    birds(inks.ink, [260, 160, 20], [360, 206, 14], [1460, 140, 16], [1330, 200, 11], [170, 236, 12], [640, 130, 12]),
    rail(),
    travellers(),
  )
}

function hills(chance: () => number): string {
  const back = soft(
    [-100, 470],
    [160, 402],
    [430, 432],
    [700, 380],
    [960, 420],
    [1240, 396],
    [1500, 430],
    [1700, 390],
    [1900, 420],
    [1960, 600],
    [-100, 600],
  )
  return (
    filled(inks.grey, back) +
    filled(
      inks.pale,
      ...Array.from({ length: 60 }, () =>
        gouge(
          [between(chance, 0, sheet.width), between(chance, 410, 540)],
          between(chance, 60, 160),
          4,
          between(chance, -16, 16),
        ),
      ),
    )
  )
}

/** The church on its rock, houses in steps, two forts at the mouth. */
function town(chance: () => number): string {
  const rock = soft([430, 580], [540, 470], [660, 400], [740, 366], [850, 362], [930, 410], [1060, 480], [1200, 580])
  const houses = Array.from({ length: 74 }, (_, index) => {
    const x = -40 + index * 26 + between(chance, -6, 6)
    const foot = horizon + 4
    const high = between(chance, 34, 92) * (1 + 0.5 * Math.sin(x / 300))
    return { x, foot, high, wide: between(chance, 30, 44) }
  })
  return [
    filled(inks.slate, rock),
    filled(
      inks.ink,
      ...Array.from({ length: 40 }, () =>
        gouge(
          [between(chance, 540, 1080), between(chance, 410, 540)],
          between(chance, 30, 90),
          4,
          between(chance, -40, 40),
        ),
      ),
    ),
    church(),
    ...houses.map(
      ({ x, foot, high, wide }, index) =>
        filled(
          index % 3 === 0 ? inks.slate : index % 3 === 1 ? inks.ink : inks.grey,
          poly(
            [x, foot],
            [x, foot - high],
            [x + wide / 2, foot - high - 10],
            [x + wide, foot - high],
            [x + wide, foot],
          ),
        ) +
        filled(
          index % 3 === 1 ? inks.pale : inks.ink,
          ...[0.25, 0.5, 0.72].map((up) => gouge([x + wide * 0.35, foot - high * up], 7, 2.6, 90)),
          ...[0.3, 0.58].map((up) => gouge([x + wide * 0.7, foot - high * up], 7, 2.6, 90)),
        ),
    ),
    fort(-30, 250, 118),
    fort(1540, 1860, 132),
    lighthouse(),
  ].join('')
}

/** Seen so far off it is a tower with a figure on it over a long nave. */
function church(): string {
  const x = 796
  return (
    filled(
      inks.ink,
      poly([x - 28, 372], [x - 28, 238], [x - 20, 226], [x + 20, 226], [x + 28, 238], [x + 28, 372]),
      poly([x + 20, 372], [x + 20, 300], [x + 122, 300], [x + 122, 376]),
      poly([x - 14, 226], [x - 12, 198], [x + 12, 198], [x + 14, 226]),
      poly([x - 5, 198], [x - 3, 168], [x + 3, 168], [x + 5, 198]),
      soft([x + 78, 302], [x + 80, 276], [x + 98, 262], [x + 116, 276], [x + 118, 302]),
      poly([x - 60, 378], [x - 60, 362], [x + 140, 362], [x + 140, 384]),
    ) +
    filled(
      inks.pale,
      ...[-14, 0, 14].map((shift) => gouge([x + shift, 262], 26, 5, 90)),
      ...[36, 54, 72, 90, 108].map((shift) => gouge([x + shift, 330], 26, 5, 90)),
      gouge([x, 310], 40, 3),
    )
  )
}

const fort = (left: number, right: number, high: number): string => {
  const top = horizon - high
  const merlons = Array.from({ length: Math.floor((right - left) / 34) }, (_, index) =>
    poly(
      [left + 8 + index * 34, top + 2],
      [left + 8 + index * 34, top - 14],
      [left + 26 + index * 34, top - 14],
      [left + 26 + index * 34, top + 2],
    ),
  )
  return (
    filled(
      inks.ink,
      poly([left - 14, horizon + 12], [left, top], [right, top], [right + 14, horizon + 12]),
      ...merlons,
    ) +
    filled(
      inks.slate,
      gouge([(left + right) / 2, top + 24], right - left, 4),
      gouge([(left + right) / 2, top + 70], right - left, 3),
    ) +
    filled(inks.pale, ...[0.25, 0.5, 0.75].map((part) => gouge([left + (right - left) * part, top + 48], 18, 6, 90)))
  )
}

function lighthouse(): string {
  const x = 1440
  return (
    filled(
      inks.ink,
      poly([x - 22, horizon + 14], [x - 14, 380], [x + 14, 380], [x + 22, horizon + 14]),
      poly([x - 22, 380], [x - 22, 370], [x + 22, 370], [x + 22, 380]),
      poly([x - 15, 338], [x, 318], [x + 15, 338]),
    ) +
    filled(inks.paper, poly([x - 12, 340], [x + 12, 340], [x + 12, 370], [x - 12, 370])) +
    drawn(inks.ink, 3, line([x, 340], [x, 370])) +
    filled(inks.pale, gouge([x - 2, 440], 22, 5), gouge([x, 490], 26, 5))
  )
}

/** Masts at their moorings, a pilot's cutter coming out. */
function harbour(): string {
  const mast = (x: number, high: number, ink: string): string =>
    filled(
      ink,
      soft(
        [x - 54, horizon + 10],
        [x - 40, horizon + 26],
        [x + 44, horizon + 26],
        [x + 62, horizon + 6],
        [x, horizon + 14],
      ),
    ) +
    drawn(
      ink,
      4,
      line([x - 14, horizon + 16], [x - 14, horizon - high]),
      line([x + 22, horizon + 16], [x + 22, horizon - high * 0.84]),
    ) +
    drawn(
      ink,
      2,
      line([x - 14, horizon - high], [x - 52, horizon + 10]),
      line([x + 22, horizon - high * 0.84], [x + 58, horizon + 8]),
      line([x - 36, horizon - high * 0.6], [x + 8, horizon - high * 0.6]),
      line([x + 2, horizon - high * 0.52], [x + 42, horizon - high * 0.52]),
    )
  const cutter: Mark = [420, 660]
  const to = (across: number, up: number): Mark => [cutter[0] + across, cutter[1] - up]
  return [
    mast(330, 190, inks.ink),
    mast(1290, 210, inks.ink),
    mast(1180, 160, inks.slate),
    filled(inks.paper, poly(to(-6, 30), to(-6, 214), to(-112, 44)), poly(to(8, 40), to(8, 190), to(92, 54))),
    filled(
      inks.ink,
      soft(to(-120, 26), to(-90, 0), to(80, 0), to(118, 32), to(0, 20)),
      poly(to(-2, 20), to(-2, 232), to(4, 232), to(4, 20)),
    ),
    filled(inks.red, poly(to(4, 232), to(54, 222), to(4, 208))),
    filled(inks.paper, gouge([430, 672], 240, 7), gouge([400, 686], 160, 5)),
  ].join('')
}

function rail(): string {
  const top = 790
  const strokes = Array.from({ length: daysAtSea }, (_, day) => {
    const five = Math.floor(day / 5)
    const x = 214 + five * 150 + (five > 3 ? 180 : 0) + (day % 5) * 22
    return day % 5 === 4
      ? line([x - 100, top + 62], [x - 8, top + 24])
      : line([x, top + 18], [x + between(seededChance(day + 1), -3, 3), top + 68])
  })
  return (
    filled(inks.ink, poly([-60, top], [sheet.width + 60, top], [sheet.width + 60, top + 88], [-60, top + 88])) +
    filled(inks.paper, ...Array.from({ length: 18 }, (_, index) => gouge([index * 104, top + 3], 100, 6))) +
    filled(inks.ink, poly([-60, 910], [sheet.width + 60, 910], [sheet.width + 60, 1030], [-60, 1030])) +
    filled(
      inks.ink,
      ...Array.from({ length: 11 }, (_, index) =>
        poly(
          [20 + index * 176, top + 80],
          [40 + index * 176, top + 80],
          [40 + index * 176, 930],
          [20 + index * 176, 930],
        ),
      ),
    ) +
    drawn(inks.paper, 6, ...strokes)
  )
}

function travellers(): string {
  const all: readonly [Body, number, number, number, boolean][] = [
    [gentleman(), 110, 1130, 1.66, true],
    [schoolgirl(), 1610, 1100, 1.66, true],
    [student(), 1752, 1150, 1.8, false],
    [boyWithCase(), 886, 1046, 1.66, true],
  ]
  return all
    .map(([body, x, y, size, mirrored]) =>
      stand(body, { at: [x, y], size, mirrored, ink: inks.ink, edge: inks.paper, edgeWidth: 1.6 }),
    )
    .join('')
}
