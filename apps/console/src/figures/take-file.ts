import { type FiguresQuery, figuresFilePath, Refusal, type Wire } from '@riverside/contract'
import { fail, ok, parseJson, type Result } from '@riverside/kit'

/** A file as the station made it, byte for byte. */
export type Taken = { readonly name: string; readonly content: Blob }

export type TakingProblem =
  | 'not-a-day'
  | 'ends-before-it-begins'
  | 'too-long'
  | 'unreachable'
  | 'not-understood'
  | 'not-allowed'
  | 'too-many'
  | 'stopped'

const named: readonly TakingProblem[] = ['not-a-day', 'ends-before-it-begins', 'too-long']

/** Fetches a file of figures, saying now and then how many bytes have come; `stop` ends it at once. A file cut short is none. */
export async function takeFile(
  wire: Wire,
  query: FiguresQuery,
  { stop, came }: { readonly stop?: AbortSignal; readonly came?: (bytes: number) => void } = {},
): Promise<Result<Taken, TakingProblem>> {
  try {
    const answer = await fetch(`${wire.address}${figuresFilePath}?${addressed(query)}`, {
      headers: wire.key === undefined ? {} : { authorization: `Bearer ${wire.key}` },
      ...(stop ? { signal: stop } : {}),
    })
    if (!answer.ok) return fail(problemOf(answer.status, await answer.text()))
    const pieces: Uint8Array<ArrayBuffer>[] = []
    let bytes = 0
    const reader = answer.body?.getReader()
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      pieces.push(next.value)
      bytes += next.value.length
      came?.(bytes)
    }
    const name =
      /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? `figures.${query.format}`
    return ok({ name, content: new Blob(pieces, { type: answer.headers.get('content-type') ?? '' }) })
  } catch {
    return fail(stop?.aborted ? 'stopped' : 'unreachable')
  }
}

const addressed = (query: FiguresQuery): URLSearchParams =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

function problemOf(status: number, text: string): TakingProblem {
  const refused = Refusal.safeParse(parseJson(text))
  const known = refused.success && named.find((problem) => problem === refused.data.code)
  if (known) return known
  return status === 401 || status === 403 ? 'not-allowed' : status === 429 ? 'too-many' : 'not-understood'
}

/** Hands a file to the browser, to be kept where its person keeps files. */
export function keepFile({ name, content }: Taken): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
