import { CardId, MomentId, StoryId } from '@riverside/story'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enteredWith, nextPlace, type Place, type PlaceEvent, type Sheet, sheetKey } from './place.ts'

const story = StoryId.parse('liufa-chuhai')
const moment: Sheet = { of: 'moment', story, moment: MomentId.parse('dao-masai') }
const card: Sheet = { of: 'card', card: CardId.parse('huangpu-matou') }
const chapter: Sheet = { of: 'chapter', story, chapter: 1 }
const after = (...events: readonly PlaceEvent[]): Place => events.reduce(nextPlace, enteredWith(undefined))
const draw = (sheet: Sheet): PlaceEvent => ({ type: 'sheetDrawn', sheet })
const back: PlaceEvent = { type: 'wentBack' }

describe('the room of stories', () => {
  test('goes back one sheet at a time, then to the story, then to the shelf', () => {
    const deep = [{ type: 'storyChosen', story } as const, draw(chapter), draw(moment), draw(card)]
    expect(after(...deep, back).sheets).toEqual([chapter, moment])
    expect(after(...deep, back, back, back)).toMatchObject({ story, sheets: [] })
    expect(after(...deep, back, back, back, back).story).toBeUndefined()
  })
  test('comes back to a sheet that lies in the pile instead of laying it twice', () => {
    expect(after(draw(moment), draw(card), draw(moment)).sheets).toEqual([moment])
  })
  test('keeps the story below while the time line or a question lies over it', () => {
    const covered = after({ type: 'storyChosen', story }, { type: 'covered', by: 'chronicle' }, draw(moment), back)
    expect(covered).toMatchObject({ story, cover: 'chronicle' })
    expect(nextPlace(covered, back)).toMatchObject({ story, cover: undefined, opened: covered.opened })
  })
  test('opens a story at the chapter that was asked for, as a new telling', () => {
    const first = after({ type: 'storyChosen', story })
    const there = nextPlace(first, { type: 'storyChosen', story, chapter: 2 })
    expect(there).toMatchObject({ chapter: 2, cover: undefined, sheets: [] })
    expect(there.opened).not.toBe(first.opened)
  })
  test('never piles up more sheets than there are different ones', () => {
    const anyEvent = fc.constantFrom<PlaceEvent>(draw(moment), draw(card), draw(chapter), back, {
      type: 'covered',
      by: 'quiz',
    })
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const keys = after(...events).sheets.map(sheetKey)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
