import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shortest } from './angles.ts'
import { Stop } from './stop.ts'
import { whereAmI, windOf } from './where.ts'

const words = (zh: string, en: string) => ({ zh, en })
const claim = { figure: words('1883', '1883'), text: words('供水。', 'Water.'), certainty: 'high', sources: ['S15'] }
const picture = { picture: 'media/a.jpg', dated: words('今天', 'today'), drawn: true }
const waterworks = Stop.parse({
  id: 'yangshupu-shuichang',
  name: words('杨树浦水厂', 'Yangshupu Waterworks'),
  chainage: 1480,
  chainageUncertainty: 120,
  headline: { figure: '1883', words: words('年开始供水', 'first water') },
  past: claim,
  present: claim,
  facts: [],
  then: picture,
  now: picture,
  narration: words('水厂。', 'The waterworks.'),
})

describe('where the ship is', () => {
  test('is said from the wharf, with what stands abeam and where the eye looks', () => {
    expect(whereAmI([waterworks], 1483, waterworks, 31)).toEqual({
      zh: '离码头 1480 米，正对杨树浦水厂，朝东北看。',
      en: '1480 metres from the wharf, abeam of Yangshupu Waterworks, looking north-east.',
    })
  })

  test('is said with what comes next', () => {
    expect(whereAmI([waterworks], 1203, undefined, 358).zh).toBe('离码头 1200 米，前面 280 米是杨树浦水厂，朝北看。')
    expect(whereAmI([waterworks], 2000, undefined, 180).en).toBe('2000 metres from the wharf, looking south.')
    expect(whereAmI([waterworks], 0, undefined, 90).zh).toBe('在秦皇岛路码头，前面 1480 米是杨树浦水厂，朝东看。')
    expect(whereAmI([waterworks], -300, waterworks, 271).zh).toBe('在码头上游 300 米，正对杨树浦水厂，朝西看。')
  })
})

describe('a wind', () => {
  test('is the nearest of eight, for whatever bearing', () => {
    fc.assert(
      fc.property(fc.double({ min: -720, max: 720, noNaN: true }), (bearing) => {
        const index = all.indexOf(windOf(bearing).en)
        expect(Math.abs(shortest(index * 45, bearing))).toBeLessThanOrEqual(22.5 + 1e-9)
      }),
    )
  })
})

const all = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west']
