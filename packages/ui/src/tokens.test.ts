import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tokensAsCss, typeScale } from './tokens.ts'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

describe('the style sheets', () => {
  test('tokens.css says what the tokens say', () => {
    expect(read('tokens.css')).toBe(tokensAsCss())
  })

  test('fonts.css asks for woff2 alone, from the packages, and shows no word before its face is there', () => {
    const fonts = read('fonts.css')
    expect(fonts).not.toMatch(/\.woff\)|https?:|font-display: swap/)
    for (const face of ['Noto Serif SC', 'Noto Sans SC', 'LXGW WenKai', 'Fraunces Variable'])
      expect(fonts).toMatch(new RegExp(`font-family: ["']${face}["']`))
  })

  test('no visitor reads letters smaller than 24 design pixels', () => {
    expect(Math.min(...Object.values(typeScale).map(({ size }) => size))).toBeGreaterThanOrEqual(24)
  })
})
