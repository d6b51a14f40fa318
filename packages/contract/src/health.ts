import { z } from 'zod'
import { Nothing, route } from './route.ts'

/** The state of one device, as staff read it. */
export const DeviceState = z.strictObject({
  state: z.enum(['ready', 'busy', 'trouble', 'absent', 'pretend']),
  /** A code of a closed set per device, such as `paper-out`; words are chosen by the reader. */
  reason: z.string().optional(),
})
export type DeviceState = z.infer<typeof DeviceState>

export const Health = z.object({
  ok: z.boolean(),
  station: z.string(),
  versions: z.object({
    software: z.string(),
    definitions: z.string(),
    detector: z.string(),
    database: z.number().int(),
    runtime: z.string(),
  }),
  pack: z.object({
    id: z.string(),
    version: z.string(),
    hash: z.string(),
    /** As reported by the screen itself. */ onScreen: z.string().nullable(),
  }),
  devices: z.object({ helm: DeviceState, camera: DeviceState, printer: DeviceState, counter: DeviceState }),
  /** Sheets left in the printer by staff's last count, and whether that is few. */
  paper: z.object({ left: z.number().int().nonnegative().nullable(), isLow: z.boolean() }),
  database: z.object({ state: z.enum(['ready', 'read-only', 'full', 'set-aside']), path: z.string() }),
  uptime: z.number().describe('Seconds.'),
})
export type Health = z.infer<typeof Health>

export const readHealth = route({
  method: 'GET',
  path: '/api/health',
  caller: 'anyone',
  body: Nothing,
  reply: Health,
  problems: [],
})

/** What only a screen can know: told to the station so that its health speaks of what is really seen. */
export const reportScreen = route({
  method: 'POST',
  path: '/api/screen',
  caller: 'screen',
  body: z.strictObject({ pack: z.string(), helm: DeviceState, camera: DeviceState }),
  reply: Nothing,
  problems: [],
})
