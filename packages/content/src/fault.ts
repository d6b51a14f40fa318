import type { z } from 'zod'

/** One thing wrong with a pack, in words a curator can act on. */
export type PackFault = {
  /** The file, by its path below the pack's folder. */
  readonly file: string
  /** The place in the file, such as `facts.0.sources`, or `line 3`; empty where it is the file itself. */
  readonly where: string
  readonly what: string
  readonly remedy: string
}

/** The faults zod found, each with its remedy. */
export function faultsOf(file: string, error: z.ZodError): readonly PackFault[] {
  return error.issues.flatMap((issue): PackFault[] => {
    const where = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        file,
        where: where === '' ? key : `${where}.${key}`,
        what: `“${key}” is not a word the kiosk knows here`,
        remedy: 'Remove it, or mend the spelling.',
      }))
    return [{ file, where, what: issue.message, remedy: remedyFor(issue) }]
  })
}

function remedyFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /received undefined/.test(issue.message)
        ? `Add it: ${article(issue.expected)} is needed here.`
        : `Write ${article(issue.expected)} here.`
    case 'too_small':
      return `Give at least ${issue.minimum}.`
    case 'too_big':
      return `Keep it to at most ${issue.maximum}.`
    case 'invalid_value':
      return `Choose one of: ${issue.values.map(String).join(', ')}.`
    case 'invalid_format':
      return `Write it as ${issue.message.replace(/^Invalid string: /, '')}.`
    case 'custom':
      return 'Mend the value as the sentence says.'
    default:
      return 'Mend the value; the README of the packages/content folder shows an example.'
  }
}

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)
