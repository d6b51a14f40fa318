import { seededChance } from '@riverside/kit'
import { cutPoints, drawHelm, inks, mix } from '@riverside/ui'
import type { ExhibitId } from '@riverside/visit'
import type { Draw } from '../Print.tsx'
import { drawDeparture } from './departure.ts'
import { drawShore } from './draw-shore.ts'
import { drawLanterns } from './lanterns.ts'
import { type Light, lights } from './light.ts'
import { beam, fillShape, type Press, scatterStrokes } from './print.ts'
import { drawStill, lying } from './river-scene.ts'
import { drawBridge, drawClouds, drawDisc, drawFarBank, drawGull, drawSky } from './sky.ts'
import type { View } from './view.ts'
import { drawFerry, drawRipples, drawWaterGround } from './water.ts'

/** Where the one waterline runs through all four scrolls, as a share of a picture's height. */
const waterline = 0.66

/** The four pictures: one waterline, four times of day. */
export const scrolls: Readonly<Record<ExhibitId, Draw>> = {
  voyage: drawMorning,
  postcard: drawEvening,
  story: (press, width, height) => drawDeparture(press, width, height, height * waterline),
  smile: drawNight,
}

function viewOf(width: number, height: number, some: Pick<View, 'vanish' | 'focal' | 'eye' | 'quay'>): View {
  return { width, height, horizon: height * waterline, ...some }
}

/** 解读: a morning, the quay, and the helm in one's hands. */
function drawMorning(press: Press, width: number, height: number): void {
  const light = lights.day
  const view = viewOf(width, height, { vanish: width * 0.93, focal: 640, eye: 8, quay: 30 })
  drawSky(press, width, view.horizon, light, 101)
  drawClouds(press, width, view.horizon * 0.3, view.horizon * 0.6, light, 8)
  drawFarBank(press, width * 0.6, width, view.horizon, 44, light, 103)
  drawWaterGround(press, view, light, 105)
  drawRipples(press, view, light, 20)
  drawShore(press, view, light, false, -38)
  press.save()
  press.translate(width * 0.09, height * 1.015)
  const radius = Math.min(width * 0.76, height * 0.46)
  press.scale(radius, radius)
  drawHelm(press, 0.3)
  press.restore()
}

/** 留影: evening over the waterworks, and a card on its way. */
function drawEvening(press: Press, width: number, height: number): void {
  const light = lights.dusk
  const view = viewOf(width, height, { vanish: width * 1.12, focal: 560, eye: 7, quay: 34 })
  drawSky(press, width, view.horizon, light, 111)
  drawBridge(
    press,
    { pylons: [{ x: width * 0.86, height: height * 0.36 }], from: width * 0.3, to: width * 1.4, horizon: view.horizon },
    light,
  )
  drawFarBank(press, width * 0.7, width, view.horizon, 38, light, 113)
  drawWaterGround(press, view, light, 115)
  drawRipples(press, view, light, 50)
  drawShore(press, view, light, true, 18)
  for (const [x, y, span] of [
    [0.53, 0.35, 13],
    [0.4, 0.3, 19],
  ] as const) {
    drawGull(press, [width * x, height * y], span, 1, light.disc)
  }
  drawCard(press, width, height)
}

/** How the card lies: its middle as a share of the picture, its width, and its tilt in radians. The letter lies with it. */
export const card = { x: 0.465, y: 0.855, width: 0.93, tilt: -0.1, letter: 0.66 } as const

function drawCard(press: Press, width: number, height: number): void {
  const wide = card.width * width
  const high = (wide * 100) / 148
  press.save()
  press.translate(card.x * width, card.y * height)
  press.rotate(card.tilt)
  const edge = cutPoints({ name: 'card of the menu', width: wide, height: high, stray: 3 })
  const placed = (by: number) => edge.map(([x, y]) => [x - wide / 2 + by, y - high / 2 + by] as const)
  fillShape(press, placed(9), mix(inks.ink, inks.river, 0.1))
  fillShape(press, placed(0), inks.paper)
  const [left, top, across, down] = [
    -wide / 2 + wide * 0.04,
    -high / 2 + high * 0.06,
    wide * card.letter - wide * 0.06,
    high * 0.86,
  ]
  press.save()
  press.beginPath()
  press.rect(left, top, across, down)
  press.clip()
  press.translate(left, top)
  drawCardPicture(press, across, down)
  press.restore()
  for (let i = 0; i < 3; i++) {
    const x = -wide / 2 + wide * (card.letter + 0.015 + i * 0.115)
    beam(press, [x, -high * 0.42], [x, high * 0.4], 1.6, mix(inks.rust, inks.paper, 0.35), 0.6)
  }
  press.restore()
}

function drawCardPicture(press: Press, width: number, height: number): void {
  const light = lights.day
  const view: View = { width, height, horizon: height * 0.62, vanish: width * 0.96, focal: 330, eye: 6, quay: 31 }
  drawSky(press, width, view.horizon, light, 121)
  drawDisc(press, [width * 0.82, height * 0.3], width * 0.06, light, 3)
  drawFarBank(press, width * 0.7, width, view.horizon, 20, light, 123)
  drawWaterGround(press, view, light, 125)
  drawRipples(press, view, light, 30)
  drawShore(press, view, light, false, 46)
  drawFerry(press, [width * 0.8, height * 0.74], width * 0.2, light, false)
}

/** 微笑: night, the bridge far off, and lanterns that somebody's smile has lit. */
function drawNight(press: Press, width: number, height: number): void {
  const light: Light = lights.night
  const view = viewOf(width, height, { vanish: width * 0.5, focal: 700, eye: 9, quay: 60 })
  drawSky(press, width, view.horizon, light, 131)
  drawBridge(
    press,
    { pylons: [{ x: -width * 0.02, height: height * 0.36 }], from: -width, to: width * 1.1, horizon: view.horizon },
    light,
  )
  drawDisc(press, [width * 0.28, height * 0.21], width * 0.12, light, 133)
  drawFarBank(press, 0, width, view.horizon, 40, light, 135)
  drawWaterGround(press, view, light, 137)
  drawRipples(press, view, light, 80)
  const field = { left: width * 0.06, top: view.horizon + 16, width: width * 0.88, height: height - view.horizon - 40 }
  drawLanterns(press, field, 34, 46, 139)
}

/** The dark ground of a screen where one decides: night water from edge to edge, hardly cut. */
export function drawDarkGround(press: Press, width: number, height: number): void {
  press.fillStyle = mix(inks.ink, '#000000', 0.22)
  press.fillRect(0, 0, width, height)
  const chance = seededChance(151)
  for (const tone of [mix(inks.ink, inks.river, 0.2), mix(inks.ink, '#000000', 0.5)]) {
    scatterStrokes(
      press,
      {
        count: Math.round((width * height) / 9000),
        place: (x, y) => [x * width, y * height],
        length: [60, 420],
        thickness: [1, 3],
        ink: tone,
      },
      chance,
    )
  }
}

/** The river after closing: night, the ferry made fast, every lamp lit. For the farewell and for a room that rests. */
export function drawNightRiver(press: Press, width: number, height: number): void {
  const light = lights.night
  const scale = Math.max(width / lying.view.width, height / lying.view.height) * 1.06
  const horizon = (height * 0.5) / scale
  const view: View = {
    ...lying.view,
    width: width / scale,
    height: height / scale,
    horizon,
    vanish: (width / scale) * 0.62,
  }
  const pylon = (width / scale) * 0.66
  press.save()
  press.scale(scale, scale)
  drawStill(
    press,
    {
      ...lying,
      view,
      disc: { x: view.width * 0.8, y: horizon * 0.42, radius: 62 },
      bridge: {
        pylons: [
          { x: pylon, height: 230 },
          { x: pylon + 380, height: 234 },
        ],
        from: view.width * 0.3,
      },
      farBank: { from: view.width * 0.6, tall: 40 },
    },
    light,
  )
  drawRipples(press, view, light, 40)
  drawShore(press, view, light, true, -40)
  drawFerry(press, [view.width * 0.72, horizon + 150], 250, light, true)
  press.restore()
}
