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
  test('refuses a cue that ends before it begins, lies outside the print or overlaps another in its place', () => {
    const smoke = {
      kind: 'motion',
      motion: 'smoke',
      area: { x: 0.1, y: 0.1, width: 0.2, height: 0.2 },
      from: 0,
      to: 0.5,
    }
    const cues = (...given: object[]) => faults({ chapters: [{ ...chapter, cues: given }] })
    expect(cues(smoke, { ...smoke, from: 0.5, to: 1 })).toBeUndefined()
    expect(cues({ ...smoke, from: 0.6 })).toEqual(['chapters.0.cues.0.to'])
    expect(cues({ ...smoke, to: 1.2 })).toEqual(['chapters.0.cues.0.to'])
    expect(cues({ ...smoke, area: { x: 0.9, y: 0, width: 0.2, height: 1 } })).toEqual(['chapters.0.cues.0.area'])
    expect(cues(smoke, { ...smoke, from: 0.4, to: 1 })).toEqual(['chapters.0.cues.1'])
  })
  test('refuses a question and a chapter about a moment that is not told', () => {
    const question = {
      id: 'q',
      moment: 'x',
      asks: story.title,
      answers: [story.title, story.dated],
      right: 0,
      why: story.title,
    }
    expect(faults({ quiz: [question] })).toEqual(['quiz.0.moment'])
    expect(faults({ chapters: [{ ...chapter, moments: ['x'] }] })).toEqual(['chapters.0.moments.0'])
    expect(faults({ quiz: [{ ...question, right: 2 }] })).toContain('quiz.0.right')
  })
  test('refuses two chapters of one id, a claim without source and a path that climbs out', () => {
    expect(faults({ chapters: [chapter, chapter] })).toEqual(['chapters.1.id'])
    expect(faults({ chapters: [{ ...chapter, sources: [] }] })).toEqual(['chapters.0.sources'])
    expect(faults({ chapters: [{ ...chapter, picture: 'media/../x.webp' }] })).toEqual(['chapters.0.picture'])
  })
})
