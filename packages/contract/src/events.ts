import { HelmSight } from '@riverside/voyage'
import { z } from 'zod'
import { GroupView } from './group.ts'
import { DeviceState } from './health.ts'

/** The path of the one event stream (`text/event-stream`, one JSON object a message), for screens and staff. */
export const eventsPath = '/api/events'

/** News from the station. */
export const StationEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), pack: z.string() }),
  z.object({ type: z.literal('pack-changed'), pack: z.string() }),
  z.object({ type: z.literal('printer-changed'), printer: DeviceState }),
  z.object({ type: z.literal('print-changed'), ticket: z.string(), state: z.string() }),
  z.object({ type: z.literal('smile-mode-changed'), mode: z.enum(['opt-in', 'ambient', 'off']) }),
  /** Staff calibrate the reader: the screen with the camera frames faces for so many seconds. */
  z.object({ type: z.literal('door-watched'), seconds: z.number().positive() }),
  /** Staff watch the helm: whoever has one tells the station what it does for so many seconds. */
  z.object({ type: z.literal('helm-watched'), seconds: z.number().positive() }),
  z.object({ type: z.literal('helm-seen'), sights: z.array(HelmSight) }),
  /** Another calibration is in force; it is read with the station. */
  z.object({ type: z.literal('helm-calibrated') }),
  /** A guide leads a group, leads it on or has left. */
  z.object({ type: z.literal('group-changed'), view: GroupView }),
])
export type StationEvent = z.infer<typeof StationEvent>

/** Cuts a stream of text into the events it carries; what it does not understand it leaves out. */
export class EventReader {
  #rest = ''

  read(text: string): readonly StationEvent[] {
    this.#rest += text
    const blocks = this.#rest.split('\n\n')
    this.#rest = blocks.pop() ?? ''
    return blocks.flatMap(eventOf)
  }
}

function eventOf(block: string): readonly StationEvent[] {
  const data = block
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trim())
    .join('\n')
  if (data === '') return []
  try {
    const event = StationEvent.safeParse(JSON.parse(data))
    return event.success ? [event.data] : []
  } catch {
    return []
  }
}

export const writeEvent = (event: StationEvent): string => `data: ${JSON.stringify(event)}\n\n`
