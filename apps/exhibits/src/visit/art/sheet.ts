import { mix, type Point } from '@riverside/ui'
import type { Light } from './light.ts'
import { fillShape, type Press } from './print.ts'
import { onSheet, type View } from './view.ts'

/** What drawing one thing needs. */
export type Sheet = {
  readonly press: Press
  readonly view: View
  readonly light: Light
  readonly lit: boolean
  /** Metres from the eye to where the thing begins, and how much of its height has risen, 0 to 1. */
  readonly ahead: number
  readonly rise: number
}

/** The quay's deck above the water, metres. */
export const deck = 3.2

const mistPlates = [
  { from: 620, share: 0.5 },
  { from: 430, share: 0.4 },
  { from: 290, share: 0.29 },
  { from: 190, share: 0.19 },
  { from: 120, share: 0.1 },
  { from: 75, share: 0.04 },
]

/** An ink seen through the mist that lies before it: printed in steps, never faded. */
export function misted(sheet: Sheet, ink: string): string {
  const plate = mistPlates.find(({ from }) => sheet.ahead >= from)
  return plate === undefined ? ink : mix(ink, sheet.light.mist, plate.share)
}

export function at(sheet: Sheet, inland: number, up: number, on: number): Point {
  return onSheet(sheet.view, inland, deck + (up - deck) * sheet.rise, sheet.ahead + on)
}

export function wall(
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
export function end(sheet: Sheet, on: number, from: number, to: number, low: number, high: number, ink: string): void {
  fillShape(
    sheet.press,
    [at(sheet, from, low, on), at(sheet, from, high, on), at(sheet, to, high, on), at(sheet, to, low, on)],
    misted(sheet, ink),
  )
}

export function archWindow(
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
