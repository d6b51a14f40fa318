import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { call, keepPostcard, type PostcardDraft, StationFile } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import { codeText, linkOf, SceneId } from '@riverside/postcard'
import { writeSmallPack } from '../apps/station/src/packs/pack-for-tests.ts'
import { startStation } from '../apps/station/src/station.ts'
import { codeReaders, codeWith, photographed, sights, versionOf } from '../apps/station/src/takeaway/code-trials.ts'
import { buildPhonePage } from '../apps/station/src/takeaway/phone-page.ts'
import { handwriting, message } from '../packages/postcard/src/take-home/hand-for-tests.ts'
import type { BenchLine } from './bench.ts'

const run = promisify(execFile)

/** What a card in a link weighs, what codes are read, what the page weighs, and what the station bears. */
export async function benches(): Promise<readonly BenchLine[]> {
  return [...handwritten(), ...(await page()), ...(await codes()), ...(await station())]
}

const about = { station: 'qinhuangdao-lu', scene: 'waterworks', language: 'zh', date: '2026-03-14' } as const

/** A finger's writing in the card's columns, with its time: forty-odd bytes a character are a peer's figures without any. */
function handwritten(): readonly BenchLine[] {
  return [10, 20, 34].flatMap((count): BenchLine[] => {
    const strokes = handwriting([...message].slice(0, count).join(''))
    const made = linkOf({ ...about, strokes }, 'https://cards.example.org/p/')
    if (!made.ok) return []
    const { link, level, tolerance } = made.value
    const letters = link.length - link.indexOf('#') - 1
    const version = versionOf(codeText(link), level)
    const bytes = (letters * Math.log2(42)) / 8
    return [
      {
        name: `link, ${count} characters within ${tolerance} mm`,
        value: round(bytes / count),
        unit: 'bytes a character',
        against: '35–44 at 0.2 mm without time (nibble varints, brotli)',
      },
      { name: `link, ${count} characters, QR code`, value: version, unit: `version at ${level}` },
    ]
  })
}

async function page(): Promise<readonly BenchLine[]> {
  const { html } = await buildPhonePage()
  return [
    { name: 'phone page', value: Buffer.byteLength(html), unit: 'bytes', against: '60000' },
    { name: 'phone page, gzip', value: gzipSync(html).length, unit: 'bytes', against: '60000' },
  ]
}

/** Shares of sights at which each reader says what the code says, version by version: by these the densest code was chosen. */
async function codes(): Promise<readonly BenchLine[]> {
  const lines: BenchLine[] = []
  for (const [version, level] of [
    [10, 'M'],
    [15, 'M'],
    [18, 'L'],
    [20, 'L'],
    [22, 'L'],
    [25, 'L'],
    [30, 'L'],
    [40, 'L'],
  ] as const) {
    const text = codeWith(version, level)
    const read = Object.fromEntries(Object.keys(codeReaders).map((name) => [name, 0]))
    for (const [at, sight] of sights.entries()) {
      const picture = await photographed(text, level, sight, version * 100 + at)
      for (const [name, reader] of Object.entries(codeReaders))
        if ((await reader(picture)) === text) read[name] = (read[name] ?? 0) + 1
    }
    for (const [name, count] of Object.entries(read))
      lines.push({
        name: `code of version ${version} at ${level} (${text.length} signs) read by ${name}`,
        value: count,
        unit: `of ${sights.length} sights`,
      })
  }
  return lines
}

/** Two hundred cards one after the other, and a hundred phones that open one at once. */
async function station(): Promise<readonly BenchLine[]> {
  using life = new Lifetime()
  const place = life.own(mkdtempSync(join(tmpdir(), 'riverside-away-bench-')), (path) =>
    rmSync(path, { recursive: true }),
  )
  const started = await startStation({
    file: StationFile.parse({
      station: { id: 'bench', name: { zh: '驿站', en: 'Station' }, place: { zh: '江边', en: 'Riverside' } },
      network: { port: 0, lan: '127.0.0.2' },
    }),
    data: join(place, 'data'),
    bundledPack: await writeSmallPack(join(place, 'pack')),
    pages: { exhibits: place, console: place },
    phonePage: await buildPhonePage(),
    clock: { now: Date.now, elapsed: () => performance.now() },
    phonesAMinute: 1_000_000,
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  const { url, screenKey, close } = started.value
  try {
    const wire = { fetch, address: url, key: screenKey }
    const [scene] = (
      await (await fetch(`${url}/api/station`, { headers: { authorization: `Bearer ${screenKey}` } })).json()
    ).pack.pack.scenes
    const draft: PostcardDraft = {
      scene: SceneId.parse(scene.id),
      strokes: handwriting([...message].slice(0, 14).join('')),
      language: 'zh',
      date: '2026-03-14',
    }
    const took: number[] = []
    const memory: number[] = []
    let link = ''
    for (let card = 0; card < 200; card++) {
      const began = performance.now()
      const kept = await call(wire, keepPostcard, { draft })
      took.push(performance.now() - began)
      if (!kept.ok) throw new Error(kept.error)
      link = kept.value.link
      if (card % 10 === 9) memory.push(process.memoryUsage().rss / 1e6)
    }
    // The first cards warm up what every later one uses again.
    const warm = memory.slice(5)
    const half = Math.ceil(warm.length / 2)
    const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length
    const lines: BenchLine[] = [
      { name: 'keep a card, median of 200', value: round(took.toSorted((a, b) => a - b)[100] ?? 0), unit: 'ms' },
      {
        name: 'memory over 150 cards after the first 50, second half against the first',
        value: round(mean(warm.slice(half)) / mean(warm.slice(0, half)), 3),
        unit: 'ratio',
        against: `${Math.round(mean(warm.slice(0, half)))} MB`,
      },
    ]
    const address = link.slice(0, link.indexOf('#')).replace('/T/', '/t/')
    for (const [name, path] of [
      ['page', address],
      ['sealed card', `${address}/card`],
    ] as const) {
      const measured = await run('wrk', ['-t2', '-c100', '-d8s', '--latency', path], { encoding: 'utf8' }).catch(
        () => undefined,
      )
      if (measured === undefined) continue
      const [, p99 = '', unit = ''] = /99%\s+([\d.]+)(us|ms|s)/.exec(measured.stdout) ?? []
      const [, rate = ''] = /Requests\/sec:\s+([\d.]+)/.exec(measured.stdout) ?? []
      const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(measured.stdout)?.[1] ?? 0)
      lines.push(
        {
          name: `${name} to a hundred phones at once, p99`,
          value: round(Number(p99) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? 1)),
          unit: 'ms',
        },
        {
          name: `${name} to a hundred phones at once`,
          value: Number(rate),
          unit: 'a second',
          against: `${refused} refused`,
        },
      )
    }
    return lines
  } finally {
    await close()
  }
}

const round = (value: number, digits = 1): number => Math.round(value * 10 ** digits) / 10 ** digits
