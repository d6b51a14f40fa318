import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, ok, parseJson, type Result, Slug } from '@riverside/kit'
import { Draft, Scene, Strokes } from '@riverside/postcard'
import { readStationFile, sayStationFileProblem } from '../read-station-file.ts'
import { openCardLetters } from './card-letters.ts'
import { drawCard } from './draw-card.ts'

const root = resolve(import.meta.dirname, '../../../..')

const usage = `明信片 / Postcards
  npm run postcard -- make --strokes <strokes.json> --scene <id> --out <folder>
      writes card.pdf (both sides, 148 × 100 mm), front.png and back.png (300 dpi)
      strokes: [{"pen": "brush" | "pen" | "pencil", "points": [[x mm, y mm, t ms, pressure], …]}, …], from the upper left corner of the card
  --pack <folder>      the content pack (assets/demo-pack)
  --config <file>      the station whose name is on the card (kiosk-config/demonstration.json)
  --date YYYY-MM-DD    the day on the card (today)
  --language zh | en   (zh)`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    strokes: { type: 'string' },
    scene: { type: 'string' },
    out: { type: 'string' },
    pack: { type: 'string', default: join(root, 'assets/demo-pack') },
    config: { type: 'string', default: join(root, 'kiosk-config/demonstration.json') },
    date: {
      type: 'string',
      default: new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now()),
    },
    language: { type: 'string', default: 'zh' },
  },
})

const { strokes, scene, out } = values
if (positionals[0] !== 'make' || !strokes || !scene || !out) {
  console.error(usage)
  process.exitCode = 2
} else {
  const made = await make({ strokes, scene, out })
  if (made.ok) console.log(made.value)
  else console.error(made.error)
  process.exitCode = made.ok ? 0 : 1
}

async function make(asked: { strokes: string; scene: string; out: string }): Promise<Result<string, string>> {
  const station = await readStationFile(values.config)
  if (!station.ok) return fail(sayStationFileProblem(station.error))
  const written = await readStrokes(asked.strokes)
  if (!written.ok) return written
  const found = await readScene(asked.scene)
  if (!found.ok) return found
  const draft = Draft.safeParse({
    strokes: written.value,
    language: values.language,
    date: values.date,
  })
  if (!draft.success) return fail(sayIssue('the card', draft.error.issues[0]))
  const { name, place } = station.value.station
  const drawn = await drawCard(draft.data, found.value.scene, found.value.picture, { name, place }, openCardLetters())
  await mkdir(asked.out, { recursive: true })
  const files = [
    ['card.pdf', await drawn.pdf()],
    ['front.png', await drawn.png('front')],
    ['back.png', await drawn.png('back')],
  ] as const
  for (const [file, bytes] of files) await writeFile(join(asked.out, file), bytes)
  return ok(files.map(([file, bytes]) => `${join(asked.out, file)}  ${Math.round(bytes.length / 1024)} KB`).join('\n'))
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

const sayIssue = (what: string, issue: { path: readonly PropertyKey[]; message: string } | undefined): string =>
  `${what}: ${issue?.path.join('.') || 'as a whole'}: ${issue?.message ?? 'not understood'}`
