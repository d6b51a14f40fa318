import type { Caller, Route } from '@riverside/contract'
import type { Result } from '@riverside/kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'

/** What a handler may ask of the request beside its checked body. */
export type Asked = {
  readonly params: Readonly<Record<string, string>>
  readonly request: FastifyRequest
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Read by the doorkeeper before any body is looked at. */
    caller?: Caller
  }
}

/**
 * Serves one route of the contract: checks the body by its schema, answers with the reply or with one of the route's own
 * problems (HTTP 409, or 429 for `too-many`), and never lets an answer out that the contract does not describe.
 */
export function serve<Body extends z.ZodType, Reply extends z.ZodType, Problem extends string>(
  app: FastifyInstance,
  described: Route<Body, Reply, Problem>,
  handle: (
    body: z.output<Body>,
    asked: Asked,
  ) => Promise<Result<z.input<Reply>, Problem>> | Result<z.input<Reply>, Problem>,
): void {
  app.route({
    method: described.method,
    url: described.path,
    config: { caller: described.caller },
    ...(described.bytes === undefined ? {} : { bodyLimit: described.bytes }),
    handler: async (request, reply) => {
      const body = described.body.safeParse(described.method === 'GET' ? queryOf(request) : (request.body ?? undefined))
      if (!body.success) {
        const [issue] = body.error.issues
        return refuse(reply, 400, 'not-understood', `${issue?.path.join('.') || 'body'}: ${issue?.message ?? ''}`)
      }
      const result = await handle(body.data, { params: request.params as Record<string, string>, request })
      if (!result.ok) return refuse(reply, result.error === 'too-many' ? 429 : 409, result.error)
      return reply.send(described.reply.parse(result.value) ?? {})
    },
  })
}

export function refuse(reply: FastifyReply, status: number, code: string, detail?: string): FastifyReply {
  return reply.code(status).send(detail === undefined ? { code } : { code, detail })
}

function queryOf(request: FastifyRequest): unknown {
  const query = request.query as Record<string, unknown>
  return Object.keys(query).length === 0 ? undefined : query
}
