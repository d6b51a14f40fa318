import { HelmLines, type HelmNews, helmBaudRate } from '@riverside/contract'
import { SerialPort } from 'serialport'

/** How long after a loss the device is looked for again, in milliseconds. */
const lookAgain = 1_000

/** Reads one serial helm for ever: when it is unplugged it says so, and looks for it every second until it is back. */
export class HelmReader {
  readonly #path: string
  readonly #tell: (news: HelmNews) => void
  #port: SerialPort | undefined
  #again: ReturnType<typeof setTimeout> | undefined
  #isThere: boolean | undefined
  #closed = false

  constructor(path: string, tell: (news: HelmNews) => void) {
    this.#path = path
    this.#tell = tell
  }

  open(): void {
    const port = new SerialPort({ path: this.#path, baudRate: helmBaudRate, autoOpen: false })
    const lines = new HelmLines()
    const isNew = newsOnly()
    this.#port = port
    port.on('open', () => this.#connected())
    port.on('data', (bytes: Buffer) => {
      for (const news of lines.read(bytes.toString('latin1'))) if (isNew(news)) this.#tell(news)
    })
    port.on('error', () => this.#lost(port))
    port.on('close', () => this.#lost(port))
    port.open((failure) => {
      if (failure) this.#lost(port)
    })
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#again)
    if (this.#port?.isOpen) this.#port.close()
  }

  #connected(): void {
    this.#isThere = true
    this.#tell({ type: 'connected', device: this.#path })
  }

  #lost(port: SerialPort): void {
    if (this.#closed || port !== this.#port) return
    this.#port = undefined
    if (port.isOpen) port.close()
    if (this.#isThere !== false) this.#tell({ type: 'lost' })
    this.#isThere = false
    this.#again = setTimeout(() => this.open(), lookAgain)
  }
}

/**
 * Leaves out counts that say nothing new: many encoders report without end. Every step is passed on, also where many arrive at once,
 * for their sum might be more than a hand does between two reports, and would be taken for a counter that began anew.
 */
export function newsOnly(): (news: HelmNews) => boolean {
  let said: number | undefined
  return (news) => {
    if (news.type !== 'turned') return true
    const isNew = news.counts !== said
    said = news.counts
    return isNew
  }
}
