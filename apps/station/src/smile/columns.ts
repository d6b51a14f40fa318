import type { DeltaNote, DoorNote, Flag, PublishedRow, StayNote } from '@riverside/smile'

/** A row as files carry it: what is published, and what its station is called. */
export type NamedRow = PublishedRow & { readonly name: string }

export type Column<Row = NamedRow> = {
  /** For programs; never changes. */
  readonly name: string
  /** For people. */
  readonly header: string
  readonly type: 'text' | 'count' | 'ratio' | 'minutes' | 'score' | 'time'
  readonly meaning: string
  /** `null`: nothing to show, or held back. Ratios as they were reckoned, times as instants. */
  readonly value: (row: Row) => string | number | null
}

const doorNotes: Record<DoorNote, string> = {
  'too-few': '人数太少，不显示',
  'below-5': '<5 %',
  'above-95': '>95 %',
  unreliable: '读数太少或区间太宽，不显示',
}
const deltaNotes: Record<DeltaNote, string> = {
  preliminary: '初步',
  insufficient: '样本不足',
  'usable-share': '看清率低于六成，不显示',
}
const stayNotes: Record<StayNote, string> = {
  closure: '进出相差超过一成，不算',
  'too-few': '人数太少，不显示',
  unknown: '只按单日算，且两个方向都要有计数',
}
const flagWords: Record<Flag, string> = {
  partial: '部分数据',
  closure: '进出相差超过 5 %',
  'day-excluded': '有日子进出相差超过 20 %，未计入差值',
  uncalibrated: '未校准',
  'no-parties': '没有分批，按单人计',
  clock: '时钟存疑',
  counter: '计数器停过，进出人数不全，不显示',
  'detector-changed': '期间换过识别程序',
  uncorrectable: '校正不可用',
}

const doorColumns = (door: 'entry' | 'exit', zh: string): readonly Column[] => [
  {
    name: `${door}_n`,
    header: `${zh}读数`,
    type: 'count',
    meaning: '看清了的读数；空格是人数太少、按规则不显示',
    value: (row) => row[door].n,
  },
  {
    name: `${door}_u`,
    header: `${zh}没看清`,
    type: 'count',
    meaning: '没有看清、不作判断的读数',
    value: (row) => row[door].u,
  },
  {
    name: `${door}_x`,
    header: `${zh}笑脸`,
    type: 'count',
    meaning: '判为笑的读数',
    value: (row) => row[door].x,
  },
  {
    name: `${door}_rate`,
    header: `${zh}笑脸率`,
    type: 'ratio',
    meaning: '笑脸除以读数',
    value: (row) => row[door].rate,
  },
  {
    name: `${door}_lo`,
    header: `${zh}笑脸率下限`,
    type: 'ratio',
    meaning: '95 % 区间下限',
    value: (row) => row[door].low,
  },
  {
    name: `${door}_hi`,
    header: `${zh}笑脸率上限`,
    type: 'ratio',
    meaning: '95 % 区间上限',
    value: (row) => row[door].high,
  },
  {
    name: `${door}_note`,
    header: `${zh}说明`,
    type: 'text',
    meaning: '不显示笑脸率的缘由',
    value: ({ [door]: { note } }) => (note === null ? '' : doorNotes[note]),
  },
  {
    name: `${door}_worst`,
    header: `${zh}笑脸率最低可能`,
    type: 'ratio',
    meaning: '看清率低于六成时：没看清的都不笑',
    value: (row) => row[door].bounds?.worst ?? null,
  },
  {
    name: `${door}_best`,
    header: `${zh}笑脸率最高可能`,
    type: 'ratio',
    meaning: '看清率低于六成时：没看清的都笑',
    value: (row) => row[door].bounds?.best ?? null,
  },
]

/** What every table of figures holds, in this order. */
export const columns: readonly Column[] = [
  { name: 'station_id', header: '驿站编号', type: 'text', meaning: '驿站的编号', value: (row) => row.station },
  { name: 'station_name', header: '驿站', type: 'text', meaning: '驿站的名字', value: (row) => row.name },
  {
    name: 'period_start',
    header: '起',
    type: 'time',
    meaning: '时段开头，含',
    value: (row) => row.start,
  },
  {
    name: 'period_end',
    header: '止',
    type: 'time',
    meaning: '时段末尾，不含',
    value: (row) => row.end,
  },
  {
    name: 'mode',
    header: '方式',
    type: 'text',
    meaning: 'opt-in 客人自己按；ambient 门口常开；off 关；不同方式从不合在一个比率里',
    value: (row) => row.mode,
  },
  { name: 'in_n', header: '进来人次', type: 'count', meaning: '进门人次', value: (row) => row.in },
  { name: 'out_n', header: '出去人次', type: 'count', meaning: '出门人次', value: (row) => row.out },
  {
    name: 'closure',
    header: '进出相差',
    type: 'ratio',
    meaning: '进出之差除以两者的平均',
    value: (row) => row.closure,
  },
  ...doorColumns('entry', '进门'),
  ...doorColumns('exit', '出门'),
  {
    name: 'delta',
    header: '情绪差值（笑脸率之差，不等于满意度）',
    type: 'ratio',
    meaning: '出门笑脸率减进门笑脸率',
    value: (row) => row.delta.value,
  },
  {
    name: 'delta_lo',
    header: '差值下限',
    type: 'ratio',
    meaning: '95 % 区间下限',
    value: (row) => row.delta.low,
  },
  {
    name: 'delta_hi',
    header: '差值上限',
    type: 'ratio',
    meaning: '95 % 区间上限',
    value: (row) => row.delta.high,
  },
  {
    name: 'delta_method',
    header: '差值算法',
    type: 'text',
    meaning: 'day-linearised 按日；party-mover 按批；naive-newcombe 按单人',
    value: (row) => row.delta.method ?? '',
  },
  {
    name: 'delta_days',
    header: '差值天数',
    type: 'count',
    meaning: '差值所依据的开放日',
    value: (row) => row.delta.days,
  },
  {
    name: 'delta_note',
    header: '差值说明',
    type: 'text',
    meaning: '初步，或不显示的缘由',
    value: ({ delta: { note } }) => (note === null ? '' : deltaNotes[note]),
  },
  {
    name: 'deff_entry',
    header: '进门设计效应',
    type: 'ratio',
    meaning: '读数成批带来的方差放大',
    value: (row) => row.entry.designEffect,
  },
  {
    name: 'deff_exit',
    header: '出门设计效应',
    type: 'ratio',
    meaning: '读数成批带来的方差放大',
    value: (row) => row.exit.designEffect,
  },
  {
    name: 'delta_corrected',
    header: '校正差值',
    type: 'ratio',
    meaning: '两个门口都有有效校准时：假如识别从不出错',
    value: (row) => row.corrected?.value ?? null,
  },
  {
    name: 'delta_corrected_lo',
    header: '校正差值下限',
    type: 'ratio',
    meaning: '95 % 区间下限',
    value: (row) => row.corrected?.low ?? null,
  },
  {
    name: 'delta_corrected_hi',
    header: '校正差值上限',
    type: 'ratio',
    meaning: '95 % 区间上限',
    value: (row) => row.corrected?.high ?? null,
  },
  {
    name: 'pair_n',
    header: '船票人数',
    type: 'count',
    meaning: '带船票、进出都读到的客人；没有用船票也是空格',
    value: (row) => row.pairs.n,
  },
  {
    name: 'pair_delta',
    header: '船票差值',
    type: 'ratio',
    meaning: '同一批客人出门与进门笑脸率之差',
    value: (row) => row.pairs.value,
  },
  {
    name: 'pair_delta_lo',
    header: '船票差值下限',
    type: 'ratio',
    meaning: '95 % 区间下限',
    value: (row) => row.pairs.low,
  },
  {
    name: 'pair_delta_hi',
    header: '船票差值上限',
    type: 'ratio',
    meaning: '95 % 区间上限',
    value: (row) => row.pairs.high,
  },
  {
    name: 'dwell_mean_min',
    header: '平均停留（分钟）',
    type: 'minutes',
    meaning: '单日：由进出人次推算',
    value: (row) => row.stay.minutes,
  },
  {
    name: 'dwell_note',
    header: '停留说明',
    type: 'text',
    meaning: '不显示的缘由',
    value: (row) => (row.stay.note === null ? '' : stayNotes[row.stay.note]),
  },
  {
    name: 'report_n',
    header: '按键人数',
    type: 'count',
    meaning: '出门按五个键的次数；没有按键也是空格',
    value: (row) => row.report.presses,
  },
  {
    name: 'response_rate',
    header: '按键率',
    type: 'ratio',
    meaning: '按键人数除以出门人次',
    value: (row) => row.report.response,
  },
  {
    name: 'top2',
    header: '满意度',
    type: 'ratio',
    meaning: '按最好两个键的占比',
    value: (row) => row.report.topTwo,
  },
  {
    name: 'top2_lo',
    header: '满意度下限',
    type: 'ratio',
    meaning: '95 % 区间下限',
    value: (row) => row.report.low,
  },
  {
    name: 'top2_hi',
    header: '满意度上限',
    type: 'ratio',
    meaning: '95 % 区间上限',
    value: (row) => row.report.high,
  },
  {
    name: 'report_mean',
    header: '平均分',
    type: 'score',
    meaning: '五个键记 1 到 5 分',
    value: (row) => row.report.mean,
  },
  {
    name: 'covered_share',
    header: '有效时间占比',
    type: 'ratio',
    meaning: '有记录的一刻钟里，读数器真正在工作的时间占比',
    value: (row) => row.covered,
  },
  {
    name: 'usable_entry',
    header: '进门看清率',
    type: 'ratio',
    meaning: '看清的占全部读数',
    value: (row) => row.entry.usable,
  },
  {
    name: 'usable_exit',
    header: '出门看清率',
    type: 'ratio',
    meaning: '看清的占全部读数',
    value: (row) => row.exit.usable,
  },
  {
    name: 'flags',
    header: '提示',
    type: 'text',
    meaning: '数据质量提示，用分号隔开',
    value: (row) => row.flags.map((flag) => flagWords[flag]).join('；'),
  },
]
