import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { seededChance } from '@riverside/kit'
import { Carving } from '@riverside/story'
import type { CDPSession } from 'playwright-core'
import { openStory } from './story-session.ts'

/**
 * Records the carving that shows itself where nobody is: two hands on the real tray in a real Chromium, a flat one that sweeps and
 * one that draws with its fingers. `npm run carving` writes it anew.
 */
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const out = resolve(values.out ?? resolve(import.meta.dirname, '../src/story/two-hands.json'))

type Point = {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly radiusX: number
  readonly radiusY: number
}
/** One touch: when it comes and goes, in seconds; where it is, in parts of the tray; half its width in pixels. */
type Touch = {
  readonly id: number
  readonly from: number
  readonly to: number
  readonly radius: number
  readonly way: ReadonlyArray<readonly [number, number]>
}

const [width, height] = [1428, 748]
const reportsASecond = 60
const chance = seededChance(1919)

const palm = (id: number, from: number, to: number, way: Touch['way']): Touch => ({ id, from, to, radius: 66, way })
const finger = (id: number, from: number, to: number, way: Touch['way']): Touch => ({ id, from, to, radius: 23, way })

const touches: readonly Touch[] = [
  palm(0, 0, 2.3, [
    [0.006, 0.12],
    [0.3, 0.1],
    [0.56, 0.15],
    [0.6, 0.28],
    [0.34, 0.3],
    [0.02, 0.33],
  ]),
  palm(0, 2.6, 5.2, [
    [0.006, 0.5],
    [0.3, 0.47],
    [0.55, 0.5],
    [0.57, 0.66],
    [0.3, 0.68],
    [0.01, 0.7],
  ]),
  palm(0, 5.5, 6.9, [
    [0.006, 0.88],
    [0.26, 0.88],
    [0.5, 0.84],
  ]),
  ...[0, 1, 2, 3].map((each) =>
    finger(1 + each, 1.2 + each * 0.05, 3.5 + each * 0.04, [
      [0.99 - each * 0.012, 0.2 + each * 0.1],
      [0.86 - each * 0.01, 0.15 + each * 0.105],
      [0.72 + each * 0.008, 0.2 + each * 0.11],
      [0.63 + each * 0.012, 0.3 + each * 0.1],
    ]),
  ),
  finger(5, 3.9, 6.6, [
    [0.94, 0.66],
    [0.84, 0.72],
    [0.74, 0.64],
    [0.66, 0.72],
    [0.58, 0.8],
  ]),
  finger(6, 4.0, 6.7, [
    [0.95, 0.8],
    [0.85, 0.86],
    [0.75, 0.78],
    [0.67, 0.86],
    [0.6, 0.93],
  ]),
]

/** A hand starts and stops softly, and is never quite steady. */
function at(touch: Touch, second: number): Point {
  const part = Math.min(1, Math.max(0, (second - touch.from) / (touch.to - touch.from)))
  const soft = part * part * (3 - 2 * part)
  const legs = touch.way.length - 1
  const leg = Math.min(legs - 1, Math.floor(soft * legs))
  const along = soft * legs - leg
  const [p0, p1, p2, p3] = [-1, 0, 1, 2].map((step) => touch.way[Math.min(legs, Math.max(0, leg + step))] ?? [0, 0])
  const spline = (axis: 0 | 1) => {
    const [a, b, c, d] = [p0?.[axis] ?? 0, p1?.[axis] ?? 0, p2?.[axis] ?? 0, p3?.[axis] ?? 0]
    return b + 0.5 * along * (c - a + along * (2 * a - 5 * b + 4 * c - d + along * (3 * (b - c) + d - a)))
  }
  const tremble = () => (chance() - 0.5) * 1.6
  return {
    id: touch.id,
    x: 24 + (width - 48) * spline(0) + tremble(),
    y: 24 + (height - 48) * spline(1) + tremble(),
    radiusX: touch.radius + tremble(),
    radiusY: touch.radius + tremble(),
  }
}

async function play(wire: CDPSession): Promise<void> {
  const begun = performance.now()
  const last = Math.max(...touches.map(({ to }) => to))
  let down = new Set<number>()
  // Nothing is waited for on the way: a hand does not wait for the screen.
  const sent: Promise<unknown>[] = []
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    sent.push(wire.send('Input.dispatchTouchEvent', { type, touchPoints }))
  for (let report = 0; report / reportsASecond <= last + 0.1; report += 1) {
    const second = report / reportsASecond
    const points = touches.filter(({ from, to }) => second >= from && second < to).map((touch) => at(touch, second))
    const now = new Set(points.map(({ id }) => id))
    const isNew = [...now].some((id) => !down.has(id))
    const isLess = [...down].some((id) => !now.has(id))
    // A point that is no longer told of is lifted.
    if (points.length > 0) send(isNew ? 'touchStart' : 'touchMove', points)
    else if (isLess) send('touchEnd', [])
    down = now
    await new Promise((next) =>
      setTimeout(next, Math.max(0, begun + (report + 1) * (1000 / reportsASecond) - performance.now())),
    )
  }
  await Promise.all(sent)
}

await using session = await openStory()
const context = await session.browser.newContext({ viewport: { width, height }, hasTouch: true })
const page = await context.newPage()
await page.goto(`${session.address}?tray&processor`)
await page.waitForFunction(() => (window.__lab?.trays.length ?? 0) > 0)
await page.waitForTimeout(700)
// From now on the guiding hand stays away: it never comes where somebody touches.
await play(await context.newCDPSession(page))
await page.waitForFunction(() => window.__lab.trays.at(-1)?.sand.hands === 0)
const carving = Carving.parse(await page.evaluate(() => window.__lab.trays.at(-1)?.carving))
const marks = carving.marks.map((mark) => `    [${mark.join(', ')}]`).join(',\n')
writeFileSync(out, `{\n  "columns": ${carving.columns},\n  "rows": ${carving.rows},\n  "marks": [\n${marks}\n  ]\n}\n`)
console.log(`${out}: ${carving.marks.length} touches in ${Math.round((carving.marks.at(-1)?.[1] ?? 0) / 100) / 10} s`)
