import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { migrations, newestVersion } from './migrations.ts'
import { openStore, type Store } from './store.ts'

const folders: string[] = []
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'riverside-store-'))
  folders.push(made)
  return made
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true })
})

function opened(path: string, steps = migrations): Store {
  const store = openStore(path, steps)
  if (!store.ok) throw new Error(store.error.code)
  return store.value
}

describe('the store', () => {
  test('keeps what it acknowledged when it is opened again', () => {
    const path = folder()
    {
      using store = opened(path)
      store.writeSetting('staff-pin', 'hash')
    }
    using again = opened(path)
    expect(again.readSetting('staff-pin')).toBe('hash')
    expect(again.setAside).toBeUndefined()
  })

  test.each(migrations.map(({ version }) => version))('comes up from version %i with its rows', (version) => {
    const path = folder()
    {
      using old = opened(path, migrations.slice(0, version))
      old.writeSetting('kept', 'yes')
    }
    using store = opened(path)
    expect(store.version).toBe(newestVersion)
    expect(store.readSetting('kept')).toBe('yes')
  })

  test('numbers its steps one after the other', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1))
  })

  test('leaves a database of a newer program alone', () => {
    const path = folder()
    const newer = [
      ...migrations,
      { version: newestVersion + 1, name: 'of tomorrow', up: 'CREATE TABLE tomorrow (id INTEGER) STRICT' },
    ]
    opened(path, newer)[Symbol.dispose]()
    expect(openStore(path)).toMatchObject({
      ok: false,
      error: { code: 'newer-database', found: newestVersion + 1, known: newestVersion },
    })
    using store = opened(path, newer)
    expect(store.database.prepare('SELECT count(*) AS n FROM tomorrow').get()).toEqual({ n: 0 })
  })

  test('puts a file that is no database aside, whole, and begins a new one', () => {
    const path = folder()
    writeFileSync(join(path, 'station.db'), 'not a database, but somebody may want it back'.repeat(50))
    using store = opened(path)
    expect(store.setAside).toBeDefined()
    expect(readFileSync(store.setAside ?? '', 'utf8')).toContain('somebody may want it back')
    store.writeSetting('works', 'yes')
  })

  describe('of a large size', () => {
    const openLarge = (path: string): Store => {
      const store = openStore(path, migrations, 'aside', 0)
      if (!store.ok) throw new Error(store.error.code)
      return store.value
    }
    /** A database of some hundred pages, closed as it ought to be. */
    function filled(): string {
      const path = folder()
      using store = openLarge(path)
      store.inOneGo(() => {
        for (let at = 0; at < 400; at += 1) store.writeSetting(`filler-${at}`, 'x'.repeat(1000))
      })
      return path
    }
    /** Scratches out a page that no start has need of. */
    function hurt(path: string): void {
      const file = openSync(join(path, 'station.db'), 'r+')
      writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, 60 * 4096)
      closeSync(file)
    }

    test('is trusted after a clean stop, but not for ever', () => {
      const path = filled()
      hurt(path)
      const starts = Array.from({ length: 10 }, () => {
        using store = openLarge(path)
        return store.setAside === undefined
      })
      expect(starts.indexOf(false)).toBeGreaterThan(0)
    })
    test('is looked through after an unclean stop', () => {
      const path = filled()
      hurt(path)
      writeFileSync(join(path, 'station.db-wal'), '')
      using store = openLarge(path)
      expect(store.setAside).toBeDefined()
    })
    test('is put aside when its end is missing, however it was stopped', () => {
      const path = filled()
      truncateSync(join(path, 'station.db'), 40 * 4096)
      using store = openLarge(path)
      expect(store.setAside).toBeDefined()
    })
    test('is looked through at every start while it is small', () => {
      const path = filled()
      hurt(path)
      using store = opened(path)
      expect(store.setAside).toBeDefined()
    })
  })

  test('begins none of a transaction that fails in the middle', () => {
    using store = opened(folder())
    expect(() =>
      store.inOneGo(() => {
        store.writeSetting('half', 'done')
        throw new Error('power cut')
      }),
    ).toThrow('power cut')
    expect(store.readSetting('half')).toBeUndefined()
  })

  test('says so when the folder cannot be written', () => {
    const path = folder()
    const file = join(path, 'a-file')
    writeFileSync(file, '')
    expect(openStore(join(file, 'below'))).toMatchObject({ ok: false, error: { code: 'folder-not-writable' } })
  })

  test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'says so when the disk is full, and loses nothing',
    () => {
      const path = folder()
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', path])
      const fill = () => execFileSync('sh', ['-c', 'cat /dev/zero > "$0" 2>/dev/null || true', join(path, 'filler')])
      try {
        {
          using store = opened(path)
          store.writeSetting('before', 'kept')
          fill()
          expect(store.state()).toBe('full')
          expect(() => store.writeSetting('after', 'x'.repeat(100_000))).toThrow(/full|disk/i)
          expect(store.readSetting('before')).toBe('kept')
        }
        fill()
        expect(openStore(path)).toMatchObject({ ok: false, error: { code: 'disk-full' } })
        rmSync(join(path, 'filler'))
        using store = opened(path)
        expect(store.readSetting('before')).toBe('kept')
        store.writeSetting('after', 'works again')
        expect(store.state()).toBe('ready')
      } finally {
        execFileSync('umount', [path])
      }
    },
  )
})
