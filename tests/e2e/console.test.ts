import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { call, readSmileMode, readStation, reportScreen, StationFile, setFirstPin } from '@riverside/contract'
import { dayAfter, dayOf, quarterAt } from '@riverside/smile'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openChromium } from '../../apps/exhibits/commands/chromium.ts'
import { buildAll } from '../../apps/kiosk/scripts/build.ts'
import { checkPack } from '../../apps/station/src/packs/check-pack.ts'
import { writePackFile } from '../../apps/station/src/packs/pack-file.ts'
import { writeSmallPack } from '../../apps/station/src/packs/pack-for-tests.ts'
import { type Station, startStation } from '../../apps/station/src/station.ts'
import { phonePageOf } from '../../apps/station/src/takeaway/phone-page.ts'

const root = resolve(import.meta.dirname, '../..')
const pin = '8642'
const today = dayOf(quarterAt(Date.now()))
let place: string
let station: Station
let browser: Browser
let page: Page
const data = () => join(place, 'data')
const wire = () => ({ fetch, address: station.url, key: station.screenKey })
const stats = (...given: string[]) =>
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'apps/station/src/smile/stats-command.ts'), ...given])

/** Ten open days before today: smiles and readings on entry, smiles and readings on leaving. */
const tenDays = [
  [61, 310, 178, 305],
  [40, 220, 118, 214],
  [95, 402, 201, 398],
  [38, 250, 131, 247],
  [72, 290, 166, 288],
  [120, 510, 262, 505],
  [131, 560, 270, 548],
  [52, 300, 160, 296],
  [44, 240, 126, 236],
  [80, 333, 190, 330],
]

beforeAll(async () => {
  await buildAll({ only: ['console'] })
  place = mkdtempSync(join(tmpdir(), 'riverside-console-'))
  const lines = tenDays.flatMap(([x1, n1, x2, n2], at) => {
    const key = { station: 'pier', quarter: `${dayAfter(today, at - 10)}T11:00:00+08:00`, mode: 'opt-in' }
    return [
      { ...key, door: 'entry', x: x1, n: n1, in_n: n1 },
      { ...key, door: 'exit', x: x2, n: n2, out_n: n2 },
    ]
  })
  writeFileSync(join(place, 'buckets.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'))
  stats('import', join(place, 'buckets.jsonl'), '--data', data())
  const words = { zh: '码头驿站', en: 'Pier Station' }
  const started = await startStation({
    file: StationFile.parse({
      station: { id: 'pier', name: words, place: words },
      network: { port: 0 },
      printer: { kind: 'pretend', lowPaper: 10 },
    }),
    data: data(),
    bundledPack: await writeSmallPack(join(place, 'bundled')),
    pages: { exhibits: place, console: join(root, 'apps/console/dist') },
    phonePage: phonePageOf(''),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
  await call(wire(), setFirstPin, { pin })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await station?.close()
  rmSync(place, { recursive: true, force: true })
})

const complaints: string[] = []
beforeEach(async () => {
  complaints.length = 0
  page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  page.on('pageerror', (failure) => complaints.push(failure.message))
  await page.goto(`${station.url}/console/`)
})
afterEach(async () => {
  await page.close()
  expect(complaints).toEqual([])
})

async function enter(figures = pin): Promise<void> {
  await page.locator('input[type=password]').fill(figures)
  await page.keyboard.press('Enter')
}
const open = async (tab: string) => await page.getByRole('button', { name: tab, exact: true }).click()

describe('the staff desk', () => {
  test('lets nobody in with a wrong PIN, and says so', async () => {
    await enter('1111')
    await page.getByText('口令不对，再试一次。').waitFor()
    expect(await page.getByRole('button', { name: '报表', exact: true }).count()).toBe(0)
  })

  test('tells the day in sentences, and asks for what needs hands', async () => {
    await enter()
    await page.getByText('把大屏打开').waitFor()
    const said = await page.locator('.today').textContent()
    expect(said).toContain('有一件事请您做')
    expect(said).toContain('进门 21.5%，出门 53.5%，多了 32.1 个百分点')
    expect(said).toContain('有把握的范围是 28.2 到 35.9。这是笑脸率之差，不等于满意度。')
    const shown = await call(wire(), readStation, undefined)
    if (!shown.ok) throw new Error(shown.error)
    const well = { state: 'ready' } as const
    await call(wire(), reportScreen, { pack: shown.value.pack.hash, helm: well, camera: well })
    await page.getByText('弄好了').click()
    await page.getByText('把大屏打开').waitFor({ state: 'detached' })
  })

  test('fits a laptop without a scroll bar, in both languages', async () => {
    await enter()
    await page.locator('.today').waitFor()
    for (const other of ['English', '中文']) {
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true)
      await page.getByText(other, { exact: true }).click()
    }
  })

  test('fits a phone, a tablet and an upright screen, its words never squeezed into a narrow column', async () => {
    await enter()
    await page.locator('.today').waitFor()
    for (const size of [
      { width: 390, height: 844 },
      { width: 820, height: 1180 },
      { width: 1080, height: 1920 },
    ]) {
      await page.setViewportSize(size)
      for (const tab of ['今天', '报表', '内容', '笑脸', '打印机', '舵轮']) {
        await open(tab)
        const lines = await page
          .locator('h1')
          .evaluate((title) => Math.round(title.clientHeight / Number.parseFloat(getComputedStyle(title).lineHeight)))
        expect.soft(lines, `${tab} at ${size.width}`).toBeLessThanOrEqual(2)
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect.soft(wide, `${tab} at ${size.width}`).toBeLessThanOrEqual(size.width)
      }
    }
  })

  test('saves the very bytes the command writes', async () => {
    await enter()
    await open('报表')
    const from = dayAfter(today, -10)
    await page.locator('input[type=date]').first().fill(from)
    await page.locator('input[type=date]').last().fill(today)
    await page.locator('.ledger td').first().waitFor()
    await page.getByText('表格 csv').click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('存下来').click()])
    await download.saveAs(join(place, 'desk.csv'))
    const asked = ['--from', from, '--to', today, '--grain', 'day', '--format', 'csv']
    stats('export', ...asked, '--out', join(place, 'command.csv'), '--data', data())
    expect(readFileSync(join(place, 'desk.csv'))).toEqual(readFileSync(join(place, 'command.csv')))
  })

  test('says in a sentence what changed, and shows which hours it was like', async () => {
    await enter()
    await open('报表')
    const days = page.locator('input[type=date]')
    await days.first().fill(dayAfter(today, -5))
    await days.last().fill(dayAfter(today, -1))
    await page.getByText('钟点', { exact: true }).click()
    await page.locator('.breakdown-rows').getByText('11 时').waitFor()
    await page.getByText('比一比', { exact: true }).click()
    await page.locator('.comparison-verdict').getByText('只是初步').waitFor()
    await page.getByRole('rowheader', { name: '出门笑脸率' }).waitFor()
  })

  test('turns metering off for every screen, and back', async () => {
    await enter()
    await open('笑脸')
    await page.getByRole('radio', { name: '关着' }).click()
    await page.getByRole('radio', { name: '关着', checked: true }).waitFor()
    expect(await call(wire(), readSmileMode, undefined)).toEqual({ ok: true, value: { mode: 'off' } })
    expect(await page.getByRole('radio', { name: '门口常开' }).getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('radio', { name: '客人自己按' }).click()
    await page.getByRole('radio', { name: '客人自己按', checked: true }).waitFor()
  })

  test('shows every fault of a pack that was refused, and takes the one that is mended', async () => {
    await enter()
    await open('内容')
    const faulty = join(place, 'faulty.pack')
    writeFileSync(faulty, 'no pack at all')
    await page.locator('input[type=file]').setInputFiles(faulty)
    await page.getByText('没有收，有 1 处要改。').waitFor()
    expect(await page.locator('.content-faults li').count()).toBe(1)
    const folder = await writeSmallPack(join(place, 'changed'), {
      'stops/wharf.json': { name: { zh: '老码头', en: 'Old wharf' } },
    })
    const checked = await checkPack(folder)
    if (!checked.ok) throw new Error('the small pack has no fault')
    await writePackFile(folder, checked.value.paths, join(place, 'changed.pack'))
    await page.locator('input[type=file]').setInputFiles(join(place, 'changed.pack'))
    await page.getByText('收下了').waitFor()
    const shown = await call(wire(), readStation, undefined)
    expect(shown.ok && shown.value.pack.pack.stops[0]?.name.zh).toBe('老码头')
  })

  test('asks for the PIN again once it is locked', async () => {
    await enter()
    await page.locator('.today').waitFor()
    await open('锁上')
    await page.locator('input[type=password]').waitFor()
  })

  test('counts the paper, asks for more when it runs low, and puts the printer right from one sheet', async () => {
    await enter()
    await open('打印机')
    await page.locator('.sheets input').fill('9')
    await page.getByText('添好了').click()
    await page.getByText('数过，9 张').waitFor()
    const shown = await call(wire(), readStation, undefined)
    if (!shown.ok) throw new Error(shown.error)
    const well = { state: 'ready' } as const
    await call(wire(), reportScreen, { pack: shown.value.pack.hash, helm: well, camera: well })
    await open('今天')
    await page.getByText('明信片纸不多了，请添一叠').waitFor()
    await page.locator('.task .sheets input').fill('60')
    await page.getByText('添好了').click()
    await page.getByText('明信片纸不多了，请添一叠').waitFor({ state: 'detached' })

    await open('打印机')
    await page.getByText('印一张校准页', { exact: true }).click()
    const [front, back] = [page.locator('.reading-sheet').first(), page.locator('.reading-sheet').last()]
    for (const at of [0, 1, 2, 3, 4, 5, 6, 7]) {
      await front.locator('input').nth(at).fill('10')
      await back
        .locator('input')
        .nth(at)
        .fill(at === 3 ? '12' : '10')
    }
    await page.getByText('算一算，存下来').click()
    await page.getByText('背面的 C、D、G、H 对不上').waitFor()
    await back.locator('input').nth(3).fill('10')
    await page.getByText('算一算，存下来').click()
    await page.getByText('存好了。').waitFor()
    await page.getByText('正面准的').waitFor()
  })
})
