import type { Compare, Comparison } from '@riverside/contract'
import { comparedCaption, comparedLines, comparisonWarnings, sideNames, verdictSentence } from '@riverside/smile'

/** A comparison in plain text, for a terminal: the sentence, what to know before believing it, the table. */
export function comparisonTable({ comparisons }: Compare): string {
  if (comparisons.length === 0) return '两边没有同一种读数方式的记录，比不出来。'
  return comparisons.map(tableOf).join('\n\n')
}

const columns = ['name', 'a', 'b', 'difference', 'says'] as const

function tableOf(comparison: Comparison): string {
  const [a, b] = sideNames('zh', comparison)
  const head = { name: modeNames[comparison.mode], a, b, difference: '相差，百分点（95 % 区间）', says: '' }
  const lines = [head, ...comparedLines('zh', comparison)]
  const widths = columns.map((column) => Math.max(...lines.map((line) => widthOf(line[column]))))
  const table = lines.map((line) =>
    columns
      .map((column, at) => line[column] + ' '.repeat((widths[at] ?? 0) - widthOf(line[column])))
      .join('  ')
      .trimEnd(),
  )
  return [
    verdictSentence('zh', comparison),
    ...comparisonWarnings('zh', comparison),
    '',
    ...table,
    '',
    comparedCaption.zh,
  ].join('\n')
}

const modeNames: Readonly<Record<Comparison['mode'], string>> = {
  'opt-in': '客人自己按',
  ambient: '门口常开',
  off: '关',
}

/** Places in a terminal: Han and full-width signs take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, sign) => width + (/[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(sign) ? 2 : 1),
    0,
  )
