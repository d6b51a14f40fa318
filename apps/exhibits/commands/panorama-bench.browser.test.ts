import { seenFrom } from '@riverside/panorama'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drawnSphere, likenessOf, nineViews, openPanorama, type PanoramaSession } from './panorama-session.ts'

describe('the panorama in a real browser', () => {
  let session: PanoramaSession

  beforeAll(async () => {
    session = await openPanorama({ width: 960, height: 540 }, drawnSphere(2048))
    await session.page.goto(`${session.address}/panorama-bench.html?image=/pictures/{node}.png`)
    await session.page.evaluate(() => window.__ready)
  })
  afterAll(() => session[Symbol.asyncDispose]())

  test.each(nineViews)('is the reference to the pixel: $name', async (view) => {
    expect(await likenessOf(session, view)).toBeGreaterThanOrEqual(60)
  })

  test('draws each frame in one call and nothing while nothing moves', async () => {
    const before = await session.page.evaluate(() => window.__counters())
    await session.page.evaluate(() => new Promise<void>((rest) => setTimeout(rest, 1000)))
    const after = await session.page.evaluate(() => window.__counters())
    expect(after.drawCallsAFrame).toBe(1)
    expect(after.frames).toBe(before.frames)
  })

  test('goes through thirty nodes with the same textures, never sending more than 2 MB in a frame', async () => {
    for (const node of [1, 2, 3]) await session.page.evaluate((i) => window.__loadNode(i), node)
    const before = await session.page.evaluate(() => window.__counters())
    for (let node = 4; node < 34; node += 1) await session.page.evaluate((i) => window.__loadNode(i), node)
    const after = await session.page.evaluate(() => window.__counters())
    expect(after.textureBytes).toBe(before.textureBytes)
    expect(after.textures).toBe(before.textures)
    expect(after.largestUpload).toBeLessThanOrEqual(2_000_000)
  })

  test('turns by a twentieth of a radian with a notch of the wheel', async () => {
    await session.page.evaluate(() => window.__setView(0, 0, 1))
    await session.page.mouse.move(400, 300)
    await session.page.mouse.wheel(0, 120)
    await session.page.evaluate(
      () => new Promise<void>((rest) => requestAnimationFrame(() => requestAnimationFrame(() => rest()))),
    )
    const turned = await session.page.screenshot()
    await session.page.evaluate(() => window.__setView(0.05, 0, 1))
    expect((await session.page.screenshot()).equals(turned)).toBe(true)
  })

  test('comes back after the graphics card was lost', async () => {
    await session.page.evaluate(async () => {
      const canvas = document.querySelector('canvas')
      const card = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      const restored = new Promise((resolve) =>
        canvas?.addEventListener('webglcontextrestored', resolve, { once: true }),
      )
      await new Promise((lost) => {
        canvas?.addEventListener('webglcontextlost', lost, { once: true })
        card?.loseContext()
      })
      // A context may be restored only when the event of its loss has been dealt with.
      await new Promise((over) => setTimeout(over, 0))
      card?.restoreContext()
      await restored
      await window.__loadNode(0)
    })
    expect(await likenessOf(session, { yaw: 0.3, pitch: 0.1, field: 1 })).toBeGreaterThanOrEqual(60)
  })

  test('says in words that a picture is missing', async () => {
    const page = await session.browser.newPage()
    for (const query of ['tiles=/nowhere/{node}', 'image=/nowhere/{node}.png', '']) {
      await page.goto(`${session.address}/panorama-bench.html?${query}`)
      const reason = await page.evaluate(() => window.__ready.catch((failure: Error) => failure.message))
      expect(reason).toMatch(query ? /No picture at http/ : /Say which picture/)
    }
    await page.close()
  })

  test('shows what a ship further on would see', async () => {
    await session.page.evaluate(() => window.__stand({ gone: 30 }))
    const [gone, shore] = [30, 0]
    for (const view of [
      { yaw: -1.4, pitch: 0, field: 1 },
      { yaw: 0.2, pitch: -0.3, field: 1 },
    ])
      expect(await likenessOf(session, view, (ray) => seenFrom(ray, gone, shore))).toBeGreaterThanOrEqual(60)
    await session.page.evaluate(() => window.__stand({}))
  })
})
