import type { Metered } from '../src/smile/lab.ts'
import { openLab } from './lab-session.ts'

export type BenchLine = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What the value is measured against: a named alternative of the same run, or the goal. */
  readonly against: string
}

/**
 * Time of one look with one, two, four and eight drawn faces in a picture of 640×480, through the product's own worker in a real
 * Chromium, and how many looks a second a pretend camera gets.
 */
export async function benches(): Promise<readonly BenchLine[]> {
  const files: Uint8Array[] = []
  await using lab = await openLab({ files })
  const lines: BenchLine[] = []
  await lab.page.evaluate(() => window.lab.start())
  const { page } = lab
  const drawn = await page.evaluate(
    (counts) => Promise.all(counts.map((count) => window.lab.group(count))),
    [0, 1, 2, 4, 8],
  )
  files.push(...drawn.map((picture) => Buffer.from(picture, 'base64')))
  const took = new Map<number, readonly number[]>()
  for (const [index, count] of [0, 1, 2, 4, 8].entries()) {
    const address = `/files/${index}`
    await page.evaluate((each) => window.lab.judge(each), Array<string>(3).fill(address))
    const judged = await page.evaluate((each) => window.lab.judge(each), Array<string>(30).fill(address))
    const found = judged[0]?.faces ?? 0
    if (found !== count) throw new Error(`The bench picture shows ${count} faces and the net found ${found}`)
    took.set(
      count,
      judged.map((each) => each.took).sort((one, other) => one - other),
    )
  }
  const empty = middle(took.get(0))
  for (const count of [1, 2, 4, 8]) {
    const times = took.get(count)
    lines.push({
      name: `smile look, ${count} face${count > 1 ? 's' : ''}, median`,
      value: tenth(middle(times)),
      unit: 'ms',
      against: `${tenth(middle(times) / empty)} × an empty picture`,
    })
    lines.push({
      name: `smile look, ${count} face${count > 1 ? 's' : ''}, p95`,
      value: tenth(times?.[Math.floor(times.length * 0.95)] ?? Number.NaN),
      unit: 'ms',
      against: 'goal 100 ms',
    })
  }
  lines.push(pace(await page.evaluate(() => window.lab.meter('pretend', 'ambient', 8000))))
  // The drawn camera is drawn by the page itself; what a real one leaves of the page's time is asked of Chromium's own.
  lines.push(blocked(await page.evaluate(() => window.lab.meter('real', 'ambient', 5000))))
  return lines
}

const pace = (metered: Metered): BenchLine => ({
  name: 'smile looks a second',
  value: tenth(((metered.looks.length - 1) / metered.lasted) * 1000),
  unit: '1/s',
  against: 'goal 10 a second',
})

const blocked = (metered: Metered): BenchLine => ({
  name: 'smile page blocked longest',
  value: tenth(metered.blocked),
  unit: 'ms',
  against: 'goal 8 ms: how late a timer of 1 ms came at worst',
})

const middle = (sorted: readonly number[] | undefined): number => sorted?.[sorted.length >> 1] ?? Number.NaN
const tenth = (value: number): number => Math.round(value * 10) / 10
