import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Chance } from '@riverside/kit'
import { build } from 'esbuild'
import { openStore, type Store } from './store.ts'

const kinds = ['readings', 'passages', 'judgements', 'settings'] as const
type Kind = (typeof kinds)[number]

export type KillReport = {
  readonly kills: number
  /** Counts whose writer said that they are on the disk, and counts found there afterwards. */
  readonly acknowledged: number
  readonly found: number
  /** Kills after which a count was missing, or more than one was there that nobody was told of. */
  readonly wrong: number
  readonly integrity: string
}

/** Looks at everything in the database after so many kills; the counts are looked at after every one. */
const checkEach = 100

/**
 * Kills writers of the station's database at random moments (SIGKILL, which nothing can catch), the four kinds of counts by turns, and
 * compares what they acknowledged with what is there. Ends after so many kills or so many seconds.
 */
export async function killWriters(wish: {
  readonly kills: number
  readonly seconds: number
  readonly chance: Chance
  readonly onProgress?: (kills: number) => void
}): Promise<KillReport> {
  const workshop = resolve(import.meta.dirname, '../../node_modules/.killed-writer')
  await mkdir(workshop, { recursive: true })
  const place = await mkdtemp(join(workshop, 'run-'))
  const program = join(place, 'writer.mjs')
  const folder = join(place, 'data')
  try {
    await build({
      entryPoints: [join(import.meta.dirname, 'killed-writer.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['@photostructure/sqlite'],
      // Packages of the older module form ask for `require` inside a module of the newer one.
      banner: { js: "import { createRequire as $make } from 'node:module'; const require = $make(import.meta.url)" },
      logLevel: 'error',
    })
    const until = performance.now() + wish.seconds * 1000
    const stored: Record<Kind, number> = { readings: 0, passages: 0, judgements: 0, settings: 0 }
    let [kills, acknowledged, wrong] = [0, 0, 0]
    let integrity = 'ok'
    for (; kills < wish.kills && performance.now() < until; kills += 1) {
      const kind = kinds[kills % kinds.length] ?? 'readings'
      const heard = await writeAndKill(program, folder, kind, wish.chance)
      acknowledged += heard
      const opened = openStore(folder)
      if (!opened.ok) throw new Error(opened.error.code)
      using store = opened.value
      const now = countOf(store, kind)
      const added = now - stored[kind]
      if (added < heard || added > heard + 1 || store.setAside !== undefined) wrong += 1
      stored[kind] = now
      if (kills % checkEach === 0) integrity = worse(integrity, integrityOf(store))
      wish.onProgress?.(kills + 1)
    }
    const opened = openStore(folder)
    if (!opened.ok) throw new Error(opened.error.code)
    using store = opened.value
    const found = Object.values(stored).reduce((sum, each) => sum + each, 0)
    return { kills, acknowledged, found, wrong, integrity: worse(integrity, integrityOf(store)) }
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** Lets one writer write for a moment of chance; gives how many counts it acknowledged before it died. */
async function writeAndKill(program: string, folder: string, kind: Kind, chance: Chance): Promise<number> {
  const child = spawn(process.execPath, [program, folder, kind], { stdio: ['ignore', 'pipe', 'inherit'] })
  const enough = 1 + Math.floor(chance() ** 2 * 60)
  const late = chance() * 3
  let heard = 0
  child.stdout.on('data', (bytes: Buffer) => {
    const before = heard
    heard += bytes.length / 2
    // A few milliseconds later rather than at the line itself, so that death comes at any point of a write.
    if (before < enough && heard >= enough) setTimeout(() => child.kill('SIGKILL'), late)
  })
  await Promise.all([once(child, 'exit'), once(child.stdout, 'close')])
  if (heard < enough) throw new Error(`The writer of ${kind} ended by itself after ${heard} counts`)
  return Math.floor(heard)
}

const queries: Readonly<Record<Kind, string>> = {
  readings: `SELECT sum(n) AS count FROM bucket`,
  passages: `SELECT sum(in_n) AS count FROM bucket`,
  judgements: `SELECT sum(smiling_seen) AS count FROM calibration_tally`,
  settings: `SELECT CAST(value AS INTEGER) AS count FROM setting WHERE name = 'killed-writer'`,
}

const countOf = (store: Store, kind: Kind): number =>
  Number((store.database.prepare(queries[kind]).get() as { count: number | null } | undefined)?.count ?? 0)

const integrityOf = (store: Store): string =>
  (store.database.prepare('PRAGMA integrity_check').get() as { integrity_check: string }).integrity_check

const worse = (one: string, other: string): string => (one === 'ok' ? other : one)
