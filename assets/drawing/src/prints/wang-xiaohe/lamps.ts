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
  poly,
  print,
  sheet,
  soft,
  tone,
} from '../cut.ts'
import { chimney } from '../scenery.ts'

/** He was twenty-four. */
const lamps = 24

/** 二十四盏灯: the river at night below the plant, a lamp for each year, and one window where somebody rocks a cradle. */
export function lampsByTheRiver(): string {
  const chance = seededChance(1948)
  return print(
    chance,
    227,
    band(tone(0.3), -60, 560),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: -60, right: sheet.width + 60, top: -50, bottom: 470 },
        14,
        (down) => 0.96 * (1 - down) ** 0.9,
      ),
    ),
    filled(
      inks.slate,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 180, bottom: 550 }, 17, () => 0.3),
    ),
    filled(
      inks.paper,
      ...Array.from({ length: 50 }, () =>
        disc([between(chance, 0, sheet.width), between(chance, 10, 260)], between(chance, 1.2, 2.8)),
      ),
    ),
    bank(),
    river(chance),
    row(),
    room(chance),
  )
}

function bank(): string {
  return [
    chimney([1010, 560], 400, 58, inks.ink, tone(0.3)),
    chimney([1150, 560], 270, 38, inks.ink, tone(0.3)),
    chimney([1250, 560], 250, 36, inks.ink, tone(0.3)),
    chimney([1346, 560], 236, 34, inks.ink, tone(0.3)),
    filled(
      inks.ink,
      poly(
        [-60, 590],
        [-60, 520],
        [240, 516],
        [240, 486],
        [420, 486],
        [420, 512],
        [640, 512],
        [640, 470],
        [700, 440],
        [1080, 436],
        [1080, 420],
        [1440, 416],
        [1440, 500],
        [1860, 496],
        [1860, 590],
      ),
    ),
    filled(inks.pale, ...Array.from({ length: 12 }, (_, index) => gouge([1106 + index * 28, 470], 22, 6, 90))),
    filled(inks.slate, ...Array.from({ length: 16 }, (_, index) => gouge([660 + index * 25, 490], 20, 5, 90))),
  ].join('')
}

function river(chance: () => number): string {
  return (
    band(tone(0.18), 584, 1030) +
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: -60, right: sheet.width + 60, top: 590, bottom: 980 },
        11,
        (down) => 0.36 + 0.3 * down,
      ),
    ) +
    filled(
      inks.slate,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 596, bottom: 980 }, 16, () => 0.2),
    )
  )
}

/** The lamps along the quay and their light on the water. */
function row(): string {
  return Array.from({ length: lamps }, (_, index) => {
    const x = 740 + index * 45
    const chance = seededChance(index + 40)
    return (
      drawn(inks.ink, 4, line([x, 600], [x, 538])) +
      filled(inks.paper, disc([x, 534], 8.5)) +
      filled(
        inks.pale,
        ...[0, 1, 2, 3, 4, 5].map((ray) =>
          gouge([x + Math.cos((ray * Math.PI) / 3) * 20, 534 + Math.sin((ray * Math.PI) / 3) * 20], 12, 2.4, ray * 60),
        ),
      ) +
      filled(
        inks.paper,
        ...Array.from({ length: 11 }, (_, stroke) =>
          gouge(
            [x + between(chance, -9, 9), 616 + stroke * 22 + between(chance, -5, 5)],
            between(chance, 16, 40) * (1 - stroke * 0.05),
            between(chance, 3, 5),
          ),
        ),
      )
    )
  }).join('')
}

/** Near, a dark house with one window. */
function room(chance: () => number): string {
  const { left, right, top, bottom } = { left: 150, right: 560, top: 300, bottom: 790 }
  const edge = inks.paper
  return [
    filled(inks.ink, poly([-60, 1030], [-60, 150], [300, 60], [690, 170], [690, 1030])),
    drawn(inks.slate, 6, line([-60, 168], [300, 78], [706, 190])),
    filled(
      inks.slate,
      ...Array.from({ length: 60 }, () =>
        gouge(
          [between(chance, -40, 680), between(chance, 210, 950)],
          between(chance, 20, 54),
          3,
          between(chance, -2, 2),
        ),
      ),
    ),
    filled(
      inks.slate,
      poly([left - 30, top - 30], [right + 30, top - 30], [right + 30, bottom + 40], [left - 30, bottom + 40]),
    ),
    filled(edge, poly([left, top], [right, top], [right, bottom], [left, bottom])),
    // A lamp over the cradle, and who bends over it.
    drawn(inks.ink, 4, line([420, top], [420, top + 70])),
    filled(inks.ink, poly([380, top + 104], [408, top + 66], [432, top + 66], [460, top + 104])),
    filled(
      inks.slate,
      ...[-50, -25, 0, 25, 50].map((shift) => gouge([420 + shift * 1.3, top + 140], 36, 3.4, 90 - shift * 0.7)),
    ),
    filled(
      inks.ink,
      soft([330, 700], [344, 664], [400, 674], [470, 674], [520, 660], [528, 700], [500, 742], [360, 742]),
      poly([300, 752], [330, 744], [520, 744], [552, 752], [552, 760], [300, 760]),
    ),
    filled(inks.red, soft([372, 676], [420, 652], [486, 660], [500, 682], [440, 694], [376, 692])),
    filled(edge, gouge([430, 712], 130, 5), gouge([430, 728], 110, 4)),
    filled(
      inks.ink,
      soft(
        [206, 790],
        [196, 640],
        [214, 560],
        [252, 520],
        [286, 530],
        [312, 580],
        [352, 624],
        [392, 640],
        [386, 660],
        [330, 652],
        [296, 632],
        [300, 700],
        [316, 790],
      ),
    ),
    filled(
      inks.ink,
      soft([250, 520], [252, 480], [276, 456], [306, 462], [316, 490], [308, 522], [280, 536]),
      soft([242, 486], [230, 470], [236, 454], [254, 452], [262, 468]),
    ),
    filled(edge, gouge([250, 640], 150, 3.4, 96), gouge([286, 600], 60, 3, 40), gouge([268, 474], 26, 3, -30)),
    drawn(inks.ink, 12, line([left - 6, bottom + 4], [right + 6, bottom + 4])),
    drawn(inks.ink, 9, line([left, top + 2], [left, bottom], [right, bottom], [right, top + 2], [left, top + 2])),
    filled(
      inks.grey,
      poly([left - 40, bottom + 20], [right + 40, bottom + 20], [right + 48, bottom + 48], [left - 48, bottom + 48]),
    ),
    filled(
      inks.grey,
      soft(
        [left + 4, top + 6],
        [left + 96, top + 8],
        [left + 70, top + 150],
        [left + 40, top + 300],
        [left + 6, top + 320],
      ),
      soft(
        [right - 4, top + 6],
        [right - 70, top + 8],
        [right - 40, top + 150],
        [right - 24, top + 300],
        [right - 6, top + 320],
      ),
    ),
    filled(inks.ink, gouge([left + 40, top + 120], 220, 4, 96), gouge([right - 28, top + 120], 220, 4, 84)),
  ].join('')
}
