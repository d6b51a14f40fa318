import { type Chance, seededChance } from '@riverside/kit'

/** What stands along the drawn shore. Lengths in metres; `at` counts along the quay from where the drawing begins. */
export type Thing = { readonly at: number; readonly long: number; readonly seed: number } & (
  | { readonly kind: 'godown'; readonly eaves: number; readonly ridge: number }
  | { readonly kind: 'crane'; readonly reach: number }
  | { readonly kind: 'waterworks' }
  | { readonly kind: 'chimney'; readonly tall: number; readonly inland: number }
  | { readonly kind: 'trees'; readonly inland: number }
  | { readonly kind: 'sheds'; readonly tall: number }
  | { readonly kind: 'flats'; readonly tall: number; readonly inland: number }
  | { readonly kind: 'lamp' }
  | { readonly kind: 'walker'; readonly inland: number; readonly coat: 0 | 1 | 2 }
)

/** After so many metres the drawing begins again. At walking pace that is a little over twelve minutes. */
export const shoreLength = 960

/** Metres a second. */
export const walkingPace = 1.3

/** How far behind the eye a thing is still kept: its far end may be on the sheet. Metres. */
const behind = 90

/** The shore is a type, not a survey: what such a quay has, in an order that always shows something tall. */
export const shore: readonly Thing[] = [...standing(), ...lamps(), ...walkers()]

/** A thing and how far ahead of the eye it begins, metres. */
export type Ahead = { readonly thing: Thing; readonly ahead: number }

/** All things in the order of printing, farthest first, for an eye that has travelled so many metres. */
export function thingsAhead(travelled: number): readonly Ahead[] {
  return shore
    .map((thing) => ({ thing, ahead: modulo(thing.at - travelled + behind, shoreLength) - behind }))
    .sort((a, b) => b.ahead + b.thing.long - (a.ahead + a.thing.long))
}

/** How much of its height a thing has: those about to begin again far away rise out of the mist and do not jump. */
export function risen(ahead: number): number {
  const far = shoreLength - behind
  return Math.min(1, Math.max(0, (far - ahead) / 160))
}

export const modulo = (value: number, by: number): number => ((value % by) + by) % by

function standing(): Thing[] {
  const godown = (at: number, long: number, eaves: number, ridge: number): Thing => ({
    kind: 'godown',
    at,
    long,
    eaves,
    ridge,
    seed: at,
  })
  const crane = (at: number, reach: number): Thing => ({ kind: 'crane', at, long: 9, reach, seed: at })
  const trees = (at: number, long: number, inland = 6): Thing => ({ kind: 'trees', at, long, inland, seed: at })
  const chimney = (at: number, tall: number, inland: number): Thing => ({
    kind: 'chimney',
    at,
    long: 4,
    tall,
    inland,
    seed: at,
  })
  const sheds = (at: number, long: number, tall: number): Thing => ({ kind: 'sheds', at, long, tall, seed: at })
  const flats = (at: number, tall: number, inland: number): Thing => ({
    kind: 'flats',
    at,
    long: 22,
    tall,
    inland,
    seed: at,
  })
  return [
    godown(0, 19, 16, 24),
    godown(19.5, 17, 14.5, 21.5),
    godown(37, 16, 13, 19),
    crane(60, 1),
    { kind: 'waterworks', at: 82, long: 84, seed: 7 },
    chimney(168, 54, 26),
    trees(150, 40),
    crane(206, 0.95),
    trees(222, 30),
    sheds(246, 54, 9),
    flats(250, 74, 120),
    trees(304, 26),
    crane(336, 1),
    godown(362, 20, 17, 25),
    godown(383, 18, 15, 22),
    flats(390, 88, 150),
    chimney(420, 46, 34),
    trees(408, 36),
    crane(456, 0.95),
    crane(492, 1),
    sheds(512, 63, 11),
    trees(584, 40),
    flats(600, 66, 110),
    godown(634, 17, 14, 21),
    godown(652, 17, 14, 21),
    godown(670, 17, 14, 21),
    chimney(700, 50, 28),
    crane(704, 1),
    trees(728, 50),
    sheds(786, 45, 10),
    crane(842, 0.94),
    trees(862, 36),
    flats(870, 80, 130),
    trees(924, 26),
  ]
}

function lamps(): Thing[] {
  const spacing = 24
  return Array.from({ length: shoreLength / spacing }, (_, i) => ({
    kind: 'lamp' as const,
    at: i * spacing + 8,
    long: 0,
    seed: i,
  }))
}

function walkers(): Thing[] {
  const chance: Chance = seededChance(31)
  return Array.from({ length: 46 }, (_, i) => ({
    kind: 'walker' as const,
    at: chance() * shoreLength,
    long: 0,
    inland: 1.6 + chance() * 3.6,
    coat: Math.floor(chance() * 3) as 0 | 1 | 2,
    seed: i,
  }))
}
