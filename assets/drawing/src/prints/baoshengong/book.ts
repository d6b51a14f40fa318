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
import { chimney } from '../scenery.ts'
import { smoke } from '../ships.ts'

/** 书: an open book under a lamp; out of its pages, as out of the ground, stand a lane and small figures. */
export function book(): string {
  const chance = seededChance(1936)
  return print(
    chance,
    281,
    band(tone(0.22), -60, 640),
    pane(chance),
    desk(chance),
    pages(chance),
    figures(),
    lamp(),
    pen(),
  )
}

/** The window behind: mill chimneys against the evening. */
function pane(chance: () => number): string {
  const { left, right, top, bottom } = { left: 520, right: 1560, top: -40, bottom: 470 }
  return [
    filled(inks.slate, poly([left - 26, -60], [right + 26, -60], [right + 26, bottom + 26], [left - 26, bottom + 26])),
    `<clipPath id="pane"><path d="${poly([left, top], [right, top], [right, bottom], [left, bottom])}"/></clipPath><g clip-path="url(#pane)">${filled(inks.pale, poly([left, top], [right, top], [right, bottom], [left, bottom]))}${filled(inks.slate, ...levelCuts(chance, { left, right, top: -40, bottom: 260 }, 15, (down) => 0.8 * (1 - down)))}${filled(inks.paper, ...levelCuts(chance, { left, right, top: 120, bottom: 420 }, 15, () => 0.3))}${smoke(chance, [1080, 110], 520, 46)}${smoke(chance, [1300, 150], 380, 40)}${chimney([1078, 470], 362, 50, inks.ink, inks.slate)}${chimney([1298, 470], 322, 44, inks.ink, inks.slate)}${filled(
      inks.ink,
      poly(
        [left, bottom],
        [left, 400],
        ...Array.from({ length: 10 }, (_, index): Mark[] => [
          [620 + index * 96, 404],
          [620 + index * 96, 350],
          [716 + index * 96, 396],
        ]).flat(),
        [right, 400],
        [right, bottom],
      ),
    )}</g>`,
    drawn(inks.ink, 15, line([(left + right) / 2, -60], [(left + right) / 2, bottom]), line([left, 220], [right, 220])),
    filled(
      inks.grey,
      poly([left - 44, bottom + 10], [right + 44, bottom + 10], [right + 54, bottom + 44], [left - 54, bottom + 44]),
    ),
  ].join('')
}

const desk = (chance: () => number): string =>
  filled(inks.ink, poly([-60, 610], [sheet.width + 60, 600], [sheet.width + 60, 1030], [-60, 1030])) +
  filled(
    inks.slate,
    ...Array.from({ length: 90 }, () =>
      gouge(
        [between(chance, -20, sheet.width), between(chance, 624, 955)],
        between(chance, 60, 260),
        between(chance, 2, 4),
        between(chance, -1, 1),
      ),
    ),
  ) +
  filled(
    tone(0.34),
    soft([90, 800], [300, 680], [640, 650], [1000, 660], [1240, 760], [1160, 880], [820, 950], [400, 950], [150, 900]),
  )

/** Two pages with rows of cuts for words. */
function pages(chance: () => number): string {
  const left = `M300 900Q480 830 880 872L860 660Q520 640 400 690Z`
  const right = `M1450 900Q1280 830 880 872L860 660Q1200 640 1350 690Z`
  const rows = (from: number, side: 1 | -1) =>
    Array.from({ length: 9 }, (_, row) => {
      const y = 846 - row * 20
      const middle = side < 0 ? 620 + row * 8 : 1140 - row * 4
      return gouge(
        [middle + between(chance, -8, 8), y - 2 + from],
        between(chance, 330, 400) - row * 14,
        5.4 - row * 0.2,
        side * 1.4,
      )
    })
  return [
    `<g stroke="${inks.ink}" stroke-width="6" stroke-linejoin="round">${filled(inks.grey, 'M290 926Q480 856 880 898Q1280 856 1462 926L1450 896L880 868L300 896Z')}${filled(inks.paper, left)}${filled(inks.paper, right)}</g>`,
    filled(inks.slate, ...rows(0, -1), ...rows(0, 1)),
    filled(inks.grey, soft([850, 664], [870, 664], [896, 872], [866, 872])),
    drawn(inks.ink, 4, line([862, 662], [881, 872])),
  ].join('')
}

/** They stand up from the page, no higher than a hand. */
function figures(): string {
  const house = (x: number, y: number, wide: number, high: number): string =>
    `<g stroke="${inks.paper}" stroke-width="4" stroke-linejoin="round">${filled(inks.ink, poly([x, y], [x, y - high], [x + wide / 2, y - high - wide * 0.34], [x + wide, y - high], [x + wide, y]))}</g>` +
    filled(
      inks.paper,
      poly(
        [x + wide * 0.4, y],
        [x + wide * 0.4, y - high * 0.5],
        [x + wide * 0.6, y - high * 0.5],
        [x + wide * 0.6, y],
      ),
    ) +
    filled(
      inks.ink,
      poly(
        [x + wide * 0.44, y],
        [x + wide * 0.44, y - high * 0.44],
        [x + wide * 0.56, y - high * 0.44],
        [x + wide * 0.56, y],
      ),
    )
  const girl = (x: number, y: number, size: number, fill: string): string =>
    `<g transform="translate(${x} ${y}) scale(${size})"><g stroke="${inks.paper}" stroke-width="7" stroke-linejoin="round">${[soft([-11, -92], [-10, -106], [0, -112], [10, -106], [11, -91], [0, -84]), soft([-17, -46], [-15, -74], [0, -84], [15, -74], [17, -46], [0, -40]), poly([-14, -46], [14, -46], [18, 0], [5, 0], [0, -30], [-5, 0], [-18, 0])].map((shape, index) => filled(index === 1 ? fill : inks.ink, shape)).join('')}</g></g>`
  return [
    house(560, 726, 108, 150),
    house(676, 716, 116, 176),
    house(800, 712, 112, 158),
    house(920, 716, 118, 182),
    house(1046, 724, 108, 150),
    ...[560, 640, 722, 804, 886, 968, 1050, 1130].map((x, index) =>
      girl(x, 804 - Math.sin((index / 7) * Math.PI) * 14, 1.06 + (index % 3) * 0.07, index === 4 ? inks.red : inks.ink),
    ),
  ].join('')
}

function lamp(): string {
  const rays = Array.from({ length: 13 }, (_, index) =>
    gouge([146 + index * 17, 396 + Math.abs(index - 6) * -3], 44, 5, 90 + (6 - index) * 6),
  )
  return [
    filled(
      inks.ink,
      poly([226, 800], [236, 360], [254, 360], [264, 800]),
      soft([130, 820], [160, 784], [320, 784], [356, 820], [240, 838]),
    ),
    drawn(inks.paper, 3, line([240, 780], [243, 380]), 'M140 812Q240 786 344 812'),
    `<g stroke="${inks.paper}" stroke-width="5" stroke-linejoin="round">${filled(inks.ink, poly([120, 350], [190, 220], [300, 220], [378, 350]))}</g>`,
    filled(inks.paper, poly([128, 352], [370, 352], [352, 366], [146, 366])),
    filled(inks.pale, ...rays),
    filled(inks.slate, gouge([210, 286], 110, 6, 116)),
  ].join('')
}

const pen = (): string =>
  drawn(inks.ink, 19, line([1330, 860], [1640, 690])) +
  drawn(inks.paper, 12, line([1344, 852], [1640, 690])) +
  filled(inks.ink, poly([1300, 876], [1336, 846], [1350, 866])) +
  `<g stroke="${inks.paper}" stroke-width="4">${filled(inks.ink, poly([1600, 760], [1720, 756], [1744, 856], [1580, 862]), poly([1628, 730], [1690, 728], [1696, 760], [1624, 762]))}</g>` +
  filled(inks.slate, gouge([1620, 808], 76, 6, 96)) +
  filled(inks.paper, disc([1660, 730], 24, 6))
