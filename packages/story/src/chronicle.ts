import { daysOf, type Precision, precisionOf, type Span } from './known-date.ts'

/** What part of time a line shows, in days since 1970: the first day from its beginning, the last to its end. */
export type TimeView = { readonly from: number; readonly to: number }

type Dated = { readonly when: Span }

/** What one line of time is to hold. Lengths are in any one unit, such as design pixels. */
export type ChronicleRoom = {
  readonly width: number
  /** Rows of labels above the line. */
  readonly lanes: number
  readonly label: number
  /** Between two labels of a row. */
  readonly gap: number
}

/** A label for one moment, or for several that stand too close to be told apart. */
export type ChronicleLabel<Moment> = {
  readonly moments: readonly Moment[]
  /** Row, from 0 next to the line. */
  readonly lane: number
  readonly left: number
  /** Where its leader meets the line; never outside the label. */
  readonly anchor: number
}

/** How a date lies on the line: as wide as what it can mean. A year is a band, a month a shorter band, a day a cut. */
export type ChronicleBand<Moment> = {
  readonly moment: Moment
  readonly left: number
  readonly width: number
  readonly precision: Precision
}

/** A date the line is marked with, `1919`, `1919-12` or `1919-12-25`. */
export type ChronicleTick = { readonly date: string; readonly at: number }

/** The view that holds them all, with a little air at either end and never less than a year. */
export function wholeOf(dated: readonly Dated[]): TimeView {
  const days = dated.map(({ when }) => numbersOf(when))
  const first = Math.min(...days.map(({ from }) => from))
  const last = Math.max(...days.map(({ to }) => to))
  if (!Number.isFinite(first)) return { from: -18_628, to: -18_263 }
  const missing = Math.max(0, 365 - (last - first))
  const air = missing / 2 + (last - first) * 0.04
  return { from: first - air, to: last + air }
}

/** Days the narrowest view shows. */
export const narrowest = 45

/**
 * Nearer (a factor above 1) or farther, round a day that stays where it is; never beyond the whole, never nearer than `narrowest`.
 */
export function zoomed(view: TimeView, factor: number, day: number, whole: TimeView): TimeView {
  const length = view.to - view.from
  const most = whole.to - whole.from
  const wanted = Math.min(most, Math.max(Math.min(narrowest, most), length / factor))
  const share = length > 0 ? (day - view.from) / length : 0.5
  return within(day - share * wanted, wanted, whole)
}

/** Moved by so many days, and stopped at the ends of the whole. */
export const panned = (view: TimeView, days: number, whole: TimeView): TimeView =>
  within(view.from + days, view.to - view.from, whole)

/** The view that shows these as large as it can, with air round them. */
export function closeTo(dated: readonly Dated[], whole: TimeView): TimeView {
  const all = wholeOf(dated)
  const middle = (all.from + all.to) / 2
  const span = dated.map(({ when }) => numbersOf(when))
  const length = Math.max(...span.map(({ to }) => to)) - Math.min(...span.map(({ from }) => from))
  return zoomed({ from: middle - 1, to: middle + 1 }, 2 / Math.max(narrowest, length * 1.5), middle, whole)
}

/**
 * Labels for every moment the view touches. None overlaps another or leaves the width; each stands over its place on the line; those that
 * find no room share one label with their neighbour in time.
 */
export function labelsOf<Moment extends Dated>(
  moments: readonly Moment[],
  view: TimeView,
  room: ChronicleRoom,
): readonly ChronicleLabel<Moment>[] {
  let groups: readonly Group<Moment>[] = moments
    .flatMap((moment) => {
      const shown = shownOf(moment.when, view, room.width)
      return shown ? [{ moments: [moment], anchor: (shown.left + shown.right) / 2 }] : []
    })
    .sort((one, other) => one.anchor - other.anchor)
  for (;;) {
    const placed = placeAll(groups, room)
    if (!('full' in placed)) return placed.labels
    groups = joined(groups, placed.full)
  }
}

/** Every date the view touches, as wide as what it can mean; the coarsest first, so that finer ones are printed over them. */
export function bandsOf<Moment extends Dated>(
  moments: readonly Moment[],
  view: TimeView,
  width: number,
): readonly ChronicleBand<Moment>[] {
  const coarse: readonly Precision[] = ['year', 'month', 'day']
  return moments
    .flatMap((moment) => {
      const shown = shownOf(moment.when, view, width)
      const { from, to } = moment.when
      const precision = coarse[Math.min(coarse.indexOf(precisionOf(from)), coarse.indexOf(precisionOf(to ?? from)))]
      return shown && precision ? [{ moment, left: shown.left, width: shown.right - shown.left, precision }] : []
    })
    .sort((one, other) => coarse.indexOf(one.precision) - coarse.indexOf(other.precision))
}

/**
 * The dates a line is marked with: years, months or days, as many as stand at least so far apart.
 * @param apart The least distance of two marks, in the unit of the width.
 */
export function ticksOf(view: TimeView, width: number, apart: number): readonly ChronicleTick[] {
  const perDay = width / (view.to - view.from)
  const step = steps.find(({ days }) => days * perDay >= apart) ?? steps.at(-1)
  if (!step) return []
  const begins = new Date(view.from * dayLength)
  const ticks: ChronicleTick[] = []
  for (let at = step.first(begins); ; at = step.next(at)) {
    const day = at.getTime() / dayLength
    if (day > view.to) return ticks
    if (day >= view.from) ticks.push({ date: at.toISOString().slice(0, step.letters), at: (day - view.from) * perDay })
  }
}

/** The first day of a span, and the day after its last, in days since 1970. */
function numbersOf(when: Span): TimeView {
  const { first, last } = daysOf(when)
  return { from: Date.parse(first) / dayLength, to: Date.parse(last) / dayLength + 1 }
}

const dayLength = 86_400_000

function within(from: number, length: number, whole: TimeView): TimeView {
  const most = Math.min(length, whole.to - whole.from)
  const begins = Math.max(whole.from, Math.min(whole.to - most, from))
  return { from: begins, to: begins + most }
}

function shownOf(when: Span, view: TimeView, width: number): { left: number; right: number } | undefined {
  const { from, to } = numbersOf(when)
  if (to <= view.from || from >= view.to) return undefined
  const perDay = width / (view.to - view.from)
  return { left: Math.max(0, (from - view.from) * perDay), right: Math.min(width, (to - view.from) * perDay) }
}

type Group<Moment> = { readonly moments: readonly Moment[]; readonly anchor: number }

/** From the left, each label in the row where it is moved the least, the lowest of those; `full` is the first that has no room. */
function placeAll<Moment>(
  groups: readonly Group<Moment>[],
  { width, lanes, label, gap }: ChronicleRoom,
): { labels: readonly ChronicleLabel<Moment>[] } | { full: number } {
  const taken = new Array<number>(Math.max(1, lanes)).fill(-gap)
  const labels: ChronicleLabel<Moment>[] = []
  for (const [index, { moments, anchor }] of groups.entries()) {
    const wanted = Math.max(0, Math.min(width - label, anchor - label / 2))
    const places = taken.map((right) => Math.max(wanted, right + gap))
    const lane = places.indexOf(Math.min(...places))
    const left = places[lane] ?? 0
    const fits = left + label <= width + 0.001 && left <= anchor
    if (!fits && index > 0) return { full: index }
    labels.push({ moments, lane, left, anchor })
    taken[lane] = left + label
  }
  return { labels }
}

/** The group that found no room, made one with the neighbour that is nearer in time. */
function joined<Moment>(groups: readonly Group<Moment>[], full: number): readonly Group<Moment>[] {
  const gapBefore = (index: number) => (groups[index]?.anchor ?? 0) - (groups[index - 1]?.anchor ?? 0)
  const withNext = full + 1 < groups.length && gapBefore(full + 1) < gapBefore(full)
  const at = withNext ? full : full - 1
  const [one, other] = [groups[at], groups[at + 1]]
  if (!one || !other) return groups
  const moments = [...one.moments, ...other.moments]
  const anchor = (one.anchor * one.moments.length + other.anchor * other.moments.length) / moments.length
  return [...groups.slice(0, at), { moments, anchor }, ...groups.slice(at + 2)]
}

type Step = {
  /** From one of its dates to the next, at least. */
  readonly days: number
  readonly letters: 4 | 7 | 10
  readonly first: (day: Date) => Date
  readonly next: (day: Date) => Date
}

const utc = (year: number, month = 0, day = 1): Date => new Date(Date.UTC(year, month, day))
const years = (count: number): Step => ({
  days: count * 365,
  letters: 4,
  first: (day) => utc(Math.floor(day.getUTCFullYear() / count) * count),
  next: (day) => utc(day.getUTCFullYear() + count),
})
const months = (count: number): Step => ({
  days: count === 1 ? 28 : count * 30,
  letters: 7,
  first: (day) => utc(day.getUTCFullYear(), Math.floor(day.getUTCMonth() / count) * count),
  next: (day) => utc(day.getUTCFullYear(), day.getUTCMonth() + count),
})
/** The 1st, 11th and 21st of a month, which lie 8 to 11 days apart. */
const thirds: Step = {
  days: 8,
  letters: 10,
  first: (day) => utc(day.getUTCFullYear(), day.getUTCMonth()),
  next: (day) =>
    day.getUTCDate() < 21
      ? utc(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 10)
      : utc(day.getUTCFullYear(), day.getUTCMonth() + 1),
}
const steps: readonly Step[] = [
  thirds,
  months(1),
  months(3),
  months(6),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map(years),
]
