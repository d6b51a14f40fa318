import { seededChance } from '@riverside/kit'
import { between, disc, drawn, filled, gouge, inks, levelCuts, line, type Mark, poly, print, soft } from '../cut.ts'
import { caseFrom, place, posed, stances } from '../pose.ts'
import { birds, sky, water } from '../scenery.ts'
import { junk, linerAbeam, smoke } from '../ships.ts'

const horizon = 470

/** 接驳: a steam tender leaves the Bund with its passengers; the liner lies further down the river. */
export function tender(): string {
  const chance = seededChance(69)
  return print(
    chance,
    137,
    sky(chance, horizon, { deep: 360 }),
    bund(chance),
    water(chance, horizon, 1030),
    junk([1180, horizon + 34], 120, inks.slate),
    linerAbeam(chance, [1330, horizon + 44], 560),
    birds(inks.ink, [1010, 150, 18], [1120, 206, 13], [900, 230, 11], [1260, 130, 12]),
    sampan(),
    boat(chance),
    near(chance),
  )
}

/** The front of houses as it was about 1920: gables, domes and a signal tower, of the kind and not to measure. */
function bund(chance: () => number): string {
  const foot = horizon + 6
  const house = (
    x: number,
    wide: number,
    high: number,
    roof: 'flat' | 'gable' | 'dome' | 'mansard',
    fill: string,
  ): string => {
    const top = foot - high
    const crown =
      roof === 'gable'
        ? poly([x + wide * 0.3, top], [x + wide / 2, top - wide * 0.26], [x + wide * 0.7, top])
        : roof === 'dome'
          ? soft(
              [x + wide * 0.36, top + 2],
              [x + wide * 0.38, top - wide * 0.12],
              [x + wide / 2, top - wide * 0.26],
              [x + wide * 0.62, top - wide * 0.12],
              [x + wide * 0.64, top + 2],
            )
          : roof === 'mansard'
            ? poly([x, top], [x + wide * 0.08, top - 30], [x + wide * 0.92, top - 30], [x + wide, top])
            : poly(
                [x + wide * 0.06, top],
                [x + wide * 0.06, top - 10],
                [x + wide * 0.94, top - 10],
                [x + wide * 0.94, top],
              )
    const floors = Math.max(2, Math.floor(high / 34))
    const windows = Array.from({ length: floors }, (_, floor) =>
      Array.from({ length: Math.floor(wide / 17) }, (_, column) =>
        gouge([x + 10 + column * 17, foot - 20 - floor * 34], between(chance, 13, 17), 4.4, 90),
      ),
    ).flat()
    return (
      filled(fill, poly([x, foot], [x, top], [x + wide, top], [x + wide, foot]), crown) +
      filled(fill === inks.ink ? inks.grey : inks.pale, ...windows) +
      drawn(inks.pale, 2, line([x + 2, top + 8], [x + wide - 2, top + 8]))
    )
  }
  return [
    house(-30, 150, 150, 'mansard', inks.slate),
    house(112, 128, 196, 'gable', inks.ink),
    house(246, 170, 168, 'flat', inks.slate),
    house(404, 130, 214, 'dome', inks.ink),
    house(540, 180, 160, 'mansard', inks.slate),
    house(712, 126, 200, 'gable', inks.ink),
    house(846, 168, 146, 'flat', inks.slate),
    house(1006, 118, 170, 'dome', inks.ink),
    house(1118, 140, 118, 'flat', inks.slate),
    house(1250, 120, 88, 'gable', inks.slate),
    house(1366, 150, 64, 'flat', inks.slate),
    filled(inks.slate, poly([1500, foot], [1500, foot - 42], [1900, foot - 36], [1900, foot])),
    tower([78, foot]),
    filled(
      inks.ink,
      ...Array.from({ length: 44 }, (_, index) => disc([between(chance, -10, 1300), foot + 2 + (index % 3)], 9, 7)),
    ),
  ].join('')
}

/** The round signal tower at the water, with its yard. */
function tower([x, foot]: Mark): string {
  return (
    filled(
      inks.ink,
      poly([x - 26, foot + 8], [x - 20, foot - 176], [x + 20, foot - 176], [x + 26, foot + 8]),
      poly([x - 28, foot - 176], [x - 28, foot - 186], [x + 28, foot - 186], [x + 28, foot - 176]),
      poly([x - 4, foot - 184], [x - 2, foot - 330], [x + 2, foot - 330], [x + 4, foot - 184]),
    ) +
    drawn(inks.ink, 4, line([x - 44, foot - 280], [x + 44, foot - 280])) +
    drawn(
      inks.ink,
      2,
      line([x - 44, foot - 280], [x, foot - 326], [x + 44, foot - 280]),
      line([x, foot - 300], [x - 24, foot - 188]),
      line([x, foot - 300], [x + 24, foot - 188]),
    ) +
    filled(
      inks.ink,
      disc([x - 36, foot - 262], 8),
      poly([x + 30, foot - 274], [x + 44, foot - 274], [x + 37, foot - 256]),
    ) +
    filled(
      inks.grey,
      gouge([x, foot - 90], 18, 5, 90),
      gouge([x, foot - 140], 18, 5, 90),
      gouge([x - 10, foot - 40], 90, 4, 93),
    ) +
    filled(inks.pale, ...[40, 80, 120, 160].map((up) => gouge([x, foot - up], 38, 3)))
  )
}

function sampan(): string {
  return (
    filled(
      inks.ink,
      soft([330, 566], [360, 586], [500, 586], [540, 556], [470, 572], [380, 572]),
      soft([388, 572], [394, 548], [450, 546], [458, 572]),
    ) +
    drawn(inks.ink, 4, line([356, 560], [318, 604])) +
    place(posed(stances.lifting, { wears: 'jacket', head: 'straw' }).figure, {
      at: [364, 574],
      size: 0.3,
      ink: inks.ink,
      edge: inks.grey,
      edgeWidth: 3,
      mirrored: true,
    })
  )
}

/** Launch, funnel and awning, its passengers standing. */
function boat(chance: () => number): string {
  const water = 800
  const hull = soft(
    [250, 690],
    [262, 760],
    [320, water + 16],
    [1240, water + 16],
    [1370, 740],
    [1420, 668],
    [1300, 690],
    [820, 706],
    [420, 704],
  )
  const folk = [
    { x: 410, pose: stances.standing, dress: { wears: 'gown', head: 'short' } },
    { x: 500, pose: { ...stances.standing, nod: -6 }, dress: { wears: 'jacket', head: 'cap' } },
    { x: 592, pose: stances.strolling, dress: { wears: 'gown', head: 'felt' } },
    { x: 960, pose: stances.standing, dress: { wears: 'jacket', head: 'short' } },
    { x: 1050, pose: { ...stances.standing, nod: -8 }, dress: { wears: 'gown', head: 'cap' } },
    { x: 1146, pose: stances.standing, dress: { wears: 'skirt', head: 'bob' } },
    { x: 1232, pose: stances.strolling, dress: { wears: 'jacket', head: 'cap' } },
  ] as const
  return [
    smoke(chance, [738, 366], 700, 64, -1),
    filled(inks.ink, poly([708, 690], [712, 366], [770, 366], [776, 690])),
    filled(inks.paper, poly([710, 430], [772, 430], [773, 452], [709, 452])),
    filled(inks.slate, gouge([724, 560], 220, 7, 90)),
    drawn(
      inks.ink,
      5,
      line([352, 470], [352, 700]),
      line([660, 470], [660, 700]),
      line([880, 470], [880, 700]),
      line([1290, 480], [1290, 690]),
    ),
    ...folk.map(({ x, pose, dress }, index) => {
      const { figure, nearHand } = posed(pose, dress)
      return place(index % 3 === 0 ? [...figure, caseFrom(nearHand, 44, 30)] : figure, {
        at: [x, 716],
        size: 0.94,
        ink: inks.ink,
        edge: inks.paper,
        edgeWidth: 2.4,
        mirrored: index === 2,
      })
    }),
    filled(
      inks.paper,
      soft([330, 472], [350, 446], [520, 436], [660, 440], [690, 470], [520, 462]),
      soft([846, 470], [870, 442], [1080, 434], [1290, 446], [1316, 480], [1080, 464]),
    ),
    drawn(inks.ink, 2.6, `M330 472Q500 456 690 470`, `M846 470Q1080 458 1316 480`),
    filled(
      inks.grey,
      ...[400, 470, 540, 610].map((x) => gouge([x, 454], 22, 3, 80)),
      ...[930, 1010, 1090, 1170, 1250].map((x) => gouge([x, 452], 24, 3, 92)),
    ),
    `<g stroke="${inks.paper}" stroke-width="5" stroke-linejoin="round">${filled(inks.ink, hull)}</g>`,
    drawn(inks.paper, 4, `M262 716Q700 734 1404 694`),
    filled(inks.paper, ...[470, 590, 940, 1060, 1180].map((x) => disc([x, 760], 13))),
    filled(inks.ink, ...[470, 590, 940, 1060, 1180].map((x) => disc([x, 760], 8))),
    filled(inks.slate, gouge([760, 784], 800, 6, -1)),
    filled(inks.red, poly([1408, 668], [1412, 560], [1470, 582], [1414, 606])),
    drawn(inks.ink, 5, line([1409, 676], [1412, 552])),
    filled(
      inks.paper,
      ...levelCuts(
        chance,
        { left: 200, right: 1500, top: water + 2, bottom: water + 50 },
        11,
        (down) => 0.9 - 0.6 * down,
      ),
    ),
    filled(
      inks.ink,
      ...levelCuts(
        chance,
        { left: 300, right: 1340, top: water + 10, bottom: water + 90 },
        13,
        (down) => 0.6 - 0.5 * down,
      ),
    ),
    filled(
      inks.paper,
      ...Array.from({ length: 26 }, () =>
        gouge(
          [between(chance, -60, 280), between(chance, 790, 850)],
          between(chance, 60, 180),
          between(chance, 3, 8),
          between(chance, -3, 6),
        ),
      ),
    ),
  ].join('')
}

/** Dark swell nearest to who looks. */
const near = (chance: () => number): string =>
  filled(
    inks.ink,
    ...levelCuts(chance, { left: -60, right: 1860, top: 890, bottom: 980 }, 15, (down) => 0.2 + 0.6 * down),
  )
