import { seededChance } from '@riverside/kit'
import { gouge, mix, type Point, traceGouge } from '@riverside/ui'
import { lampsAhead } from './draw-shore.ts'
import type { Light } from './light.ts'
import { cutBands, fillShape, type Press } from './print.ts'
import { modulo } from './shore.ts'
import { onSheet, scaleAt, type View } from './view.ts'

/** The still ground of the water: pale at the horizon, darkest near the eye. */
export function drawWaterGround(press: Press, view: View, light: Light, seed: number): void {
  cutBands(
    press,
    { left: 0, top: view.horizon, width: view.width, height: view.height - view.horizon },
    [
      { ink: light.waterFar, until: 0.14 },
      { ink: light.water, until: 0.6 },
      { ink: light.waterNear, until: 1 },
    ],
    seed,
  )
}

type Ripple = {
  readonly aside: number
  readonly at: number
  readonly long: number
  readonly thick: number
  readonly kind: 'dark' | 'light'
}

const octaves = 6
const firstOctave = 13

/** Strokes on the water's face, in octaves of distance, so that near and far are cut equally densely on the sheet. */
const ripples: readonly (readonly Ripple[])[] = Array.from({ length: octaves }, (_, octave) => {
  const chance = seededChance(400 + octave)
  return Array.from({ length: 120 }, (_ripple, i) => ({
    aside: (chance() - 0.42) * 2.6,
    at: chance(),
    long: 0.05 + chance() * 0.16,
    thick: 0.45 + chance() * 0.75,
    kind: i % 3 === 0 ? ('light' as const) : ('dark' as const),
  }))
})

/** The strokes that pass as the eye travels; metres. */
export function drawRipples(press: Press, view: View, light: Light, travelled: number): void {
  for (const kind of ['dark', 'light'] as const) {
    press.beginPath()
    ripples.forEach((octave, k) => {
      const from = firstOctave * 2 ** k
      for (const ripple of octave) if (ripple.kind === kind) traceRipple(press, view, ripple, from, travelled)
    })
    press.fillStyle = kind === 'dark' ? light.strokeDark : light.strokeLight
    press.fill()
  }
}

function traceRipple(press: Press, view: View, ripple: Ripple, from: number, travelled: number): void {
  const share = modulo(ripple.at - travelled / from, 1)
  const ahead = from * (1 + share)
  const scale = scaleAt(view, ahead)
  const y = view.horizon + view.eye * scale
  if (y > view.height + 10) return
  const x = view.width / 2 + (ripple.aside * view.width) / 2
  const grown = Math.sin(Math.PI * share) ** 0.5
  const depth = (y - view.horizon) / (view.height - view.horizon)
  const half = ripple.long * view.width * (0.2 + 0.62 * depth) * grown
  const thick = Math.min(half * 0.12, (1.3 + 5.6 * depth) * ripple.thick)
  if (half > 2) traceGouge(press, gouge([x - half, y], [x + half, y], thick, 0, 0.4))
}

/** The lane of light below moon or sun: strokes that lengthen and shorten. `seconds` of any clock. */
export function drawGlitter(press: Press, view: View, x: number, light: Light, seconds: number): void {
  const chance = seededChance(61)
  press.beginPath()
  for (let i = 0; i < 150; i++) {
    const depth = chance() ** 0.72
    const y = view.horizon + 8 + depth * (view.height - view.horizon)
    const lane = view.width * (0.012 + 0.075 * depth)
    const middle = x + (chance() + chance() - 1) * lane * 1.3 + depth * view.width * 0.01
    const breath = 0.55 + 0.45 * Math.sin(seconds * (0.5 + chance() * 0.7) + chance() * 6.3)
    const half = lane * (0.25 + chance() * 0.75) * breath
    const thick = Math.min(half * 0.2, (1.6 + 8 * depth) * (0.4 + chance() * 0.6))
    traceGouge(press, gouge([middle - half, y], [middle + half, y], thick, 0, 0.35 + chance() * 0.3))
  }
  press.fillStyle = light.glitter
  press.fill()
}

/** What the lamps of the quay throw on the water. */
export function drawLampLight(press: Press, view: View, light: Light, travelled: number, seconds: number): void {
  press.beginPath()
  for (const { thing, ahead } of lampsAhead(travelled)) {
    const scale = scaleAt(view, ahead)
    const [x, y] = onSheet(view, -0.6, 0, ahead)
    const chance = seededChance(thing.seed + 70)
    const count = 9
    for (let i = 0; i < count; i++) {
      const way = (i + 0.6 + chance() * 0.3) / count
      const breath = 0.62 + 0.38 * Math.sin(seconds * (0.8 + chance()) + i * 1.9 + thing.seed)
      const half = scale * (0.55 + 0.75 * Math.sin(Math.PI * way)) * breath
      const shift = (chance() - 0.5) * scale * 0.5
      traceGouge(
        press,
        gouge(
          [x + shift - half, y + way * scale * 11],
          [x + shift + half, y + way * scale * 11],
          Math.max(1, scale * 0.24),
        ),
      )
    }
  }
  press.fillStyle = light.glow
  press.fill()
}

/** A ferry of the river, flat in four inks; `at` is the middle of its waterline, `long` its length in pixels. */
export function drawFerry(press: Press, at: Point, long: number, light: Light, lit: boolean): void {
  const p = (along: number, up: number): Point => [at[0] + along * long, at[1] - up * long]
  const hull = light.quay
  fillShape(press, [p(-0.5, 0.12), p(0.5, 0.12), p(0.44, 0), p(-0.43, 0)], hull)
  fillShape(press, [p(-0.36, 0.12), p(0.34, 0.12), p(0.34, 0.225), p(-0.36, 0.225)], mix(light.disc, light.low, 0.12))
  fillShape(press, [p(-0.4, 0.225), p(0.38, 0.225), p(0.37, 0.252), p(-0.385, 0.252)], light.iron)
  fillShape(press, [p(-0.06, 0.252), p(0.05, 0.252), p(0.05, 0.35), p(-0.055, 0.35)], hull)
  for (let i = 0; i < 7; i++) {
    const x = -0.31 + i * 0.09
    fillShape(press, [p(x, 0.145), p(x, 0.2), p(x + 0.042, 0.2), p(x + 0.042, 0.145)], lit ? light.glow : light.roof)
  }
  press.beginPath()
  for (let i = 1; i <= 4; i++) {
    const half = long * (0.48 - i * 0.07)
    traceGouge(
      press,
      gouge([at[0] - half, at[1] + i * long * 0.035], [at[0] + half * 0.9, at[1] + i * long * 0.035], long * 0.022),
    )
  }
  press.fillStyle = light.strokeDark
  press.fill()
}
