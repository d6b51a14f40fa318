import type { Stop, StopId } from './stop.ts'

/** A building names itself within this of the ship, in metres either way. */
export const abeamReach = 60

/** Another takes over only when it is nearer by this, so that two neighbours do not flicker. Metres. */
export const abeamHold = 20

/** A ship that lies as near as this to a place has been brought there: it is named, however near its neighbour stands. Metres. */
const broughtThere = 2

type Place = Pick<Stop, 'id' | 'chainage'>

/** The building abeam of a ship, given the one that was; undefined on the open reaches between. */
export function abeamOf(stops: readonly Place[], chainage: number, before: StopId | undefined): StopId | undefined {
  const away = (stop: Place) => Math.abs(stop.chainage - chainage)
  const near = stops.filter((stop) => away(stop) <= abeamReach)
  const first = near.reduce<Place | undefined>(
    (best, stop) => (best && away(best) <= away(stop) ? best : stop),
    undefined,
  )
  const held = near.find((stop) => stop.id === before)
  if (!first || !held) return first?.id
  return away(first) <= broughtThere || away(held) - away(first) >= abeamHold ? first.id : held.id
}
