import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { StationFile } from '@riverside/contract'
import { fail, ok, parseJson, type Result, Slug } from '@riverside/kit'
import { codeText, Draft, type LinkedCard, linkOf, plainLook, Scene, Strokes } from '@riverside/postcard'
import { readStationFile, sayStationFileProblem } from '../read-station-file.ts'
import { codePng } from '../takeaway/draw-code.ts'
import { writePage } from '../takeaway/write-page.ts'
import { openCardLetters } from './card-letters.ts'
import { drawCard, lettersMissing } from './draw-card.ts'

const root = resolve(import.meta.dirname, '../../../..')

const usage = `明信片 / Postcards
  npm run postcard -- make --strokes <strokes.json> --scene <id> --out <folder>
      writes card.pdf (both sides, 148 × 100 mm), front.png and back.png (300 dpi), and the card in its own link: link.txt and qr.png
      strokes: [{"pen": "brush" | "pen" | "pencil", "points": [[x mm, y mm, t ms, pressure], …]}, …], from the upper left corner of the card
  --pack <folder>      the content pack (assets/demo-pack)
  --config <file>      the station whose name is on the card (kiosk-config/demonstration.json)
  --date YYYY-MM-DD    the day on the card (today)
  --language zh | en   (zh)
  --greeting <line>    a line in print beside the writing
  --frame plain | brick | iron | rope, --room beside | full, --ruling columns | lines
                       how the message side looks (plain, beside, columns)
  --page <address>     where the page for cards in links is had (the station file's takeAway.page)

  npm run postcard -- page --out <folder>
      writes that page with its scenes and stations: a folder for any web host, or to be opened as it is
  --pack <folder>      the content pack whose scenes lie beside the page (assets/demo-pack)
  --config <file>      a station whose cards it shows; may be given several times (kiosk-config/demonstration.json)`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    strokes: { type: 'string' },
    scene: { type: 'string' },
    out: { type: 'string' },
    pack: { type: 'string', default: join(root, 'assets/demo-pack') },
    config: { type: 'string', multiple: true, default: [join(root, 'kiosk-config/demonstration.json')] },
    page: { type: 'string' },
    date: {
      type: 'string',
      default: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now()),
    },
    language: { type: 'string', default: 'zh' },
    greeting: { type: 'string' },
    frame: { type: 'string' },
    room: { type: 'string' },
    ruling: { type: 'string' },
  },
})

const { strokes, scene, out } = values
const asked = positionals[0]
const done =
  asked === 'make' && strokes && scene && out
    ? await make({ strokes, scene, out })
    : asked === 'page' && out
      ? await writePage({ out, pack: values.pack, stations: values.config })
      : undefined
if (done === undefined) console.error(usage)
else if (done.ok) console.log(done.value)
else console.error(done.error)
process.exitCode = done === undefined ? 2 : done.ok ? 0 : 1

async function make(asked: { strokes: string; scene: string; out: string }): Promise<Result<string, string>> {
  const station = await readStationFile(values.config.at(-1) ?? '')
  if (!station.ok) return fail(sayStationFileProblem(station.error))
  const written = await readStrokes(asked.strokes)
  if (!written.ok) return written
  const found = await readScene(asked.scene)
  if (!found.ok) return found
  const { language, date, greeting, frame, room, ruling } = values
  const isPlain = frame === undefined && room === undefined && ruling === undefined
  const draft = Draft.safeParse({
    strokes: written.value,
    language,
    date,
    greeting,
    look: isPlain
      ? undefined
      : { frame: frame ?? plainLook.frame, room: room ?? plainLook.room, ruling: ruling ?? plainLook.ruling },
  })
  if (!draft.success) return fail(sayIssue('the card', draft.error.issues[0]))
  const letters = openCardLetters()
  const missing = lettersMissing(draft.data, letters)
  if (missing.length > 0) return fail(`the card: greeting: no bundled face has ${missing.join(' ')}`)
  const { name, place } = station.value.station
  const drawn = await drawCard(draft.data, found.value.scene, found.value.picture, { name, place }, letters)
  await mkdir(asked.out, { recursive: true })
  const files: Array<readonly [string, Uint8Array | string]> = [
    ['card.pdf', await drawn.pdf()],
    ['front.png', await drawn.png('front')],
    ['back.png', await drawn.png('back')],
  ]
  const inLink = await linked({ ...draft.data, station: station.value.station.id, scene: asked.scene }, station.value)
  if (inLink.ok) files.push(...inLink.value.files)
  for (const [file, bytes] of files) await writeFile(join(asked.out, file), bytes)
  const lines = files.map(([file, { length }]) => `${join(asked.out, file)}  ${Math.ceil(length / 1024)} KB`)
  return ok([...lines, inLink.ok ? inLink.value.told : inLink.error].join('\n'))
}

/** The card in its own link: no file at all where it has no room there, for a station then keeps it instead. */
async function linked(
  card: LinkedCard,
  { takeAway, network }: StationFile,
): Promise<Result<{ files: ReadonlyArray<readonly [string, Uint8Array | string]>; told: string }, string>> {
  const own = `http://127.0.0.1:${network.port}/p/`
  const page = values.page ?? (takeAway.page === 'this-machine' ? own : takeAway.page)
  if (page === null) return fail('No link: the station file names no page for it (takeAway.page); --page names one.')
  const made = linkOf(card, page)
  if (!made.ok) return fail('No link: there is more ink on this card than a code holds; a station keeps it instead.')
  const { link, level, tolerance } = made.value
  const code = await codePng(codeText(link), level, 6)
  if (!code.ok) return fail('No link: the code could not be read back from its own pixels.')
  return ok({
    files: [
      ['qr.png', code.value],
      ['link.txt', `${link}\n`],
    ],
    told: `${link.length} letters hold the card; no line of the hand is farther than ${tolerance} mm from where it was.`,
  })
}

async function readStrokes(file: string): Promise<Result<Strokes, string>> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return fail(`${file}: there is no such file`)
  const strokes = Strokes.safeParse(parseJson(text))
  return strokes.success ? ok(strokes.data) : fail(sayIssue(file, strokes.error.issues[0]))
}

async function readScene(id: string): Promise<Result<{ scene: Scene; picture: Uint8Array }, string>> {
  const folder = join(values.pack, 'scenes')
  const path = join(folder, `${id}.json`)
  if (!Slug.safeParse(id).success || !existsSync(path)) {
    const there = await readdir(folder).catch(() => [])
    return fail(
      `There is no scene “${id}” in ${values.pack}; there are: ${there.map((name) => name.replace(/\.json$/, '')).join(', ')}`,
    )
  }
  const scene = Scene.safeParse(parseJson(await readFile(path, 'utf8')))
  if (!scene.success) return fail(sayIssue(path, scene.error.issues[0]))
  const picture = await readFile(join(values.pack, scene.data.picture)).catch(() => undefined)
  return picture === undefined
    ? fail(`${path}: the picture ${scene.data.picture} is not in the pack`)
    : ok({ scene: scene.data, picture })
}

function sayIssue(what: string, issue: { path: readonly PropertyKey[]; message: string } | undefined): string {
  return `${what}: ${issue?.path.join('.') || 'as a whole'}: ${issue?.message ?? 'not understood'}`
}
