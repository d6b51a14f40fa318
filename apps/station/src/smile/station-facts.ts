import { randomBytes } from 'node:crypto'
import type { StationFile } from '@riverside/contract'
import { parseJson } from '@riverside/kit'
import type { Period, ReceivedGroup } from '@riverside/smile'
import { receptionsOf } from '../group/receptions.ts'
import type { Store } from '../store/store.ts'
import { calibrationsUntil, type DatedCalibration } from './calibration-store.ts'

type OpenHours = StationFile['hours']

/** What files say of a station beside its counts, as its database keeps it. Without a clock. */
export type StationFacts = {
  /** Its id where it never said what it is called. */
  readonly nameOf: (station: string) => string
  /** Undefined where it never said when it is open. */
  readonly hoursOf: (station: string) => OpenHours | undefined
  readonly calibrationsUntil: (station: string, day: string) => readonly DatedCalibration[]
  /** The groups that guides led through a programme; only the station whose machine this is wrote any down. */
  readonly groupsOf: (
    days: Period,
  ) => ReadonlyArray<{ readonly station: string; readonly groups: readonly ReceivedGroup[] }>
  /** What the noise of this database's files is drawn with; made when it is first asked for, and never told. */
  readonly noiseKey: () => string
}

const nameSetting = (station: string): string => `station-name:${station}`
const hoursSetting = (station: string): string => `open-hours:${station}`
const ownSetting = 'own-station'
const noiseSetting = 'noise-key'

export function stationFacts(store: Store): StationFacts {
  const receptions = receptionsOf(store)
  return {
    nameOf: (station) => store.readSetting(nameSetting(station)) ?? station,
    hoursOf: (station) => parseJson(store.readSetting(hoursSetting(station)) ?? '') as OpenHours | undefined,
    calibrationsUntil: (station, day) => calibrationsUntil(store, station, day),
    groupsOf: ({ from, to }) => {
      const station = ownStation(store)
      const groups = receptions.between(from, to).map(({ began, people }) => ({ day: began.slice(0, 10), people }))
      return station === undefined || groups.length === 0 ? [] : [{ station, groups }]
    },
    noiseKey: () => {
      if (store.readSetting(noiseSetting) === undefined)
        store.writeSetting(noiseSetting, randomBytes(32).toString('base64url'))
      return store.readSetting(noiseSetting) ?? ''
    },
  }
}

/** The station whose machine this is; undefined in a database that figures of others were only brought to. */
export const ownStation = (store: Store): string | undefined => store.readSetting(ownSetting)

/** Keeps what the station file says of the station, so that files made without it can say it too. */
export function rememberStation(store: Store, { station, hours }: Pick<StationFile, 'station' | 'hours'>): void {
  const told = {
    [ownSetting]: station.id,
    [nameSetting(station.id)]: station.name.zh,
    [hoursSetting(station.id)]: JSON.stringify(hours),
  }
  for (const [name, value] of Object.entries(told))
    if (store.readSetting(name) !== value) store.writeSetting(name, value)
}
