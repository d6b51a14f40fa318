import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Pack, type Review, readPack, reviewPack } from '@riverside/content'
import { timelineOf } from '@riverside/story'
import { beforeAll, describe, expect, test } from 'vitest'
import { listPack, packFilesOf } from './pack-folder.ts'

const demo = join(import.meta.dirname, '../../../../assets/demo-pack')

let pack: Pack
let review: Review

beforeAll(async () => {
  const read = readPack(packFilesOf(demo, await listPack(demo)))
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 1))
  pack = read.value
  review = reviewPack(pack)
})

const ofStories = ({ file }: { readonly file: string }) => /^(?:stories|cards)\//.test(file)

describe('the stories of the demonstration pack', () => {
  test('pass the review without a fault or a hint', () => {
    expect([...review.faults, ...review.hints].filter(ofStories)).toEqual([])
  })

  test('are at least six, the departures first, each of three to five chapters', () => {
    expect(pack.stories.length).toBeGreaterThanOrEqual(6)
    expect(pack.stories.slice(0, 4).map(({ id }) => id)).toEqual([
      'liufa-chuhai',
      'cai-jia-qihang',
      'deng-xixian',
      'zhou-enlai',
    ])
    for (const { id, chapters } of pack.stories) {
      expect([id, chapters.length >= 3 && chapters.length <= 5]).toEqual([id, true])
    }
  })

  test('have for every chapter a print of its own, which no other chapter shows', async () => {
    const pictures = pack.stories.flatMap(({ chapters }) => chapters.map(({ picture }) => picture))
    const bytes = await Promise.all(pictures.map((picture) => readFile(join(demo, picture))))
    expect(new Set(pictures).size).toBe(pictures.length)
    expect(new Set(bytes.map((each) => each.toString('base64'))).size).toBe(pictures.length)
  })

  test('ask two or three questions each, and move something in most prints', () => {
    for (const { id, quiz } of pack.stories) expect([id, quiz.length >= 2 && quiz.length <= 3]).toEqual([id, true])
    const chapters = pack.stories.flatMap((story) => story.chapters)
    expect(chapters.filter(({ cues }) => cues.length > 0).length).toBeGreaterThan(chapters.length * 0.6)
  })

  test('light words that no clause mark divides', () => {
    const divided = pack.stories.flatMap(({ id, chapters }) =>
      chapters.flatMap(({ id: chapter, caption, lit }) =>
        (['zh', 'en'] as const)
          .filter(
            (language) => !timelineOf(caption[language], language).some(({ text }) => text.includes(lit[language])),
          )
          .map((language) => `${id}/${chapter} ${language}`),
      ),
    )
    expect(divided).toEqual([])
  })

  test('name sources of the dossier for every chapter, moment and card', () => {
    const claims = [...pack.stories.flatMap(({ chapters, moments }) => [...chapters, ...moments]), ...pack.cards]
    expect(
      claims.flatMap(({ sources }) => sources).filter((source) => !/^(?:S\d{2}|RMW19|PW19|GK)$/.test(source)),
    ).toEqual([])
    expect(
      claims.filter(({ sources, certainty }) => certainty === 'high' && sources.every((each) => each === 'GK')),
    ).toEqual([])
  })

  test('are checked by nobody yet, and do not say they are', () => {
    expect(pack.stories.flatMap(({ moments }) => moments).filter(({ reviewedBy }) => reviewedBy !== undefined)).toEqual(
      [],
    )
  })

  test('tell every moment in some chapter, or differ on the time line alone for a reason', () => {
    for (const { id, chapters, moments } of pack.stories) {
      const told = new Set(chapters.flatMap((chapter) => chapter.moments))
      expect([id, moments.filter((moment) => !told.has(moment.id)).map((moment) => moment.id)]).toEqual([
        id,
        id === 'liufa-chuhai' ? ['liufa-shoupi'] : [],
      ])
    }
  })
})
