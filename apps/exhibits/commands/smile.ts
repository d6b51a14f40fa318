import { existsSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { decisionRules, shanghaiText } from '@riverside/smile'
import { readStationFile, sayStationFileProblem } from '../../station/src/read-station-file.ts'
import { isNoticeSize, noticePdf } from '../../station/src/smile/notice-pdf.ts'
import type { Lab } from '../src/smile/lab.ts'
import { meterInShell } from './clip-in-shell.ts'
import { evaluate } from './evaluation.ts'
import { openLab } from './lab-session.ts'
import { readLabels } from './labels.ts'
import { pictureCount, repeatedForCamera } from './mjpeg.ts'

declare global {
  interface Window {
    readonly lab: Lab
  }
}

const usage = `微笑滨江: the nets and the meter, tried in a real Chromium or in the product's own shell; and the sign for the door.

  npm run smile -- evaluate --labels <labels.csv> --images <dir> [--json]
  npm run smile -- meter --clip <file.mjpeg> --door <entry or exit> [--in chromium or electron] [--json]
  npm run smile -- pretend --out <file.mjpeg> [--seed 11] [--visitors 12]
  npm run smile -- notice --config kiosk-config/<file> --out <file.pdf> [--size A4 or A3]
`

/** A mistake of whoever typed the command; its message says what to do. */
class WrongUse extends Error {}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      labels: { type: 'string' },
      images: { type: 'string' },
      clip: { type: 'string' },
      door: { type: 'string' },
      in: { type: 'string', default: 'chromium' },
      out: { type: 'string' },
      seed: { type: 'string', default: '11' },
      visitors: { type: 'string', default: '12' },
      config: { type: 'string' },
      size: { type: 'string', default: 'A4' },
      json: { type: 'boolean', default: false },
    },
  })
  switch (positionals[0]) {
    case 'evaluate':
      return evaluateStills(needed(values.labels, '--labels'), needed(values.images, '--images'), values.json)
    case 'meter':
      return meterClip(needed(values.clip, '--clip'), doorOf(values.door), values.in, values.json)
    case 'pretend':
      return writePretendClip(
        needed(values.out, '--out'),
        whole(values.seed, '--seed'),
        whole(values.visitors, '--visitors'),
      )
    case 'notice':
      return writeNotice(needed(values.config, '--config'), values.size, needed(values.out, '--out'))
    default:
      throw new WrongUse(usage)
  }
}

async function evaluateStills(labelsPath: string, folder: string, asJson: boolean): Promise<void> {
  const text = await readFile(labelsPath, 'utf8').catch(() => {
    throw new WrongUse(`There is no labels file ${resolve(labelsPath)}.`)
  })
  const labels = readLabels(text)
  if (!labels.ok) throw new WrongUse(labels.error)
  await mustBeFolder(folder)
  const files = labels.value.map(({ file }) => join(folder, file))
  const absent = files.filter((file) => !existsSync(file))
  if (absent.length > 0) {
    throw new WrongUse(
      `${absent.length} of ${files.length} pictures are not below ${resolve(folder)}; the first is ${absent[0]}.`,
    )
  }
  say(`Starting Chromium and the nets for ${files.length} faces`)
  await using lab = await openLab({ files })
  await lab.page.evaluate(() => window.lab.start())
  const judged = await inParts(files.length, async (from, to) => {
    const addresses = Array.from({ length: to - from }, (_, index) => `/files/${from + index}`)
    return lab.page.evaluate((each) => window.lab.judge(each), addresses)
  })
  const faces = labels.value.map((label, index) => ({
    ...label,
    happy: judged[index]?.happy ?? -1,
    took: judged[index]?.took ?? 0,
  }))
  const all = evaluate(faces, decisionRules.threshold)
  const clean = faces.filter((face) => face.review === 'agrees')
  const reviewed = clean.length > 0 ? { reviewed: evaluate(clean, decisionRules.threshold) } : {}
  print(asJson, { ...all, ...reviewed })
}

async function meterClip(clip: string, door: 'entry' | 'exit', where: string, asJson: boolean): Promise<void> {
  if (where !== 'chromium' && where !== 'electron')
    throw new WrongUse(`--in is "chromium" or "electron", not "${where}".`)
  const bytes = await readFile(clip).catch(() => {
    throw new WrongUse(`There is no clip ${resolve(clip)}.`)
  })
  const pictures = pictureCount(bytes)
  if (pictures === 0) throw new WrongUse(`${resolve(clip)} holds no JPEG pictures: it must be a motion JPEG (.mjpeg).`)
  const seconds = pictures / cameraRate
  say(`Playing ${seconds.toFixed(1)} s of ${door} through a camera`)
  if (where === 'electron') return print(asJson, await meterInShell(clip, door, seconds))
  await using lab = await openLab({ clip })
  await lab.page.evaluate(() => window.lab.start())
  const progress = setInterval(() => say('still metering'), 10_000)
  const metered = await lab.page
    .evaluate((length) => window.lab.meter('real', 'ambient', length), seconds * 1000 + startUp)
    .finally(() => clearInterval(progress))
  const pace = ((metered.looks.length - 1) / metered.lasted) * 1000
  if (pace < wantedPace)
    say(
      `This machine was busy: ${pace.toFixed(1)} looks a second instead of 10, so people who cross may be miscounted.`,
    )
  const passages = metered.news.flatMap((news) => (news.type === 'passage' ? [news.decision] : []))
  const unreadable = passages.filter((decision) => decision === 'unreadable').length
  print(asJson, {
    passages: passages.length,
    readings: passages.length - unreadable,
    smiling: passages.filter((decision) => decision === 'smiling').length,
    unreadable,
  })
}

/** Pictures a second at which Chromium plays a motion JPEG, whatever it was made at. */
const cameraRate = 30
/** Looks a second below which people who hide each other cannot always be told apart. */
const wantedPace = 7
/** Milliseconds from opening the camera to its first picture, and a little for its drift. */
const startUp = 400

async function writePretendClip(out: string, seed: number, visitors: number): Promise<void> {
  say(`Drawing ${visitors} visitors`)
  await using lab = await openLab()
  const drawn = await lab.page.evaluate(([first, second]) => window.lab.draw(first, second), [seed, visitors] as const)
  await mkdir(dirname(resolve(out)), { recursive: true })
  await writeFile(out, repeatedForCamera(drawn.pictures.map((picture) => Buffer.from(picture, 'base64'))))
  print(true, { clip: resolve(out), ...drawn.truth })
}

async function writeNotice(config: string, size: string, out: string): Promise<void> {
  if (!isNoticeSize(size)) throw new WrongUse(`--size is "A4" or "A3", not "${size}".`)
  const file = await readStationFile(config)
  if (!file.ok) throw new WrongUse(sayStationFileProblem(file.error))
  if (file.value.smile.mode === 'ambient')
    throw new WrongUse(
      'This notice tells of a reading that begins with a tap. A station that reads everybody at the door needs the sign of its own assessment.',
    )
  await mkdir(dirname(resolve(out)), { recursive: true })
  await writeFile(out, await noticePdf(file.value, size, shanghaiText(Date.now()).slice(0, 10)))
  say(`Wrote ${resolve(out)}`)
}

async function inParts<Item>(
  count: number,
  take: (from: number, to: number) => Promise<readonly Item[]>,
): Promise<Item[]> {
  const all: Item[] = []
  const part = 50
  for (let from = 0; from < count; from += part) {
    all.push(...(await take(from, Math.min(count, from + part))))
    say(`${all.length} of ${count}`)
  }
  return all
}

function print(asJson: boolean, figures: Readonly<Record<string, unknown>>): void {
  const lines = asJson
    ? JSON.stringify(figures)
    : Object.entries(figures)
        .map(([name, value]) => `${name.padEnd(14)} ${typeof value === 'object' ? JSON.stringify(value) : value}`)
        .join('\n')
  process.stdout.write(`${lines}\n`)
}

const say = (text: string): void => void process.stderr.write(`${text}\n`)

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new WrongUse(`${name} is missing.\n\n${usage}`)
  return value
}

function doorOf(value: string | undefined): 'entry' | 'exit' {
  if (value === 'entry' || value === 'exit') return value
  throw new WrongUse(`--door is "entry" or "exit"${value === undefined ? '' : `, not "${value}"`}.`)
}

function whole(value: string, name: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value)
  throw new WrongUse(`${name} is a whole number, not "${value}".`)
}

async function mustBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined || !found.isDirectory()) throw new WrongUse(`There is no folder ${resolve(path)}.`)
}

main().catch((failure: unknown) => {
  say(failure instanceof Error ? failure.message : String(failure))
  process.exitCode = failure instanceof WrongUse ? 2 : 1
})
