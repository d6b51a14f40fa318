import type { Compare, Comparison } from '@riverside/contract'

type Part = Comparison['parts'][number]
type Note = NonNullable<Door['note']>
type Door = Comparison['exit']

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const points = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`

/** What each side is called: by its days, or by its name where two stations are compared. */
export function sideNames({ a, b }: Comparison): readonly [string, string] {
  if (a.station !== b.station) return [a.name, b.name]
  return [periodText(a), periodText(b)]
}

/** A whole month as `2026 年 3 月`, else its days. */
export function periodText({ from, to }: { readonly from: string; readonly to: string }): string {
  const [year = '', month = ''] = from.split('-')
  const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && isLastOfMonth(to)
  if (isMonth) return `${year} 年 ${Number(month)} 月`
  return from === to ? from : `${from} 至 ${to}`
}

const isLastOfMonth = (day: string): boolean =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().endsWith('-01T00:00:00.000Z')

/** The one sentence read first: what can be said of smiles on leaving, B against A. */
export function verdictText(comparison: Comparison): string {
  const [a, b] = sideNames(comparison)
  const { exit } = comparison
  const { standardised } = exit
  if (exit.verdict === null || standardised === null)
    return `${after(b)}和${spaced(a)}比不出来：${whyNot[exit.note ?? 'insufficient']}。`
  const size = Math.abs(100 * standardised.value).toFixed(1)
  const said =
    exit.verdict === 'level'
      ? `出门时的笑脸，${after(b)}和${spaced(a)}看不出差别`
      : `出门时笑的人，${after(b)}比${spaced(a)}${exit.verdict === 'more' ? '多' : '少'} ${size} 个百分点`
  const few = exit.note === 'preliminary' ? '，天数还少，只是初步' : ''
  return `${said}（区间 ${points(standardised.low)} 到 ${points(standardised.high)}${few}）。`
}

/** Figures and letters stand a little apart from Han after them, and on both sides. */
const after = (name: string): string => `${name}${/[\dA-Za-z]$/.test(name) ? ' ' : ''}`
const spaced = (name: string): string => `${/^[\dA-Za-z]/.test(name) ? ' ' : ''}${after(name)}`

const whyNot: Readonly<Record<Note, string>> = {
  insufficient: '读数还不够，或两边没有可比的时段',
  'usable-share': '看不清的太多',
  preliminary: '天数还少',
  closure: '有日子进出人次对不上',
}

/** What a reader must know before believing it; none where nothing is the matter. */
export function warnings(comparison: Comparison): readonly string[] {
  const { entry, exit, flags, suppressed } = comparison
  const misled = [['进门', entry] as const, ['出门', exit] as const].filter(([, door]) => door.misleads)
  return [
    ...misled.map(
      ([name]) =>
        `${name}的总比率会误导：两边来客的时段、工作日与周末、散客与团队的比例不同，直接相减与分开来比说的不一样（辛普森悖论）。所以这里只给分开来比的结果。`,
    ),
    ...(flags.includes('other-detector') ? ['两边用的识别程序不同，差别也可能来自程序。'] : []),
    ...(flags.includes('detector-changed') ? ['期间换过识别程序，换之前与换之后不好直接相比。'] : []),
    ...(flags.includes('uncalibrated') ? ['未校准。'] : []),
    ...(flags.includes('partial') ? ['有一边的数据只是一部分时间的。'] : []),
    ...(flags.includes('clock') ? ['有一边的时钟存疑。'] : []),
    ...(suppressed > 0 ? [`有 ${suppressed} 个时段里有人太少的钟点，那些钟点没有参加比较。`] : []),
  ]
}

const shortNotes: Readonly<Record<Note, string>> = {
  insufficient: '样本不足',
  'usable-share': '看不清的太多',
  preliminary: '初步',
  closure: '进出对不上',
}

const partNames: Readonly<Record<Part['at'], string>> = {
  morning: '11 时以前',
  noon: '11 至 14 时',
  afternoon: '14 至 17 时',
  evening: '17 时以后',
  workday: '周一至周五',
  weekend: '周六周日',
  singles: '散客为主的钟点',
  tours: '团队为主的钟点',
  unknown: '没有分批的钟点',
}

/** One line of the table under the verdict; what may not be shown is a dash. */
export type ComparedLine = {
  readonly name: string
  readonly a: string
  readonly b: string
  readonly difference: string
  readonly says: string
}

/** The doors, the difference between them, and then the parts. */
export function comparedLines(comparison: Comparison): readonly ComparedLine[] {
  const { entry, exit, delta, parts } = comparison
  const says = (verdict: Door['verdict'], note: Door['note']): string =>
    verdict === null
      ? ((note && shortNotes[note]) ?? '')
      : `${verdict === 'level' ? '看不出差别' : verdict === 'more' ? '多了' : '少了'}${note === 'preliminary' ? '，初步' : ''}`
  const limits = ({ value, low, high }: { value: number; low: number; high: number }) =>
    `${points(value)}（${points(low)} – ${points(high)}）`
  const doorLine = (name: string, door: Door): ComparedLine => ({
    name,
    a: door.standardised ? percent(door.standardised.a) : '—',
    b: door.standardised ? percent(door.standardised.b) : '—',
    difference: door.standardised ? limits(door.standardised) : '—',
    says: says(door.verdict, door.note),
  })
  return [
    doorLine('进门笑脸率', entry),
    doorLine('出门笑脸率', exit),
    {
      name: '情绪差值',
      a: delta.a === null ? '—' : points(delta.a),
      b: delta.b === null ? '—' : points(delta.b),
      difference: delta.change ? limits(delta.change) : '—',
      says: says(delta.verdict, delta.note),
    },
    ...parts.map((part) => ({
      name: `${part.door === 'entry' ? '进门' : '出门'}　${partNames[part.at]}`,
      a: percent(part.a),
      b: percent(part.b),
      difference: limits(part),
      says: part.stands ? (part.value > 0 ? '多了' : '少了') : '看不出差别',
    })),
  ]
}

/** How the table is to be read. */
export const comparedCaption =
  '比率按同样的时段、工作日与周末、散客与团队折算，好像两边来的是同样的客人；括号里是 95 % 区间。多行一起看，已按 Benjamini–Hochberg 校正。笑脸率之差，不等于满意度。'

/** Everything in plain text, for a terminal: the sentence, the warnings, the table. */
export function comparedTable({ comparisons }: Compare): string {
  if (comparisons.length === 0) return '两边没有同一种读数方式的记录，比不出来。'
  return comparisons
    .map((comparison) => {
      const [a, b] = sideNames(comparison)
      const head = { name: modeNames[comparison.mode], a, b, difference: '相差，百分点（95 % 区间）', says: '' }
      const lines = [head, ...comparedLines(comparison)]
      const columns = ['name', 'a', 'b', 'difference', 'says'] as const
      const widths = columns.map((column) => Math.max(...lines.map((line) => widthOf(line[column]))))
      const table = lines.map((line) =>
        columns
          .map((column, at) => line[column] + ' '.repeat((widths[at] ?? 0) - widthOf(line[column])))
          .join('  ')
          .trimEnd(),
      )
      return [verdictText(comparison), ...warnings(comparison), '', ...table, '', comparedCaption].join('\n')
    })
    .join('\n\n')
}

const modeNames: Readonly<Record<Comparison['mode'], string>> = {
  'opt-in': '客人自己按',
  ambient: '门口常开',
  off: '关',
}

/** Places in a terminal: Han and full-width signs take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, sign) =>
      width + (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(sign) ? 2 : 1),
    0,
  )
