import type { Instant } from '@riverside/kit'
import { inks, mix } from '@riverside/ui'
import { sunAltitude } from './art/light.ts'

/** Degrees of the sun above the horizon: from the first on it is plain day, below the last it is night. */
const day = 14
const dusk = 1
const night = -8

const evening = mix(inks.rust, inks.paper, 0.72)
const dark = mix(inks.ink, inks.mist, 0.5)

/** The ink laid over the drawn shore so that it stands in the light of the hour; white by day, which leaves it as it is. `#rrggbb`. */
export function washAt(now: Instant): string {
  const altitude = sunAltitude(now)
  if (altitude >= day) return '#ffffff'
  if (altitude >= dusk) return mix(evening, '#ffffff', (altitude - dusk) / (day - dusk))
  if (altitude >= night) return mix(dark, evening, (altitude - night) / (dusk - night))
  return dark
}
