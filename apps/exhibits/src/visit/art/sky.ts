import { type Chance, seededChance } from '@riverside/kit'
import { gouge, mix, type Point, traceGouge } from '@riverside/ui'
import type { Light } from './light.ts'
import { beam, cutBands, fillShape, type Press, scatterStrokes } from './print.ts'
import type { View } from './view.ts'

/** The sky from the upper edge down to the horizon. */
export function drawSky(press: Press, width: number, horizon: number, light: Light, seed: number): void {
  cutBands(
    press,
    { left: 0, top: 0, width, height: horizon },
    [
      { ink: light.zenith, until: 0.45 },
      { ink: light.high, until: 0.65 },
      { ink: light.low, until: 0.82 },
      { ink: light.horizon, until: 1 },
    ],
    seed,
  )
  const chance = seededChance(seed + 1)
  scatterStrokes(
    press,
    {
      count: Math.round(width / 14),
      place: (x, y) => [x * width, y * horizon * 0.5],
      length: [60, 320],
      thickness: [0.8, 2.4],
      ink: mix(light.zenith, light.high, 0.45),
    },
    chance,
  )
}

/** Moon or sun: a flat disc whose lower half is cut by level strokes of the sky. */
export function drawDisc(press: Press, at: Point, radius: number, light: Light, seed: number): void {
  const chance = seededChance(seed)
  press.beginPath()
  press.arc(at[0], at[1], radius, 0, 2 * Math.PI)
  press.fillStyle = light.disc
  press.fill()
  press.save()
  press.clip()
  scatterStrokes(
    press,
    {
      count: 16,
      place: (x, y) => [at[0] + (x - 0.5) * radius * 1.7, at[1] + radius * (0.28 + 0.7 * y)],
      length: [radius * 0.4, radius * 1.3],
      thickness: [radius * 0.015, radius * 0.05],
      ink: mix(light.disc, light.low, 0.6),
    },
    chance,
  )
  press.restore()
}

/** A few long flat clouds: bundles of strokes with pointed ends. */
export function drawClouds(press: Press, width: number, top: number, bottom: number, light: Light, seed: number): void {
  const chance = seededChance(seed)
  press.save()
  press.globalAlpha = 0.62
  for (let i = 0; i < 8; i++) {
    const [x, y] = [chance() * width, top + (bottom - top) * chance()]
    cloud(press, [x, y], 150 + chance() * 330, light.cloud, chance)
  }
  press.restore()
}

function cloud(press: Press, [x, y]: Point, length: number, ink: string, chance: Chance): void {
  press.beginPath()
  for (let i = 0; i < 4; i++) {
    const own = length * (1 - i * 0.2) * (0.8 + chance() * 0.4)
    const shift = (chance() - 0.5) * length * 0.4
    traceGouge(
      press,
      gouge(
        [x + shift - own / 2, y - i * 7],
        [x + shift + own / 2, y - i * 7],
        9 + chance() * 8,
        0,
        0.3 + chance() * 0.4,
      ),
    )
  }
  press.fillStyle = ink
  press.fill('nonzero')
}

/** A gull as two cuts of the knife. */
export function drawGull(press: Press, [x, y]: Point, span: number, lift: number, ink: string): void {
  press.beginPath()
  traceGouge(press, gouge([x, y], [x - span * 0.5, y - span * 0.16 * lift], span * 0.07, span * 0.07 * lift, 0.4))
  traceGouge(press, gouge([x, y], [x + span * 0.56, y - span * 0.22 * lift], span * 0.06, -span * 0.09 * lift, 0.4))
  press.fillStyle = ink
  press.fill()
}

export type BridgePlace = {
  /** Where each pylon stands and how far its head is above the horizon. */
  readonly pylons: readonly { readonly x: number; readonly height: number }[]
  readonly from: number
  readonly to: number
  readonly horizon: number
}

/** A bridge that begins in the picture and runs out of it on the right. */
export type BridgeAhead = Pick<BridgePlace, 'pylons' | 'from'>
export const placedIn = ({ width, horizon }: View, bridge: BridgeAhead): BridgePlace => ({
  ...bridge,
  to: width + 40,
  horizon,
})

/** Yangpu Bridge far off: two pylons like an inverted Y, and their fans of cables down to the deck. */
export function drawBridge(press: Press, place: BridgePlace, light: Light): void {
  const deckAt = (x: number) => {
    const middle = place.pylons.reduce((sum, pylon) => sum + pylon.x, 0) / place.pylons.length
    const rise = Math.max(...place.pylons.map((pylon) => pylon.height))
    return place.horizon - rise * (0.215 - 0.045 * ((x - middle) / (place.to - place.from)) ** 2 * 4)
  }
  const cables = mix(light.bridge, light.low, 0.16)
  for (const { x, height } of place.pylons) drawCables(press, x, height, place.horizon, deckAt, cables)
  const parts = 14
  for (let i = 0; i < parts; i++) {
    const [a, b] = [i, i + 1].map((part) => place.from + ((place.to - place.from) * part) / parts) as [number, number]
    const thick = Math.max(4, (place.pylons[0]?.height ?? 0) * 0.024)
    beam(press, [a, deckAt(a)], [b + 1, deckAt(b + 1)], thick, light.bridge)
  }
  for (const { x, height } of place.pylons) drawPylon(press, x, height, place.horizon, light)
}

function drawCables(
  press: Press,
  x: number,
  height: number,
  horizon: number,
  deckAt: (x: number) => number,
  ink: string,
): void {
  const count = 24
  press.beginPath()
  for (const side of [-1, 1]) {
    for (let i = 1; i <= count; i++) {
      const head = horizon - height * (0.97 - (1 - i / count) * 0.3)
      const foot = x + side * height * (0.1 + (1.0 * i) / count)
      press.moveTo(x, head)
      press.lineTo(foot, deckAt(foot))
    }
  }
  press.strokeStyle = ink
  press.lineWidth = Math.max(1.1, height / 230)
  press.stroke()
}

function drawPylon(press: Press, x: number, height: number, horizon: number, light: Light): void {
  const shade = mix(light.bridge, light.quay, 0.22)
  const [head, fork, foot] = [horizon - height, horizon - height * 0.52, horizon - height * 0.015]
  const wide = height * 0.031
  for (const side of [-1, 1] as const) {
    beam(
      press,
      [x + (side * wide) / 3, fork - height * 0.04],
      [x + side * height * 0.118, foot],
      wide * 0.9,
      side === 1 ? shade : light.bridge,
      wide,
    )
  }
  beam(
    press,
    [x - height * 0.05, horizon - height * 0.235],
    [x + height * 0.05, horizon - height * 0.235],
    wide * 0.6,
    light.bridge,
  )
  fillShape(
    press,
    [
      [x - wide / 2, head],
      [x + wide / 2, head - 1],
      [x + wide * 0.6, fork],
      [x - wide * 0.6, fork],
    ],
    light.bridge,
  )
  fillShape(
    press,
    [
      [x, head],
      [x + wide / 2, head - 1],
      [x + wide * 0.6, fork],
      [x, fork],
    ],
    shade,
  )
}

/** The other bank along the horizon: flat blocks, lower the farther. */
export function drawFarBank(
  press: Press,
  from: number,
  to: number,
  horizon: number,
  most: number,
  light: Light,
  seed: number,
): void {
  const chance = seededChance(seed)
  for (let x = from; x < to; ) {
    const width = most * (0.35 + chance() * 0.9)
    const tall = chance() > 0.82 ? most * (0.7 + chance() * 0.3) : most * (0.16 + chance() * 0.34)
    press.fillStyle = mix(light.far, light.horizon, chance() > 0.5 ? 0.12 : 0.28)
    press.fillRect(x, horizon - tall, width + 1, tall + 1)
    x += width + (chance() > 0.7 ? most * 0.25 * chance() : 0)
  }
  fillShape(
    press,
    [
      [from, horizon - 3],
      [to, horizon - 5],
      [to, horizon + 3],
      [from, horizon + 2],
    ],
    mix(light.far, light.quay, 0.3),
  )
}
