import { request } from 'node:http'

/** Values as IPP sends them (RFC 8010): whole numbers and enums as numbers, the text kinds as strings. */
type IppValue = number | boolean | string
export type IppAttributes = ReadonlyMap<string, readonly IppValue[]>
export type IppAnswer = { readonly status: number; readonly groups: readonly IppAttributes[] }

/** The operations the station uses (RFC 8011 §5.4.15). */
export const ippOperation = {
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
} as const

/** Attributes of a question: name, kind, values. */
export type Asked = readonly [
  name: string,
  kind: 'charset' | 'language' | 'uri' | 'keyword' | 'name' | 'integer' | 'boolean',
  ...values: ReadonlyArray<string | number | boolean>,
]

const tags = {
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
} as const
const endOfAttributes = 0x03

/** Asks a print service over HTTP and reads its answer. Throws where nobody answers within `patience` milliseconds. */
export function askIpp(
  server: { readonly host: string; readonly port: number },
  path: string,
  operation: number,
  asked: readonly Asked[],
  patience = 4000,
): Promise<IppAnswer> {
  const body = writeIpp(operation, asked)
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: server.host,
        port: server.port,
        path,
        method: 'POST',
        timeout: patience,
        headers: { 'content-type': 'application/ipp', 'content-length': body.length },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          if (answer.statusCode !== 200) return reject(new Error(`The print service answered ${answer.statusCode}`))
          try {
            resolve(readIpp(Buffer.concat(parts)))
          } catch (failure) {
            reject(failure)
          }
        })
      },
    )
    call.on('timeout', () => call.destroy(new Error('The print service did not answer')))
    call.on('error', reject)
    call.end(body)
  })
}

/** A question of IPP 1.1: operation attributes only. */
export function writeIpp(operation: number, asked: readonly Asked[]): Buffer {
  const parts: Buffer[] = [Buffer.from([1, 1, operation >> 8, operation & 0xff, 0, 0, 0, 1, 0x01])]
  const all: readonly Asked[] = [
    ['attributes-charset', 'charset', 'utf-8'],
    ['attributes-natural-language', 'language', 'en'],
    ...asked,
  ]
  for (const [name, kind, ...values] of all) {
    for (const [at, value] of values.entries()) parts.push(attribute(at === 0 ? name : '', tags[kind], value))
  }
  return Buffer.concat([...parts, Buffer.from([endOfAttributes])])
}

function attribute(name: string, tag: number, value: string | number | boolean): Buffer {
  const named = Buffer.from(name)
  const valued = valueBytes(value)
  const head = Buffer.alloc(3)
  head[0] = tag
  head.writeUInt16BE(named.length, 1)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(valued.length)
  return Buffer.concat([head, named, length, valued])
}

function valueBytes(value: string | number | boolean): Buffer {
  if (typeof value === 'string') return Buffer.from(value)
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0])
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** Reads an answer; throws a RangeError where it is cut short. Collections are stepped over. */
export function readIpp(bytes: Buffer): IppAnswer {
  const status = bytes.readUInt16BE(2)
  const groups: Map<string, IppValue[]>[] = []
  let at = 8
  let name = ''
  while (at < bytes.length) {
    const tag = bytes.readUInt8(at++)
    if (tag === endOfAttributes) break
    if (tag < 0x10) {
      groups.push(new Map())
      continue
    }
    const nameLength = bytes.readUInt16BE(at)
    if (nameLength > 0) name = bytes.toString('utf8', at + 2, at + 2 + nameLength)
    at += 2 + nameLength
    const length = bytes.readUInt16BE(at)
    const value = readValue(tag, bytes.subarray(at + 2, at + 2 + length))
    at += 2 + length
    if (at > bytes.length) throw new RangeError('The answer of the print service is cut short')
    if (value === undefined) continue
    const group = groups.at(-1)
    group?.set(name, [...(group.get(name) ?? []), value])
  }
  return { status, groups }
}

function readValue(tag: number, bytes: Buffer): IppValue | undefined {
  if (tag === 0x21 || tag === 0x23) return bytes.readInt32BE(0)
  if (tag === 0x22) return bytes[0] === 1
  return tag >= 0x41 && tag <= 0x49 ? bytes.toString('utf8') : undefined
}

/** The texts among the values of one attribute. */
export const stringsOf = (found: IppAttributes | undefined, name: string): readonly string[] =>
  (found?.get(name) ?? []).filter((value) => typeof value === 'string')
