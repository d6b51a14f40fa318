import { drawnSphere, likenessOf, nineViews, openPanorama } from './panorama-session.ts'

export type Measured = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly against: string
}

/** Measures the panorama in a real Chromium without a graphics card: what a card's speed cannot hide. About half a minute. */
export async function benches(): Promise<readonly Measured[]> {
  await using session = await openPanorama({ width: 960, height: 540 }, drawnSphere(4096))
  const { page } = session
  const opened = performance.now()
  await page.goto(`${session.address}/panorama-bench.html?image=/pictures/{node}.png`)
  await page.evaluate(() => window.__ready)
  const toFirstFrame = performance.now() - opened
  const likenesses: number[] = []
  for (const view of nineViews) likenesses.push(await likenessOf(session, view))
  // Clocks of a page are coarse (0.1 ms), so a dozen frames are timed together; the median passes over waits for the slow drawing.
  const script = await page.evaluate(() => {
    const spent: number[] = []
    for (let dozen = 0; dozen < 12; dozen += 1) {
      const begun = performance.now()
      for (let frame = 0; frame < 12; frame += 1) window.__setView(dozen / 4 + frame / 50, Math.sin(frame / 4) / 2, 1)
      spent.push((performance.now() - begun) / 12)
    }
    return spent.sort((a, b) => a - b)[6] ?? 0
  })
  for (const node of [1, 2, 3]) await page.evaluate((i) => window.__loadNode(i), node)
  const begun = await page.evaluate(() => window.__counters())
  for (let node = 4; node < 14; node += 1) await page.evaluate((i) => window.__loadNode(i), node)
  const gone = await page.evaluate(() => window.__counters())
  await page.evaluate(() => new Promise<void>((rest) => setTimeout(rest, 2000)))
  const rested = await page.evaluate(() => window.__counters())
  return [
    { name: 'panorama: draw calls a frame', value: rested.drawCallsAFrame, unit: 'calls', against: 'gate ≤ 2' },
    {
      name: 'panorama: script time a frame',
      value: round(script),
      unit: 'ms',
      against: 'one bare triangle 0.14 ms',
    },
    {
      name: 'panorama: bytes of pictures on the card',
      value: rested.textureBytes,
      unit: 'bytes',
      against: 'one picture of 4096×2048 is 33554432',
    },
    {
      name: 'panorama: bytes gained over 10 nodes',
      value: gone.textureBytes - begun.textureBytes,
      unit: 'bytes',
      against: 'gate 0',
    },
    {
      name: 'panorama: most bytes sent in a frame',
      value: rested.largestUpload,
      unit: 'bytes',
      against: 'gate ≤ 2000000',
    },
    {
      name: 'panorama: frames drawn in 2 s at rest',
      value: rested.frames - gone.frames,
      unit: 'frames',
      against: 'gate 0',
    },
    {
      name: 'panorama: least likeness of nine views',
      value: round(Math.min(...likenesses)),
      unit: 'dB',
      against: 'gate ≥ 60',
    },
    {
      name: 'panorama: page opened to first frame, 4096×2048',
      value: Math.round(toFirstFrame),
      unit: 'ms',
      against: 'no graphics card',
    },
  ]
}

const round = (value: number): number => Math.round(value * 100) / 100
