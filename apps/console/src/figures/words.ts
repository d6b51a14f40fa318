import type { WireProblem } from '@riverside/contract'
import type { PeriodName } from './periods.ts'

export type Grain = 'hour' | 'day' | 'all'
export type Trouble = 'not-a-day' | 'ends-before-it-begins' | WireProblem

export const words = {
  zh: {
    title: '存一份报表',
    periods: {
      today: '今天',
      yesterday: '昨天',
      'this-week': '本周',
      'last-week': '上周',
      'this-month': '本月',
      'last-month': '上月',
    } satisfies Record<PeriodName, string>,
    from: '从',
    to: '到（含当天）',
    grainTitle: '一行是',
    grains: { hour: '一小时', day: '一天', all: '整段时间' } satisfies Record<Grain, string>,
    save: '存成表格',
    asking: '正在做……',
    made: (rows: number, suppressed: number) =>
      rows === 0
        ? '这几天没有记录，表里只有表头。'
        : suppressed === 0
          ? `做好了，一共 ${rows} 行。`
          : `做好了，一共 ${rows} 行；有 ${suppressed} 格人太少，按规则空着。`,
    others: ['', '列名说明', '口径和校验和'],
    columns: ['起', '进来', '出去', '进门', '出门', '相差'],
    whole: '整段时间',
    hour: (hour: number) => `${hour} 时`,
    preliminary: '初步',
    nothing: '这几天没有记录。',
    caption: '进门、出门是笑脸率，相差是百分点；笑脸率之差，不等于满意度。',
    rule: '人太少的格子空着；旁边一格有时也空着，免得用减法推出来。',
    trouble: {
      'not-a-day': '日期不对，请再选一次。',
      'ends-before-it-begins': '结束的日子在开始之前，请换过来。',
      unreachable: '驿站没有回音，过一会儿再试。',
      'not-understood': '驿站的回答看不懂，请刷新这一页。',
      'not-allowed': '已经锁上，请重新进来。',
      'too-many': '问得太快了，过一分钟再试。',
    } satisfies Record<Trouble, string>,
  },
  en: {
    title: 'Keep the figures',
    periods: {
      today: 'Today',
      yesterday: 'Yesterday',
      'this-week': 'This week',
      'last-week': 'Last week',
      'this-month': 'This month',
      'last-month': 'Last month',
    } satisfies Record<PeriodName, string>,
    from: 'From',
    to: 'To (inclusive)',
    grainTitle: 'One row is',
    grains: { hour: 'an hour', day: 'a day', all: 'the whole time' } satisfies Record<Grain, string>,
    save: 'Save as a table',
    asking: 'Making it …',
    made: (rows: number, suppressed: number) =>
      rows === 0
        ? 'Nothing was recorded on these days; the table holds its header only.'
        : suppressed === 0
          ? `Done: ${rows} rows.`
          : `Done: ${rows} rows; ${suppressed} cells are empty because too few people came.`,
    others: ['', 'Column names', 'Definitions, checksum'],
    columns: ['From', 'In', 'Out', 'Entry', 'Exit', 'Difference'],
    whole: 'all of it',
    hour: (hour: number) => `${hour}:00`,
    preliminary: 'preliminary',
    nothing: 'Nothing was recorded on these days.',
    caption:
      'Entry and exit are smile rates, the difference is in points. A difference in smile rates, not satisfaction.',
    rule: 'Cells with too few people stay empty; sometimes a neighbour too, so that nobody can work them out by subtraction.',
    trouble: {
      'not-a-day': 'That is not a day; choose again.',
      'ends-before-it-begins': 'The end lies before the beginning; swap them.',
      unreachable: 'The station does not answer; try again in a while.',
      'not-understood': 'The answer made no sense; load this page again.',
      'not-allowed': 'It is locked; come in again.',
      'too-many': 'Too many questions; try again in a minute.',
    } satisfies Record<Trouble, string>,
  },
} as const
