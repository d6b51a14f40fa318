import { call, reportHelm, type Wire } from '@riverside/contract'
import type { HelmSight } from '@riverside/voyage'
import type { OpenHelm } from './helm.ts'

/** Sights are gathered for so many milliseconds before they are told: twenty times a second is as live as a hand can see. */
const gather = 50

/** Of a wheel that says more than this meanwhile, the last that was said counts. */
const mostSights = 400

/**
 * Tells the station what its wheel does for as long as staff watch. It is asked anew every few seconds, so a watch that nobody holds
 * ends by itself, and a station that began again is told again.
 */
export function tellWhoWatches(
  wire: Wire,
  helm: Pick<OpenHelm, 'watch'>,
): { readonly watched: (seconds: number) => void } & Disposable {
  let stop: (() => void) | undefined
  let until: ReturnType<typeof setTimeout> | undefined
  let telling: ReturnType<typeof setTimeout> | undefined
  let sights: HelmSight[] = []

  // One telling after the other, so that they arrive in their order.
  const tell = async () => {
    const told = sights
    sights = []
    const answer = await call(wire, reportHelm, { sights: told })
    telling = undefined
    if (!answer.ok && answer.error === 'nobody-watches') end()
    else if (sights.length > 0) tellSoon()
  }
  const tellSoon = () => {
    telling ??= setTimeout(() => void tell(), gather)
  }
  const see = (sight: HelmSight) => {
    sights = [...sights.slice(1 - mostSights), sight]
    tellSoon()
  }
  const end = () => {
    clearTimeout(until)
    clearTimeout(telling)
    telling = undefined
    sights = []
    stop?.()
    stop = undefined
  }
  return {
    watched(seconds) {
      clearTimeout(until)
      until = setTimeout(end, seconds * 1000)
      // Whoever begins to look while another looks already learns at once whether there is a wheel.
      stop?.()
      stop = helm.watch(see)
    },
    [Symbol.dispose]: end,
  }
}
