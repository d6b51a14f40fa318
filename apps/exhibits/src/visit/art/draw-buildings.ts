import { seededChance } from '@riverside/kit'
import { inks, mix, type Point } from '@riverside/ui'
import { beam, fillShape } from './print.ts'
import { archWindow, at, deck, end, misted, type Sheet, wall } from './sheet.ts'
import type { Thing } from './shore.ts'
import { scaleAt } from './view.ts'

export function drawGodown(thing: Extract<Thing, { kind: 'godown' }>, sheet: Sheet): void {
  const { long, eaves, ridge } = thing
  const { light, lit } = sheet
  const [front, back] = [8, 54]
  const chance = seededChance(thing.seed + 5)
  end(sheet, 0, front, back, deck, eaves, light.brickShade)
  fillShape(
    sheet.press,
    [
      at(sheet, front, eaves, 0),
      at(sheet, front, ridge, long / 2),
      at(sheet, back, ridge, long / 2),
      at(sheet, back, eaves, 0),
    ],
    misted(sheet, light.roof),
  )
  wall(
    sheet,
    front,
    [
      [0, deck],
      [0, eaves],
      [long / 2, ridge],
      [long, eaves],
      [long, deck],
    ],
    light.brick,
  )
  const near = scaleAt(sheet.view, sheet.ahead + long / 2)
  if (near > 2.2) {
    const course = mix(light.brick, light.brickShade, 0.75)
    for (let i = 0; i < 22; i++) {
      const [on, up, wide] = [
        0.6 + chance() * (long - 3),
        deck + 0.8 + chance() * (eaves - deck - 2),
        0.9 + chance() * 1.1,
      ]
      wall(
        sheet,
        front,
        [
          [on, up],
          [on, up + 0.55],
          [on + wide, up + 0.55],
          [on + wide, up],
        ],
        course,
      )
    }
    wall(
      sheet,
      front,
      [
        [0, 8.3],
        [0, 8.8],
        [long, 8.8],
        [long, 8.3],
      ],
      mix(light.brick, inks.paper, 0.26),
    )
    const dark = mix(light.roof, light.brickShade, 0.25)
    for (const up of [4, 9.7]) {
      for (const on of [0.18, 0.42, 0.62, 0.84]) {
        archWindow(sheet, front, on * long, up, long * 0.115, 3.5, lit && chance() > 0.55 ? light.window : dark)
      }
    }
    archWindow(sheet, front, long / 2, eaves + (ridge - eaves) * 0.1, long * 0.14, (ridge - eaves) * 0.46, dark)
  }
  const thick = 1.05 * near * sheet.rise
  const gable = misted(sheet, light.roof)
  beam(
    sheet.press,
    at(sheet, front - 0.5, eaves - 0.5, -0.7),
    at(sheet, front - 0.5, ridge + 0.2, long / 2),
    thick * 1.05,
    gable,
    thick,
  )
  beam(
    sheet.press,
    at(sheet, front - 0.5, ridge + 0.4, long / 2),
    at(sheet, front - 0.5, eaves - 0.4, long + 0.6),
    thick,
    gable,
    thick * 0.9,
  )
}

export function drawChimney(thing: Extract<Thing, { kind: 'chimney' }>, sheet: Sheet): void {
  const { light } = sheet
  const { inland, tall } = thing
  const ring = (up: number, half: number) => [at(sheet, inland - half, up, 0), at(sheet, inland + half, up, 0)] as const
  const [lowRight, lowLeft] = ring(deck, 3.1)
  const [highRight, highLeft] = ring(tall, 2)
  const part = (a: Point, b: Point, share: number): Point => [
    a[0] + (b[0] - a[0]) * share,
    a[1] + (b[1] - a[1]) * share,
  ]
  fillShape(
    sheet.press,
    [lowLeft, highLeft, highRight, lowRight],
    misted(sheet, mix(light.brick, light.brickShade, 0.4)),
  )
  fillShape(
    sheet.press,
    [part(lowRight, lowLeft, 0.42), part(highRight, highLeft, 0.42), highRight, lowRight],
    misted(sheet, light.roof),
  )
  for (const [up, thick] of [
    [tall - 1.2, 2],
    [tall - 12, 1],
  ] as const) {
    const [right, left] = ring(up, 2.5)
    beam(
      sheet.press,
      left,
      right,
      thick * scaleAt(sheet.view, sheet.ahead) * sheet.rise,
      misted(sheet, mix(inks.paper, light.brick, 0.2)),
    )
  }
}

export function drawSheds(thing: Extract<Thing, { kind: 'sheds' }>, sheet: Sheet): void {
  const { light } = sheet
  const tooth = 9
  const front = 14
  end(sheet, 0, front, 60, deck, thing.tall, mix(light.stoneShade, light.roof, 0.4))
  for (let on = thing.long - tooth; on >= 0; on -= tooth) {
    fillShape(
      sheet.press,
      [
        at(sheet, front, thing.tall, on),
        at(sheet, front, thing.tall + 5.4, on + 1),
        at(sheet, 60, thing.tall + 5.4, on + 1),
        at(sheet, 60, thing.tall, on),
      ],
      misted(sheet, mix(light.stone, light.window, 0.3)),
    )
    wall(
      sheet,
      front,
      [
        [on, deck],
        [on, thing.tall],
        [on + 1, thing.tall + 5.4],
        [on + tooth, thing.tall],
        [on + tooth, deck],
      ],
      mix(light.stoneShade, light.brickShade, 0.3),
    )
    if (scaleAt(sheet.view, sheet.ahead + on) > 2.4) {
      for (const shift of [2.4, 5.6]) {
        wall(
          sheet,
          front - 0.1,
          [
            [on + shift, 5],
            [on + shift, 8],
            [on + shift + 1.9, 8],
            [on + shift + 1.9, 5],
          ],
          sheet.lit ? light.window : light.roof,
        )
      }
    }
  }
}

export function drawFlats(thing: Extract<Thing, { kind: 'flats' }>, sheet: Sheet): void {
  const { light, press } = sheet
  const ink = mix(light.far, light.mist, 0.24)
  const corner = (inland: number, up: number) => at(sheet, inland, up, 0)
  fillShape(
    press,
    [
      corner(thing.inland, deck),
      corner(thing.inland, thing.tall),
      corner(thing.inland + 26, thing.tall),
      corner(thing.inland + 26, deck),
    ],
    ink,
  )
  fillShape(
    press,
    [
      corner(thing.inland + 30, deck),
      corner(thing.inland + 30, thing.tall * 0.82),
      corner(thing.inland + 54, thing.tall * 0.82),
      corner(thing.inland + 54, deck),
    ],
    mix(ink, light.low, 0.2),
  )
}
