/** Days as Shanghai counts them, `2026-03-14`; a period holds both its ends. */
export type Days = { readonly from: string; readonly to: string }

export type PeriodName = 'today' | 'yesterday' | 'this-week' | 'last-week' | 'this-month' | 'last-month'

export const periodNames: readonly PeriodName[] = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
]

/** The days a name means on a given day. Weeks begin on Monday; what is not over yet ends today. */
export function daysOf(name: PeriodName, today: string): Days {
  const monday = moved(today, -((weekdayOf(today) + 6) % 7))
  const first = `${today.slice(0, 7)}-01`
  switch (name) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: moved(today, -1), to: moved(today, -1) }
    case 'this-week':
      return { from: monday, to: today }
    case 'last-week':
      return { from: moved(monday, -7), to: moved(monday, -1) }
    case 'this-month':
      return { from: first, to: today }
    case 'last-month':
      return { from: `${moved(first, -1).slice(0, 7)}-01`, to: moved(first, -1) }
  }
}

const moved = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()
