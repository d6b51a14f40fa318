import { spawn } from 'node:child_process'
import { fail, ok } from '@riverside/kit'
import { printStateOf, troubleOf } from '@riverside/postcard'
import { askIpp, type IppAttributes, ippOperation } from './ipp.ts'
import type { JobState, Printer, PrinterState } from './printer.ts'

/** A queue of the system's print service. */
export type CupsQueue = { readonly queue: string; readonly server: { readonly host: string; readonly port: number } }

/** What `lp` is told: our own page size, no scaling, one copy. */
export const lpArguments = ({ queue, server }: CupsQueue, name: string): readonly string[] => [
  '-h',
  `${server.host}:${server.port}`,
  '-d',
  queue,
  '-n',
  '1',
  '-o',
  'media=Custom.148x100mm',
  '-o',
  'print-scaling=none',
  '-t',
  name,
  '-',
]

/**
 * Prints through CUPS: `lp` takes the PDF from standard input, so no file of ours lies about, and what became of the job is
 * asked over IPP. What `lp` says is only that the job was taken. The service itself keeps printed documents for a day unless
 * its cupsd.conf says `PreserveJobFiles No`: on a station it must.
 */
export function cupsPrinter(queue: CupsQueue): Printer {
  const uri = `ipp://${queue.server.host}:${queue.server.port}/printers/${queue.queue}`
  const askPrinter = async (): Promise<IppAttributes | undefined> => {
    const answer = await askIpp(queue.server, `/printers/${queue.queue}`, ippOperation.getPrinterAttributes, [
      ['printer-uri', 'uri', uri],
      [
        'requested-attributes',
        'keyword',
        'printer-state',
        'printer-state-reasons',
        'printer-is-accepting-jobs',
        'queued-job-count',
      ],
    ])
    return answer.status < 0x0100 ? answer.groups.find((group) => group.has('printer-state')) : undefined
  }
  const state = async (): Promise<PrinterState> => {
    try {
      return stateOf(await askPrinter())
    } catch {
      return { state: 'absent' }
    }
  }
  return {
    pretend: false,
    state,
    async print(sheet, name) {
      const now = await state()
      if (now.state === 'trouble' && now.reason === 'paper-out') return fail('paper-out')
      if (now.state === 'trouble' || now.state === 'absent') return fail('printer-away')
      const said = await run('lp', lpArguments(queue, name), sheet)
      const job = said === undefined ? undefined : /request id is \S+-(\d+) /.exec(said)?.[1]
      return job === undefined ? fail('printer-away') : ok({ job })
    },
    job: (job) => jobState(queue, uri, job),
  }
}

function stateOf(printer: IppAttributes | undefined): PrinterState {
  const state = printer?.get('printer-state')?.[0]
  if (printer === undefined || typeof state !== 'number') return { state: 'absent' }
  const reasons = (printer.get('printer-state-reasons') ?? []).filter((reason) => typeof reason === 'string')
  const reason = troubleOf({ state, accepting: printer.get('printer-is-accepting-jobs')?.[0] !== false, reasons })
  if (reason !== undefined) return { state: 'trouble', reason }
  return { state: state === 4 ? 'busy' : 'ready' }
}

/** A job the service cannot be asked about just now is waiting; one it does not know any more is given up. */
async function jobState({ queue, server }: CupsQueue, uri: string, job: string): Promise<JobState> {
  try {
    const answer = await askIpp(server, `/printers/${queue}`, ippOperation.getJobAttributes, [
      ['printer-uri', 'uri', uri],
      ['job-id', 'integer', Number(job)],
      ['requested-attributes', 'keyword', 'job-state', 'job-state-reasons', 'number-of-intervening-jobs'],
    ])
    if (answer.status >= 0x0100) return { state: 'given-up', ahead: 0 }
    const found = answer.groups.find((group) => group.has('job-state'))
    const state = found?.get('job-state')?.[0]
    const ahead = found?.get('number-of-intervening-jobs')?.[0]
    return {
      state: typeof state === 'number' ? printStateOf(state) : 'given-up',
      ahead: typeof ahead === 'number' ? ahead : 0,
    }
  } catch {
    return { state: 'waiting', ahead: 0 }
  }
}

/** What a program said, or `undefined` where it could not be started, failed, or took more than ten seconds. */
function run(program: string, told: readonly string[], input: Uint8Array): Promise<string | undefined> {
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
