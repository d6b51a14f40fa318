import { gouge, inks, limb, line, type Mark, poly, soft } from './cut.ts'
import { fist, type Hand, openHand, type Standing } from './people.ts'

/**
 * Somebody seen from the side, facing right, in a stance given by the angles of the joints: degrees from straight down, forwards positive.
 * Nobody: the head is a silhouette without a face.
 */
export type Pose = {
  /** The trunk, from upright forwards. */
  readonly lean: number
  /** The head against the trunk, forwards positive. */
  readonly nod?: number
  /** Thigh and shin of the far leg and of the near one. */
  readonly legs: readonly [far: Joint, near: Joint]
  /** Upper arm and forearm of the far arm and of the near one. */
  readonly arms: readonly [far: Joint, near: Joint]
  readonly hands?: 'closed' | 'open'
}
type Joint = readonly [upper: number, lower: number]

export type Dress = {
  readonly wears: 'jacket' | 'gown' | 'skirt' | 'overalls' | 'shorts'
  readonly head: 'cap' | 'felt' | 'bob' | 'knot' | 'short' | 'braid' | 'tail' | 'straw'
}

/** One plate of a figure: what is behind is printed first, each with its own edge. */
type Plate = { readonly solid: readonly string[]; readonly cuts: readonly string[]; readonly fill?: 'light' | 'red' }
export type Figure = readonly Plate[]

/** Where hands and shoulders came to be, for what is carried. */
export type Posed = {
  readonly figure: Figure
  readonly nearHand: Mark
  readonly farHand: Mark
  readonly shoulder: Mark
}

const bones = { thigh: 58, shin: 56, trunk: 74, upperArm: 44, forearm: 40 } as const
const along = ([x, y]: Mark, degrees: number, length: number): Mark => [
  x + length * Math.sin((degrees * Math.PI) / 180),
  y + length * Math.cos((degrees * Math.PI) / 180),
]

/** @returns The figure with its lower foot at 0,0; about 240 high when upright. */
export function posed(pose: Pose, dress: Dress): Posed {
  const ankles = pose.legs.map(([thigh, shin]) => along(along([0, 0], thigh, bones.thigh), shin, bones.shin))
  const hip: Mark = [0, -Math.max(...ankles.map(([, y]) => y)) - 8]
  const shoulder = along(hip, 180 - pose.lean, bones.trunk)
  const legs = pose.legs.map(([thigh, shin]) => {
    const knee = along(hip, thigh, bones.thigh)
    return { knee, ankle: along(knee, shin, bones.shin), shin }
  })
  const arms = pose.arms.map(([upper, lower]) => {
    const elbow = along(shoulder, upper, bones.upperArm)
    return { elbow, wrist: along(elbow, lower, bones.forearm), lower }
  })
  const [farLeg, nearLeg] = legs
  const [farArm, nearArm] = arms
  if (!farLeg || !nearLeg || !farArm || !nearArm) throw new Error('Two legs and two arms')
  const leg = ({ knee, ankle, shin }: typeof farLeg): readonly string[] => {
    const wide = dress.wears === 'shorts' ? 0.78 : 1
    return [
      limb(hip, 15 * wide, knee, 11.5 * wide),
      limb(knee, 11.5 * wide, ankle, dress.wears === 'shorts' ? 5.6 : 8.4),
      shoe(ankle, shin),
    ]
  }
  const arm = ({ elbow, wrist, lower }: typeof farArm): Plate => {
    const hand = handAt(wrist, lower, pose.hands ?? 'closed')
    const wide = dress.wears === 'shorts' ? 0.7 : dress.wears === 'skirt' || dress.wears === 'gown' ? 1.1 : 0.94
    return {
      solid: [
        limb(shoulder, 12 * wide, elbow, 10 * wide),
        limb(elbow, 10 * wide, wrist, (dress.wears === 'skirt' ? 9.4 : 7.2) * wide),
        ...hand.solid,
      ],
      cuts: [...hand.cuts, gouge([(elbow[0] + wrist[0]) / 2, (elbow[1] + wrist[1]) / 2], 24, 1.6, 90 - lower)],
    }
  }
  const farIsForward = farLeg.ankle[0] > nearLeg.ankle[0]
  const [back, front] = farIsForward ? [nearLeg, farLeg] : [farLeg, nearLeg]
  return {
    figure: [
      arm(farArm),
      { solid: leg(farLeg), cuts: [] },
      {
        solid: [...leg(nearLeg), ...(dress.wears === 'shorts' ? [limb(hip, 15, along(hip, 8, 15), 15)] : [])],
        cuts: [],
      },
      trunk(hip, pose.lean, dress, back.ankle, front.ankle),
      headOf(shoulder, pose.lean + (pose.nod ?? 0), dress.head),
      arm(nearArm),
    ],
    nearHand: along(nearArm.wrist, nearArm.lower, 10),
    farHand: along(farArm.wrist, farArm.lower, 10),
    shoulder,
  }
}

function trunk(hip: Mark, lean: number, dress: Dress, back: Mark, front: Mark): Plate {
  const spine = (up: number, across: number): Mark => {
    const [x, y] = along(hip, 180 - lean, up)
    const turn = (lean * Math.PI) / 180
    return [x + across * Math.cos(turn), y + across * Math.sin(turn)]
  }
  const upper = [spine(60, -20), spine(78, -15), spine(86, -5), spine(84, 7), spine(74, 15), spine(52, 19)]
  const seam = gouge(spine(30, 3), 50, 2, 90 + lean)
  switch (dress.wears) {
    case 'gown': {
      const hem = Math.min(-16, Math.max(back[1], front[1]) - 14)
      return {
        solid: [
          soft(
            spine(20, -19),
            ...upper,
            spine(16, 20),
            [front[0] + 8, hem],
            [(back[0] + front[0]) / 2, hem + 8],
            [back[0] - 8, hem],
          ),
        ],
        cuts: [
          gouge([(hip[0] + front[0]) / 2 + 2, (hip[1] + hem) / 2], 74, 2.4, 90 - (front[0] - hip[0]) * 0.4),
          gouge([(hip[0] + back[0]) / 2 - 2, (hip[1] + hem) / 2 + 8], 66, 2.2, 90 - (back[0] - hip[0]) * 0.4),
          seam,
        ],
      }
    }
    case 'skirt': {
      const hem = -44
      return {
        solid: [
          soft(spine(0, -22), ...upper, spine(0, 23), spine(-14, 27), spine(-14, -26)),
          soft(
            spine(4, -17),
            spine(4, 19),
            [hip[0] + 30 + Math.max(0, front[0] * 0.3), hem],
            [hip[0], hem + 7],
            [hip[0] - 28 + Math.min(0, back[0] * 0.3), hem],
          ),
        ],
        cuts: [
          seam,
          gouge(spine(-13, 0), 46, 2, lean),
          gouge([hip[0] - 8, (hip[1] + hem) / 2], 44, 2, 95),
          gouge([hip[0] + 12, (hip[1] + hem) / 2], 44, 2, 83),
        ],
      }
    }
    case 'overalls':
      return {
        solid: [soft(spine(-4, -18), ...upper, spine(20, 18), spine(-4, 18))],
        cuts: [seam, gouge(spine(8, 0), 34, 2, lean)],
      }
    case 'shorts':
      return {
        solid: [
          soft(
            spine(0, -14),
            spine(40, -15),
            spine(70, -14),
            spine(80, -4),
            spine(74, 10),
            spine(40, 14),
            spine(0, 15),
          ),
        ],
        cuts: [gouge(spine(3, 0), 28, 2.2, lean)],
      }
    default:
      return {
        solid: [soft(spine(-16, -22), spine(20, -20), ...upper, spine(20, 20), spine(-16, 24), spine(-20, 2))],
        cuts: [seam, gouge(spine(-14, 0), 40, 2, lean)],
      }
  }
}

/** A head tilted with the trunk: hair, hat and neck, no face. */
function headOf(shoulder: Mark, tilt: number, kind: Dress['head']): Plate {
  const turn = (tilt * Math.PI) / 180
  const base = along(shoulder, 180 - tilt, 6)
  const to = (across: number, up: number): Mark => [
    base[0] + across * Math.cos(turn) + up * Math.sin(turn),
    base[1] + across * Math.sin(turn) - up * Math.cos(turn),
  ]
  const skull = soft(
    to(-15, 32),
    to(-10, 46),
    to(2, 50),
    to(13, 45),
    to(16, 33),
    to(18.4, 28),
    to(14, 24),
    to(11, 15),
    to(1, 13),
    to(-11, 18),
  )
  const neck = poly(to(-8, 0), to(8, -2), to(8, 20), to(-9, 20))
  const solid = [skull, neck]
  switch (kind) {
    case 'cap':
      return {
        solid: [
          ...solid,
          soft(to(-17, 36), to(-13, 50), to(2, 54), to(15, 49), to(18, 39), to(0, 37)),
          poly(to(10, 38), to(27, 34), to(27, 38), to(14, 43)),
        ],
        cuts: [gouge(to(1, 38), 32, 2, tilt)],
      }
    case 'felt':
      return {
        solid: [
          ...solid,
          soft(to(-30, 38), to(-12, 41), to(12, 41), to(30, 36), to(12, 35), to(-12, 36)),
          soft(to(-14, 40), to(-13, 56), to(0, 59), to(13, 55), to(15, 39)),
        ],
        cuts: [gouge(to(0, 42), 28, 2.2, tilt)],
      }
    case 'straw':
      return {
        solid: [...solid, poly(to(-44, 30), to(-3, 60), to(4, 60), to(44, 28), to(20, 35), to(-20, 36))],
        cuts: [gouge(to(-20, 44), 40, 2, tilt - 36), gouge(to(20, 43), 40, 2, tilt + 36)],
      }
    case 'bob':
      return {
        solid: [
          ...solid,
          soft(to(-19, 20), to(-19, 40), to(-8, 53), to(8, 52), to(15, 42), to(6, 36), to(2, 20), to(-8, 16)),
        ],
        cuts: [gouge(to(-6, 34), 26, 2, 70 + tilt)],
      }
    case 'knot':
      return {
        solid: [
          ...solid,
          soft(to(-16, 30), to(-11, 48), to(3, 53), to(13, 47), to(4, 38), to(-4, 24)),
          soft(to(-24, 30), to(-20, 38), to(-13, 34), to(-13, 25), to(-20, 22)),
        ],
        cuts: [gouge(to(-13, 32), 12, 1.8, 80 + tilt), gouge(to(0, 42), 22, 1.8, tilt - 30)],
      }
    case 'braid':
      return {
        solid: [
          ...solid,
          soft(to(-17, 28), to(-12, 48), to(3, 53), to(14, 46), to(4, 38), to(-6, 24)),
          limb(to(-13, 24), 5, to(-20, -32), 3),
        ],
        cuts: [
          gouge(to(-15, 12), 9, 1.6, 30 + tilt),
          gouge(to(-17, -2), 9, 1.6, 30 + tilt),
          gouge(to(-18, -16), 8, 1.4, 30 + tilt),
        ],
      }
    case 'tail':
      return {
        solid: [
          ...solid,
          soft(to(-16, 30), to(-11, 48), to(3, 53), to(13, 47), to(4, 39), to(-6, 28)),
          soft(to(-14, 40), to(-24, 42), to(-36, 30), to(-40, 16), to(-31, 24), to(-20, 32)),
        ],
        cuts: [gouge(to(-2, 42), 18, 1.6, tilt - 20)],
      }
    default:
      return {
        solid: [...solid, soft(to(-16, 28), to(-12, 47), to(2, 52), to(14, 46), to(8, 40), to(-2, 36), to(-6, 26))],
        cuts: [gouge(to(-5, 38), 18, 1.6, tilt - 40)],
      }
  }
}

function handAt(wrist: Mark, lower: number, kind: 'closed' | 'open'): Hand {
  const hand = kind === 'open' ? openHand : fist
  return hand(wrist, 180 - lower, 1)
}

/** A shoe at the end of a shin: flat on the ground when the shin is upright, toe down when it trails. */
function shoe(ankle: Mark, shin: number): string {
  const tilt = Math.max(-8, Math.min(70, -shin * 0.9))
  const turn = (tilt * Math.PI) / 180
  const to = (across: number, down: number): Mark => [
    ankle[0] + across * Math.cos(turn) - down * Math.sin(turn),
    ankle[1] + across * Math.sin(turn) + down * Math.cos(turn),
  ]
  return soft(to(-9, 7.5), to(-8, -4), to(4, -5), to(14, 1), to(23, 5), to(22, 8))
}

/** Prints a figure where it stands: each plate with its own edge, so that an arm shows before a coat. */
export function place(
  figure: Figure,
  { at: [x, y], size, mirrored = false, ink, edge, light = inks.paper, edgeWidth = 1.8 }: Standing,
): string {
  const plates = figure.map(({ solid, cuts, fill }) => {
    const cutInk = fill ? ink : edge
    const ground = fill === 'red' ? inks.red : fill === 'light' ? light : ink
    const shapes = solid.map((shape) => `<path d="${shape}"/>`).join('')
    const cut = cuts
      .map((each) =>
        each.includes('Q')
          ? `<path fill="${cutInk}" d="${each}"/>`
          : `<path fill="none" stroke="${cutInk}" stroke-width="1" d="${each}"/>`,
      )
      .join('')
    return `<g fill="${edge}" stroke="${edge}" stroke-width="${edgeWidth * 2}" stroke-linejoin="round">${shapes}</g><g fill="${ground}">${shapes}</g>${cut}`
  })
  return `<g transform="translate(${x} ${y}) scale(${mirrored ? -size : size} ${size})">${plates.join('')}</g>`
}

/** A suitcase hanging from a hand. */
export const caseFrom = ([x, y]: Mark, wide = 54, high = 38): Plate => ({
  solid: [
    poly(
      [x - wide / 2, y + 7],
      [x + wide / 2, y + 7],
      [x + wide / 2 + 1, y + 7 + high],
      [x - wide / 2 - 1, y + 7 + high],
    ),
  ],
  cuts: [
    gouge([x, y + 7 + high * 0.36], wide * 0.9, 1.8),
    line([x - wide * 0.3, y + 8], [x - wide * 0.3, y + 6 + high]),
    line([x + wide * 0.3, y + 8], [x + wide * 0.3, y + 6 + high]),
  ],
})

/** A cloth bundle knotted at a hand. */
export const bundleFrom = ([x, y]: Mark, fill?: 'light' | 'red'): Plate => ({
  solid: [
    soft(
      [x - 4, y],
      [x + 4, y],
      [x + 7, y + 9],
      [x + 24, y + 17],
      [x + 29, y + 38],
      [x + 18, y + 54],
      [x - 16, y + 54],
      [x - 28, y + 38],
      [x - 23, y + 17],
      [x - 7, y + 9],
    ),
  ],
  cuts: [gouge([x - 8, y + 26], 32, 2, 105), gouge([x + 9, y + 27], 32, 2, 76), gouge([x, y + 12], 14, 1.6)],
  ...(fill ? { fill } : {}),
})

/** Stances used again and again. */
export const stances = {
  walking: {
    lean: 4,
    legs: [
      [24, 14],
      [-16, -34],
    ],
    arms: [
      [-20, -8],
      [16, 26],
    ],
  },
  strolling: {
    lean: 1,
    legs: [
      [12, 6],
      [-10, -16],
    ],
    arms: [
      [-8, 2],
      [8, 14],
    ],
  },
  carrying: {
    lean: 7,
    legs: [
      [20, 10],
      [-14, -30],
    ],
    arms: [
      [-18, 4],
      [2, 4],
    ],
  },
  running: {
    lean: 13,
    nod: -6,
    legs: [
      [50, -26],
      [-26, -78],
    ],
    arms: [
      [-52, 32],
      [38, 122],
    ],
  },
  pulling: {
    lean: -20,
    nod: 10,
    legs: [
      [44, 14],
      [10, -14],
    ],
    arms: [
      [78, 84],
      [70, 78],
    ],
  },
  lifting: {
    lean: 8,
    nod: -12,
    legs: [
      [16, 6],
      [-18, -24],
    ],
    arms: [
      [150, 160],
      [136, 154],
    ],
  },
  standing: {
    lean: 0,
    legs: [
      [4, 2],
      [-4, -4],
    ],
    arms: [
      [-3, 4],
      [5, 9],
    ],
  },
} as const satisfies Record<string, Pose>
