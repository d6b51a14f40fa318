import { dayStart, shanghaiText } from '@riverside/smile'
import PDFDocument from 'pdfkit'
import { columns, type NamedRow } from './columns.ts'
import { meanings, provenance, rulesInWords } from './explanations.ts'
import type { FiguresSource, StationFigures } from './figures-source.ts'
import { receptionSentence, type StationReceptions } from './receptions-table.ts'
import { hourChart } from './report-chart.ts'
import { checksPage } from './report-checks.ts'
import { reportInks, reportLetters } from './report-letters.ts'
import { count, type Draw, inner, modes, newPage, page, percent, points } from './report-page.ts'
import { receptionsPages } from './report-receptions.ts'

/** A table longer than this is no report any more. */
const mostRows = 2_000

/**
 * The report for whoever runs the station: what was counted and what it means on one page for each station, how it compares with the time
 * before and which days and hours stand out on the next, then the table, the groups that were led, and the definitions. Letters are embedded, charts are lines; nothing in it depends on when it was made.
 */
export async function* reportPdf(source: FiguresSource): AsyncGenerator<Uint8Array> {
  const rows: NamedRow[] = []
  for (const row of source.rows()) {
    rows.push(row)
    if (rows.length > mostRows)
      throw new Error(
        `表格超过 ${mostRows} 行，不成报告；请按天，或改用 xlsx、csv / More than ${mostRows} rows make no report; ask by the day, or choose xlsx or csv`,
      )
  }
  const { from, to } = source.asked
  const document = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    info: {
      Title: `微笑滨江 统计报告 ${from} 至 ${to}`,
      // The end of what it tells of, so that the same figures give the same bytes.
      CreationDate: new Date(dayStart(to)),
    },
  })
  const letters = reportLetters(document)
  const draw = { document, letters, period: `${from} 至 ${to}` }
  const stations = source.stations()
  for (const station of stations) stationPage(draw, station, source.receptions())
  if (stations.length === 0) emptyPage(draw)
  table(draw, rows)
  for (const each of source.receptions()) receptionsPages(draw, each)
  definitions(draw, source)
  document.end()
  for await (const piece of document) yield piece as Uint8Array
}

function stationPage(draw: Draw, station: StationFigures, receptions: readonly StationReceptions[]): void {
  const { whole, byHour } = station
  const received = receptions.find((each) => each.station === whole[0]?.station)
  for (const row of whole) {
    const { document, letters } = draw
    const { margin } = page
    let y = newPage(draw, '滨江驿站 微笑滨江')
    y = letters.set(row.name, { x: margin, y: y + 12, size: 30, face: 'title', width: inner, leading: 1.3 })
    y = letters.set(`${draw.period}　读数方式：${modes[row.mode]}`, { x: margin, y: y - 8, size: 11, ink: 'grey' })
    const sentences = sentenceOf(row) + (received ? receptionSentence(received.whole) : '')
    y = letters.set(sentences, { x: margin, y: y + 12, size: 13, width: inner, leading: 1.75 })
    y = headline(draw, row, y + 18)
    const hours = byHour.filter(({ mode }) => mode === row.mode)
    if (hours.length > 1) {
      letters.set('一天里的钟点', { x: margin, y: y + 22, size: 14, face: 'title' })
      letters.set('柱是全期进出人次，点是笑脸率；没有点的钟点人太少或不可靠', {
        x: margin,
        y: y + 22,
        size: 8.5,
        ink: 'grey',
        width: inner,
        align: 'right',
      })
      y = hourChart(document, letters, hours, { x: margin, y: y + 34, width: inner, height: 148 })
    }
    letters.set('怎样读这些数', { x: margin, y: y + 26, size: 14, face: 'title' })
    y += 46
    for (const { title, text } of meanings) {
      letters.set(title, { x: margin, y, size: 9.5, face: 'strong', ink: 'river' })
      y = letters.set(text, { x: margin + 78, y, size: 9.5, width: inner - 78, leading: 1.55 }) + 3
    }
    for (const flag of [String(flagsOf(row))].filter((text) => text !== ''))
      letters.set(`提示：${flag}${flag.includes('未校准') ? '（机器看得准不准，还没有人工核对过）' : ''}`, {
        x: margin,
        y: y + 6,
        size: 9.5,
        ink: 'brick',
        width: inner,
      })
    checksPage(draw, station, row)
  }
}

const flagColumn = columns.find(({ name }) => name === 'flags')
const flagsOf = (row: NamedRow) => flagColumn?.value(row) ?? ''

/** The whole period in one or two sentences, each as cautious as its figures. */
function sentenceOf(row: NamedRow): string {
  const people =
    row.in === null
      ? '这段时间来的人太少，人次不显示。'
      : `这段时间进门 ${count(row.in)} 人次，出门 ${count(row.out)} 人次。`
  const { value, low, high, note } = row.delta
  if (value === null || low === null || high === null) return `${people}读数还不够，说不出进门和出门的笑脸有没有差别。`
  const size = Math.abs(100 * value).toFixed(1)
  const sure =
    low > 0
      ? `出门时笑的比进门时多 ${size} 个百分点`
      : high < 0
        ? `出门时笑的比进门时少 ${size} 个百分点`
        : '进门和出门的笑脸看不出差别'
  const limits = `区间 ${points(low)} 到 ${points(high)}${note === 'preliminary' ? '，天数还少，只是初步' : ''}`
  return `${people}${sure}（${limits}）。这是笑脸率之差，不等于满意度。`
}

/** The three figures of the period, side by side. */
function headline({ document, letters }: Draw, row: NamedRow, y: number): number {
  const width = (inner + 10) / 3
  const cell = (at: number, name: string, figure: string, below: string, ink: 'brick' | 'river' | 'rust') => {
    const x = page.margin + at * width
    document.rect(x, y, width - 10, 88).fill('#F4EBDD')
    document.rect(x, y, 4, 88).fill(reportInks[ink])
    letters.set(name, { x: x + 16, y: y + 20, size: 10, face: 'strong', ink: 'grey' })
    letters.set(figure, { x: x + 16, y: y + 52, size: 25, face: 'title', ink })
    letters.set(below, { x: x + 16, y: y + 74, size: 8.5, ink: 'grey', width: width - 30, leading: 1.3 })
  }
  const door = (at: number, name: string, { n, rate, low, high }: NamedRow['entry'], ink: 'brick' | 'river') =>
    cell(
      at,
      name,
      rate === null ? '—' : percent(rate),
      rate === null || low === null || high === null
        ? `读数 ${count(n)}，不够可靠`
        : `区间 ${percent(low)} – ${percent(high)}，读数 ${count(n)}`,
      ink,
    )
  door(0, '进门笑脸率', row.entry, 'brick')
  door(1, '出门笑脸率', row.exit, 'river')
  const { value, low, high, days } = row.delta
  cell(
    2,
    '情绪差值（百分点）',
    value === null ? '—' : points(value),
    value === null || low === null || high === null ? '样本不足' : `区间 ${points(low)} – ${points(high)}，${days} 天`,
    'rust',
  )
  return y + 100
}

function emptyPage(draw: Draw): void {
  const y = newPage(draw, '滨江驿站 微笑滨江')
  draw.letters.set('这段时间没有记录', { x: page.margin, y: y + 12, size: 26, face: 'title' })
  draw.letters.set('没有记录不等于没有人来。请看时段是否选对，或读数器是否开着。', {
    x: page.margin,
    y: y + 44,
    size: 13,
    width: inner,
    leading: 1.75,
  })
}

const tableColumns: ReadonlyArray<{
  readonly name: string
  readonly width: number
  readonly of: (row: NamedRow) => string
}> = [
  {
    name: '起',
    width: 88,
    of: ({ start, end }) =>
      shanghaiText(start)
        .slice(0, end - start < 86_400_000 ? 16 : 10)
        .replace('T', ' '),
  },
  { name: '进来', width: 42, of: (row) => count(row.in) },
  { name: '出去', width: 42, of: (row) => count(row.out) },
  { name: '进门读数', width: 48, of: ({ entry }) => count(entry.n) },
  { name: '进门笑脸率', width: 64, of: ({ entry }) => rateOf(entry) },
  { name: '出门读数', width: 48, of: ({ exit }) => count(exit.n) },
  { name: '出门笑脸率', width: 64, of: ({ exit }) => rateOf(exit) },
  {
    name: '差值与区间',
    width: 97,
    of: ({ delta: { value, low, high } }) =>
      value === null || low === null || high === null ? '—' : `${points(value)}（${points(low)} – ${points(high)}）`,
  },
]
const rateOf = ({ rate, note }: NamedRow['entry']): string =>
  rate !== null ? percent(rate) : note === 'below-5' ? '<5 %' : note === 'above-95' ? '>95 %' : '—'

function table(draw: Draw, rows: readonly NamedRow[]): void {
  const { document, letters } = draw
  const rowHeight = 17
  let y = Number.POSITIVE_INFINITY
  let place = ''
  const head = (name: string) => {
    y = letters.set(name, { x: page.margin, y: newPage(draw, '滨江驿站 微笑滨江'), size: 14, face: 'title' }) + 4
    document.rect(page.margin, y - 12, inner, rowHeight).fill(reportInks.river)
    cells(
      tableColumns.map((column) => column.name),
      'paper',
      'strong',
    )
    y += rowHeight
  }
  const cells = (texts: readonly string[], ink: 'ink' | 'paper', face: 'text' | 'strong') => {
    let x = page.margin
    for (const [at, text] of texts.entries()) {
      const width = tableColumns[at]?.width ?? 0
      letters.set(text, {
        x: x + 3,
        y,
        size: 8.5,
        ink,
        face,
        ...(at === 0 ? {} : { width: width - 6, align: 'right' }),
      })
      x += width
    }
  }
  for (const row of rows) {
    const name = `${row.name}　${modes[row.mode]}`
    if (name !== place || y > page.height - 70) head(name)
    place = name
    cells(
      tableColumns.map((column) => column.of(row)),
      'ink',
      'text',
    )
    document
      .moveTo(page.margin, y + 5)
      .lineTo(page.width - page.margin, y + 5)
      .lineWidth(0.4)
      .stroke(reportInks.mist)
    y += rowHeight
  }
}

function definitions(draw: Draw, { facts, stations }: FiguresSource): void {
  const { letters } = draw
  let y = newPage(draw, '滨江驿站 微笑滨江')
  y = letters.set('口径说明', { x: page.margin, y: y + 8, size: 24, face: 'title' }) + 8
  const list = (title: string, lines: ReadonlyArray<readonly [string, string]>) => {
    if (y > page.height - 110) y = newPage(draw, '滨江驿站 微笑滨江')
    y = letters.set(title, { x: page.margin, y, size: 13, face: 'title', ink: 'river' }) + 3
    for (const [name, text] of lines) {
      if (y > page.height - 70) y = newPage(draw, '滨江驿站 微笑滨江')
      letters.set(name, { x: page.margin, y, size: 9, face: 'strong' })
      y = letters.set(text, { x: page.margin + 108, y, size: 9, width: inner - 108, leading: 1.5 }) + 3
    }
    y += 12
  }
  const told = facts()
  // Where a station has a page, they stand on it.
  if (stations().length === 0)
    list(
      '什么算什么',
      meanings.map(({ title, text }) => [title, text] as const),
    )
  list(
    '公布规则',
    rulesInWords(told.thresholds, told.noise?.epsilon).map(({ title, text }) => [title, text] as const),
  )
  list(
    '出处',
    provenance(told).map(([name, value]) => [name, String(value)] as const),
  )
}
