import type { Point } from '@riverside/ui'
import { beam, fillShape } from './print.ts'
import { at, deck, end, misted, type Sheet } from './sheet.ts'
import type { Thing } from './shore.ts'
import { scaleAt } from './view.ts'

/** A level-luffing crane: portal, machine house, its peak, and the jib out over the water. */
export function drawCrane(thing: Extract<Thing, { kind: 'crane' }>, sheet: Sheet): void {
  const { press, light, view } = sheet
  const scale = scaleAt(view, sheet.ahead + 4)
  const [iron, shade] = [misted(sheet, light.iron), misted(sheet, light.ironShade)]
  const strut = (from: Point, to: Point, thick: number, ink = iron, thin = thick) =>
    beam(press, from, to, Math.max(1, thick * scale), ink, Math.max(1, thin * scale))
  const tall = thing.reach
  for (const [on, top, ink] of [
    [9, 7.5, shade],
    [0, 1.5, iron],
  ] as const) {
    for (const [inland, above] of [
      [10.5, 8.6],
      [1.4, 3],
    ] as const) {
      strut(at(sheet, inland, deck, on), at(sheet, above, 17 * tall, top), 1.05, ink)
    }
    strut(at(sheet, 9.9, 8.5, on), at(sheet, 2, 8.5, on), 0.7, ink)
    strut(at(sheet, 9.9, 8.5, on), at(sheet, 2.8, 16, top), 0.22, ink)
    strut(at(sheet, 2, 8.5, on), at(sheet, 8.8, 16, top), 0.22, ink)
  }
  strut(at(sheet, 2, 8.5, 0), at(sheet, 2, 8.5, 9), 0.5, shade)
  end(sheet, 0.6, 1.4, 10.6, 16.6 * tall, 18.4 * tall, light.iron)
  fillShape(
    press,
    [
      at(sheet, 1.4, 16.6 * tall, 0.6),
      at(sheet, 1.4, 18.4 * tall, 0.6),
      at(sheet, 1.4, 18.4 * tall, 8.4),
      at(sheet, 1.4, 16.6 * tall, 8.4),
    ],
    shade,
  )
  const house = [19 * tall, 26.5 * tall] as const
  fillShape(
    press,
    [
      at(sheet, 2.6, house[0], 1.5),
      at(sheet, 3.6, house[1], 1.5),
      at(sheet, 3.6, house[1], 7.5),
      at(sheet, 2.6, house[0], 7.5),
    ],
    shade,
  )
  fillShape(
    press,
    [
      at(sheet, 2.6, house[0], 1.5),
      at(sheet, 3.6, house[1], 1.5),
      at(sheet, 11, house[1], 1.5),
      at(sheet, 11.4, house[0], 1.5),
    ],
    iron,
  )
  const apex = at(sheet, 6.6, 37.5 * tall, 4.5)
  strut(at(sheet, 8.6, house[1], 2), apex, 0.85, iron, 0.6)
  strut(at(sheet, 4.4, house[1], 2), apex, 0.85, shade, 0.6)
  strut(at(sheet, 11, house[1], 4), apex, 0.24)
  drawJib(sheet, strut, apex, tall)
}

function drawJib(
  sheet: Sheet,
  strut: (from: Point, to: Point, thick: number, ink?: string, thin?: number) => void,
  apex: Point,
  tall: number,
): void {
  const foot = { inland: 2.8, up: 22 * tall }
  const tip = { inland: -24, up: 45 * tall }
  const on = (share: number, below: number): Point =>
    at(
      sheet,
      foot.inland + (tip.inland - foot.inland) * share,
      foot.up + (tip.up - foot.up) * share - below * (1 - share),
      4.5,
    )
  strut(on(0, 0), on(1, 0), 0.5, undefined, 0.32)
  strut(on(0, 3.6), on(1, 0.2), 0.34, undefined, 0.24)
  for (let i = 0; i < 9; i++) strut(on(i / 9.5, 3.6 * 1), on((i + 0.55) / 9.5, 0), 0.36)
  strut(apex, on(0.72, 0), 0.42, undefined, 0.3)
  const [tipX, tipY] = on(1, 0)
  const drop = scaleAt(sheet.view, sheet.ahead + 4) * 20 * sheet.rise
  strut([tipX, tipY], [tipX, tipY + drop], 0.26)
  strut([tipX, tipY + drop], [tipX + drop * 0.06, tipY + drop * 1.1], 0.5, undefined, 0.3)
}
