import { type Failed, fail, ok, type Result } from '@riverside/kit'
import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/**
 * Who may call. `anyone`: no key (health, a card's one-time page). `screen`: a screen of this station, by the key the station
 * gave it. `staff`: somebody signed in by PIN.
 */
export type Caller = 'anyone' | 'screen' | 'staff'

/** One conversation, described once: the station serves it, screens and phones call it. */
export type Route<
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
  Problem extends string = string,
> = {
  readonly method: Method
  /** May hold parameters, as in `/api/postcards/print/:ticket`. */
  readonly path: string
  readonly caller: Caller
  /** What is sent; for GET it travels as the query, so every field is a text or number. */
  readonly body: Body
  /** The most a body may weigh, where the usual megabyte is not enough. */
  readonly bytes?: number
  readonly reply: Reply
  readonly problems: readonly Problem[]
}

export const route = <Body extends z.ZodType, Reply extends z.ZodType, const Problem extends string>(
  described: Route<Body, Reply, Problem>,
): Route<Body, Reply, Problem> => described

/** What may go wrong with any call, whoever serves it. Neither throws. */
export type WireProblem = 'unreachable' | 'not-understood' | 'not-allowed' | 'too-many'

/** How a refusal looks on the wire. */
export const Refusal = z.object({ code: z.string(), detail: z.string().optional() })
export type Refusal = z.infer<typeof Refusal>

export type Fetch = (
  url: string,
  request: { method: string; headers: Record<string, string>; body?: string },
) => Promise<{
  readonly ok: boolean
  readonly status: number
  text(): Promise<string>
}>

/** Where a station is and with which key it is spoken to. */
export type Wire = {
  readonly fetch: Fetch
  /** Without a slash at the end; empty where the page came from the station itself. */
  readonly address: string
  readonly key?: string
}

/** Calls a route. Every outcome is in the type, so the compiler asks for every message. */
export async function call<Body extends z.ZodType, Reply extends z.ZodType, Problem extends string>(
  wire: Wire,
  described: Route<Body, Reply, Problem>,
  body: z.input<Body>,
  parameters: Record<string, string> = {},
): Promise<Result<z.output<Reply>, Problem | WireProblem>> {
  const answer = await ask(wire, described, body, parameters)
  if (answer === undefined) return fail('unreachable')
  const json = jsonOf(answer.text)
  if (!answer.ok) return refusal(described.problems, answer.status, json)
  const reply = described.reply.safeParse(json)
  return reply.success ? ok(reply.data) : fail('not-understood')
}

async function ask(wire: Wire, described: Route, body: unknown, parameters: Record<string, string>) {
  const path = described.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''))
  const headers: Record<string, string> = { accept: 'application/json' }
  if (wire.key !== undefined) headers.authorization = `Bearer ${wire.key}`
  const sendsBody = described.method !== 'GET' && body !== undefined
  if (sendsBody) headers['content-type'] = 'application/json'
  try {
    const answer = await wire.fetch(wire.address + path + (described.method === 'GET' ? queryOf(body) : ''), {
      method: described.method,
      headers,
      ...(sendsBody ? { body: JSON.stringify(body) } : {}),
    })
    return { ok: answer.ok, status: answer.status, text: await answer.text() }
  } catch {
    return undefined
  }
}

function queryOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return ''
  const pairs = Object.entries(body).filter(([, value]) => value !== undefined)
  if (pairs.length === 0) return ''
  return `?${pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&')}`
}

function refusal<Problem extends string>(
  problems: readonly Problem[],
  status: number,
  json: unknown,
): Failed<Problem | WireProblem> {
  if (status === 401 || status === 403) return fail(known(problems, json) ?? 'not-allowed')
  if (status === 429) return fail(known(problems, json) ?? 'too-many')
  return fail(known(problems, json) ?? 'not-understood')
}

function known<Problem extends string>(problems: readonly Problem[], json: unknown): Problem | undefined {
  const refused = Refusal.safeParse(json)
  return refused.success ? problems.find((problem) => problem === refused.data.code) : undefined
}

function jsonOf(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A body or reply with nothing in it. */
export const Nothing = z.undefined().or(z.null()).or(z.strictObject({}))
