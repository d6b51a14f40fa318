import type { Instant } from '@riverside/kit'
import { inks, mix } from '@riverside/ui'

/** The inks of one hour. Every value is `#rrggbb`. */
export type Light = {
  readonly zenith: string
  readonly high: string
  readonly low: string
  readonly horizon: string
  readonly disc: string
  readonly cloud: string
  readonly mist: string
  readonly waterFar: string
  readonly water: string
  readonly waterNear: string
  readonly strokeDark: string
  readonly strokeLight: string
  readonly glitter: string
  readonly quay: string
  readonly deck: string
  readonly brick: string
  readonly brickShade: string
  readonly roof: string
  readonly stone: string
  readonly stoneShade: string
  readonly band: string
  readonly iron: string
  readonly ironShade: string
  readonly tree: string
  readonly treeShade: string
  readonly far: string
  readonly bridge: string
  readonly window: string
  readonly glow: string
}

const { ink, river, mist, paper, rust, brick, brass, reed } = inks
const apricot = mix(rust, paper, 0.7)

const night: Light = {
  zenith: mix(ink, '#000000', 0.12),
  high: mix(ink, river, 0.22),
  low: mix(ink, river, 0.5),
  horizon: mix(river, ink, 0.16),
  disc: paper,
  cloud: mix(river, ink, 0.3),
  mist: mix(river, ink, 0.35),
  waterFar: mix(river, ink, 0.3),
  water: mix(river, ink, 0.55),
  waterNear: mix(ink, river, 0.2),
  strokeDark: mix(ink, '#000000', 0.25),
  strokeLight: mix(river, mist, 0.08),
  glitter: mix(paper, mist, 0.3),
  quay: mix(ink, '#000000', 0.3),
  deck: mix(ink, river, 0.12),
  brick: mix(brick, ink, 0.3),
  brickShade: mix(brick, ink, 0.58),
  roof: mix(ink, '#000000', 0.35),
  stone: mix(river, ink, 0.2),
  stoneShade: mix(river, ink, 0.5),
  band: mix(rust, ink, 0.42),
  iron: mix(rust, ink, 0.3),
  ironShade: mix(rust, ink, 0.52),
  tree: mix(reed, ink, 0.68),
  treeShade: mix(reed, ink, 0.82),
  far: mix(river, ink, 0.45),
  bridge: mix(rust, river, 0.35),
  window: mix(brass, paper, 0.42),
  glow: mix(brass, paper, 0.3),
}

const dusk: Light = {
  zenith: mix(river, ink, 0.42),
  high: mix(river, mist, 0.2),
  low: mix(river, mist, 0.32),
  horizon: apricot,
  disc: paper,
  cloud: mix(mist, brick, 0.32),
  mist: mix(apricot, river, 0.35),
  waterFar: mix(river, mist, 0.1),
  water: mix(river, mist, 0.03),
  waterNear: mix(river, ink, 0.3),
  strokeDark: mix(river, ink, 0.55),
  strokeLight: mix(river, mist, 0.34),
  glitter: mix(apricot, paper, 0.35),
  quay: mix(ink, '#000000', 0.1),
  deck: mix(ink, river, 0.14),
  brick: mix(rust, brick, 0.22),
  brickShade: mix(brick, rust, 0.06),
  roof: mix(ink, brick, 0.04),
  stone: mix(river, mist, 0.12),
  stoneShade: mix(river, ink, 0.38),
  band: mix(rust, brick, 0.1),
  iron: mix(rust, paper, 0.02),
  ironShade: mix(rust, brick, 0.55),
  tree: mix(reed, ink, 0.45),
  treeShade: mix(reed, ink, 0.66),
  far: mix(river, mist, 0.24),
  bridge: mix(rust, brick, 0.3),
  window: mix(brass, paper, 0.5),
  glow: mix(brass, paper, 0.35),
}

const dawn: Light = {
  ...dusk,
  zenith: mix(river, mist, 0.1),
  high: mix(river, mist, 0.52),
  low: mix(mist, paper, 0.35),
  horizon: mix(mix(brass, paper, 0.72), apricot, 0.3),
  disc: mix(paper, brass, 0.12),
  cloud: mix(paper, apricot, 0.5),
  mist: mix(mix(brass, paper, 0.7), mist, 0.4),
  waterFar: mix(mist, river, 0.45),
  water: mix(river, mist, 0.3),
  waterNear: mix(river, mist, 0.06),
  strokeDark: mix(river, ink, 0.2),
  strokeLight: mix(mist, paper, 0.3),
  glitter: mix(paper, brass, 0.25),
  quay: mix(ink, river, 0.1),
  deck: mix(ink, river, 0.42),
  tree: mix(reed, river, 0.42),
  treeShade: mix(reed, ink, 0.5),
  far: mix(mist, river, 0.42),
  bridge: mix(mix(rust, brick, 0.2), mist, 0.24),
  window: mix(ink, brick, 0.25),
  glow: mix(brass, paper, 0.5),
}

const day: Light = {
  ...dawn,
  zenith: mix(river, mist, 0.16),
  high: mix(mist, river, 0.34),
  low: mix(mist, paper, 0.45),
  horizon: paper,
  disc: mix(paper, '#ffffff', 0.35),
  cloud: mix(paper, '#ffffff', 0.15),
  mist: mix(mist, paper, 0.3),
  waterFar: mix(mist, river, 0.34),
  water: mix(river, mist, 0.4),
  waterNear: mix(river, mist, 0.14),
  strokeDark: mix(river, ink, 0.12),
  strokeLight: mix(mist, paper, 0.5),
  glitter: paper,
  deck: mix(ink, river, 0.5),
  brick: mix(rust, brick, 0.12),
  brickShade: mix(brick, rust, 0.18),
  stone: mix(river, mist, 0.42),
  stoneShade: mix(river, mist, 0.06),
  iron: rust,
  ironShade: mix(rust, brick, 0.5),
  tree: mix(reed, river, 0.24),
  treeShade: mix(reed, ink, 0.42),
  far: mix(mist, river, 0.3),
  bridge: mix(mix(rust, brick, 0.2), mist, 0.3),
}

/** The four lights of a day, as they were cut. */
export const lights = { dawn, day, dusk, night } as const

/** The light over the river at an instant: between two cut lights it is printed in their mixture. */
export function lightAt(instant: Instant): Light {
  const altitude = sunAltitude(instant)
  const twilight = isMorning(instant) ? dawn : dusk
  if (altitude <= -10) return night
  if (altitude < -2) return blend(night, twilight, (altitude + 10) / 8)
  if (altitude <= 4) return twilight
  if (altitude < 16) return blend(twilight, day, (altitude - 4) / 12)
  return day
}

/** Whether lamps and windows are lit. */
export const isLit = (instant: Instant): boolean => sunAltitude(instant) < 3

const blends = new Map<string, Light>()

/** Twelve steps between two lights are enough for the eye, and leave the layers alone in between: a step is one object. */
function blend(first: Light, second: Light, share: number): Light {
  const step = Math.round(share * 12)
  const name = `${first.zenith} ${second.zenith} ${step}`
  const known = blends.get(name)
  if (known !== undefined) return known
  const blended = Object.fromEntries(
    (Object.keys(first) as (keyof Light)[]).map((part) => [part, mix(first[part], second[part], step / 12)]),
  ) as Light
  blends.set(name, blended)
  return blended
}

const latitude = (31.26 * Math.PI) / 180
const longitude = 121.53

/**
 * The sun's height over Yangpu in degrees. Declination by the usual cosine of the day of the year; the equation of
 * time is left out, so it may be early or late by a quarter of an hour, which no sky shows.
 */
export function sunAltitude(instant: Instant): number {
  const days = instant / 86_400_000
  const declination = ((-23.44 * Math.PI) / 180) * Math.cos((2 * Math.PI * (days + 10)) / 365.2425)
  const hourAngle = ((solarHour(instant) - 12) * Math.PI) / 12
  const sine =
    Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle)
  return (Math.asin(sine) * 180) / Math.PI
}

const isMorning = (instant: Instant): boolean => solarHour(instant) < 12

function solarHour(instant: Instant): number {
  const hours = instant / 3_600_000 + longitude / 15
  return ((hours % 24) + 24) % 24
}
