import { Node, Stop, type TakenView } from '@riverside/voyage'
import { describe, expect, test } from 'vitest'
import { sceneOfView } from './index.ts'

const words = (zh: string, en: string) => ({ zh, en })
const claim = { figure: words('1', '1'), text: words('一', 'One'), certainty: 'high', sources: ['S01'] }
const picture = { picture: 'media/a.webp', dated: words('今天', 'today'), drawn: true }
const stopOf = (id: string, chainage: number, name: { zh: string; en: string }) =>
  Stop.parse({
    id,
    name,
    chainage,
    chainageUncertainty: 60,
    headline: { figure: '1', words: words('一', 'one') },
    past: claim,
    present: claim,
    facts: [],
    then: picture,
    now: picture,
    narration: words('一', 'one'),
  })
const square = (bearing: number) => [
  [bearing - 8, 0],
  [bearing + 8, 0],
  [bearing + 8, 9],
  [bearing - 8, 9],
]
const sphere = {
  picture: 'media/a.webp',
  preview: 'media/a.webp',
  buildings: [
    { stop: 'works', outline: square(30) },
    { stop: 'bridge', outline: square(80) },
  ],
}
const nodeOf = (more: object = {}) =>
  Node.parse({
    id: 'reach',
    chainage: 1405,
    stand: { fromQuay: 60, aboveWater: 7 },
    heading: 31,
    arrival: { bearing: 31, elevation: 5, field: 60 },
    now: sphere,
    then: { ...sphere, dated: words('约1930年，尚无桥', 'About 1930, before the bridge') },
    ...more,
  })
const stops = [
  stopOf('works', 1480, words('杨树浦水厂', 'Yangshupu Waterworks')),
  stopOf('bridge', 2800, words('杨浦大桥（主桥）', 'Yangpu Bridge (main span)')),
]
const pack = { nodes: [nodeOf()], stops }
const view: TakenView = { node: 'reach', age: 'now', bearing: 31, elevation: 5, field: 60 }
const sceneOf = (change: Partial<TakenView>, of = pack) => {
  const scene = sceneOfView(of, { ...view, ...change })
  if (!scene.ok) throw new Error(scene.error)
  return scene.value
}

describe('a view taken along', () => {
  test('is named after the building in its middle, and else after the nearest in sight', () => {
    expect(sceneOf({}).title).toEqual(words('杨树浦水厂', 'Yangshupu Waterworks'))
    expect(sceneOf({ bearing: 67 }).title).toEqual(words('杨浦大桥', 'Yangpu Bridge'))
    expect(sceneOf({ bearing: 210 }).title.zh).toBe('杨树浦水厂')
  })

  test('says where and when it is, and that it is drawn', () => {
    expect(sceneOf({}).caption).toEqual(
      words(
        '从江上看，在码头下游1410米处。今天，示意画。',
        'Seen from the river, 1410 metres below the wharf. Today; drawn for illustration.',
      ),
    )
    const photographed = { ...pack, nodes: [nodeOf({ chainage: -3, now: { ...sphere, drawn: false } })] }
    expect(sceneOf({}, photographed).caption.zh).toBe('从江上看，在秦皇岛路码头前。今天。')
  })

  test('names its age on the front where that is not today', () => {
    const then = sceneOf({ age: 'then' })
    expect(then.title).toEqual(words('杨树浦水厂，约1930年', 'Yangshupu Waterworks, about 1930'))
    expect(then.caption.zh).toContain('约1930年，尚无桥，示意画。')
  })

  test('is refused by name where the pack has no such place or age, or nobody may look that way', () => {
    const problem = (change: Partial<TakenView>, of = pack) => {
      const scene = sceneOfView(of, { ...view, ...change })
      return scene.ok ? undefined : scene.error
    }
    expect(problem({ node: 'nowhere' })).toBe('no-such-node')
    expect(problem({ age: 'then' }, { ...pack, nodes: [nodeOf({ then: undefined })] })).toBe('no-such-age')
    expect(problem({ elevation: -80 })).toBe('view-out-of-limits')
    expect(problem({ field: 15 })).toBe(undefined)
    const narrow = nodeOf({ limits: { lowest: -10, highest: 10, narrowest: 40, widest: 60 } })
    expect(problem({ field: 25 }, { ...pack, nodes: [narrow] })).toBe('view-out-of-limits')
  })
})
