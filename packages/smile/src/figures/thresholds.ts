/** The thresholds of rules R1 to R6. They may be made stricter, never looser. */
export type Thresholds = {
  /** R1: fewer visitors than this are not shown. */
  readonly leastShown: number
  /** R1: with fewer than this, 0 % and 100 % are shown as "<5 %" and ">95 %". */
  readonly leastForExtremes: number
  /** R3: readings, and effective readings, a rate needs. */
  readonly leastForRate: number
  /** R3: the interval must be narrower. */
  readonly widestInterval: number
  /** R3: interval width over rate, unless the interval is no wider than `narrowEnough`. */
  readonly widestRelative: number
  readonly narrowEnough: number
  /** R4: days a headline difference needs. */
  readonly leastDays: number
  /** R6: share of readings that could be read. */
  readonly leastUsable: number
}

export const thresholds: Thresholds = {
  leastShown: 10,
  leastForExtremes: 50,
  leastForRate: 30,
  widestInterval: 0.3,
  widestRelative: 1.3,
  narrowEnough: 0.05,
  leastDays: 8,
  leastUsable: 0.6,
}

/** The thresholds with some made stricter; a looser wish is not heard. */
export function stricter(wish: Partial<Thresholds>): Thresholds {
  const least = (name: keyof Thresholds) => Math.max(thresholds[name], wish[name] ?? thresholds[name])
  const widest = (name: keyof Thresholds) => Math.min(thresholds[name], wish[name] ?? thresholds[name])
  return {
    leastShown: least('leastShown'),
    leastForExtremes: least('leastForExtremes'),
    leastForRate: least('leastForRate'),
    widestInterval: widest('widestInterval'),
    widestRelative: widest('widestRelative'),
    narrowEnough: widest('narrowEnough'),
    leastDays: least('leastDays'),
    leastUsable: least('leastUsable'),
  }
}
