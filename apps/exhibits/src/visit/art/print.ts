import { type Chance, seededChance } from '@riverside/kit'
import { gouge, type Point, traceGouge } from '@riverside/ui'

/** A canvas a print is pulled on, in design pixels. */
export type Press = CanvasRenderingContext2D

export function fillShape(press: Press, points: readonly Point[], ink: string): void {
  press.beginPath()
  points.forEach(([x, y], i) => {
    if (i === 0) press.moveTo(x, y)
    else press.lineTo(x, y)
  })
  press.closePath()
  press.fillStyle = ink
  press.fill()
}

/** A beam between two points, as thick as said at each end. */
export function beam(press: Press, from: Point, to: Point, thick: number, ink: string, thin = thick): void {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
  const [nx, ny] = [-(to[1] - from[1]) / length / 2, (to[0] - from[0]) / length / 2]
  fillShape(
    press,
    [
      [from[0] + nx * thick, from[1] + ny * thick],
      [to[0] + nx * thin, to[1] + ny * thin],
      [to[0] - nx * thin, to[1] - ny * thin],
      [from[0] - nx * thick, from[1] - ny * thick],
    ],
    ink,
  )
}

export type Strokes = {
  readonly count: number
  /** Where a stroke's middle lies, for two draws of chance. */
  readonly place: (first: number, second: number) => Point
  readonly length: readonly [least: number, most: number]
  readonly thickness: readonly [least: number, most: number]
  readonly ink: string
}

/** Level strokes of the gouge, scattered by chance. */
export function scatterStrokes(press: Press, strokes: Strokes, chance: Chance): void {
  press.beginPath()
  for (let i = 0; i < strokes.count; i++) {
    const [x, y] = strokes.place(chance(), chance())
    const length = between(strokes.length, chance())
    traceGouge(
      press,
      gouge(
        [x - length / 2, y],
        [x + length / 2, y],
        between(strokes.thickness, chance()),
        (chance() - 0.5) * 2,
        0.3 + chance() * 0.4,
      ),
    )
  }
  press.fillStyle = strokes.ink
  press.fill()
}

const between = ([least, most]: readonly [number, number], share: number) => least + (most - least) * share

/**
 * A ground of flat inks one below the other. Where two meet, strokes of each are cut into the other, fewer the
 * farther away: the printer's way from one ink to the next without a shade between.
 */
export function cutBands(
  press: Press,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  bands: readonly { readonly ink: string; readonly until: number }[],
  seed: number,
): void {
  const chance = seededChance(seed)
  let top = box.top
  bands.forEach(({ ink, until }) => {
    press.fillStyle = ink
    press.fillRect(box.left, top - 1, box.width, box.top + until * box.height - top + 1)
    top = box.top + until * box.height
  })
  const wide = (share: number) => box.left - 0.08 * box.width + share * box.width * 1.16
  const unit = Math.max(box.width, box.height) / 1000
  bands.slice(0, -1).forEach(({ ink, until }, i) => {
    const next = bands[i + 1]
    if (next === undefined) return
    const border = box.top + until * box.height
    const reach = box.height * 0.15
    const count = Math.round(0.11 * box.width)
    for (const [own, side] of [
      [next.ink, -1],
      [ink, 1],
    ] as const) {
      scatterStrokes(
        press,
        {
          count,
          place: (x, y) => [wide(x), border + side * reach * y ** 2.1],
          length: [50 * unit, 240 * unit],
          thickness: [2 * unit, 5.4 * unit],
          ink: own,
        },
        chance,
      )
    }
  })
}

/** The grain of the block: hair-thin level strokes over everything, lighter and darker, hardly seen. */
export function cutGrain(
  press: Press,
  width: number,
  height: number,
  inks: readonly [string, string],
  seed: number,
): void {
  const chance = seededChance(seed)
  press.save()
  press.globalAlpha = 0.1
  for (const ink of inks) {
    scatterStrokes(
      press,
      {
        count: Math.round((width * height) / 5200),
        place: (x, y) => [x * width, y * height],
        length: [30, 210],
        thickness: [0.8, 2],
        ink,
      },
      chance,
    )
  }
  press.restore()
}
