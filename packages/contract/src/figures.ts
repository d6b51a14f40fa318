import { bands, Door, Mode, visitTypes, weekparts } from '@riverside/smile'
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

export const FiguresFormat = z.enum(['csv', 'json', 'xlsx', 'pdf', 'parquet'])
export type FiguresFormat = z.infer<typeof FiguresFormat>

const Grain = z.enum(['hour', 'day', 'all'])

/**
 * Figures as a file, for staff: `GET` with this query answers with the file itself, piece by piece, so that a year of hours never has to
 * be held anywhere; the key travels as with every route. `about` asks for what is said of the file instead of the file, or for the groups that
 * guides led, which stand beside a file that holds one table.
 */
export const figuresFilePath = '/api/staff/figures'
export const FiguresQuery = z.strictObject({
  from: z.string(),
  to: z.string(),
  grain: Grain,
  format: FiguresFormat,
  about: z.enum(['facts', 'columns', 'receptions']).optional(),
  /** Noise on every count (R8): the smaller, the more. */
  epsilon: z.coerce.number().optional(),
})
export type FiguresQuery = z.infer<typeof FiguresQuery>

/** One stretch of time of one station in one mode. */
export const FiguresRow = z.object({
  station: z.string(),
  name: z.string(),
  start: z.string().describe('Local time of Shanghai, with its offset.'),
  end: z.string().describe('The first moment after it.'),
  mode: Mode,
  in: Held,
  out: Held,
  closure: Held,
  entry: DoorFigures.extend({ u: Held, usable: Held, designEffect: Held }),
  exit: DoorFigures.extend({ u: Held, usable: Held, designEffect: Held }),
  delta: Headline.shape.delta.extend({
    method: z.enum(['day-linearised', 'party-mover', 'naive-newcombe']).nullable(),
  }),
  report: z.object({ presses: Held, response: Held, topTwo: Held, low: Held, high: Held, mean: Held }),
  covered: Held,
  flags: z.array(z.string()).readonly(),
})
export type FiguresRow = z.infer<typeof FiguresRow>

/** A day whose entry or exit rate is out of line with the others, by Laney's p′ chart. */
const ControlPoint = z.object({
  day: z.iso.date(),
  rate: z.number(),
  low: z.number(),
  high: z.number(),
  isOutside: z.boolean(),
})

/** Groups that guides led through a programme; people are as many as the guides said. */
const Receptions = {
  groups: z.number().int(),
  uncounted: z.number().int().describe('Groups of which nobody said how many they were.'),
  people: Held,
  note: z.enum(['too-few', 'not-counted']).nullable(),
}

export const Stats = z.object({
  query: z.object({
    stations: z.array(z.string()),
    from: z.iso.date(),
    to: z.iso.date(),
    grain: Grain,
    mode: Mode.nullable(),
  }),
  definitions: z.string(),
  software: z.string(),
  detectors: z.array(z.string()),
  calibration: z
    .array(
      z.object({
        station: z.string(),
        door: Door,
        began: z.iso.date(),
        sensitivity: z.number(),
        smiling: z.number().int(),
        specificity: z.number(),
        unsmiling: z.number().int(),
        kappa: z.number(),
      }),
    )
    .nullable()
    .describe('Valid on the last day on record, of the detectors that read; null: every rate is uncalibrated.'),
  thresholds: z.record(z.string(), z.number()),
  suppressedCells: z.number().int(),
  coveredShare: z.number().nullable(),
  openHours: z
    .array(
      z.object({
        station: z.string(),
        open: z.string(),
        close: z.string(),
        exceptions: z.array(z.object({ date: z.string(), open: z.string().nullable(), close: z.string().nullable() })),
      }),
    )
    .describe('Of the stations that said when they are open; exceptions within the period.'),
  closureDays: z
    .object({ flagged: z.number().int(), excluded: z.number().int() })
    .describe('Days on which in and out were more than 5 %, and more than 20 %, apart.'),
  usableShare: z.object({ entry: Held, exit: Held }),
  caption: z.string(),
  dataSha256: z.string().describe('SHA-256 of the same rows as CSV.'),
  rows: z.array(FiguresRow),
  whole: z.array(FiguresRow).describe('Each station and mode over the whole period.'),
  breakdown: z
    .array(
      FiguresRow.extend({
        at: z
          .number()
          .int()
          .describe(
            'Hour 0 to 23; day of the week from 1 for Monday; 0 singles, 1 tours (a guide led a group, or parties were of eight or more on average), 2 not known.',
          ),
      }),
    )
    .nullable(),
  control: z
    .array(z.object({ station: z.string(), mode: Mode, door: Door, centre: z.number(), points: z.array(ControlPoint) }))
    .describe('Only where twenty days or more may be shown.'),
  receptions: z
    .array(
      z.object({
        station: z.string(),
        whole: z.object(Receptions),
        days: z.array(z.object({ day: z.iso.date(), ...Receptions })),
      }),
    )
    .describe('Of stations that wrote any down; days without any are left out.'),
})
export type Stats = z.infer<typeof Stats>

/** The figures as the files have them, for programs: the same suppression, an ETag, 304 where nothing changed. */
export const readStats = route({
  method: 'GET',
  path: '/v1/stats',
  caller: 'staff',
  body: z.strictObject({
    stations: z.string().optional().describe('Ids with commas between; all without it.'),
    period: z
      .string()
      .optional()
      .describe(
        'today, yesterday, this-week, last-week, this-month, last-month, YYYY, YYYY-qN, YYYY-MM or YYYY-MM-DD.',
      ),
    from: z.string().optional().describe('First day, in place of `period`.'),
    to: z.string().optional().describe('Last day, inclusive.'),
    grain: Grain.default('day'),
    mode: Mode.optional(),
    breakdown: z.enum(['hour', 'weekday', 'visit']).optional(),
  }),
  reply: Stats,
  problems: ['not-a-day', 'not-a-period', 'ends-before-it-begins', 'no-such-station'],
})

const Limits = z.object({ value: z.number(), low: z.number(), high: z.number() })
const ofBoth = <Shape extends z.ZodType>(shape: Shape) => z.object({ a: shape, b: shape })
const Reckoned = {
  method: z.enum(['day-linearised', 'party-linearised', 'naive']),
  probability: z.number().describe('Of no difference at all.'),
}
/** `more` and `fewer`: the interval leaves zero out. `level`: no difference can be seen. */
const Verdict = z.enum(['more', 'fewer', 'level']).nullable()
const CompareNote = z.enum(['preliminary', 'insufficient', 'usable-share', 'closure']).nullable()

const ComparedSide = z.object({
  station: z.string(),
  name: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  in: Held,
  out: Held,
  days: z.number().int(),
  covered: Held,
  detectors: z.array(z.string()),
})

/** One door in A and in B. Where the crude difference misleads, it and both crude rates are null, and what is standardised stands. */
const ComparedDoor = z.object({
  ...ofBoth(DoorFigures.omit({ x: true })).shape,
  crude: Limits.nullable(),
  misleads: z.boolean(),
  standardised: Limits.extend({ a: z.number(), b: z.number(), withinStrata: z.number(), ...Reckoned }).nullable(),
  share: ofBoth(Held).describe('Of the readings of each side, those in strata that both may show.'),
  verdict: Verdict,
  note: CompareNote,
})

const Stratum = {
  band: z.enum(bands).describe('Hours until 11, until 14, until 17, and after.'),
  weekpart: z.enum(weekparts),
  visit: z
    .enum(visitTypes)
    .describe(
      'Who came in an hour: tours where a guide led a group, or where the average reading’s party was of eight or more.',
    ),
}

/** Two periods of one station, or two stations, in one mode; B less A throughout. */
export const Comparison = z.object({
  mode: Mode,
  ...ofBoth(ComparedSide).shape,
  entry: ComparedDoor,
  exit: ComparedDoor,
  delta: z.object({
    ...ofBoth(Held).shape,
    change: Limits.extend(Reckoned).nullable(),
    verdict: Verdict,
    note: CompareNote,
  }),
  parts: z
    .array(
      Limits.extend({
        by: z.enum(['band', 'weekpart', 'visit']),
        at: z.enum([...bands, ...weekparts, ...visitTypes]),
        door: Door,
        a: z.number(),
        b: z.number(),
        probability: z.number(),
        adjusted: z.number().describe('After Benjamini and Hochberg where there are more than five.'),
        stands: z.boolean(),
      }),
    )
    .describe('Within strata; only parts whose rates both sides may show.'),
  strata: z.array(z.object({ ...Stratum, door: Door, ...ofBoth(z.object({ n: z.number().int(), rate: Held })).shape })),
  flags: z.array(z.string()),
  suppressed: z.number().int().describe('Strata of either side that are held back, and left out of every difference.'),
})
export type Comparison = z.infer<typeof Comparison>

export const Compare = z.object({
  definitions: z.string(),
  software: z.string(),
  thresholds: z.record(z.string(), z.number()),
  caption: z.string(),
  comparisons: z.array(Comparison).describe('One for each mode that both sides were read in.'),
})
export type Compare = z.infer<typeof Compare>

const comparedPeriod = z
  .string()
  .describe('A period as `/v1/stats` knows it, or two days with `..` between, such as 2026-03-01..2026-03-15.')

/** Two periods of one station, or one of two stations, within strata: the same suppression as everything else, an ETag, 304. */
export const readCompare = route({
  method: 'GET',
  path: '/v1/compare',
  caller: 'staff',
  body: z.strictObject({
    a: comparedPeriod,
    b: comparedPeriod.optional(),
    station: z.string().optional().describe('Of A; this one where it has figures, or the only one.'),
    other: z.string().optional().describe('Station of B, where it is another one.'),
  }),
  reply: Compare,
  problems: ['not-a-period', 'no-such-station', 'which-station', 'periods-share-days'],
})

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
