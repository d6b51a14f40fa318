import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handClock } from '@riverside/kit'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { isTooEasy, staffOf } from './staff.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-staff-'))
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  store = opened.value
})
afterEach(() => {
  store[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

describe('the staff of a station', () => {
  test('have no PIN until they set one, and nobody signs in before', async () => {
    const staff = staffOf(store, handClock())
    expect(staff.needsPin()).toBe(true)
    expect(await staff.signIn('2580')).toEqual({ ok: false, error: 'no-pin-yet' })
  })

  test('set the first PIN once; it is kept as a hash', async () => {
    const staff = staffOf(store, handClock())
    expect(await staff.setFirstPin('2580')).toEqual({ ok: true, value: undefined })
    expect(await staff.setFirstPin('9173')).toEqual({ ok: false, error: 'already-set' })
    expect(store.readSetting('staff-pin')).toMatch(/^\$argon2id\$/)
  })

  test('sign in by PIN and are signed out after five quiet minutes', async () => {
    const clock = handClock()
    const staff = staffOf(store, clock)
    await staff.setFirstPin('2580')
    const signedIn = await staff.signIn('2580')
    const token = signedIn.ok ? signedIn.value.token : ''
    clock.advance(4 * 60_000)
    expect(staff.isSignedIn(token)).toBe(true)
    clock.advance(4 * 60_000)
    expect(staff.isSignedIn(token)).toBe(true)
    clock.advance(5 * 60_000 + 1)
    expect(staff.isSignedIn(token)).toBe(false)
  })

  test('are slowed down after five wrong PINs, however many come at once, even for the right one', async () => {
    const clock = handClock()
    const staff = staffOf(store, clock)
    await staff.setFirstPin('2580')
    const answers = await Promise.all(Array.from({ length: 20 }, () => staff.signIn('0000')))
    expect(answers.filter((answer) => !answer.ok && answer.error === 'wrong-pin')).toHaveLength(6)
    expect(await staff.signIn('2580')).toEqual({ ok: false, error: 'too-many' })
    clock.advance(30_001)
    expect((await staff.signIn('2580')).ok).toBe(true)
  })

  test.each(['1111', '1234', '87654321'])('cannot choose %s', (pin) => {
    expect(isTooEasy(pin)).toBe(true)
  })
})
