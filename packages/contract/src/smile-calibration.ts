import { Door, LightClass, Mode, observed } from '@riverside/smile'
import { z } from 'zod'
import { Nothing, route } from './route.ts'

const Share = z.number().min(0).max(1)
const Count = z.number().int().nonnegative()

/** Where a face stands in the picture, in shares of the picture's width and height. */
export const FaceFrame = z.strictObject({ x: Share, y: Share, width: Share, height: Share })
export type FaceFrame = z.infer<typeof FaceFrame>

/** How long a screen goes on calibrating after it was last asked to, in seconds; who watches asks again before that. */
export const doorWatchLasts = 10

/**
 * What the screen with the camera says of the one face it frames. `decision` is the reader's own, once it has one; it stays inside the
 * station until both observers have judged, and is counted there and forgotten.
 */
export const reportSubject = route({
  method: 'POST',
  path: '/api/smile/subjects',
  caller: 'screen',
  body: z.strictObject({
    round: Count,
    faces: Count.max(16),
    frame: FaceFrame.nullable(),
    light: LightClass.nullable(),
    decision: z.enum(['smiling', 'not-smiling', 'unreadable']).optional(),
    /** The face went before the reader could say anything of it: nobody is to wait for that. */
    isLost: z.literal(true).optional(),
  }),
  /** The round that is wanted by now; a higher one than the screen's own asks for the next face. */
  reply: z.strictObject({ round: Count }),
  problems: ['nobody-watches', 'metering-off'],
})

const Tally = z.strictObject({
  smilingSeen: Count,
  smilingMissed: Count,
  unsmilingSeen: Count,
  unsmilingMistaken: Count,
  observers: z.strictObject({ bothSmile: Count, onlyFirst: Count, onlySecond: Count, neither: Count }),
  unclear: Count,
  unreadable: Count,
})

/** One calibration of one door as staff see it. */
export const CalibrationView = z.strictObject({
  began: z.iso.date().describe('The day of its first judgement in Shanghai.'),
  whole: Tally,
  lights: z.array(z.strictObject({ light: LightClass, tally: Tally })),
  kappa: z.number().nullable().describe('Null while chance alone would explain the agreement.'),
  state: z.enum(['valid', 'too-few', 'observers-disagree', 'expired', 'ahead-of-its-time', 'another-detector']),
})
export type CalibrationView = z.infer<typeof CalibrationView>

export const CounterCheckView = z.strictObject({
  began: z.iso.date(),
  hand: z.strictObject({ in: Count, out: Count }),
  counter: z.strictObject({ in: Count, out: Count }),
  error: z.number().nullable(),
  state: z.enum(['too-few', 'good', 'wrong']),
  isOpen: z.boolean().describe('False once it was ended: then it is the last one made.'),
})
export type CounterCheckView = z.infer<typeof CounterCheckView>

/** A door under calibration. The reader's decision is no part of it. */
export const DoorWatch = z.strictObject({
  door: Door,
  mode: Mode,
  /** Whether the screen with the camera has said anything in the last seconds. */
  isSeen: z.boolean(),
  round: Count,
  faces: Count,
  frame: FaceFrame.nullable(),
  /** A face was framed in this round; it may have walked on since and can still be judged. */
  isJudgeable: z.boolean(),
  light: LightClass.nullable(),
  answered: z.strictObject({ first: z.boolean(), second: z.boolean() }),
  /** Counted into at present; and the one in use. */
  open: CalibrationView.nullable(),
  adopted: CalibrationView.nullable(),
  counter: CounterCheckView.nullable(),
})
export type DoorWatch = z.infer<typeof DoorWatch>

/** Holds the calibration for another `doorWatchLasts` seconds: the screen with the camera frames one face after the other. */
export const watchDoor = route({
  method: 'POST',
  path: '/api/staff/smile/watch',
  caller: 'staff',
  body: Nothing,
  reply: DoorWatch,
  problems: [],
})

export const Observer = z.enum(['first', 'second'])
export type Observer = z.infer<typeof Observer>

/** One observer's answer for the face in the frame. */
export const judgeSubject = route({
  method: 'POST',
  path: '/api/staff/smile/judgements',
  caller: 'staff',
  body: z.strictObject({ round: Count, observer: Observer, answer: z.enum(observed) }),
  reply: DoorWatch,
  problems: ['another-face', 'already-judged', 'metering-off'],
})

/** Lets the face in the frame go uncounted: the two looked at different people. */
export const skipSubject = route({
  method: 'POST',
  path: '/api/staff/smile/skipped',
  caller: 'staff',
  body: z.strictObject({ round: Count }),
  reply: DoorWatch,
  problems: ['another-face'],
})

/** Takes the calibration that is being counted into use. */
export const adoptDoorCalibration = route({
  method: 'PUT',
  path: '/api/staff/smile/calibration',
  caller: 'staff',
  body: Nothing,
  reply: DoorWatch,
  problems: ['nothing-counted', 'too-few', 'observers-disagree', 'expired', 'ahead-of-its-time', 'another-detector'],
})

/** Throws the calibration that is being counted away; the one in use stays. */
export const dropDoorCalibration = route({
  method: 'DELETE',
  path: '/api/staff/smile/calibration',
  caller: 'staff',
  body: Nothing,
  reply: DoorWatch,
  problems: [],
})

/** The check of the passage counter by hand: begun, clicked once for everybody who passes, ended. */
export const checkPassages = route({
  method: 'POST',
  path: '/api/staff/smile/counter-check',
  caller: 'staff',
  body: z.strictObject({ do: z.enum(['begin', 'in', 'out', 'end']) }),
  reply: DoorWatch,
  problems: ['not-begun'],
})

/**
 * Asked twice a second while a hand holds the live view open on the screen with the camera. Nobody signed in: refused, and the view
 * closes. No picture is part of it.
 */
export const holdDoorView = route({
  method: 'POST',
  path: '/api/staff/smile/view',
  caller: 'staff',
  body: Nothing,
  reply: z.strictObject({ mode: Mode }),
  problems: [],
})
