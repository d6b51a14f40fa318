import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { SmileReading } from '@riverside/contract'
import type { Words } from '@riverside/kit'
import { ambientNotice, type Notice, notice, noticeAloud, noticeLines } from '@riverside/smile'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import models from '../../../../assets/models/models.json'
import { facesFound } from './blazeface.ts'
import * as smileWords from './smile-words.ts'
import { readNews } from './worker-news.ts'

const passage = { type: 'passage', decision: 'smiling', judgements: 30 }

describe('what leaves the metering worker', () => {
  test('is an answer with its quality', () => {
    expect(readNews(passage)).toEqual(passage)
  })

  test('is never a picture, a buffer or a list, wherever it is put', () => {
    const cargo = fc.oneof(
      fc.uint8Array({ minLength: 1 }),
      fc.float32Array({ minLength: 1 }),
      fc.array(fc.double(), { minLength: 1 }),
      fc.string({ minLength: 400 }),
      fc.constant(new ArrayBuffer(64)),
      fc.record({ box: fc.array(fc.integer()) }),
    )
    fc.assert(
      fc.property(
        cargo,
        fc.constantFrom('picture', 'judgements', 'decision', 'type', 'faces', 'box'),
        (hidden, field) => {
          expect(readNews({ ...passage, [field]: hidden })).toBeUndefined()
          expect(readNews(hidden)).toBeUndefined()
        },
      ),
    )
  })

  test('is at most the place of one face, as four shares of the picture', () => {
    const framed = { type: 'framed', x: 0.4, y: 0.3, width: 0.1, height: 0.2 }
    expect(readNews(framed)).toEqual(framed)
    expect(readNews({ ...framed, x: 320 })).toBeUndefined()
    expect(readNews({ ...framed, happy: 0.9 })).toBeUndefined()
    expect(readNews({ type: 'framed', faces: [framed, framed] })).toBeUndefined()
  })

  test('is dropped where it is anything at all but news', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        const news = readNews(message)
        if (news !== undefined) expect(Object.values(news).every((value) => typeof value !== 'object')).toBe(true)
      }),
    )
  })
})

describe('a reading on the wire', () => {
  const reading = { door: 'entry', mode: 'opt-in', decision: 'smiling', party: 0 }

  test('carries the decision and no list of any length', () => {
    expect(SmileReading.safeParse(reading).success).toBe(true)
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 128 }), (scores) => {
        expect(SmileReading.safeParse({ ...reading, scores }).success).toBe(false)
        expect(SmileReading.safeParse({ ...reading, party: scores }).success).toBe(false)
      }),
    )
  })
})

const folder = resolve(import.meta.dirname, '../../../../assets/models')

describe('the nets', () => {
  test('are the two that are named, with the bytes that are named', () => {
    const named = { ...models.detector.files, ...models.expression.files }
    for (const [file, sha256] of Object.entries(named)) {
      expect(
        createHash('sha256')
          .update(readFileSync(resolve(folder, file)))
          .digest('hex'),
      ).toBe(sha256)
    }
    const others = readdirSync(folder).filter((file) => !Object.keys(named).includes(file))
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'models.json'])
  })
})

describe('the detector’s answer', () => {
  test('is read back to the box it stands for, and doubles are dropped', () => {
    const scores = new Float32Array(896).fill(-20)
    const values = new Float32Array(896 * 16)
    for (const index of [0, 1]) {
      scores[index] = 4 - index
      values.set([2, 4, 40, 60], index * 16)
    }
    const faces = facesFound(scores, values, 0.3)
    expect(faces).toHaveLength(1)
    expect(faces[0]).toMatchObject({ box: { x: -10, y: -18, width: 40, height: 60 } })
    expect(faces[0]?.score).toBeCloseTo(0.982, 3)
  })

  test('is nobody below the threshold', () => {
    expect(facesFound(new Float32Array(896).fill(-1), new Float32Array(896 * 16).fill(30), 0.3)).toEqual([])
  })
})

describe('the notice', () => {
  test('says purpose, place, what is kept, and that no is free, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const aloud = noticeAloud(language)
      for (const { text } of notice.reasons) expect(aloud).toContain(text[language])
      expect(aloud).toContain(notice.responsible[language])
    }
    expect(noticeAloud('zh')).toContain('未满 14 岁请先问家长')
  })

  test('of a camera that always reads says so, who answers, and how not to be read', () => {
    const always = ambientNotice('王值班长')
    const lines = noticeLines(always, 'zh')
    expect(lines).toHaveLength(6)
    expect(lines.join('')).toContain('不想被看，请告诉值班台')
    expect(lines.at(-1)).toBe('由王值班长负责。')
    expect(lines.join('')).not.toContain('按下')
    expect(noticeLines(always, 'en').every((line) => line.endsWith('.'))).toBe(true)
  })

  test('sets no half-width punctuation beside a Han character', () => {
    const told = ({ question, responsible, reasons }: Notice) => [
      question,
      responsible,
      ...reasons.flatMap(({ name, text }) => [name, text]),
    ]
    const all = [...told(notice), ...told(ambientNotice('值班长')), ...textsIn(smileWords)]
    expect(all.length).toBeGreaterThan(90)
    for (const { zh, en } of all) {
      expect(zh).not.toMatch(/\p{Script=Han}\s*[,.;:!?]|[,;:!?]\s*\p{Script=Han}/u)
      expect(zh + en).not.toMatch(/[!！]/)
    }
  })
})

/** Every text with its two languages, however deep it lies; what takes a figure is given one. */
function textsIn(value: unknown): readonly Words[] {
  if (typeof value === 'function') return textsIn(value('20:00'))
  if (typeof value !== 'object' || value === null) return []
  const { zh, en } = value as Partial<Words>
  if (typeof zh === 'string' && typeof en === 'string') return [{ zh, en }]
  return Object.values(value).flatMap(textsIn)
}
