import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Column, NamedRow } from './columns.ts'
import { rounded } from './csv.ts'
import { meanings, provenance, rulesInWords } from './explanations.ts'
import type { FiguresSource } from './figures-source.ts'
import { receptionColumns } from './receptions-table.ts'
import { barChart, type Chart, drawingOf, lineChart, rangeOf } from './workbook-charts.ts'
import { checksOf, checksSheet } from './workbook-checks.ts'
import { receptionsOf, receptionsSheet } from './workbook-receptions.ts'
import { letterOf, type Row, rowXml, serialOf, sheetEnd, sheetStart, styleOf, styles } from './workbook-sheet.ts'

/*
 * Workbooks are written here, not by a library: of those that are kept up none writes charts and a stream, and the same bytes for
 * the same figures need a zip without a clock. What is written is the least that ECMA-376 asks of a workbook.
 */

const mostRows = 1_048_575

/** A table as a workbook: 摘要 with charts, 明细 with one typed cell for each figure, 口径说明, and 每日核对 with
 * the control charts and the counts that stand out, and 团队接待. Every text is a text, never a formula. */
export function* workbookOf(columns: readonly Column[], source: FiguresSource): Generator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((failure, piece) => {
    if (failure) throw failure
    ready.push(piece)
  })
  const open = (path: string) => {
    const entry = new ZipDeflate(path, { level: 6 })
    // Zip knows no time before 1980; reckoned in the zone of the machine, so that it is the same everywhere.
    entry.mtime = new Date(1980, 0, 1)
    zip.add(entry)
    return entry
  }
  const put = (path: string, xml: string) => open(path).push(strToU8(declaration + xml), true)

  const details = open('xl/worksheets/sheet2.xml')
  details.push(strToU8(declaration + sheetStart(columns.map(widthOf), 1)))
  let text = rowXml(1, { cells: columns.map(({ header }) => ({ value: header, style: 'head' })), height: 32 })
  let at = 1
  let first: { readonly station: string; readonly mode: string; last: number } | undefined
  for (const row of source.rows()) {
    at += 1
    if (at > mostRows)
      throw new Error(
        '电子表格最多一百万行，请改用 csv 或 parquet / A workbook holds a million rows; choose csv or parquet',
      )
    first ??= { station: row.station, mode: row.mode, last: at }
    if (first.station === row.station && first.mode === row.mode) first.last = at
    text += rowXml(at, { cells: columns.map((column) => cellOf(column, row)) })
    if (text.length < 1 << 16) continue
    details.push(strToU8(text))
    text = ''
    yield* ready.splice(0)
  }
  details.push(strToU8(text + sheetEnd({ filter: `A1:${letterOf(columns.length - 1)}${at}` })), true)

  const { sheet, charts } = summaryOf(columns, source, first?.last ?? 1)
  put('xl/worksheets/sheet1.xml', sheet)
  put('xl/worksheets/sheet3.xml', explanationOf(columns, source))
  const checks = checksOf(source.stations())
  put('xl/worksheets/sheet4.xml', checks.sheet)
  put('xl/worksheets/sheet5.xml', receptionsOf(source.receptions()))
  const drawn = [
    { sheet: 1, charts },
    { sheet: 4, charts: checks.charts },
  ].filter((each) => each.charts.length > 0)
  let numbered = 0
  for (const [index, { sheet, charts }] of drawn.entries()) {
    const first = numbered + 1
    for (const { xml } of charts) {
      numbered += 1
      put(`xl/charts/chart${numbered}.xml`, xml)
    }
    put(`xl/drawings/drawing${index + 1}.xml`, drawingOf(charts))
    put(
      `xl/drawings/_rels/drawing${index + 1}.xml.rels`,
      relations(charts.map((_, at) => ['chart', `../charts/chart${first + at}.xml`])),
    )
    put(`xl/worksheets/_rels/sheet${sheet}.xml.rels`, relations([['drawing', `../drawings/drawing${index + 1}.xml`]]))
  }
  put('xl/styles.xml', styles)
  put('xl/workbook.xml', workbook(`$A$1:$${letterOf(columns.length - 1)}$${at}`))
  put(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...sheetNames.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
  )
  put('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']]))
  put('[Content_Types].xml', contentTypes(numbered, drawn.length))
  zip.end()
  yield* ready.splice(0)
}

const sheetNames = ['摘要', '明细', '口径说明', checksSheet, receptionsSheet] as const
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const widthOf = ({ type, name }: Column): number =>
  type === 'time' ? 17 : name === 'flags' || name.endsWith('_note') ? 26 : type === 'text' ? 16 : 11

function cellOf(column: Column, row: NamedRow): Row['cells'][number] {
  const value = column.value(row)
  if (value === null || value === '') return undefined
  if (typeof value === 'string') return { value, style: 'plain' }
  return {
    value: column.type === 'time' ? serialOf(value) : rounded(value, column.type),
    style: styleOf(column.type, column.name),
  }
}

const summaryNames = [
  'station_name',
  'mode',
  'in_n',
  'out_n',
  'entry_n',
  'entry_rate',
  'entry_lo',
  'entry_hi',
  'exit_n',
  'exit_rate',
  'exit_lo',
  'exit_hi',
  'delta',
  'delta_lo',
  'delta_hi',
  'delta_days',
  'delta_note',
  'covered_share',
  'flags',
]
const breakdownNames = ['in_n', 'out_n', 'entry_n', 'entry_rate', 'exit_n', 'exit_rate', 'delta']
/** In the order of `visitTypes`. */
const visits = ['散客的钟点', '团队的钟点', '没有分批的钟点']
const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** What stands on the first sheet: the whole period, the charts, and what hours and weekdays are usually like. */
function summaryOf(columns: readonly Column[], source: FiguresSource, lastDetail: number) {
  const named = (names: readonly string[]) =>
    names.map((name) => columns.find((column) => column.name === name)).filter((column) => column !== undefined)
  const rows: Row[] = []
  const head = (cells: readonly string[]) =>
    rows.push({ cells: cells.map((value) => ({ value, style: 'head' })), height: 32 })
  const say = (value: string, style: 'title' | 'note') =>
    rows.push({ cells: [{ value, style }], ...(style === 'title' ? { height: 30 } : {}) })
  const { from, to } = source.asked
  say('微笑滨江 统计', 'title')
  say(`${from} 至 ${to}（北京时间，含首尾）。笑脸率之差，不等于满意度。空着的格子是人太少或不可靠，不是零。`, 'note')
  rows.push({ cells: [] })
  const summary = named(summaryNames)
  head(summary.map(({ header }) => header))
  const stations = source.stations()
  const whole = stations.flatMap((station) => station.whole)
  const firstWhole = rows.length + 1
  for (const row of whole) rows.push({ cells: summary.map((column) => cellOf(column, row)) })
  if (whole.length === 0) say('这段时间没有记录。', 'note')
  const lastWhole = rows.length
  const chartsAt = rows.length + 1
  for (let blank = 0; blank < chartRows + 2; blank += 1) rows.push({ cells: [] })

  const parts = named(breakdownNames)
  const table = (
    title: string,
    list: readonly (NamedRow & { readonly at: number })[],
    word: (at: number) => string,
  ) => {
    say(title, 'title')
    head(['驿站', '方式', title, ...parts.map(({ header }) => header)])
    const begin = rows.length + 1
    for (const row of list)
      rows.push({
        cells: [
          ...[row.name, row.mode, word(row.at)].map((value) => ({ value, style: 'plain' as const })),
          ...parts.map((column) => cellOf(column, row)),
        ],
      })
    rows.push({ cells: [] })
    return begin
  }
  const byHour = stations.flatMap((station) => station.byHour)
  const hoursAt = table('钟点', byHour, (hour) => `${hour} 时`)
  const ofFirst = byHour.filter((row) => row.station === byHour[0]?.station && row.mode === byHour[0]?.mode)
  table(
    '星期',
    stations.flatMap((station) => station.byWeekday),
    (day) => weekdays[day - 1] ?? '',
  )
  table(
    '来客',
    stations.flatMap((station) => station.byVisit),
    (visit) => visits[visit] ?? '',
  )

  const letter = (name: string) => letterOf(columns.findIndex((column) => column.name === name))
  const detail = (name: string) => rangeOf('明细', letter(name), 2, lastDetail)
  const hour = (at: number) => rangeOf('摘要', letterOf(at), hoursAt, hoursAt + ofFirst.length - 1)
  const place = whole[0]?.name ?? ''
  const charts: Chart[] = []
  if (whole.length > 1)
    charts.push({
      at: { column: 0, row: chartsAt, columns: 9, rows: chartRows },
      xml: barChart(
        '各站笑脸率',
        rangeOf('摘要', 'A', firstWhole, lastWhole),
        [
          { name: '进门', ink: 'brick', values: rangeOf('摘要', letterOf(5), firstWhole, lastWhole) },
          { name: '出门', ink: 'river', values: rangeOf('摘要', letterOf(9), firstWhole, lastWhole) },
        ],
        '0%',
      ),
    })
  else if (lastDetail > 2)
    charts.push({
      at: { column: 0, row: chartsAt, columns: 9, rows: chartRows },
      xml: lineChart(`${place} 笑脸率`, detail('period_start'), [
        { name: '进门', ink: 'brick', values: detail('entry_rate') },
        { name: '出门', ink: 'river', values: detail('exit_rate') },
      ]),
    })
  if (ofFirst.length > 0)
    charts.push({
      at: { column: 10, row: chartsAt, columns: 8, rows: chartRows },
      xml: barChart(
        `${place} 一天里的人次`,
        hour(2),
        [
          { name: '进来', ink: 'brick', values: hour(3) },
          { name: '出去', ink: 'river', values: hour(4) },
        ],
        '#,##0',
      ),
    })
  const sheet =
    sheetStart([22, 10, ...summary.slice(2).map(widthOf)], 0) +
    rows.map((row, index) => rowXml(index + 1, row)).join('') +
    sheetEnd({ hasDrawing: charts.length > 0 })
  return { sheet, charts }
}

const chartRows = 17

function explanationOf(columns: readonly Column[], { facts }: FiguresSource): string {
  const told = facts()
  const rows: Row[] = []
  const pair = (title: string, text: string | number) =>
    rows.push({
      cells: [
        { value: title, style: 'strong' },
        { value: text, style: 'wrapped' },
      ],
    })
  const title = (value: string) => rows.push({ cells: [] }, { cells: [{ value, style: 'title' }], height: 30 })
  rows.push({ cells: [{ value: '口径说明', style: 'title' }], height: 30 })
  for (const meaning of meanings) pair(meaning.title, meaning.text)
  title('公布规则')
  for (const rule of rulesInWords(told.thresholds, told.noise?.epsilon)) pair(rule.title, rule.text)
  title('出处')
  for (const [name, value] of provenance(told)) pair(name, value)
  title('各列')
  for (const { name, header, meaning } of columns) pair(`${header} ${name}`, meaning)
  title(`${receptionsSheet}的各列`)
  for (const { name, header, meaning } of receptionColumns.slice(4)) pair(`${header} ${name}`, meaning)
  return sheetStart([34, 96], 0) + rows.map((row, index) => rowXml(index + 1, row)).join('') + sheetEnd({})
}

const relations = (list: ReadonlyArray<readonly [string, string]>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([kind, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${officeRelations}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const workbook = (details: string): string =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${officeRelations}"><sheets>${sheetNames
    .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join(
      '',
    )}</sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">明细!${details}</definedName></definedNames></workbook>`

function contentTypes(charts: number, drawings: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'spreadsheetml.sheet.main')}${sheetNames.map((_, index) => part(`/xl/worksheets/sheet${index + 1}.xml`, 'spreadsheetml.worksheet')).join('')}${part('/xl/styles.xml', 'spreadsheetml.styles')}${Array.from({ length: drawings }, (_, index) => part(`/xl/drawings/drawing${index + 1}.xml`, 'drawing')).join('')}${Array.from({ length: charts }, (_, index) => part(`/xl/charts/chart${index + 1}.xml`, 'drawingml.chart')).join('')}</Types>`
}
