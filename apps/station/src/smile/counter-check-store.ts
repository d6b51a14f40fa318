import type { Instant } from '@riverside/kit'
import { type CounterCheck, type Door, dayOf, quarterAt } from '@riverside/smile'
import type { Store } from '../store/store.ts'

type KeptCheck = CounterCheck & { readonly began: string; readonly isOpen: boolean }

/** The last check of each door's passage counter: sums and a day, nothing else. */
export type CounterCheckStore = {
  readonly read: (door: Door) => KeptCheck | undefined
  begin(door: Door, now: Instant): void
  /** One passage by hand; false while no check is open. */
  click(door: Door, way: 'in' | 'out'): boolean
  /** What the counter said meanwhile; nothing while no check is open. */
  heard(door: Door, passages: { readonly in: number; readonly out: number }): void
  end(door: Door): void
}

type Row = Readonly<Record<'hand_in' | 'hand_out' | 'counter_in' | 'counter_out' | 'ended', number>> & {
  readonly began: string
}

export function counterCheckStore(store: Store, station: string): CounterCheckStore {
  const { database } = store
  const read = database.prepare('SELECT * FROM counter_check WHERE station = ? AND door = ?')
  const begin = database.prepare('INSERT OR REPLACE INTO counter_check (station, door, began) VALUES (?, ?, ?)')
  const open = 'WHERE station = ? AND door = ? AND ended = 0'
  const click = {
    in: database.prepare(`UPDATE counter_check SET hand_in = hand_in + 1 ${open}`),
    out: database.prepare(`UPDATE counter_check SET hand_out = hand_out + 1 ${open}`),
  }
  const heard = database.prepare(
    `UPDATE counter_check SET counter_in = counter_in + ?, counter_out = counter_out + ? ${open}`,
  )
  const end = database.prepare(`UPDATE counter_check SET ended = 1 ${open}`)
  return {
    read(door) {
      const row = read.get(station, door) as Row | undefined
      return (
        row && {
          began: row.began,
          hand: { in: row.hand_in, out: row.hand_out },
          counter: { in: row.counter_in, out: row.counter_out },
          isOpen: row.ended === 0,
        }
      )
    },
    begin: (door, now) => void begin.run(station, door, dayOf(quarterAt(now))),
    click: (door, way) => Number(click[way].run(station, door).changes) > 0,
    heard: (door, passages) => void heard.run(passages.in, passages.out, station, door),
    end: (door) => void end.run(station, door),
  }
}
