import { spawn } from 'node:child_process'
import { userInfo } from 'node:os'
import { fail, ok, type Result } from '@riverside/kit'
import { cardMedia, printStateOf, troubleOf } from '@riverside/postcard'
import { type Asked, askIpp, type IppAttributes, ippOperation } from './ipp.ts'
import type { Faces, Printer, PrinterNote, PrinterState } from './printer.ts'

/** A queue of the system's print service. */
export type CupsQueue = { readonly queue: string; readonly server: { readonly host: string; readonly port: number } }

/** The status codes of RFC 8011 §4.1.4 from here on are refusals; this one says that there is no such thing. */
const refused = 0x0100
const notFound = 0x0406

/** What `lp` is told: the card's own size, no scaling, one copy, and a page that is turned about the card's short edge. */
export const lpArguments = (
  { queue, server }: CupsQueue,
  name: string,
  { media, faces }: { readonly media: string; readonly faces: Faces } = { media: 'Custom.148x100mm', faces: 'both' },
): readonly string[] => [
  ...['-h', `${server.host}:${server.port}`, '-d', queue, '-n', '1'],
  ...['-o', `media=${media}`, '-o', 'print-scaling=none'],
  ...(faces === 'both'
    ? ['-o', 'sides=two-sided-short-edge']
    : ['-o', 'sides=one-sided', '-o', `page-ranges=${faces === 'front' ? 1 : 2}`]),
  ...['-t', name, '-'],
]

/**
 * Prints through CUPS: `lp` takes the PDF from standard input, so no file of ours lies about, and what became of the job is
 * asked over IPP. What `lp` says is only that the job was taken. The service looks at its printer only while it prints; a printer that
 * speaks IPP itself is therefore asked as well, so that its paper is known before anybody writes. What the service keeps of a job is
 * deleted as soon as the job is over (`clear`), whatever its cupsd.conf says.
 */
export function cupsPrinter(queue: CupsQueue): Printer {
  const { server } = queue
  const path = `/printers/${queue.queue}`
  const uri = `ipp://${server.host}:${server.port}${path}`
  const ask = (operation: number, ...asked: readonly Asked[]) =>
    askIpp(server, path, operation, [['printer-uri', 'uri', uri], ...asked])
  const askQueue = async (...attributes: readonly string[]) => {
    const answer = await ask(ippOperation.getPrinterAttributes, ['requested-attributes', 'keyword', ...attributes])
    return answer.status < refused ? answer.groups.find((group) => group.has('printer-state')) : undefined
  }
  let keepsCards = false

  const state = async (): Promise<PrinterState> => {
    try {
      const found = await askQueue(...stateAttributes, 'device-uri')
      const said = stateOf(found)
      if (said.state === 'absent' || (said.state === 'trouble' && said.reason !== 'paused' && said.reason !== 'other'))
        return said
      // A device may know better why its queue stands still.
      const device = deviceOf(found)
      const further = device === undefined ? said : await deviceState(device)
      return further.state === 'trouble' ? further : said
    } catch {
      return { state: 'absent' }
    }
  }

  return {
    pretend: false,
    state,
    async print(sheet, name, faces) {
      const now = await state()
      if (now.state === 'trouble' && now.reason === 'paper-out') return fail('paper-out')
      if (now.state === 'trouble' || now.state === 'absent') return fail('printer-away')
      const media = await askQueue('media-supported', 'printer-state').then(mediaOf, () => undefined)
      if (media === undefined) return fail('printer-away')
      const said = await run('lp', lpArguments(queue, name, { media, faces }), sheet)
      const job = said === undefined ? undefined : /request id is \S+-(\d+) /.exec(said)?.[1]
      return job === undefined ? fail('unclear') : ok({ job })
    },
    async job(job) {
      try {
        const answer = await ask(
          ippOperation.getJobAttributes,
          ['job-id', 'integer', Number(job)],
          ['requested-attributes', 'keyword', 'job-state', 'job-state-reasons', 'number-of-intervening-jobs'],
        )
        if (answer.status === notFound) return { seen: 'forgotten' }
        const found = answer.groups.find((group) => group.has('job-state'))
        const state = found?.get('job-state')?.[0]
        if (answer.status >= refused || typeof state !== 'number') return { seen: 'no-answer' }
        const ahead = found?.get('number-of-intervening-jobs')?.[0]
        // RFC 8011 §5.3.8: a job may be completed and yet not be right.
        const failed = found?.get('job-state-reasons')?.includes('job-completed-with-errors') === true
        return {
          seen: 'job',
          state: failed ? 'given-up' : printStateOf(state),
          ahead: typeof ahead === 'number' ? ahead : 0,
        }
      } catch {
        return { seen: 'no-answer' }
      }
    },
    async find(name): Promise<Result<string | undefined, 'no-answer'>> {
      try {
        const answer = await ask(
          ippOperation.getJobs,
          ['which-jobs', 'keyword', 'all'],
          ['requested-attributes', 'keyword', 'job-id', 'job-name'],
        )
        if (answer.status >= refused) return fail('no-answer')
        const found = answer.groups.filter((group) => group.get('job-name')?.[0] === name).at(-1)
        return ok(found?.get('job-id')?.[0]?.toString())
      } catch {
        return fail('no-answer')
      }
    },
    async clear(job) {
      try {
        const answer = await ask(
          ippOperation.cancelJob,
          ['job-id', 'integer', Number(job)],
          ['requesting-user-name', 'name', userInfo().username],
          ['purge-job', 'boolean', true],
        )
        const isGone = answer.status < refused || answer.status === notFound
        keepsCards = !isGone
        return isGone
      } catch {
        return false
      }
    },
    // Only whoever may manage printers is obeyed: on Debian the members of `lpadmin`, known by the service's own socket.
    resume: async () =>
      (await run('cupsenable', isOwnService(server) ? [queue.queue] : ['-h', hostOf(server), queue.queue])) !==
      undefined,
    async notes() {
      const found = await askQueue('printer-state', 'media-supported', 'sides-supported', 'device-uri').catch(
        () => undefined,
      )
      if (found === undefined) return []
      const notes: readonly (PrinterNote | false)[] = [
        mediaOf(found) === undefined && 'no-card-size',
        !stringsOf(found, 'sides-supported').includes('two-sided-short-edge') && 'no-two-sides',
        keepsCards && 'keeps-cards',
        deviceOf(found) === undefined && 'blind-when-idle',
      ]
      return notes.filter((note) => note !== false)
    },
  }
}

const stateAttributes = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'] as const

const hostOf = ({ host, port }: CupsQueue['server']): string => `${host}:${port}`
const isOwnService = ({ host, port }: CupsQueue['server']): boolean => host === '127.0.0.1' && port === 631

const stringsOf = (found: IppAttributes | undefined, name: string): readonly string[] =>
  (found?.get(name) ?? []).filter((value) => typeof value === 'string')

const mediaOf = (found: IppAttributes | undefined): string | undefined => cardMedia(stringsOf(found, 'media-supported'))

function stateOf(printer: IppAttributes | undefined): PrinterState {
  const state = printer?.get('printer-state')?.[0]
  if (printer === undefined || typeof state !== 'number') return { state: 'absent' }
  const reason = troubleOf({
    state,
    accepting: printer.get('printer-is-accepting-jobs')?.[0] !== false,
    reasons: stringsOf(printer, 'printer-state-reasons'),
  })
  if (reason !== undefined) return { state: 'trouble', reason }
  return { state: state === 4 ? 'busy' : 'ready' }
}

type Device = { readonly host: string; readonly port: number; readonly path: string; readonly uri: string }

/** The printer itself, where it speaks IPP in the clear: network printers and, through `ipp-usb`, most USB ones. */
function deviceOf(queue: IppAttributes | undefined): Device | undefined {
  const [said] = stringsOf(queue, 'device-uri')
  if (said === undefined || !said.startsWith('ipp://')) return undefined
  const { hostname, port, pathname } = new URL(said)
  return { host: hostname, port: Number(port || 631), path: pathname, uri: said }
}

/** A device that does not answer is offline, which its queue finds out only when it has something to print. */
async function deviceState({ host, port, path, uri }: Device): Promise<PrinterState> {
  try {
    const answer = await askIpp({ host, port }, path, ippOperation.getPrinterAttributes, [
      ['printer-uri', 'uri', uri],
      ['requested-attributes', 'keyword', ...stateAttributes],
    ])
    if (answer.status >= refused) return { state: 'ready' }
    return stateOf(answer.groups.find((group) => group.has('printer-state')))
  } catch {
    return { state: 'trouble', reason: 'offline' }
  }
}

/** What a program said, or `undefined` where it could not be started, failed, or took more than ten seconds. */
function run(
  program: string,
  told: readonly string[],
  input: Uint8Array = new Uint8Array(),
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, told, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: 10_000,
      env: { ...process.env, LC_ALL: 'C' },
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.on('error', () => resolve(undefined))
    child.on('close', (code) => resolve(code === 0 ? said : undefined))
    child.stdin.on('error', () => resolve(undefined))
    child.stdin.end(input)
  })
}
