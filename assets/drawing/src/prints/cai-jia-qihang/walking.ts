import { seededChance } from '@riverside/kit'
import { between, drawn, filled, gouge, inks, line, type Mark, poly, print } from '../cut.ts'
import { bundleFrom, caseFrom, place, posed, stances } from '../pose.ts'
import { birds, bricks, planks, roofs, sky, water } from '../scenery.ts'
import { linerAbeam } from '../ships.ts'

const quay = 700

/** 同行: four of one company walk along the wharf, the sheds behind them and the ship before them. */
export function walking(): string {
  const chance = seededChance(1225)
  return print(
    chance,
    19,
    sky(chance, 470),
    roofs(inks.slate, 486, [-60, 444], [720, 452], [900, 440], [1100, 456], [1420, 448]),
    water(chance, 486, quay),
    linerAbeam(chance, [1090, 664], 1500),
    sheds(chance),
    planks(chance, quay, [1500, 380]),
    birds(inks.ink, [930, 200, 18], [1010, 254, 13], [824, 276, 11], [1066, 176, 10]),
    four(),
  )
}

/** Godowns with their gable ends to the river. */
function sheds(chance: () => number): string {
  const gable = (x: number, wide: number, high: number): string => {
    const wall: Mark[] = [
      [x, quay + 10],
      [x, quay - high],
      [x + wide / 2, quay - high - wide * 0.3],
      [x + wide, quay - high],
      [x + wide, quay + 10],
    ]
    const eaves: Mark[] = [
      [x - 14, quay - high + 8],
      [x + wide / 2, quay - high - wide * 0.3 - 16],
      [x + wide + 14, quay - high + 8],
      [x + wide + 14, quay - high - 6],
      [x + wide / 2, quay - high - wide * 0.3 - 32],
      [x - 14, quay - high - 6],
    ]
    const door = { left: x + wide * 0.34, right: x + wide * 0.66, top: quay - high * 0.56 }
    return [
      filled(inks.night, poly(...wall)),
      bricks(chance, { left: x + 6, right: x + wide - 6, top: quay - high + 14, bottom: quay }, 15, inks.slate),
      filled(inks.ink, poly(...eaves)),
      filled(
        inks.paper,
        gouge([x + wide * 0.25, quay - high - wide * 0.15 - 14], wide * 0.5, 5, -31),
        gouge([x + wide * 0.75, quay - high - wide * 0.15 - 14], wide * 0.5, 4, 31),
      ),
      filled(
        inks.ink,
        poly([door.left, quay + 10], [door.left, door.top], [door.right, door.top], [door.right, quay + 10]),
      ),
      drawn(
        inks.slate,
        3,
        line([door.left, door.top], [door.right, door.top]),
        line([(door.left + door.right) / 2, door.top], [(door.left + door.right) / 2, quay]),
      ),
      drawn(
        inks.slate,
        3,
        line(
          [x + wide / 2 - 22, quay - high - 14],
          [x + wide / 2 + 22, quay - high - 14],
          [x + wide / 2 + 22, quay - high - 58],
          [x + wide / 2 - 22, quay - high - 58],
          [x + wide / 2 - 22, quay - high - 14],
        ),
      ),
    ].join('')
  }
  return gable(-150, 380, 300) + gable(214, 340, 282) + gable(540, 300, 262)
}

function four(): string {
  const ground = 900
  const gown = posed(stances.walking, { wears: 'gown', head: 'felt' })
  const elder = posed(stances.strolling, { wears: 'skirt', head: 'knot' })
  const daughter = posed({ ...stances.walking, lean: 3, nod: -4 }, { wears: 'skirt', head: 'bob' })
  const friend = posed(
    {
      ...stances.carrying,
      arms: [
        [-10, 2],
        [6, 8],
      ],
    },
    { wears: 'skirt', head: 'braid' },
  )
  const common = { ink: inks.ink, edge: inks.paper, edgeWidth: 1.5 }
  return [
    place([...friend.figure, caseFrom(friend.nearHand, 60, 40)], { at: [360, ground - 8], size: 2.34, ...common }),
    place([...daughter.figure, caseFrom(daughter.nearHand, 46, 32)], { at: [690, ground + 6], size: 2.36, ...common }),
    place([...elder.figure, bundleFrom(elder.nearHand, 'red')], { at: [1010, ground + 2], size: 2.36, ...common }),
    place([...gown.figure, caseFrom(gown.nearHand, 56, 40)], { at: [1350, ground + 10], size: 2.44, ...common }),
    filled(inks.slate, ...[360, 690, 1010, 1350].map((x, index) => gouge([x - 130, ground + 20 + index], 300, 8, 1))),
    filled(
      inks.pale,
      ...Array.from({ length: 9 }, (_, index) =>
        gouge([index * 210 + between(seededChance(index), 0, 60), 936], 80, 4),
      ),
    ),
  ].join('')
}
