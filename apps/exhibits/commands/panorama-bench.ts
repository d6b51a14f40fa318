import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { likeness } from '@riverside/voyage'
import { cutTiles } from './panorama-cut.ts'
import { bestShift, structure, supersampled } from './panorama-judge.ts'
import {
  drawnSphere,
  likenessOf,
  memoryOf,
  nineViews,
  openPanorama,
  type PanoramaSession,
  paintedSphere,
  seenIn,
} from './panorama-session.ts'

export type Measured = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly against: string
}

const size = { width: 960, height: 540 }

/**
 * Nodes gone through to see whether anything grows, on a screen so small that drawing takes no time, with rubbish thrown away after every
 * stage; what the first stage leaves behind is the browser's own settling in.
 */
const longVoyage = { nodes: 3000, stage: 500, screen: { width: 160, height: 90 } } as const

/**
 * Measures the panorama in a real Chromium without a graphics card: what a card's speed cannot hide, tiled against untiled in the same
 * run. About five minutes, most of them the long voyage.
 */
export async function benches(): Promise<readonly Measured[]> {
  const picture = paintedSphere(4096)
  const tiles = await mkdtemp(join(tmpdir(), 'panorama-bench-tiles-'))
  try {
    await cutTiles(picture, tiles)
    await using untiled = await openPanorama(size, drawnSphere(4096))
    await untiled.page.goto(`${untiled.address}/panorama-bench.html?image=/pictures/{node}.png`)
    const alone = await untiledFigures(untiled)
    await using tiled = await openPanorama(size, picture, tiles)
    await tiled.page.goto(`${tiled.address}/panorama-bench.html?tiles=/tiles/{node}`)
    return [...alone.lines, ...(await tiledFigures(tiled, alone.script, alone.allocated))]
  } finally {
    await rm(tiles, { recursive: true, force: true })
  }
}

async function untiledFigures(session: PanoramaSession) {
  const { page } = session
  const opened = performance.now()
  await page.evaluate(() => window.__ready)
  const toFirstFrame = performance.now() - opened
  const likenesses: number[] = []
  for (const view of nineViews) likenesses.push(await likenessOf(session, view))
  const [script, allocated] = [await scriptTime(session), await allocation(session)]
  for (const node of [1, 2, 3]) await page.evaluate((i) => window.__loadNode(i), node)
  const begun = await page.evaluate(() => window.__counters())
  for (let node = 4; node < 14; node += 1) await page.evaluate((i) => window.__loadNode(i), node)
  const gone = await page.evaluate(() => window.__counters())
  const rested = await rest(session)
  const lines: readonly Measured[] = [
    line('panorama: draw calls a frame', rested.drawCallsAFrame, 'calls', 'gate ≤ 2'),
    line('panorama: script time a frame', script, 'ms', 'one bare triangle 0.14 ms'),
    line('panorama: allocated a frame', allocated, 'bytes', 'no gate'),
    line('panorama: bytes of pictures on the card', rested.textureBytes, 'bytes', 'one of 4096×2048 is 33554432'),
    line('panorama: bytes gained over 10 nodes', gone.textureBytes - begun.textureBytes, 'bytes', 'gate 0'),
    line('panorama: most bytes sent in a frame', rested.largestUpload, 'bytes', 'gate ≤ 2000000'),
    line('panorama: frames drawn in 2 s at rest', rested.drawn, 'frames', 'gate 0'),
    line('panorama: least likeness of nine views', Math.min(...likenesses), 'dB', 'gate ≥ 60'),
    line('panorama: page opened to first frame, 4096×2048', toFirstFrame, 'ms', 'no graphics card'),
  ]
  return { script, allocated, lines }
}

async function tiledFigures(session: PanoramaSession, script: number, allocated: number) {
  const { page, picture, served } = session
  const opened = performance.now()
  await page.evaluate(() => window.__ready)
  const toFirstFrame = performance.now() - opened
  const lines: Measured[] = []
  for (const { name, gate } of [
    { name: 'front', gate: 'gate ≥ 37' },
    { name: 'tele', gate: 'gate ≥ 38' },
    { name: 'wide', gate: 'gate ≥ 33' },
  ]) {
    const view = nineViews.find((one) => one.name === name)
    if (!view) continue
    const seen = await seenIn(session, view)
    const reference = supersampled(picture, view, size)
    const [across, down] = bestShift(reference, seen.data, size)
    lines.push(
      line(`tiled: likeness, ${name}`, likeness(seen.data, reference), 'dB', gate),
      line(
        `tiled: structure, ${name}`,
        structure(reference, seen.data, size),
        '',
        name === 'front' ? 'gate ≥ 0.985' : 'no gate',
      ),
      line(`tiled: best whole shift, ${name}`, Math.hypot(across, down), 'pixels', 'gate 0'),
    )
    if (name === 'front')
      lines.push(line('tiled: bytes to a sharp view of 60°', served.bytes, 'bytes', 'gate ≤ 1200000'))
  }
  lines.push(
    line('tiled: script time a frame', await scriptTime(session), 'ms', `untiled ${round(script)} ms`),
    line('tiled: allocated a frame', await allocation(session), 'bytes', `untiled ${round(allocated)} bytes`),
    line('tiled: frames of a change sent for beforehand', await framesOfChange(session), 'frames', 'gate ≤ 2'),
    line('tiled: opened to first frame, 4096×2048', toFirstFrame, 'ms', 'no graphics card'),
  )
  await page.setViewportSize(longVoyage.screen)
  const memory = await memoryOf(session)
  const through = async (first: number, nodes: number) => {
    await page.evaluate(
      async ([from, to]) => {
        for (let node = from; node < to; node += 1) await window.__loadNode(node)
      },
      [first, first + nodes] as const,
    )
    return { counters: await page.evaluate(() => window.__counters()), memory: await memory() }
  }
  const before = await through(100, 30)
  const soon = await through(200, 30)
  const begun = performance.now()
  const early = await through(1000, longVoyage.stage)
  let late = early
  for (let gone = longVoyage.stage; gone < longVoyage.nodes; gone += longVoyage.stage)
    late = await through(1000 + gone, longVoyage.stage)
  const took = (performance.now() - begun) / longVoyage.nodes
  const rested = await rest(session)
  const gained = (name: 'textureBytes' | 'textures') => late.counters[name] - before.counters[name]
  const nodes = `${longVoyage.nodes} nodes`
  return [
    ...lines,
    line('tiled: memory gained over 30 nodes', soon.memory - before.memory, 'bytes', 'gate ≤ 5000000'),
    line(
      `tiled: memory gained from node ${longVoyage.stage} to ${longVoyage.nodes}`,
      late.memory - early.memory,
      'bytes',
      'gate ≤ 5000000',
    ),
    line(`tiled: bytes on the card gained over ${nodes}`, gained('textureBytes'), 'bytes', 'gate 0'),
    line(`tiled: textures gained over ${nodes}`, gained('textures'), 'textures', 'gate 0'),
    line('tiled: bytes on the card', late.counters.textureBytes, 'bytes', '160 layers of 520×520'),
    line('tiled: a node not sent for, shown', took, 'ms', `mean of ${nodes}`),
    line('tiled: most bytes sent in a frame', late.counters.largestUpload, 'bytes', 'gate ≤ 2000000'),
    line('tiled: most bytes sent in a frame, turning', late.counters.largestUploadMoving, 'bytes', 'gate ≤ 1000000'),
    line('tiled: frames without a picture', late.counters.holes, 'frames', 'gate 0'),
    line('tiled: draw calls a frame', rested.drawCallsAFrame, 'calls', 'gate ≤ 2'),
    line('tiled: frames drawn in 2 s at rest', rested.drawn, 'frames', 'gate 0'),
  ]
}

/** Clocks of a page are coarse (0.1 ms), so a dozen frames are timed together; the median passes over waits for the slow drawing. */
function scriptTime({ page }: PanoramaSession): Promise<number> {
  return page.evaluate(() => {
    const spent: number[] = []
    for (let dozen = 0; dozen < 12; dozen += 1) {
      const begun = performance.now()
      for (let frame = 0; frame < 12; frame += 1) window.__setView(dozen / 4 + frame / 50, Math.sin(frame / 4) / 2, 1)
      spent.push((performance.now() - begun) / 12)
    }
    return spent.sort((a, b) => a - b)[6] ?? 0
  })
}

type Sampled = { readonly selfSize: number; readonly children: readonly Sampled[] }

/** Bytes allocated in a frame while the view turns, short-lived ones too, by V8's own sampling. */
async function allocation({ page }: PanoramaSession): Promise<number> {
  const frames = 240
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.startSampling', {
    samplingInterval: 512,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  })
  await page.evaluate((count) => {
    for (let frame = 0; frame < count; frame += 1) window.__setView(frame / 50, Math.sin(frame / 40) / 2, 1)
  }, frames)
  const { profile } = await devtools.send('HeapProfiler.stopSampling')
  await devtools.detach()
  const sum = (node: Sampled): number => node.children.reduce((total, child) => total + sum(child), node.selfSize)
  return sum(profile.head) / frames
}

function framesOfChange({ page }: PanoramaSession): Promise<number> {
  return page.evaluate(async () => {
    await window.__expect(50)
    let [frames, here] = [0, false]
    void window.__loadNode(50).then(() => {
      here = true
    })
    for (; !here; frames += 1) await new Promise(requestAnimationFrame)
    return frames
  })
}

/** Two seconds in which nothing is asked, once everything has come. */
async function rest({ page }: PanoramaSession) {
  await page.waitForFunction(() => window.__counters().sharp)
  const before = await page.evaluate(() => window.__counters())
  await page.evaluate(() => new Promise<void>((over) => setTimeout(over, 2000)))
  const after = await page.evaluate(() => window.__counters())
  return { ...after, drawn: after.frames - before.frames }
}

const line = (name: string, value: number, unit: string, against: string): Measured => ({
  name: name.startsWith('panorama') ? name : `panorama, ${name}`,
  value: round(value),
  unit,
  against,
})

const round = (value: number): number => Math.round(value * 1000) / 1000
