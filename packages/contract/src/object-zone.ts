import { ObjectZone } from '@riverside/story'
import { z } from 'zod'
import { Nothing, route } from './route.ts'

/** The outline of the real thing behind a clear screen, where staff have drawn one. */
export const KeptZone = z.strictObject({ zone: ObjectZone.nullable() })
export type KeptZone = z.infer<typeof KeptZone>

export const readObjectZone = route({
  method: 'GET',
  path: '/api/story/object-zone',
  caller: 'screen',
  body: Nothing,
  reply: KeptZone,
  problems: [],
})

/** Takes an outline into use: the room keeps it clear from the next time it is entered. */
export const keepObjectZone = route({
  method: 'PUT',
  path: '/api/staff/story/object-zone',
  caller: 'staff',
  body: z.strictObject({ zone: ObjectZone }),
  reply: KeptZone,
  problems: ['too-few-corners', 'crosses-itself', 'too-small', 'too-low'],
})

/** Nothing stands behind the screen any more. */
export const dropObjectZone = route({
  method: 'DELETE',
  path: '/api/staff/story/object-zone',
  caller: 'staff',
  body: Nothing,
  reply: KeptZone,
  problems: [],
})
