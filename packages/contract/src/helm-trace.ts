import { fail, ok, parseJson, type Result, type Words } from '@riverside/kit'
import { CounterSettings } from '@riverside/voyage'
import { z } from 'zod'
import { HelmNews } from './shell.ts'

/** The first line of a trace: that it is one, and of which encoder. */
const TraceHead = z.strictObject({
  helm: z.literal('trace'),
  version: z.literal(1),
  countsPerTurn: CounterSettings.shape.countsPerTurn.unwrap(),
  direction: CounterSettings.shape.direction.unwrap(),
  about: z.string().max(200).describe('What was recorded, in a few words.'),
})
export type TraceHead = z.infer<typeof TraceHead>

const at = z.number().min(0).max(86_400_000).describe('Milliseconds since the recording began.')
const [connected, lost, turned, button] = HelmNews.options
const TracePoint = z.discriminatedUnion('type', [
  connected.extend({ at }),
  lost.extend({ at }),
  turned.extend({ at }),
  button.extend({ at }),
])
export type TracePoint = z.infer<typeof TracePoint>

/** What a real helm said in a while: one JSON object a line, the head first, then every report in the order of time. */
export type HelmTrace = { readonly head: TraceHead; readonly points: readonly TracePoint[] }

export type TraceFault = { readonly line: number; readonly what: Words }

/** Reads a recorded trace. Every fault names its line; at most ten are told. */
export function readHelmTrace(text: string): Result<HelmTrace, readonly TraceFault[]> {
  const lines = text.split('\n').map((line, i) => ({ text: line.trim(), number: i + 1 }))
  const [first, ...rest] = lines.filter((line) => line.text !== '')
  const head = TraceHead.safeParse(first && parseJson(first.text))
  if (!head.success) return fail([{ line: first?.number ?? 1, what: notAHead(head.error) }])
  const faults: TraceFault[] = []
  const points: TracePoint[] = []
  for (const line of rest) {
    const point = TracePoint.safeParse(parseJson(line.text))
    if (!point.success) faults.push({ line: line.number, what: notAPoint(point.error) })
    else if (point.data.at < (points.at(-1)?.at ?? 0)) faults.push({ line: line.number, what: backwards })
    else points.push(point.data)
    if (faults.length === 10) break
  }
  return faults.length > 0 ? fail(faults) : ok({ head: head.data, points })
}

export const traceLine = (line: TraceHead | TracePoint): string => `${JSON.stringify(line)}\n`

export const sayTraceFaults = (file: string, faults: readonly TraceFault[]): string =>
  [
    `舵轮记录有 ${faults.length} 处要改 / The helm trace needs mending: ${file}`,
    ...faults.map(({ line, what }) => `  line ${line}: ${what.zh} / ${what.en}`),
  ].join('\n')

const backwards: Words = {
  zh: '时间往回走了：at 不能比上一行小',
  en: 'time runs backwards: `at` must not be less than on the line before',
}

const notAHead = (error: z.ZodError): Words => ({
  zh: `第一行不是记录的开头（${placeOf(error)}）`,
  en: `this is not the head of a trace: {"helm":"trace","version":1,"countsPerTurn":…,"direction":…,"about":…} (${placeOf(error)})`,
})

const notAPoint = (error: z.ZodError): Words => ({
  zh: `这一行不是一次报数（${placeOf(error)}）`,
  en: `this is no report: {"at":…,"type":"turned","counts":…}, or connected, lost, button (${placeOf(error)})`,
})

const placeOf = ({ issues: [issue] }: z.ZodError): string =>
  `${issue?.path.join('.') || 'the whole line'}: ${issue?.message ?? ''}`
