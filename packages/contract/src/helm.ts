import { HelmCalibration, HelmDriver, HelmSight } from '@riverside/voyage'
import { z } from 'zod'
import { DeviceState } from './health.ts'
import { Nothing, route } from './route.ts'

/** How long a screen goes on telling after it was last asked to, in seconds; who watches asks again before that. */
export const helmWatchLasts = 10

/** What a screen saw of its wheel, oldest first; it tells only while signed-in staff watch, and the station passes it on as news. */
export const reportHelm = route({
  method: 'POST',
  path: '/api/helm/sights',
  caller: 'screen',
  body: z.strictObject({ sights: z.array(HelmSight).min(1).max(400) }),
  reply: Nothing,
  problems: ['nobody-watches'],
})

/** A calibration that is in force: what it found, and who made it and when. */
export const KeptCalibration = z.strictObject({
  calibration: HelmCalibration,
  by: z.string().max(40).describe('As they signed; may be empty.'),
  at: z.number().int().describe('Milliseconds since 1970.'),
})
export type KeptCalibration = z.infer<typeof KeptCalibration>

/** The wheel of a station, as staff see it. */
export const HelmReadings = z.strictObject({
  /** As the station file has it. */
  inFile: HelmDriver,
  /** Laid over the file; null where the file alone is in force, also where it names another kind of wheel by now. */
  kept: KeptCalibration.nullable(),
  device: DeviceState,
})
export type HelmReadings = z.infer<typeof HelmReadings>

/** Holds the watch for another `helmWatchLasts` seconds. */
export const watchHelm = route({
  method: 'POST',
  path: '/api/staff/helm/watch',
  caller: 'staff',
  body: Nothing,
  reply: HelmReadings,
  problems: [],
})

/** Takes a calibration into use at once, on every screen. */
export const keepCalibration = route({
  method: 'PUT',
  path: '/api/staff/helm/calibration',
  caller: 'staff',
  body: z.strictObject({ calibration: HelmCalibration, by: z.string().trim().max(40) }),
  reply: HelmReadings,
  problems: ['another-wheel'],
})

/** Back to what the station file says. */
export const dropCalibration = route({
  method: 'DELETE',
  path: '/api/staff/helm/calibration',
  caller: 'staff',
  body: Nothing,
  reply: HelmReadings,
  problems: [],
})
