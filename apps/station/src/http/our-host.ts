import type { FastifyRequest } from 'fastify'
import { shellOrigin } from './doorkeeper.ts'

/**
 * The Host must be one of ours (`host:port`, small letters), and so must the Origin where a browser names one: a page elsewhere may not ask
 * in its reader's name.
 */
export function isForUs(request: FastifyRequest, hosts: readonly string[]): boolean {
  const host = request.headers.host?.toLowerCase()
  if (host === undefined || !hosts.includes(host)) return false
  const { origin } = request.headers
  return (
    origin === undefined || origin === shellOrigin || hosts.some((known) => origin.toLowerCase() === `http://${known}`)
  )
}
