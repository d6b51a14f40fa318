import { readdir, readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { eventually, openShell, type ShellUnderTest } from './shell-under-test.ts'

/** F-22: the window is back on the attract screen within five seconds. */
const backWithin = 5_000

let display: Display
let shell: ShellUnderTest
beforeEach(async () => {
  display = await openDisplay()
  shell = await openShell({ display, file: { screen: { mode: 'kiosk' } } })
  await shell.event('page-alive')
})
afterEach(async () => {
  await shell?.close()
  await display?.close()
})

/** In the shell itself: a page that crashed cannot be asked through Playwright any more. */
const crash = () =>
  shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
const inPage = <Answer>(source: string): Promise<Answer> =>
  shell.app.evaluate(
    ({ BrowserWindow }, source) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(source),
    source,
  )
const address = () => shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())

describe('the page', () => {
  test('is back within five seconds after a crash, and comes back without 3D after the third', async () => {
    for (const count of [1, 2, 3]) {
      const began = performance.now()
      await crash()
      await shell.event('page-alive', count + 1)
      expect(performance.now() - began).toBeLessThan(backWithin)
    }
    expect(await address()).toBe('app://riverside/?safe=1')
    expect((await shell.events()).filter(({ event }) => event === 'page-failed').map(({ rung }) => rung)).toEqual([
      'reload',
      'reload',
      'safe-mode',
    ])
    expect(
      (await readdir(shell.data, { recursive: true })).filter((name) => /\.(?:dmp|core)$|^core/.test(name)),
    ).toEqual([])
  })

  test('that hangs is ended after five seconds and is back within another five', async () => {
    await inPage('setTimeout(() => { for (;;) {} }, 0), 0')
    const began = performance.now()
    const failed = await shell.event('page-failed')
    const found = performance.now()
    expect(failed).toMatchObject({ fault: 'hung', rung: 'reload' })
    expect(found - began).toBeGreaterThan(4_000)
    await shell.event('page-alive', 2)
    expect(performance.now() - found).toBeLessThan(backWithin)
  })

  test('that closes its own window finds itself in a new one', async () => {
    await inPage('setTimeout(() => window.close(), 0), 0')
    await shell.event('page-alive', 2)
    expect(await address()).toBe('app://riverside/')
  })
})

describe('the station service', () => {
  test('that is killed starts again, with its data, and the page need not know', async () => {
    const post = (path: string, body: object) =>
      inPage<number>(
        `fetch('${path}', { method: 'POST', body: '${JSON.stringify(body)}', headers: { 'content-type': 'application/json' } }).then((answer) => answer.status)`,
      )
    expect(await post('/api/staff/first-pin', { pin: '2583' })).toBeLessThan(300)
    const metric = await shell.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'riverside-station')?.pid,
    )
    process.kill(metric as number, 'SIGKILL')
    await shell.event('station-up', 2)
    expect(await post('/api/staff/sign-in', { pin: '2583' })).toBe(200)
    expect(await post('/api/staff/sign-in', { pin: '1111' })).not.toBe(200)
    expect((await shell.events()).filter(({ event }) => event === 'page-alive')).toHaveLength(1)
  })

  test('is waited for by calls that come while it starts again', async () => {
    const pid = await shell.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'riverside-station')?.pid,
    )
    process.kill(pid as number, 'SIGKILL')
    await shell.event('station-died')
    expect(await inPage<number>("fetch('/api/health').then((answer) => answer.status)")).toBe(200)
  })
})

describe('a second copy', () => {
  test('says so and ends, and the first goes on', async () => {
    const second = await shell.startAgain()
    expect(second.code).toBe(3)
    expect(second.said).toContain('already running')
    expect(await inPage<number>("fetch('/api/health').then((answer) => answer.status)")).toBe(200)
  })
})

describe('the end', () => {
  test('lets the station close its database before the program is gone', async () => {
    const station = await shell.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'riverside-station')?.pid,
    )
    const program = shell.app.process()
    program.kill('SIGTERM')
    await eventually('the end of the shell', async () => program.exitCode !== null || program.signalCode !== null)
    expect(program.exitCode).toBe(0)
    expect((await readdir(shell.data)).filter((name) => name.endsWith('-wal'))).toEqual([])
    // The shell hears of the end when the wire between them closes, a moment before the system has done with the process.
    await eventually('the end of the station', async () => !(await isRunning(station as number)))
  })
})

/** Whether a process still does anything: one that has ended but was not yet collected by its parent does not. */
async function isRunning(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  return stat !== undefined && !/\) [ZX] /.test(stat)
}
