import { assertNever, type Instant, type Language } from '@riverside/kit'
import { z } from 'zod'

/** The four rooms of the station. */
export const ExhibitId = z.enum(['voyage', 'postcard', 'story', 'smile'])
export type ExhibitId = z.infer<typeof ExhibitId>

/**
 * Where a visitor is. The states say what exists; "are you still there?" is a function of the visit and the hour. `View` is what a visitor
 * takes along from one room to another: only menu and rooms have a place for it, so it ends with the visit.
 */
export type Visit<View = unknown> =
  | { readonly at: 'attract' }
  | { readonly at: 'language'; readonly touchedAt: Instant }
  | { readonly at: 'menu'; readonly touchedAt: Instant; readonly language: Language; readonly taken: View | undefined }
  | {
      readonly at: 'exhibit'
      readonly touchedAt: Instant
      readonly language: Language
      readonly exhibit: ExhibitId
      readonly playing: boolean
      readonly taken: View | undefined
      /** The stop of the voyage that the room opens at; only the way that led there has it. */
      readonly stop: string | undefined
    }
  | { readonly at: 'farewell'; readonly touchedAt: Instant; readonly language: Language }

export type VisitEvent<View = unknown> = { readonly when: Instant } & (
  | { readonly type: 'touched' }
  | { readonly type: 'ticked' }
  | { readonly type: 'languageChosen'; readonly language: Language }
  | { readonly type: 'exhibitChosen'; readonly exhibit: ExhibitId }
  | { readonly type: 'exhibitLeft' }
  /** 带走这一眼: the postcard's room opens with it. */
  | { readonly type: 'viewTaken'; readonly view: View }
  /** 到江上去看: the voyage opens at this stop. */
  | { readonly type: 'stopAsked'; readonly stop: string }
  /** A voice or film began or ended: nobody is asked whether they are there while they listen. */
  | { readonly type: 'playingChanged'; readonly playing: boolean }
  | { readonly type: 'visitEnded' }
)

/** Milliseconds without a touch. */
export type VisitRules = {
  readonly warnAfter: number
  readonly resetAfter: number
  /** How long the farewell stays. */
  readonly farewell: number
  /** The longest a voice may keep a screen that nobody touches. */
  readonly playingAtMost: number
}

export const attract: Visit<never> = { at: 'attract' }

/** The visit after an event. Times are of one stopwatch that only goes forward. */
export function next<View>(visit: Visit<View>, event: VisitEvent<View>, rules: VisitRules): Visit<View> {
  if (hasGoneQuiet(visit, event.when, rules))
    return event.type === 'touched' ? { at: 'language', touchedAt: event.when } : attract
  if (event.type === 'ticked') return visit
  const touchedAt = event.when
  switch (visit.at) {
    case 'attract':
      return event.type === 'touched' ? { at: 'language', touchedAt } : visit
    case 'language':
      if (event.type === 'languageChosen') return { at: 'menu', touchedAt, language: event.language, taken: undefined }
      return event.type === 'visitEnded' ? attract : { ...visit, touchedAt }
    case 'menu':
      if (event.type === 'exhibitChosen')
        return { ...visit, at: 'exhibit', touchedAt, exhibit: event.exhibit, playing: false, stop: undefined }
      if (event.type === 'languageChosen') return { ...visit, touchedAt, language: event.language }
      if (event.type === 'visitEnded') return { at: 'farewell', touchedAt, language: visit.language }
      return { ...visit, touchedAt }
    case 'exhibit':
      if (event.type === 'exhibitLeft') return { at: 'menu', touchedAt, language: visit.language, taken: visit.taken }
      if (event.type === 'viewTaken')
        return { ...visit, touchedAt, exhibit: 'postcard', playing: false, taken: event.view, stop: undefined }
      if (event.type === 'stopAsked')
        return { ...visit, touchedAt, exhibit: 'voyage', playing: false, stop: event.stop }
      if (event.type === 'exhibitChosen')
        return { ...visit, touchedAt, exhibit: event.exhibit, playing: false, stop: undefined }
      if (event.type === 'languageChosen') return { ...visit, touchedAt, language: event.language }
      if (event.type === 'visitEnded') return { at: 'farewell', touchedAt, language: visit.language }
      if (event.type === 'playingChanged') return { ...visit, touchedAt, playing: event.playing }
      return { ...visit, touchedAt }
    case 'farewell':
      return event.type === 'visitEnded' ? attract : visit
    default:
      return assertNever(visit)
  }
}

/** True once nobody has touched anything for so long that the visit is over. */
export function hasGoneQuiet(visit: Visit, now: Instant, rules: VisitRules): boolean {
  return secondsToReset(visit, now, rules) === 0
}

/** Whole seconds until the visit ends by itself, for the warning; `undefined` while there is nothing to warn of. */
export function warning(visit: Visit, now: Instant, rules: VisitRules): number | undefined {
  if (visit.at === 'attract' || visit.at === 'farewell' || isListening(visit)) return undefined
  if (now - visit.touchedAt < rules.warnAfter) return undefined
  return secondsToReset(visit, now, rules)
}

function secondsToReset(visit: Visit, now: Instant, rules: VisitRules): number | undefined {
  if (visit.at === 'attract') return undefined
  const stays = visit.at === 'farewell' ? rules.farewell : isListening(visit) ? rules.playingAtMost : rules.resetAfter
  return Math.max(0, Math.ceil((visit.touchedAt + stays - now) / 1000))
}

const isListening = (visit: Visit): boolean => visit.at === 'exhibit' && visit.playing
