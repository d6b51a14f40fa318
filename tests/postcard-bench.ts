import type { Page } from 'playwright-core'
import { openChromium } from '../apps/exhibits/commands/chromium.ts'
import { deskWords } from '../apps/exhibits/src/postcard/desk-words.ts'
import { takeAwayWords } from '../apps/exhibits/src/postcard/take-away-words.ts'
import { buildAll } from '../apps/kiosk/scripts/build.ts'
import { inkLimits, type Stroke } from '../packages/postcard/src/index.ts'
import { handwriting, message } from '../packages/postcard/src/take-home/hand-for-tests.ts'
import type { BenchLine } from './bench.ts'
import { runStation } from './run-station.ts'

/** What a visitor waits for on the glass: the finished card after the tap, and the ink after the finger. */
export async function benches(): Promise<readonly BenchLine[]> {
  await buildAll({ only: ['exhibits'] })
  const station = await runStation({
    screen: { mode: 'windowed', role: 'postcard', reducedMotion: true },
    idle: { warnAfter: 500, resetAfter: 600 },
    takeAway: { page: 'https://cards.example.org/p/' },
  })
  const browser = await openChromium()
  try {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, hasTouch: true })
    const page = await context.newPage()
    // Under tsx a function keeps its name by a helper, which a page that receives its text does not have.
    await page.addInitScript({ content: 'globalThis.__name ??= (named) => named' })
    await page.goto(`${station.url}/`)
    await page.locator('.visit-attract').waitFor()
    await page.touchscreen.tap(960, 500)
    await page.locator('.visit-language-sheet').first().click()
    await page.locator('.postcard-choice').waitFor()
    const lines: BenchLine[] = []
    for (const card of cards) lines.push(...(await finished(page, card)))
    return lines
  } finally {
    await browser.close()
    await station.stop()
  }
}

type Kind = { readonly name: string; readonly strokes: readonly Stroke[]; readonly rounds: number }

const cards: readonly Kind[] = [
  { name: 'a printed greeting and no ink', strokes: [], rounds: 7 },
  { name: '60 characters of brush', strokes: handwriting((message + message).slice(0, 60)), rounds: 7 },
  { name: 'full to the limit', strokes: fullest(), rounds: 3 },
]

/** Three thousand strokes of the brush, which together are just not too long for a card. */
function fullest(): Stroke[] {
  const length = inkLimits.millimetres / inkLimits.strokes - 0.1
  return Array.from({ length: inkLimits.strokes }, (_, at) => {
    const [x, y] = [6 + ((at * 11.5) % 130), 9 + ((at * 0.61) % 76)]
    return {
      pen: 'brush',
      ink: 'ink',
      points: Array.from({ length: 9 }, (_, step) => [
        x + Math.sin(step + at) * 0.2,
        y + (step / 8) * length,
        step * 30,
        0.5,
      ]),
    }
  })
}

async function finished(page: Page, { name, strokes, rounds }: Kind): Promise<readonly BenchLine[]> {
  const taps: (readonly number[])[] = []
  const bare: number[] = []
  let wet: readonly number[] = []
  for (let round = 0; round < rounds; round++) {
    await page.locator('.postcard-choice-card').nth(1).click()
    await page.locator('.postcard-desk').waitFor()
    if (strokes.length === 0) await greet(page)
    else await page.evaluate(written, strokes as Stroke[])
    await page.locator('.postcard-done[data-state="idle"]').waitFor()
    bare.push(
      ...(await tapped(page, '.postcard-pen:nth-child(2)', ['.postcard-pen:nth-child(2)[aria-pressed="true"]'])),
    )
    if (round === 0 && strokes.length > 0) wet = await inkAfterPointer(page)
    taps.push(await tapped(page, '.postcard-done', [faces, code]))
    await page.getByRole('button', { name: takeAwayWords.zh.another }).click()
    await page.locator('.postcard-choice').waitFor()
  }
  const lines = (said: string, values: readonly number[], against: string): BenchLine[] =>
    (values.length === 0 ? [] : [0.5, 0.95]).map((share) => ({
      name: `${said}, ${name}, p${share * 100}`,
      value: quantile(values, share),
      unit: 'ms',
      against,
    }))
  const goal = `300; a tap on a pen in the same run ${quantile(bare, 0.5)}`
  const after = (which: number) => taps.map((each) => each[which] ?? Number.NaN)
  return [
    ...lines('tap to both faces of the finished card', after(0), goal),
    ...lines('tap to the finished card with its code', after(1), goal),
    ...lines('pointer to the frame with its ink', wet, `a tap on a pen in the same run ${quantile(bare, 0.5)}`),
  ]
}

const faces = '.postcard-away:has(.postcard-away-back .postcard-face) .postcard-away-front .postcard-face'
const code = '[data-link-code="true"]'

async function greet(page: Page): Promise<void> {
  const desk = deskWords.zh
  await page.getByRole('button', { name: desk.ideas }).click()
  await page.locator('.postcard-ideas-line').first().click()
  await page.getByRole('button', { name: desk.close }).click()
}

/** Milliseconds from the finger's lifting off `target` to the frame that shows what each of `shows` selects. */
async function tapped(page: Page, target: string, shows: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(watch, shows as string[])
  const box = await page.locator(target).boundingBox()
  if (!box) throw new Error('There is nothing to tap')
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  return page.evaluate(() => (globalThis as unknown as { seen: Promise<readonly number[]> }).seen)
}

/** To be run in the page. */
function watch(shows: readonly string[]): void {
  const seen = new Promise<readonly number[]>((done) => {
    const begin = ({ timeStamp }: PointerEvent) => {
      const took = shows.map(() => 0)
      const look = () => {
        const there = shows.map((each) => document.querySelector(each) !== null)
        // The task after this frame's own work runs when the frame has been handed over to be shown.
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          for (const [at, is] of there.entries()) if (is) took[at] ||= performance.now() - timeStamp
          if (took.every((each) => each > 0)) done(took)
          else requestAnimationFrame(look)
        }
        port2.postMessage(undefined)
      }
      requestAnimationFrame(look)
    }
    addEventListener('pointerup', begin, { once: true, capture: true })
  })
  Object.assign(globalThis, { seen })
}

/** Milliseconds from each report of a pointer that writes to the frame in which its ink is shown; the ink is on the glass when the report was heard. */
async function inkAfterPointer(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const late: number[] = []
    Object.assign(globalThis, { late })
    document.querySelector('[data-writing-surface]')?.addEventListener('pointermove', ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => late.push(performance.now() - timeStamp)
      requestAnimationFrame(() => port2.postMessage(undefined))
    })
  })
  const box = await page.locator('[data-writing-surface]').boundingBox()
  if (!box) throw new Error('There is nothing to write on')
  await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.96)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.94, { steps: 60 })
  await page.mouse.up()
  return page.evaluate(() => (globalThis as unknown as { late: number[] }).late)
}

/** To be run in the page: writes with a finger, at the hand's own pace but without waiting for it. */
async function written(strokes: readonly Stroke[]): Promise<void> {
  const glass = document.querySelector<HTMLCanvasElement>('[data-writing-surface]')
  if (!glass) throw new Error('There is nothing to write on')
  const box = glass.getBoundingClientRect()
  let clock = performance.now()
  const send = (type: string, [x, y, t]: readonly number[]) => {
    const event = new PointerEvent(type, {
      pointerId: 5,
      pointerType: 'touch',
      bubbles: true,
      pressure: 0.5,
      width: 12,
      height: 12,
      clientX: box.left + ((x ?? 0) / 148) * box.width,
      clientY: box.top + ((y ?? 0) / 100) * box.height,
    })
    Object.defineProperty(event, 'timeStamp', { value: clock + (t ?? 0) })
    glass.dispatchEvent(event)
  }
  for (const [at, { points }] of strokes.entries()) {
    for (const [step, point] of points.entries()) send(step === 0 ? 'pointerdown' : 'pointermove', point)
    const last = points[points.length - 1] ?? []
    send('pointerup', last)
    clock += (last[2] ?? 0) + 150
    if (at % 100 === 99) await new Promise((turn) => requestAnimationFrame(turn))
  }
  await new Promise((turn) => requestAnimationFrame(turn))
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
}
