import {
  type DeviceState,
  dropCalibration,
  type HelmReadings,
  helmWatchLasts,
  keepCalibration,
  reportHelm,
  type StationEvent,
  watchHelm,
} from '@riverside/contract'
import { type Clock, fail, ok } from '@riverside/kit'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import type { Calibrated } from './helm-calibration.ts'

/** The wheel before the eyes of staff: what it does, what is in force, and what they found out about it. */
export function helmRoutes(
  app: FastifyInstance,
  needs: {
    readonly calibrated: Calibrated
    readonly device: () => DeviceState
    readonly announce: (event: StationEvent) => void
    readonly clock: Clock
    readonly log: (event: { event: string; [fact: string]: unknown }) => void
  },
): void {
  const { calibrated, device, announce, clock, log } = needs
  let watchedUntil = Number.NEGATIVE_INFINITY
  const readings = (): HelmReadings => ({
    inFile: calibrated.inFile,
    kept: calibrated.kept() ?? null,
    device: device(),
  })

  serve(app, watchHelm, () => {
    watchedUntil = clock.elapsed() + helmWatchLasts * 1000
    announce({ type: 'helm-watched', seconds: helmWatchLasts })
    return ok(readings())
  })
  serve(app, reportHelm, ({ sights }) => {
    if (clock.elapsed() > watchedUntil) return fail('nobody-watches')
    announce({ type: 'helm-seen', sights })
    return ok(undefined)
  })

  serve(app, keepCalibration, ({ calibration, by }) => {
    const kept = calibrated.keep(calibration, by)
    if (!kept.ok) return kept
    log({ event: 'helm-calibrated', ...calibration })
    announce({ type: 'helm-calibrated' })
    return ok(readings())
  })
  serve(app, dropCalibration, () => {
    calibrated.drop()
    log({ event: 'helm-calibration-dropped' })
    announce({ type: 'helm-calibrated' })
    return ok(readings())
  })
}
