import { seededChance } from '@riverside/kit'
import { inks, mix } from '@riverside/ui'
import { type Light, lights } from '../visit/art/light.ts'
import { cutGrain, type Press } from '../visit/art/print.ts'
import { type BridgeAhead, drawBridge, drawFarBank, drawSky, placedIn } from '../visit/art/sky.ts'
import type { View } from '../visit/art/view.ts'
import { drawRipples, drawWaterGround } from '../visit/art/water.ts'
import type { Field } from './lantern-seats.ts'

/** The river of the wall on its sheet, in design pixels. */
export type WallSheet = {
  readonly view: View
  readonly bridge: BridgeAhead
  readonly farBank: { readonly tall: number }
  readonly field: Field
}

/** From where the wall looks at its river, whatever the sheet. */
export const looking = { focal: 900, eye: 8, quay: 40 }

export const lyingSheet: WallSheet = {
  view: { width: 1920, height: 604, horizon: 338, vanish: 960, ...looking },
  bridge: {
    pylons: [
      { x: 1204, height: 196 },
      { x: 1574, height: 198 },
    ],
    from: 980,
  },
  farBank: { tall: 54 },
  field: { left: 60, top: 368, width: 1800, height: 206 },
}

export const standingSheet: WallSheet = {
  view: { width: 1080, height: 850, horizon: 520, vanish: 540, ...looking },
  bridge: {
    pylons: [
      { x: 690, height: 148 },
      { x: 960, height: 150 },
    ],
    from: 520,
  },
  farBank: { tall: 58 },
  field: { left: 50, top: 550, width: 980, height: 274 },
}

/** The first days have no charts; a standing screen gives their place to the river. */
export const standingFirstSheet: WallSheet = {
  ...standingSheet,
  view: { ...standingSheet.view, height: 1410 },
  field: { ...standingSheet.field, height: 820 },
}

const { ink, river, mist } = inks
/** Night as dark as the panel below, so that the lanterns and the words are what is seen. */
const darkNight: Light = {
  ...lights.night,
  high: mix(ink, river, 0.08),
  low: mix(ink, river, 0.2),
  horizon: mix(ink, river, 0.34),
  far: mix(river, ink, 0.24),
  bridge: mix(river, mist, 0.16),
  waterFar: mix(ink, river, 0.42),
  water: mix(ink, river, 0.3),
  waterNear: mix(ink, river, 0.14),
  strokeLight: mix(river, ink, 0.3),
}

/** Night over the river, printed once: lanterns want the dark, whatever the hour. */
export function drawWallRiver(press: Press, { view, bridge, farBank }: WallSheet): void {
  const light = darkNight
  drawSky(press, view.width, view.horizon, light, 11)
  drawBridge(press, placedIn(view, bridge), light)
  drawFarBank(press, -10, view.width + 10, view.horizon, farBank.tall, light, 41)
  drawWindows(press, view, farBank.tall)
  drawWaterGround(press, view, light, 17)
  drawRipples(press, view, light, 0)
  cutGrain(press, view.width, view.height, [light.strokeLight, light.strokeDark], 3)
}

/** A few windows of the other bank are lit. */
function drawWindows(press: Press, { width, horizon }: View, tall: number): void {
  const chance = seededChance(8)
  press.fillStyle = darkNight.glow
  for (let i = 0; i < width / 26; i++) {
    const [x, up] = [chance() * width, 6 + chance() ** 2 * tall * 0.2]
    press.fillRect(x, horizon - up - 4, 3, 5)
  }
}
