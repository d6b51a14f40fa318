import { type Station, StationFile } from '@riverside/contract'
import { describe, expect, test } from 'vitest'
import { keepUnchanged } from './keep-unchanged.ts'

const words = { zh: '驿站', en: 'Station' }
const stationWith = (helm: object, hash = 'a'): Station => ({
  file: StationFile.parse({ station: { id: 'test', name: words, place: words }, helm }),
  pack: { hash, pack: {} as Station['pack']['pack'] },
  needsPin: false,
})

describe('a station that is read again', () => {
  test('is the same in all that did not change', () => {
    const before = stationWith({ serial: '/dev/helm' })
    const now = keepUnchanged(before, stationWith({ serial: '/dev/helm', direction: 'reversed' }))
    expect(now.pack).toBe(before.pack)
    expect(now.file.idle).toBe(before.file.idle)
    expect(now.file.helm.driver).toMatchObject({ direction: 'reversed' })
  })

  test('shows a new pack and a new wheel', () => {
    const before = stationWith({})
    const after = stationWith({}, 'b')
    expect(keepUnchanged(before, after).pack).toBe(after.pack)
    expect(keepUnchanged(undefined, after)).toBe(after)
  })
})
