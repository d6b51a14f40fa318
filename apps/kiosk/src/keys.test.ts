import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHarmless } from './keys.ts'

const plain = { control: false, alt: false, meta: false }

describe('keys in kiosk mode', () => {
  test('that write or steer reach the page', () => {
    for (const key of ['a', 'Ñ', '江', ' ', '5', 'ArrowLeft', 'Enter', 'Escape', 'Backspace'])
      expect(isHarmless({ ...plain, key })).toBe(true)
  })

  test('that leave, reload, print or inspect do not', () => {
    for (const key of [
      'F1',
      'F5',
      'F11',
      'F12',
      'PrintScreen',
      'BrowserBack',
      'ContextMenu',
      'MediaPlayPause',
      'Meta',
      'Alt',
      'Control',
    ])
      expect(isHarmless({ ...plain, key })).toBe(false)
  })

  test('held with Control, Alt or the system key never do', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('control', 'alt', 'meta'), (key, held) => {
        expect(isHarmless({ ...plain, key, [held]: true })).toBe(false)
      }),
    )
  })
})
