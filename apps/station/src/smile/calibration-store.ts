import type { Instant } from '@riverside/kit'
import {
  type Calibration,
  type CalibrationState,
  type Calibrations,
  type CalibrationTally,
  calibrationOf,
  Door,
  dayOf,
  dayStart,
  detectorVersion,
  emptyTally,
  type LightClass,
  quarterAt,
  tallyTogether,
  verdictOf,
} from '@riverside/smile'
import type { Store } from '../store/store.ts'

/** Why a calibration may not correct anything; `another-detector` reads differently from the one it was made with. */
type RunState = CalibrationState | 'another-detector'

/** One calibration of one door: the tallies of every kind of light in which somebody judged, from its first day on. */
export type CalibrationRun = {
  readonly run: number
  /** The day of the first judgement in Shanghai; its ninety days count from here. */
  readonly began: string
  readonly adopted: boolean
  readonly lights: readonly { readonly light: LightClass; readonly tally: CalibrationTally }[]
  readonly whole: CalibrationTally
  readonly state: RunState
  readonly kappa: number | undefined
}

export type CalibrationStore = {
  /** The run that is being counted into. */
  readonly open: (door: Door, now: Instant) => CalibrationRun | undefined
  /** What corrects the figures of a door, or did until lately. */
  readonly adopted: (door: Door, now: Instant) => CalibrationRun | undefined
  /** Changes the tally of the open run in one kind of light, beginning a run where there is none. */
  count(door: Door, light: LightClass, change: (tally: CalibrationTally) => CalibrationTally, now: Instant): void
  /** Takes the open run into use; its state where it is not fit for that. */
  adopt(door: Door, now: Instant): RunState | 'nothing-counted'
  /** Throws the open run away. */
  drop(door: Door): void
}

type RunRow = { readonly run: number; readonly began: string; readonly detector: string; readonly adopted: number }
type TallyRow = { readonly light_class: string } & Readonly<Record<(typeof cells)[number], number>>

const cells = [
  'smiling_seen',
  'smiling_missed',
  'unsmiling_seen',
  'unsmiling_mistaken',
  'both_smile',
  'only_first',
  'only_second',
  'neither',
  'unclear',
  'unreadable',
] as const

/** The calibrations that may correct a station's figures at this moment: adopted, still valid, and of the detector in use. */
export function calibrationsOf(
  store: Store,
  station: string,
  now: Instant,
  detector: string = detectorVersion,
): Calibrations {
  const runs = calibrationStore(store, station, detector)
  const at = (door: Door) => {
    const run = runs.adopted(door, now)
    return run?.state === 'valid' ? calibrationOf(run.whole) : undefined
  }
  const [entry, exit] = [at('entry'), at('exit')]
  return { ...(entry ? { entry } : {}), ...(exit ? { exit } : {}) }
}

/** A calibration of one door with what it was made with; of people it holds counts only. */
export type DatedCalibration = {
  readonly door: Door
  /** The day of its first judgement. */
  readonly began: string
  readonly detector: string
  readonly kappa: number
  readonly calibration: Calibration
}

/**
 * What may correct figures that end on a day: for each door the newest calibration taken into use that had begun by then, where it was
 * valid on that day. The clock has no say in it, so that a file of last year is the same this year.
 */
export function calibrationsUntil(store: Store, station: string, day: string): readonly DatedCalibration[] {
  const newest = store.database.prepare(`
    SELECT run, began, detector FROM calibration_run
    WHERE station = ? AND door = ? AND adopted = 1 AND began <= ? ORDER BY run DESC LIMIT 1`)
  const tallies = store.database.prepare(
    `SELECT ${cells.join(', ')} FROM calibration_tally WHERE station = ? AND door = ? AND run = ?`,
  )
  return Door.options.flatMap((door) => {
    const row = newest.get(station, door, day) as RunRow | undefined
    if (row === undefined) return []
    const whole = (tallies.all(station, door, row.run) as TallyRow[]).map(tallyOf).reduce(tallyTogether, emptyTally)
    const { state, kappa } = verdictOf(whole, daysSince(row.began, dayStart(day)))
    if (state !== 'valid' || kappa === undefined) return []
    return [{ door, began: row.began, detector: row.detector, kappa, calibration: calibrationOf(whole) }]
  })
}

/** @param detector what reads there, thresholds included: a calibration of another one corrects nothing. */
export function calibrationStore(store: Store, station: string, detector: string = detectorVersion): CalibrationStore {
  const { database } = store
  const newest = database.prepare(`
    SELECT run, began, detector, adopted FROM calibration_run
    WHERE station = ? AND door = ? AND adopted = ? ORDER BY run DESC LIMIT 1`)
  const tallies = database.prepare(`
    SELECT light_class, ${cells.join(', ')} FROM calibration_tally
    WHERE station = ? AND door = ? AND run = ? ORDER BY light_class`)
  const begin = database.prepare(`
    INSERT INTO calibration_run (station, door, run, began, detector)
    VALUES (?1, ?2, 1 + coalesce((SELECT max(run) FROM calibration_run WHERE station = ?1 AND door = ?2), 0), ?3, ?4)`)
  const write = database.prepare(`
    INSERT OR REPLACE INTO calibration_tally (station, door, run, light_class, ${cells.join(', ')})
    VALUES (?, ?, ?, ?, ${cells.map(() => '?').join(', ')})`)
  const adopt = database.prepare('UPDATE calibration_run SET adopted = 1 WHERE station = ? AND door = ? AND run = ?')
  const dropTallies = database.prepare('DELETE FROM calibration_tally WHERE station = ? AND door = ? AND run = ?')
  const dropRun = database.prepare('DELETE FROM calibration_run WHERE station = ? AND door = ? AND run = ?')

  const rowOf = (door: Door, adopted: 0 | 1) => newest.get(station, door, adopted) as RunRow | undefined
  const runOf = (door: Door, row: RunRow | undefined, now: Instant): CalibrationRun | undefined => {
    if (row === undefined) return undefined
    const lights = (tallies.all(station, door, row.run) as TallyRow[]).map((each) => ({
      light: each.light_class as LightClass,
      tally: tallyOf(each),
    }))
    const whole = lights.map(({ tally }) => tally).reduce(tallyTogether, emptyTally)
    const { state, kappa } = verdictOf(whole, daysSince(row.began, now))
    return {
      run: row.run,
      began: row.began,
      adopted: row.adopted === 1,
      lights,
      whole,
      state: row.detector === detector ? state : 'another-detector',
      kappa,
    }
  }
  const runs: CalibrationStore = {
    open: (door, now) => runOf(door, rowOf(door, 0), now),
    adopted: (door, now) => runOf(door, rowOf(door, 1), now),
    count(door, light, change, now) {
      store.inOneGo(() => {
        if (rowOf(door, 0) === undefined) begin.run(station, door, dayOf(quarterAt(now)), detector)
        const run = rowOf(door, 0)?.run ?? 0
        const found = (tallies.all(station, door, run) as TallyRow[]).find((row) => row.light_class === light)
        write.run(station, door, run, light, ...cellsOf(change(found ? tallyOf(found) : emptyTally)))
      })
    },
    adopt(door, now) {
      const run = runs.open(door, now)
      if (run === undefined) return 'nothing-counted'
      if (run.state === 'valid') adopt.run(station, door, run.run)
      return run.state
    },
    drop(door) {
      store.inOneGo(() => {
        const run = rowOf(door, 0)?.run
        if (run === undefined) return
        dropTallies.run(station, door, run)
        dropRun.run(station, door, run)
      })
    },
  }
  return runs
}

/** Whole days from the start of a day in Shanghai; negative where the day has yet to begin. */
const daysSince = (began: string, now: Instant): number => Math.floor((now - dayStart(began)) / 86_400_000)

const tallyOf = (row: TallyRow): CalibrationTally => ({
  smilingSeen: row.smiling_seen,
  smilingMissed: row.smiling_missed,
  unsmilingSeen: row.unsmiling_seen,
  unsmilingMistaken: row.unsmiling_mistaken,
  observers: {
    bothSmile: row.both_smile,
    onlyFirst: row.only_first,
    onlySecond: row.only_second,
    neither: row.neither,
  },
  unclear: row.unclear,
  unreadable: row.unreadable,
})

const cellsOf = ({ observers, ...tally }: CalibrationTally): number[] => [
  tally.smilingSeen,
  tally.smilingMissed,
  tally.unsmilingSeen,
  tally.unsmilingMistaken,
  observers.bothSmile,
  observers.onlyFirst,
  observers.onlySecond,
  observers.neither,
  tally.unclear,
  tally.unreadable,
]
