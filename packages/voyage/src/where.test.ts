import { describe, expect, test } from 'vitest'
import { Stop } from './stop.ts'
import { whereAmI } from './where.ts'

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
  test('is said from the wharf, with what stands abeam', () => {
    expect(whereAmI([waterworks], 1483, waterworks)).toEqual({
      zh: '船在码头下游 1480 米，正对杨树浦水厂。',
      en: 'The ship is 1480 metres below the wharf, abeam of Yangshupu Waterworks.',
    })
  })

  test('is said with what comes next', () => {
    expect(whereAmI([waterworks], 1203, undefined).zh).toBe('船在码头下游 1200 米，前面 280 米是杨树浦水厂。')
    expect(whereAmI([waterworks], 2000, undefined).en).toBe('The ship is 2000 metres below the wharf.')
    expect(whereAmI([waterworks], 0, undefined).zh).toBe('船在秦皇岛路码头，前面 1480 米是杨树浦水厂。')
  })
})
