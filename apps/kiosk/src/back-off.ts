const pauses = [200, 500, 1000, 2000, 5000, 10_000] as const

/** A process that ran this long was well; what happens to it later counts from the beginning. Milliseconds. */
export const wellAfter = 60_000

/** How long to wait before a process is started again that has failed so often in a row, in milliseconds. */
export const backOff = (failures: number): number =>
  pauses[Math.min(Math.max(failures, 1), pauses.length) - 1] ?? 10_000
