import { seededChance } from '@riverside/kit'
import {
  band,
  between,
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
import { child, stand } from '../people.ts'
import { place, posed, stances } from '../pose.ts'
import { birds, roofs } from '../scenery.ts'

const left = 560
const right = 1280

/** 开了: the fence is taken down, and people go through to the water. */
export function opened(): string {
  const chance = seededChance(550)
  return print(
    chance,
    257,
    band(inks.paper, -60, 500),
    filled(
      inks.pale,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: -40, bottom: 470 }, 17, () => 0.42),
    ),
    roofs(
      inks.grey,
      470,
      [-60, 440],
      [640, 430],
      [720, 410],
      [770, 360],
      [800, 410],
      [860, 330],
      [900, 412],
      [960, 250],
      [990, 400],
      [1030, 300],
      [1070, 420],
      [1180, 436],
      [1320, 428],
    ),
    river(chance),
    deck(chance),
    fence(chance),
    carriers(),
    walkers(),
    birds(inks.ink, [700, 150, 18], [800, 200, 13], [1090, 140, 15], [1180, 200, 11], [640, 230, 10]),
  )
}

const river = (chance: () => number): string =>
  band(inks.pale, 468, 660) +
  filled(inks.slate, ...levelCuts(chance, { left, right, top: 472, bottom: 640 }, 10, (down) => 0.16 + 0.3 * down)) +
  filled(inks.paper, ...levelCuts(chance, { left, right, top: 474, bottom: 650 }, 11, () => 0.44)) +
  filled(
    inks.ink,
    poly([840, 560], [870, 582], [1080, 582], [1116, 550], [1060, 560], [1050, 540], [930, 540], [924, 560]),
  ) +
  filled(inks.paper, gouge([980, 590], 260, 5))

/** Boards to the water's edge, a row of rails, pipe lamps. */
function deck(chance: () => number): string {
  const lamp = (x: number, foot: number, high: number): string =>
    drawn(
      inks.ink,
      high * 0.035,
      `M${x} ${foot}L${x} ${foot - high * 0.86}Q${x} ${foot - high} ${x + high * 0.14} ${foot - high}L${x + high * 0.3} ${foot - high}L${x + high * 0.3} ${foot - high * 0.92}`,
    )
  return [
    filled(inks.grey, poly([left - 60, 650], [right + 60, 650], [1700, 1030], [150, 1030])),
    drawn(
      inks.slate,
      3,
      ...Array.from({ length: 19 }, (_, index) => line([left - 40 + index * 44, 652], [170 + index * 84, 1030])),
    ),
    filled(
      inks.pale,
      ...Array.from({ length: 50 }, () =>
        gouge(
          [between(chance, 400, 1480), between(chance, 664, 955)],
          between(chance, 40, 150),
          3,
          between(chance, -1, 1),
        ),
      ),
    ),
    drawn(inks.ink, 6, line([left - 40, 600], [right + 40, 600]), line([left - 40, 626], [right + 40, 626])),
    drawn(
      inks.ink,
      5,
      ...Array.from({ length: 18 }, (_, index) => line([left - 30 + index * 46, 596], [left - 30 + index * 46, 654])),
    ),
    lamp(640, 656, 300),
    lamp(1140, 656, 300),
  ].join('')
}

/** Sheets of corrugated iron that still stand to both sides. */
function fence(chance: () => number): string {
  const panel = (x: number, y: number, wide: number, high: number, lean: number): string => {
    const ribs = Math.round(wide / 26)
    const at = (across: number, up: number): Mark => [x + across + lean * up, y - up]
    return (
      filled(inks.ink, poly(at(0, 0), at(0, high), at(wide, high - 8), at(wide, -8))) +
      drawn(
        inks.slate,
        5,
        ...Array.from({ length: ribs }, (_, rib) => line(at(rib * 26 + 12, 6), at(rib * 26 + 12, high - 12))),
      ) +
      drawn(inks.paper, 3, line(at(0, high), at(wide, high - 8))) +
      filled(
        inks.slate,
        ...Array.from({ length: 10 }, () =>
          gouge(at(between(chance, 10, wide - 10), between(chance, 20, high - 20)), 40, 4, 88),
        ),
      )
    )
  }
  return [
    panel(-70, 900, 240, 720, 0),
    panel(178, 880, 210, 690, 0.01),
    panel(392, 862, 150, 662, 0.02),
    panel(1300, 868, 160, 664, -0.02),
    panel(1466, 884, 200, 690, 0),
    panel(1672, 902, 220, 720, 0),
    drawn(inks.ink, 15, line([544, 880], [544, 190]), line([1298, 884], [1298, 192])),
    drawn(inks.paper, 3, line([550, 876], [550, 196]), line([1292, 880], [1292, 198])),
    filled(
      tone(0.2),
      poly([-60, 890], [560, 856], [120, 1030], [-60, 1030]),
      poly([sheet.width + 60, 896], [1290, 862], [1700, 1030], [sheet.width + 60, 1030]),
    ),
  ].join('')
}

/** Two who carry a sheet away. */
function carriers(): string {
  const front = posed(
    {
      ...stances.carrying,
      arms: [
        [30, 70],
        [36, 76],
      ],
    },
    { wears: 'overalls', head: 'cap' },
  )
  const back = posed(
    {
      ...stances.carrying,
      arms: [
        [34, 74],
        [40, 80],
      ],
    },
    { wears: 'overalls', head: 'cap' },
  )
  const common = { ink: inks.ink, edge: inks.paper, edgeWidth: 1.8 }
  return [
    place(back.figure, { at: [100, 946], size: 1.72, ...common }),
    place(front.figure, { at: [420, 950], size: 1.74, mirrored: false, ...common }),
    `<g stroke="${inks.paper}" stroke-width="5" stroke-linejoin="round">${filled(inks.grey, poly([140, 700], [560, 690], [566, 760], [146, 772]))}</g>`,
    drawn(
      inks.ink,
      4,
      ...Array.from({ length: 15 }, (_, index) => line([160 + index * 27, 702], [164 + index * 27, 766])),
    ),
  ].join('')
}

function walkers(): string {
  const common = { ink: inks.ink, edge: inks.paper, edgeWidth: 2 }
  const far = [
    { x: 720, y: 716, size: 0.74, dress: { wears: 'jacket', head: 'short' }, mirrored: true },
    { x: 800, y: 720, size: 0.7, dress: { wears: 'skirt', head: 'bob' }, mirrored: true },
    { x: 1010, y: 712, size: 0.72, dress: { wears: 'jacket', head: 'cap' }, mirrored: false },
    { x: 1190, y: 730, size: 0.78, dress: { wears: 'skirt', head: 'tail' }, mirrored: false },
  ] as const
  const boy = posed(stances.running, { wears: 'shorts', head: 'short' })
  const shirt = boy.figure.map((plate, index) => (index === 3 ? { ...plate, fill: 'red' as const } : plate))
  const elder = posed({ ...stances.strolling, lean: 8 }, { wears: 'jacket', head: 'cap' })
  const woman = posed(stances.walking, { wears: 'skirt', head: 'bob' })
  return [
    ...far.map(({ x, y, size, dress, mirrored }) =>
      place(posed(stances.strolling, dress).figure, { at: [x, y], size, mirrored, ...common, edgeWidth: 2.6 }),
    ),
    stand(child(), { at: [900, 790], size: 0.94, ink: inks.ink, edge: inks.paper, edgeWidth: 2.2 }),
    place(shirt, { at: [760, 876], size: 1.16, ...common }),
    place(woman.figure, { at: [1010, 930], size: 1.56, ...common }),
    place(elder.figure, { at: [1230, 944], size: 1.6, mirrored: true, ...common }),
  ].join('')
}
