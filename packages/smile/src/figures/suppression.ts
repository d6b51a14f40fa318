/** Whether each of some counts with a known total may be shown. */
export type Shown = readonly boolean[]

/**
 * Hides every count below `least`, and then the next smallest ones until nothing hidden can be had by subtracting from the total:
 * at least two are hidden, and together they are at least `least` visitors. Where the total itself is hidden, all are. `held` are hidden
 * whatever their size.
 */
export function hideSmall(
  counts: readonly number[],
  least: number,
  totalShown: boolean,
  held: (at: number) => boolean = () => false,
): Shown {
  if (!totalShown) return counts.map(() => false)
  const hidden = new Set(counts.flatMap((count, at) => (count < least || held(at) ? [at] : [])))
  if (hidden.size > 0) hideMore(counts, hidden, least)
  return counts.map((_, at) => !hidden.has(at))
}

/** Hides one more where a single one is hidden, the next smallest, so that a total does not give it away. */
export function hideCompanion(counts: readonly number[], shown: Shown, totalShown: boolean): Shown {
  if (!totalShown) return counts.map(() => false)
  const hidden = new Set(shown.flatMap((isShown, at) => (isShown ? [] : [at])))
  if (hidden.size === 1) hideMore(counts, hidden, 0)
  return counts.map((_, at) => !hidden.has(at))
}

function hideMore(counts: readonly number[], hidden: Set<number>, least: number): void {
  const bySize = counts
    .map((count, at) => ({ count, at }))
    .filter(({ at }) => !hidden.has(at))
    .sort((a, b) => a.count - b.count || a.at - b.at)
  const sum = () => [...hidden].reduce((total, at) => total + (counts[at] ?? 0), 0)
  for (const { at } of bySize) {
    if (hidden.size >= 2 && sum() >= least) return
    hidden.add(at)
  }
}
