import { assertNever, type Elapsed } from '@riverside/kit'

/** Where the telling of a story stands. */
export type Telling = {
  readonly chapter: number
  /** How many chapters have been begun: a voice belongs to one beginning, and is not heard in another. */
  readonly begun: number
  readonly voice: Voice
  /** Hands in the sand. */
  readonly hands: number
  /** When the last hand left the sand of this chapter; undefined while nobody has carved it. */
  readonly carvedUntil: Elapsed | undefined
}

export type Voice =
  /** `told`: milliseconds of the chapter's timeline. */
  | { readonly at: 'telling'; readonly told: number }
  | { readonly at: 'paused'; readonly told: number }
  /** All said; the page turns after a while. */
  | { readonly at: 'told'; readonly since: Elapsed }
  | { readonly at: 'ended' }

export type TellingEvent =
  | { readonly type: 'toldTo'; readonly told: number }
  | { readonly type: 'toldAll'; readonly when: Elapsed }
  | { readonly type: 'playPressed' }
  /** A chapter from its beginning; the present one is told again. */
  | { readonly type: 'chapterChosen'; readonly chapter: number }
  | { readonly type: 'handCame' }
  | { readonly type: 'handLeft'; readonly when: Elapsed }
  | { readonly type: 'ticked'; readonly when: Elapsed }

export type TellingRules = {
  readonly chapters: number
  /** Milliseconds the print is left alone with who looks at it, before the page turns. */
  readonly lingers: number
  /** Milliseconds of quiet the sand must have seen, where somebody carved it. */
  readonly waitsForHands: number
}

/** A story from its beginning, or from the chapter somebody asked for. */
export const storyAt = (chapter: number): Telling => beginOf(chapter, 0)

/** A story told by itself: each chapter is said once, the page turns, and waits where somebody carves. */
export function nextTelling(telling: Telling, event: TellingEvent, rules: TellingRules): Telling {
  const { voice } = telling
  switch (event.type) {
    case 'toldTo':
      if (voice.at !== 'telling' || event.told <= voice.told) return telling
      return { ...telling, voice: { at: 'telling', told: event.told } }
    case 'toldAll':
      return voice.at === 'telling' ? { ...telling, voice: { at: 'told', since: event.when } } : telling
    case 'playPressed':
      return { ...telling, ...afterPlay(telling) }
    case 'chapterChosen':
      return has(rules, event.chapter)
        ? { ...beginOf(event.chapter, telling.begun + 1), hands: telling.hands }
        : telling
    case 'handCame':
      return { ...telling, hands: telling.hands + 1 }
    case 'handLeft':
      return { ...telling, hands: Math.max(0, telling.hands - 1), carvedUntil: event.when }
    case 'ticked':
      return pageTurns(telling, event.when, rules) ? afterPage(telling, rules) : telling
    default:
      return assertNever(event)
  }
}

/** True while the story goes on without anybody's help: the visit is not idle then. A hand left lying does not count. */
export function isGoingOn({ voice, hands }: Telling): boolean {
  return voice.at === 'telling' || (voice.at === 'told' && hands === 0)
}

/** Milliseconds told, on a timeline of this length. */
export function toldOf({ voice }: Telling, length: number): number {
  return voice.at === 'telling' || voice.at === 'paused' ? Math.min(voice.told, length) : length
}

function beginOf(chapter: number, begun: number): Telling {
  return { chapter, begun, voice: { at: 'telling', told: 0 }, hands: 0, carvedUntil: undefined }
}

const has = ({ chapters }: TellingRules, chapter: number) =>
  Number.isInteger(chapter) && chapter >= 0 && chapter < chapters

/** Pause while it tells, on where it paused, from the chapter's beginning when it was told, from the first page at the end. */
function afterPlay({ chapter, begun, voice }: Telling): Pick<Telling, 'chapter' | 'begun' | 'voice'> {
  switch (voice.at) {
    case 'telling':
      return { chapter, begun, voice: { at: 'paused', told: voice.told } }
    case 'paused':
      return { chapter, begun, voice: { at: 'telling', told: voice.told } }
    case 'told':
      return { chapter, begun, voice: { at: 'paused', told: 0 } }
    case 'ended':
      return { chapter: 0, begun: begun + 1, voice: { at: 'telling', told: 0 } }
    default:
      return assertNever(voice)
  }
}

function pageTurns({ voice, hands, carvedUntil }: Telling, when: Elapsed, rules: TellingRules): boolean {
  if (voice.at !== 'told' || hands > 0) return false
  if (when - voice.since < rules.lingers) return false
  return carvedUntil === undefined || when - carvedUntil >= rules.waitsForHands
}

function afterPage(telling: Telling, rules: TellingRules): Telling {
  const chapter = telling.chapter + 1
  return has(rules, chapter) ? beginOf(chapter, telling.begun + 1) : { ...telling, voice: { at: 'ended' } }
}
