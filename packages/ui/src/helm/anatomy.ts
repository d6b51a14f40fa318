/** The helm's measures, all as shares of its radius R (the tip of a handle), from screens' "Anatomy: Helm". */
export const spokes = 8
export const rim = 0.76
export const hub = 0.25

/** The five rings of the rim from outside inwards: from, to (shares of R), and how the ring faces the light. */
export const rings = [
  { name: 'outer bead', from: rim, to: rim * 0.958, faces: 1 },
  { name: 'face', from: rim * 0.958, to: rim * 0.902, faces: 0.2 },
  { name: 'inlay', from: rim * 0.902, to: rim * 0.872, faces: -0.6 },
  { name: 'inner face', from: rim * 0.872, to: rim * 0.826, faces: 0.2 },
  { name: 'inner bead', from: rim * 0.826, to: rim * 0.786, faces: -1 },
] as const

/** Light comes from the upper left: radians, clockwise from the right as a canvas counts. */
export const light = (-126 * Math.PI) / 180

/** How brightly something turned outwards at `angle` is lit, −1 (away from the light) to 1 (towards it). */
export const litAt = (angle: number, faces = 1): number => faces * Math.cos(angle - light)

/** Which of the five brass tones a brightness of −1…1 is printed in, 0 the darkest. */
export function toneOf(brightness: number): 0 | 1 | 2 | 3 | 4 {
  if (brightness > 0.8) return 4
  if (brightness > 0.42) return 3
  if (brightness > -0.36) return 2
  if (brightness > -0.76) return 1
  return 0
}

/** Half the thickness of a turned piece at each distance from the hub: pairs of [distance, half width], shares of R. */
export type Profile = readonly (readonly [distance: number, half: number])[]

/** A turned spoke: two beads and a collar at the hub, a waist, the swelling, two beads and a collar at the rim. */
export const spokeProfile: Profile = [
  [0.235, 0.036],
  [0.262, 0.036],
  [0.264, 0.046],
  [0.282, 0.046],
  [0.285, 0.033],
  [0.296, 0.031],
  [0.306, 0.021],
  [0.33, 0.0195],
  [0.37, 0.023],
  [0.42, 0.032],
  [0.465, 0.0385],
  [0.5, 0.0385],
  [0.53, 0.033],
  [0.546, 0.029],
  [0.549, 0.04],
  [0.556, 0.045],
  [0.57, 0.045],
  [0.576, 0.04],
  [0.579, 0.029],
  [0.62, 0.029],
]

/** The brass collar in which a handle sits. */
export const collarProfile: Profile = [
  [0.75, 0.04],
  [0.79, 0.04],
  [0.794, 0.033],
  [0.806, 0.03],
]

/** A handle of wood: a neck, the swelling for the palm, a round end. */
export const handleProfile: Profile = [
  [0.8, 0.021],
  [0.82, 0.0205],
  [0.85, 0.026],
  [0.885, 0.037],
  [0.915, 0.0425],
  [0.945, 0.0415],
  [0.97, 0.035],
  [0.985, 0.026],
  [0.995, 0.014],
  [0.998, 0],
]

/** The king spoke's handle: brass, a little stouter, so that the hand and the eye find it. */
export const kingProfile: Profile = [
  [0.798, 0.027],
  [0.815, 0.025],
  [0.835, 0.029],
  [0.865, 0.039],
  [0.9, 0.046],
  [0.935, 0.047],
  [0.965, 0.041],
  [0.985, 0.031],
  [0.998, 0.018],
  [1.003, 0],
]

/** Where the paper rope is wound on the king's handle. */
export const whipping = { from: 0.846, to: 0.946, turns: 7 } as const

/** The half width of a turned piece at a distance, straight between its measures. */
export function halfAt(profile: Profile, distance: number): number {
  const next = profile.findIndex(([at]) => at >= distance)
  const [before, after] = [profile[Math.max(0, next - 1)], profile[next === -1 ? profile.length - 1 : next]]
  if (before === undefined || after === undefined) return 0
  const span = after[0] - before[0] || 1
  const share = Math.min(1, Math.max(0, (distance - before[0]) / span))
  return before[1] + (after[1] - before[1]) * share
}

/** The helm looks the same after this angle, but for the king spoke. */
export const symmetry = (2 * Math.PI) / spokes

/**
 * Which of the two lit drawings is shown at a turn, and how far it is rotated (radians, within ±1/32 turn).
 * The drawings are lit for 0 and for 1/16 turn: so the light stays still to within 1/32 turn while the helm rotates.
 */
export function poseAt(turn: number): { readonly drawing: 0 | 1; readonly rotation: number } {
  const steps = Math.round(turn / (symmetry / 2))
  return { drawing: steps % 2 === 0 ? 0 : 1, rotation: turn - steps * (symmetry / 2) }
}
