import type { PackFault } from './fault.ts'

const han = '\\p{Script=Han}'
const betweenHan = new RegExp(`(?<=[${han}])[,;:!?()](?=[${han}])`, 'u')
const markup = /<\/?[a-z!][^>]*>|&(?:#\d+|[a-z]+);|javascript:/i

/** What the house does not print, wherever in the texts it stands: half-width marks between Han characters, and markup. */
export function wordFaults(file: string, value: unknown, where: readonly string[] = []): readonly PackFault[] {
  if (typeof value === 'string') return textFaults(file, where.join('.'), value)
  if (Array.isArray(value)) return value.flatMap((each, at) => wordFaults(file, each, [...where, String(at)]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => wordFaults(file, each, [...where, name]))
}

function textFaults(file: string, where: string, text: string): readonly PackFault[] {
  const faults: PackFault[] = []
  const mark = betweenHan.exec(text)
  const near = mark ? text.slice(Math.max(0, mark.index - 4), mark.index + 5) : ''
  if (mark)
    faults.push({
      file,
      where,
      what: {
        zh: `汉字之间夹着半角的“${mark[0]}”，在“${near}”附近`,
        en: `a half-width “${mark[0]}” stands between Chinese characters, near “${near}”`,
      },
      remedy: { zh: '改成全角标点。', en: 'Write the full-width mark.' },
    })
  const tag = markup.exec(text)
  if (tag)
    faults.push({
      file,
      where,
      what: {
        zh: `“${tag[0]}”是标记代码，文字会原样显示`,
        en: `“${tag[0]}” is markup, and texts are shown as they stand`,
      },
      remedy: { zh: '只写文字。', en: 'Write plain words.' },
    })
  return faults
}
