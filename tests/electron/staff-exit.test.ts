import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { eventually, openShell, type ShellUnderTest } from './shell-under-test.ts'

let display: Display
let shell: ShellUnderTest
beforeAll(async () => {
  display = await openDisplay()
  shell = await openShell({ display, file: { screen: { mode: 'kiosk' } } })
  await shell.event('page-alive')
})
afterAll(async () => {
  await shell?.close()
  await display?.close()
})

type Leaving = { leaveKiosk(input: { pin: string }): Promise<string> }
const leave = (pin: string) =>
  shell.page.evaluate((pin) => (window as unknown as { shell: Leaving }).shell.leaveKiosk({ pin }), pin)

describe('the way out for staff', () => {
  test('is shut as long as nobody has set a PIN', async () => {
    expect(await leave('0000')).toBe('no-pin-yet')
  })

  test('does not open to a wrong PIN', async () => {
    const set = await shell.page.evaluate(() =>
      fetch('/api/staff/first-pin', {
        method: 'POST',
        body: '{"pin":"2583"}',
        headers: { 'content-type': 'application/json' },
      }).then(({ ok }) => ok),
    )
    expect(set).toBe(true)
    expect(await leave('1111')).toBe('wrong-pin')
    expect(shell.app.windows()).toHaveLength(1)
  })

  test('opens to the right one, and the program ends in good order', async () => {
    const program = shell.app.process()
    expect(await leave('2583')).toBe('left')
    await eventually('the end of the shell', async () => program.exitCode !== null)
    expect(program.exitCode).toBe(0)
  })
})
