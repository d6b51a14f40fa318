import { type JobState, type PrinterTrouble, printStateOf, troubleOf } from '@riverside/postcard'
import { askIpp, type IppAttributes, ippOperation, stringsOf } from './ipp.ts'

/** A printer that speaks IPP in the clear: network printers and, through `ipp-usb`, most USB ones. */
export type PrinterItself = {
  readonly host: string
  readonly port: number
  readonly path: string
  readonly uri: string
}

/** @param queue attributes of a queue, its `device-uri` among them; `undefined` for devices that cannot be asked */
export function printerBehind(queue: IppAttributes | undefined): PrinterItself | undefined {
  const [uri] = stringsOf(queue, 'device-uri')
  if (uri === undefined || !uri.startsWith('ipp://')) return undefined
  const { hostname, port, pathname } = new URL(uri)
  return { host: hostname, port: Number(port || 631), path: pathname, uri }
}

/** What stands in its way, as it says itself; a printer that does not answer is offline. */
export async function troubleWith(printer: PrinterItself): Promise<PrinterTrouble | undefined> {
  try {
    const answer = await askIpp(printer, printer.path, ippOperation.getPrinterAttributes, [
      ['printer-uri', 'uri', printer.uri],
      ['requested-attributes', 'keyword', 'printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs'],
    ])
    const found = answer.groups.find((group) => group.has('printer-state'))
    const state = found?.get('printer-state')?.[0]
    if (found === undefined || typeof state !== 'number') return undefined
    const accepting = found.get('printer-is-accepting-jobs')?.[0] !== false
    return troubleOf({ state, accepting, reasons: stringsOf(found, 'printer-state-reasons') })
  } catch {
    return 'offline'
  }
}

/**
 * How far the printer itself is with the job of that name: a print service calls a job completed, too, that its printer aborted or has
 * yet to print. `undefined` where the printer remembers nothing of it or cannot be asked.
 */
export async function jobAt(printer: PrinterItself, name: string): Promise<JobState | undefined> {
  const statesOf = async (which: 'completed' | 'not-completed') => {
    const answer = await askIpp(printer, printer.path, ippOperation.getJobs, [
      ['printer-uri', 'uri', printer.uri],
      ['which-jobs', 'keyword', which],
      ['requested-attributes', 'keyword', 'job-id', 'job-name', 'job-state'],
    ])
    return answer.groups
      .filter((group) => group.get('job-name')?.[0] === name)
      .flatMap((group) => group.get('job-state') ?? [])
      .filter((state) => typeof state === 'number')
      .map(printStateOf)
  }
  try {
    // In this order, lest a job that ends in between be in neither list.
    const states = [...(await statesOf('not-completed')), ...(await statesOf('completed'))]
    return states.find((state) => state === 'printed') ?? states[0]
  } catch {
    return undefined
  }
}
