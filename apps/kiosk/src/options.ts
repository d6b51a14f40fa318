import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '@riverside/kit'

/** What the person or service that starts the shell may choose. */
export type ShellOptions = {
  /** Handed on to the station service, which reads and checks them. */
  readonly config: string | undefined
  readonly data: string | undefined
  readonly port: string | undefined
  /** Begins without 3D. */
  readonly safe: boolean
  /** The rest exists only while the program is not packaged, for development and tests. */
  readonly developer: boolean
  /** A film (.mjpeg) that stands in for the camera. */
  readonly pretendCamera: string | undefined
  /** Another folder of pages, and another entry of the station service. */
  readonly pages: string | undefined
  readonly station: string | undefined
}

const ours = { config: 'string', data: 'string', port: 'string', safe: 'boolean' } as const
const unpackagedOnly = { developer: 'boolean', 'pretend-camera': 'string', pages: 'string', station: 'string' } as const

/** Switches of Chromium that a kiosk may need to show a picture at all, and that open nothing. */
const harmless = [
  'no-sandbox',
  'ozone-platform',
  'ozone-platform-hint',
  'disable-gpu',
  'force-device-scale-factor',
  'lang',
  'use-angle',
  'enable-unsafe-swiftshader',
]

/**
 * Reads the command line after the program's name. A packaged program refuses every switch it does not know, and so
 * `--inspect`, `--remote-debugging-port` and all that would open it from outside.
 */
export function readOptions(
  words: readonly string[],
  { packaged }: { packaged: boolean },
): Result<ShellOptions, string> {
  const known = packaged ? ours : { ...ours, ...unpackagedOnly }
  const { values, tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const switches = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []))
  const stranger = packaged ? switches.find((name) => !(name in ours || harmless.includes(name))) : undefined
  if (stranger !== undefined)
    return fail(`--${stranger}: 这个程序不接受这个选项。 / this program does not take this switch.`)
  const empty = Object.entries(known).find(([name, type]) => type === 'string' && values[name] === true)
  if (empty) return fail(`--${empty[0]}: 后面缺一个值。 / a value is missing after it.`)
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  const path = (name: string) => (text(name) === undefined ? undefined : resolve(text(name) ?? ''))
  return ok({
    config: path('config'),
    data: path('data'),
    port: text('port'),
    safe: values.safe === true,
    developer: values.developer === true,
    pretendCamera: path('pretend-camera'),
    pages: path('pages'),
    station: path('station'),
  })
}

/** The part of the command line that the station service reads. */
export const stationWords = ({ config, data, port }: ShellOptions): readonly string[] => [
  ...(config === undefined ? [] : ['--config', config]),
  ...(data === undefined ? [] : ['--data', data]),
  ...(port === undefined ? [] : ['--port', port]),
]
