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

/** 全城: roofs behind roofs without a light, but for one candle in one window. */
export function darkCity(): string {
  const chance = seededChance(206)
  return print(
    chance,
    239,
    band(tone(0.3), -60, 620),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: -60, right: sheet.width + 60, top: -50, bottom: 460 },
        15,
        (down) => 0.9 * (1 - down),
      ),
    ),
    filled(
      inks.slate,
      ...levelCuts(chance, { left: -60, right: sheet.width + 60, top: 120, bottom: 560 }, 19, () => 0.3),
    ),
    stars(chance),
    chimney([1290, 560], 350, 50, tone(0.16), tone(0.3)),
    chimney([1396, 560], 300, 40, tone(0.16), tone(0.3)),
    rooftops(chance, 470, 96, 120, tone(0.22), tone(0.36)),
    rooftops(chance, 590, 150, 190, tone(0.14), tone(0.32)),
    rooftops(chance, 740, 210, 270, tone(0.06), tone(0.28)),
    near(chance),
    candle(),
  )
}

/** So dark that the stars come out. */
const stars = (chance: () => number): string =>
  filled(
    inks.paper,
    ...Array.from({ length: 170 }, () =>
      disc([between(chance, 0, sheet.width), between(chance, 0, 430) * chance() ** 0.3], between(chance, 1.2, 3.4)),
    ),
    ...Array.from({ length: 14 }, () => [between(chance, 0, sheet.width), between(chance, 20, 300)] as const).flatMap(
      ([x, y]) => [gouge([x, y], 30, 3.4), gouge([x, y], 30, 3.4, 90)],
    ),
  )

/** A row of lane houses: gable walls, tiled slopes, dormers. */
function rooftops(chance: () => number, eaves: number, high: number, wide: number, fill: string, cut: string): string {
  return Array.from({ length: Math.ceil((sheet.width + 200) / wide) }, (_, index) => {
    const x = -100 + index * wide + between(chance, -wide * 0.1, wide * 0.1)
    const top = eaves - high * between(chance, 0.34, 0.62)
    const span = wide * between(chance, 0.92, 1.12)
    const tiles = Array.from({ length: 12 }, (_, tile) =>
      gouge([x + (span * (tile + 0.5)) / 12, eaves - high * 0.12], high * 0.24, Math.max(1.6, high * 0.012), 84 + tile),
    )
    const dormer = index % 3 === 1
    return (
      filled(
        fill,
        poly(
          [x, eaves + high * 2],
          [x, eaves],
          [x + span * 0.08, top],
          [x + span * 0.92, top],
          [x + span, eaves],
          [x + span, eaves + high * 2],
        ),
      ) +
      (dormer
        ? filled(
            fill,
            poly(
              [x + span * 0.4, top + 4],
              [x + span * 0.4, top - high * 0.24],
              [x + span * 0.52, top - high * 0.36],
              [x + span * 0.64, top - high * 0.24],
              [x + span * 0.64, top + 4],
            ),
          )
        : '') +
      filled(cut, ...tiles) +
      drawn(
        cut,
        Math.max(1.6, high * 0.014),
        line([x - 4, eaves], [x + span + 4, eaves]),
        line([x + span * 0.08, top], [x + span * 0.92, top]),
      ) +
      filled(
        inks.ink,
        ...[0.24, 0.52, 0.8].map((part) =>
          poly(
            [x + span * part - high * 0.1, eaves + high * 0.5],
            [x + span * part - high * 0.1, eaves + high * 0.18],
            [x + span * part + high * 0.1, eaves + high * 0.18],
            [x + span * part + high * 0.1, eaves + high * 0.5],
          ),
        ),
      ) +
      filled(
        fill,
        poly(
          [x + span * 0.76, top + 6],
          [x + span * 0.76, top - high * 0.3],
          [x + span * 0.84, top - high * 0.3],
          [x + span * 0.84, top + 6],
        ),
      )
    )
  }).join('')
}

/** The nearest roof, with a cat's ridge and a wire. */
function near(chance: () => number): string {
  return [
    filled(inks.ink, poly([-60, 1030], [-60, 800], [420, 700], [900, 800], [1000, 1030])),
    filled(
      tone(0.24),
      ...Array.from({ length: 70 }, () => {
        const x = between(chance, -40, 880)
        const foot = x < 420 ? 700 + (420 - x) * 0.21 : 700 + (x - 420) * 0.21
        return gouge([x, foot + between(chance, 20, 240)], between(chance, 26, 60), 3, x < 420 ? -68 : 68)
      }),
    ),
    drawn(tone(0.4), 5, line([-60, 800], [420, 700], [900, 800])),
    drawn(inks.ink, 12, line([1060, 1030], [1050, 250])),
    drawn(inks.ink, 8, line([968, 300], [1136, 292]), line([984, 350], [1120, 344])),
    drawn(
      inks.ink,
      3,
      'M-60 250Q480 400 980 300',
      'M1124 296Q1500 400 1860 210',
      'M-60 300Q480 450 990 350',
      'M1114 346Q1500 450 1860 262',
    ),
  ].join('')
}

/** One window, one flame, and a head bent over something. */
function candle(): string {
  const { left, right, top, bottom } = { left: 1240, right: 1530, top: 560, bottom: 860 }
  return [
    filled(inks.ink, poly([1130, 1030], [1130, 470], [1390, 380], [1660, 470], [1660, 1030])),
    drawn(tone(0.4), 5, line([1112, 478], [1390, 382], [1678, 478])),
    filled(
      tone(0.22),
      ...Array.from({ length: 26 }, (_, index) =>
        gouge([1160 + (index % 13) * 38, 500 + Math.floor(index / 13) * 470], 30, 3),
      ),
    ),
    filled(
      tone(0.5),
      poly([left - 16, top - 16], [right + 16, top - 16], [right + 16, bottom + 16], [left - 16, bottom + 16]),
    ),
    filled(inks.paper, poly([left, top], [right, top], [right, bottom], [left, bottom])),
    filled(inks.grey, soft([left, top], [left + 70, top], [left + 40, top + 120], [left, top + 200])),
    filled(inks.grey, soft([right, top], [right, top + 190], [right - 34, top + 120], [right - 66, top])),
    filled(inks.grey, poly([left, top], [right, top], [right, top + 20], [left, top + 20])),
    filled(
      inks.ink,
      soft(
        [left + 180, bottom],
        [left + 186, bottom - 76],
        [left + 214, bottom - 112],
        [left + 256, bottom - 104],
        [right, bottom - 66],
        [right, bottom],
      ),
      soft(
        [left + 186, bottom - 130],
        [left + 190, bottom - 166],
        [left + 216, bottom - 184],
        [left + 244, bottom - 170],
        [left + 248, bottom - 132],
        [left + 222, bottom - 106],
      ),
    ),
    filled(
      inks.ink,
      soft(
        [left + 40, bottom],
        [left + 44, bottom - 36],
        [left + 62, bottom - 56],
        [left + 96, bottom - 54],
        [left + 110, bottom],
      ),
    ),
    filled(inks.ink, disc([left + 78, bottom - 70], 22, 24)),
    filled(
      inks.ink,
      poly([left + 126, bottom], [left + 126, bottom - 62], [left + 146, bottom - 62], [left + 146, bottom]),
    ),
    filled(
      inks.red,
      soft(
        [left + 128, bottom - 74],
        [left + 124, bottom - 92],
        [left + 136, bottom - 124],
        [left + 149, bottom - 94],
        [left + 145, bottom - 74],
      ),
    ),
    filled(
      inks.pale,
      ...Array.from({ length: 14 }, (_, index) => {
        const angle = (index / 14) * Math.PI * 2
        return gouge(
          [left + 136 + Math.cos(angle) * 62, bottom - 96 + Math.sin(angle) * 62],
          26,
          3.4,
          (angle * 180) / Math.PI,
        )
      }),
    ),
    drawn(
      inks.ink,
      7,
      line([(left + right) / 2, top], [(left + right) / 2, bottom - 150]),
      line([left, top + 116], [right, top + 116]),
    ),
    filled(
      tone(0.5),
      poly([left - 40, bottom + 16], [right + 40, bottom + 16], [right + 40, bottom + 34], [left - 40, bottom + 34]),
    ),
  ].join('')
}
