import { assertNever } from '@riverside/kit'
import type { CardId, MomentId, StoryId } from '@riverside/story'

/** One sheet of paper drawn over what stands below it. */
export type Sheet =
  /** 人物与年月: whom and what a chapter tells of. */
  | { readonly of: 'chapter'; readonly story: StoryId; readonly chapter: number }
  | { readonly of: 'moment'; readonly story: StoryId; readonly moment: MomentId }
  | { readonly of: 'card'; readonly card: CardId }

/** What fills the screen above the story, or above the shelf. */
type Cover = 'chronicle' | 'quiz'

/** Where a visitor is in the room: at the shelf or in a story, what lies over that, and the sheets drawn over it all. */
export type Place = {
  readonly story: StoryId | undefined
  /** The chapter the story begins with. */
  readonly chapter: number
  /** Counts the stories opened: each opening is a new telling. */
  readonly opened: number
  readonly cover: Cover | undefined
  readonly sheets: readonly Sheet[]
}

export type PlaceEvent =
  | { readonly type: 'storyChosen'; readonly story: StoryId; readonly chapter?: number }
  | { readonly type: 'shelfAsked' }
  | { readonly type: 'covered'; readonly by: Cover }
  | { readonly type: 'sheetDrawn'; readonly sheet: Sheet }
  /** One step back: the uppermost sheet, then what covers, then the story. */
  | { readonly type: 'wentBack' }

/** The room as it is entered: at the shelf, or in the one story there is. */
export const enteredWith = (only: StoryId | undefined): Place => ({
  story: only,
  chapter: 0,
  opened: 0,
  cover: undefined,
  sheets: [],
})

export function nextPlace(place: Place, event: PlaceEvent): Place {
  switch (event.type) {
    case 'storyChosen': {
      const { story, chapter = 0 } = event
      return { story, chapter, opened: place.opened + 1, cover: undefined, sheets: [] }
    }
    case 'shelfAsked':
      return { ...place, story: undefined, cover: undefined, sheets: [] }
    case 'covered':
      return { ...place, cover: event.by, sheets: [] }
    case 'sheetDrawn':
      return { ...place, sheets: drawn(place.sheets, event.sheet) }
    case 'wentBack':
      if (place.sheets.length > 0) return { ...place, sheets: place.sheets.slice(0, -1) }
      return place.cover === undefined ? { ...place, story: undefined } : { ...place, cover: undefined }
    default:
      return assertNever(event)
  }
}

/** A sheet that lies in the pile already is come back to; so the pile never grows beyond what there is to see. */
function drawn(sheets: readonly Sheet[], sheet: Sheet): readonly Sheet[] {
  const at = sheets.findIndex((one) => sheetKey(one) === sheetKey(sheet))
  return at >= 0 ? sheets.slice(0, at + 1) : [...sheets, sheet]
}

export function sheetKey(sheet: Sheet): string {
  switch (sheet.of) {
    case 'chapter':
      return `chapter ${sheet.story} ${sheet.chapter}`
    case 'moment':
      return `moment ${sheet.story} ${sheet.moment}`
    case 'card':
      return `card ${sheet.card}`
  }
}
