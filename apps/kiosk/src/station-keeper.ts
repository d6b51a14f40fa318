import { type StationFile, StationProcessNews, stopStation } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { app, type UtilityProcess, utilityProcess } from 'electron'
import { backOff, wellAfter } from './back-off.ts'
import { log } from './log.ts'
import { plainWords } from './plain-words.ts'

/** Where the station is spoken to now, and with which key. */
export type StationDoor = { readonly url: string; readonly key: string }

export type StationKeeperNeeds = {
  /** The service's own program. */
  readonly entry: string
  readonly words: readonly string[]
  readonly clock: Clock
  readonly onReady: (file: StationFile) => void
  /** It cannot start, and trying at once again would not help. */
  readonly onRefused: (why: string) => void
}

/** How long an orderly end may take before the process is ended by force, in milliseconds. */
const orderlyEnd = 5_000

/**
 * A service that has grown beyond this begins anew, in megabytes: the picture library of the station loses about a quarter of
 * a megabyte a picture under Electron, whose own GLib answers some of its calls.
 */
const largestService = 700

/** How often its size is looked at, in milliseconds. */
const lookAtSize = 60_000

/** Runs the station service and starts it again whenever it dies. Its data is on disk; nothing is lost with the process. */
export class StationKeeper {
  readonly #needs: StationKeeperNeeds
  #child: UtilityProcess | undefined
  #door: StationDoor | undefined
  #failures = 0
  #stopped = false
  #again: ReturnType<typeof setTimeout> | undefined
  #waiting: Array<(door: StationDoor | undefined) => void> = []

  constructor(needs: StationKeeperNeeds) {
    this.#needs = needs
  }

  start(): void {
    clearTimeout(this.#again)
    const began = this.#needs.clock.elapsed()
    let refused = false
    const child = utilityProcess.fork(this.#needs.entry, [...this.#needs.words], {
      serviceName: 'riverside-station',
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    this.#child = child
    if (child.stderr) plainWords(child.stderr, process.stderr)
    const looking = setInterval(() => this.#renewIfLarge(child), lookAtSize)
    child.on('message', (message: unknown) => {
      const news = StationProcessNews.safeParse(message)
      if (!news.success) return log({ event: 'station-not-understood' })
      if (news.data.type === 'ready') return this.#ready(news.data, began)
      refused = true
      this.#needs.onRefused(news.data.why)
    })
    child.once('exit', (code) => {
      clearInterval(looking)
      this.#ended(code, refused, this.#needs.clock.elapsed() - began)
    })
  }

  /** The station's door, waiting for it while the service starts; undefined if it does not open in time. Milliseconds. */
  door(patience: number): Promise<StationDoor | undefined> {
    if (this.#door || this.#stopped) return Promise.resolve(this.#door)
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(undefined), patience)
      this.#waiting.push((door) => {
        clearTimeout(late)
        resolve(door)
      })
    })
  }

  /** Ends the service in good order. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#again)
    this.#answer(undefined)
    const child = this.#child
    if (!child) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    const force = setTimeout(() => child.kill(), orderlyEnd)
    child.postMessage(stopStation)
    await ended
    clearTimeout(force)
  }

  #renewIfLarge(child: UtilityProcess): void {
    const kilobytes = app.getAppMetrics().find(({ pid }) => pid === child.pid)?.memory.workingSetSize ?? 0
    if (kilobytes < largestService * 1024) return
    log({ event: 'station-renewed', megabytes: Math.round(kilobytes / 1024) })
    child.postMessage(stopStation)
  }

  #ready({ url, key, file }: Extract<StationProcessNews, { type: 'ready' }>, began: number): void {
    this.#door = { url, key }
    log({ event: 'station-up', url, took: Math.round(this.#needs.clock.elapsed() - began) })
    this.#answer(this.#door)
    this.#needs.onReady(file)
  }

  #ended(code: number, refused: boolean, lived: number): void {
    this.#child = undefined
    this.#door = undefined
    if (this.#stopped) return
    this.#failures = lived > wellAfter ? 1 : this.#failures + 1
    const pause = refused ? 30_000 : backOff(this.#failures)
    log({ event: 'station-died', code, lived: Math.round(lived), again: pause })
    this.#again = setTimeout(() => this.start(), pause)
  }

  #answer(door: StationDoor | undefined): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const tell of waiting) tell(door)
  }
}
