import type { Totals } from './totals.ts'

/** Hours of the day that are visited alike: until 11, until 14, until 17, and after. */
export const bands = ['morning', 'noon', 'afternoon', 'evening'] as const
export type Band = (typeof bands)[number]

/** Monday to Friday, or the weekend. Public holidays are in no file of the station and count by their day of the week. */
export const weekparts = ['workday', 'weekend'] as const
export type Weekpart = (typeof weekparts)[number]

/**
 * Who came in an hour: visitors by themselves or in small parties (散客), tours (团队), or nobody can say, because parties were not kept.
 * No visit is written down, so this is said of an hour, never of a person.
 */
export const visitTypes = ['singles', 'tours', 'unknown'] as const
export type VisitType = (typeof visitTypes)[number]

/** Within one, visits are alike enough that two periods may be compared. */
export type StratumKey = { readonly band: Band; readonly weekpart: Weekpart; readonly visit: VisitType }

/** Where no guide wrote a group down, an hour in which the average reading came in a party this large, or larger, is one of tours. */
const tourSize = 8

/** The local hour, 0 to 23, and the day of the week from 1 for Monday: Shanghai is eight hours ahead of UTC. */
export function localTime(start: number): { readonly hour: number; readonly weekday: number } {
  const hours = Math.floor(start / 3_600_000) + 8
  // 1 January 1970 was a Thursday.
  return { hour: hours % 24, weekday: ((Math.floor(hours / 24) + 3) % 7) + 1 }
}

/** An hour of tours by a reception in it; else by the size of the party in which the average reading of both doors came: Σn² / n. */
export function visitTypeOf({ entry, exit, guided }: Pick<Totals, 'entry' | 'exit' | 'guided'>): VisitType {
  if (guided) return 'tours'
  const n = entry.n + exit.n
  if (entry.parties === undefined || exit.parties === undefined || n === 0) return 'unknown'
  return (entry.parties.sumN2 + exit.parties.sumN2) / n < tourSize ? 'singles' : 'tours'
}

/** The stratum of one hour. */
export function stratumOf(hour: Totals): StratumKey {
  const time = localTime(hour.start)
  const band = time.hour < 11 ? 'morning' : time.hour < 14 ? 'noon' : time.hour < 17 ? 'afternoon' : 'evening'
  return { band, weekpart: time.weekday < 6 ? 'workday' : 'weekend', visit: visitTypeOf(hour) }
}

/** Strata in one order: by band, then by part of the week, then by visit. */
export const stratumNumber = ({ band, weekpart, visit }: StratumKey): number =>
  (bands.indexOf(band) * weekparts.length + weekparts.indexOf(weekpart)) * visitTypes.length + visitTypes.indexOf(visit)

/** The stratum of a number. */
export function stratumAt(number: number): StratumKey {
  const visit = visitTypes[number % visitTypes.length] ?? 'unknown'
  const rest = Math.floor(number / visitTypes.length)
  return {
    band: bands[Math.floor(rest / weekparts.length)] ?? 'morning',
    weekpart: weekparts[rest % weekparts.length] ?? 'workday',
    visit,
  }
}
