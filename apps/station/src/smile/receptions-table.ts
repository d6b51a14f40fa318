import { createHash } from 'node:crypto'
import {
  dayAfter,
  dayStart,
  type Grain,
  type Period,
  type PublishedReceptions,
  publishReceptions,
  type ReceptionFigures,
  type ReceptionNote,
} from '@riverside/smile'
import type { Column } from './columns.ts'
import { csvHeader, csvLines } from './csv.ts'
import { noisyPeople } from './noise.ts'
import type { StationFacts } from './station-facts.ts'

/** The groups that guides led at one station over the days asked for. */
export type StationReceptions = PublishedReceptions & { readonly station: string; readonly name: string }

/** One line of the table: a day, or the whole period where that was asked for. */
export type ReceptionRow = ReceptionFigures & {
  readonly station: string
  readonly name: string
  readonly start: number
  /** The first instant after it. */
  readonly end: number
}

export const receptionNotes: Readonly<Record<ReceptionNote, string>> = {
  'too-few': '按隐私规则不显示',
  'not-counted': '讲解员没有记人数',
}

/** Group receptions as a table of their own: readings and groups are counted by different hands and stand in no row together. */
export const receptionColumns: ReadonlyArray<Column<ReceptionRow>> = [
  { name: 'station_id', header: '驿站编号', type: 'text', meaning: '驿站的编号', value: ({ station }) => station },
  { name: 'station_name', header: '驿站', type: 'text', meaning: '驿站的名字', value: ({ name }) => name },
  { name: 'period_start', header: '起', type: 'time', meaning: '时段开头，含', value: ({ start }) => start },
  { name: 'period_end', header: '止', type: 'time', meaning: '时段末尾，不含', value: ({ end }) => end },
  {
    name: 'groups_n',
    header: '接待批数',
    type: 'count',
    meaning: '讲解员用带团节目接待的团队，按开始的那一天计；自己来、没有讲解员的团队不在内',
    value: ({ groups }) => groups,
  },
  {
    name: 'groups_uncounted',
    header: '没记人数的批数',
    type: 'count',
    meaning: '其中讲解员没有记人数的',
    value: ({ uncounted }) => uncounted,
  },
  {
    name: 'group_people',
    header: '接待人数',
    type: 'count',
    meaning: '讲解员记下的人数之和；同门口的人次不是一种数，不可相减。空格见说明',
    value: ({ people }) => people,
  },
  {
    name: 'group_note',
    header: '说明',
    type: 'text',
    meaning: '不显示人数的缘由',
    value: ({ note }) => (note === null ? '' : receptionNotes[note]),
  },
]

type Asked = Period & { readonly grain: Grain; readonly epsilon?: number | undefined }
type Needs = Pick<StationFacts, 'nameOf'> & Partial<StationFacts>

/** What may be shown of the groups of the days asked for; stations without any are left out. */
export function receptionsFor(asked: Asked, needs: Needs): readonly StationReceptions[] {
  const { epsilon } = asked
  return (needs.groupsOf?.(asked) ?? []).map(({ station, groups }) => {
    const { whole, days, suppressed } = publishReceptions(groups)
    const noised = <Figures extends ReceptionFigures>(figures: Figures, place: string): Figures =>
      epsilon === undefined || figures.people === null
        ? figures
        : { ...figures, people: noisyPeople(figures.people, needs.noiseKey?.() ?? '', epsilon, `${station}\n${place}`) }
    return {
      station,
      name: needs.nameOf(station),
      whole: noised(whole, `${asked.from}\n${asked.to}`),
      days: days.map((day) => noised(day, day.day)),
      suppressed,
    }
  })
}

/** Its lines: days, however fine the figures beside it are, for when on a day a group came is nobody's business. */
export const receptionRows = (
  { from, to, grain }: Asked,
  receptions: readonly StationReceptions[],
): readonly ReceptionRow[] =>
  receptions.flatMap(({ station, name, whole, days }) =>
    grain === 'all'
      ? [{ ...whole, station, name, start: dayStart(from), end: dayStart(dayAfter(to)) }]
      : days.map(({ day, ...figures }) => ({
          ...figures,
          station,
          name,
          start: dayStart(day),
          end: dayStart(dayAfter(day)),
        })),
  )

/** The table as CSV; also what its checksum is of, whatever the format. */
export function receptionsCsv(rows: readonly ReceptionRow[]): string {
  const lineOf = csvLines(receptionColumns)
  return csvHeader(receptionColumns) + rows.map(lineOf).join('')
}

/** What files say of the receptions beside their rows. */
export type ReceptionFacts = {
  readonly stations: ReadonlyArray<ReceptionFigures & { readonly station: string }>
  readonly rows: number
  readonly suppressedCells: number
  readonly dataSha256: string
}

export function receptionFacts(asked: Asked, receptions: readonly StationReceptions[]): ReceptionFacts {
  const rows = receptionRows(asked, receptions)
  return {
    stations: receptions.map(({ station, whole }) => ({ station, ...whole })),
    rows: rows.length,
    suppressedCells: rows.filter(({ note }) => note === 'too-few').length,
    dataSha256: createHash('sha256').update(receptionsCsv(rows)).digest('hex'),
  }
}

/** How many came in groups, in a sentence, as cautious as its figures. */
export function receptionSentence({ groups, uncounted, people, note }: ReceptionFigures): string {
  const some = uncounted === 0 ? '' : `（${uncounted} 批没有记人数）`
  if (note === 'not-counted') return `讲解员接待了 ${groups} 批团队，人数都没有记。`
  if (people === null) return `讲解员接待了 ${groups} 批团队${some}，人数太少，不显示。`
  return `讲解员接待了 ${groups} 批团队${some}，共 ${people.toLocaleString('en-US')} 人。`
}
