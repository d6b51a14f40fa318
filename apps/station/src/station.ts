import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import {
  type DeviceState,
  type Health,
  readHealth,
  readStation,
  reportScreen,
  type StationFile,
} from '@riverside/contract'
import { type Clock, fail, ok, type Result } from '@riverside/kit'
import { dayOf, definitionsVersion, detectorVersion, quarterAt } from '@riverside/smile'
import Fastify, { type FastifyInstance } from 'fastify'
import manifest from '../package.json' with { type: 'json' }
import { GroupDesk } from './group/group-desk.ts'
import { receptionsOf } from './group/receptions.ts'
import { groupRoutes, guideRoutes } from './group/routes.ts'
import { helmCalibration } from './helm/helm-calibration.ts'
import { helmRoutes } from './helm/routes.ts'
import { keepDoors } from './http/doorkeeper.ts'
import { newsroom } from './http/events.ts'
import { type Pages, servePages } from './http/pages.ts'
import { serve } from './http/serve.ts'
import { keepSending } from './outbox/keep-sending.ts'
import { outboxOf } from './outbox/outbox.ts'
import { openPackShelf, sayFaults } from './packs/pack-shelf.ts'
import { packRoutes } from './packs/routes.ts'
import { openCardLetters } from './postcard/card-letters.ts'
import { CardPress } from './postcard/card-press.ts'
import { cardScenes } from './postcard/card-scenes.ts'
import { postcardRoutes } from './postcard/routes.ts'
import { cupsPrinter } from './printing/cups-printer.ts'
import { paperTray } from './printing/paper-tray.ts'
import { noPrinter, pretendPrinter } from './printing/pretend-printer.ts'
import { PrintDesk, type PrintRules, printRules } from './printing/print-desk.ts'
import { printServiceOf } from './printing/print-service.ts'
import { printTickets } from './printing/print-tickets.ts'
import type { Printer } from './printing/printer.ts'
import { printerCalibration } from './printing/printer-calibration.ts'
import { printerRoutes } from './printing/routes.ts'
import { keepRetiring } from './smile/retention.ts'
import { smileRoutes } from './smile/routes.ts'
import { smileMode } from './smile/smile-mode.ts'
import { staffRoutes } from './staff/routes.ts'
import { staffOf } from './staff/staff.ts'
import { openStore, sayStoreProblem } from './store/store.ts'
import { objectZoneRoutes } from './story/object-zone.ts'
import { keepRoutes } from './takeaway/keep-routes.ts'
import { openTakeaway } from './takeaway/open-takeaway.ts'
import { pageRoutes } from './takeaway/page-routes.ts'
import type { PhonePage } from './takeaway/phone-page.ts'

export type StationNeeds = {
  readonly file: StationFile
  readonly data: string
  /** The folder of the pack that comes with the program. */
  readonly bundledPack: string
  readonly pages: Pages
  /** What a phone sees of a card. */
  readonly phonePage: PhonePage
  /** What a guide's phone sees; without it a group is led from the screen alone. */
  readonly guidePage?: PhonePage
  /** The print service of the system, where the station file names a queue. */
  readonly printService?: { readonly host: string; readonly port: number }
  readonly clock: Clock
  /** Requests a minute that one phone may make. */
  readonly phonesAMinute?: number
  /** One event a line, never about a visitor. */
  readonly log: (event: { event: string; [fact: string]: unknown }) => void
}

export type Station = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly screenKey: string
  readonly app: FastifyInstance
  /** Lets running requests end, closes the listeners, then the database. */
  close(): Promise<void>
}

/** Starts the whole service of one station. What keeps it from starting is a sentence for the person who started it. */
export async function startStation(needs: StationNeeds): Promise<Result<Station, string>> {
  const { file, clock, log } = needs
  const began = clock.elapsed()
  const opened = openStore(needs.data, undefined, `aside-${new Date(clock.now()).toISOString().slice(0, 10)}`)
  if (!opened.ok) return fail(sayStoreProblem(opened.error))
  const store = opened.value
  if (store.setAside) log({ event: 'database-set-aside', where: store.setAside })
  const shelved = await openPackShelf(needs.data, needs.bundledPack)
  if (!shelved.ok) {
    store[Symbol.dispose]()
    return fail(`内容包不能用 / The content pack cannot be used:\n${sayFaults(shelved.error)}`)
  }
  const shelf = shelved.value
  const staff = staffOf(store, clock)
  const mode = smileMode(store, file, clock)
  const calibrated = helmCalibration(store, file.helm.driver, clock)
  const news = newsroom()
  const screenKey = randomBytes(24).toString('base64url')
  const seen: { pack: string | null; helm: DeviceState; camera: DeviceState } = {
    pack: null,
    helm: { state: file.helm.driver.kind === 'none' ? 'absent' : 'trouble', reason: 'no-screen-yet' },
    camera: { state: 'absent' },
  }
  const printer = printerOf(needs)
  const tray = paperTray(store, clock, file.printer.kind === 'none' ? 0 : file.printer.lowPaper)
  const tickets = printTickets(store, clock)
  const desk = new PrintDesk({ printer, tickets, tray, clock, announce: news.announce, rules: rulesOf(file) })
  const printerCalibrated = printerCalibration(store, clock)
  const app = Fastify({ bodyLimit: 1024 * 1024, connectionTimeout: 30_000, requestTimeout: 60_000, trustProxy: false })
  await app.register(rateLimit, { max: 6000, timeWindow: '1 minute' })
  keepDoors(app, { screenKey, staff, hosts: ['127.0.0.1', 'localhost', '[::1]'] })

  serve(app, readHealth, () => ok(health()))
  serve(app, readStation, () => {
    const { hash, pack } = shelf.current()
    // What staff chose last, not what the file began with.
    const { counter: counts } = file.smile
    const smile = {
      ...file.smile,
      mode: mode.current(),
      // Nor with the key of a counter: it only has to know whether its own camera counts.
      counter: counts.kind === 'camera' ? counts : { kind: 'none' as const },
    }
    const helm = { ...file.helm, driver: calibrated.driver() }
    // A screen has no business with the hub, least of all with the key to it.
    const { page } = file.takeAway
    const takeAway = { ...file.takeAway, page: page === 'this-machine' ? `http://${takeaway.ownHosts()[0]}/p/` : page }
    return ok({ file: { ...file, smile, helm, takeAway, hub: null }, pack: { hash, pack }, needsPin: staff.needsPin() })
  })
  serve(app, reportScreen, (report) => {
    seen.pack = report.pack
    seen.helm = report.helm
    seen.camera = report.camera
    return ok(undefined)
  })
  news.serve(app, () => ({ type: 'hello', pack: shelf.current().hash }))
  staffRoutes(app, staff)
  helmRoutes(app, { calibrated, device: () => seen.helm, announce: news.announce, clock, log })
  objectZoneRoutes(app, store, log)
  packRoutes(app, { shelf, announce: news.announce })
  const { counter } = smileRoutes(app, { store, file, clock, announce: news.announce, log })
  const receptions = receptionsOf(store)
  const group = new GroupDesk({
    store,
    receptions,
    pack: () => shelf.current().pack,
    clock,
    announce: news.announce,
    lanHost: () => (needs.guidePage === undefined ? undefined : takeaway.lanHost()),
  })
  const guide = { desk: group, pack: () => shelf.current().pack, page: needs.guidePage }
  const takeaway = openTakeaway(app, {
    file,
    data: needs.data,
    clock,
    page: needs.phonePage,
    ...(needs.phonesAMinute === undefined ? {} : { aMinute: needs.phonesAMinute }),
    beside: (phones, hosts) => guideRoutes(phones, { ...guide, hosts }),
    log,
  })
  groupRoutes(app, group, receptions)
  guideRoutes(app, { ...guide, hosts: takeaway.ownHosts })
  const words = { name: file.station.name, place: file.station.place }
  const letters = openCardLetters()
  const press = new CardPress()
  const scenes = cardScenes(shelf.current, words)
  postcardRoutes(app, { scenes, station: words, letters, press, desk, correction: printerCalibrated.correction })
  pageRoutes(app, { page: needs.phonePage, shown: shelf.current, station: { id: file.station.id, words }, letters })
  keepRoutes(app, { takeaway, scenes, station: words, letters, clock })
  printerRoutes(app, {
    settings: file.printer,
    printer,
    desk,
    tray,
    calibration: printerCalibrated,
    letters,
    today: () => dayOf(quarterAt(clock.now())),
    log,
  })
  await servePages(app, { pages: needs.pages, shelf, screenKey })

  function health(): Health {
    const { hash, pack } = shelf.current()
    const database = store.state()
    return {
      ok: database === 'ready' || database === 'set-aside',
      station: file.station.id,
      versions: {
        software: manifest.version,
        definitions: definitionsVersion,
        detector: detectorVersion,
        database: store.version,
        runtime: process.version,
      },
      pack: { id: pack.cover.id, version: pack.cover.version, hash, onScreen: seen.pack },
      devices: { helm: seen.helm, camera: seen.camera, printer: desk.state, counter: counter.device() },
      paper: tray.seen(),
      database: { state: database, path: store.path },
      uptime: Math.round((clock.elapsed() - began) / 1000),
    }
  }

  const retiring = keepRetiring(store, clock, log)
  const sending =
    file.hub &&
    keepSending({ outbox: outboxOf(store, file.station.id), hub: file.hub, clock, chance: Math.random, log })

  let closing: Promise<void> | undefined
  async function close(): Promise<void> {
    news.close()
    desk[Symbol.dispose]()
    press[Symbol.dispose]()
    counter.stop()
    group[Symbol.dispose]()
    await sending?.stop()
    retiring.stop()
    await takeaway.close()
    await app.close()
    store[Symbol.dispose]()
  }

  try {
    await app.listen({ host: '127.0.0.1', port: file.network.port })
    await takeaway.listen()
  } catch (failure) {
    await close()
    if ((failure as { code?: string }).code !== 'EADDRINUSE') throw failure
    return fail(
      `端口 ${file.network.port} 已经被占用 / Port ${file.network.port} is taken: 也许驿站已经开着 / perhaps the station is already running. 换一个 --port,或先停掉那一个。 / Choose another --port, or stop the other one first.`,
    )
  }
  const { port } = app.server.address() as AddressInfo
  log({
    event: 'station-ready',
    port,
    pack: shelf.current().hash.slice(0, 12),
    took: Math.round(clock.elapsed() - began),
  })
  return ok({
    url: `http://127.0.0.1:${port}`,
    screenKey,
    app,
    close: () => {
      closing ??= close()
      return closing
    },
  })
}

/** What the station file says of paper, over the usual rules. */
function rulesOf({ printer }: StationFile): PrintRules {
  if (printer.kind === 'none') return printRules
  const { sides, copiesAVisit, sheetsAnHour } = printer
  return { ...printRules, sides, copiesAVisit, sheetsAnHour }
}

function printerOf({ file, clock, printService = printServiceOf() }: StationNeeds): Printer {
  switch (file.printer.kind) {
    case 'none':
      return noPrinter
    case 'pretend':
      return pretendPrinter(clock)
    case 'cups':
      return cupsPrinter({ queue: file.printer.queue, server: printService })
  }
}
