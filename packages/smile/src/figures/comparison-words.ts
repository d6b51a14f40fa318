import type { Language } from '@riverside/kit'
import { dayAfter } from './calendar.ts'
import type { ComparedPart, CompareNote, CompareVerdict, PublishedComparison } from './published-comparison.ts'

type SideToSay = { readonly station: string; readonly name: string; readonly from: string; readonly to: string }
/** A comparison with what its stations are called. */
export type ComparisonToSay = Pick<PublishedComparison, 'entry' | 'exit' | 'delta' | 'parts' | 'suppressed'> & {
  readonly a: SideToSay
  readonly b: SideToSay
  readonly flags: readonly string[]
}
type DoorToSay = ComparisonToSay['exit']

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const points = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`

/** What each side is called: by its days, or by its name where two stations are compared. */
export function sideNames(language: Language, { a, b }: Pick<ComparisonToSay, 'a' | 'b'>): readonly [string, string] {
  if (a.station !== b.station) return [a.name, b.name]
  const isOneYear = new Set([a.from, a.to, b.from, b.to].map((day) => day.slice(0, 4))).size === 1
  return [daysText(language, a, isOneYear), daysText(language, b, isOneYear)]
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** A whole month as `2026 年 3 月`, else its days, `3 月 1 日至 15 日`: with the year where the two sides are not all of one. */
function daysText(language: Language, { from, to }: SideToSay, isOneYear: boolean): string {
  const [first, last] = [from, to].map((day) => day.split('-').map(Number)) as [number[], number[]]
  const [year = 0, month = 1, date = 1] = first
  const [lastYear = 0, lastMonth = 1, lastDate = 1] = last
  const isMonth = date === 1 && from.slice(0, 7) === to.slice(0, 7) && dayAfter(to).endsWith('-01')
  if (isMonth) return language === 'zh' ? `${year} 年 ${month} 月` : `${months[month - 1]} ${year}`
  if (language === 'zh') {
    const start = `${isOneYear ? '' : `${year} 年 `}${month} 月 ${date} 日`
    if (from === to) return start
    const end = `${lastYear === year ? '' : `${lastYear} 年 `}${lastYear === year && lastMonth === month ? '' : `${lastMonth} 月 `}${lastDate} 日`
    return `${start}至 ${end}`
  }
  const end = `${lastDate} ${months[lastMonth - 1]}${isOneYear ? '' : ` ${lastYear}`}`
  if (from === to) return end
  if (lastYear === year && lastMonth === month) return `${date}–${end}`
  return `${date} ${months[month - 1]}${lastYear === year ? '' : ` ${year}`} – ${end}`
}

/** The one sentence read first: what can be said of smiles on leaving, B against A. */
export function verdictSentence(language: Language, comparison: ComparisonToSay): string {
  const [a, b] = sideNames(language, comparison)
  const { standardised, verdict, note } = comparison.exit
  if (verdict === null || standardised === null)
    return language === 'zh'
      ? `${after(b)}和${spaced(a)}比不出来：${whyNot.zh[note ?? 'insufficient']}。`
      : `${b} and ${a} cannot be compared: ${whyNot.en[note ?? 'insufficient']}.`
  const size = Math.abs(100 * standardised.value).toFixed(1)
  const [low, high] = [points(standardised.low), points(standardised.high)]
  const isFew = note === 'preliminary'
  if (language === 'zh') {
    const said =
      verdict === 'level'
        ? `出门时的笑脸，${after(b)}和${spaced(a)}看不出差别`
        : `出门时笑的人，${after(b)}比${spaced(a)}${verdict === 'more' ? '多' : '少'} ${size} 个百分点`
    return `${said}（区间 ${low} 到 ${high}${isFew ? '，天数还少，只是初步' : ''}）。`
  }
  const said =
    verdict === 'level'
      ? `No difference is seen between ${b} and ${a} in smiles on leaving`
      : `${size} points ${verdict} smiled on leaving in ${b} than in ${a}`
  return `${said} (between ${low} and ${high}${isFew ? ', preliminary for want of days' : ''}).`
}

/** Figures and letters stand a little apart from Han after them, and on both sides. */
const after = (name: string): string => `${name}${/[\dA-Za-z]$/.test(name) ? ' ' : ''}`
const spaced = (name: string): string => `${/^[\dA-Za-z]/.test(name) ? ' ' : ''}${after(name)}`

const whyNot = {
  zh: {
    insufficient: '读数还不够，或两边没有可比的时段',
    'usable-share': '看不清的太多',
    preliminary: '天数还少',
    closure: '有日子进出人次对不上',
  },
  en: {
    insufficient: 'there are too few readings, or no hours to compare',
    'usable-share': 'too many readings were unreadable',
    preliminary: 'there are too few days',
    closure: 'on some days in and out do not match',
  },
} as const satisfies Record<Language, Record<CompareNote, string>>

/** What a reader must know before believing it; none where nothing is the matter. */
export function comparisonWarnings(
  language: Language,
  { entry, exit, flags, suppressed }: ComparisonToSay,
): readonly string[] {
  const doors = [
    [doorNames[language].entry, entry],
    [doorNames[language].exit, exit],
  ] as const
  const misled = doors.filter(([, door]) => door.misleads).map(([name]) => name)
  const said = (flag: keyof (typeof flagSentences)['zh']) =>
    flags.includes(flag) ? [flagSentences[language][flag]] : []
  return [
    ...misled.map((name) =>
      language === 'zh'
        ? `${name}的总比率会误导：两边来客的钟点、工作日与周末、散客与团队的比例不同，直接相减与分开来比说的不一样（辛普森悖论）。所以这里只给分开来比的结果。`
        : `${name}: the plain rates would mislead. The two sides differ in hours, weekends and tours, and subtracting them says something else than comparing like with like (Simpson’s paradox). Only the latter is given here.`,
    ),
    ...said('other-detector'),
    ...said('detector-changed'),
    ...said('uncalibrated'),
    ...said('partial'),
    ...said('clock'),
    ...(suppressed === 0
      ? []
      : [
          language === 'zh'
            ? `有 ${suppressed} 个时段里有人太少的钟点，那些钟点没有参加比较。`
            : `In ${suppressed} groups there are hours with too few people; those hours are left out.`,
        ]),
  ]
}

const doorNames = { zh: { entry: '进门', exit: '出门' }, en: { entry: 'Entry', exit: 'Exit' } } as const
const flagSentences = {
  zh: {
    'other-detector': '两边用的识别程序不同，差别也可能来自程序。',
    'detector-changed': '期间换过识别程序，换之前与换之后不好直接相比。',
    uncalibrated: '未校准：机器看得准不准，还没有人工核对过。',
    partial: '有一边的数据只是一部分时间的。',
    clock: '有一边的时钟存疑。',
  },
  en: {
    'other-detector': 'The two sides were read by different programs, which may be the difference.',
    'detector-changed': 'The reading program was changed within the time; before and after are hard to compare.',
    uncalibrated: 'Not calibrated: nobody has yet checked how well the machine sees.',
    partial: 'Of one side only part of the time was read.',
    clock: 'One side’s clock is in doubt.',
  },
} as const

const partNames = {
  zh: {
    morning: '11 时以前',
    noon: '11 至 14 时',
    afternoon: '14 至 17 时',
    evening: '17 时以后',
    workday: '周一至周五',
    weekend: '周六周日',
    singles: '散客的钟点',
    tours: '团队的钟点',
    unknown: '没有分批的钟点',
  },
  en: {
    morning: 'before 11',
    noon: '11 to 14',
    afternoon: '14 to 17',
    evening: 'after 17',
    workday: 'Monday to Friday',
    weekend: 'weekend',
    singles: 'hours of singles',
    tours: 'hours of tours',
    unknown: 'hours without parties',
  },
} as const satisfies Record<Language, Record<ComparedPart['at'], string>>

const lineWords = {
  zh: {
    delta: '情绪差值',
    rate: '笑脸率',
    more: '多了',
    fewer: '少了',
    level: '看不出差别',
    preliminary: '，初步',
    notes: { insufficient: '样本不足', 'usable-share': '看不清的太多', preliminary: '初步', closure: '进出对不上' },
  },
  en: {
    delta: 'Difference',
    rate: '',
    more: 'more',
    fewer: 'fewer',
    level: 'none seen',
    preliminary: ', preliminary',
    notes: {
      insufficient: 'too few',
      'usable-share': 'unreadable',
      preliminary: 'preliminary',
      closure: 'in ≠ out',
    },
  },
} as const

/** One line of the table under the sentence; what may not be shown is a dash. */
export type ComparedLine = {
  readonly name: string
  readonly a: string
  readonly b: string
  readonly difference: string
  readonly says: string
}

/** The doors, the difference between them, and then the parts. */
export function comparedLines(language: Language, comparison: ComparisonToSay): readonly ComparedLine[] {
  const { entry, exit, delta, parts } = comparison
  const words = lineWords[language]
  const says = (verdict: CompareVerdict | null, note: CompareNote | null): string =>
    verdict === null
      ? note === null
        ? ''
        : words.notes[note]
      : `${words[verdict]}${note === 'preliminary' ? words.preliminary : ''}`
  const limits = ({ value, low, high }: { value: number; low: number; high: number }) =>
    language === 'zh'
      ? `${points(value)}（${points(low)} – ${points(high)}）`
      : `${points(value)} (${points(low)} – ${points(high)})`
  const doorLine = (name: string, door: DoorToSay): ComparedLine => ({
    name: `${name}${words.rate}`,
    a: door.standardised ? percent(door.standardised.a) : '—',
    b: door.standardised ? percent(door.standardised.b) : '—',
    difference: door.standardised ? limits(door.standardised) : '—',
    says: says(door.verdict, door.note),
  })
  return [
    doorLine(doorNames[language].entry, entry),
    doorLine(doorNames[language].exit, exit),
    {
      name: words.delta,
      a: delta.a === null ? '—' : points(delta.a),
      b: delta.b === null ? '—' : points(delta.b),
      difference: delta.change ? limits(delta.change) : '—',
      says: says(delta.verdict, delta.note),
    },
    ...parts.map((part) => ({
      name: `${doorNames[language][part.door]}${language === 'zh' ? '　' : ', '}${partNames[language][part.at]}`,
      a: percent(part.a),
      b: percent(part.b),
      difference: limits(part),
      says: part.stands ? words[part.value > 0 ? 'more' : 'fewer'] : words.level,
    })),
  ]
}

/** How the table is to be read. */
export const comparedCaption = {
  zh: '比率按同样的钟点、工作日与周末、散客与团队折算，好像两边来的是同样的客人；括号里是 95 % 区间。细分的行多，碰巧也会有一两行像有差别，所以判得更严（Benjamini–Hochberg 校正）：区间没有跨过零，也可能写“看不出差别”。笑脸率之差，不等于满意度。',
  en: 'Rates are reckoned as if both sides had been visited at the same hours, on the same days and by the same tours; 95 % limits in brackets. Of many lines one or two will look different by chance, so the parts are judged more strictly (Benjamini and Hochberg): limits may leave zero out and no difference be seen. A difference in smile rates, not satisfaction.',
} as const
