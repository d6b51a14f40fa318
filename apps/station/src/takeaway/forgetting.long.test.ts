import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { call, deletePostcard, keepPostcard, readStation } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import { describe, expect, test } from 'vitest'

const beside = (name: string): string => join(import.meta.dirname, name)
const folderFor = (life: Lifetime): string =>
  life.own(mkdtempSync(join(tmpdir(), 'riverside-forget-')), (path) => rmSync(path, { recursive: true, force: true }))

/** Every file below a folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())

/** Whether the words lie in some bytes, in either of the two ways a machine writes them down. */
const holds = (bytes: Buffer, words: string): boolean =>
  bytes.includes(Buffer.from(words)) || bytes.includes(Buffer.from(words, 'utf16le'))

describe('a card that was kept and deleted', () => {
  test('has left no word of it on the disk, in the temporary folder, in the log or in the memory of the station', async () => {
    using life = new Lifetime()
    const place = folderFor(life)
    const temporary = join(place, 'tmp')
    mkdirSync(temporary)
    const child = fork(beside('forgetful-station-for-tests.ts'), [place], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    life.own(child, (one) => void one.kill())
    let log = ''
    child.stdout?.on('data', (part: Buffer) => {
      log += part
    })
    const [{ url, key }] = (await once(child, 'message')) as [{ url: string; key: string }]
    const wire = { fetch, address: url, key }
    const station = await call(wire, readStation, undefined)
    const scene = station.ok ? station.value.pack.pack.scenes[0]?.id : undefined
    if (scene === undefined) throw new Error('no scene')
    // Words that stand in no file of the project, or the test would find itself.
    const canary = `Heron ${Math.random().toString(36).slice(2)} flies`
    const memory = async (name: string): Promise<Buffer> => {
      child.send(join(place, name))
      await once(child, 'message')
      return readFileSync(join(place, name))
    }
    const draft = { scene, strokes: [], language: 'en', date: '2026-03-14', greeting: canary } as const
    const kept = await call(wire, keepPostcard, { draft: { ...draft, strokes: [] } })
    if (!kept.ok) throw new Error(kept.error)
    const secret = kept.value.link.split('#')[1] ?? ''
    expect(await call(wire, deletePostcard, undefined, { id: kept.value.id })).toMatchObject({ ok: true })
    // Other visitors' requests take the place of what the wire still held of this one.
    for (let more = 0; more < 30; more++) await call(wire, readStation, undefined)

    const remembered = await memory('after.heapsnapshot')
    expect(holds(remembered, 'forgetful-station-for-tests')).toBe(true)
    for (const words of [canary, secret]) {
      expect(holds(remembered, words)).toBe(false)
      expect(log).not.toContain(words)
      for (const file of filesIn(place).filter((path) => !path.endsWith('.heapsnapshot')))
        expect([file, holds(readFileSync(file), words)]).toEqual([file, false])
    }
    expect(readdirSync(join(place, 'data/cards'))).toEqual([])
  })
})

describe('a disk that is full', () => {
  test('keeps no half of a card, says that there is no room, and goes on with what still fits', async () => {
    using life = new Lifetime()
    const folder = folderFor(life)
    // A limit of 64 blocks of 1024 bytes on every file this process may write stands for a disk without room.
    const { stdout } = await promisify(execFile)('bash', [
      '-c',
      'ulimit -f 64; exec "$0" --import tsx "$@"',
      process.execPath,
      beside('full-disk-for-tests.ts'),
      folder,
      '200000',
    ])
    expect(JSON.parse(stdout)).toEqual(['kept', 'no-room', 'kept'])
    expect(readdirSync(folder).filter((name) => !name.endsWith('.card'))).toEqual([])
    expect(readdirSync(folder)).toHaveLength(2)
  })
})
