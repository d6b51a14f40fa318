import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HelmNews, Shell } from '@riverside/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { type PluggedHelm, plugIn } from './plug-in.ts'
import { eventually, openShell, type ShellUnderTest } from './shell-under-test.ts'

let display: Display
let folder: string
let device: string
let cable: PluggedHelm
let shell: ShellUnderTest
beforeAll(async () => {
  display = await openDisplay()
  folder = await mkdtemp(join(tmpdir(), 'helm-'))
  device = join(folder, 'helm')
  cable = await plugIn(device)
  shell = await openShell({ display, file: { helm: { serial: device } } })
  await shell.event('page-alive')
  await shell.event('helm-connected')
  await shell.page.evaluate(() => {
    const page = window as unknown as { shell: Shell; news: HelmNews[] }
    page.news = []
    page.shell.onHelm((news) => page.news.push(news))
  })
})
afterAll(async () => {
  await shell?.close()
  await cable?.unplug()
  await display?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const news = () => shell.page.evaluate(() => (window as unknown as { news: HelmNews[] }).news)
const heard = (last: HelmNews) =>
  eventually(JSON.stringify(last), async () =>
    JSON.stringify((await news()).at(-1)) === JSON.stringify(last) ? news() : undefined,
  )

describe('a serial helm', () => {
  test('is known to a page that begins to listen later', async () => {
    expect((await news())[0]).toEqual({ type: 'connected', device })
  })

  test('wakes the attract screen', async () => {
    const isAttract = () => shell.page.evaluate(() => document.body.textContent.includes('也可以轻触屏幕任意一处'))
    expect(await isAttract()).toBe(true)
    // The first report only says where the wheel stands.
    cable.say('H 0\n')
    await heard({ type: 'turned', counts: 0 })
    for (let counts = 1; counts <= 100; counts += 1) cable.say(`H ${counts * 3}\n`)
    await eventually('the visit to begin', async () => !(await isAttract()))
  })

  test('turns the page’s helm, and its button is heard', async () => {
    for (let counts = 101; counts <= 200; counts += 1) cable.say(`H ${counts * 3}\n`)
    await heard({ type: 'turned', counts: 600 })
    cable.say('B 1\nB 0\n')
    await heard({ type: 'button', pressed: false })
  })

  test('that sends garbage and half lines turns nothing it did not mean', async () => {
    const before = (await news()).length
    cable.say('H 12x\nQ 5\n\u0000\u00ff\nH 99999999999999\nH 6')
    cable.say('40\n')
    expect((await heard({ type: 'turned', counts: 640 })).slice(before)).toEqual([{ type: 'turned', counts: 640 }])
  })

  test('is lost when unplugged and back when plugged in again', async () => {
    await cable.unplug()
    await heard({ type: 'lost' })
    cable = await plugIn(device)
    await heard({ type: 'connected', device })
    cable.say('H -7\n')
    await heard({ type: 'turned', counts: -7 })
  })

  test('whose process dies is read again by a new one', async () => {
    const pid = await shell.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'riverside-helm')?.pid,
    )
    process.kill(pid as number, 'SIGKILL')
    await heard({ type: 'connected', device })
    cable.say('H 8\n')
    await heard({ type: 'turned', counts: 8 })
  })
})
