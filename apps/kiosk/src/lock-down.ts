import type { StationFile } from '@riverside/contract'
import { app, type Session, type WebContents } from 'electron'
import { isHarmless } from './keys.ts'
import { log } from './log.ts'
import { exhibitsOrigin } from './pages.ts'

/** What the lock asks before it lets the camera be opened. */
export type LockNeeds = {
  readonly isOurPage: (contents: WebContents | null) => boolean
  readonly mayUseCamera: () => boolean
}

/** Screens whose page meters or reads smiles. */
const cameraRoles: readonly StationFile['screen']['role'][] = ['all', 'smile-entry', 'smile-exit']

/** Screens on which a visitor may be photographed for a card of their own. */
const photoRoles: readonly StationFile['screen']['role'][] = ['all', 'postcard']

export const mayUseCamera = ({ smile, postcard, screen }: StationFile): boolean =>
  (smile.camera !== 'none' && smile.mode !== 'off' && cameraRoles.includes(screen.role)) ||
  (postcard.camera !== 'none' && photoRoles.includes(screen.role))

/** Takes from every page, of whatever origin, what a kiosk page does not need. Called before any window exists. */
export function lockDown(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      event.preventDefault()
      log({ event: 'navigation-refused' })
    })
    contents.on('will-frame-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // A page that asks “really leave?” must not keep the shell from loading it anew.
    contents.on('will-prevent-unload', (event) => event.preventDefault())
  })
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('login', (event) => event.preventDefault())
  app.on('select-client-certificate', (event) => event.preventDefault())
}

/** Locks one session: no permission but the camera for our one page, no device, no download, no address beyond our own. */
export function lockSession(session: Session, { isOurPage, mayUseCamera }: LockNeeds): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const media = details as { mediaTypes?: readonly string[]; isMainFrame?: boolean; requestingUrl?: string }
    const wanted = permission === 'media' && media.mediaTypes?.length === 1 && media.mediaTypes[0] === 'video'
    const granted =
      wanted && media.isMainFrame === true && isOurs(media.requestingUrl) && isOurPage(contents) && mayUseCamera()
    if (!granted) log({ event: 'permission-refused', permission })
    answer(granted)
  })
  session.setPermissionCheckHandler((contents, permission, origin, details) => {
    const isCamera = permission === 'media' && details.mediaType === 'video'
    return isCamera && details.isMainFrame && isOurs(origin) && isOurPage(contents) && mayUseCamera()
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.on('will-download', (event) => {
    event.preventDefault()
    log({ event: 'download-refused' })
  })
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !/^(?:app:\/\/riverside\/|blob:app:\/\/riverside\/|data:)/.test(request.url) })
  })
}

/** Keeps the keys that open, leave, reload, print or inspect from the page and from Chromium. */
export function lockKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (!isHarmless(input)) event.preventDefault()
  })
}

const isOurs = (address: string | undefined): boolean =>
  address === exhibitsOrigin || address?.startsWith(`${exhibitsOrigin}/`) === true
