import { Slug, Words } from '@riverside/kit'
import { ThresholdTable } from '@riverside/smile'
import { Surface } from '@riverside/story'
import { CounterSettings, HelmDriver } from '@riverside/voyage'
import { z } from 'zod'
import { PrintedSides } from './printing.ts'

const Clock24 = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'an hour such as "10:00"')

const Hours = z.strictObject({
  open: Clock24.default('10:00'),
  close: Clock24.default('20:00'),
  /** Days that differ; `null` hours mean closed all day. */
  exceptions: z
    .array(z.strictObject({ date: z.iso.date(), open: Clock24.nullable(), close: Clock24.nullable() }))
    .default([]),
})

const Screen = z.strictObject({
  role: z.enum(['all', 'voyage', 'postcard', 'story', 'smile-entry', 'smile-exit', 'wall']).default('all'),
  /** `kiosk`: full screen, nothing else can be reached. `windowed`: a window for desks and development. */
  mode: z.enum(['kiosk', 'windowed']).default('kiosk'),
  width: z.number().int().min(800).max(7680).default(1920).describe('Pixels; the size of the window in windowed mode.'),
  height: z.number().int().min(600).max(7680).default(1080).describe('Pixels.'),
  /** The picture area of the panel and where it hangs: needed for 20 mm targets and the low-reach mode. */
  panelHeight: z
    .number()
    .min(150)
    .max(3000)
    .default(600)
    .describe('Millimetres from lower to upper edge of the picture.'),
  panelBottom: z
    .number()
    .min(0)
    .max(2500)
    .default(900)
    .describe('Millimetres from the floor to the lower edge of the picture.'),
  reducedMotion: z.boolean().default(false),
  /** What the room 回首滨江 is shown on: the pane decides which inks can be read on it, and what is seen through it. */
  display: Surface.default('opaque'),
  /** The screen lies flat and is read from both its long sides. */
  table: z.boolean().default(false),
  /**
   * What moves while nobody is there. `print`: the cut river, which costs next to nothing. `cruise`: the panorama sails by itself, for
   * machines whose graphics card draws it with ease.
   */
  attract: z.enum(['print', 'cruise']).default('print'),
})

const countsPerTurn = CounterSettings.shape.countsPerTurn.unwrap()
const direction = CounterSettings.shape.direction.unwrap()

const Helm = z
  .strictObject({
    /** The wheel of the station; keyboard, mouse wheel and the helm on the screen are always there beside it. */
    driver: HelmDriver.optional(),
    metresPerTurn: z.number().min(5).max(1000).default(100),
    /** The earlier way of writing a serial driver; it goes on being understood. */
    serial: z.string().min(1).nullable().optional(),
    countsPerTurn: countsPerTurn.optional(),
    direction: direction.optional(),
  })
  .superRefine(({ driver, serial, countsPerTurn, direction }, context) => {
    if (driver === undefined) return
    for (const [name, value] of Object.entries({ serial, countsPerTurn, direction }))
      if (value !== undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'belongs inside "driver" here' })
  })
  .transform(({ driver, metresPerTurn, serial, ...counter }) => ({
    driver: driver ?? HelmDriver.parse(serial ? { kind: 'serial', device: serial, ...counter } : { kind: 'none' }),
    metresPerTurn,
  }))

/** What printing may use up, and how a card gets its second face. */
const printing = {
  /** `both`: the printer prints both sides. `turn`: the visitor turns the card between two passes. `front`: the backs are printed already. */
  sides: PrintedSides.default('both'),
  copiesAVisit: z.number().int().min(1).max(20).default(2).describe('Cards one visit may print.'),
  sheetsAnHour: z.number().int().min(1).max(1000).default(60),
  lowPaper: z.number().int().min(0).max(200).default(10).describe('Sheets left at which staff are asked for more.'),
}

const Printer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** Prints nothing and says so: for the demonstration. */
  z.strictObject({ kind: z.literal('pretend'), ...printing }),
  z.strictObject({
    kind: z.literal('cups'),
    queue: z.string().regex(/^[A-Za-z0-9_.-]+$/, 'the name of a queue of the print service'),
    ...printing,
  }),
])

/** The camera with which visitors may put themselves on a card, each after a yes of their own; `none`: nobody is asked. */
const Postcard = z.strictObject({ camera: z.enum(['real', 'pretend', 'none']).default('none') })

/** How cards leave by code. */
const TakeAway = z.strictObject({
  /**
   * Where the page of `npm run postcard -- page` is had by everybody; null: no card travels in its own link. `this-machine`: the station's own
   * copy, for a demonstration at a desk.
   */
  page: z
    .union([
      z.literal('this-machine'),
      z
        .url({ protocol: /^https?$/ })
        .regex(/^[^#?]*\/$/, 'must end with a slash, such as "https://cards.example.org/p/"')
        .max(120),
    ])
    .nullable()
    .default(null),
  /** How long a card is kept at the station for phones of its network. */
  hours: z.number().int().min(1).max(72).default(24),
  /** The network guests join first, so that their phones reach the station; null: they are on it already, or there is none. */
  wifi: z
    .strictObject({
      name: z.string().min(1).max(32),
      password: z.string().min(8).max(63).nullable().default(null),
      hidden: z.boolean().default(false),
    })
    .nullable()
    .default(null),
})

const Compliance = z.strictObject({
  assessment: z.string().min(1).describe('Number of the impact assessment.'),
  legalBasis: z.string().min(1),
  responsible: z.string().min(1),
  signageChecked: z.iso.date(),
  expires: z.iso.date(),
})

const silentAfter = z
  .number()
  .min(60)
  .max(86_400)
  .nullable()
  .default(150)
  .describe('Seconds without a line after which the counter is silent; null for one that never says "alive".')

/** Who counts passages at this machine's door. One counter a door: two would count everybody twice. */
const PassageCounter = z.discriminatedUnion('kind', [
  /** The reader's own camera, while it is always on; nobody is counted by tap. */
  z.strictObject({ kind: z.literal('camera') }),
  z.strictObject({ kind: z.literal('none') }),
  /** Lines `in`, `out`, `in 3`, `alive` on a serial line. */
  z.strictObject({
    kind: z.literal('serial'),
    device: z.string().min(1),
    baudRate: z.number().int().min(300).max(921_600).default(9600),
    silentAfter,
  }),
  /** The same lines, sent to `/api/counter/lines` of this machine with this key. */
  z.strictObject({ kind: z.literal('http'), key: z.string().min(16).max(128), silentAfter }),
])

const Smile = z.strictObject({
  mode: z.enum(['opt-in', 'ambient', 'off']).default('opt-in'),
  /** The door at which this machine's camera stands; left out, that of the screen's role, else the entry. */
  door: z.enum(['entry', 'exit']).optional(),
  /**
   * One machine for both doors: each visitor says whether he comes in or goes out, and is counted there. `door` is then where its
   * counter stands, and its camera while it is always on.
   */
  asksDoor: z.boolean().default(false),
  camera: z.enum(['real', 'pretend', 'none']).default('real'),
  counter: PassageCounter.default({ kind: 'camera' }),
  /** Decision thresholds of this station's own, by door and light; `null`: those measured on labelled faces. */
  thresholds: ThresholdTable.nullable().default(null),
  /** Ambient metering starts only while this record is there and has not expired. */
  compliance: Compliance.nullable().default(null),
})

const Network = z.strictObject({
  port: z.number().int().min(0).max(65535).default(7320).describe('0 lets the system choose.'),
  /** The address phones reach for take-away; null: nothing listens beyond this machine. */
  lan: z.ipv4().nullable().default(null),
})

/** The fleet's collecting service; none: everything stays on this machine. */
const Hub = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).describe('Without a slash at the end, such as "https://hub.example.org".'),
  /** Proves to the hub which station speaks. */
  key: z.string().min(16).max(256).nullable().default(null),
})

const Idle = z.strictObject({
  warnAfter: z.number().min(10).max(600).default(45).describe('Seconds without a touch before the screen asks.'),
  resetAfter: z.number().min(15).max(900).default(60).describe('Seconds without a touch before the visit ends.'),
})

/** Screens that stand at one door by their role. */
const doorOfRole: Partial<Record<z.infer<typeof Screen>['role'], 'entry' | 'exit'>> = {
  'smile-entry': 'entry',
  'smile-exit': 'exit',
}

/** One station, as one file of `kiosk-config/` describes it. What is left out has the value written here. */
export const StationFile = z
  .strictObject({
    station: z.strictObject({ id: Slug, name: Words, place: Words }),
    /** Openly a demonstration: pretend devices are named as such on the staff pages. */
    demonstration: z.boolean().default(false),
    hours: Hours.prefault({}),
    screen: Screen.prefault({}),
    helm: Helm.prefault({}),
    printer: Printer.default({ kind: 'none' }),
    postcard: Postcard.prefault({}),
    takeAway: TakeAway.prefault({}),
    smile: Smile.prefault({}),
    network: Network.prefault({}),
    hub: Hub.nullable().default(null),
    idle: Idle.prefault({}),
    volume: z.strictObject({ ceiling: z.number().min(0).max(1).default(0.7) }).prefault({}),
  })
  .refine((file) => file.screen.display !== 'hologram' || file.screen.role === 'story', {
    path: ['screen', 'display'],
    message: 'a hologram mirrors the whole screen and tells stories alone: it needs "role": "story"',
  })
  .refine((file) => file.idle.resetAfter > file.idle.warnAfter, {
    path: ['idle', 'resetAfter'],
    message: 'must be more than warnAfter, or nobody is ever warned',
  })
  .refine((file) => file.smile.mode !== 'ambient' || file.smile.compliance !== null, {
    path: ['smile', 'compliance'],
    message: 'ambient metering needs a compliance record; without one choose "opt-in" or "off"',
  })
  .refine(({ screen, smile }) => smile.door === undefined || smile.door === (doorOfRole[screen.role] ?? smile.door), {
    path: ['smile', 'door'],
    message: 'is not the door of screen.role; leave it out there',
  })
  .refine(({ screen, smile }) => !smile.asksDoor || doorOfRole[screen.role] === undefined, {
    path: ['smile', 'asksDoor'],
    message: 'a screen of the role smile-entry or smile-exit stands at one door; give it the role "all" to ask',
  })
  .transform((file) => ({
    ...file,
    smile: { ...file.smile, door: file.smile.door ?? doorOfRole[file.screen.role] ?? ('entry' as const) },
  }))
  .refine((file) => file.takeAway.page !== 'this-machine' || file.demonstration, {
    path: ['takeAway', 'page'],
    message: '"this-machine" is for a demonstration: no phone opens it',
  })
export type StationFile = z.infer<typeof StationFile>
