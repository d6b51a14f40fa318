import { fail, ok, parseJson, type Result, type Words } from '@riverside/kit'
import { z } from 'zod'
import { readQuarter } from './calendar.ts'

/** The age of the definitions by which buckets are counted; it stands in every file that leaves the station. */
export const definitionsVersion = '1.0'

/** Far above what one door can count in a quarter-hour; what is more is a broken counter. */
const most = 100_000
const count = z.number().int().min(0).max(most).default(0)
const sum = z
  .number()
  .int()
  .min(0)
  .max(most * most)
  .default(0)
const name = z.string().regex(/^[^\p{Cc}]{1,64}$/u, '1 to 64 characters, none of them a control character')

export const Door = z.enum(['entry', 'exit'])
export type Door = z.infer<typeof Door>
export const Mode = z.enum(['opt-in', 'ambient', 'off'])
export type Mode = z.infer<typeof Mode>

/**
 * One door of one station in one quarter-hour: the smallest unit that is ever written down. `in_n` and `out_n` are passages,
 * `n` readable readings, `u` unreadable ones, `x` smiles; the sums run over parties (readings less than 3 s apart), and are all 0
 * where nobody kept them.
 */
export const Bucket = z.strictObject({
  /** The age of the line's format; this reader knows 1. */
  v: z.literal(1).optional(),
  station: name,
  door: Door,
  /** In UTC, whatever offset it was written with. */
  quarter: z.string().transform((text, context) => {
    const quarter = readQuarter(text)
    if (quarter !== undefined) return quarter
    context.addIssue({ code: 'custom', message: 'not the start of a quarter-hour with its offset' })
    return z.NEVER
  }),
  mode: Mode,
  in_n: count,
  out_n: count,
  n: count,
  u: count,
  x: count,
  parties: count,
  sum_x2: sum,
  sum_xn: sum,
  sum_n2: sum,
  covered_s: z.number().min(0).max(900).default(900).describe('Seconds in which the reader was really at work.'),
  light_class: name.optional(),
  detector_version: name.optional(),
  clock_state: name.optional(),
  /** Why the passages of this quarter-hour are not all there, where the door's counter failed: `silent`, `stuck`, `chattering`. */
  counter_state: name.optional(),
  /** Presses of the five buttons of the self-report, from worst to best, and those who walked by. */
  b1: count,
  b2: count,
  b3: count,
  b4: count,
  b5: count,
  skipped: count,
  /** Pairs by boat ticket: smiling at both doors, only at entry, only at exit, at neither. */
  p11: count,
  p10: count,
  p01: count,
  p00: count,
  /** Visitors by length of stay, one figure a bin. */
  dwell: z.array(z.number().int().min(0).max(most)).max(32).optional(),
  /** A correction carries a higher revision; it replaces what was there. */
  rev: z.number().int().min(0).max(1_000_000).default(0),
})
export type Bucket = z.output<typeof Bucket>

/** Why a line is no bucket: the field, what is the matter, and what to do about it. */
export type BucketFault = { readonly field: string; readonly what: Words; readonly remedy: Words }

/** Reads one line of a bucket file. */
export function readBucket(line: string): Result<Bucket, BucketFault> {
  const json = parseJson(line)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fail(notAnObject)
  const bucket = Bucket.safeParse(json)
  if (!bucket.success) return fail(shapeFault(bucket.error))
  const impossible = impossibility(bucket.data)
  return impossible ? fail(impossible) : ok(bucket.data)
}

const notAnObject: BucketFault = {
  field: '',
  what: { zh: '这一行不是一个 JSON 对象', en: 'the line is not one JSON object' },
  remedy: {
    zh: '一行写一个对象，从 { 开始，到 } 结束',
    en: 'write one object a line, from { to }',
  },
}

function shapeFault(error: z.ZodError): BucketFault {
  const [issue] = error.issues
  const field = issue?.path.join('.') ?? ''
  if (field === 'v')
    return {
      field,
      what: { zh: '这一行是另一版格式', en: 'the line is of another version of the format' },
      remedy: {
        zh: '用写出它的那一版程序导入，或改导出为第 1 版',
        en: 'import it with the program that wrote it, or export it as version 1',
      },
    }
  if (field === 'quarter')
    return {
      field,
      what: { zh: '不是一刻钟的开头', en: 'not the start of a quarter-hour' },
      remedy: {
        zh: '写成 2026-03-14T10:15:00+08:00 这样：分钟是 00、15、30 或 45，带时区',
        en: 'write it as 2026-03-14T10:15:00+08:00: minutes 00, 15, 30 or 45, with the offset',
      },
    }
  if (issue?.code === 'unrecognized_keys')
    return {
      field: issue.keys.join(', '),
      what: { zh: '有不认识的字段', en: 'a field nobody knows' },
      remedy: { zh: '删去它；这里只存计数，不存别的', en: 'leave it out; only counts are kept here' },
    }
  return {
    field,
    what: { zh: '值不对', en: issue?.message ?? 'not a value this field can have' },
    remedy: { zh: '计数写不小于 0 的整数，其余照说明写', en: 'write counts as whole numbers of 0 or more' },
  }
}

type Rule = { readonly field: string; readonly broken: (bucket: Bucket) => boolean; readonly what: Words }

/** What no door can have counted, whatever happened at it. */
const rules: readonly Rule[] = [
  {
    field: 'x',
    broken: ({ x, n }) => x > n,
    what: { zh: '笑脸比看清的脸还多', en: 'more smiles than readable faces' },
  },
  {
    field: 'mode',
    broken: ({ mode, n, u }) => mode === 'off' && n + u > 0,
    what: { zh: '关着的时候不会有读数', en: 'readings while metering was off' },
  },
  {
    field: 'parties',
    broken: ({ parties, n, u }) => parties > n + u,
    what: { zh: '批数比读数还多', en: 'more parties than readings' },
  },
  {
    field: 'parties',
    broken: ({ parties, sum_x2, sum_xn, sum_n2 }) => parties === 0 && sum_x2 + sum_xn + sum_n2 > 0,
    what: { zh: '没有批数，却有按批的平方和', en: 'sums over parties without any party' },
  },
  {
    field: 'sum_n2',
    broken: ({ parties, n, sum_n2 }) => sum_n2 > 0 && (sum_n2 < n || sum_n2 > n * n || sum_n2 * parties < n * n),
    what: { zh: '这样的平方和凑不出这些批', en: 'no parties have these sums of squares' },
  },
  {
    field: 'sum_xn',
    broken: ({ x, n, sum_x2, sum_xn, sum_n2 }) =>
      sum_n2 > 0 && (sum_x2 < x || sum_x2 > sum_xn || sum_xn > sum_n2 || sum_xn > x * n || sum_xn < x),
    what: { zh: '笑脸的按批之和对不上', en: 'the sums of smiles over parties do not fit' },
  },
]

function impossibility(bucket: Bucket): BucketFault | undefined {
  const rule = rules.find(({ broken }) => broken(bucket))
  return (
    rule && {
      field: rule.field,
      what: rule.what,
      remedy: {
        zh: '核对原始计数；要改已经导入的，用更大的 rev 再导一次',
        en: 'check the counts at their source; to correct a stored one, import it again with a higher rev',
      },
    }
  )
}
