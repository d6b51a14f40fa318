import type { Mode } from '@riverside/smile'
import type { StationFigures } from './figures-source.ts'
import { type Chart, lineChart, rangeOf } from './workbook-charts.ts'
import { type Row, rowXml, type Style, serialOf, sheetEnd, sheetStart } from './workbook-sheet.ts'

export const checksSheet = '每日核对'

/** Rows a chart lies over, and how many charts a sheet begins with. */
const chart = { rows: 15, most: 2 } as const

/** The control chart of every station and door as a table, those of the first station drawn too; and the counts that stand out. */
export function checksOf(stations: readonly StationFigures[]): {
  readonly sheet: string
  readonly charts: readonly Chart[]
} {
  const rows: Row[] = []
  const say = (value: string, style: 'title' | 'note') =>
    rows.push({ cells: [{ value, style }], ...(style === 'title' ? { height: 30 } : {}) })
  const head = (names: readonly string[]) =>
    rows.push({ cells: names.map((value) => ({ value, style: 'head' })), height: 32 })
  const line = (cells: ReadonlyArray<readonly [string | number, Style]>) =>
    rows.push({ cells: cells.map(([value, style]) => ({ value, style })) })

  const nameOf = new Map(stations.flatMap(({ whole }) => whole.map(({ station, name }) => [station, name] as const)))
  const controls = stations.flatMap(({ control }) => control)
  const drawn = controls.slice(0, chart.most)
  say('每日笑脸率控制图', 'title')
  say('Laney p′ 图：限按每天的人数和日子之间真有的起伏算。越限的日子值得问一问；不足二十个可公布的日子不画。', 'note')
  for (let blank = 0; drawn.length > 0 && blank < chart.rows + 1; blank += 1) rows.push({ cells: [] })
  head(['驿站', '方式', '门', '日子', '笑脸率', '下限', '中线', '上限', '越限'])
  const charts: Chart[] = []
  for (const { station, mode, door, centre, points } of controls) {
    const first = rows.length + 1
    for (const { day, rate, low, high, isOutside } of points)
      line([
        [nameOf.get(station) ?? station, 'plain'],
        [mode, 'plain'],
        [doors[door], 'plain'],
        [serialOf(Date.parse(`${day}T00:00:00+08:00`)), 'day'],
        [rate, 'share'],
        [low, 'share'],
        [centre, 'share'],
        [high, 'share'],
        [isOutside ? '越限' : '', 'plain'],
      ])
    if (charts.length >= drawn.length) continue
    const cells = (letter: string) => rangeOf(checksSheet, letter, first, rows.length)
    charts.push({
      at: { column: charts.length * 6, row: 2, columns: 6, rows: chart.rows },
      xml: lineChart(`${nameOf.get(station) ?? station} ${doors[door]}笑脸率`, cells('D'), [
        { name: '笑脸率', ink: door === 'entry' ? 'brick' : 'river', values: cells('E') },
        { name: '下限', ink: 'ink', values: cells('F'), isLimit: true },
        { name: '中线', ink: 'ink', values: cells('G'), isLimit: true },
        { name: '上限', ink: 'ink', values: cells('H'), isLimit: true },
      ]),
    })
  }
  if (controls.length === 0) say('没有够二十个可公布的日子。', 'note')
  rows.push({ cells: [] })
  say('人次核对', 'title')
  say('每个可公布的钟点同前八周同一星期同一钟点比；“平时约”取到五。', 'note')
  head(['驿站', '方式', '进出', '钟点', '人次', '平时约', '多少'])
  const strange = stations.flatMap(({ counts, whole }) =>
    counts.strange.map((each) => ({ ...each, name: whole[0]?.name ?? '' })),
  )
  for (const { name, mode, way, start, count, usual, isMore } of strange)
    line([
      [name, 'plain'],
      [mode satisfies Mode, 'plain'],
      [way === 'in' ? '进来' : '出去', 'plain'],
      [serialOf(start), 'time'],
      [count, 'count'],
      [usual, 'count'],
      [isMore ? '多得不寻常' : '少得不寻常', 'plain'],
    ])
  const checked = stations.reduce((sum, { counts }) => sum + counts.checked, 0)
  if (strange.length === 0)
    say(checked === 0 ? '前八周的记录还不够，不核对。' : `${checked} 个人次都同平时差不多。`, 'note')
  const sheet =
    sheetStart([22, 10, 10, 17, 11, 11, 11, 11, 14], 0) +
    rows.map((row, index) => rowXml(index + 1, row)).join('') +
    sheetEnd({ hasDrawing: charts.length > 0 })
  return { sheet, charts }
}

const doors = { entry: '进门', exit: '出门' } as const
