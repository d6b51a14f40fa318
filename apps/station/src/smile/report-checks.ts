import {
  comparedCaption,
  comparedLines,
  comparisonWarnings,
  shanghaiText,
  sideNames,
  verdictSentence,
} from '@riverside/smile'
import type { NamedRow } from './columns.ts'
import type { StationFigures } from './figures-source.ts'
import { controlPicture } from './report-chart.ts'
import { reportInks } from './report-letters.ts'
import { count, type Draw, inner, newPage, page } from './report-page.ts'

/** What a reader asks next: is it more than before, was every day an ordinary one, and did the counters count. */
export function checksPage(draw: Draw, { comparisons, control, counts }: StationFigures, row: NamedRow): void {
  const ofMode = comparisons.find(({ mode }) => mode === row.mode)
  const charts = control.filter(({ mode }) => mode === row.mode)
  const strange = counts.strange.filter(({ mode }) => mode === row.mode)
  if (!ofMode && charts.length === 0 && counts.checked === 0) return
  const { letters } = draw
  let y = newPage(draw, `滨江驿站 微笑滨江　${row.name}`)
  const title = (text: string) => {
    y = letters.set(text, { x: page.margin, y: y + 6, size: 15, face: 'title', leading: 1.5 })
  }
  const say = (text: string, ink: 'ink' | 'grey' | 'brick' = 'ink', size = 9.5) => {
    y = letters.set(text, { x: page.margin, y, size, ink, width: inner, leading: 1.6 })
  }

  title('比上一段')
  if (!ofMode) say('上一段时间没有同一种读数方式的记录，不比。')
  else {
    say(verdictSentence('zh', ofMode), 'ink', 12)
    for (const warning of comparisonWarnings('zh', ofMode)) say(warning, 'brick', 9)
    y = comparedTable(draw, ofMode, y + 6)
    say(comparedCaption.zh, 'grey', 8.5)
  }

  y += 10
  title('每天是否平稳')
  if (charts.length === 0) say('能公布的日子不到二十天，不画控制图。')
  else {
    say(howToRead, 'grey', 8.5)
    y += 3
  }
  for (const chart of charts) {
    const outside = chart.points.filter(({ isOutside }) => isOutside)
    const name = chart.door === 'entry' ? '进门' : '出门'
    say(
      outside.length === 0
        ? `${name}：${chart.points.length} 天都在限内，起伏同平日一样。`
        : `${name}：${outside.length} 天越出控制限（${outside.map(({ day }) => day.slice(5)).join('、')}），值得问一问那天有什么不同。`,
    )
    y = controlPicture(draw.document, letters, chart, { x: page.margin, y: y - 8, width: inner, height: 80 }) + 12
  }

  title('人次核对')
  if (counts.checked === 0) say('前八周的记录还不够，不核对。')
  else if (strange.length === 0) say(`${counts.checked} 个钟点的人次都同前八周的同一钟点差不多。`)
  else
    say(
      `${counts.checked} 个钟点里，${strange.length} 个同前八周的同一钟点相差很大：是活动，还是计数器的毛病，要问一问。`,
    )
  const room = Math.max(1, Math.floor((page.height - 50 - y) / 14.4))
  const shown = strange.length <= room ? strange : strange.slice(0, room - 1)
  for (const { start, way, count: counted, usual, isMore } of shown)
    say(
      `${shanghaiText(start).slice(0, 13).replace('T', ' ')} 时　${way === 'in' ? '进来' : '出去'} ${count(counted)} 人次，平时约 ${usual}，${isMore ? '多' : '少'}得不寻常`,
      'ink',
      9,
    )
  if (shown.length < strange.length) say(`还有 ${strange.length - shown.length} 个，见电子表格“每日核对”。`, 'grey', 9)
}

const howToRead =
  '每点是一天。虚线是这段时间的平均，色带是平常的起伏：人多的日子窄，人少的日子宽。落在带里的高低不必追究。'

const widths = [132, 78, 78, 128, 78] as const

function comparedTable(
  { document, letters }: Draw,
  comparison: NonNullable<StationFigures['comparisons'][number]>,
  from: number,
): number {
  const [a, b] = sideNames('zh', comparison)
  const lines = [{ name: '', a, b, difference: '相差与区间（百分点）', says: '' }, ...comparedLines('zh', comparison)]
  const rowHeight = 15
  let y = from
  for (const [at, { name, a, b, difference, says }] of lines.entries()) {
    if (at === 0) document.rect(page.margin, y - 11, inner, rowHeight).fill(reportInks.river)
    let x = page.margin
    for (const [column, text] of [name, a, b, difference, says].entries()) {
      const width = widths[column] ?? 0
      letters.set(text, {
        x: x + 3,
        y,
        size: 8.5,
        ink: at === 0 ? 'paper' : 'ink',
        face: at === 0 || at <= 3 ? 'strong' : 'text',
        ...(column === 0 ? {} : { width: width - 6, align: 'right' }),
      })
      x += width
    }
    if (at > 0)
      document
        .moveTo(page.margin, y + 4)
        .lineTo(page.width - page.margin, y + 4)
        .lineWidth(0.4)
        .stroke(reportInks.mist)
    y += rowHeight
  }
  return y + 4
}
