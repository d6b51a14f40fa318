import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { fail, ok, type Result } from '@riverside/kit'
import { migrations as allMigrations, type Migration } from './migrations.ts'

export type StoreProblem =
  | { readonly code: 'folder-not-writable'; readonly path: string; readonly why: string }
  | { readonly code: 'newer-database'; readonly path: string; readonly found: number; readonly known: number }
  | { readonly code: 'disk-full'; readonly path: string }

/** The station's one database file. Whoever opens it closes it. */
export type Store = Disposable & {
  readonly database: DatabaseSyncInstance
  readonly path: string
  readonly version: number
  /** Set when an unreadable database was put aside and a new one begun: where the old one lies. */
  readonly setAside: string | undefined
  /** Found by really writing: a disk may have filled, or a file become read-only, since it was opened. */
  state(): 'ready' | 'set-aside' | 'read-only' | 'full'
  readSetting(name: string): string | undefined
  writeSetting(name: string, value: string): void
  /** Runs `work` in one transaction: all of it is on the disk when this returns, or none of it ever was. */
  inOneGo<T>(work: () => T): T
}

/** Bytes up to which a database is looked through at every start: well under a second. A station keeps thirteen months in a fifth of it. */
const alwaysCheckedBelow = 64 * 1024 * 1024
/** A larger one, such as many stations’ figures in one, is looked through after every unclean stop, and at the latest at every tenth start. */
const mostUnchecked = 9
const uncheckedSetting = 'starts-unchecked'

/**
 * Opens `station.db` below `folder`, making both where they are missing, and walks it up to the newest version. A file that is
 * no database, or is torn, is put aside under another name, never deleted. SQLite in WAL mode, synchronous FULL: what was
 * acknowledged survives a power cut.
 * @param checkedBelow bytes; a smaller file is looked through at every start, a larger one after an unclean stop and now and then.
 */
export function openStore(
  folder: string,
  steps: readonly Migration[] = allMigrations,
  stamp = 'aside',
  checkedBelow = alwaysCheckedBelow,
): Result<Store, StoreProblem> {
  const path = join(folder, 'station.db')
  const refused = tryFolder(folder)
  if (refused) return fail(refused)
  let setAside: string | undefined
  let database: DatabaseSyncInstance
  try {
    database = openSound(path, checkedBelow)
  } catch (failure) {
    if (isFull(failure)) return fail({ code: 'disk-full', path })
    if (!existsSync(path)) return fail({ code: 'folder-not-writable', path, why: messageOf(failure) })
    setAside = putAside(path, stamp)
    database = openSound(path, checkedBelow)
  }
  const known = steps.at(-1)?.version ?? 0
  const found = versionOf(database)
  if (found > known) {
    database.close()
    return fail({ code: 'newer-database', path, found, known })
  }
  try {
    climb(database, found, steps)
  } catch (failure) {
    database.close()
    if (isFull(failure)) return fail({ code: 'disk-full', path })
    throw failure
  }
  return ok(storeOf(database, path, setAside))
}

/** The sentence staff read where the station cannot start. */
export function sayStoreProblem(problem: StoreProblem): string {
  switch (problem.code) {
    case 'folder-not-writable':
      return `数据文件夹写不进去 / The data folder cannot be written: ${problem.path} (${problem.why}). 请换一个 --data 文件夹,或把它的写权限交给运行驿站的用户。 / Choose another --data folder, or give the user who runs the station the right to write it.`
    case 'newer-database':
      return `数据库比这版程序新 / The database is newer than this program: ${problem.path} is of version ${problem.found}, this program knows up to ${problem.known}. 请装新版程序;数据没有动过。 / Install the newer program; nothing was changed.`
    case 'disk-full':
      return `磁盘满了 / The disk is full: ${problem.path}. 请腾出空间后再启动;已存的数据都在。 / Make room and start again; what was stored is still there.`
  }
}

function storeOf(database: DatabaseSyncInstance, path: string, setAside: string | undefined): Store {
  const version = versionOf(database)
  const read = database.prepare('SELECT value FROM setting WHERE name = ?')
  const write = database.prepare(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  )
  return {
    database,
    path,
    version,
    setAside,
    state() {
      try {
        write.run('last-looked-at', String(version))
        return setAside === undefined ? 'ready' : 'set-aside'
      } catch (failure) {
        return isFull(failure) ? 'full' : 'read-only'
      }
    },
    readSetting: (name) => (read.get(name) as { value: string } | undefined)?.value,
    writeSetting: (name, value) => void write.run(name, value),
    inOneGo: (work) => inOneGo(database, work),
    [Symbol.dispose]: () => database.close(),
  }
}

function tryFolder(folder: string): StoreProblem | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    const probe = join(folder, `.write-probe-${process.pid}`)
    writeFileSync(probe, 'x')
    rmSync(probe)
    return undefined
  } catch (failure) {
    return isFull(failure)
      ? { code: 'disk-full', path: folder }
      : { code: 'folder-not-writable', path: folder, why: messageOf(failure) }
  }
}

function openSound(path: string, checkedBelow: number): DatabaseSyncInstance {
  const size = existsSync(path) ? statSync(path).size : 0
  // SQLite takes its log away when it is closed; one that lies there was left by a kill or a power cut, or is in use.
  const wasLeftOpen = existsSync(`${path}-wal`)
  const database = new DatabaseSync(path)
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;',
    )
    if (wasLeftOpen || size === 0 || size < checkedBelow) check(database)
    else trustForOnce(database, size)
    return database
  } catch (failure) {
    database.close()
    throw failure
  }
}

function check(database: DatabaseSyncInstance): void {
  const [found] = database.prepare('PRAGMA quick_check(1)').all() as Array<{ quick_check: string }>
  if (found?.quick_check !== 'ok') throw new Error(`not sound: ${found?.quick_check}`)
}

/** Looks at the length of a large file only, unless it has been trusted too often. */
function trustForOnce(database: DatabaseSyncInstance, size: number): void {
  const { bytes } = database
    .prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size')
    .get() as { bytes: number }
  if (size < bytes) throw new Error(`not sound: ${size} of ${bytes} bytes`)
  const read = database.prepare('SELECT value FROM setting WHERE name = ?').get(uncheckedSetting)
  const times = Number((read as { value: string } | undefined)?.value ?? 0)
  const isDue = times >= mostUnchecked
  if (isDue) check(database)
  database
    .prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)')
    .run(uncheckedSetting, String(isDue ? 0 : times + 1))
}

function putAside(path: string, stamp: string): string {
  let aside = `${path}.${stamp}`
  for (let n = 2; existsSync(aside); n += 1) aside = `${path}.${stamp}-${n}`
  renameSync(path, aside)
  for (const tail of ['-wal', '-shm']) if (existsSync(path + tail)) renameSync(path + tail, aside + tail)
  return aside
}

function climb(database: DatabaseSyncInstance, from: number, steps: readonly Migration[]): void {
  for (const step of steps) {
    if (step.version <= from) continue
    inOneGo(database, () => {
      database.exec(step.up)
      database.exec(`PRAGMA user_version = ${step.version}`)
    })
  }
}

function inOneGo<T>(database: DatabaseSyncInstance, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (failure) {
    try {
      database.exec('ROLLBACK')
    } catch {
      // SQLite has already rolled back, as it does when the disk is full.
    }
    throw failure
  }
}

const versionOf = (database: DatabaseSyncInstance): number =>
  (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version

const messageOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure))

/** True where the disk, and not the file, is to blame: ENOSPC of the system or SQLITE_FULL. */
export const isFull = (failure: unknown): boolean => /ENOSPC|disk is full|SQLITE_FULL/i.test(messageOf(failure))
