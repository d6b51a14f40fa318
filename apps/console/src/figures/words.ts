import type { FiguresFormat, readCompare, WireProblem } from '@riverside/contract'
import type { BreakdownKey, Mode, PeriodName } from '@riverside/smile'
import type { TakingProblem } from './take-file.ts'

export type Grain = 'hour' | 'day' | 'all'
export type Trouble = TakingProblem
/** What of the chosen days is looked at before a file is saved. */
export type View = 'rows' | BreakdownKey | 'compare'
type CompareTrouble = (typeof readCompare.problems)[number] | WireProblem

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
    formatTitle: '存成',
    formats: {
      xlsx: '电子表格 xlsx',
      pdf: '报告 pdf',
      csv: '表格 csv',
      parquet: '数据 parquet',
      json: '数据 json',
    } satisfies Record<FiguresFormat, string>,
    save: '存下来',
    stop: '停下',
    coming: (size: string) => (size === '' ? '正在做……' : `正在收，已有 ${size}。`),
    made: (size: string) => `存好了，${size}。`,
    columnNames: '列名说明',
    about: '口径和校验和',
    groups: '团队接待',
    columns: ['起', '进来', '出去', '进门', '出门', '相差'],
    whole: '整段时间',
    hour: (hour: number) => `${hour} 时`,
    preliminary: '初步',
    nothing: '这几天没有记录。',
    caption: '进门、出门是笑脸率，相差是百分点；笑脸率之差，不等于满意度。',
    rule: '人太少的格子空着；旁边一格有时也空着，免得用减法推出来。',
    views: { rows: '一行行', hour: '钟点', weekday: '星期', visit: '来客', compare: '比一比' } satisfies Record<
      View,
      string
    >,
    places: {
      hour: (at: number) => `${at} 时`,
      weekday: (at: number) => ['周一', '周二', '周三', '周四', '周五', '周六', '周日'][at - 1] ?? '',
      visit: (at: number) => ['散客的钟点', '团队的钟点', '没有分批'][at] ?? '',
    },
    breakdownScale: (top: number) => `横轴 0 到 ${top} %`,
    breakdownCaption: {
      hour: '点是笑脸率，横条是 95 % 区间；右边小字是人次。没有点的钟点人太少或不可靠。',
      weekday: '点是笑脸率，横条是 95 % 区间；右边小字是人次。没有点的日子人太少或不可靠。',
      visit: '按钟点分：讲解员在那一小时带过团，或平均每批八人以上，算团队的钟点。不记录哪一位是散客还是团队。',
    } satisfies Record<BreakdownKey, string>,
    receptions: (groups: string, uncounted: number, people: string | null) =>
      `讲解员接待了 ${groups} 批团队${uncounted > 0 ? `（${uncounted} 批没有记人数）` : ''}，${people === null ? '人数太少或没有记，不显示' : `共 ${people} 人`}。`,
    compare: {
      title: '同这几天比',
      from: '从',
      to: '到（含当天）',
      difference: '相差与区间',
      says: '看得出吗',
      modes: { 'opt-in': '客人自己按', ambient: '门口常开', off: '关' } satisfies Record<Mode, string>,
      nothing: '两边没有同一种读数方式的记录，比不出来。',
      trouble: {
        'not-a-period': '日期不对，请再选一次。',
        'no-such-station': '这个驿站还没有记录。',
        'which-station': '这里没有本站的记录。',
        'periods-share-days': '两段时间有同样的日子，不好相比；请换开。',
        unreachable: '驿站没有回音，过一会儿再试。',
        'not-understood': '驿站的回答看不懂，请刷新这一页。',
        'not-allowed': '已经锁上，请重新进来。',
        'too-many': '问得太快了，过一分钟再试。',
      } satisfies Record<CompareTrouble, string>,
    },
    trouble: {
      'not-a-day': '日期不对，请再选一次。',
      'ends-before-it-begins': '结束的日子在开始之前，请换过来。',
      'too-long': '行数太多，做不成这种文件；请按天，或者换 csv。',
      stopped: '停下了，没有存。',
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
    formatTitle: 'As',
    formats: {
      xlsx: 'Workbook xlsx',
      pdf: 'Report pdf',
      csv: 'Table csv',
      parquet: 'Data parquet',
      json: 'Data json',
    } satisfies Record<FiguresFormat, string>,
    save: 'Save',
    stop: 'Stop',
    coming: (size: string) => (size === '' ? 'Making it …' : `On its way, ${size} so far.`),
    made: (size: string) => `Saved, ${size}.`,
    columnNames: 'Column names',
    about: 'Definitions, checksum',
    groups: 'Guided groups',
    columns: ['From', 'In', 'Out', 'Entry', 'Exit', 'Difference'],
    whole: 'all of it',
    hour: (hour: number) => `${hour}:00`,
    preliminary: 'preliminary',
    nothing: 'Nothing was recorded on these days.',
    caption:
      'Entry and exit are smile rates, the difference is in points. A difference in smile rates, not satisfaction.',
    rule: 'Cells with too few people stay empty; sometimes a neighbour too, so that nobody can work them out by subtraction.',
    views: {
      rows: 'Rows',
      hour: 'Hours',
      weekday: 'Weekdays',
      visit: 'Visits',
      compare: 'Compare',
    } satisfies Record<View, string>,
    places: {
      hour: (at: number) => `${at}:00`,
      weekday: (at: number) => ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][at - 1] ?? '',
      visit: (at: number) => ['Hours of singles', 'Hours of tours', 'No parties'][at] ?? '',
    },
    breakdownScale: (top: number) => `scale 0 to ${top}%`,
    breakdownCaption: {
      hour: 'Dots are smile rates, bars their 95% limits; small figures count people. Hours without a dot had too few, or are unreliable.',
      weekday:
        'Dots are smile rates, bars their 95% limits; small figures count people. Days without a dot had too few, or are unreliable.',
      visit:
        'By the hour: one in which a guide led a group, or parties were of eight or more on average, is one of tours. Nobody is recorded as the one or the other.',
    } satisfies Record<BreakdownKey, string>,
    receptions: (groups: string, uncounted: number, people: string | null) =>
      `Groups led by guides: ${groups}${uncounted > 0 ? ` (${uncounted} of them not counted)` : ''}, ${people === null ? 'with too few people to show, or none counted' : `with ${people} people`}.`,
    compare: {
      title: 'Against these days',
      from: 'From',
      to: 'To (inclusive)',
      difference: 'Difference, limits',
      says: 'Is it seen?',
      modes: { 'opt-in': 'By tap', ambient: 'Always on', off: 'Off' } satisfies Record<Mode, string>,
      nothing: 'The two were never read in the same way; they cannot be compared.',
      trouble: {
        'not-a-period': 'Those are not days; choose again.',
        'no-such-station': 'This station has no figures yet.',
        'which-station': 'There are no figures of this station here.',
        'periods-share-days': 'The two share days and cannot be compared; choose others.',
        unreachable: 'The station does not answer; try again in a while.',
        'not-understood': 'The answer made no sense; load this page again.',
        'not-allowed': 'It is locked; come in again.',
        'too-many': 'Too many questions; try again in a minute.',
      } satisfies Record<CompareTrouble, string>,
    },
    trouble: {
      'not-a-day': 'That is not a day; choose again.',
      'ends-before-it-begins': 'The end lies before the beginning; swap them.',
      'too-long': 'Too many rows for this kind of file; ask by the day, or choose csv.',
      stopped: 'Stopped; nothing was saved.',
      unreachable: 'The station does not answer; try again in a while.',
      'not-understood': 'The answer made no sense; load this page again.',
      'not-allowed': 'It is locked; come in again.',
      'too-many': 'Too many questions; try again in a minute.',
    } satisfies Record<Trouble, string>,
  },
} as const
