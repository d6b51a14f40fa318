import { Mode } from '@riverside/smile'
import { z } from 'zod'
import { DoorFigures, Headline } from './figures.ts'
import { Nothing, route } from './route.ts'

/** Readings and smiles of one door today. A single day's rate is no headline, so none is sent. */
const WallCount = DoorFigures.pick({ n: true, x: true })

const WallDoor = DoorFigures.extend({
  /** Where fewer than R6 asks could be read: the rate if nobody, or everybody, who could not be read had smiled. */
  bounds: z.object({ worst: z.number(), best: z.number() }).nullable(),
})

/** Both doors over the same stretch. */
const WallPoint = z.object({ entry: DoorFigures, exit: DoorFigures })
export type WallPoint = z.infer<typeof WallPoint>

const WallPeriod = z.object({
  /** The last days before today with readings at both doors, ten at most. */
  from: z.iso.date(),
  to: z.iso.date(),
  entry: WallDoor,
  exit: WallDoor,
  /** Null values with `preliminary`: fewer than eight days, and no headline. */
  delta: Headline.shape.delta,
  isCalibrated: z.boolean(),
  byHour: z.array(WallPoint.extend({ at: z.number().int().min(0).max(23) })),
  byDay: z.array(WallPoint.extend({ day: z.iso.date(), partial: z.boolean() })),
})
export type WallPeriod = z.infer<typeof WallPeriod>

/** What hangs on the wall for everybody: closed quarter-hours only, and nothing the publication rules hold back. */
export const Wall = z.object({
  day: z.iso.date(),
  /** Local time of Shanghai at which the last closed quarter-hour of today ended; `null` while none has. */
  until: z.string().nullable(),
  mode: Mode,
  hours: z.object({ open: z.string(), close: z.string() }).nullable().describe('Null: closed all day.'),
  today: z.object({
    in: z.number().nullable(),
    out: z.number().nullable(),
    entry: WallCount,
    exit: WallCount,
    partial: z.boolean(),
  }),
  period: WallPeriod.nullable().describe('Null: no day before today has readings at both doors.'),
})
export type Wall = z.infer<typeof Wall>

export const readWall = route({
  method: 'GET',
  path: '/api/smile/wall',
  caller: 'screen',
  body: Nothing,
  reply: Wall,
  problems: [],
})
