import { seededChance } from '@riverside/kit'
import { band, between, filled, gouge, inks, levelCuts, type Mark, poly, print, sheet } from '../cut.ts'
import { type Body, child, fatherAndChild, gentleman, oldWoman, porter, stand, student, youngWoman } from '../people.ts'
import { junk, linerLeaving } from '../ships.ts'

const horizon = 452

/** 送别: the ship leaves; those who stay are seen from behind. */
export function farewell(): string {
  const chance = seededChance(1920)
  const across = { left: -60, right: sheet.width + 60 }
  return print(
    chance,
    23,
    band(inks.pale, -60, horizon),
    band(inks.slate, -60, 46),
    filled(
      inks.slate,
      ...levelCuts(chance, { ...across, top: 30, bottom: 300 }, 14, (down) => 0.92 * (1 - down) ** 1.5),
    ),
    filled(
      inks.paper,
      ...levelCuts(
        chance,
        { ...across, top: 60, bottom: horizon - 20 },
        16,
        (down) => 0.16 + 0.3 * Math.sin(Math.PI * down),
      ),
    ),
    farBank(),
    band(inks.grey, horizon, 860),
    filled(
      inks.slate,
      ...levelCuts(chance, { ...across, top: horizon + 3, bottom: 838 }, 10, (down) => 0.22 + 0.36 * down),
    ),
    filled(
      inks.paper,
      ...levelCuts(chance, { ...across, top: horizon + 8, bottom: 838 }, 12, (down) => 0.1 + 0.24 * down),
    ),
    junk([330, horizon + 26], 116, inks.slate),
    junk([1500, horizon + 12], 84, inks.slate),
    wake(chance),
    linerLeaving(chance, [1044, 560], 392),
    band(inks.ink, 838, 1030),
    filled(
      inks.slate,
      ...Array.from({ length: 70 }, () =>
        gouge(
          [between(chance, 0, sheet.width), between(chance, 846, 950)],
          between(chance, 40, 150),
          between(chance, 1.6, 3.2),
          between(chance, -2, 2),
        ),
      ),
    ),
    those(),
  )
}

function farBank(): string {
  const roofs: Mark[] = [
    [-60, 424],
    [90, 424],
    [90, 414],
    [210, 414],
    [210, 430],
    [420, 430],
    [420, 420],
    [560, 420],
    [560, 434],
    [1240, 434],
    [1240, 424],
    [1400, 424],
    [1400, 410],
    [1424, 404],
    [1448, 410],
    [1448, 430],
    [1640, 430],
    [1640, 418],
    [1860, 418],
  ]
  return filled(
    inks.slate,
    poly(...roofs, [1860, horizon], [-60, horizon]),
    poly([1676, 356], [1686, 356], [1689, 424], [1673, 424]),
  )
}

/** White water behind the screws, spreading towards who looks on. */
function wake(chance: () => number): string {
  const cuts = Array.from({ length: 96 }, () => {
    const down = chance() ** 1.2
    const side = chance() < 0.5 ? -1 : 1
    const spread = 16 + down * 250
    return gouge(
      [1034 + down * 40 + side * spread * between(chance, 0.35, 1), 566 + down * 262],
      between(chance, 30, 60) + down * 130,
      3 + down * 8,
      side * 8 * down,
    )
  })
  const middle = Array.from({ length: 40 }, () => {
    const down = chance()
    return gouge(
      [1038 + down * 40 + between(chance, -1, 1) * (20 + down * 90), 562 + down * 268],
      30 + down * 90,
      2.5 + down * 6,
    )
  })
  return filled(inks.paper, ...cuts) + filled(inks.ink, ...middle)
}

/** Six who stay, no two alike, and a child. */
function those(): string {
  const all: readonly [Body, number, number, number, boolean, string][] = [
    [porter(), 92, 1200, 2.1, false, inks.grey],
    [student(), 664, 1250, 2.16, true, inks.grey],
    [oldWoman(), 1150, 1170, 2.2, false, inks.grey],
    [youngWoman(true), 392, 1290, 2.72, true, inks.paper],
    [child(), 900, 1070, 2.05, false, inks.paper],
    [fatherAndChild(), 1412, 1310, 2.52, true, inks.paper],
    [gentleman(), 1690, 1240, 2.3, true, inks.grey],
  ]
  return all
    .map(([body, x, y, size, mirrored, edge]) =>
      stand(body, { at: [x, y], size, mirrored, ink: inks.ink, edge, edgeWidth: 1.5 }),
    )
    .join('')
}
