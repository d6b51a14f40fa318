import { mkdirSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { helmLine, type Station } from '@riverside/contract'
import { abeamReach } from '@riverside/voyage'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { Visitor } from '../visitor.ts'
import { type PluggedHelm, plugIn } from './plug-in.ts'
import { eventually, openShell, type ShellUnderTest } from './shell-under-test.ts'

/** Where a picture of every node is kept, and all of them as one contact sheet; without FILM nothing is kept. */
const film = process.env.FILM
const size = { width: 1066, height: 600 }

/** 600 counts a turn and 100 metres a turn. */
const countsPerMetre = 6

/** One report takes the wheel no further than a hand does, in counts. */
const aReport = 240

let display: Display
let folder: string
let device: string
let helm: PluggedHelm
let shell: ShellUnderTest
let visitor: Visitor
let counts = 0
beforeAll(async () => {
  display = await openDisplay()
  folder = await mkdtemp(join(tmpdir(), 'voyage-'))
  device = join(folder, 'helm')
  helm = await plugIn(device)
  shell = await openShell({
    display,
    file: {
      helm: { driver: { kind: 'serial', device }, metresPerTurn: 100 },
      screen: { role: 'voyage', mode: 'windowed', ...size },
      idle: { warnAfter: 500, resetAfter: 600 },
    },
  })
  await shell.event('page-alive')
  await shell.event('helm-connected')
  visitor = new Visitor(shell.page, 'zh')
  await shell.page.evaluate(watchRiver)
  await shell.page.mouse.click(size.width * 0.45, size.height * 0.6)
  await shell.page.locator('.visit-language-sheet').first().click()
  await shell.page.locator('.voyage-metres b').waitFor()
  helm.to(counts)
})
afterAll(async () => {
  await shell?.close()
  await helm?.unplug()
  await display?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

/** What the page remembers of the river. */
type Watched = Window & {
  /** The nodes that were seen, one after the other. */
  nodes: string[]
  /** Frames that were drawn, and of those the ones in which nothing was drawn in some place. */
  drawn: number
  empty: number
}

/** Runs in the page: writes down every node, and looks in every frame for the colour nothing was drawn over. */
function watchRiver(): void {
  const page = window as unknown as Watched
  Object.assign(page, { nodes: [], drawn: 0, empty: 0 })
  new MutationObserver(() => {
    const node = document.querySelector<HTMLElement>('.voyage')?.dataset.node
    if (node !== undefined && node !== page.nodes.at(-1)) page.nodes.push(node)
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-node'] })
  const drawing = WebGL2RenderingContext.prototype
  let looking = false
  const look = (gl: WebGL2RenderingContext) => {
    looking = false
    const clear = [...(gl.getParameter(gl.COLOR_CLEAR_VALUE) as Float32Array)].map((share) => Math.round(share * 255))
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl
    const row = new Uint8Array(width * 4)
    let holes = 0
    for (let part = 1; part < 12; part += 1) {
      gl.readPixels(0, Math.floor((height * part) / 12), width, 1, gl.RGBA, gl.UNSIGNED_BYTE, row)
      for (let at = 0; at < row.length; at += 4)
        if (row[at] === clear[0] && row[at + 1] === clear[1] && row[at + 2] === clear[2]) holes += 1
    }
    page.drawn += 1
    // A print may hold a few dots of any colour; a hole is a stretch.
    if (holes > width * 11 * 0.01) page.empty += 1
  }
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const) {
    const draw = drawing[name] as (...words: unknown[]) => void
    Object.assign(drawing, {
      [name](this: WebGL2RenderingContext, ...words: unknown[]) {
        draw.apply(this, words)
        if (looking || this.getParameter(this.FRAMEBUFFER_BINDING) !== null) return
        looking = true
        // Once all of this frame has been drawn, and before it is shown.
        queueMicrotask(() => look(this))
      },
    })
  }
}

const seen = () =>
  shell.page.evaluate(() => {
    const { nodes, drawn, empty } = window as unknown as Watched
    return { nodes, drawn, empty }
  })

/** A node the helm can reach, and whether a building is abeam there. */
type OnRoute = { readonly id: string; readonly chainage: number; readonly hasAbeam: boolean }

/** The nodes the helm can reach, from the wharf on. */
async function route(): Promise<readonly OnRoute[]> {
  const station: Station = await shell.page.evaluate(() => fetch('/api/station').then((answer) => answer.json()))
  const { nodes, stops } = station.pack.pack
  const to = Math.max(2800, ...stops.map(({ chainage }) => chainage))
  return nodes
    .filter(({ chainage }) => chainage >= 0 && chainage <= to)
    .sort((a, b) => a.chainage - b.chainage)
    .map(({ id, chainage }) => ({
      id,
      chainage,
      hasAbeam: stops.some((stop) => Math.abs(stop.chainage - chainage) <= abeamReach - 5),
    }))
}

/** Turns the wheel as far as brings the ship to a chainage, report by report. */
function turnTo(chainage: number): void {
  const goal = Math.round(chainage * countsPerMetre)
  while (counts !== goal) {
    counts += Math.min(aReport, Math.max(-aReport, goal - counts))
    helm.to(counts)
  }
}

/** Sails on until the picture of this node is the one that is seen. */
async function sailTo(node: OnRoute): Promise<void> {
  turnTo(node.chainage)
  await eventually(`the node ${node.id}`, async () => (await seen()).nodes.at(-1) === node.id)
}

const metres = async (): Promise<number> =>
  Number(((await shell.page.locator('.voyage-metres b').textContent()) ?? '').replace(/\D/g, ''))

/** Waits until the ship lies still, and says where. What was just done to it has reached the page by the second frame. */
async function atRest(): Promise<number> {
  await shell.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const isStill = () => shell.page.locator('.voyage-said').textContent()
  return await eventually('the ship to lie still', async () => ((await isStill()) ? await metres() : undefined))
}

/** Waits until nothing more is drawn: the ship lies still and its picture has come in full. */
async function wholePicture(): Promise<void> {
  let before = -1
  await eventually('the whole picture', async () => {
    const { drawn } = await seen()
    const isStill = drawn === before
    before = drawn
    if (!isStill) await pause(700)
    return isStill
  })
}

let frames = 0
async function frame(name: string): Promise<void> {
  if (film === undefined) return
  mkdirSync(film, { recursive: true })
  frames += 1
  await wholePicture()
  await shell.page.screenshot({ path: join(film, `${String(frames).padStart(2, '0')} ${name}.png`) })
}

describe('one voyage in the real shell, by a brass helm on a serial line', { timeout: 400_000 }, () => {
  test('goes from the wharf to the bridge and back, past every node in its order and without an empty frame', async () => {
    const nodes = await route()
    const withAbeam = nodes.filter(({ hasAbeam }) => hasAbeam)
    const toOpen = [0, 0.5, 1].map((share) => withAbeam[Math.floor(share * (withAbeam.length - 1))])
    const opened = new Set<string>()
    for (const node of nodes) {
      await sailTo(node)
      await frame(`${Math.round(node.chainage)} m ${node.id}`)
      if (toOpen.includes(node)) opened.add(await openAbeam(node.id))
    }
    turnTo(2800)
    await eventually('the bridge', async () => (await metres()) === 2800)
    for (const node of [...nodes].reverse()) await sailTo(node)
    turnTo(0)
    await eventually('the wharf', async () => (await metres()) === 0)
    const there = nodes.map(({ id }) => id)
    const { nodes: passed, empty, drawn } = await seen()
    expect(passed).toEqual([...there, ...there.slice(0, -1).reverse()])
    expect(opened.size).toBe(3)
    expect({ empty, isDrawn: drawn > passed.length }).toEqual({ empty: 0, isDrawn: true })
    await contactSheet()
  })

  test('leaves the ship its way when the cable is pulled, and does not move it when it is put back', async () => {
    turnTo(1000)
    await eventually('the ship to be under way', async () => (await metres()) > 300)
    await helm.unplug()
    await shell.page.locator('.voyage-helm .helm[data-glowing]').waitFor()
    await shell.page.getByText('用手转屏上的舵轮').waitFor()
    await frame('the cable is out')
    const before = await atRest()
    expect(before).toBe(1000)
    helm = await plugIn(device)
    await shell.page.locator('.voyage-helm .helm[data-glowing]').waitFor({ state: 'detached' })
    // The encoder begins anew.
    counts = -40
    helm.to(counts)
    helm.say(helmLine({ type: 'turned', counts }))
    expect(await atRest()).toBe(before)
    counts += 240
    helm.to(counts)
    await eventually('the helm to steer again', async () => (await metres()) === before + 40)
  })

  test('goes on by other settings as soon as staff have turned one full turn to starboard', async () => {
    const browser: Browser = await openChromium()
    try {
      const desk = await browser.newPage({ viewport: { width: 1366, height: 768 } })
      desk.setDefaultTimeout(120_000)
      const { url } = (await shell.event('station-up')) as unknown as { url: string }
      await shell.page.evaluate(() =>
        fetch('/api/staff/first-pin', {
          method: 'POST',
          body: '{"pin":"2583"}',
          headers: { 'content-type': 'application/json' },
        }),
      )
      await desk.goto(`${url}/console/`)
      await desk.locator('.sign-in input').fill('2583')
      await desk.keyboard.press('Enter')
      await desk.getByRole('button', { name: '舵轮', exact: true }).click()
      await desk.getByRole('button', { name: '开始' }).and(desk.locator('[data-state=idle]')).click()
      await desk.getByRole('heading', { name: '往右转满一圈' }).waitFor()
      // An encoder of 1200 counts a turn.
      for (let step = 0; step < 20; step += 1) {
        counts += 60
        helm.to(counts)
      }
      await desk.waitForFunction(
        (counts) => Number(document.querySelector('.helm-raw')?.textContent?.replace(/[^\d-]/g, '')) === counts,
        counts,
      )
      await desk.getByRole('button', { name: '转好了' }).click()
      await desk.getByRole('heading', { name: '一圈 1,200 下' }).waitFor()
      if (film !== undefined) await desk.screenshot({ path: join(film, '99 calibration.png') })
      await desk.getByRole('button', { name: '存下' }).click()
      await desk.getByText('存下了，大屏已经在用。').waitFor()
    } finally {
      await browser.close()
    }
    // The screen hears of it by itself; from then on 1200 counts are a turn.
    const oneTurn = async () => {
      const before = await atRest()
      for (let step = 0; step < 20; step += 1) {
        counts += 60
        helm.to(counts)
      }
      await eventually('the ship to be under way', async () => (await metres()) !== before, 120_000)
      return (await atRest()) - before === 100
    }
    await eventually('a turn of 1200 counts to be one turn', oneTurn, 300_000)
  })
})

/** Presses the hub: what is abeam opens. Back on the river, the node is the one from which it was opened. */
async function openAbeam(node: string): Promise<string> {
  const { page } = shell
  await page.locator('.voyage-abeam').waitFor()
  helm.press()
  await page.locator('.voyage-sheet').waitFor()
  await frame(`opened from ${node}`)
  await visitor.closeSheet()
  return node
}

/** All pictures of the film as one. */
async function contactSheet(): Promise<void> {
  if (film === undefined) return
  const names = (await readdir(film)).filter((name) => /^\d\d .*\.png$/.test(name)).sort()
  const [across, width, height] = [5, 384, 216]
  const down = Math.ceil(names.length / across)
  const pictures = await Promise.all(
    names.map(async (name, at) => ({
      input: await sharp(join(film, name)).resize(width, height, { fit: 'inside' }).toBuffer(),
      left: (at % across) * width,
      top: Math.floor(at / across) * height,
    })),
  )
  const paper = { width: across * width, height: down * height, channels: 3 as const, background: '#f2e9d8' }
  await sharp({ create: paper }).composite(pictures).png().toFile(join(film, 'contact-sheet.png'))
}
