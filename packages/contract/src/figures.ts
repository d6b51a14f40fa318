import { Door, Mode } from '@riverside/smile'
import { z } from 'zod'
import { Nothing, route } from './route.ts'

const Held = z.number().nullable().describe('Null where the publication rules hold it back.')

/** One door as published: counts exact, rates as shares from 0 to 1 with their 95 % limits. */
export const DoorFigures = z.object({
  n: Held,
  x: Held,
  rate: Held,
  low: Held,
  high: Held,
  note: z.enum(['too-few', 'below-5', 'above-95', 'unreliable']).nullable(),
})
export type DoorFigures = z.infer<typeof DoorFigures>

/** The difference of smile rates over some days, never shown without its interval. */
export const Headline = z.object({
  /** Days with readings at both doors, ten at most, the last of them `to`. */
  from: z.iso.date(),
  to: z.iso.date(),
  entry: DoorFigures,
  exit: DoorFigures,
  delta: z.object({
    value: Held,
    low: Held,
    high: Held,
    days: z.number().int(),
    note: z.enum(['preliminary', 'insufficient', 'usable-share']).nullable(),
  }),
  /** The difference had the reader made no mistakes; only with a valid calibration at both doors. */
  corrected: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** False: no valid calibration at both doors, and every rate is 未校准. */
  isCalibrated: z.boolean(),
})
export type Headline = z.infer<typeof Headline>

/** Whether ambient metering could be chosen: a compliance record, and until when. */
export const ComplianceState = z.enum(['none', 'valid', 'expired'])
export type ComplianceState = z.infer<typeof ComplianceState>

/** The day so far, in closed quarter-hours only. */
export const Today = z.object({
  station: z.object({ id: z.string(), zh: z.string(), en: z.string() }),
  day: z.iso.date(),
  /** Local times of Shanghai, `17:31`. */
  now: z.string(),
  /** The end of the last closed quarter-hour; `null` while none of today has closed. */
  until: z.string().nullable(),
  hours: z.object({ open: z.string(), close: z.string() }).nullable().describe('Null: closed all day.'),
  isOpen: z.boolean(),
  passages: z.object({ in: Held, out: Held }),
  entry: DoorFigures,
  exit: DoorFigures,
  /** True where the readers worked less than 80 % of the time on record today. */
  partial: z.boolean(),
  headline: Headline.nullable(),
  smile: z.object({ mode: Mode, door: Door, compliance: ComplianceState, expires: z.iso.date().nullable() }),
})
export type Today = z.infer<typeof Today>

export const readToday = route({
  method: 'GET',
  path: '/api/staff/today',
  caller: 'staff',
  body: Nothing,
  reply: Today,
  problems: [],
})

/** Figures as files: the same text the command writes. */
export const exportFigures = route({
  method: 'GET',
  path: '/api/staff/figures',
  caller: 'staff',
  body: z.strictObject({
    from: z.string(),
    to: z.string(),
    grain: z.enum(['hour', 'day', 'all']),
    format: z.enum(['csv', 'json']),
  }),
  reply: z.object({
    files: z.array(z.object({ name: z.string(), text: z.string() })),
    rows: z.number().int(),
    suppressed: z.number().int().describe('Cells held back.'),
  }),
  problems: ['not-a-day', 'ends-before-it-begins'],
})

/** One row of the JSON file, as far as a screen shows it. */
export const FiguresRow = z.object({
  start: z.string().describe('Local time of Shanghai, with its offset.'),
  mode: Mode,
  in: Held,
  out: Held,
  entry: DoorFigures,
  exit: DoorFigures,
  delta: Headline.shape.delta,
})
export type FiguresRow = z.infer<typeof FiguresRow>

/** How the smile reader may work at this moment; news of a change comes by the event stream. */
export const readSmileMode = route({
  method: 'GET',
  path: '/api/smile/mode',
  caller: 'screen',
  body: Nothing,
  reply: z.object({ mode: Mode }),
  problems: [],
})

export const setSmileMode = route({
  method: 'PUT',
  path: '/api/staff/smile-mode',
  caller: 'staff',
  body: z.strictObject({ mode: Mode }),
  reply: z.object({ mode: Mode }),
  problems: ['no-compliance'],
})
