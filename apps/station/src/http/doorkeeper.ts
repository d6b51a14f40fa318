import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Staff, sameSecret } from '../staff/staff.ts'
import { refuse } from './serve.ts'

export type Doors = {
  /** The key of this station's own screens; made anew at every start. */
  readonly screenKey: string
  readonly staff: Staff
  /** The names this listener answers to, without ports: a page of another site that points its own name here is turned away. */
  readonly hosts: readonly string[]
}

/** The one origin beside our own: the shell's page. */
export const shellOrigin = 'app://riverside'

/**
 * Looks at every request before anything else does: the Host it was sent to, the Origin it comes from, and the key it brings
 * for what it wants. A route without a `caller` is for nobody but staff.
 */
export function keepDoors(app: FastifyInstance, doors: Doors): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!doors.hosts.includes(hostOf(request))) return refuse(reply, 403, 'not-allowed', 'unknown host')
    if (!isOurOrigin(request)) return refuse(reply, 403, 'not-allowed', 'unknown origin')
    const caller = request.routeOptions.config.caller ?? 'staff'
    if (request.routeOptions.url === undefined || caller === 'anyone') return
    const key = bearerOf(request)
    const isStaff = key !== undefined && doors.staff.isSignedIn(key)
    const isScreen = [key, cookieOf(request)].some((each) => each !== undefined && sameSecret(doors.screenKey, each))
    if (caller === 'staff' ? !isStaff : !(isScreen || isStaff)) return refuse(reply, 401, 'not-allowed')
  })
}

/** The cookie by which a page that this station served to its own machine shows that it did. */
export const screenCookie = (key: string): string => `screen=${key}; HttpOnly; SameSite=Strict; Path=/`

const hostOf = (request: FastifyRequest): string => (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()

function isOurOrigin(request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] !== 'cross-site'
  return origin === shellOrigin || origin === `http://${host}`
}

const bearerOf = (request: FastifyRequest): string | undefined =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]

const cookieOf = (request: FastifyRequest): string | undefined =>
  /(?:^|;\s*)screen=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
