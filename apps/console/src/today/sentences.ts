import type { DoorFigures, Headline, Today } from '@riverside/contract'
import type { Language } from '@riverside/kit'

const numerals = ['〇', '一', '两', '三', '四', '五', '六', '七', '八', '九']
const english = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** The sentence staff read first, in the lines it breaks into. */
export function greeting(
  language: Language,
  tasks: number,
  { hours, isOpen }: Pick<Today, 'hours' | 'isOpen'>,
): readonly string[] {
  if (tasks > 0) return language === 'zh' ? pleaseZh(tasks) : pleaseEn(tasks)
  if (hours === null) return [language === 'zh' ? '今天休息' : 'Closed today']
  if (isOpen) return [language === 'zh' ? '今天都好' : 'All is well today']
  return language === 'zh' ? ['现在关着门，', '都好'] : ['Closed at this hour,', 'and all is well']
}

const pleaseZh = (tasks: number): readonly string[] =>
  tasks === 1 ? ['今天都好，', '有一件事请您做'] : [`今天有${numerals[tasks] ?? tasks}件事`, '请您做']

const pleaseEn = (tasks: number): readonly string[] =>
  tasks === 1
    ? ['All is well today;', 'one thing to do']
    : ['Today there are', `${english[tasks] ?? tasks} things to do`]

/** The difference of smile rates, with its interval and its caption: never one without the others. */
export function headlineSentence(language: Language, headline: Headline): readonly string[] {
  const { entry, exit, delta } = headline
  const rates =
    language === 'zh'
      ? `近 ${delta.days} 个开放日的笑脸率：进门 ${rateOf(entry)}，出门 ${rateOf(exit)}`
      : `Last ${delta.days} open days: ${rateOf(entry)} smiled coming in, ${rateOf(exit)} going out`
  if (delta.value === null || delta.low === null || delta.high === null)
    return language === 'zh'
      ? [`${rates}。`, `${whyNot.zh[delta.note ?? 'insufficient']}，差值先不说。`]
      : [`${rates}.`, `${whyNot.en[delta.note ?? 'insufficient']}, so no difference is given.`]
  const by = pointsOf(Math.abs(delta.value))
  const [low, high] = [pointsOf(delta.low), pointsOf(delta.high)]
  if (language === 'zh') {
    const few = delta.note === 'preliminary' ? `，只有 ${delta.days} 天，还是初步的` : ''
    return [
      `${rates}，${delta.value < 0 ? '少' : '多'}了 ${by} 个百分点，`,
      `有把握的范围是 ${low} 到 ${high}${few}。这是笑脸率之差，不等于满意度。`,
      ...calibrationSentence(language, headline),
    ]
  }
  const few = delta.note === 'preliminary' ? `, preliminary after ${delta.days} days` : ''
  return [
    `${rates}, ${by} points ${delta.value < 0 ? 'fewer' : 'more'},`,
    `95% sure between ${low} and ${high}${few}. A difference in smile rates, not satisfaction.`,
    ...calibrationSentence(language, headline),
  ]
}

/** What two observers found of the readers: 未校准 where they have not, else the difference less the readers' own mistakes. */
function calibrationSentence(language: Language, { corrected, isCalibrated }: Headline): readonly string[] {
  if (!isCalibrated) return [language === 'zh' ? '未校准：读数还没有同人眼对过。' : 'Not calibrated against observers.']
  if (corrected === null) return []
  const [by, low, high] = [corrected.value, corrected.low, corrected.high].map(pointsOf)
  return [
    language === 'zh'
      ? `按校准扣去读数的误差，差是 ${by}（${low} 到 ${high}）。`
      : `Less the reader’s own errors: ${by} points (${low} to ${high}).`,
  ]
}

const whyNot = {
  zh: { insufficient: '读数还不够', preliminary: '读数还不够', 'usable-share': '看不清的太多' },
  en: {
    insufficient: 'Readings are too few',
    preliminary: 'Readings are too few',
    'usable-share': 'Too many readings were unreadable',
  },
} as const

/** A rate for a screen: one decimal of a percentage, a bound, or a dash where it is held back. */
export function rateOf({ rate, note }: DoorFigures): string {
  if (note === 'below-5') return '<5%'
  if (note === 'above-95') return '>95%'
  return rate === null ? '—' : `${(rate * 100).toFixed(1)}%`
}

/** A share as percentage points with one decimal and a true minus. */
export const pointsOf = (share: number): string => (share * 100).toFixed(1).replace('-', '−')

/** A count for a screen, grouped by a thin space in Chinese and by a comma in English; a dash where it is held back. */
export const countOf = (language: Language, count: number | null): string =>
  count === null ? '—' : String(count).replace(/\B(?=(\d{3})+$)/g, language === 'zh' ? '\u2009' : ',')

const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const months = 'January February March April May June July August September October November December'.split(' ')

/** 3 月 14 日 周六 / Saturday 14 March */
export function dayText(language: Language, day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const weekday = weekdays[language][date.getUTCDay()]
  return language === 'zh'
    ? `${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日 ${weekday}`
    : `${weekday} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`
}

/** The same for a narrow column: Sat 14 Nov. */
export function shortDayText(language: Language, day: string): string {
  const text = dayText(language, day)
  return language === 'zh'
    ? text
    : text
        .split(' ')
        .map((word) => word.slice(0, 3))
        .join(' ')
}
