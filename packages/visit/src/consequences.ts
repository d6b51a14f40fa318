import type { Language } from '@riverside/kit'
import type { Visit } from './visit.ts'

export type Consequence =
  /** Everything the visitor wrote, chose or steered is dropped, here and at the station. */
  | { readonly do: 'forgetVisitor' }
  | { readonly do: 'speak'; readonly cue: 'welcome' | 'farewell'; readonly language: Language }

/** What the world owes a change of state. The shell of the page carries it out; nothing here does. */
export function consequences(before: Visit, after: Visit): readonly Consequence[] {
  if (before.at === after.at) return []
  if (after.at === 'attract') return [{ do: 'forgetVisitor' }]
  // A new hand on a screen whose last visitor went away without a word.
  if (after.at === 'language' && before.at !== 'attract') return [{ do: 'forgetVisitor' }]
  if (after.at === 'menu' && before.at === 'language')
    return [{ do: 'speak', cue: 'welcome', language: after.language }]
  if (after.at === 'farewell')
    return [{ do: 'forgetVisitor' }, { do: 'speak', cue: 'farewell', language: after.language }]
  return []
}
