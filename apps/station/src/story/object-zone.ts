import { dropObjectZone, KeptZone, keepObjectZone, readObjectZone } from '@riverside/contract'
import { fail, ok, parseJson } from '@riverside/kit'
import { problemOf } from '@riverside/story'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import type { Store } from '../store/store.ts'

const setting = 'object-zone'
const none: KeptZone = { zone: null }

/** The outline of what stands behind the screen: kept with the station's data, through every restart. */
export function objectZoneRoutes(
  app: FastifyInstance,
  store: Store,
  log: (event: { event: string; [fact: string]: unknown }) => void,
): void {
  const kept = (): KeptZone => {
    const found = KeptZone.safeParse(parseJson(store.readSetting(setting) ?? 'null'))
    return found.success ? found.data : none
  }
  const keep = (zone: KeptZone) => store.writeSetting(setting, JSON.stringify(zone))

  serve(app, readObjectZone, () => ok(kept()))
  serve(app, keepObjectZone, ({ zone }) => {
    const problem = problemOf(zone)
    if (problem !== undefined) return fail(problem)
    keep({ zone })
    log({ event: 'object-zone-kept', way: zone.way, corners: zone.corners.length })
    return ok(kept())
  })
  serve(app, dropObjectZone, () => {
    keep(none)
    log({ event: 'object-zone-dropped' })
    return ok(kept())
  })
}
