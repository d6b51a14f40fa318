import { dayStart } from '@riverside/smile'
import { receptionColumns, receptionNotes, receptionSentence, type StationReceptions } from './receptions-table.ts'
import { type Row, rowXml, serialOf, sheetEnd, sheetStart } from './workbook-sheet.ts'

export const receptionsSheet = '团队接待'

/** The groups that guides led, by the day; for each station a sentence on the whole period first. */
export function receptionsOf(receptions: readonly StationReceptions[]): string {
  const rows: Row[] = [{ cells: [{ value: receptionsSheet, style: 'title' }], height: 30 }]
  const note = (value: string) => rows.push({ cells: [{ value, style: 'note' }] })
  note('讲解员用带团节目接待的团队，按开始的那一天计；人数是讲解员记下的，同门口的人次不是一种数，不可相减。')
  note('没有记团队的名字，也没有记任何人的名字。空着的格子是人太少或没有记，不是零。')
  rows.push({ cells: [] })
  if (receptions.length === 0) note('这段时间没有记下团队接待。')
  for (const { name, whole } of receptions) note(`${name}：${receptionSentence(whole)}`)
  if (receptions.length > 0) {
    rows.push({ cells: [] })
    const header = (name: string) => receptionColumns.find((column) => column.name === name)?.header ?? ''
    const names = [header('station_name'), '日子', ...receptionColumns.slice(4).map((column) => column.header)]
    rows.push({ cells: names.map((value) => ({ value, style: 'head' })), height: 32 })
  }
  for (const { name, days } of receptions)
    for (const { day, groups, uncounted, people, note } of days)
      rows.push({
        cells: [
          { value: name, style: 'plain' },
          { value: serialOf(dayStart(day)), style: 'day' },
          { value: groups, style: 'count' },
          { value: uncounted, style: 'count' },
          people === null ? undefined : { value: people, style: 'count' },
          note === null ? undefined : { value: receptionNotes[note], style: 'plain' },
        ],
      })
  return sheetStart([22, 14, 11, 15, 11, 24], 0) + rows.map((row, at) => rowXml(at + 1, row)).join('') + sheetEnd({})
}
