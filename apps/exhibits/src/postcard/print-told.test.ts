import type { Print } from '@riverside/contract'
import { PrinterTrouble, PrintState } from '@riverside/postcard'
import { asciiPunctuationInChinese } from '@riverside/ui'
import { describe, expect, test } from 'vitest'
import { type PrinterSeen, type Printing, toldOf } from './print-told.ts'
import { printWords } from './print-words.ts'

const ready: PrinterSeen = { state: 'ready' }
const print: Print = {
  ticket: 'T1',
  state: 'sent',
  ahead: 0,
  copiesLeft: 1,
  wantsTurning: false,
  pretend: false,
}
const followed = (change: Partial<Print>): Printing => ({ at: 'followed', print: { ...print, ...change } })

describe('the print slip', () => {
  test('is not there where no printer is, and offers nothing while one is in trouble', () => {
    expect(toldOf({ at: 'not-asked' }, { state: 'absent' }, 'zh')).toBeUndefined()
    for (const reason of PrinterTrouble.options) {
      const told = toldOf({ at: 'not-asked' }, { state: 'trouble', reason }, 'zh')
      expect(told).toMatchObject({ isCalm: false, more: printWords.zh.seeBeside })
      expect(told?.can).toBeUndefined()
    }
  })

  test('needs two presses and none of them after the card is asked for', () => {
    expect(toldOf({ at: 'not-asked' }, ready, 'zh')?.can).toBe('print')
    expect(toldOf({ at: 'about-to' }, ready, 'zh')?.can).toBe('stop')
    expect(toldOf({ at: 'handing' }, ready, 'zh')?.can).toBeUndefined()
    for (const state of ['sent', 'waiting', 'printing', 'held'] as const)
      expect(toldOf(followed({ state }), ready, 'zh')?.can).toBeUndefined()
  })

  test('says that a card is printed of no other state than printed', () => {
    for (const language of ['zh', 'en'] as const)
      for (const state of PrintState.options) {
        const told = toldOf(followed({ state }), ready, language)
        expect(told?.head === printWords[language].printed).toBe(state === 'printed')
      }
  })

  test('tells a held card’s trouble and minutes, and sends a card that was let go to the code', () => {
    const held = toldOf(followed({ state: 'held', trouble: 'paper-out', heldFor: 541 }), ready, 'zh')
    expect(held?.head).toBe('打印机的纸用完了')
    expect(held?.more).toContain('10 分钟')
    expect(toldOf(followed({ state: 'let-go' }), ready, 'en')).toMatchObject({
      more: printWords.en.seeBeside,
      can: 'once',
    })
  })

  test('offers another copy only as long as there is one left', () => {
    expect(toldOf(followed({ state: 'printed' }), ready, 'zh')?.can).toBe('again')
    expect(toldOf(followed({ state: 'printed', copiesLeft: 0 }), ready, 'zh')?.can).toBeUndefined()
    expect(toldOf({ at: 'refused', code: 'copies-spent' }, ready, 'zh')?.can).toBeUndefined()
  })

  test('writes Chinese with Chinese signs', () => {
    for (const state of PrintState.options) {
      const told = toldOf(followed({ state, ahead: 2, heldFor: 60 }), ready, 'zh')
      expect(asciiPunctuationInChinese(`${told?.head}${told?.more ?? ''}`)).toEqual([])
    }
  })
})
