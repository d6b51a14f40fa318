import { randomUUID } from 'node:crypto'
import type { Print, PrintedSides, PrintRefusal, StationEvent } from '@riverside/contract'
import { type Clock, fail, Lifetime, ok, type Result } from '@riverside/kit'
import { heldFor, isOver, nextCourse, type Stillness, sentCourse, stillnessOf } from '@riverside/postcard'
import type { Tray } from './paper-tray.ts'
import type { Printed, PrintTickets, Ticket } from './print-tickets.ts'
import type { Faces, Printer, PrinterState } from './printer.ts'

/** Milliseconds, where nothing else is said. */
export type PrintRules = {
  /** Sheets, in any hour. */
  readonly sheetsAnHour: number
  /** Cards. */
  readonly copiesAVisit: number
  readonly sides: PrintedSides
  /** For how long a card is kept while something is in its way, and how long one may stand still before something is. */
  readonly holds: number
  readonly stands: number
  /** How often the printer is looked at, resting and while a job is under way. */
  readonly lookEvery: number
  readonly lookEveryBusy: number
  /** How long a queue that stopped under a card is left before it is set going again. */
  readonly resumeEvery: number
}

export const printRules: PrintRules = {
  sheetsAnHour: 60,
  copiesAVisit: 2,
  sides: 'both',
  holds: 600_000,
  stands: 90_000,
  lookEvery: 5000,
  lookEveryBusy: 500,
  resumeEvery: 15_000,
}

/** What is asked for: `once` names the request, `visit` whose copies it counts among. */
export type PrintRequest = { readonly once: string; readonly visit?: string; readonly of: Printed }

export type PrintDeskNeeds = {
  readonly printer: Printer
  readonly tickets: PrintTickets
  readonly tray: Tray
  readonly clock: Clock
  readonly announce: (event: StationEvent) => void
  readonly rules: PrintRules
}

/**
 * The one place that hands sheets to the printer: it follows each job to its end, tells the screens what changes, keeps the hourly
 * budget and the copies of a visit, counts the paper down, and answers the same request with the same ticket, so that no card is
 * printed twice. Tickets outlive the process: after a restart each job is asked for by its number, or by its name where the number was
 * never heard.
 */
export class PrintDesk implements Disposable {
  readonly #needs: PrintDeskNeeds
  readonly #tickets = new Map<string, Ticket>()
  readonly #underWay = new Map<string, Promise<Result<Print, PrintRefusal>>>()
  readonly #life = new Lifetime()
  #state: PrinterState = { state: 'absent' }
  #stillness: Stillness = 'moving'
  #resumedAt = Number.NEGATIVE_INFINITY
  #told = ''
  #timer: ReturnType<typeof setTimeout> | undefined
  #over = false

  constructor(needs: PrintDeskNeeds) {
    this.#needs = needs
    for (const ticket of needs.tickets.all()) this.#tickets.set(ticket.ticket, ticket)
    this.#life.onEnd(() => {
      this.#over = true
      clearTimeout(this.#timer)
    })
    void this.#round()
  }

  get rules(): PrintRules {
    return this.#needs.rules
  }

  /**
   * As it was seen last; at most `lookEvery` old. A printer that says it is well while a print is held at it is in trouble all the same:
   * the next one would only stand behind.
   */
  get state(): PrinterState {
    return this.#holdsForNoReason() ? { state: 'trouble', reason: 'other' } : this.#state
  }

  /** Cards on their way, those of them that are held, and those of the last hour. */
  get cards() {
    const open = this.#open().filter(({ of }) => of === 'card')
    return {
      underWay: open.length,
      held: open.filter(({ course }) => course.state === 'held').length,
      lastHour: this.#sheetsOfTheHour(),
    }
  }

  /** Looks at the printer now. */
  async look(): Promise<PrinterState> {
    const { printer, isStopped } = await this.#needs.printer.look()
    const now = { isStopped, hasCards: this.#open().length > 0 }
    this.#stillness = stillnessOf({ stillness: this.#stillness, trouble: troubleIn(this.#state) }, now)
    this.#state = printer
    this.#tell()
    return this.state
  }

  /** Prints what `draw` draws, once for each `once`, however often and however fast it is asked. */
  print(request: PrintRequest, draw: () => Promise<Uint8Array>): Promise<Result<Print, PrintRefusal>> {
    const underWay = this.#underWay.get(request.once)
    if (underWay !== undefined) return underWay
    const begun = this.#begin(request, draw).finally(() => this.#underWay.delete(request.once))
    this.#underWay.set(request.once, begun)
    return begun
  }

  read(ticket: string): Print | undefined {
    const found = this.#tickets.get(ticket)
    return found === undefined ? undefined : this.#printOf(found)
  }

  /** The newest print of its kind, if it is less than an hour old. */
  newest(of: Printed): Print | undefined {
    const found = [...this.#tickets.values()].filter((ticket) => ticket.of === of).at(-1)
    return found && this.#printOf(found)
  }

  [Symbol.dispose](): void {
    this.#life[Symbol.dispose]()
  }

  async #begin(request: PrintRequest, draw: () => Promise<Uint8Array>): Promise<Result<Print, PrintRefusal>> {
    this.#forgetOld()
    const already = [...this.#tickets.values()].find(({ once }) => once === request.once)
    if (already?.job !== undefined || (already && isOver(already.course.state))) return ok(this.#printOf(already))
    if (already === undefined) {
      const refused = this.#limit(request)
      if (refused !== undefined) return fail(refused)
    } else {
      // Handed over once with nobody to hear the answer: it is only sent again where the service surely has not got it.
      const found = await this.#needs.printer.find(nameOf(already))
      if (!found.ok) return fail('printer-away')
      if (found.value !== undefined) return ok(this.#printOf(this.#write({ ...already, job: found.value })))
    }
    const ticket = already ?? this.#write(newTicket(request, this.#needs.clock))
    return this.#send(ticket, draw)
  }

  async #send(ticket: Ticket, draw: () => Promise<Uint8Array>): Promise<Result<Print, PrintRefusal>> {
    const { printer } = this.#needs
    let sheet: Uint8Array
    try {
      sheet = await draw()
    } catch (failure) {
      this.#drop(ticket)
      throw failure
    }
    const sent = await printer.print(sheet, {
      name: nameOf(ticket),
      faces: facesOf(ticket.of, this.#needs.rules.sides),
      // Staff print a sheet to see whether the printer is well again: some say so only by printing.
      despiteTrouble: ticket.of === 'sheet',
    })
    if (sent.ok) return this.#accepted(ticket, sent.value.job)
    if (sent.error === 'unclear') {
      const found = await printer.find(nameOf(ticket))
      if (found.ok && found.value !== undefined) return this.#accepted(ticket, found.value)
      // Where nobody answers the ticket stays, and the next round or the next asking finds out.
      if (found.ok) this.#drop(ticket)
    } else this.#drop(ticket)
    await this.look()
    return fail(sent.error === 'paper-out' ? 'paper-out' : 'printer-away')
  }

  #accepted(ticket: Ticket, job: string): Result<Print, never> {
    const written = this.#write({ ...ticket, job })
    this.#wait()
    return ok(this.#printOf(written))
  }

  #limit({ of, visit }: PrintRequest): 'printer-away' | 'copies-spent' | 'paper-budget-spent' | undefined {
    const { rules } = this.#needs
    if (of !== 'card') return undefined
    if (this.#holdsForNoReason()) return 'printer-away'
    if (visit !== undefined && this.#copiesOf(visit) >= rules.copiesAVisit) return 'copies-spent'
    return this.#sheetsOfTheHour() >= rules.sheetsAnHour ? 'paper-budget-spent' : undefined
  }

  #holdsForNoReason(): boolean {
    return troubleIn(this.#state) === undefined && this.#open().some(({ course }) => course.state === 'held')
  }

  /** Cards of a visit that are paper or may become so. */
  #copiesOf(visit: string): number {
    return this.#cards().filter((ticket) => ticket.visit === visit && mayBePaper(ticket)).length
  }

  #sheetsOfTheHour(): number {
    const anHourAgo = this.#needs.clock.elapsed() - 3_600_000
    return this.#cards().filter((ticket) => ticket.askedAt > anHourAgo && mayBePaper(ticket)).length
  }

  #cards(): readonly Ticket[] {
    return [...this.#tickets.values()].filter(({ of }) => of === 'card')
  }

  #open(): readonly Ticket[] {
    return [...this.#tickets.values()].filter(({ course }) => !isOver(course.state))
  }

  /** What is over and cleared is forgotten after an hour: until then it is the hour's budget. */
  #forgetOld(): void {
    const anHourAgo = this.#needs.clock.elapsed() - 3_600_000
    for (const ticket of this.#tickets.values())
      if (ticket.askedAt <= anHourAgo && isOver(ticket.course.state) && ticket.isCleared) this.#drop(ticket)
  }

  #write(ticket: Ticket, also?: () => void): Ticket {
    this.#needs.tickets.write(ticket, also)
    this.#tickets.set(ticket.ticket, ticket)
    return ticket
  }

  #drop({ ticket }: Ticket): void {
    this.#needs.tickets.forget(ticket)
    this.#tickets.delete(ticket)
  }

  #printOf(ticket: Ticket): Print {
    const { printer, clock, rules } = this.#needs
    const { state, ahead } = ticket.course
    const trouble = isOver(state) ? undefined : troubleIn(this.state)
    const held = heldFor(ticket.course, clock.elapsed(), rules)
    return {
      ticket: ticket.ticket,
      state,
      ahead,
      ...(trouble === undefined ? {} : { trouble }),
      ...(held === undefined ? {} : { heldFor: Math.ceil(held / 1000) }),
      copiesLeft: Math.max(0, rules.copiesAVisit - (ticket.visit === undefined ? 0 : this.#copiesOf(ticket.visit))),
      wantsTurning: ticket.of === 'card' && rules.sides === 'turn',
      pretend: printer.pretend,
    }
  }

  /** Tells the screens how the printer is, where they do not know. */
  #tell(): void {
    const told = JSON.stringify(this.state)
    if (told === this.#told || this.#over) return
    this.#told = told
    this.#needs.announce({ type: 'printer-changed', printer: this.state })
  }

  #wait(): void {
    clearTimeout(this.#timer)
    if (this.#over) return
    const { lookEvery, lookEveryBusy } = this.#needs.rules
    this.#timer = setTimeout(() => void this.#round(), this.#open().length > 0 ? lookEveryBusy : lookEvery)
    this.#timer.unref()
  }

  async #round(): Promise<void> {
    await this.look()
    for (const ticket of this.#open()) {
      if (this.#over) return
      await this.#follow(ticket)
    }
    this.#tell()
    for (const ticket of this.#tickets.values()) {
      if (this.#over) return
      if (isOver(ticket.course.state) && !ticket.isCleared) await this.#clear(ticket)
    }
    await this.#resume()
    this.#forgetOld()
    this.#wait()
  }

  async #follow(ticket: Ticket): Promise<void> {
    if (this.#underWay.has(ticket.once)) return
    const job = await this.#jobOf(ticket)
    // The process may have ended, or the ticket gone on, while the service was being asked.
    if (this.#over || this.#tickets.get(ticket.ticket) !== ticket) return
    const { clock, rules, tray } = this.#needs
    const sight = { when: clock.elapsed(), job: job.sight, trouble: troubleIn(this.#state) }
    const course = nextCourse(ticket.course, sight, rules)
    if (JSON.stringify(course) === JSON.stringify(ticket.course) && job.number === ticket.job) return
    const sheets = course.state === 'printed' ? sheetsOf(ticket.of, rules.sides) : 0
    this.#write({ ...ticket, job: job.number, course }, () => tray.took(sheets))
    this.#needs.announce({ type: 'print-changed', ticket: ticket.ticket, state: course.state })
  }

  /** By its number, or by its name where the number was never heard. */
  async #jobOf(ticket: Ticket) {
    const { printer } = this.#needs
    if (ticket.job !== undefined) return { number: ticket.job, sight: await printer.job(ticket.job) }
    const found = await printer.find(nameOf(ticket))
    if (!found.ok) return { number: undefined, sight: { seen: 'no-answer' } as const }
    if (found.value === undefined) return { number: undefined, sight: { seen: 'forgotten' } as const }
    return { number: found.value, sight: await printer.job(found.value) }
  }

  /** A card that was let go may still turn up in a service that did not answer: it is looked for before it is forgotten. */
  async #clear(ticket: Ticket): Promise<void> {
    const { printer } = this.#needs
    const found = ticket.job === undefined ? await printer.find(nameOf(ticket)) : ok(ticket.job)
    if (!found.ok) return
    const isCleared = found.value === undefined || (await printer.clear(found.value))
    if (isCleared && !this.#over) this.#write({ ...ticket, isCleared })
  }

  async #resume(): Promise<void> {
    const { clock, rules, printer } = this.#needs
    if (this.#over || this.#stillness !== 'stopped-under-a-card') return
    if (clock.elapsed() - this.#resumedAt < rules.resumeEvery) return
    this.#resumedAt = clock.elapsed()
    await printer.resume()
  }
}

const newTicket = ({ once, visit, of }: PrintRequest, clock: Clock): Ticket => ({
  ticket: randomUUID().slice(0, 8),
  once,
  visit,
  of,
  job: undefined,
  course: { ...sentCourse, stillSince: clock.elapsed() },
  askedAt: clock.elapsed(),
  isCleared: false,
})

const nameOf = ({ ticket }: Ticket): string => `riverside ${ticket}`

const troubleIn = (printer: PrinterState) =>
  printer.state === 'trouble' ? printer.reason : printer.state === 'absent' ? 'offline' : undefined

/** Only what surely never became paper gives its place back. */
const mayBePaper = ({ course: { state } }: Ticket): boolean => state !== 'given-up' && state !== 'let-go'

function facesOf(of: Printed, sides: PrintedSides): Faces {
  if (of === 'back') return 'back'
  if (sides === 'front') return 'front'
  return of === 'card' && sides === 'turn' ? 'front' : 'both'
}

/** A calibration sheet whose printer cannot turn it comes out as two. */
const sheetsOf = (of: Printed, sides: PrintedSides): number =>
  of === 'back' ? 0 : of === 'sheet' && sides === 'turn' ? 2 : 1
