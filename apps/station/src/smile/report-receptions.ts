import { receptionNotes, receptionSentence, type StationReceptions } from './receptions-table.ts'
import { reportInks } from './report-letters.ts'
import { count, type Draw, inner, newPage, page } from './report-page.ts'

const rowHeight = 17
/** A day, its groups and their people; two days stand beside each other. */
const widths = [86, 44, 104] as const
const tableWidth = widths[0] + widths[1] + widths[2]

/** The groups that guides led: the whole period in a sentence, then the days, two beside each other. */
export function receptionsPages(draw: Draw, { name, whole, days }: StationReceptions): void {
  const { document, letters } = draw
  const head = `滨江驿站 微笑滨江　${name}`
  let y = letters.set('团队接待', { x: page.margin, y: newPage(draw, head), size: 15, face: 'title', leading: 1.5 })
  y = letters.set(receptionSentence(whole), { x: page.margin, y, size: 12, width: inner, leading: 1.6 })
  y = letters.set(caption, { x: page.margin, y, size: 8.5, ink: 'grey', width: inner, leading: 1.6 }) + 14

  let rest = days
  while (rest.length > 0) {
    const most = Math.floor((page.height - 60 - y) / rowHeight) - 1
    const tall = Math.min(most, Math.ceil(rest.length / 2))
    for (const [at, column] of [rest.slice(0, tall), rest.slice(tall, 2 * tall)].entries()) {
      if (column.length === 0) continue
      const x = page.margin + at * (inner - tableWidth)
      document.rect(x, y - 12, tableWidth, rowHeight).fill(reportInks.river)
      line(x, y, ['日子', '批数', '人数'], 'paper')
      for (const [row, { day, groups, people, note }] of column.entries()) {
        const bottom = y + (row + 1) * rowHeight
        line(x, bottom, [day, count(groups), note === null ? count(people) : receptionNotes[note]], 'ink')
        document
          .moveTo(x, bottom + 5)
          .lineTo(x + tableWidth, bottom + 5)
          .lineWidth(0.4)
          .stroke(reportInks.mist)
      }
    }
    rest = rest.slice(2 * tall)
    if (rest.length > 0) y = newPage(draw, head)
  }

  function line(from: number, at: number, texts: readonly string[], ink: 'ink' | 'paper'): void {
    let x = from
    for (const [column, text] of texts.entries()) {
      const width = widths[column] ?? 0
      const aside = column === 0 ? {} : ({ width: width - 6, align: 'right' } as const)
      letters.set(text, { x: x + 3, y: at, size: 8.5, ink, face: ink === 'paper' ? 'strong' : 'text', ...aside })
      x += width
    }
  }
}

const caption =
  '按团队开始的那一天计；人数是讲解员记下的，同门口的人次不是一种数，不可相减。没有记团队的名字，也没有记任何人的名字。'
