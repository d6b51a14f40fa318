import type { Page } from 'playwright-core'
import { openStory } from './story-session.ts'

export type Measured = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly against: string
}

type Carved = {
  readonly by: string
  readonly drawCalls: number
  readonly bytes: number
  readonly textureBytes: number
  readonly mean: number
  readonly idle: number
}

/** Measures the sand in a real Chromium without a graphics card: ten fingers at 120 reports a second, then rest. */
export async function benches(): Promise<readonly Measured[]> {
  await using session = await openStory()
  const page = await session.browser.newPage({ viewport: { width: 1428, height: 748 } })
  const card = await carvedBy(page, `${session.address}?tray`)
  const processor = await carvedBy(page, `${session.address}?tray&processor`)
  return [
    { name: 'sand-draw-calls-a-frame', value: card.drawCalls, unit: 'calls', against: 'at most 1' },
    {
      name: 'sand-texture',
      value: card.textureBytes,
      unit: 'bytes',
      against: `${1380 * 700 * 4} of the tray's pixels`,
    },
    {
      name: 'sand-sent-a-frame',
      value: Math.round(card.bytes),
      unit: 'bytes',
      against: `${384 * 196 * 4} of the whole field`,
    },
    { name: 'sand-frame', value: card.mean, unit: 'ms', against: `${processor.mean} painted by the processor` },
    {
      name: 'sand-step',
      value: await stepOf(page),
      unit: 'ms of a sixtieth of a second, ten fingers',
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
    const { frames, drawCalls, bytesSent, textureBytes } = tray.counters
    await new Promise((rest) => setTimeout(rest, 2000))
    const two = (value: number) => Math.round(value * 100) / 100
    return {
      by: tray.by,
      drawCalls: drawCalls / frames,
      bytes: bytesSent / frames,
      textureBytes,
      mean: two(tray.spent.milliseconds / tray.spent.frames),
      idle: tray.counters.frames - frames,
    }
  })
}

/** The middle one of 120 steps of the simulation alone, in milliseconds: one that other programs delayed does not count. */
function stepOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const sand = new window.__lab.Sand(384, 196)
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

/** Ten fingers draw waves across the tray for two seconds, each reporting twice a frame. */
export function tenFingers(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const canvas = document.querySelector('canvas')
    if (!canvas) throw new Error('There is no sand')
    const box = canvas.getBoundingClientRect()
    const send = (type: string, finger: number, part: number) =>
      canvas.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 100 + finger,
          pointerType: 'touch',
          width: 44,
          height: 44,
          clientX: box.left + box.width * (0.06 + 0.88 * part),
          clientY: box.top + box.height * (0.08 + 0.09 * finger + 0.03 * Math.sin(part * 20 + finger)),
        }),
      )
    for (let finger = 0; finger < 10; finger += 1) send('pointerdown', finger, 0)
    const begun = performance.now()
    for (let part = 0; part < 1; ) {
      await new Promise(requestAnimationFrame)
      const now = Math.min(1, (performance.now() - begun) / 2000)
      for (const step of [(part + now) / 2, now]) {
        for (let finger = 0; finger < 10; finger += 1) send('pointermove', finger, step)
      }
      part = now
    }
    for (let finger = 0; finger < 10; finger += 1) send('pointerup', finger, 1)
  })
}
