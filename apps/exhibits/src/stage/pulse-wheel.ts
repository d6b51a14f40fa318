import type { Clock } from '@riverside/kit'
import { type HelmDriver, readCounts, unread } from '@riverside/voyage'
import { type OwnWheel, steadied } from './own-wheel.ts'

/**
 * Hears an encoder that plays a keyboard: one press of a key a pulse. A key that is held down repeats by itself and is no pulse.
 * Returns what hears the keys; the key it takes is nobody else's.
 */
export function pulseWheel(
  settings: Extract<HelmDriver, { kind: 'pulse-keys' }>,
  clock: Clock,
  wheel: OwnWheel,
): (event: KeyboardEvent) => void {
  let pulses = 0
  let reading = readCounts(unread, pulses, settings).reading
  const press = steadied(clock, wheel.pressed)
  const step = (by: number) => {
    pulses += by
    wheel.saw({ type: 'turned', raw: pulses })
    const read = readCounts(reading, pulses, settings)
    reading = read.reading
    if (read.turns !== 0) wheel.turned(read.turns)
  }
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const does = {
      [settings.starboard]: () => step(1),
      [settings.port]: () => step(-1),
      ...(settings.press === null ? {} : { [settings.press]: press }),
    }[event.code]
    if (!does) return
    event.preventDefault()
    if (!event.repeat) does()
  }
}
