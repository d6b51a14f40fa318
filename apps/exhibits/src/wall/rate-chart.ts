import type { DoorFigures, WallPoint } from '@riverside/contract'
import { scaleLinear, scalePoint } from 'd3-scale'
import { line, symbol, symbolCircle, symbolDiamond } from 'd3-shape'

/** A column of the chart: an hour or a day. */
export type RateColumn = WallPoint & { readonly name: string; readonly partial: boolean }

/** Where things lie, in the unit of `width` and `height`. */
export type RateChart = {
  readonly base: number
  readonly left: number
  readonly right: number
  readonly ticks: ReadonlyArray<{ readonly y: number; readonly percent: number }>
  readonly columns: ReadonlyArray<{ readonly x: number; readonly name: string; readonly partial: boolean }>
  readonly rates: ReadonlyArray<{
    readonly door: 'entry' | 'exit'
    readonly x: number
    readonly y: number
    readonly low: number
    readonly high: number
  }>
  /** What is held back, as a box on the axis; one for both doors where neither is shown. */
  readonly held: ReadonlyArray<{
    readonly door: 'entry' | 'exit' | 'both'
    readonly x: number
    readonly width: number
    readonly word: '—' | '<5' | '>95'
  }>
  /** From rate to rate of one door; broken where one is held back. */
  readonly ways: Readonly<Record<'entry' | 'exit', string>>
}

const doors = ['entry', 'exit'] as const

/** Lays out both doors' rates with their intervals; nothing held back is drawn as a value. */
export function rateChart(
  rows: readonly RateColumn[],
  { width, height }: { width: number; height: number },
): RateChart {
  const [left, right, base, top] = [58, width - 26, height - 42, 16]
  const highest = Math.max(0.2, ...rows.flatMap(({ entry, exit }) => [entry.high ?? 0, exit.high ?? 0]))
  const most = Math.min(1, Math.ceil(highest * 5) / 5)
  const across = scalePoint(
    rows.map(({ name }) => name),
    [left + 34, right - 12],
  )
  const up = scaleLinear([0, most], [base, top])
  const aside = Math.min(13, across.step() > 0 ? across.step() / 4 : 13)
  const place = (name: string, door: 'entry' | 'exit') => (across(name) ?? left) + (door === 'entry' ? -aside : aside)
  return {
    base,
    left,
    right,
    ticks: [0, most / 2, most].map((share) => ({ y: up(share), percent: Math.round(share * 100) })),
    columns: rows.map(({ name, partial }) => ({ x: across(name) ?? left, name, partial })),
    rates: rows.flatMap((row) =>
      doors.flatMap((door) => {
        const { rate, low, high } = row[door]
        if (rate === null || low === null || high === null) return []
        return [{ door, x: place(row.name, door), y: up(rate), low: up(low), high: up(high) }]
      }),
    ),
    held: rows.flatMap(heldIn),
    ways: { entry: wayOf('entry'), exit: wayOf('exit') },
  }

  function heldIn(row: RateColumn): RateChart['held'] {
    const held = doors.filter((door) => row[door].rate === null)
    const words = held.map((door) => wordOf(row[door].note))
    if (held.length === 2 && words.every((word) => word === '—'))
      return [{ door: 'both', x: across(row.name) ?? left, width: Math.min(26, 3 * aside), word: '—' }]
    return held.map((door, at) => ({
      door,
      x: place(row.name, door),
      width: Math.min(22, 1.8 * aside),
      word: words[at] ?? '—',
    }))
  }

  function wayOf(door: 'entry' | 'exit'): string {
    const way = line<RateColumn>(
      (row) => place(row.name, door),
      (row) => up(row[door].rate ?? 0),
    ).defined((row) => row[door].rate !== null)
    return way(rows) ?? ''
  }
}

const wordOf = (note: DoorFigures['note']): '—' | '<5' | '>95' =>
  note === 'below-5' ? '<5' : note === 'above-95' ? '>95' : '—'

/** The mark of a door around 0: a ring for who comes in, a lozenge for who goes out. */
export const doorMark: Readonly<Record<'entry' | 'exit', string>> = {
  entry: symbol(symbolCircle, 200)() ?? '',
  exit: symbol(symbolDiamond, 190)() ?? '',
}
