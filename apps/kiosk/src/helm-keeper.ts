import { HelmNews } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { type UtilityProcess, utilityProcess } from 'electron'
import { backOff, wellAfter } from './back-off.ts'
import { log } from './log.ts'

export type HelmKeeperNeeds = {
  /** The program that reads the device. */
  readonly entry: string
  readonly device: string
  readonly clock: Clock
  readonly onNews: (news: HelmNews) => void
}

/** Runs the process that reads the serial helm, and starts it again whenever it dies. */
export class HelmKeeper {
  readonly #needs: HelmKeeperNeeds
  #child: UtilityProcess | undefined
  #failures = 0
  #stopped = false
  #again: ReturnType<typeof setTimeout> | undefined
  #state: HelmNews = { type: 'lost' }

  constructor(needs: HelmKeeperNeeds) {
    this.#needs = needs
  }

  /** Whether there is a helm, as a page must learn it that was not there when it came. */
  get state(): HelmNews {
    return this.#state
  }

  start(): void {
    const began = this.#needs.clock.elapsed()
    const child = utilityProcess.fork(this.#needs.entry, [this.#needs.device], {
      serviceName: 'riverside-helm',
      stdio: 'inherit',
    })
    this.#child = child
    child.on('message', (message: unknown) => {
      const news = HelmNews.safeParse(message)
      if (news.success) this.#hear(news.data)
    })
    child.once('exit', (code) => this.#ended(code, this.#needs.clock.elapsed() - began))
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#again)
    this.#child?.kill()
  }

  #hear(news: HelmNews): void {
    if (news.type === 'connected' || news.type === 'lost') {
      this.#state = news
      log({ event: `helm-${news.type}`, device: this.#needs.device })
    }
    this.#needs.onNews(news)
  }

  #ended(code: number, lived: number): void {
    this.#child = undefined
    if (this.#stopped) return
    this.#hear({ type: 'lost' })
    this.#failures = lived > wellAfter ? 1 : this.#failures + 1
    const pause = backOff(this.#failures)
    log({ event: 'helm-process-died', code, again: pause })
    this.#again = setTimeout(() => this.start(), pause)
  }
}
