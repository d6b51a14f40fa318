import { randomUUID } from 'node:crypto'
import type { Print, StationEvent } from '@riverside/contract'
import { type Clock, fail, Lifetime, ok, type Result } from '@riverside/kit'
import { isOver, type PrintState } from '@riverside/postcard'
import type { Printer, PrinterState } from './printer.ts'

/** Sheets an hour, and how often the printer is looked at: milliseconds, resting and while a job is under way. */
export type PrintRules = { readonly sheetsAnHour: number; readonly lookEvery: number; readonly lookEveryBusy: number }
const printRules: PrintRules = { sheetsAnHour: 60, lookEvery: 5000, lookEveryBusy: 500 }

type Job = {
  readonly once: string
  readonly ticket: string
  readonly job: string
  readonly since: number
  state: PrintState
  ahead: number
}

/**
 * The one place that hands sheets to the printer: it follows each job to its end, tells the screens what changes, keeps the
 * hourly budget, and answers the same request with the same ticket, so that no card is printed twice.
 */
export class PrintDesk implements Disposable {
  readonly #printer: Printer
  readonly #clock: Clock
  readonly #announce: (event: StationEvent) => void
  readonly #rules: PrintRules
  readonly #jobs = new Map<string, Job>()
  readonly #underWay = new Map<string, Promise<Result<Print, PrintRefusal>>>()
  readonly #life = new Lifetime()
  #state: PrinterState = { state: 'absent' }
  #told = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #over = false

  constructor(printer: Printer, clock: Clock, announce: (event: StationEvent) => void, rules: PrintRules = printRules) {
    this.#printer = printer
    this.#clock = clock
    this.#announce = announce
    this.#rules = rules
    this.#life.onEnd(() => {
      this.#over = true
      clearTimeout(this.#timer)
    })
    void this.#round()
  }

  /** As it was seen last; at most `lookEvery` old. */
  get state(): PrinterState {
    return this.#state
  }

  /** Looks at the printer now. */
  async look(): Promise<PrinterState> {
    this.#state = await this.#printer.state()
    const printer = this.#state
    const told = JSON.stringify(printer)
    if (told !== this.#told && !this.#over) {
      this.#told = told
      this.#announce({ type: 'printer-changed', printer })
    }
    return printer
  }

  /** Prints what `draw` draws, once for each `once`, however often and however fast it is asked. */
  print(once: string, draw: () => Promise<Uint8Array>): Promise<Result<Print, PrintRefusal>> {
    const already = [...this.#jobs.values()].find((job) => job.once === once)
    if (already !== undefined) return Promise.resolve(ok(this.#printOf(already)))
    const underWay = this.#underWay.get(once)
    if (underWay !== undefined) return underWay
    const begun = this.#begin(once, draw).finally(() => this.#underWay.delete(once))
    this.#underWay.set(once, begun)
    return begun
  }

  read(ticket: string): Print | undefined {
    const job = this.#jobs.get(ticket)
    return job === undefined ? undefined : this.#printOf(job)
  }

  [Symbol.dispose](): void {
    this.#life[Symbol.dispose]()
  }

  async #begin(once: string, draw: () => Promise<Uint8Array>): Promise<Result<Print, PrintRefusal>> {
    this.#forgetOld()
    if (this.#jobs.size + this.#underWay.size >= this.#rules.sheetsAnHour) return fail('paper-budget-spent')
    const ticket = randomUUID().slice(0, 8)
    const sent = await this.#printer.print(await draw(), `riverside ${ticket}`)
    if (!sent.ok) {
      await this.look()
      return sent
    }
    const job: Job = { once, ticket, job: sent.value.job, since: this.#clock.elapsed(), state: 'sent', ahead: 0 }
    this.#jobs.set(ticket, job)
    this.#wait()
    return ok(this.#printOf(job))
  }

  /** Only ended jobs of more than an hour ago are forgotten: the others are the hour's budget. */
  #forgetOld(): void {
    const anHourAgo = this.#clock.elapsed() - 3_600_000
    for (const [ticket, job] of this.#jobs) if (job.since < anHourAgo && isOver(job.state)) this.#jobs.delete(ticket)
  }

  #printOf(job: Job): Print {
    const trouble = this.#state.state === 'trouble' && !isOver(job.state) ? { trouble: this.#state.reason } : {}
    return { ticket: job.ticket, state: job.state, ahead: job.ahead, pretend: this.#printer.pretend, ...trouble }
  }

  #wait(): void {
    clearTimeout(this.#timer)
    if (this.#over) return
    const busy = [...this.#jobs.values()].some((job) => !isOver(job.state))
    this.#timer = setTimeout(() => void this.#round(), busy ? this.#rules.lookEveryBusy : this.#rules.lookEvery)
    this.#timer.unref()
  }

  async #round(): Promise<void> {
    await this.look()
    for (const job of this.#jobs.values()) if (!isOver(job.state)) await this.#follow(job)
    this.#wait()
  }

  async #follow(job: Job): Promise<void> {
    const { state, ahead } = await this.#printer.job(job.job)
    const changed = state !== job.state || ahead !== job.ahead
    job.state = state
    job.ahead = ahead
    if (changed && !this.#over) this.#announce({ type: 'print-changed', ticket: job.ticket, state })
  }
}

export type PrintRefusal = 'printer-away' | 'paper-out' | 'paper-budget-spent'
