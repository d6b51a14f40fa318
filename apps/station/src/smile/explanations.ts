import { calibrationRules, type thresholds } from '@riverside/smile'
import type { FiguresFacts } from './figures-source.ts'
import { receptionSentence } from './receptions-table.ts'

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** What the figures are and are not, in the order in which a reader asks. */
export const meanings: ReadonlyArray<{ readonly title: string; readonly text: string }> = [
  {
    title: '笑脸率',
    text: '看清了的脸里，判为在笑的占多少。它不是满意度，也不是心情；机器会看错，没看清的另外记数。',
  },
  {
    title: '情绪差值',
    text: '同一段时间里，出门笑脸率减进门笑脸率，单位是百分点。它是笑脸率之差，不等于满意度。',
  },
  {
    title: '95 % 区间',
    text: '每个数旁边的上下两头。照同样的办法量二十回，大约十九回的区间里有真正的那个数。差值的区间跨过零，就不能说有差别。',
  },
  {
    title: '满意度',
    text: '只来自出门处五个键：按最好两个键的占比。没有人按，就没有满意度。',
  },
  {
    title: '散客与团队',
    text: '按钟点分：讲解员在那一小时带过团，或平均每批八人以上，算团队的钟点；其余算散客的。不记录哪一位是散客还是团队。',
  },
  {
    title: '团队接待',
    text: '讲解员用带团节目接待的团队：批数，和讲解员记下的人数。只按天给；不记团队的名字，也不记任何人的名字。同门口的人次不是一种数，不可相减。',
  },
  {
    title: '空着的格子',
    text: '人太少的格子空着，免得认出某一位客人；旁边一格有时也空着，免得用减法推出来。空着不等于零。',
  },
]

/** The publication rules with the thresholds in force. R7 concerns the wall, R9 who is counted at all. */
export function rulesInWords(
  rules: typeof thresholds,
  epsilon?: number,
): ReadonlyArray<{ title: string; text: string }> {
  return [
    {
      title: 'R1 隐私',
      text: `少于 ${rules.leastShown} 人的数不显示；少于 ${rules.leastForExtremes} 人而全笑或全不笑的，写成“>95 %”或“<5 %”。`,
    },
    { title: 'R2 防推算', text: '一格空着，同组里次小的一格也空着，且空着的合起来不少于 R1 的人数。' },
    {
      title: 'R3 可靠',
      text: `读数与有效读数都不少于 ${rules.leastForRate}，区间窄于 ${percent(rules.widestInterval)}，且区间宽与比率之比不超过 ${rules.widestRelative}（区间不宽于 ${percent(rules.narrowEnough)} 的除外）。`,
    },
    { title: 'R4 差值', text: `两个比率都可靠，且有 ${rules.leastDays} 个开放日；不足的写“初步”或“样本不足”。` },
    {
      title: 'R5 校准',
      text: `没有 ${calibrationRules.validDays} 天以内的人工校准，一律注明“未校准”。`,
    },
    { title: 'R6 看清率', text: `任一门口看清的不到 ${percent(rules.leastUsable)}，不给差值，只给最低与最高可能。` },
    { title: 'R7 时效', text: '只用已经结束的一刻钟。' },
    {
      title: 'R8 加噪',
      text:
        epsilon === undefined
          ? '未加噪。'
          : `人次与读数已加双侧几何噪声，epsilon = ${epsilon}（团队的批数不是人数，不加）；噪声由驿站自己的密钥和格子的位置定，同一问得同一份，多存几次也平均不掉。由原数算的校正、船票差值、停留和平均分不给。`,
    },
    { title: 'R9 工作人员', text: '佩戴统一徽章的工作人员不计数；任何地方都没有按人的数字。' },
  ]
}

type CalibrationFacts = NonNullable<FiguresFacts['calibration']>[number]

const calibrationText = ({ station, door, began, ...found }: CalibrationFacts): string =>
  `${station} ${door === 'entry' ? '进门' : '出门'}，${began} 起：笑的认出 ${shareText(found.sensitivity)}（${found.smiling} 次），不笑的认出 ${shareText(found.specificity)}（${found.unsmiling} 次），两人一致 kappa ${found.kappa.toFixed(2)}`

function hoursText({ station, open, close, exceptions }: FiguresFacts['openHours'][number]): string {
  const days = exceptions.map(
    (day) => `${day.date} ${day.open === null || day.close === null ? '休息' : `${day.open}–${day.close}`}`,
  )
  return `${station} ${open}–${close}${days.length === 0 ? '' : `（${days.join('，')}）`}`
}

const shareText = (share: number | null): string => (share === null ? '没有记录' : `${(100 * share).toFixed(1)} %`)

/** What was asked, what it rests on, and by what it can be checked. */
export function provenance(facts: FiguresFacts): ReadonlyArray<readonly [string, string | number]> {
  return [
    ['时段', `${facts.period.from} 至 ${facts.period.to}（北京时间，含首尾）`],
    ['口径版本', facts.definitions],
    ['软件版本', facts.software],
    ['识别程序', facts.detectors.length === 0 ? '没有记录' : facts.detectors.join('；')],
    ['校准', facts.calibration === null ? '未校准' : facts.calibration.map(calibrationText).join('；')],
    ['开放时间', facts.openHours.length === 0 ? '没有记录' : facts.openHours.map(hoursText).join('；')],
    [
      '进出相差',
      `超过 5 % 的日子 ${facts.closureDays.flagged} 天，其中超过 20 %、不计入差值的 ${facts.closureDays.excluded} 天`,
    ],
    ['看清率', `进门 ${shareText(facts.usableShare.entry)}，出门 ${shareText(facts.usableShare.exit)}`],
    [
      '加噪',
      facts.noise === null
        ? '未加噪'
        : `epsilon = ${facts.noise.epsilon}，标准差 ${facts.noise.deviation} 人；随驿站自己的密钥和格子的位置定`,
    ],
    ['行数', facts.rows],
    ['按规则空着的格子', facts.suppressedCells],
    ['有记录的一刻钟', facts.quarterHoursOnRecord],
    ['有效时间占比', facts.coveredShare === null ? '没有记录' : facts.coveredShare],
    [
      '团队接待',
      facts.receptions.stations.length === 0
        ? '没有记录'
        : `${facts.receptions.stations.map((told) => `${told.station} ${receptionSentence(told)}`).join('')}按规则空着 ${facts.receptions.suppressedCells} 格`,
    ],
    ['数据 SHA-256', facts.dataSha256],
    ['团队接待 SHA-256', facts.receptions.dataSha256],
  ]
}
