import type { Instant } from '@riverside/kit'
import { drawShore } from './draw-shore.ts'
import { isLit, type Light, lightAt } from './light.ts'
import { cutGrain, type Press } from './print.ts'
import { walkingPace } from './shore.ts'
import { type BridgeAhead, drawBridge, drawClouds, drawDisc, drawFarBank, drawGull, drawSky, placedIn } from './sky.ts'
import type { View } from './view.ts'
import { drawFerry, drawGlitter, drawLampLight, drawRipples, drawWaterGround } from './water.ts'

/** How the river is composed on a sheet: once lying, once standing, each anew. */
export type Composition = {
  readonly view: View
  /** Where the walk begins, metres: something tall beside us, the waterworks and the bridge ahead. */
  readonly start: number
  readonly disc: { readonly x: number; readonly y: number; readonly radius: number }
  readonly bridge: BridgeAhead
  readonly farBank: { readonly from: number; readonly tall: number }
  readonly ferry: { readonly long: number; readonly y: number; readonly from: number; readonly to: number }
}

export const lying: Composition = {
  view: { width: 1920, height: 1080, horizon: 562, vanish: 930, focal: 940, eye: 8.4, quay: 42 },
  start: -47,
  disc: { x: 1088, y: 306, radius: 67 },
  bridge: {
    pylons: [
      { x: 858, height: 282 },
      { x: 1318, height: 286 },
    ],
    from: 600,
  },
  farBank: { from: 900, tall: 46 },
  ferry: { long: 140, y: 634, from: 1560, to: 700 },
}

export const standing: Composition = {
  view: { width: 1080, height: 1920, horizon: 838, vanish: 500, focal: 1330, eye: 9.5, quay: 25 },
  start: -60,
  disc: { x: 618, y: 352, radius: 74 },
  bridge: {
    pylons: [
      { x: 470, height: 470 },
      { x: 905, height: 478 },
    ],
    from: 250,
  },
  farBank: { from: 470, tall: 78 },
  ferry: { long: 230, y: 952, from: 930, to: 430 },
}

/** Everything that stays while the light stays: sky, moon or sun, bridge, far bank, the ground of the water. */
export function drawStill(press: Press, { view, disc, bridge, farBank }: Composition, light: Light): void {
  drawSky(press, view.width, view.horizon, light, 11)
  drawDisc(press, [disc.x, disc.y], disc.radius, light, 5)
  drawBridge(press, placedIn(view, bridge), light)
  drawFarBank(press, farBank.from, view.width + 10, view.horizon, farBank.tall, light, 23)
  drawWaterGround(press, view, light, 17)
  cutGrain(press, view.width, view.height, [light.strokeLight, light.strokeDark], 3)
}

/** The clouds, on a sheet of their own that drifts. */
export function drawDrifting(press: Press, { view }: Composition, light: Light): void {
  drawClouds(press, view.width, view.horizon * 0.36, view.horizon * 0.74, light, 29)
}

/** Everything that passes as we walk: water, ferry, lamps on the water, the bank, gulls. */
export function drawPassing(press: Press, composition: Composition, light: Light, lit: boolean, seconds: number): void {
  const { view, start, disc, ferry } = composition
  const travelled = start + seconds * walkingPace
  drawRipples(press, view, light, travelled)
  drawGlitter(press, view, disc.x, light, seconds)
  const way = (seconds / 200 + 0.42) % 1
  drawFerry(
    press,
    [ferry.from + (ferry.to - ferry.from) * way, ferry.y],
    ferry.long * (0.7 + 0.5 * Math.sin(Math.PI * way)),
    light,
    lit,
  )
  if (lit) drawLampLight(press, view, light, travelled, seconds)
  drawShore(press, view, light, lit, travelled)
  for (const [x, y, span, phase] of [
    [0.36, 0.43, 22, 0],
    [0.39, 0.385, 15, 2],
    [0.43, 0.475, 13, 4],
  ] as const) {
    const shift = Math.sin(seconds / 17 + phase) * 40
    drawGull(
      press,
      [view.width * x + shift, view.horizon * y + Math.sin(seconds / 9 + phase) * 12],
      span,
      1 + 0.35 * Math.sin(seconds * 1.1 + phase),
      light.disc,
    )
  }
}

/** The light of a station's hour, with its lamps. */
export const hourOf = (now: Instant): { readonly light: Light; readonly lit: boolean } => ({
  light: lightAt(now),
  lit: isLit(now),
})
