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
import { clockFace } from '../newsprint.ts'
import { chimney, water } from '../scenery.ts'

/** 十二点二十五分: aircraft high over the river, smoke over the plant, a clock that stands at the minute. */
export function raid(): string {
  const chance = seededChance(1225)
  return print(
    chance,
    233,
    band(inks.pale, -60, 620),
    filled(
      inks.grey,
      ...levelCuts(
        chance,
        { left: -60, right: sheet.width + 60, top: -40, bottom: 420 },
        17,
        (down) => 0.6 * (1 - down),
      ),
    ),
    filled(
      inks.paper,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 40, bottom: 560 }, 18, () => 0.22),
    ),
    ...columns(chance),
    aircraft(),
    plant(),
    water(chance, 640, 1030),
    reflected(chance),
    clock(),
  )
}

/** Smoke that rises and leans, cut away along its edge. */
function columns(chance: () => number): readonly string[] {
  const column = (x: number, foot: number, top: number, wide: number, ink: string): string => {
    const steps = 12
    const side = (turn: 1 | -1): Mark[] =>
      Array.from({ length: steps + 1 }, (_, index) => {
        const part = index / steps
        const swell = wide * (0.34 + part * 1.25) * (1 + 0.2 * Math.sin(index * 2.3 + turn))
        return [x + part ** 1.4 * 190 + turn * swell * 0.5 + between(chance, -10, 10), foot - (foot - top) * part]
      })
    const shape = soft(...side(-1), ...side(1).reverse())
    const eaten = Array.from({ length: 46 }, () => {
      const part = chance() ** 0.7
      const across = between(chance, -0.6, 0.6)
      return gouge(
        [x + part ** 1.4 * 190 + across * wide * (0.4 + part), foot - (foot - top) * part],
        between(chance, 40, 120),
        between(chance, 3, 8),
        -64 + between(chance, -14, 14),
      )
    })
    return filled(ink, shape) + filled(ink === inks.ink ? inks.slate : inks.pale, ...eaten)
  }
  return [
    column(430, 600, -80, 190, inks.slate),
    column(1050, 600, -60, 170, inks.slate),
    column(760, 600, -80, 240, inks.ink),
  ]
}

/** Six of them, small and high; silhouettes of the kind, without a mark. */
function aircraft(): string {
  const plane = (x: number, y: number, size: number): string =>
    `<g transform="translate(${x} ${y}) rotate(-12) scale(${size})">${[
      soft([-64, 2], [-40, -8], [50, -9], [78, -3], [80, 3], [50, 9], [-40, 8]),
      poly([26, -4], [12, -98], [-8, -98], [-10, -4]),
      poly([26, 4], [12, 98], [-8, 98], [-10, 4]),
      poly([-52, -3], [-58, -34], [-70, -34], [-70, -3]),
      poly([-52, 3], [-58, 34], [-70, 34], [-70, 3]),
      soft([-4, -38], [36, -41], [38, -34], [-2, -30]),
      soft([-4, 38], [36, 41], [38, 34], [-2, 30]),
    ]
      .map((part) => filled(inks.ink, part))
      .join('')}</g>`
  return [
    plane(1330, 90, 0.84),
    plane(1500, 62, 0.7),
    plane(1450, 212, 0.74),
    plane(1630, 150, 0.62),
    plane(1600, 300, 0.62),
    plane(1732, 244, 0.54),
  ].join('')
}

function plant(): string {
  return [
    chimney([262, 640], 420, 66),
    chimney([1180, 640], 340, 48),
    chimney([1300, 640], 330, 46),
    filled(
      inks.ink,
      poly(
        [-60, 660],
        [-60, 560],
        [120, 556],
        [120, 500],
        [330, 496],
        [330, 560],
        [520, 556],
        [520, 470],
        [590, 440],
        [980, 436],
        [1020, 470],
        [1024, 560],
        [1120, 556],
        [1120, 520],
        [1420, 516],
        [1420, 570],
        [1860, 566],
        [1860, 660],
      ),
    ),
    // Where the roof has gone.
    filled(inks.pale, poly([676, 436], [700, 470], [742, 452], [770, 486], [812, 456], [846, 474], [872, 436])),
    drawn(inks.ink, 6, line([690, 440], [760, 500]), line([760, 440], [716, 496]), line([830, 440], [790, 500])),
    filled(
      inks.red,
      soft([694, 560], [700, 520], [722, 540], [740, 492], [764, 532], [792, 500], [806, 540], [828, 524], [834, 560]),
    ),
    filled(inks.paper, soft([728, 560], [736, 536], [752, 548], [766, 528], [780, 546], [794, 560])),
    filled(
      inks.pale,
      ...[150, 190, 230, 270, 560, 600, 640, 880, 920, 960, 1160, 1210, 1260, 1310, 1360].map((x) =>
        gouge([x, x < 400 ? 530 : 540], 28, 9, 90),
      ),
    ),
  ].join('')
}

const reflected = (chance: () => number): string =>
  filled(
    inks.ink,
    ...Array.from({ length: 90 }, () =>
      gouge(
        [between(chance, 120, 1420), 662 + between(chance, 0, 150)],
        between(chance, 60, 220),
        between(chance, 4, 9),
      ),
    ),
  ) +
  filled(
    inks.red,
    ...Array.from({ length: 12 }, () =>
      gouge(
        [760 + between(chance, -50, 50), 672 + between(chance, 0, 110)],
        between(chance, 24, 80),
        between(chance, 3, 6),
      ),
    ),
  )

/** A street clock near by, and the bare branch of February. */
function clock(): string {
  const [x, y] = [1480, 660]
  return [
    filled(
      inks.ink,
      poly([x - 16, 1030], [x - 12, y + 130], [x + 12, y + 130], [x + 16, 1030]),
      poly(
        [x - 60, y + 168],
        [x - 12, y + 132],
        [x + 12, y + 132],
        [x + 60, y + 168],
        [x + 44, y + 176],
        [x, y + 150],
        [x - 44, y + 176],
      ),
    ),
    filled(inks.paper, disc([x, y], 152)),
    filled(inks.ink, disc([x, y], 146)),
    clockFace([x, y], 124, 12 + 25 / 60),
    filled(inks.ink, poly([x - 30, y - 140], [x, y - 182], [x + 30, y - 140])),
    drawn(inks.ink, 20, 'M-40 1010Q90 800 330 742'),
    drawn(inks.ink, 11, 'M120 846Q150 760 226 700', 'M230 780Q320 810 420 800'),
    drawn(
      inks.ink,
      6,
      'M330 742Q390 722 440 676',
      'M176 744Q176 690 210 650',
      'M226 700Q270 690 300 660',
      'M420 800Q470 808 500 790',
    ),
    drawn(inks.paper, 2.4, 'M-30 996Q96 800 322 738'),
  ].join('')
}
