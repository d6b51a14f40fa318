import { seededChance } from '@riverside/kit'
import { mix } from '@riverside/ui'
import type { Light } from './light.ts'
import { fillShape } from './print.ts'
import { archWindow, at, deck, end, misted, type Sheet, wall } from './sheet.ts'
import type { Thing } from './shore.ts'
import { scaleAt } from './view.ts'

/** Walls and towers with merlons and red bands: a waterworks of the kind, no survey of the one. */
export function drawWaterworks(thing: Thing, sheet: Sheet): void {
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
