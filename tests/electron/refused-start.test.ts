import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { asRoot, readyElectron } from './shell-under-test.ts'

let display: Display
let folder: string
beforeAll(async () => {
  display = await openDisplay()
  folder = await mkdtemp(join(tmpdir(), 'refused-'))
  await readyElectron()
})
afterAll(async () => {
  await display?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const station = { id: 'probe', name: { zh: '试验驿站', en: 'Trial Station' }, place: { zh: '码头', en: 'Wharf' } }

/** Starts the shell with this station file until it ends by itself. */
async function start(file: string, ...words: string[]): Promise<{ code: number; said: string }> {
  const config = join(folder, 'station.json')
  await writeFile(config, file)
  const { executable } = await readyElectron()
  const args = [
    ...asRoot,
    resolve(import.meta.dirname, '../../apps/kiosk'),
    '--config',
    config,
    '--data',
    join(folder, 'data'),
    ...words,
  ]
  return new Promise((over) => {
    execFile(
      executable,
      args,
      { env: { ...process.env, DISPLAY: display.name, WAYLAND_DISPLAY: '' }, timeout: 60_000 },
      (failure, out, complaint) =>
        over({ code: typeof failure?.code === 'number' ? failure.code : failure ? -1 : 0, said: out + complaint }),
    )
  })
}

describe('a start that cannot succeed', () => {
  test('names the line of a setting that is none', async () => {
    const { code, said } = await start(`{\n  "station": ${JSON.stringify(station)},\n  "colour": "red"\n}`)
    expect(code).toBe(78)
    expect(said).toMatch(/3/)
    expect(said).toContain('colour')
  })

  test('says that the port is taken, and by what it may be', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((listening) => taken.once('listening', listening))
    const { port } = taken.address() as AddressInfo
    const { code, said } = await start(JSON.stringify({ station }), '--port', String(port))
    taken.close()
    expect(code).toBe(78)
    expect(said).toContain(`Port ${port} is taken`)
  })

  test('says which value is missing on the command line', async () => {
    const { code, said } = await start(JSON.stringify({ station }), '--port')
    expect(code).toBe(78)
    expect(said).toContain('--port')
  })
})
