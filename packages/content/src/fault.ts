import type { Words } from '@riverside/kit'
import type { z } from 'zod'

/** One thing wrong with a pack, in words a curator can act on. */
export type PackFault = {
  /** The file, by its path below the pack's folder. */
  readonly file: string
  /** The place in the file, such as `facts.0.sources`, or `line 3`; empty where it is the file itself. */
  readonly where: string
  readonly what: Words
  readonly remedy: Words
}

/** The faults zod found, each with its remedy. */
export function faultsOf(file: string, error: z.ZodError): readonly PackFault[] {
  return error.issues.flatMap((issue): PackFault[] => {
    const where = issue.path.join('.')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        file,
        where: where === '' ? key : `${where}.${key}`,
        what: { zh: `这里不认识“${key}”这个词`, en: `“${key}” is not a word the kiosk knows here` },
        remedy: { zh: '去掉它，或者改正拼写。', en: 'Remove it, or mend the spelling.' },
      }))
    return [{ file, where, what: whatOf(issue), remedy: remedyFor(issue) }]
  })
}

/** Our own sentences stand in the schemas in English; zod's are told by their kind. */
function whatOf(issue: z.core.$ZodIssue): Words {
  const zh = {
    invalid_type: '这里的值种类不对，或者缺了',
    too_small: '太少，或者太短',
    too_big: '太多，或者太长',
    invalid_value: '不在可以选的几个值里',
    invalid_format: '写法不对',
    custom: '和别处对不上',
  } as const
  return { zh: zh[issue.code as keyof typeof zh] ?? '这里的值不对', en: issue.message }
}

function remedyFor(issue: z.core.$ZodIssue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return { zh: `这里要写${kind(issue.expected)}。`, en: `Write ${article(issue.expected)} here.` }
    case 'too_small':
      return { zh: `至少 ${issue.minimum}。`, en: `Give at least ${issue.minimum}.` }
    case 'too_big':
      return { zh: `最多 ${issue.maximum}。`, en: `Keep it to at most ${issue.maximum}.` }
    case 'invalid_value': {
      const choices = issue.values.map(String).join(', ')
      return { zh: `从这几个里选：${choices}。`, en: `Choose one of: ${choices}.` }
    }
    case 'invalid_format': {
      const form = issue.message.replace(/^Invalid string: /, '')
      return { zh: `照这样写：${form}。`, en: `Write it as ${form}.` }
    }
    case 'custom':
      return { zh: '照上面英文那句改。', en: 'Mend the value as the sentence says.' }
    default:
      return {
        zh: '改正这个值；packages/content 的说明里有例子。',
        en: 'Mend the value; the README of the packages/content folder shows an example.',
      }
  }
}

const article = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`)

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  boolean: ' true 或 false',
  array: '一列 [ … ]',
  object: '一组 { … }',
}
const kind = (expected: string): string => kinds[expected] ?? `一个 ${expected}`
