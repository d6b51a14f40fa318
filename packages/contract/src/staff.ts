import { Words } from '@riverside/kit'
import { z } from 'zod'
import { Nothing, route } from './route.ts'

export const Pin = z.string().regex(/^\d{4,8}$/, 'four to eight figures')

/** Sets the first PIN. Afterwards only a signed-in hand changes it. */
export const setFirstPin = route({
  method: 'POST',
  path: '/api/staff/first-pin',
  caller: 'screen',
  body: z.strictObject({ pin: Pin }),
  reply: Nothing,
  problems: ['already-set', 'too-easy'],
})

/** Signs in; the token lasts five minutes after its last use. */
export const signIn = route({
  method: 'POST',
  path: '/api/staff/sign-in',
  caller: 'anyone',
  body: z.strictObject({ pin: z.string().max(12) }),
  reply: z.strictObject({ token: z.string() }),
  problems: ['wrong-pin', 'too-many', 'no-pin-yet'],
})

export const signOut = route({
  method: 'POST',
  path: '/api/staff/sign-out',
  caller: 'staff',
  body: Nothing,
  reply: Nothing,
  problems: [],
})

/** What became of a pack that was handed in. The file itself is the body (`application/zip`) of `installPackPath`. */
export const installPackPath = '/api/staff/packs'
export const InstalledPack = z.strictObject({ hash: z.string(), id: z.string(), version: z.string() })
export type InstalledPack = z.infer<typeof InstalledPack>
/** Why a pack was not taken: every fault with its place and its remedy. The pack on screen stays. */
export const RefusedPack = z.object({
  code: z.literal('pack-refused'),
  faults: z.array(z.object({ file: z.string(), where: z.string(), what: Words, remedy: Words })),
})
export type RefusedPack = z.infer<typeof RefusedPack>
