import { Refusal, type Route, readCompare, readStats } from '@riverside/contract'
import { z } from 'zod'
import manifest from '../../package.json' with { type: 'json' }

/** What `/v1/stats` and `/v1/compare` take and give, as OpenAPI 3.1: read off the same schemas that check them. */
export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '滨江驿站 微笑滨江 / Riverside Station figures',
      version: manifest.version,
      license: { name: 'MIT', identifier: 'MIT' },
      description: '笑脸率之差，不等于满意度。 / A difference in smile rates, not satisfaction.',
    },
    security: [{ staff: [] }],
    paths: {
      [readStats.path]: { get: operation(readStats, 'readStats', '公布的统计 / Published figures') },
      [readCompare.path]: {
        get: operation(readCompare, 'readCompare', '两段时间或两个驿站相比 / Two periods or two stations compared'),
      },
    },
    components: { securitySchemes: { staff: { type: 'http', scheme: 'bearer' } } },
  }
}

function operation({ body, reply, problems }: Route, operationId: string, summary: string): object {
  const query = z.toJSONSchema(body, { io: 'input', target: 'draft-2020-12' })
  const refusal = z.toJSONSchema(Refusal, { target: 'draft-2020-12' })
  const json = (schema: object) => ({ 'application/json': { schema } })
  return {
    operationId,
    summary,
    parameters: Object.entries(query.properties ?? {}).map(([name, schema]) => ({
      name,
      in: 'query',
      required: query.required?.includes(name) ?? false,
      schema,
    })),
    responses: {
      200: {
        description: summary,
        headers: { ETag: { schema: { type: 'string' } } },
        content: json(z.toJSONSchema(reply, { target: 'draft-2020-12' })),
      },
      304: { description: '没有变化 / Nothing changed since the ETag sent in If-None-Match' },
      400: { description: '看不懂的问题 / A query that makes no sense', content: json(refusal) },
      401: { description: '没有登录 / Nobody is signed in', content: json(refusal) },
      409: { description: `code: ${problems.join(', ')}`, content: json(refusal) },
    },
  }
}
