import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { words } from '@riverside/ui'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '../../commands/chromium.ts'
import { facesOf, faultsOf } from '../../commands/screen-faults.ts'
import { padWords, visitWords } from './words.ts'

let browser: Browser
/** One for all, so that faces are fetched once. */
let context: BrowserContext
let server: ViteDevServer
let address: string

beforeAll(async () => {
  server = await createServer({
    configFile: new URL('../../vite.config.ts', import.meta.url).pathname,
    cacheDir: join(tmpdir(), 'riverside-screens-test'),
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    logLevel: 'error',
  })
  await server.listen()
  const at = server.httpServer?.address()
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}/parts.html`
  browser = await openChromium()
  context = await browser.newContext({ reducedMotion: 'reduce' })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const screens = [
  'parts',
  'attract',
  'language&helm=1',
  'menu&helm=1',
  'warning',
  'farewell',
  'calm',
  'first-pin&problem=too-easy',
  'pin&problem=too-many',
] as const
const sheets = [
  { name: 'lying', width: 1920, height: 1080, reach: 360 },
  { name: 'standing', width: 1080, height: 1920, reach: 640 },
] as const

/** Whatever is set in the title face somewhere on the screens of the visit. */
const titles = [
  ...Object.values(words.zh),
  ...visitWords.zh.turn,
  ...visitWords.zh.farewellTitle,
  visitWords.zh.chooseLanguage,
  visitWords.zh.whichRoom,
  visitWords.zh.warnTitle,
  visitWords.zh.calmTitle,
  padWords.zh.first,
  padWords.zh.again,
  padWords.zh.enter,
  '一套刀法杨树浦水厂中文',
]

async function open(page: Page, query: string): Promise<void> {
  await page.goto(`${address}?show=${query}`)
  await page.locator('#stage > *').first().waitFor()
  await page.evaluate(async () => {
    await document.fonts.ready
  })
}

describe.each(sheets)('the screens of the visit, $name', ({ width, height, reach }) => {
  test.each(['lang=zh', 'lang=en&easy=1'])(
    'keep their words whole, large, in reach and in our own faces (%s)',
    async (how) => {
      const page = await context.newPage()
      await page.setViewportSize({ width, height })
      const faults: Record<string, readonly string[]> = {}
      const strangers = new Set<string>()
      for (const screen of screens) {
        if (screen === 'parts' && how.includes('easy')) continue
        await open(page, `${screen}&${how}`)
        const found = await page.evaluate(faultsOf, { reach, screen })
        if (found.length > 0) faults[screen] = found
        for (const { family, ours } of await facesOf(page)) if (!ours) strangers.add(`${screen}: ${family}`)
      }
      await page.close()
      expect(faults).toEqual({})
      expect([...strangers]).toEqual([])
    },
  )
})

describe('the brass helm', () => {
  test('is drawn twice: with its handles at the eighths of a turn, and half way between them', async () => {
    const page = await context.newPage()
    await open(page, 'parts')
    const handles = await page.evaluate(handlesOf, ['spokes-0', 'spokes-1'])
    await page.close()
    expect(handles).toEqual([
      [true, false, true, false, true, false, true, false, true, false, true, false, true, false, true, false],
      [false, true, false, true, false, true, false, true, false, true, false, true, false, true, false, true],
    ])
  })
})

/** For each layer, whether something is printed at 0.9 R at every sixteenth of a turn from the top. */
function handlesOf(layers: readonly string[]): readonly (readonly boolean[])[] {
  return layers.map((layer) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`canvas[data-layer="${layer}"]`)
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) return []
    const middle = canvas.width / 2
    return Array.from({ length: 16 }, (_, i) => {
      const angle = (i / 16) * 2 * Math.PI - Math.PI / 2
      const at = (turn: (angle: number) => number) => Math.round(middle + turn(angle) * middle * 0.88)
      return (pen.getImageData(at(Math.cos), at(Math.sin), 1, 1).data[3] ?? 0) > 128
    })
  })
}

describe('the title face', () => {
  test('leaves the counters of every title character open, as a second face does', async () => {
    const page = await context.newPage()
    await open(page, 'parts')
    const letters = new Set([...titles.join('')].filter((letter) => /\p{Script=Han}/u.test(letter)))
    const filled = await page.evaluate(filledIn, [...letters])
    await page.close()
    expect(letters.size).toBeGreaterThan(30)
    expect(letters.has('回')).toBe(true)
    expect(filled).toEqual([])
  })
})

/** Letters of which one face prints far more ink than the other inside the same box, or none at all. */
async function filledIn(letters: readonly string[]): Promise<readonly string[]> {
  const size = 120
  const faces = [`900 ${size}px "Noto Serif SC"`, `700 ${size}px "Noto Sans SC"`]
  for (const face of faces) await document.fonts.load(face, letters.join(''))
  const pen = new OffscreenCanvas(size * 2, size * 2).getContext('2d', { willReadFrequently: true })
  if (!pen) return ['no canvas']
  const inkOf = (letter: string, face: string): number => {
    pen.clearRect(0, 0, size * 2, size * 2)
    pen.font = face
    pen.textBaseline = 'middle'
    pen.fillText(letter, size / 2, size)
    const { data } = pen.getImageData(0, 0, size * 2, size * 2)
    let ink = 0
    for (let i = 3; i < data.length; i += 4) ink += (data[i] ?? 0) / 255
    return ink / size ** 2
  }
  return letters.filter((letter) => {
    const [title, text] = faces.map((face) => inkOf(letter, face)) as [number, number]
    return title < 0.02 || title > 0.66 || (title > 0.3 && title / text > 1.75)
  })
}
