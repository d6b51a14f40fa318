import {
  readSmileMode,
  readToday,
  readWall,
  recordCounterLines,
  recordCoverage,
  recordPassages,
  recordReading,
  type StationEvent,
  type StationFile,
  setSmileMode,
} from '@riverside/contract'
import { type Clock, fail, ok } from '@riverside/kit'
import { type Counted, type Door, detectorVersionWith } from '@riverside/smile'
import type { FastifyInstance } from 'fastify'
import { serve } from '../http/serve.ts'
import { sameSecret } from '../staff/staff.ts'
import type { Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { calibrationRoutes } from './calibration-routes.ts'
import { calibrationStore, calibrationsOf } from './calibration-store.ts'
import { counterCheckStore } from './counter-check-store.ts'
import { openCounterLine } from './counter-line.ts'
import { type CounterNeeds, type DoorCounter, doorCounter } from './door-counter.ts'
import { figuresRoutes } from './figures-routes.ts'
import { sliceStore } from './slice-store.ts'
import { smileMode } from './smile-mode.ts'
import { rememberStation } from './station-facts.ts'
import { isOpenAt, todayOf } from './today.ts'
import { visitorRoutes } from './visitor-routes.ts'
import { wallOf } from './wall.ts'

/** Counting as it happens, the day for staff, figures as files, and the switch between off, opt-in and ambient. */
export function smileRoutes(
  app: FastifyInstance,
  needs: {
    store: Store
    file: StationFile
    clock: Clock
    announce: (event: StationEvent) => void
    log: (event: { event: string; [fact: string]: unknown }) => void
    /** How a serial line is opened, where the station file names one. */
    openLine?: CounterNeeds['openLine']
  },
): { readonly counter: DoorCounter } {
  const { store, file, clock } = needs
  const detector = detectorVersionWith(file.smile.thresholds)
  const buckets = bucketStore(store, file.station.id, detector)
  const slices = sliceStore(store)
  const mode = smileMode(store, file, clock)
  const checks = counterCheckStore(store, file.station.id)
  rememberStation(store, file)
  calibrationRoutes(app, { ...needs, mode, checks, runs: calibrationStore(store, file.station.id, detector) })

  const { door: ownDoor, counter: settings } = file.smile
  const addPassages = (door: Door, passages: Counted) => {
    buckets.addPassages(door, mode.current(), passages, clock.now())
    checks.heard(door, passages)
  }
  const counter = doorCounter({
    settings,
    clock,
    openLine: needs.openLine ?? openCounterLine,
    count: (counted) => {
      if (mode.current() !== 'off') addPassages(ownDoor, counted)
    },
    miss: (why, since) => {
      const current = mode.current()
      if (current === 'off') return
      // No visitors are missed while the house is shut.
      for (const when of new Set([since, clock.now()]))
        if (isOpenAt(file, when)) buckets.markUncounted(ownDoor, current, why, when)
    },
  })

  const hindrance = (wanted: 'opt-in' | 'ambient') => {
    if (mode.current() === 'off') return 'metering-off' as const
    return wanted === 'ambient' && mode.compliance() !== 'valid' ? ('no-compliance' as const) : undefined
  }

  const { tickets } = visitorRoutes(app, { file, clock, mode, buckets })
  serve(app, recordReading, (reading) => {
    const hindered = hindrance(reading.mode)
    if (hindered) return fail(hindered)
    if (reading.door === ownDoor) counter.faceRead()
    // A reading begun before staff changed the mode belongs to neither.
    const counted = reading.mode === mode.current() && buckets.addReading(reading, clock.now())
    const { door, decision } = reading
    const isPairable = counted && reading.mode === 'opt-in' && decision !== 'unreadable'
    return ok({ counted, receipt: isPairable ? tickets.readingTaken(door, decision === 'smiling') : null })
  })
  serve(app, recordPassages, ({ door, ...passages }) => {
    if (mode.current() === 'off') return fail('metering-off')
    addPassages(door, passages)
    return ok(undefined)
  })
  serve(app, recordCounterLines, ({ key, lines }) => {
    if (settings.kind !== 'http') return fail('no-counter')
    if (!sameSecret(settings.key, key)) return fail('wrong-key')
    if (mode.current() === 'off') return fail('metering-off')
    return ok(counter.hear(`${lines}\n`))
  })
  serve(app, recordCoverage, ({ door, mode: wanted, seconds, light }) => {
    const hindered = hindrance(wanted)
    if (hindered) return fail(hindered)
    if (wanted === mode.current()) buckets.addCoverage(door, wanted, seconds, clock.now(), light)
    return ok(undefined)
  })

  serve(app, readSmileMode, () => ok({ mode: mode.current() }))
  serve(app, setSmileMode, (wish) => {
    const chosen = mode.choose(wish.mode)
    if (!chosen.ok) return chosen
    needs.announce({ type: 'smile-mode-changed', mode: chosen.value })
    return ok({ mode: chosen.value })
  })

  serve(app, readToday, () => {
    const now = clock.now()
    return ok(todayOf(slices, file, mode, now, calibrationsOf(store, file.station.id, now, detector)))
  })
  serve(app, readWall, () => {
    const now = clock.now()
    return ok(wallOf(slices, file, mode.current(), now, calibrationsOf(store, file.station.id, now, detector)))
  })
  figuresRoutes(app, { store, slices, station: file.station.id, clock })
  return { counter }
}
