import type { Wall, WallPeriod } from '@riverside/contract'
import type { Words } from '@riverside/kit'
import { lanternsFor } from './lantern-seats.ts'

/** The wall is read by everybody at once: each fact in Chinese, with English beneath. */
export const wallWords = {
  today: { zh: '今天的客人', en: 'Visitors today' },
  in: { zh: '进', en: 'In' },
  out: { zh: '出', en: 'Out' },
  read: { zh: '读到', en: 'read' },
  entry: { zh: '进门', en: 'In' },
  exit: { zh: '出门', en: 'Out' },
  difference: { zh: '相差', en: 'Difference' },
  points: { zh: '个百分点', en: 'points' },
  caption: { zh: '笑脸率之差，不等于满意度', en: 'A difference in smile rates, not satisfaction' },
  rates: { zh: '笑脸率', en: 'Smile rates' },
  firstDay: { zh: '过完第一个开放日，这里开始有数。', en: 'Figures begin once the first open day is over.' },
  byHour: { zh: '一天里的钟点（%）', en: 'By hour of the day (%)' },
  byDay: { zh: '一天一天（%）', en: 'By day (%)' },
  partialToday: { zh: '部分数据', en: 'Partial data' },
  demonstration: { zh: '演示站：这里的数字不是量出来的', en: 'Demonstration: nothing here was measured' },
  uncalibrated: { zh: '未校准', en: 'not calibrated' },
  waiting: { zh: '正在等驿站的数字', en: 'Waiting for the station' },
} as const satisfies Record<string, Words>

const grouped = (count: number): string => count.toLocaleString('en-US')
/** A count, or a dash where it is held back. */
export const countWord = (count: number | null): string => (count === null ? '—' : grouped(count))
/** A share as a percentage to one digit, without its sign. */
export const percentWord = (share: number): string => (100 * share).toFixed(1)
/** Percentage points with their sign. */
const pointsWord = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`

/** The sentence that counts the lanterns: its figure stands large between the words. */
export type Headline = {
  readonly before: string
  readonly figure: string | undefined
  readonly after: string
  readonly lines: readonly string[]
  readonly english: readonly string[]
}

/** What the river says of today. Smiles that are held back are not lit, and the sentence says so. */
export function headlineOf({ mode, hours, until, today }: Wall): Headline {
  const silent = (before: string, line: string, english: readonly string[]): Headline => ({
    before,
    figure: undefined,
    after: '',
    lines: [line],
    english,
  })
  const [entry, exit] = [today.entry.x, today.exit.x]
  if (entry === null && exit === null) {
    if (mode === 'off')
      return silent('今天不点灯', '摄像头关着，别的展项照样都能玩。', [
        'No lanterns today: the camera is off, and everything else is open.',
      ])
    if (hours === null) return silent('今天不开门', '灯改天再亮。', ['The station is closed today.'])
    if (until === null || until <= hours.open)
      return silent('灯还没有亮', '第一刻钟过完，这里才数灯。', [
        'Lanterns are counted once the first quarter-hour is over.',
      ])
    return silent('灯再等等', `人还少，不到能公布的数，灯先不亮。截至 ${until}。`, [
      `Too few people so far to show; the lanterns wait. Up to ${until}.`,
    ])
  }
  const { each, ...lanterns } = lanternsFor({ entry: entry ?? 0, exit: exit ?? 0 })
  const smiles = (entry ?? 0) + (exit ?? 0)
  const upTo = until === null ? '' : `截至 ${until}。`
  const upToEnglish = until === null ? '' : `, up to ${until}`
  const held = '这一边人还少，先不亮'
  const parts = [
    entry === null ? `进门${held}` : `进门${each === 1 ? '亮' : '笑'} ${grouped(entry)} ${each === 1 ? '盏' : '次'}`,
    exit === null ? `出门${held}` : `出门${each === 1 ? '亮' : '笑'} ${grouped(exit)} ${each === 1 ? '盏' : '次'}`,
  ]
  const english = [
    entry === null ? 'too few on the way in to show' : `${grouped(entry)} on the way in`,
    exit === null ? 'too few on the way out to show' : `${grouped(exit)} on the way out`,
  ].join(', ')
  if (each === 1)
    return {
      before: '今天，江上亮了',
      figure: grouped(smiles),
      after: '盏灯',
      lines: [`一盏灯，一次笑。${parts.join('，')}。${upTo}`],
      english: [`One lantern, one smile: ${english}${upToEnglish}`],
    }
  return {
    before: '今天，江边笑了',
    figure: grouped(smiles),
    after: '次',
    lines: [`一盏灯代表十次笑，共 ${grouped(lanterns.entry + lanterns.exit)} 盏。${parts.join('，')}。${upTo}`],
    english: [`One lantern stands for ten smiles: ${english}${upToEnglish}`],
  }
}

function bareDifferenceOf({ delta, entry, exit }: WallPeriod): {
  readonly figure: string | undefined
  readonly words: Words
} {
  const { value, low, high, days } = delta
  if (value !== null && low !== null && high !== null)
    return {
      figure: pointsWord(value),
      words: {
        zh: `95% 区间 ${pointsWord(low)} 到 ${pointsWord(high)}`,
        en: `95%: ${pointsWord(low)} to ${pointsWord(high)}`,
      },
    }
  if (entry.bounds || exit.bounds)
    return {
      figure: undefined,
      words: {
        zh: `能读清的太少，差值不显示${boundsOf('进门', entry.bounds)}${boundsOf('出门', exit.bounds)}`,
        en: 'Too many could not be read; the difference is held back',
      },
    }
  if (delta.note === 'preliminary')
    return {
      figure: undefined,
      words: {
        zh: `满 8 个开放日才算相差，现在 ${days} 天`,
        en: `A difference takes 8 open days; so far ${days}`,
      },
    }
  return { figure: undefined, words: { zh: '样本不足，差值不显示', en: 'Too few readings for a difference' } }
}

/** What stands where the difference would: itself with its interval, or why there is none; and whether the reader was calibrated. */
export function differenceOf(period: WallPeriod): ReturnType<typeof bareDifferenceOf> {
  const { figure, words } = bareDifferenceOf(period)
  if (period.isCalibrated) return { figure, words }
  const { uncalibrated } = wallWords
  return {
    figure,
    words: { zh: `${words.zh}，${uncalibrated.zh}`, en: `${words.en}, ${uncalibrated.en}` },
  }
}

const boundsOf = (door: string, bounds: WallPeriod['entry']['bounds']): string =>
  bounds ? `；${door}在 ${percentWord(bounds.worst)} 到 ${percentWord(bounds.best)} 之间` : ''

/** The days the rates are of. */
export const periodTitle = ({ delta, byDay }: WallPeriod): Words => {
  const days = delta.days || byDay.length
  return { zh: `近 ${days} 个开放日的笑脸率`, en: `Smile rates, last ${days} open days` }
}

/** What the marks of the charts mean; what is held back and what is partial is said only where there is some. */
export function chartNote({ byHour, byDay }: WallPeriod): Words {
  const holdsBack = [...byHour, ...byDay].some(({ entry, exit }) => entry.rate === null || exit.rate === null)
  const partial = byDay.filter((day) => day.partial).length
  const zh = [
    '细线是 95% 区间。',
    holdsBack ? '虚框 — 处人数太少或区间太宽，不显示；为免倒推，有时连带一格。' : '',
    partial > 0 ? `虚线下的 ${partial} 天是部分数据。` : '',
  ]
  const en = [
    'Thin lines: 95% intervals.',
    holdsBack ? 'Dashed —: too few or too uncertain to show, at times a neighbour with them.' : '',
    partial > 0 ? `Dashed days (${partial}): partial data.` : '',
  ]
  return { zh: zh.join(''), en: en.filter((each) => each !== '').join(' ') }
}
