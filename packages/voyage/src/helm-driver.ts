import { z } from 'zod'
import { AxisSettings, AxisTravel } from './axis.ts'
import { CounterSettings } from './counts.ts'

/** The code of a key by its place on the keyboard, as browsers name it: `KeyD`, `BracketRight`, `F13`. */
const KeyCode = z.string().regex(/^[A-Z][A-Za-z0-9]+$/, 'the code of a key, such as "BracketRight"')

const OfSerial = CounterSettings.extend({ kind: z.literal('serial') })
const OfPulseKeys = CounterSettings.extend({
  kind: z.literal('pulse-keys'),
  countsPerTurn: CounterSettings.shape.countsPerTurn.unwrap().default(48),
})
const OfGamepad = AxisTravel.extend({ kind: z.literal('gamepad') })

/** The wheel a station has, one of a closed set of kinds, and how it is read. Every screen also has keys, mouse wheel and touch. */
export const HelmDriver = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** An encoder that speaks the helm's line protocol on a serial device. */
  OfSerial.extend({ device: z.string().min(1).describe('Such as /dev/ttyACM0 or /dev/serial/by-id/….') }),
  /** An encoder that plays a keyboard: one press of a key for each pulse. */
  OfPulseKeys.extend({
    starboard: KeyCode.default('BracketRight'),
    port: KeyCode.default('BracketLeft'),
    press: KeyCode.nullable().default('Backslash').describe('The hub button; none: null.'),
  }),
  /** A wheel of limited turn that plays a gamepad. */
  AxisSettings.extend({
    ...OfGamepad.shape,
    name: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe('A part of its name; null takes the first that has the axis.'),
    axis: z.number().int().min(0).max(15).default(0),
    button: z.number().int().min(0).max(31).nullable().default(0).describe('The hub button; none: null.'),
  }),
])
export type HelmDriver = z.infer<typeof HelmDriver>
export type HelmKind = HelmDriver['kind']

/** What a calibration finds out about a wheel: it takes the place of what the station file says of the same kind. */
export const HelmCalibration = z.discriminatedUnion('kind', [OfSerial, OfPulseKeys, OfGamepad])
export type HelmCalibration = z.infer<typeof HelmCalibration>

/** The driver as it is to be read. A calibration of another kind of wheel belongs to a wheel that is no longer there. */
export const withCalibration = (driver: HelmDriver, calibration: HelmCalibration | undefined): HelmDriver =>
  calibration?.kind === driver.kind ? HelmDriver.parse({ ...driver, ...calibration }) : driver
