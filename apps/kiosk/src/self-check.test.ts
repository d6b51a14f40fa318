import { describe, expect, test } from 'vitest'
import { hasPlainSwap, leavesCoreFiles } from './self-check.ts'

describe('the check for dumps', () => {
  test('finds a machine that would write core files', () => {
    const limits = (soft: string) =>
      `Limit Soft Hard Units\nMax core file size        ${soft}            unlimited            bytes\n`
    expect(leavesCoreFiles(limits('unlimited'))).toBe(true)
    expect(leavesCoreFiles(limits('0'))).toBe(false)
  })

  test('finds swap that is not encrypted, and lets memory and the device mapper pass', () => {
    const swaps = (device: string) => `Filename Type Size Used Priority\n${device} partition 8388604 0 -2\n`
    expect(hasPlainSwap(swaps('/dev/sda2'))).toBe(true)
    expect(hasPlainSwap(swaps('/swapfile'))).toBe(true)
    expect(hasPlainSwap(swaps('/dev/zram0'))).toBe(false)
    expect(hasPlainSwap(swaps('/dev/dm-1'))).toBe(false)
    expect(hasPlainSwap('Filename Type Size Used Priority\n')).toBe(false)
  })
})
