import type { Node } from './node.ts'

/**
 * The ship sailing by itself: how many metres along the shore it means to be, which halt it makes for, and for how many seconds it has lain
 * there. 自动巡游
 */
export type Cruise = { readonly at: number; readonly towards: number; readonly way: 1 | -1; readonly lain: number }

/** Metres a second: a ferry that has time. */
export const cruisePace = 6

/** Seconds at a halt, where no node of the pack says for how long. */
const usualLinger = 8

/** A cruise begins at the wharf. */
export const castOff: Cruise = { at: 0, towards: 0, way: 1, lain: 0 }

/** The nodes at which a cruise halts: those that say how long, or all of them where none does. In order. */
export function haltsOf(
  nodes: readonly Node[],
): ReadonlyArray<{ readonly chainage: number; readonly lingers: number }> {
  const said = nodes.filter((node) => node.lingers !== undefined)
  return (said.length > 0 ? said : nodes).map(({ chainage, lingers }) => ({
    chainage,
    lingers: lingers ?? usualLinger,
  }))
}

/** Lets so many seconds pass. From halt to halt down the river, then up again; the ship follows by as many metres as `at` has moved. */
export function cruise(before: Cruise, halts: ReturnType<typeof haltsOf>, seconds: number): Cruise {
  const halt = halts[before.towards]
  if (!halt) return before
  const left = halt.chainage - before.at
  if (left !== 0) {
    const at = before.at + Math.sign(left) * Math.min(cruisePace * seconds, Math.abs(left))
    return { ...before, at, lain: 0 }
  }
  const lain = before.lain + seconds
  if (lain < halt.lingers || halts.length < 2) return { ...before, lain }
  const isEnd = halts[before.towards + before.way] === undefined
  const way = isEnd ? (before.way === 1 ? -1 : 1) : before.way
  return { ...before, towards: before.towards + way, way, lain: 0 }
}
