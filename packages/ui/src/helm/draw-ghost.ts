import { seededChance } from '@riverside/kit'
import { brokenLine, gouge, type Point, traceGouge } from '../cut/gouge.ts'
import { seedOf } from '../cut/seed.ts'
import { inks, mix } from '../inks.ts'
import { halfAt, handleProfile, hub, type Profile, rim, spokeProfile, spokes, symmetry } from './anatomy.ts'
import type { Pen } from './draw-helm.ts'

/** The helm as broken line cuts, as if scored into the water: the same measures, R = 1, about the origin. */
export function drawGhost(pen: Pen): void {
  const chance = seededChance(seedOf('ghost helm'))
  const cut = (points: readonly Point[], thickness: number, stroke = 0.13, gap = 0.004) => {
    for (const piece of brokenLine(points, { stroke, gap, thickness }, chance)) {
      piece.forEach(([x, y], i) => {
        if (i === 0) pen.moveTo(x, y)
        else pen.lineTo(x, y)
      })
    }
  }
  pen.beginPath()
  for (const [radius, thickness] of [
    [rim, 0.0085],
    [rim * 0.944, 0.0045],
    [rim * 0.83, 0.0045],
    [rim * 0.786, 0.0075],
    [hub, 0.0075],
    [hub * 0.88, 0.0045],
    [0.074, 0.006],
  ] as const) {
    cut(circle(radius), thickness, radius < 0.2 ? 0.09 : 0.15)
  }
  for (let i = 0; i < spokes; i++) {
    const angle = i * symmetry - Math.PI / 2
    for (const side of [-1, 1] as const) {
      cut(edge(handleProfile, side, angle), 0.0075, 0.09)
      cut(edge(spokeProfile, side, angle, [hub, rim * 0.786]), 0.006, 0.1)
    }
    collar(cut, angle)
  }
  pen.fillStyle = mix(inks.brass, inks.paper, 0.1)
  pen.fill()
  pen.beginPath()
  for (let i = 0; i < spokes; i++) palmHatch(pen, i * symmetry - Math.PI / 2)
  rimHatch(pen)
  pen.fill()
}

const circle = (radius: number): Point[] =>
  Array.from({ length: 181 }, (_, i) => place((i / 180) * 2 * Math.PI - 2.2, radius, 0))

function edge(profile: Profile, side: 1 | -1, angle: number, [from, to] = [0, 2] as readonly number[]): Point[] {
  return profile
    .filter(([at]) => at >= (from ?? 0) && at <= (to ?? 2))
    .map(([at, half]) => place(angle, at, side * half))
}

function collar(cut: (points: readonly Point[], thickness: number) => void, angle: number): void {
  cut([place(angle, rim, -0.036), place(angle, 0.8, -0.036), place(angle, 0.8, 0.036), place(angle, rim, 0.036)], 0.006)
}

/** The shade of a palm's swelling, as short cuts across it. */
function palmHatch(pen: Pen, angle: number): void {
  for (let at = 0.84; at < 0.96; at += 0.016) {
    const half = halfAt(handleProfile, at)
    traceGouge(pen, gouge(place(angle, at, half * 0.2), place(angle, at + 0.006, half * 0.86), 0.0042))
  }
}

/** The shade of the rim at the lower right of the part that shows, as cuts between its rings. */
function rimHatch(pen: Pen): void {
  for (let angle = -1.0; angle < -0.2; angle += 0.028) {
    traceGouge(pen, gouge(place(angle, rim * 0.85, 0), place(angle + 0.03, rim * 0.925, 0), 0.0046))
  }
}

function place(angle: number, distance: number, aside: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [cos * distance - sin * aside, sin * distance + cos * aside]
}
