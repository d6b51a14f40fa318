import type { Page } from 'playwright-core'
import { openStory } from './story-session.ts'

export type Measured = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly against: string
}

type Carved = {
  readonly drawCalls: number
  readonly bytes: number
  readonly textureBytes: number
  readonly mean: number
  readonly idle: number
}

/** Fingers, seconds, and reports a second of each: what the largest touch frames on the market send. */
const hands = { fingers: 10, seconds: 2, reports: 120 } as const

/** Measures the sand in a real Chromium: ten fingers at 120 reports a second, then rest; by the card's programs and by the processor. */
export async function benches(): Promise<readonly Measured[]> {
  await using session = await openStory()
  const context = await session.browser.newContext({ viewport: { width: 1428, height: 748 }, hasTouch: true })
  const page = await context.newPage()
  const card = await carvedBy(page, `${session.address}?tray&card`)
  const twins = await twinsOf(page)
  const processor = await carvedBy(page, `${session.address}?tray&processor`)
  const felt = await page.evaluate(() => window.__lab.trays.at(-1)?.sand.felt ?? 0)
  const sent = hands.fingers * (hands.seconds * hands.reports + 2)
  return [
    { name: 'sand-touches-felt', value: felt, unit: 'reports of ten fingers at 120 Hz', against: `${sent} sent` },
    { name: 'sand-twins-differ-at-most', value: twins.most, unit: '% of the depth of sand', against: 'at most 2' },
    { name: 'sand-twins-differ-on-average', value: twins.mean, unit: '% of the depth of sand', against: 'at most 2' },
    {
      name: 'sand-draw-calls-a-step',
      value: card.drawCalls,
      unit: 'calls that reckon a sixtieth of a second of ten fingers and their slumping',
      against: '1 that lights, a frame',
    },
    {
      name: 'sand-texture',
      value: card.textureBytes,
      unit: 'bytes',
      against: `${1380 * 700 * 4} of the tray's pixels`,
    },
    {
      name: 'sand-sent-a-step',
      value: Math.round(card.bytes),
      unit: 'bytes',
      against: `${384 * 196 * 4} of the whole field`,
    },
    { name: 'sand-frame', value: card.mean, unit: 'ms of JS', against: `${processor.mean} by the processor` },
    {
      name: 'sand-step',
      value: await stepOf(page),
      unit: 'ms of a sixtieth of a second, ten fingers, by the processor',
      against: '16.67',
    },
    { name: 'sand-idle-redraws', value: card.idle + processor.idle, unit: 'frames in 2 s', against: '0' },
  ]
}

async function carvedBy(page: Page, address: string): Promise<Carved> {
  // Under tsx a function keeps its name by a helper, which a page that receives its text does not have.
  await page.addInitScript({ content: 'globalThis.__name ??= (named) => named' })
  await page.goto(address)
  await page.waitForFunction(() => (window.__lab?.trays.length ?? 0) > 0)
  await tenFingers(page)
  await page.waitForFunction(() => window.__lab.trays.at(-1)?.sand.isAtRest, undefined, { timeout: 60_000 })
  return page.evaluate(async () => {
    const tray = window.__lab.trays.at(-1)
    if (!tray) throw new Error('The lab has no tray')
    const { frames, steps, drawCalls, bytesSent, textureBytes } = tray.counters
    await new Promise((rest) => setTimeout(rest, 2000))
    const two = (value: number) => Math.round(value * 100) / 100
    return {
      drawCalls: two((drawCalls - frames) / Math.max(1, steps)),
      bytes: bytesSent / Math.max(1, steps),
      textureBytes,
      mean: two(tray.spent.milliseconds / tray.spent.frames),
      idle: tray.counters.frames - frames,
    }
  })
}

/** How far the card's heights are from those the processor comes to under the very same recorded hands, both at rest. */
export function twinsOf(page: Page): Promise<{ readonly most: number; readonly mean: number }> {
  return page.evaluate(() => {
    const tray = window.__lab.trays.at(-1)
    const carving = tray?.carving
    if (!tray || !carving) throw new Error('Nobody has carved')
    const { Sand, ProcessorField, touchesOf, lastsOf } = window.__lab.rules
    const twin = new Sand(new ProcessorField(carving.columns, carving.rows))
    for (const touch of touchesOf(carving, carving.columns, carving.rows, 0)) twin.touch(touch)
    twin.advance(lastsOf(carving) + 30_000)
    const apart = tray.heights().map((height, cell) => Math.abs(height - (twin.field.heights[cell] ?? 0)) / 2.4)
    const percent = (part: number) => Math.round(part * 1e6) / 1e4
    return {
      most: percent(apart.reduce((most, each) => Math.max(most, each), 0)),
      mean: percent(apart.reduce((sum, each) => sum + each, 0) / apart.length),
    }
  })
}

/** The middle one of 120 steps of the simulation alone, in milliseconds: one that other programs delayed does not count. */
function stepOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { Sand, ProcessorField } = window.__lab.rules
    const sand = new Sand(new ProcessorField(384, 196))
    const took: number[] = []
    for (let report = 0; report <= 240; report += 1) {
      for (let finger = 0; finger < 10; finger += 1) {
        const part = report / 240
        const y = 196 * (0.08 + 0.09 * finger + 0.03 * Math.sin(part * 20 + finger))
        const [x, when] = [384 * (0.06 + 0.88 * part), part * 2000]
        sand.touch({ type: report === 0 ? 'down' : 'move', id: finger, x, y, reach: 7, when })
      }
    }
    for (let step = 1; step <= 120; step += 1) {
      const begun = performance.now()
      sand.advance((step * 1000) / 60 + 0.01)
      took.push(performance.now() - begun)
    }
    took.sort((one, other) => one - other)
    return Math.round((took[60] ?? 0) * 100) / 100
  })
}

/**
 * Ten fingers draw waves across the tray for two seconds, by the browser's own touch input: what comes between two frames reaches
 * the page as one event with its parts. The page has to be one with touch.
 */
export async function tenFingers(page: Page): Promise<void> {
  const box = await page.locator('canvas').boundingBox()
  if (!box) throw new Error('There is no sand')
  const wire = await page.context().newCDPSession(page)
  const points = (part: number) =>
    Array.from({ length: hands.fingers }, (_, finger) => ({
      id: finger,
      radiusX: 22,
      radiusY: 22,
      x: box.x + box.width * (0.06 + 0.88 * part),
      y: box.y + box.height * (0.08 + 0.09 * finger + 0.03 * Math.sin(part * 20 + finger)),
    }))
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', part: number) =>
    wire.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : points(part) })
  await send('touchStart', 0)
  const reports = hands.seconds * hands.reports
  const begun = performance.now()
  const sent: Promise<unknown>[] = []
  for (let report = 1; report <= reports; report += 1) {
    sent.push(send('touchMove', report / reports))
    const due = begun + (report * 1000) / hands.reports
    await new Promise((next) => setTimeout(next, Math.max(0, due - performance.now())))
  }
  await Promise.all(sent)
  await send('touchEnd', 1)
  await wire.detach()
}
