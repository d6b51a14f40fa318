import { seededChance } from '@riverside/kit'
import type { Point } from '@riverside/ui'
import type { Lantern } from '../visit/art/lanterns.ts'

export type Field = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** More lanterns than this do not lie apart on the water; from there on one stands for ten. */
const mostLanterns = 600
const capacities = [60, 150, 300, mostLanterns] as const

/** How many lanterns there are of each kind, and how many smiles one stands for. */
export function lanternsFor(smiles: { readonly entry: number; readonly exit: number }): {
  readonly entry: number
  readonly exit: number
  readonly each: 1 | 10
} {
  if (smiles.entry + smiles.exit <= mostLanterns) return { ...smiles, each: 1 }
  return { entry: Math.round(smiles.entry / 10), exit: Math.round(smiles.exit / 10), each: 10 }
}

/**
 * Lanterns on a field of water, the farther the smaller, the farthest first. The pale ones of the entry take the seats from the front of
 * one row and the brass ones of the exit from its end, so that a lantern once lit stays where it is while others come.
 */
export function lanternsOn(field: Field, { entry, exit }: { entry: number; exit: number }): readonly Lantern[] {
  const wanted = entry + exit
  const capacity = capacities.find((most) => wanted <= most) ?? Math.max(mostLanterns, wanted)
  const seats = seatsOn(field, capacity)
  const largest = 0.9 * Math.sqrt((field.width * field.height) / capacity)
  const lit = (seat: Seat, tone: Lantern['tone']): Lantern => ({
    at: seat.at,
    size: largest * scaleAt(seat.depth),
    tone,
  })
  return [
    ...seats.slice(0, entry).map((seat) => lit(seat, 'pale')),
    ...(exit > 0 ? seats.slice(-exit) : []).map((seat) => lit(seat, 'brass')),
  ].sort((a, b) => a.at[1] - b.at[1])
}

/** `depth`: 0 at the far side of the field, 1 at the near one. */
type Seat = { readonly at: Point; readonly depth: number }

const scaleAt = (depth: number): number => 0.34 + 0.66 * depth

/** Each seat takes that of some tried places which lies farthest from all before it (Mitchell's best candidate, 1991), in the measure of its depth. */
function seatsOn(field: Field, count: number): readonly Seat[] {
  const chance = seededChance(270)
  const seats: Seat[] = []
  for (let i = 0; i < count; i++) {
    let best: (Seat & { readonly room: number }) | undefined
    for (let tried = 0; tried < 24; tried++) {
      const depth = chance() ** 0.85
      // The farther, the narrower the lane they drift in.
      const aside = (chance() - 0.5) * (0.5 + 0.5 * depth)
      const at: Point = [field.left + (0.5 + aside) * field.width, field.top + depth * field.height]
      let room = Number.POSITIVE_INFINITY
      for (const seat of seats) {
        const apart = Math.hypot(at[0] - seat.at[0], at[1] - seat.at[1])
        room = Math.min(room, apart / Math.max(scaleAt(depth), scaleAt(seat.depth)))
      }
      if (best === undefined || room > best.room) best = { at, depth, room }
    }
    if (best) seats.push({ at: best.at, depth: best.depth })
  }
  return seats
}
