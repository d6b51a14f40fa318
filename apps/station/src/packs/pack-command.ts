import { openAsBlob } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { packSchemas } from '@riverside/content'
import { call, InstalledPack, installPackPath, RefusedPack, signIn } from '@riverside/contract'
import { checkPack, type Progress } from './check-pack.ts'
import { writePackFile } from './pack-file.ts'
import { sayFaults } from './pack-shelf.ts'
import { importCommand } from './panorama/import-command.ts'

const usage = `内容包 / Content packs
  npm run pack -- check <folder>                    explains every fault: file, place, remedy
  npm run pack -- build <folder> --out <file>       checks, then makes one file of it
  npm run pack -- install <file> --station <address> --pin <pin>
                                                    shows it on a running station; a faulty pack is refused and the old one stays
  npm run pack -- panorama <picture> --out <folder> [--kind webp|jpg] [--quality 80] [--face <pixels>]
                           [--beside <neighbour>] [--heading <degrees>]
                                                    cuts a 360° picture into tiles, and says what there is to mend in it
  npm run pack -- schema --out <folder>             writes what an editor needs to complete and check the files of a pack`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    station: { type: 'string' },
    pin: { type: 'string' },
    kind: { type: 'string' },
    quality: { type: 'string' },
    face: { type: 'string' },
    beside: { type: 'string' },
    heading: { type: 'string' },
  },
})
const [command, given] = positionals

process.exitCode = await run()

async function run(): Promise<number> {
  if (command === 'check' && given) return await check(given)
  if (command === 'build' && given && values.out) return await build(given, values.out)
  if (command === 'install' && given && values.station && values.pin)
    return await install(given, values.station.replace(/\/$/, ''), values.pin)
  if (command === 'panorama' && given && values.out) return await importCommand(given, values.out, values)
  if (command === 'schema' && values.out) return await schema(values.out)
  console.error(usage)
  return 2
}

/** One JSON Schema for each kind of file, and the settings by which an editor finds them. */
async function schema(out: string): Promise<number> {
  await mkdir(out, { recursive: true })
  const schemas = packSchemas()
  for (const { name, schema } of schemas) await writeFile(join(out, name), `${JSON.stringify(schema, null, 2)}\n`)
  const settings = {
    'json.schemas': schemas.map(({ name, files }) => ({
      fileMatch: [files],
      url: pathToFileURL(resolve(out, name)).href,
    })),
  }
  const place = join(out, 'settings.json')
  // An editor's settings that are there already are somebody's own.
  const isNew = await writeFile(place, `${JSON.stringify(settings, null, 2)}\n`, { flag: 'wx' }).then(
    () => true,
    () => false,
  )
  console.log(schemas.map(({ name }) => join(out, name)).join('\n'))
  console.log(
    isNew
      ? `${place}: 放在内容包的 .vscode 文件夹里，编辑器就会提示 / in the folder .vscode of a pack it lets the editor complete`
      : `${place} 已经有了，没有改动 / is there already and was left as it is`,
  )
  return 0
}

async function check(folder: string): Promise<number> {
  const checked = await checkPack(folder, progressLine())
  if (!checked.ok) return refuse(checked.error.length, sayFaults(checked.error))
  const { pack, hash, bytes, hints } = checked.value
  if (hints.length > 0) console.log(`${hints.length} 处请看一看 / ${hints.length} to look at\n${sayFaults(hints)}`)
  console.log(
    `${pack.cover.title.zh} / ${pack.cover.title.en} ${pack.cover.version}: no fault\n` +
      `  ${pack.stops.length} stops, ${pack.nodes.length} panoramas, ${pack.scenes.length} postcards, ${pack.stories.length} stories, ${(bytes / 1e6).toFixed(1)} MB of pictures and voices\n  ${hash}`,
  )
  return 0
}

async function build(folder: string, out: string): Promise<number> {
  const checked = await checkPack(folder, progressLine())
  if (!checked.ok) return refuse(checked.error.length, sayFaults(checked.error))
  await writePackFile(folder, checked.value.paths, out)
  console.log(`${out}: ${((await stat(out)).size / 1e6).toFixed(1)} MB\n  ${checked.value.hash}`)
  return 0
}

async function install(file: string, station: string, pin: string): Promise<number> {
  const signedIn = await call({ fetch, address: station }, signIn, { pin })
  if (!signedIn.ok) {
    console.error(
      signedIn.error === 'unreachable'
        ? `${station} does not answer: is the station running, and is the address right?`
        : `Signing in: ${signedIn.error}`,
    )
    return 1
  }
  const blob = await openAsBlob(file).catch(() => undefined)
  if (!blob) return refuse(1, `  ${file}\n    there is no such file\n    Name the file that “pack -- build” made.`)
  const answer = await fetch(station + installPackPath, {
    method: 'POST',
    headers: { authorization: `Bearer ${signedIn.value.token}`, 'content-type': 'application/zip' },
    body: blob,
  })
  const reply: unknown = await answer.json().catch(() => undefined)
  const installed = InstalledPack.safeParse(reply)
  if (answer.ok && installed.success) {
    console.log(`${installed.data.id} ${installed.data.version} is on screen\n  ${installed.data.hash}`)
    return 0
  }
  const refused = RefusedPack.safeParse(reply)
  return refused.success
    ? refuse(refused.data.faults.length, sayFaults(refused.data.faults))
    : refuse(1, `  the station answered ${answer.status}`)
}

function refuse(count: number, text: string): number {
  console.error(`${count} ${count === 1 ? 'fault' : 'faults'}; nothing was changed\n${text}`)
  return 1
}

/** Says how far it is once the work has taken longer than two seconds. */
function progressLine(): Progress {
  const started = performance.now()
  let said = started
  return (done, of, what) => {
    const now = performance.now()
    if (now - started < 2000 || now - said < 1000) return
    said = now
    console.error(`  ${done}/${of} ${what}`)
  }
}
