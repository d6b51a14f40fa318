import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseJson } from '@riverside/kit'
import { z } from 'zod'
import { hub } from './hub.ts'
import { openHubStore } from './hub-store.ts'

const usage = `npx tsx apps/hub/src/main.ts --data <folder> [--port <n>] [--host <address>] [--stations <file>]
  --stations names a JSON file of keys, {"station-id": "key of 16 characters or more"}. Without it the hub answers every station
  and listens on this machine only.`

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '7330' },
    host: { type: 'string', default: '127.0.0.1' },
    stations: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) console.log(usage)
else process.exitCode = await run()

async function run(): Promise<number> {
  const port = Number(values.port)
  if (values.data === undefined) return giveUp(`--data is missing.\n${usage}`)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return giveUp(`--port ${values.port}: give a whole number from 0 to 65535.`)
  const keys = values.stations === undefined ? undefined : readKeys(values.stations)
  if (typeof keys === 'string') return giveUp(keys)
  if (keys === undefined && values.host !== '127.0.0.1')
    return giveUp(`--host ${values.host}: a hub that others can reach needs --stations with a key for each.`)
  const store = await openHubStore(values.data)
  const log = (event: object) => console.log(JSON.stringify(event))
  const app = hub({ store, keys, log, clock: { now: Date.now, elapsed: () => performance.now() } })
  const address = await app.listen({ host: values.host, port })
  log({ event: 'hub-ready', address, stations: keys?.size ?? 'any' })
  await new Promise<void>((stop) => {
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  })
  await app.close()
  await store.close()
  return 0
}

function readKeys(path: string): ReadonlyMap<string, string> | string {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return `${path}: there is no such file, or it cannot be read.`
  }
  const keys = z.record(z.string(), z.string().min(16)).safeParse(parseJson(text))
  return keys.success
    ? new Map(Object.entries(keys.data))
    : `${path}: write {"station-id": "key"}, each key 16 characters or more.`
}

function giveUp(why: string): number {
  console.error(why)
  return 2
}
