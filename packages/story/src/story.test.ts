import { describe, expect, test } from 'vitest'
import { Story } from './index.ts'

const chapter = {
  id: 'matou',
  picture: 'media/stories/a/matou.webp',
  pictureText: { zh: '码头', en: 'A wharf' },
  caption: { zh: '人在黄浦码头上船。', en: 'They left from Whangpoo Wharf.' },
  lit: { zh: '黄浦码头', en: 'Whangpoo Wharf' },
  certainty: 'medium',
  sources: ['S05'],
  voice: {},
}
const story = {
  id: 'a',
  title: { zh: '江边', en: 'Shore' },
  dated: { zh: '一九一九', en: '1919' },
  chapters: [chapter],
}
const faults = (changed: object) =>
  Story.safeParse({ ...story, ...changed }).error?.issues.map(({ path }) => path.join('.'))

describe('the schema of a story', () => {
  test('accepts a chapter without a voice and puts its subject in the middle', () => {
    expect(Story.parse(story).chapters[0]?.focus).toBe(0.5)
  })
  test('refuses lit words that do not stand in the caption', () => {
    expect(faults({ chapters: [{ ...chapter, lit: { zh: '汇山码头', en: 'Whangpoo Wharf' } }] })).toEqual([
      'chapters.0.lit.zh',
    ])
  })
  test('refuses two chapters of one id, a claim without source and a path that climbs out', () => {
    expect(faults({ chapters: [chapter, chapter] })).toEqual(['chapters.1.id'])
    expect(faults({ chapters: [{ ...chapter, sources: [] }] })).toEqual(['chapters.0.sources'])
    expect(faults({ chapters: [{ ...chapter, picture: 'media/../x.webp' }] })).toEqual(['chapters.0.picture'])
  })
})
