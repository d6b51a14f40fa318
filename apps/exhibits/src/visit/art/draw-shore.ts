import { seededChance } from '@riverside/kit'
import { gouge, inks, mix, type Point, traceGouge } from '@riverside/ui'
import type { Light } from './light.ts'
import { beam, fillShape, type Press } from './print.ts'
import { type Ahead, modulo, risen, type Thing, thingsAhead } from './shore.ts'
import { onSheet, scaleAt, type View } from './view.ts'

/** What drawing one thing needs. */
type Sheet = {
  readonly press: Press
  readonly view: View
  readonly light: Light
  readonly lit: boolean
  /** Metres from the eye to where the thing begins, and how much of its height has risen, 0 to 1. */
  readonly ahead: number
  readonly rise: number
}

/** The quay's deck above the water, metres. */
const deck = 3.2

/** The whole bank for an eye that has travelled so many metres. */
export function drawShore(press: Press, view: View, light: Light, lit: boolean, travelled: number): void {
  drawQuay(press, view, light, travelled)
  for (const { thing, ahead } of thingsAhead(travelled)) {
    if (ahead + thing.long < 4) continue
    drawThing(thing, { press, view, light, lit, ahead, rise: risen(ahead) })
  }
  drawRail(press, view, light, travelled)
}

/** Where lamps stand, for what they throw on the water. */
export function lampsAhead(travelled: number): readonly Ahead[] {
  return thingsAhead(travelled).filter(({ thing, ahead }) => thing.kind === 'lamp' && ahead > 14 && ahead < 420)
}

function drawThing(thing: Thing, sheet: Sheet): void {
  if (thing.kind === 'godown') drawGodown(thing, sheet)
  else if (thing.kind === 'crane') drawCrane(thing, sheet)
  else if (thing.kind === 'waterworks') drawWaterworks(thing, sheet)
  else if (thing.kind === 'chimney') drawChimney(thing, sheet)
  else if (thing.kind === 'trees') drawTrees(thing, sheet)
  else if (thing.kind === 'sheds') drawSheds(thing, sheet)
  else if (thing.kind === 'flats') drawFlats(thing, sheet)
  else if (thing.kind === 'lamp') drawLamp(sheet)
  else drawWalker(thing, sheet)
}

const mistPlates = [
  { from: 620, share: 0.5 },
  { from: 430, share: 0.4 },
  { from: 290, share: 0.29 },
  { from: 190, share: 0.19 },
  { from: 120, share: 0.1 },
  { from: 75, share: 0.04 },
]

/** An ink seen through the mist that lies before it: printed in steps, never faded. */
function misted(sheet: Sheet, ink: string): string {
  const plate = mistPlates.find(({ from }) => sheet.ahead >= from)
  return plate === undefined ? ink : mix(ink, sheet.light.mist, plate.share)
}

function at(sheet: Sheet, inland: number, up: number, on: number): Point {
  return onSheet(sheet.view, inland, deck + (up - deck) * sheet.rise, sheet.ahead + on)
}

function wall(
  sheet: Sheet,
  inland: number,
  outline: readonly (readonly [on: number, up: number])[],
  ink: string,
): void {
  fillShape(
    sheet.press,
    outline.map(([on, up]) => at(sheet, inland, up, on)),
    misted(sheet, ink),
  )
}

/** The end of a building that looks at us. */
function end(sheet: Sheet, on: number, from: number, to: number, low: number, high: number, ink: string): void {
  fillShape(
    sheet.press,
    [at(sheet, from, low, on), at(sheet, from, high, on), at(sheet, to, high, on), at(sheet, to, low, on)],
    misted(sheet, ink),
  )
}

function archWindow(
  sheet: Sheet,
  inland: number,
  on: number,
  up: number,
  wide: number,
  tall: number,
  ink: string,
): void {
  const spring = up + tall - wide * 0.55
  wall(
    sheet,
    inland,
    [
      [on - wide / 2, up],
      [on - wide / 2, spring],
      [on - wide * 0.36, spring + wide * 0.36],
      [on, up + tall],
      [on + wide * 0.36, spring + wide * 0.36],
      [on + wide / 2, spring],
      [on + wide / 2, up],
    ],
    ink,
  )
}

function drawGodown(thing: Extract<Thing, { kind: 'godown' }>, sheet: Sheet): void {
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

function drawCrane(thing: Extract<Thing, { kind: 'crane' }>, sheet: Sheet): void {
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

function drawWaterworks(thing: Thing, sheet: Sheet): void {
  const { light, lit } = sheet
  const chance = seededChance(thing.seed)
  const front = 11
  end(sheet, 0, front, 44, deck, 13, light.stoneShade)
  crenellated(sheet, front, 2, thing.long - 2, 13.2, 2.4, light.stoneShade)
  wall(
    sheet,
    front,
    [
      [0, deck],
      [0, 13.2],
      [thing.long, 13.2],
      [thing.long, deck],
    ],
    light.stoneShade,
  )
  for (let on = 10; on < thing.long - 8; on += 6.2) {
    if (scaleAt(sheet.view, sheet.ahead + on) < 2) break
    wall(
      sheet,
      front - 0.6,
      [
        [on - 2.9, deck],
        [on - 2.9, 14.6],
        [on - 1.2, 14.6],
        [on - 1.2, deck],
      ],
      light.stone,
    )
    for (const up of [4.6, 8.9])
      archWindow(sheet, front - 0.2, on + 0.9, up, 1.5, 3, lit && chance() > 0.3 ? light.window : light.roof)
  }
  for (const up of [7.9, 12]) {
    wall(
      sheet,
      front - 0.7,
      [
        [0, up],
        [0, up + 0.8],
        [thing.long, up + 0.8],
        [thing.long, up],
      ],
      light.band,
    )
  }
  for (const on of [thing.long - 9, thing.long * 0.46, 0])
    drawTower(sheet, on, light, lit, on > 10 && on < thing.long - 10 ? 25 : 21.5)
}

function drawTower(sheet: Sheet, on: number, light: Light, lit: boolean, high: number): void {
  const [front, back, wide] = [9, 18.5, 9]
  end(sheet, on, front, back, deck, high, light.stone)
  wall(
    sheet,
    front,
    [
      [on, deck],
      [on, high],
      [on + wide, high],
      [on + wide, deck],
    ],
    light.stoneShade,
  )
  end(sheet, on - 0.4, front - 0.5, back + 0.5, high - 0.2, high + 2.4, light.stone)
  wall(
    sheet,
    front - 0.5,
    [
      [on - 0.4, high - 0.2],
      [on - 0.4, high + 2.4],
      [on + wide + 0.4, high + 2.4],
      [on + wide + 0.4, high - 0.2],
    ],
    light.stoneShade,
  )
  const merlon = 1.5
  for (let inland = front - 0.5; inland < back; inland += 2.75) {
    end(sheet, on - 0.4, inland, Math.min(back + 0.5, inland + merlon), high + 2.3, high + 4.2, light.stone)
  }
  crenellated(sheet, front - 0.5, on - 0.4, on + wide + 0.4, high + 2.4, 1.8, light.stoneShade)
  for (const up of [8.2, 14.6]) {
    end(sheet, on - 0.1, front - 0.1, back, up, up + 0.9, light.band)
    wall(
      sheet,
      front - 0.1,
      [
        [on, up],
        [on, up + 0.9],
        [on + wide, up + 0.9],
        [on + wide, up],
      ],
      mix(light.band, light.stoneShade, 0.3),
    )
  }
  if (scaleAt(sheet.view, sheet.ahead + on) < 2.4) return
  for (const up of [4.4, 10.2, 16.4]) {
    archWindow(sheet, front - 0.15, on + wide / 2, up, 1.9, 3.1, lit ? light.window : light.roof)
    endWindow(sheet, on - 0.12, (front + back) / 2, up, 1.9, 3.1, lit ? light.window : light.roof)
  }
}

function endWindow(
  sheet: Sheet,
  on: number,
  inland: number,
  up: number,
  wide: number,
  tall: number,
  ink: string,
): void {
  const half = wide / 2
  fillShape(
    sheet.press,
    [
      at(sheet, inland - half, up, on),
      at(sheet, inland - half, up + tall * 0.68, on),
      at(sheet, inland, up + tall, on),
      at(sheet, inland + half, up + tall * 0.68, on),
      at(sheet, inland + half, up, on),
    ],
    misted(sheet, ink),
  )
}

function crenellated(
  sheet: Sheet,
  inland: number,
  from: number,
  to: number,
  up: number,
  tall: number,
  ink: string,
): void {
  for (let on = from; on < to; on += 3) {
    wall(
      sheet,
      inland,
      [
        [on, up - 0.1],
        [on, up + tall * 0.75],
        [Math.min(to, on + 1.7), up + tall * 0.75],
        [Math.min(to, on + 1.7), up - 0.1],
      ],
      ink,
    )
  }
}

function drawChimney(thing: Extract<Thing, { kind: 'chimney' }>, sheet: Sheet): void {
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

function drawTrees(thing: Extract<Thing, { kind: 'trees' }>, sheet: Sheet): void {
  const { press, light, view } = sheet
  const chance = seededChance(thing.seed + 3)
  const crowns = Array.from({ length: Math.round(thing.long / 2.1) }, () => ({
    on: chance() * thing.long,
    inland: thing.inland + chance() * 3,
    up: deck + 4.2 + chance() * 3.6,
    radius: 1.7 + chance() * 1.7,
  })).sort((a, b) => b.on - a.on)
  for (let on = 2; on < thing.long; on += 7) {
    beam(
      press,
      at(sheet, thing.inland + 1, deck, on),
      at(sheet, thing.inland + 1, deck + 5, on),
      0.5 * scaleAt(view, sheet.ahead + on),
      misted(sheet, light.roof),
    )
  }
  press.beginPath()
  for (const { on, inland, up, radius } of crowns) {
    const [x, y] = at(sheet, inland, up, on)
    const size = radius * scaleAt(view, sheet.ahead + on) * sheet.rise
    press.moveTo(x + size, y)
    press.ellipse(x, y, size, size * 0.84, 0, 0, 2 * Math.PI)
  }
  press.fillStyle = misted(sheet, light.tree)
  press.fill('nonzero')
  if (scaleAt(view, sheet.ahead) < 2.2) return
  press.beginPath()
  for (const { on, inland, up, radius } of crowns) {
    const scale = scaleAt(view, sheet.ahead + on)
    for (let i = 0; i < 3; i++) {
      const [x, y] = at(sheet, inland, up, on)
      const [dx, dy] = [(chance() - 0.35) * radius * 1.5 * scale, (chance() - 0.1) * radius * scale]
      traceGouge(
        press,
        gouge([x + dx, y + dy], [x + dx + radius * 0.75 * scale, y + dy - radius * 0.24 * scale], 0.3 * scale),
      )
    }
  }
  press.fillStyle = misted(sheet, light.treeShade)
  press.fill()
}

function drawSheds(thing: Extract<Thing, { kind: 'sheds' }>, sheet: Sheet): void {
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

function drawFlats(thing: Extract<Thing, { kind: 'flats' }>, sheet: Sheet): void {
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

function drawLamp(sheet: Sheet): void {
  const { press, light, view } = sheet
  if (sheet.ahead > 420) return
  const scale = scaleAt(view, sheet.ahead)
  const [foot, head] = [at(sheet, 2.2, deck, 0), at(sheet, 2.2, deck + 5.6, 0)]
  const iron = misted(sheet, mix(light.quay, light.deck, 0.2))
  beam(press, foot, head, Math.max(1, 0.2 * scale), iron)
  press.beginPath()
  traceGouge(
    press,
    gouge([head[0] - 1.05 * scale, head[1]], [head[0] + 1.05 * scale, head[1]], 0.34 * scale, -0.12 * scale),
  )
  press.fillStyle = sheet.lit ? misted(sheet, light.glow) : iron
  press.fill()
}

const coats = [inks.brick, inks.river, inks.ink] as const

function drawWalker(thing: Extract<Thing, { kind: 'walker' }>, sheet: Sheet): void {
  const { press, view, light } = sheet
  const scale = scaleAt(view, sheet.ahead)
  if (sheet.ahead < 20 || scale < 3.4) return
  const [x, y] = at(sheet, thing.inland, deck, 0)
  const coat = misted(sheet, mix(coats[thing.coat], light.quay, sheet.lit ? 0.45 : 0.1))
  const m = scale
  fillShape(
    press,
    [
      [x - 0.16 * m, y],
      [x - 0.22 * m, y - 0.9 * m],
      [x + 0.2 * m, y - 0.9 * m],
      [x + 0.24 * m, y],
      [x + 0.08 * m, y],
      [x, y - 0.6 * m],
      [x - 0.04 * m, y],
    ],
    misted(sheet, light.quay),
  )
  fillShape(
    press,
    [
      [x - 0.3 * m, y - 0.72 * m],
      [x - 0.22 * m, y - 1.42 * m],
      [x + 0.2 * m, y - 1.44 * m],
      [x + 0.28 * m, y - 0.74 * m],
    ],
    coat,
  )
  press.beginPath()
  press.ellipse(x, y - 1.6 * m, 0.15 * m, 0.18 * m, 0, 0, 2 * Math.PI)
  press.fillStyle = misted(sheet, light.quay)
  press.fill()
}

function drawQuay(press: Press, view: View, light: Light, travelled: number): void {
  const far = 5000
  fillShape(
    press,
    [
      onSheet(view, 0, deck, far),
      onSheet(view, 0, deck, 6),
      onSheet(view, 400, deck, 6),
      onSheet(view, 400, deck, far),
    ],
    light.deck,
  )
  fillShape(
    press,
    [onSheet(view, 0, deck, far), onSheet(view, 0, deck, 6), onSheet(view, 0, -0.2, 6), onSheet(view, 0, -0.2, far)],
    light.quay,
  )
  const chance = seededChance(90)
  press.beginPath()
  for (let i = 0; i < 130; i++) {
    const period = 130
    const ahead = 8 + modulo(chance() * period - travelled, period)
    const inland = 0.4 + chance() * 7
    const long = 1 + chance() * 5
    const [from, to] = [onSheet(view, inland, deck, ahead), onSheet(view, inland, deck, ahead + long)]
    traceGouge(press, gouge(from, to, 0.12 * scaleAt(view, ahead) * (0.4 + chance())))
  }
  press.fillStyle = mix(light.deck, light.strokeLight, 0.3)
  press.fill()
  press.beginPath()
  for (let ahead = modulo(-travelled, 5); ahead < 150; ahead += 5) {
    if (ahead < 8) continue
    const [top, foot] = [onSheet(view, -0.05, deck - 0.3, ahead), onSheet(view, -0.05, 0.1, ahead)]
    traceGouge(press, gouge(top, foot, 0.45 * scaleAt(view, ahead)))
  }
  press.fillStyle = mix(light.quay, light.deck, 0.6)
  press.fill()
}

function drawRail(press: Press, view: View, light: Light, travelled: number): void {
  const ink = light.quay
  for (const up of [deck + 0.62, deck + 1.15]) {
    beam(press, onSheet(view, 0.3, up, 6), onSheet(view, 0.3, up, 420), 0.1 * scaleAt(view, 6), ink, 0.5)
  }
  for (let ahead = modulo(-travelled, 2.4); ahead < 190; ahead += 2.4) {
    if (ahead < 7) continue
    beam(
      press,
      onSheet(view, 0.3, deck, ahead),
      onSheet(view, 0.3, deck + 1.2, ahead),
      Math.max(0.8, 0.11 * scaleAt(view, ahead)),
      ink,
    )
  }
}
