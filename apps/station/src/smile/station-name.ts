import type { Store } from '../store/store.ts'

const settingOf = (station: string): string => `station-name:${station}`

/** What a station is called in files; its id where it never said. */
export const stationName = (store: Store, station: string): string => store.readSetting(settingOf(station)) ?? station

export function rememberStationName(store: Store, station: string, name: string): void {
  if (store.readSetting(settingOf(station)) !== name) store.writeSetting(settingOf(station), name)
}
