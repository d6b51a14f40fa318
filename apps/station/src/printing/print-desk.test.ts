import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StationEvent } from '@riverside/contract'
import { type Clock, fail, handClock, Lifetime, ok } from '@riverside/kit'
import { isOver, type JobState, sentCourse } from '@riverside/postcard'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { openStore } from '../store/store.ts'
import { paperTray } from './paper-tray.ts'
import { noPrinter, pretendPrinter } from './pretend-printer.ts'
import { PrintDesk, type PrintRequest, type PrintRules, printRules } from './print-desk.ts'
import { printTickets } from './print-tickets.ts'
import type { Printer, PrinterState } from './printer.ts'

const sheet = async () => new Uint8Array([1])
const brisk = { ...printRules, sheetsAnHour: 3, copiesAVisit: 9, lookEvery: 2, lookEveryBusy: 2 }
const card = (once: string, visit?: string): PrintRequest => ({
  once,
  of: 'card',
  ...(visit === undefined ? {} : { visit }),
})

function storeOf(life: Lifetime) {
  const folder = life.own(mkdtempSync(join(tmpdir(), 'riverside-print-')), (path) =>
    rmSync(path, { recursive: true, force: true }),
  )
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.error.code)
  return life.own(opened.value, (store) => store[Symbol.dispose]())
}

function deskOf(
  life: Lifetime,
  printer: Printer,
  clock: Clock = handClock(),
  rules: Partial<PrintRules> = {},
  store = storeOf(life),
) {
  const told: StationEvent[] = []
  const tray = paperTray(store, clock, 10)
  const desk = life.own(
    new PrintDesk({
      printer,
      tickets: printTickets(store, clock),
      tray,
      clock,
      announce: (event) => told.push(event),
      rules: { ...brisk, ...rules },
    }),
    (one) => one[Symbol.dispose](),
  )
  return { desk, told, tray, store }
}

/** A print service that does what the test says, and outlives the station. */
function service() {
  const jobs = new Map<string, { name: string; state: JobState }>()
  const now = { printer: { state: 'ready' } as PrinterState, answers: true, mumbles: false, resumed: 0 }
  const printer: Printer = {
    pretend: false,
    look: async () => ({
      printer: now.answers ? now.printer : { state: 'absent' },
      isStopped: now.printer.state === 'trouble' && now.printer.reason === 'paused',
    }),
    async print(_sheet, { name }) {
      if (!now.answers) return fail('printer-away')
      const job = String(jobs.size + 1)
      jobs.set(job, { name, state: 'waiting' })
      return now.mumbles ? fail('unclear') : ok({ job })
    },
    async job(job) {
      if (!now.answers) return { seen: 'no-answer' }
      const found = jobs.get(job)
      return found === undefined ? { seen: 'forgotten' } : { seen: 'job', state: found.state, ahead: 0 }
    },
    async find(name) {
      if (!now.answers) return fail('no-answer')
      return ok([...jobs].find(([, job]) => job.name === name)?.[0])
    },
    async clear(job) {
      if (!now.answers) return false
      jobs.delete(job)
      return true
    },
    async resume() {
      now.resumed += 1
      now.printer = { state: 'ready' }
      return true
    },
    notes: async () => [],
  }
  const set = (state: JobState, job = '1') => {
    const found = jobs.get(job)
    if (found) found.state = state
  }
  return { printer, jobs, now, set }
}

const ticketOf = (sent: Awaited<ReturnType<PrintDesk['print']>>): string => (sent.ok ? sent.value.ticket : '')

describe('a print desk', () => {
  test('says printed only when the printer has completed the job, and tells every step', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { desk, told } = deskOf(life, pretendPrinter(clock), clock)
    const ticket = ticketOf(await desk.print(card('one'), sheet))
    expect(desk.read(ticket)?.state).toBe('sent')
    clock.advance(700)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('printing'))
    clock.advance(3000)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('printed'))
    expect(told.flatMap((event) => (event.type === 'print-changed' ? [event.state] : []))).toEqual([
      'printing',
      'printed',
    ])
  })

  test('never prints a card twice, however often and however fast it is asked', async () => {
    using life = new Lifetime()
    const { printer, jobs } = service()
    const { desk } = deskOf(life, printer)
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.print(card('same'), sheet)))
    answers.push(await desk.print(card('same'), sheet))
    expect(jobs.size).toBe(1)
    expect(new Set(answers.map(ticketOf)).size).toBe(1)
  })

  test('says paper out before and after, and prints again once there is paper', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const printer = pretendPrinter(clock, 0)
    const { desk, told } = deskOf(life, printer, clock)
    expect(await desk.look()).toEqual({ state: 'trouble', reason: 'paper-out' })
    expect(await desk.print(card('one'), sheet)).toEqual({ ok: false, error: 'paper-out' })
    printer.addPaper(1)
    expect((await desk.print(card('one'), sheet)).ok).toBe(true)
    expect(told[0]).toEqual({ type: 'printer-changed', printer: { state: 'trouble', reason: 'paper-out' } })
  })

  test('keeps the hour’s budget of paper and gives it back after the hour', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { desk } = deskOf(life, pretendPrinter(clock), clock)
    for (const once of ['a', 'b', 'c']) expect((await desk.print(card(once), sheet)).ok).toBe(true)
    expect(await desk.print(card('d'), sheet)).toEqual({ ok: false, error: 'paper-budget-spent' })
    clock.advance(3_600_001)
    await vi.waitFor(async () => expect((await desk.print(card('d'), sheet)).ok).toBe(true))
  })

  test('prints so many copies for one visit and no more, and a back is no copy', async () => {
    using life = new Lifetime()
    const { desk } = deskOf(life, service().printer, handClock(), { copiesAVisit: 2 })
    const first = await desk.print(card('a', 'mei'), sheet)
    expect(first.ok && first.value.copiesLeft).toBe(1)
    expect((await desk.print({ once: 'a-back', visit: 'mei', of: 'back' }, sheet)).ok).toBe(true)
    expect((await desk.print(card('b', 'mei'), sheet)).ok).toBe(true)
    expect(await desk.print(card('c', 'mei'), sheet)).toEqual({ ok: false, error: 'copies-spent' })
    expect((await desk.print(card('d', 'another'), sheet)).ok).toBe(true)
  })

  test('knows that no printer is there', async () => {
    using life = new Lifetime()
    const { desk } = deskOf(life, noPrinter)
    expect(await desk.look()).toEqual({ state: 'absent' })
    expect(await desk.print(card('one'), sheet)).toEqual({ ok: false, error: 'printer-away' })
  })

  test('holds a card for ten minutes, then cancels its job and sends the visitor to the code', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { printer, jobs, now } = service()
    const { desk } = deskOf(life, printer, clock)
    const ticket = ticketOf(await desk.print(card('one'), sheet))
    now.printer = { state: 'trouble', reason: 'paper-out' }
    await vi.waitFor(() => expect(desk.read(ticket)).toMatchObject({ state: 'held', trouble: 'paper-out' }))
    clock.advance(599_000)
    await desk.look()
    expect(desk.read(ticket)).toMatchObject({ state: 'held', heldFor: 1 })
    clock.advance(1000)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('let-go'))
    await vi.waitFor(() => expect(jobs.size).toBe(0))
  })

  test('cancels a card it let go even where the print service answers only later', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { printer, jobs, now } = service()
    const { desk } = deskOf(life, printer, clock)
    const ticket = ticketOf(await desk.print(card('one'), sheet))
    now.answers = false
    await vi.waitFor(() => expect(desk.read(ticket)).toMatchObject({ state: 'held', trouble: 'offline' }))
    clock.advance(600_000)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('let-go'))
    expect(jobs.size).toBe(1)
    now.answers = true
    await vi.waitFor(() => expect(jobs.size).toBe(0))
  })

  test('holds a card that stands still, refuses the next one meanwhile, and goes on when it comes forward', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { printer, jobs, set } = service()
    const { desk, told } = deskOf(life, printer, clock)
    const ticket = ticketOf(await desk.print(card('one'), sheet))
    await vi.waitFor(() => expect(desk.state).toEqual({ state: 'ready' }))
    clock.advance(89_000)
    await desk.look()
    expect(desk.read(ticket)?.state).toBe('sent')
    clock.advance(2000)
    await vi.waitFor(() => expect(desk.read(ticket)).toMatchObject({ state: 'held', trouble: 'other', heldFor: 600 }))
    expect(desk.state).toEqual({ state: 'trouble', reason: 'other' })
    expect(await desk.print(card('two'), sheet)).toEqual({ ok: false, error: 'printer-away' })
    expect(jobs.size).toBe(1)
    set('printing')
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('printing'))
    expect(desk.state).toEqual({ state: 'ready' })
    expect((await desk.print(card('two'), sheet)).ok).toBe(true)
    await vi.waitFor(() =>
      expect(told.flatMap((event) => (event.type === 'printer-changed' ? [event.printer.state] : []))).toEqual([
        'ready',
        'trouble',
        'ready',
      ]),
    )
  })

  test('cancels a print that hung for good, and says that only a look can tell', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { printer, jobs, set } = service()
    const { desk } = deskOf(life, printer, clock, { copiesAVisit: 1 })
    const ticket = ticketOf(await desk.print(card('one', 'mei'), sheet))
    set('printing')
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('printing'))
    clock.advance(90_000)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('held'))
    clock.advance(600_000)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('unsure'))
    await vi.waitFor(() => expect(jobs.size).toBe(0))
    // It may be paper, and counts as such.
    expect(await desk.print(card('two', 'mei'), sheet)).toEqual({ ok: false, error: 'copies-spent' })
  })

  test('sets a queue going again that stopped under a card, and leaves alone what a hand stopped', async () => {
    using life = new Lifetime()
    const clock = handClock()
    const { printer, now } = service()
    const { desk } = deskOf(life, printer, clock)
    await vi.waitFor(() => expect(desk.state).toEqual({ state: 'ready' }))
    now.printer = { state: 'trouble', reason: 'paused' }
    await vi.waitFor(() => expect(desk.state).toEqual({ state: 'trouble', reason: 'paused' }))
    await desk.look()
    expect(now.resumed).toBe(0)
    now.printer = { state: 'ready' }
    await vi.waitFor(() => expect(desk.state).toEqual({ state: 'ready' }))
    const ticket = ticketOf(await desk.print(card('one'), sheet))
    now.printer = { state: 'trouble', reason: 'paused' }
    await vi.waitFor(() => expect(now.resumed).toBe(1))
    await vi.waitFor(() => expect(desk.read(ticket)?.trouble).toBeUndefined())
  })

  test('counts paper down by completed sheets alone, whoever they are for', async () => {
    using life = new Lifetime()
    const { printer, set } = service()
    const { desk, tray } = deskOf(life, printer)
    expect(tray.seen()).toEqual({ left: null, isLow: false })
    tray.filled(11)
    const first = ticketOf(await desk.print(card('one'), sheet))
    set('given-up')
    await vi.waitFor(() => expect(desk.read(first)?.state).toBe('given-up'))
    expect(tray.seen()).toEqual({ left: 11, isLow: false })
    const second = ticketOf(await desk.print({ once: 'two', of: 'sheet' }, sheet))
    set('printed')
    await vi.waitFor(() => expect(desk.read(second)?.state).toBe('printed'))
    expect(tray.seen()).toEqual({ left: 10, isLow: true })
  })

  test('leaves nothing of a card with the print service once it is printed', async () => {
    using life = new Lifetime()
    const { printer, jobs, set } = service()
    const { desk } = deskOf(life, printer)
    const ticket = ticketOf(await desk.print(card('one'), sheet))
    set('printed')
    await vi.waitFor(() => expect(jobs.size).toBe(0))
    expect(desk.read(ticket)?.state).toBe('printed')
  })
})

describe('a station that starts again', () => {
  test('reads back what it handed over, by the number of its job', async () => {
    using life = new Lifetime()
    const store = storeOf(life)
    const clock = handClock(5_000_000)
    const { printer, set, jobs } = service()
    const before = deskOf(life, printer, clock, {}, store)
    before.tray.filled(20)
    const ticket = ticketOf(await before.desk.print(card('one', 'mei'), sheet))
    before.desk[Symbol.dispose]()
    set('printed')
    const { desk, tray } = deskOf(life, printer, clock, {}, store)
    await vi.waitFor(() => expect(desk.read(ticket)?.state).toBe('printed'))
    expect(ticketOf(await desk.print(card('one', 'mei'), sheet))).toBe(ticket)
    await vi.waitFor(() => expect(jobs.size).toBe(0))
    expect(tray.seen().left).toBe(19)
  })

  test('finds by its name a job whose number it never heard, and does not send it again', async () => {
    using life = new Lifetime()
    const store = storeOf(life)
    const { printer, jobs, now } = service()
    // The process ends between the handing over and the answer: the ticket is written, the number is not.
    const deaf: Printer = {
      ...printer,
      async print(...told) {
        await printer.print(...told)
        return await new Promise<never>(() => {})
      },
    }
    const before = deskOf(life, deaf, handClock(), {}, store)
    void before.desk.print(card('one'), sheet)
    await vi.waitFor(() => expect(jobs.size).toBe(1))
    before.desk[Symbol.dispose]()
    const { desk } = deskOf(life, printer, handClock(), {}, store)
    const again = await desk.print(card('one'), sheet)
    expect(again.ok).toBe(true)
    expect(jobs.size).toBe(1)
    expect(now.answers).toBe(true)
  })

  test('says that a card was not printed which never reached the print service, and prints it when asked again', async () => {
    using life = new Lifetime()
    const store = storeOf(life)
    const { printer, jobs } = service()
    const lost: Printer = { ...printer, print: () => new Promise<never>(() => {}) }
    const before = deskOf(life, lost, handClock(), {}, store)
    void before.desk.print(card('one'), sheet)
    await vi.waitFor(() => expect(printTickets(store, handClock()).all()).toHaveLength(1))
    const [ticket] = printTickets(store, handClock()).all()
    before.desk[Symbol.dispose]()
    const { desk } = deskOf(life, printer, handClock(), {}, store)
    await vi.waitFor(() => expect(desk.read(ticket?.ticket ?? '')?.state).toBe('given-up'))
    expect((await desk.print(card('again'), sheet)).ok).toBe(true)
    expect(jobs.size).toBe(1)
  })

  test('goes on counting the ten minutes, whatever was done to the calendar', async () => {
    using life = new Lifetime()
    const store = storeOf(life)
    const clock = handClock(Date.parse('2026-12-31T23:55:00+08:00'))
    const { printer, now } = service()
    const before = deskOf(life, printer, clock, {}, store)
    const ticket = ticketOf(await before.desk.print(card('one'), sheet))
    now.printer = { state: 'trouble', reason: 'paper-jam' }
    await vi.waitFor(() => expect(before.desk.read(ticket)?.state).toBe('held'))
    clock.advance(240_000)
    before.desk[Symbol.dispose]()
    const { desk } = deskOf(life, printer, clock, {}, store)
    await vi.waitFor(() => expect(desk.read(ticket)?.heldFor).toBe(360))
    desk[Symbol.dispose]()
    clock.jumpTo(Date.parse('2020-01-01T00:00:00+08:00'))
    const back = deskOf(life, printer, clock, {}, store)
    await vi.waitFor(() => expect(back.desk.read(ticket)?.heldFor).toBe(600))
  })

  test('goes on counting how long a card has stood still', async () => {
    using life = new Lifetime()
    const store = storeOf(life)
    const clock = handClock(5_000_000)
    const { printer, set } = service()
    const before = deskOf(life, printer, clock, {}, store)
    const ticket = ticketOf(await before.desk.print(card('one'), sheet))
    set('printing')
    await vi.waitFor(() => expect(before.desk.read(ticket)?.state).toBe('printing'))
    clock.advance(60_000)
    before.desk[Symbol.dispose]()
    clock.advance(29_000)
    const { desk } = deskOf(life, printer, clock, {}, store)
    await vi.waitFor(() => expect(desk.state).toEqual({ state: 'ready' }))
    expect(desk.read(ticket)?.state).toBe('printing')
    clock.advance(1000)
    await vi.waitFor(() => expect(desk.read(ticket)).toMatchObject({ state: 'held', trouble: 'other' }))
  })

  test('reads a ticket that was written before it was known how long a card has stood still', () => {
    using life = new Lifetime()
    const { database, ...store } = storeOf(life)
    database.exec(`INSERT INTO print_ticket (ticket, once, printed, job, state, has_begun, asked_at, cleared)
      VALUES ('7f3a91c0', 'one', 'card', '4', 'printing', 1, 1000, 0)`)
    const [ticket] = printTickets({ database, ...store }, handClock(2000)).all()
    expect(ticket?.course).toEqual({ ...sentCourse, state: 'printing', hasBegun: true })
  })

  test('sends an unclear handing over once, and only once', async () => {
    using life = new Lifetime()
    const { printer, jobs, now } = service()
    now.mumbles = true
    const { desk } = deskOf(life, printer)
    expect((await desk.print(card('one'), sheet)).ok).toBe(true)
    expect((await desk.print(card('one'), sheet)).ok).toBe(true)
    expect(jobs.size).toBe(1)
  })
})

describe('a print service that falls silent while it is handed a card', () => {
  test('is asked again before the card is sent again', async () => {
    using life = new Lifetime()
    const { printer, jobs, now } = service()
    const silenced: Printer = {
      ...printer,
      async print(...told) {
        await printer.print(...told)
        now.answers = false
        return fail('unclear')
      },
    }
    const { desk } = deskOf(life, silenced)
    expect(await desk.print(card('one'), sheet)).toEqual({ ok: false, error: 'printer-away' })
    expect(await desk.print(card('one'), sheet)).toEqual({ ok: false, error: 'printer-away' })
    now.answers = true
    expect((await desk.print(card('one'), sheet)).ok).toBe(true)
    expect(jobs.size).toBe(1)
  })
})

describe('whatever happens to station and print service', () => {
  const anything = fc.array(
    fc.constantFrom('ask', 'restart', 'begin', 'print', 'abort', 'paper-out', 'paper', 'away', 'back', 'later'),
    { maxLength: 14 },
  )
  test('one request is at most one sheet, and no card stays on its way for ever', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (steps) => {
        using life = new Lifetime()
        const store = storeOf(life)
        const clock = handClock(1_000_000)
        const { printer, jobs, now, set } = service()
        let sheets = 0
        let { desk } = deskOf(life, printer, clock, {}, store)
        const once = randomUUID()
        for (const step of [...steps, 'back' as const, 'paper' as const]) {
          if (step === 'ask') await desk.print(card(once), sheet)
          else if (step === 'restart') {
            desk[Symbol.dispose]()
            desk = deskOf(life, printer, clock, {}, store).desk
          } else if (step === 'begin') set('printing')
          else if (step === 'print' && now.answers && jobs.has('1') && now.printer.state === 'ready') {
            if (jobs.get('1')?.state !== 'printed') sheets += 1
            set('printed')
          } else if (step === 'abort' && jobs.get('1')?.state !== 'printed') set('given-up')
          else if (step === 'paper-out') now.printer = { state: 'trouble', reason: 'paper-out' }
          else if (step === 'paper') now.printer = { state: 'ready' }
          else if (step === 'away') now.answers = false
          else if (step === 'back') now.answers = true
          else if (step === 'later') clock.advance(61_000)
          await new Promise((resolve) => setImmediate(resolve))
        }
        expect(sheets).toBeLessThanOrEqual(1)
        expect(jobs.size).toBeLessThanOrEqual(1)
        now.printer = { state: 'trouble', reason: 'paper-out' }
        const ticket = printTickets(store, clock).all()[0]
        if (ticket === undefined) return
        await vi.waitFor(
          () => {
            clock.advance(300_000)
            expect(isOver(desk.read(ticket.ticket)?.state ?? 'printed')).toBe(true)
          },
          { interval: 4 },
        )
      }),
      { numRuns: 25 },
    )
  })
})
