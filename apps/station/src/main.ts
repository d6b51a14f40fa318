import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { printServiceOf } from './printing/print-service.ts'
import { readStationFile, sayStationFileProblem } from './read-station-file.ts'
import { startStation } from './station.ts'
import { buildGuidePage, buildPhonePage, type PhonePage, phonePageOf } from './takeaway/phone-page.ts'

/** In Electron's utility process: the wire to the shell. Absent under plain Node. */
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', hear: (message: { data: unknown }) => void): void
}
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort

const root = resolve(import.meta.dirname, '../../..')

const { values } = parseArgs({
  options: {
    config: { type: 'string', default: join(root, 'kiosk-config/demonstration.json') },
    data: { type: 'string' },
    port: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) console.log('npm run station -- [--config kiosk-config/<file>] [--data <folder>] [--port <n>]')
else await run()

async function run(): Promise<void> {
  const read = await readStationFile(values.config)
  if (!read.ok) return giveUp(sayStationFileProblem(read.error))
  const port = values.port === undefined ? read.value.network.port : Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return giveUp(`--port ${values.port}: give a whole number from 0 to 65535`)
  const file = { ...read.value, network: { ...read.value.network, port } }
  const data = resolve(
    values.data ??
      join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'riverside-station', file.station.id),
  )
  const started = await startStation({
    file,
    data,
    bundledPack: join(root, 'assets/demo-pack'),
    pages: { exhibits: join(root, 'apps/exhibits/dist'), console: join(root, 'apps/console/dist') },
    phonePage: await readyOr('phone-page.html', buildPhonePage),
    guidePage: await readyOr('guide-page.html', buildGuidePage),
    printService: printServiceOf(process.env.CUPS_SERVER),
    clock: { now: Date.now, elapsed: () => performance.now() },
    log: (event) => console.log(JSON.stringify(event)),
  })
  if (!started.ok) return giveUp(started.error)
  const station = started.value
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    void station.close().then(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  parentPort?.on('message', ({ data: message }) => {
    if (message === 'stop') stop()
  })
  parentPort?.postMessage({ type: 'ready', url: station.url, key: station.screenKey, file })
  if (!parentPort)
    console.log(`驿站开了 / The station is open: ${station.url}/ (值班台 staff: ${station.url}/console/)`)
}

/** Ready made beside the bundle; made from its sources while developing. */
async function readyOr(name: string, make: () => Promise<PhonePage>): Promise<PhonePage> {
  const ready = join(import.meta.dirname, name)
  return existsSync(ready) ? phonePageOf(readFileSync(ready, 'utf8')) : await make()
}

/** Says why, to whoever started us, and ends with a code that tells the shell not to try again. */
function giveUp(why: string): void {
  console.error(why)
  parentPort?.postMessage({ type: 'refused', why })
  process.exitCode = 78
  // The shell must have read the message before the wire closes.
  if (parentPort) setTimeout(() => process.exit(78), 200)
}
