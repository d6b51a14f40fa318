import { readFile } from 'node:fs/promises'
import { StationFile } from '@riverside/contract'
import { fail, ok, type Result } from '@riverside/kit'
import { findNodeAtLocation, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser'

/** One thing wrong with a station file. */
type StationFileFault = { readonly line: number; readonly what: string; readonly remedy: string }
export type StationFileProblem = { readonly path: string; readonly faults: readonly StationFileFault[] }

/** Reads the file of a station: JSON in which `//` comments and a last comma are allowed. Every fault names its line and remedy. */
export async function readStationFile(path: string): Promise<Result<StationFile, StationFileProblem>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return fail({
      path,
      faults: [
        {
          line: 0,
          what: 'the file is not there or cannot be read',
          remedy: 'Name a file of kiosk-config/ with --config.',
        },
      ],
    })
  }
  return parseStationFile(path, text)
}

export function parseStationFile(path: string, text: string): Result<StationFile, StationFileProblem> {
  const errors: ParseError[] = []
  const options = { allowTrailingComma: true, disallowComments: false }
  const value: unknown = parse(text, errors, options)
  if (errors.length > 0)
    return fail({
      path,
      faults: errors.slice(0, 3).map((error) => ({
        line: lineOf(text, error.offset),
        what: `this is not JSON here (${printParseErrorCode(error.error)})`,
        remedy: 'Look for a missing comma, quotation mark or bracket at this place or just before it.',
      })),
    })
  const file = StationFile.safeParse(value)
  if (file.success) return ok(file.data)
  const tree = parseTree(text, [], options)
  const lineAt = (where: readonly PropertyKey[]): number => {
    for (let depth = where.length; depth >= 0; depth -= 1) {
      const node =
        tree &&
        findNodeAtLocation(
          tree,
          where.slice(0, depth).map((step) => (typeof step === 'number' ? step : String(step))),
        )
      if (node) return lineOf(text, (node.parent?.type === 'property' ? node.parent : node).offset)
    }
    return 1
  }
  return fail({
    path,
    faults: file.error.issues.flatMap((issue): StationFileFault[] => {
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => ({
          line: lineAt([...issue.path, key]),
          what: `“${[...issue.path, key].join('.')}” is no setting of a station`,
          remedy: 'Remove it, or mend its spelling.',
        }))
      return [
        {
          line: lineAt(issue.path),
          what: `${issue.path.join('.') || 'the file'}: ${issue.message}`,
          remedy: remedyOf(issue),
        },
      ]
    }),
  })
}

function remedyOf(issue: {
  code: string
  values?: readonly unknown[]
  minimum?: unknown
  maximum?: unknown
  expected?: unknown
}): string {
  if (issue.code === 'invalid_value' && issue.values) return `Choose one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'too_small') return `Give at least ${issue.minimum}.`
  if (issue.code === 'too_big') return `Give at most ${issue.maximum}.`
  if (issue.code === 'invalid_type') return `Write a value of the kind “${issue.expected}”.`
  return 'Mend the value; kiosk-config/README.md explains every setting.'
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

export const sayStationFileProblem = ({ path, faults }: StationFileProblem): string =>
  [
    `驿站的设置文件有 ${faults.length} 处要改 / The station file needs mending: ${path}`,
    ...faults.map((fault) => `  ${fault.line > 0 ? `line ${fault.line}: ` : ''}${fault.what}\n    ${fault.remedy}`),
  ].join('\n')
