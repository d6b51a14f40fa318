import type { Station } from '@riverside/contract'

/**
 * The station as it is now, but with the very objects it had before wherever they say the same: a room that is open is laid out anew
 * only for what has changed, and a helm calibrated under a sailing ship does not send it back to the wharf.
 */
export function keepUnchanged(before: Station | undefined, now: Station): Station {
  if (!before) return now
  const file = Object.fromEntries(
    Object.entries(now.file).map(([name, part]) => [name, same(before.file[name as keyof Station['file']], part)]),
  ) as Station['file']
  return { ...now, file, pack: before.pack.hash === now.pack.hash ? before.pack : now.pack }
}

const same = (before: unknown, now: unknown): unknown => (JSON.stringify(before) === JSON.stringify(now) ? before : now)
