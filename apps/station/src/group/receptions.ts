import type { Reception } from '@riverside/contract'
import type { Store } from '../store/store.ts'

/** Which groups were here. Times are of Shanghai, as `2026-11-22T10:05:00+08:00`. */
export type Receptions = {
  add(reception: Reception): void
  /** Those that began from `from` to `to`, both days included, the earliest first. */
  between(from: string, to: string): readonly Reception[]
}

type Row = {
  began: string
  ended: string
  programme: string
  title_zh: string
  title_en: string
  people: number | null
  items: number
}

export function receptionsOf(store: Store): Receptions {
  const insert = store.database.prepare(
    'INSERT OR REPLACE INTO reception (began, ended, programme, title_zh, title_en, people, items) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const select = store.database.prepare('SELECT * FROM reception WHERE began >= ? AND began < ? ORDER BY began')
  return {
    add({ began, ended, programme, title, people, items }) {
      insert.run(began, ended, programme, title.zh, title.en, people, items)
    },
    // Every time has the same form, so the texts sort as the times do; ":" comes after every figure of a day's hour.
    between: (from, to) => (select.all(from, `${to}T:`) as Row[]).map(receptionOf),
  }
}

const receptionOf = ({ title_zh, title_en, ...row }: Row): Reception => ({
  began: row.began,
  ended: row.ended,
  programme: row.programme,
  title: { zh: title_zh, en: title_en },
  people: row.people,
  items: row.items,
})
