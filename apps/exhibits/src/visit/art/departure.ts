import { seededChance } from '@riverside/kit'
import { gouge, inks, mix, type Point, traceGouge } from '@riverside/ui'
import { beam, cutBands, fillShape, type Press, scatterStrokes } from './print.ts'

const { ink, mist, paper, red, brass } = inks
const ash = mix(ink, mist, 0.42)
const pale = mix(mist, paper, 0.3)

/** A ship leaves a wharf, and sand has been brushed from the print. The people are nobody: seen from behind, all alike. */
export function drawDeparture(press: Press, width: number, height: number, waterline: number): void {
  cutBands(
    press,
    { left: 0, top: 0, width, height: waterline },
    [
      { ink: ash, until: 0.34 },
      { ink: mix(ash, pale, 0.45), until: 0.62 },
      { ink: pale, until: 1 },
    ],
    71,
  )
  const unit = Math.min(width / 434, waterline / 480)
  drawWharfWater(press, width, height, waterline)
  drawHull(press, width, waterline, unit)
  drawGangway(press, width, waterline, unit)
  drawSand(press, width, height, unit)
}

function drawWharfWater(press: Press, width: number, height: number, waterline: number): void {
  cutBands(
    press,
    { left: 0, top: waterline, width, height: height - waterline },
    [
      { ink: mix(ash, pale, 0.5), until: 0.24 },
      { ink: ash, until: 1 },
    ],
    73,
  )
  scatterStrokes(
    press,
    {
      count: 90,
      place: (x, y) => [x * width, waterline + 8 + y * (height - waterline)],
      length: [30, 190],
      thickness: [1.4, 4.6],
      ink: mix(ink, ash, 0.35),
    },
    seededChance(75),
  )
}

function drawHull(press: Press, width: number, waterline: number, unit: number): void {
  const at = (x: number, up: number): Point => [x * width, waterline - up * unit]
  const deck = (x: number) => 322 + (x - 0.1) * 62
  fillShape(
    press,
    [at(0.1, deck(0.1)), at(1.05, deck(1.05)), at(1.05, -112), at(0.36, -112), at(0.29, -50), at(0.2, 130)],
    ink,
  )
  fillShape(press, [at(0.3, -48), at(1.05, -48), at(1.05, -112), at(0.36, -112)], red)
  const chance = seededChance(77)
  press.beginPath()
  for (let i = 0; i < 22; i++) {
    const way = i / 22
    const [x, y] = at(0.115 + 0.2 * way ** 1.25, 300 - 330 * way)
    traceGouge(press, gouge([x, y], [x + (13 + chance() * 8) * unit, y - 3 * unit], 3.2 * unit))
  }
  for (let i = 0; i < 40; i++) {
    const [x, y] = at(0.3 + chance() * 0.7, 270 - chance() * 310)
    traceGouge(press, gouge([x, y], [x + (20 + chance() * 60) * unit, y - (2 + chance() * 6) * unit], 1.7 * unit))
  }
  press.fillStyle = mix(ink, mist, 0.36)
  press.fill()
  press.beginPath()
  for (let i = 0; i < 26; i++) {
    const [x, y] = at(0.34 + chance() * 0.66, -56 - chance() * 50)
    traceGouge(press, gouge([x, y], [x + (30 + chance() * 70) * unit, y], 2.2 * unit))
  }
  press.fillStyle = mix(red, ink, 0.4)
  press.fill()
  const eye = at(0.43, 168)
  press.beginPath()
  press.arc(eye[0], eye[1], 11 * unit, 0, 2 * Math.PI)
  press.fillStyle = pale
  press.fill()
  press.beginPath()
  press.arc(eye[0], eye[1], 6 * unit, 0, 2 * Math.PI)
  press.fillStyle = ink
  press.fill()
  drawRailCrowd(press, width, (x) => at(x, deck(x)), unit)
}

function drawRailCrowd(press: Press, width: number, deckAt: (x: number) => Point, unit: number): void {
  const people = [
    { x: 0.19, tall: 62, arm: 1, cap: false },
    { x: 0.3, tall: 70, arm: -1, cap: true },
    { x: 0.41, tall: 60, arm: 0, cap: false },
    { x: 0.5, tall: 72, arm: 1, cap: true },
    { x: 0.6, tall: 66, arm: -1, cap: false },
    { x: 0.7, tall: 74, arm: 1, cap: false },
  ] as const
  for (const { x, tall, arm, cap } of people) drawPerson(press, deckAt(x), tall * unit, ink, arm, cap)
  const [left, right] = [deckAt(0.12), deckAt(1.02)]
  for (const up of [16, 31])
    beam(press, [left[0], left[1] - up * unit], [right[0], right[1] - up * unit], 2.4 * unit, ink)
  for (let x = 0.13; x < 1; x += 0.066) {
    const foot = deckAt(x)
    beam(press, foot, [foot[0], foot[1] - 33 * unit], 2.6 * unit, ink)
  }
  scatterStrokes(
    press,
    {
      count: 6,
      place: (x, y) => [width * (0.02 + x * 0.1), deckAt(0.1)[1] + 40 * unit + y * 200 * unit],
      length: [20, 50],
      thickness: [1, 2.4],
      ink: pale,
    },
    seededChance(79),
  )
}

/** One body from behind. `arm`: which hand waves a cloth, or none. `foot` is between the shoes, `tall` in pixels. */
function drawPerson(press: Press, foot: Point, tall: number, coat: string, arm: -1 | 0 | 1, cap: boolean): void {
  const at = (x: number, up: number): Point => [foot[0] + x * tall, foot[1] - up * tall]
  fillShape(
    press,
    [at(-0.12, 0), at(-0.14, 0.4), at(0.13, 0.4), at(0.12, 0), at(0.03, 0), at(0, 0.34), at(-0.03, 0)],
    coat,
  )
  fillShape(
    press,
    [at(-0.2, 0.3), at(-0.17, 0.66), at(-0.11, 0.79), at(0.1, 0.8), at(0.17, 0.67), at(0.21, 0.29), at(0.06, 0.26)],
    coat,
  )
  press.beginPath()
  press.ellipse(foot[0], foot[1] - 0.895 * tall, 0.085 * tall, 0.105 * tall, 0, 0, 2 * Math.PI)
  press.fillStyle = coat
  press.fill()
  if (cap) fillShape(press, [at(-0.13, 0.93), at(-0.09, 1.01), at(0.09, 1.01), at(0.13, 0.93)], coat)
  if (arm === 0) return
  beam(press, at(arm * 0.13, 0.73), at(arm * 0.24, 1.03), tall * 0.085, coat, tall * 0.06)
  const cloth = (x: number, up: number): Point => at(arm * x, up)
  fillShape(
    press,
    [
      cloth(0.22, 1.02),
      cloth(0.27, 1.2),
      cloth(0.44, 1.15),
      cloth(0.58, 1.22),
      cloth(0.53, 1.08),
      cloth(0.4, 1.0),
      cloth(0.3, 1.05),
    ],
    paper,
  )
}

function drawGangway(press: Press, width: number, waterline: number, unit: number): void {
  const at = (x: number, up: number): Point => [x * width, waterline - up * unit]
  const [high, low] = [at(0.74, 92), at(0.1, -128)]
  beam(press, high, low, 20 * unit, pale, 30 * unit)
  const along = (share: number, up: number): Point => [
    low[0] + (high[0] - low[0]) * share,
    low[1] + (high[1] - low[1]) * share - up * unit,
  ]
  for (let i = 0; i < 13; i++) {
    const share = i / 13
    beam(press, along(share, -9), along(share + 0.012, 9), 2.2 * unit, ash)
  }
  for (const up of [34, 58]) beam(press, along(0, up), along(1, up * 0.8), 3 * unit, ink, 2 * unit)
  for (const share of [0.02, 0.26, 0.5, 0.74, 0.97])
    beam(press, along(share, -10), along(share, 60 * (1 - share * 0.2)), 3.4 * unit, ink)
  drawPerson(press, along(0.34, 4), 112 * unit, pale, 0, true)
  drawPerson(press, along(0.63, 4), 96 * unit, mix(mist, ink, 0.16), 0, false)
}

function drawSand(press: Press, width: number, height: number, unit: number): void {
  const chance = seededChance(81)
  const top = (x: number) => height - (62 + 54 * x + 13 * Math.sin(x * 9) + 7 * Math.sin(x * 23 + 1)) * unit
  const ridge: Point[] = Array.from({ length: 41 }, (_, i) => [
    (i / 40) * width,
    top(i / 40) + (chance() - 0.5) * 5 * unit,
  ])
  const raised = (by: number): Point[] =>
    ridge.map(([x, y]) => [x, y - by * unit * (0.5 + 0.5 * Math.sin(x / (29 * unit)))])
  fillShape(press, [...raised(13), [width, height], [0, height]], mix(brass, paper, 0.72))
  fillShape(press, [...raised(4), [width, height], [0, height]], mix(brass, ink, 0.3))
  fillShape(press, [...ridge, [width, height], [0, height]], mix(brass, paper, 0.16))
  const grains = (count: number, ink: string, least: number, spread: (x: number, y: number) => Point) => {
    press.beginPath()
    for (let i = 0; i < count; i++) {
      const [x, y] = spread(chance(), chance())
      const size = (least + chance() * 1.5) * unit
      press.rect(x, y, size, size)
    }
    press.fillStyle = ink
    press.fill()
  }
  const onSand = (x: number, y: number): Point => [x * width, top(x) + 7 * unit + y * (height - top(x))]
  grains(900, mix(brass, ink, 0.34), 0.9, onSand)
  grains(600, mix(brass, paper, 0.6), 0.9, onSand)
  grains(130, mix(brass, paper, 0.2), 0.9, (x, y) => [x * width, top(x) - y ** 3 * 170 * unit])
}
