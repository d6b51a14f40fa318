import { spawn } from 'node:child_process'
import { userInfo } from 'node:os'
import { fail, ok, type Result } from '@riverside/kit'
import { cardMedia, type JobState, jobStateOf, type PrintSight, troubleOf } from '@riverside/postcard'
import { type Asked, askIpp, type IppAttributes, ippOperation, stringsOf } from './ipp.ts'
import type { Faces, Printer, PrinterNote, PrinterSight } from './printer.ts'
import { jobAt, printerBehind, troubleWith } from './printer-itself.ts'

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
  ...['-h', hostOf(server), '-U', userInfo().username, '-d', queue, '-n', '1'],
  ...['-o', `media=${media}`, '-o', 'print-scaling=none'],
  ...(faces === 'both'
    ? ['-o', 'sides=two-sided-short-edge']
    : ['-o', 'sides=one-sided', '-o', `page-ranges=${faces === 'front' ? 1 : 2}`]),
  ...['-t', name, '-'],
]

/**
 * Prints through CUPS: `lp` takes the PDF from standard input, so no file of ours lies about, and what became of the job is
 * asked over IPP. What `lp` says is only that the job was taken. The service looks at its printer only while it prints, keeps saying
 * what it saw then, and calls a job completed that its printer aborted; a printer that speaks IPP itself is therefore asked as well, and
 * believed. What the service keeps of a job is deleted as soon as the job is over (`clear`), whatever its cupsd.conf says.
 */
export function cupsPrinter(queue: CupsQueue): Printer {
  const { server } = queue
  const path = `/printers/${queue.queue}`
  const uri = `ipp://${server.host}:${server.port}${path}`
  // Only its owner may know a job's name, and only its owner may cancel it: `lp` hands it over in the same name.
  const ask = (operation: number, ...asked: readonly Asked[]) =>
    askIpp(server, path, operation, [
      ['printer-uri', 'uri', uri],
      ...asked,
      ['requesting-user-name', 'name', userInfo().username],
    ])
  const askQueue = async (...attributes: readonly string[]) => {
    const answer = await ask(ippOperation.getPrinterAttributes, ['requested-attributes', 'keyword', ...attributes])
    return answer.status < refused ? answer.groups.find((group) => group.has('printer-state')) : undefined
  }
  let keepsCards = false

  const look = async (): Promise<PrinterSight> => {
    try {
      const found = await askQueue(...stateAttributes)
      return found === undefined ? absent : await sightOf(found)
    } catch {
      return absent
    }
  }

  /** What a job came to that the service calls completed. */
  const cameTo = async (job: IppAttributes | undefined): Promise<JobState> => {
    const printer = printerBehind(await askQueue('printer-state', 'device-uri'))
    return (printer && (await jobAt(printer, stringsOf(job, 'job-name')[0] ?? ''))) ?? 'printed'
  }

  const jobOf = async (job: string): Promise<PrintSight['job']> => {
    try {
      const answer = await ask(
        ippOperation.getJobAttributes,
        ['job-id', 'integer', Number(job)],
        ['requested-attributes', 'keyword', 'job-name', 'job-state', 'job-state-reasons', 'number-of-intervening-jobs'],
      )
      if (answer.status === notFound) return { seen: 'forgotten' }
      const found = answer.groups.find((group) => group.has('job-state'))
      const state = found?.get('job-state')?.[0]
      if (answer.status >= refused || typeof state !== 'number') return { seen: 'no-answer' }
      const ahead = found?.get('number-of-intervening-jobs')?.[0]
      const said = jobStateOf({ state, reasons: stringsOf(found, 'job-state-reasons') })
      return {
        seen: 'job',
        state: said === 'printed' ? await cameTo(found) : said,
        ahead: typeof ahead === 'number' ? ahead : 0,
      }
    } catch {
      return { seen: 'no-answer' }
    }
  }

  return {
    pretend: false,
    look,
    async print(sheet, { name, faces, despiteTrouble }) {
      const { printer } = await look()
      if (printer.state === 'absent') return fail('printer-away')
      if (printer.state === 'trouble' && !despiteTrouble)
        return fail(printer.reason === 'paper-out' ? 'paper-out' : 'printer-away')
      const media = await askQueue('media-supported', 'printer-state').then(mediaOf, () => undefined)
      if (media === undefined) return fail('printer-away')
      const said = await run('lp', lpArguments(queue, name, { media, faces }), sheet)
      const job = said === undefined ? undefined : /request id is \S+-(\d+) /.exec(said)?.[1]
      return job === undefined ? fail('unclear') : ok({ job })
    },
    job: jobOf,
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
    // A job is cancelled first, which its printer hears of, and deleted when it is over: deleting it at once would end the service's own
    // part of it only, and the printer would go on. One that was still being stopped can come back into the service's books: it is gone
    // when the next look finds nothing.
    async clear(job) {
      const seen = await jobOf(job)
      if (seen.seen !== 'job') return seen.seen === 'forgotten'
      const isOver = seen.state === 'printed' || seen.state === 'given-up'
      try {
        const answer = await ask(
          ippOperation.cancelJob,
          ['job-id', 'integer', Number(job)],
          ['purge-job', 'boolean', isOver],
        )
        if (isOver) keepsCards = answer.status >= refused && answer.status !== notFound
      } catch {
        // Asked again at the next look.
      }
      return false
    },
    // Only whoever may manage printers is obeyed: on Debian the members of `lpadmin`, known by the service's own socket.
    resume: async () =>
      (await run('cupsenable', isOwnService(server) ? [queue.queue] : ['-h', hostOf(server), queue.queue])) !==
      undefined,
    async notes() {
      const found = await askQueue(...noteAttributes).catch(() => undefined)
      if (found === undefined) return []
      const notes: readonly (PrinterNote | false)[] = [
        mediaOf(found) === undefined && 'no-card-size',
        !stringsOf(found, 'sides-supported').includes('two-sided-short-edge') && 'no-two-sides',
        keepsCards && 'keeps-cards',
        printerBehind(found) === undefined && 'blind-when-idle',
        // A job that failed half-way would come out a second time.
        stringsOf(found, 'printer-error-policy').some((policy) => policy.startsWith('retry')) && 'prints-again',
      ]
      return notes.filter((note) => note !== false)
    },
  }
}

const stateAttributes = ['printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs', 'device-uri'] as const

const noteAttributes = [
  'printer-state',
  'media-supported',
  'sides-supported',
  'device-uri',
  'printer-error-policy',
] as const

const absent: PrinterSight = { printer: { state: 'absent' }, isStopped: false }

/** What the printer says of itself counts before what its queue remembers; whether the queue moves only the queue knows. */
async function sightOf(queue: IppAttributes): Promise<PrinterSight> {
  const state = queue.get('printer-state')?.[0]
  if (typeof state !== 'number') return absent
  const accepting = queue.get('printer-is-accepting-jobs')?.[0] !== false
  const reasons = stringsOf(queue, 'printer-state-reasons')
  const isStopped = state === 5 || !accepting
  const printer = printerBehind(queue)
  const reason =
    printer === undefined
      ? troubleOf({ state, accepting, reasons })
      : ((await troubleWith(printer)) ?? (isStopped ? 'paused' : undefined))
  if (reason !== undefined) return { printer: { state: 'trouble', reason }, isStopped }
  return { printer: { state: state === 4 ? 'busy' : 'ready' }, isStopped }
}

const hostOf = ({ host, port }: CupsQueue['server']): string => `${host}:${port}`
const isOwnService = ({ host, port }: CupsQueue['server']): boolean => host === '127.0.0.1' && port === 631

const mediaOf = (found: IppAttributes | undefined): string | undefined => cardMedia(stringsOf(found, 'media-supported'))

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
