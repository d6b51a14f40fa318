import { Readable } from 'node:stream'
import { Compare, FiguresQuery, figuresFilePath, readCompare, readStats, Stats } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { refuse } from '../http/serve.ts'
import type { Store } from '../store/store.ts'
import { askedToCompare, compareOf } from './compare.ts'
import { figuresFile } from './figures-file.ts'
import { askedProblem } from './figures-source.ts'
import { epsilonRange } from './noise.ts'
import { openApi } from './open-api.ts'
import type { SliceStore } from './slice-store.ts'
import { stationFacts } from './station-facts.ts'
import { askedOf, statsOf } from './stats.ts'

const types: Record<FiguresQuery['format'], string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  parquet: 'application/vnd.apache.parquet',
}

/** Files whose facts are remembered, for whoever asks about the file just taken. */
const mostFacts = 32

/** Figures as files, piece by piece; and as an answer for programs, with what describes it. */
export function figuresRoutes(
  app: FastifyInstance,
  { store, slices, station, clock }: { store: Store; slices: SliceStore; station: string; clock: Clock },
): void {
  const about = stationFacts(store)
  /** What was said of the files handed out last, by their questions. */
  const lastFacts = new Map<string, ReturnType<ReturnType<typeof figuresFile>['facts']>>()

  app.get(figuresFilePath, { config: { caller: 'staff' } }, async (request, reply) => {
    const query = FiguresQuery.safeParse(request.query)
    if (!query.success) return refuse(reply, 400, 'not-understood', query.error.issues[0]?.message ?? '')
    const { format, about: wanted, ...asked } = query.data
    const problem = askedProblem(asked)
    if (problem === 'epsilon-out-of-range')
      return refuse(
        reply,
        409,
        problem,
        `ε 从 ${epsilonRange.least} 到 ${epsilonRange.most} / ε from ${epsilonRange.least} to ${epsilonRange.most}`,
      )
    if (problem) return refuse(reply, 409, problem)
    const file = figuresFile(slices, asked, format, { ...about, now: clock.now() })
    const name = `${station}-${asked.from}-${asked.to}-${asked.grain}.${format}`
    const sendAs = (full: string, type: string) =>
      reply
        .header('content-disposition', `attachment; filename="${full}"`)
        .header('cache-control', 'no-store')
        .type(type)
    if (wanted === 'columns') {
      if (file.columns === undefined) return refuse(reply, 404, 'not-here')
      return sendAs(`${name}.columns.csv`, types.csv).send(file.columns)
    }
    if (wanted === 'receptions') {
      if (file.receptions === undefined) return refuse(reply, 404, 'not-here')
      return sendAs(`${name}.receptions.${format}`, types[format]).send(Buffer.from(file.receptions().content))
    }
    const question = JSON.stringify([asked, format])
    const known = lastFacts.get(question)
    if (wanted === 'facts') {
      // What was handed out last for this question is what somebody wants to know about; else it must be made to be known.
      if (known === undefined) for await (const _ of file.data()) if (request.raw.destroyed) return reply
      return sendAs(`${name}.meta.json`, types.json).send(`${JSON.stringify(known ?? file.facts(), null, 2)}\n`)
    }
    const pieces = file.data()[Symbol.asyncIterator]()
    // What cannot be made at all is said before anything of it is sent.
    const first = await pieces.next().catch((failure: unknown) => failure as Error)
    if (first instanceof Error) return refuse(reply, 409, 'too-long', first.message)
    async function* all() {
      if (!(first instanceof Error) && !first.done) yield first.value
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
      lastFacts.delete(question)
      lastFacts.set(question, file.facts())
      for (const [oldest] of lastFacts) if (lastFacts.size > mostFacts) lastFacts.delete(oldest)
    }
    return sendAs(name, types[format]).send(Readable.from(all(), { objectMode: false }))
  })

  app.get(readStats.path, { config: { caller: 'staff' } }, (request, reply) => {
    const query = readStats.body.safeParse(request.query)
    if (!query.success) return refuse(reply, 400, 'not-understood', issueOf(query.error))
    const asked = askedOf(query.data, slices.stations(), clock.now())
    if (!asked.ok) return refuse(reply, 409, asked.error)
    const { answer, tag } = statsOf(slices, asked.value, about)
    return tagged(request, reply, tag, () => Stats.parse(answer))
  })

  app.get(readCompare.path, { config: { caller: 'staff' } }, (request, reply) => {
    const query = readCompare.body.safeParse(request.query)
    if (!query.success) return refuse(reply, 400, 'not-understood', issueOf(query.error))
    const known = slices.stations()
    const own = known.includes(station) ? { station } : {}
    const asked = askedToCompare({ ...own, ...query.data }, known, clock.now())
    if (!asked.ok) return refuse(reply, 409, asked.error)
    const { answer, tag } = compareOf(slices, asked.value, about)
    return tagged(request, reply, tag, () => Compare.parse(answer))
  })

  app.get('/v1/openapi.json', { config: { caller: 'anyone' } }, () => openApi())
}

function issueOf({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') || 'query'}: ${issue?.message ?? ''}`
}

/** The answer under its tag, which is the same after a restart too; nothing where the asker has it already. */
function tagged(request: FastifyRequest, reply: FastifyReply, tag: string, answer: () => object): FastifyReply {
  const quoted = `"${tag}"`
  reply.header('etag', quoted).header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match']?.split(',').some((each) => each.trim().replace(/^W\//, '') === quoted))
    return reply.code(304).send()
  return reply.send(answer())
}
