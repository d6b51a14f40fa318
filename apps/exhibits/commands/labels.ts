import { fail, ok, type Result } from '@riverside/kit'

export type Label = { readonly file: string; readonly smile: boolean; readonly review: string }

/** Rows of a labels file: comma-separated, a header with at least `file` and `smile` (1 or 0), optionally `review`. */
export function readLabels(text: string): Result<readonly Label[], string> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const header = cells(lines[0] ?? '')
  const missing = ['file', 'smile'].filter((name) => !header.includes(name))
  if (missing.length > 0) {
    return fail(
      `The labels file has no column ${missing.map((name) => `"${name}"`).join(' and ')}; its header is: ${header.join(', ') || '(empty)'}.`,
    )
  }
  if (lines.length === 1) return fail('The labels file has a header and no rows.')
  const labels: Label[] = []
  for (const [index, line] of lines.slice(1).entries()) {
    const row = cells(line)
    const smile = row[header.indexOf('smile')]
    const file = row[header.indexOf('file')] ?? ''
    if (file === '') return fail(`Line ${index + 2} of the labels file names no file.`)
    if (smile !== '0' && smile !== '1')
      return fail(`Line ${index + 2} of the labels file: smile is "${smile ?? ''}", not 1 or 0.`)
    labels.push({ file, smile: smile === '1', review: row[header.indexOf('review')] ?? '' })
  }
  return ok(labels)
}

function cells(line: string): readonly string[] {
  const found = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? []
  return found
    .map((cell) => cell.replace(/,$/, '').trim())
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
}
