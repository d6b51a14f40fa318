import { setFirstPin, signIn, signOut } from '@riverside/contract'
import { ok } from '@riverside/kit'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import type { Staff } from './staff.ts'

export function staffRoutes(app: FastifyInstance, staff: Staff): void {
  serve(app, setFirstPin, ({ pin }) => staff.setFirstPin(pin))
  serve(app, signIn, ({ pin }) => staff.signIn(pin))
  serve(app, signOut, (_, { request }) => {
    staff.signOut((request.headers.authorization ?? '').replace(/^Bearer /, ''))
    return ok(undefined)
  })
}
