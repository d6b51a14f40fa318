import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seenFrom } from '@riverside/panorama'
import { likeness, type Pixels, reproject } from '@riverside/voyage'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cutTiles } from './panorama-cut.ts'
import { bestShift, structure, supersampled } from './panorama-judge.ts'
import { memoryOf, nineViews, openPanorama, type PanoramaSession, paintedSphere, seenIn } from './panorama-session.ts'

const size = { width: 960, height: 540 }

/** Enough to count on, where the processor draws; a narrow view asks for the finest tiles on it too. */
const small = { width: 320, height: 180 }

const viewNamed = (name: string) => {
  const found = nineViews.find((view) => view.name === name)
  if (!found) throw new Error(`No view is called ${name}`)
  return found
}

describe('a tiled panorama in a real browser', () => {
  let session: PanoramaSession
  let tiles: string
  const picture = paintedSphere(4096)

  beforeAll(async () => {
    tiles = await mkdtemp(join(tmpdir(), 'panorama-tiles-'))
    await cutTiles(picture, tiles)
    session = await openPanorama(size, picture, tiles)
    await session.page.goto(`${session.address}/panorama-bench.html?tiles=/tiles/{node}`)
    await session.page.evaluate(() => window.__ready)
  }, 60_000)
  afterAll(async () => {
    await session?.[Symbol.asyncDispose]()
    await rm(tiles, { recursive: true, force: true })
  })
  const counters = () => session.page.evaluate(() => window.__counters())

  test('is sharp over 60° after at most 1.2 MB of tiles', async () => {
    await seenIn(session, viewNamed('front'))
    expect(session.served.bytes).toBeLessThanOrEqual(1_200_000)
  })

  test.each([
    { name: 'front', decibels: 37 },
    { name: 'tele', decibels: 38 },
    { name: 'wide', decibels: 33 },
    { name: 'up-left', decibels: 37 },
    { name: 'zenith', decibels: 37 },
    { name: 'nadir', decibels: 37 },
  ])('is what a careful eye would see: $name', async ({ name, decibels }) => {
    const view = viewNamed(name)
    const seen = await seenIn(session, view)
    const reference = supersampled(picture, view, size)
    expect(likeness(seen.data, reference)).toBeGreaterThanOrEqual(decibels)
    expect(bestShift(reference, seen.data, size)).toEqual([0, 0])
    if (name === 'front') expect(structure(reference, seen.data, size)).toBeGreaterThanOrEqual(0.985)
  })

  test('shows what a ship further on would see', async () => {
    await session.page.evaluate(() => window.__stand({ gone: 30 }))
    const view = { yaw: -1.4, pitch: -0.1, field: 1 }
    const seen = await seenIn(session, view)
    const moved = reproject(picture, view, size, (ray) => seenFrom(ray, 30, 0))
    expect(likeness(seen.data, moved)).toBeGreaterThanOrEqual(30)
    expect(likeness(seen.data, reproject(picture, view, size))).toBeLessThan(20)
    await session.page.evaluate(() => window.__stand({}))
  })

  test('draws each frame in one call and nothing while nothing moves', async () => {
    await seenIn(session, viewNamed('front'))
    const before = await counters()
    await session.page.evaluate(() => new Promise<void>((rest) => setTimeout(rest, 1000)))
    const after = await counters()
    expect(after.drawCallsAFrame).toBe(1)
    expect(after.frames).toBe(before.frames)
  })

  test('never shows a place without a picture while it pans over tiles that are late', async () => {
    session.served.latency = 200
    await session.page.setViewportSize(small)
    await session.page.evaluate(() => window.__loadNode(7))
    const { nowhere, levels } = await session.page.evaluate(async () => {
      const gl = document.querySelector('canvas')?.getContext('webgl2')
      if (!gl) throw new Error('There is nothing drawn')
      const pixels = new Uint8Array(gl.drawingBufferWidth * gl.drawingBufferHeight * 4)
      let nowhere = 0
      const decoded: number[] = []
      const begun = performance.now()
      // By the clock, not by the frame: a tile that is 200 ms late must be able to arrive before it has gone by, on any machine.
      for (let seconds = 0; seconds < 2 || (seconds < 30 && new Set(decoded).size <= 3); ) {
        seconds = (performance.now() - begun) / 1000
        window.__setView(seconds * 0.7, Math.sin(seconds * 0.6) * 1.2, 0.35)
        gl.readPixels(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight, gl.RGBA, gl.UNSIGNED_BYTE, pixels)
        for (let at = 0; at < pixels.length; at += 4)
          if (pixels[at] === 255 && pixels[at + 1] === 0 && pixels[at + 2] === 255) nowhere += 1
        decoded.push(window.__counters().tilesDecoded)
        await new Promise(requestAnimationFrame)
      }
      return { nowhere, levels: new Set(decoded).size }
    })
    session.served.latency = 0
    expect(nowhere).toBe(0)
    expect(levels).toBeGreaterThan(3)
    expect((await counters()).holes).toBe(0)
  })

  test('follows the hand with every frame while tiles come', async () => {
    await session.page.evaluate(async () => {
      window.__setView(0, 0, 0.35)
      await window.__loadNode(9)
    })
    const seen = await session.page.evaluate(async () => {
      const gl = document.querySelector('canvas')?.getContext('webgl2')
      if (!gl) throw new Error('There is nothing drawn')
      const row = new Uint8Array(gl.drawingBufferWidth * 4)
      const begun = window.__counters()
      const rows: string[] = []
      // On until a tile has come in between, however long that takes here; a hundred notches do not yet go round.
      const come = () => window.__counters().tilesDecoded > begun.tilesDecoded
      for (let frame = 0; frame < 20 || (frame < 120 && !come()); frame += 1) {
        await new Promise(requestAnimationFrame)
        window.dispatchEvent(new WheelEvent('wheel', { deltaY: 1 }))
        gl.readPixels(0, 60, gl.drawingBufferWidth, 1, gl.RGBA, gl.UNSIGNED_BYTE, row)
        rows.push(row.join())
      }
      return {
        rows: new Set(rows).size,
        frames: rows.length,
        tiles: window.__counters().tilesDecoded - begun.tilesDecoded,
      }
    })
    expect(seen.rows).toBe(seen.frames)
    expect(seen.tiles).toBeGreaterThan(0)
  })

  test('shows a node that was sent for beforehand within two frames, and sharp', async () => {
    await session.page.setViewportSize(size)
    await seenIn(session, { yaw: 0, pitch: 0, field: 1 })
    await session.page.evaluate(() => window.__expect(20))
    const changed = await session.page.evaluate(async () => {
      let frames = 0
      let here = false
      const shown = window.__loadNode(20).then(() => {
        here = true
      })
      while (!here && frames < 100) {
        await new Promise(requestAnimationFrame)
        frames += 1
      }
      await shown
      return { frames, sharp: window.__counters().sharp }
    })
    expect(changed.frames).toBeLessThanOrEqual(2)
    expect(changed.sharp).toBe(true)
  })

  test('goes through two hundred nodes with the same textures and never sends too much in a frame', async () => {
    await session.page.setViewportSize(small)
    const before = await counters()
    await session.page.evaluate(async () => {
      for (let node = 100; node < 300; node += 1) {
        await window.__loadNode(node)
        window.__setView(node / 7, 0, 1)
      }
    })
    const after = await counters()
    expect(after.textureBytes).toBe(before.textureBytes)
    expect(after.textures).toBe(before.textures)
    expect(after.largestUpload).toBeLessThanOrEqual(2_000_000)
    expect(after.largestUploadMoving).toBeLessThanOrEqual(1_000_000)
    expect(after.holes).toBe(0)
  }, 120_000)

  test('needs no more memory after thirty nodes', async () => {
    const memory = await memoryOf(session)
    const through = (from: number) =>
      session.page.evaluate(async (first) => {
        for (let node = first; node < first + 30; node += 1) {
          await window.__loadNode(node)
          while (!window.__counters().sharp) await new Promise(requestAnimationFrame)
        }
      }, from)
    await through(400)
    const before = await memory()
    await through(430)
    // What was let go comes back in its own time; what is held never does.
    await expect.poll(async () => (await memory()) - before, { timeout: 30_000 }).toBeLessThanOrEqual(5_000_000)
  }, 120_000)

  test('stands beside an untiled one, the past left of the border', async () => {
    await session.page.setViewportSize(size)
    await session.page.goto(
      `${session.address}/panorama-bench.html?image=/pictures/{node}.png&past=/tiles/{node}/tiles.json`,
    )
    await session.page.evaluate(() => window.__ready)
    await session.page.evaluate(() => window.__stand({ border: 0.5 }))
    const view = viewNamed('seam')
    const reference = supersampled(picture, view, size)
    await expect
      .poll(async () => likeness(half((await seenIn(session, view)).data, 0), half(reference, 0)), { timeout: 60_000 })
      .toBeGreaterThanOrEqual(37)
    const right = half((await seenIn(session, view)).data, 1)
    expect(likeness(right, half(reproject(picture, view, size), 1))).toBeGreaterThanOrEqual(60)
    expect((await counters()).drawCallsAFrame).toBe(1)
  })

  test('comes back after the graphics card was lost', async () => {
    await session.page.setViewportSize(size)
    await session.page.goto(`${session.address}/panorama-bench.html?tiles=/tiles/{node}`)
    await session.page.evaluate(async () => {
      await window.__ready
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
    const view = viewNamed('front')
    const seen = await seenIn(session, view)
    expect(likeness(seen.data, supersampled(picture, view, size))).toBeGreaterThanOrEqual(37)
  })
})

/** The left or right half of the screen, without the column in which the border lies. */
function half(data: Pixels['data'], side: 0 | 1): Uint8ClampedArray {
  const columns = size.width / 2 - 2
  const out = new Uint8ClampedArray(columns * size.height * 4)
  for (let row = 0; row < size.height; row += 1) {
    const from = (row * size.width + side * (size.width / 2 + 2)) * 4
    out.set(data.subarray(from, from + columns * 4), row * columns * 4)
  }
  return out
}
