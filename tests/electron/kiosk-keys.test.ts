import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { eventually, openShell, type ShellUnderTest } from './shell-under-test.ts'

/** Keys pressed on the display itself, as a keyboard does: those that Playwright sends do not pass the lock. */
let display: Display
let shell: ShellUnderTest
beforeAll(async () => {
  display = await openDisplay()
  shell = await openShell({ display, file: { screen: { mode: 'kiosk' } } })
  await shell.event('page-alive')
  await shell.page.evaluate(() => {
    const seen = window as unknown as { heardKeys: string[] }
    seen.heardKeys = []
    addEventListener('keydown', (event) => seen.heardKeys.push(event.key), { capture: true })
  })
  const { stdout } = await xdotool('search', '--onlyvisible', '--class', 'riverside')
  await xdotool('windowfocus', '--sync', stdout.trim().split('\n')[0] ?? '')
})
afterAll(async () => {
  await shell?.close()
  await display?.close()
})

const xdotool = (...words: string[]) =>
  promisify(execFile)('xdotool', words, { env: { ...process.env, DISPLAY: display.name }, timeout: 10_000 })
const heard = () => shell.page.evaluate(() => (window as unknown as { heardKeys: string[] }).heardKeys)

describe('the keyboard in kiosk mode', () => {
  test('writes', async () => {
    await xdotool('key', 'h', 'Left', 'Return')
    expect(await eventually('the keys', async () => ((await heard()).length >= 3 ? heard() : undefined))).toEqual([
      'h',
      'ArrowLeft',
      'Enter',
    ])
  })

  test('neither leaves nor reloads, zooms, prints, or opens anything', async () => {
    const before = (await heard()).length
    for (const key of [
      'F1',
      'F5',
      'F11',
      'F12',
      'ctrl+r',
      'ctrl+shift+r',
      'ctrl+w',
      'ctrl+q',
      'ctrl+n',
      'ctrl+t',
      'ctrl+p',
      'ctrl+s',
      'ctrl+o',
      'ctrl+plus',
      'ctrl+minus',
      'ctrl+shift+i',
      'ctrl+u',
      'alt+F4',
      'alt+Left',
      'alt+Home',
      'super',
      'Print',
      'Menu',
      'XF86Back',
    ])
      await xdotool('key', key)
    await xdotool('key', 'z')
    const keys = await eventually('the last key', async () => ((await heard()).at(-1) === 'z' ? heard() : undefined))
    expect(keys.slice(before).filter((key) => key !== 'z')).toEqual([])
    expect(await shell.page.evaluate(() => [window.devicePixelRatio, window.location.href])).toEqual([
      1,
      'app://riverside/',
    ])
    expect(shell.app.windows()).toHaveLength(1)
    expect((await shell.events()).filter(({ event }) => event === 'page-alive')).toHaveLength(1)
  })

  test('has a window that fills the screen, edge to edge', async () => {
    const [window, screen] = await shell.app.evaluate(({ BrowserWindow, screen }) => [
      BrowserWindow.getAllWindows()[0]?.getContentBounds(),
      screen.getPrimaryDisplay().bounds,
    ])
    expect(window).toMatchObject({ x: 0, y: 0 })
    // Where there is no window manager, Chromium leaves out the last row and column lest the window be taken for full screen.
    expect((screen?.width ?? 0) - (window?.width ?? 0)).toBeLessThanOrEqual(1)
    expect((screen?.height ?? 0) - (window?.height ?? 0)).toBeLessThanOrEqual(1)
  })
})
