import { z } from 'zod'
import { StationFile } from './station-file.ts'

/** What a station service says to the shell that started it, over the wire between the two processes. */
export const StationProcessNews = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready'), url: z.url(), key: z.string().min(1), file: StationFile }),
  /** It cannot start and trying again would not help; `why` is for the person who started it. */
  z.object({ type: z.literal('refused'), why: z.string() }),
])
export type StationProcessNews = z.infer<typeof StationProcessNews>

/** What the shell says to have the service end in good order. */
export const stopStation = 'stop'
