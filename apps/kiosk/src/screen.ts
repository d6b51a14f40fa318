import type { HelmNews, StationFile } from '@riverside/contract'
import type { Clock, Elapsed } from '@riverside/kit'
import { BrowserWindow, screen as displays, type IpcMainInvokeEvent, type Session, type WebContents } from 'electron'
import { tellHelm } from './answer-shell.ts'
import { lockKeys } from './lock-down.ts'
import { log } from './log.ts'
import { calmCardPath, exhibitsOrigin } from './pages.ts'
import { type PageFault, PageWatch, patience, rungFor } from './recovery.ts'

export type ScreenNeeds = {
  readonly file: StationFile
  readonly session: Session
  readonly preload: string
  readonly clock: Clock
  readonly developer: boolean
  /** Begins without 3D. */
  readonly safe: boolean
  /** What a page must learn that has just come. */
  readonly helm: () => HelmNews | undefined
  /** The page that was there is no more: what it had open is let go. */
  readonly onPageGone: () => void
}

/** How often the watch over the page looks, in milliseconds. */
const look = 500

/** The one window: it shows the exhibits, listens for the page's heartbeat and brings the page back when it fails. */
export class Screen {
  readonly #needs: ScreenNeeds
  #window: BrowserWindow
  readonly #watch = new PageWatch()
  readonly #looking: ReturnType<typeof setInterval>
  #faults: Elapsed[] = []
  #safe: boolean
  #mayClose = false
  #trying: ReturnType<typeof setTimeout> | undefined

  constructor(needs: ScreenNeeds) {
    this.#needs = needs
    this.#safe = needs.safe
    this.#window = this.#open()
    if (this.#isKiosk) {
      const changes = ['display-metrics-changed', 'display-added', 'display-removed'] as const
      for (const change of changes) displays.on(change as 'display-added', () => this.#fit())
    }
    let looked = needs.clock.elapsed()
    this.#looking = setInterval(() => {
      const now = needs.clock.elapsed()
      const fault = this.#watch.passed(now - looked)
      looked = now
      if (fault) this.#endPage(fault)
    }, look)
    this.#load()
  }

  focus(): void {
    if (this.#window.isDestroyed()) return
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.focus()
  }

  /** Whether a call comes from the top frame of our page in this window. */
  isOurs(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame
    return (
      event.sender === this.#contents &&
      frame !== null &&
      frame.parent === null &&
      frame.url.startsWith(`${exhibitsOrigin}/`)
    )
  }

  isOurPage(contents: WebContents | null): boolean {
    return !this.#window.isDestroyed() && contents === this.#contents
  }

  heard(): void {
    if (!this.#watch.heard()) return
    log({ event: 'page-alive', took: Date.now() - (process.getCreationTime() ?? Date.now()), safe: this.#safe })
  }

  tellHelm(news: HelmNews): void {
    if (!this.#window.isDestroyed()) tellHelm(this.#contents, news)
  }

  /** From now on the window closes when it is asked to. */
  letGo(): void {
    this.#mayClose = true
    clearInterval(this.#looking)
    clearTimeout(this.#trying)
  }

  /** Whether the window is to be there whatever happens to it. */
  get comesBack(): boolean {
    return this.#isKiosk && !this.#mayClose
  }

  get #contents(): WebContents {
    return this.#window.webContents
  }

  get #isKiosk(): boolean {
    return this.#needs.file.screen.mode === 'kiosk'
  }

  #open(): BrowserWindow {
    const window = openWindow(this.#needs)
    const contents = window.webContents
    if (this.#isKiosk) lockKeys(contents)
    window.on('close', (event) => {
      if (this.comesBack) event.preventDefault()
    })
    // A page can close its window without asking; in kiosk mode it gets a new one.
    window.on('closed', () => {
      this.#needs.onPageGone()
      if (this.comesBack) this.#failed('crashed', 'closed')
    })
    contents.on('render-process-gone', (_, { reason }) => {
      this.#needs.onPageGone()
      if (reason !== 'clean-exit') this.#failed('crashed', reason)
    })
    contents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) this.#needs.onPageGone()
    })
    contents.on('dom-ready', () => {
      // Hands are the pointer here.
      if (this.#isKiosk) void contents.insertCSS('* { cursor: none !important }')
      const helm = this.#needs.helm()
      if (helm) this.tellHelm(helm)
    })
    return window
  }

  #fit(): void {
    if (!this.#window.isDestroyed()) this.#window.setBounds(displays.getPrimaryDisplay().bounds)
  }

  #load(path = `/${this.#safe ? '?safe=1' : ''}`): void {
    clearTimeout(this.#trying)
    if (this.#window.isDestroyed()) this.#window = this.#open()
    if (path !== calmCardPath) this.#watch.loading()
    this.#contents
      .loadURL(exhibitsOrigin + path)
      .catch((failure: Error) => log({ event: 'page-not-loaded', why: failure.message }))
  }

  /** A page that hangs cannot be asked to go; its process is ended, and the rest follows as after a crash. */
  #endPage(fault: PageFault): void {
    this.#failed(fault, 'silence')
    if (!this.#window.isDestroyed()) this.#contents.forcefullyCrashRenderer()
  }

  #failed(fault: PageFault, reason: string): void {
    if (this.#trying) return
    this.#watch.gone()
    const now = this.#needs.clock.elapsed()
    this.#faults = [...this.#faults.filter((when) => now - when < patience.memory), now]
    const rung = rungFor(this.#faults, now)
    if (rung !== 'reload') this.#safe = true
    log({ event: 'page-failed', fault, reason, faults: this.#faults.length, rung })
    // The process that is going must be gone before another is asked for.
    this.#trying = setTimeout(() => {
      this.#trying = undefined
      if (rung === 'calm-card') this.#rest()
      else this.#load()
    }, 100)
  }

  #rest(): void {
    this.#load(calmCardPath)
    this.#trying = setTimeout(() => {
      this.#trying = undefined
      this.#load()
    }, patience.calm)
  }
}

function openWindow({ file, session, preload, developer }: ScreenNeeds): BrowserWindow {
  const isKiosk = file.screen.mode === 'kiosk'
  const { bounds } = displays.getPrimaryDisplay()
  const window = new BrowserWindow({
    ...(isKiosk ? bounds : { width: file.screen.width, height: file.screen.height, useContentSize: true }),
    title: file.station.name.zh,
    backgroundColor: '#10212b',
    autoHideMenuBar: true,
    frame: !isKiosk,
    resizable: !isKiosk,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: developer,
      // A screen nobody touches is still a screen: its clocks and its heartbeat go on.
      backgroundThrottling: false,
      spellcheck: false,
      disableDialogs: true,
      // The choosers of files and folders would open a dialog of the desktop.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      navigateOnDragDrop: false,
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
  window.removeMenu()
  if (isKiosk) {
    window.setKiosk(true)
    window.setAlwaysOnTop(true, 'screen-saver')
    window.on('blur', () => window.focus())
  }
  return window
}
