import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StationFile } from '@riverside/contract'
import { type Station, startStation } from '../station.ts'
import { phonePageOf } from '../takeaway/phone-page.ts'
import { checkPack } from './check-pack.ts'
import { writePackFile } from './pack-file.ts'
import { openPackShelf } from './pack-shelf.ts'
import { sphereForTests, writeSphere } from './panorama/spheres-for-tests.ts'
import { writeTiledPack } from './tiled-pack-for-tests.ts'

type BenchLine = { readonly name: string; readonly value: number; readonly unit: string; readonly against?: string }

/** Sixty spheres of 84 tiles: five thousand files and some eighty megabytes. */
const spheres = 60

/** What a pack of five thousand tiles costs a station and its curators, and what an import of a picture takes. */
export async function benches(): Promise<readonly BenchLine[]> {
  const place = await mkdtemp(join(tmpdir(), 'riverside-packs-bench-'))
  try {
    return [
      ...(await packBenches(place)),
      ...(await importBench(place, 8192, 3)),
      ...(await importBench(place, 16_384, 12)),
    ]
  } finally {
    await rm(place, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function packBenches(place: string): Promise<readonly BenchLine[]> {
  const folder = await writeTiledPack(join(place, 'tiled'), spheres)
  const first = await started(place, folder)
  await first.station.close()
  const again = await started(place, folder)
  const rate = await requestsPerSecond(again.station, folder)
  await again.station.close()
  const checked = await timed(() => checkPack(folder))
  if (!checked.value.ok) throw new Error(JSON.stringify(checked.value.error))
  const { paths, bytes } = checked.value.value
  const built = await timed(() => writePackFile(folder, paths, join(place, 'tiled.pack')))
  const shelf = await openPackShelf(join(place, 'other-data'), folder)
  if (!shelf.ok) throw new Error(JSON.stringify(shelf.error))
  const installed = await timed(() => shelf.value.installFile(join(place, 'tiled.pack')))
  if (!installed.value.ok) throw new Error(JSON.stringify(installed.value.error))
  return [
    { name: 'pack.files', value: paths.length, unit: 'files', against: `${(bytes / 1e6).toFixed(1)} MB` },
    { name: 'pack.first-start-to-healthy', value: Math.round(first.took), unit: 'ms', against: 'at most 1000' },
    { name: 'pack.start-to-healthy', value: Math.round(again.took), unit: 'ms', against: 'at most 1000' },
    { name: 'pack.tile-requests', value: Math.round(rate), unit: '1/s', against: '8 in parallel, loopback' },
    { name: 'pack.check', value: seconds(checked.took), unit: 's' },
    { name: 'pack.build', value: seconds(built.took), unit: 's', against: 'without the check' },
    { name: 'pack.install', value: seconds(installed.took), unit: 's', against: 'with unpacking and the check' },
  ]
}

async function started(place: string, bundledPack: string): Promise<{ station: Station; took: number }> {
  const pages = join(place, 'pages')
  await mkdir(pages, { recursive: true })
  const words = { zh: '驿站', en: 'Station' }
  const began = performance.now()
  const station = await startStation({
    file: StationFile.parse({ station: { id: 'bench', name: words, place: words }, network: { port: 0 } }),
    data: join(place, 'data'),
    bundledPack,
    pages: { exhibits: pages, console: pages },
    phonePage: phonePageOf(''),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: () => {},
  })
  if (!station.ok) throw new Error(station.error)
  await fetch(`${station.value.url}/api/health`)
  return { station: station.value, took: performance.now() - began }
}

async function requestsPerSecond(station: Station, folder: string): Promise<number> {
  const shelf = await checkPack(folder, () => {}, { opensMedia: false })
  if (!shelf.ok) throw new Error(JSON.stringify(shelf.error))
  const tiles = shelf.value.paths.filter((path) => /\/2\/.*\.webp$/.test(path)).slice(0, 1000)
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const ask = (path: string) =>
    new Promise<void>((done, failed) => {
      get(`${station.url}/packs/${shelf.value.hash}/${path}`, { agent }, (answer) => {
        if (answer.statusCode !== 200) failed(new Error(`${path}: ${answer.statusCode}`))
        answer.resume().once('end', done)
      }).once('error', failed)
    })
  const { took } = await timed(async () => {
    const waiting = [...tiles, ...tiles, ...tiles, ...tiles]
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let path = waiting.pop(); path; path = waiting.pop()) await ask(path)
      }),
    )
  })
  agent.destroy()
  return (tiles.length * 4000) / took
}

/** In a process of its own, so that the peak is that of the import alone. */
async function importBench(place: string, width: number, atMost: number): Promise<readonly BenchLine[]> {
  const file = await writeSphere(join(place, `${width}.jpg`), sphereForTests(width).jpeg({ quality: 90 }))
  const code = [
    `import { importPanorama } from ${JSON.stringify(join(import.meta.dirname, 'panorama/import-panorama.ts'))}`,
    `const began = performance.now()`,
    `const how = { progress: () => {}, cancelled: new AbortController().signal }`,
    `importPanorama(${JSON.stringify(file)}, ${JSON.stringify(join(place, `out-${width}`))}, { kind: 'webp', quality: 80 }, how).then((made) =>`,
    `  console.log(JSON.stringify({ ok: made.ok, took: performance.now() - began, peak: process.resourceUsage().maxRSS / 1024 })))`,
  ].join('\n')
  const said = await new Promise<string>((done, failed) => {
    const child = spawn(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', code],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    child.once('error', failed).once('exit', () => done(text))
  })
  const { ok, took, peak } = JSON.parse(said) as { ok: boolean; took: number; peak: number }
  if (!ok) throw new Error(`The picture of ${width} was not imported`)
  const name = `panorama.import-${width / 1024}k`
  return [
    { name, value: seconds(took), unit: 's', against: `about ${atMost} on two quiet cores` },
    { name: `${name}-peak`, value: Math.round(peak), unit: 'MB', against: 'at most 1500 at 16k' },
  ]
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; took: number }> {
  const began = performance.now()
  const value = await work()
  return { value, took: performance.now() - began }
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10
