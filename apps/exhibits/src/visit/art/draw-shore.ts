import { seededChance } from '@riverside/kit'
import { gouge, inks, mix, traceGouge } from '@riverside/ui'
import { drawChimney, drawFlats, drawGodown, drawSheds } from './draw-buildings.ts'
import { drawCrane } from './draw-crane.ts'
import { drawWaterworks } from './draw-waterworks.ts'
import type { Light } from './light.ts'
import { beam, fillShape, type Press } from './print.ts'
import { at, deck, misted, type Sheet } from './sheet.ts'
import { type Ahead, modulo, risen, type Thing, thingsAhead } from './shore.ts'
import { onSheet, scaleAt, type View } from './view.ts'

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
