import type { HelmNews } from '@riverside/contract'
import { describe, expect, test } from 'vitest'
import { newsOnly } from './helm-reader.ts'

const turned = (counts: number): HelmNews => ({ type: 'turned', counts })

describe('the reports of an encoder', () => {
  test('are passed on step by step, and once where it repeats itself', () => {
    const all = [turned(1), turned(1), turned(5), turned(9), turned(9)]
    expect(all.filter(newsOnly())).toEqual([turned(1), turned(5), turned(9)])
  })

  test('keep every press of the hub, in its place', () => {
    const press: readonly HelmNews[] = [
      { type: 'button', pressed: true },
      { type: 'button', pressed: false },
    ]
    const all = [turned(1), ...press, ...press, turned(1)]
    expect(all.filter(newsOnly())).toEqual([turned(1), ...press, ...press])
  })
})
