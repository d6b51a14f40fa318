import { Pack } from '@riverside/content'
import { z } from 'zod'
import { Nothing, route } from './route.ts'
import { StationFile } from './station-file.ts'

/** What a screen needs to know of its station. */
export const Station = z.object({
  file: StationFile,
  pack: z.object({ hash: z.string(), pack: Pack }),
  /** True until staff have set a PIN. */
  needsPin: z.boolean(),
})
export type Station = z.infer<typeof Station>

export const readStation = route({
  method: 'GET',
  path: '/api/station',
  caller: 'screen',
  body: Nothing,
  reply: Station,
  problems: [],
})

/** Where a picture or voice of a pack is had: its address never changes its bytes. */
export const mediaPath = (packHash: string, media: string): string => `/packs/${packHash}/${media}`
