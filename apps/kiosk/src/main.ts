import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import type { StationFile } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { app, BrowserWindow, ipcMain, Menu, protocol, type Session, session } from 'electron'
import { answerShell } from './answer-shell.ts'
import { HelmKeeper } from './helm-keeper.ts'
import { lockDown, lockSession, mayUseCamera } from './lock-down.ts'
import { log } from './log.ts'
import { readOptions, type ShellOptions, stationWords } from './options.ts'
import { calmCardPath, exhibitsOrigin, servePage } from './pages.ts'
import { Screen } from './screen.ts'
import { dumpRisks } from './self-check.ts'
import { StaffExit } from './staff-exit.ts'
import { StationKeeper } from './station-keeper.ts'
import { isForStation, StationWire } from './station-wire.ts'
import { setVolume } from './volume.ts'

/** Exit codes: a command line or a station that is refused, and a second copy. */
const refused = 78
const secondCopy = 3

/** Where the other parts lie: beside this one in the source, and in the same order among the resources of a package. */
const root = app.isPackaged ? process.resourcesPath : join(import.meta.dirname, '..', '..', '..')
const clock: Clock = { now: Date.now, elapsed: () => performance.now() }

const options = readOptions(process.argv.slice(1), { packaged: app.isPackaged })
if (options.ok) prepare(options.value)
else {
  process.stderr.write(`${options.error}\n`)
  app.exit(refused)
}

/** All that must be said to Electron before it is ready. */
function prepare(options: ShellOptions): void {
  app.setPath('userData', ownFolder(options))
  if (!app.requestSingleInstanceLock()) {
    process.stderr.write(
      '驿站已经在这台机器上运行，这一份不再启动。 / The station is already running on this machine; this copy ends.\n',
    )
    app.exit(secondCopy)
    return
  }
  for (const name of [
    'disable-breakpad',
    'disable-pinch',
    'disable-background-networking',
    'disable-component-update',
    'no-pings',
  ])
    app.commandLine.appendSwitch(name)
  app.commandLine.appendSwitch('overscroll-history-navigation', '0')
  if (options.pretendCamera !== undefined) {
    app.commandLine.appendSwitch('use-fake-device-for-media-stream')
    app.commandLine.appendSwitch('use-file-for-fake-video-capture', options.pretendCamera)
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  // A lost graphics process must not take 3D away for good.
  app.disableDomainBlockingFor3DAPIs()
  lockDown()
  void app.whenReady().then(() => open(options))
}

/** What Electron keeps of its own (no page data: pages live in memory) lies by the station's data, apart for each station. */
function ownFolder({ config, data }: ShellOptions): string {
  if (data !== undefined) return join(data, 'shell')
  const share = process.env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share')
  return join(share, 'riverside-station', `shell-${basename(config ?? 'demonstration', '.json')}`)
}

/** Opens the station: the service first, the screen as soon as the service says which station this is. */
function open(options: ShellOptions): void {
  Menu.setApplicationMenu(null)
  let screen: Screen | undefined
  let calm: BrowserWindow | undefined
  let helm: HelmKeeper | undefined
  let current: StationFile | undefined

  const station = new StationKeeper({
    entry: options.station ?? join(root, 'apps', 'station', 'dist', 'main.js'),
    words: stationWords(options),
    clock,
    onReady: (file) => {
      current = file
      if (screen) return
      calm?.destroy()
      helm = helmOf(file, () => screen)
      screen = new Screen({
        file,
        session: exhibits,
        preload: join(import.meta.dirname, 'preload.cjs'),
        clock,
        developer: options.developer,
        safe: options.safe,
        helm: () => helm?.state,
        onPageGone: () => wire.dropAll(),
      })
    },
    onRefused: () => {
      // The service has said why. Whoever typed the command reads it; a kiosk goes on trying behind the calm card.
      if (screen) return
      if (app.isPackaged) calm ??= openCalmWindow(exhibits)
      else app.exit(refused)
    },
  })
  const wire = new StationWire((patience) => station.door(patience))
  const exhibits = session.fromPartition('exhibits')
  const exit = new StaffExit(() => station.door(2000), clock)

  lockSession(session.defaultSession, { isOurPage: () => false, mayUseCamera: () => false })
  lockSession(exhibits, {
    isOurPage: (contents) => screen?.isOurPage(contents) === true,
    mayUseCamera: () => current !== undefined && mayUseCamera(current),
  })
  exhibits.protocol.handle('app', (request) => {
    const { origin, host, pathname } = new URL(request.url)
    if (`app://${host}` !== exhibitsOrigin) return Response.error()
    if (isForStation(pathname)) return wire.pass(request)
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return new Response(null, { status: 405, headers: { allow: 'GET', origin } })
    return servePage(options.pages ?? join(root, 'apps', 'exhibits', 'dist'), pathname, request.headers.get('range'))
  })
  answerShell(
    ipcMain,
    {
      heartbeat: () => screen?.heard(),
      setVolume: (share) => setVolume(Math.min(share, current?.volume.ceiling ?? 0)),
      leaveKiosk: async ({ pin }) => {
        const outcome = await exit.ask(pin)
        log({ event: 'leave-kiosk', outcome })
        // The page hears the answer first.
        if (outcome === 'left') setTimeout(() => app.quit(), 200)
        return outcome
      },
    },
    (event) => screen?.isOurs(event) === true,
  )
  app.on('second-instance', () => {
    if (screen) screen.focus()
    else calm?.focus()
  })
  app.on('child-process-gone', (_, { type, reason }) => log({ event: 'process-gone', type, reason }))
  app.on('window-all-closed', () => {
    if (!screen?.comesBack) app.quit()
  })
  endInOrder(async () => {
    screen?.letGo()
    helm?.stop()
    await station.stop()
  })
  void dumpRisks().then((risks) => {
    for (const risk of risks) log({ event: 'dump-risk', risk })
  })
  station.start()
}

function helmOf(file: StationFile, screen: () => Screen | undefined): HelmKeeper | undefined {
  if (file.helm.driver.kind !== 'serial') return undefined
  const helm = new HelmKeeper({
    entry: join(root, 'apps', 'kiosk', 'dist', 'helm-process.js'),
    device: file.helm.driver.device,
    clock,
    onNews: (news) => screen()?.tellHelm(news),
  })
  helm.start()
  return helm
}

function openCalmWindow(session: Session): BrowserWindow {
  const window = new BrowserWindow({
    fullscreen: true,
    backgroundColor: '#10212b',
    webPreferences: { session, sandbox: true, devTools: false },
  })
  void window.loadURL(exhibitsOrigin + calmCardPath)
  return window
}

/** However the end is asked for, the service closes its database before the program ends. */
function endInOrder(end: () => Promise<void>): void {
  let ended = false
  let ending = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    if (ending) return
    ending = true
    void end().finally(() => {
      ended = true
      app.quit()
    })
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}
