import { join } from 'node:path'
import { shellContract } from '@riverside/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Display, openDisplay } from '../../apps/kiosk/scripts/virtual-display.ts'
import { openShell, type ShellUnderTest } from './shell-under-test.ts'

/** What a hostile page would try, tried by our page in the real shell. */
let display: Display
let shell: ShellUnderTest
beforeAll(async () => {
  display = await openDisplay()
  shell = await openShell({
    display,
    file: { screen: { mode: 'kiosk' }, smile: { camera: 'real' } },
    words: ['--use-fake-device-for-media-stream'],
  })
  await shell.event('page-alive')
})
afterAll(async () => {
  await shell?.close()
  await display?.close()
})

const inPage = <Answer>(work: () => Answer | Promise<Answer>) => shell.page.evaluate(work)

describe('the page', () => {
  test('has no Node, and of the shell the words of the contract only', async () => {
    expect(
      await inPage(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window)),
    ).toEqual([])
    const words = await inPage(() => Object.keys((window as unknown as { shell: object }).shell))
    expect(words.sort()).toEqual([...Object.keys(shellContract), 'onHelm'].sort())
  })

  test('runs in a sandbox, apart from the preload, and without developer tools', async () => {
    const preferences = await shell.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => {
        const contents = window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences()
        return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag }
      }),
    )
    expect(preferences).toEqual([
      { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false },
    ])
    await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.openDevTools())
    expect(
      await shell.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isDevToolsOpened()),
    ).toBe(false)
  })

  test('keeps nothing on the disk', async () => {
    const kept = await shell.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return [window?.webContents.session.isPersistent(), window?.webContents.session.storagePath]
    })
    expect(kept).toEqual([false, null])
  })

  test('runs no script that is written into it, evaluated, or fetched from elsewhere', async () => {
    const ran = await inPage(async () => {
      const marks = window as unknown as Record<string, boolean>
      const inline = document.createElement('script')
      inline.textContent = 'window.ranInline = true'
      document.head.append(inline)
      document.body.insertAdjacentHTML('beforeend', '<img src="/none.png" onerror="window.ranHandler = true" alt="">')
      const remote = document.createElement('script')
      remote.src = 'data:text/javascript,window.ranRemote=true'
      const over = new Promise((resolve) => {
        remote.onerror = resolve
        remote.onload = resolve
      })
      document.head.append(remote)
      await over
      try {
        new Function('window.ranEvaluated = true')()
      } catch {}
      await new Promise((resolve) => setTimeout(resolve, 200))
      return ['ranInline', 'ranHandler', 'ranRemote', 'ranEvaluated'].filter((mark) => marks[mark])
    })
    expect(ran).toEqual([])
  })

  test('reaches nothing but its own origin', async () => {
    const url = (await shell.event('station-up')).url as string
    const reached = await shell.page.evaluate(async (station) => {
      const got: string[] = []
      for (const address of [
        `${station}/api/health`,
        'https://example.org/',
        'file:///etc/passwd',
        'app://elsewhere/index.html',
      ]) {
        await fetch(address).then(
          () => got.push(address),
          () => undefined,
        )
        const shown = await new Promise((resolve) => {
          const picture = new Image()
          picture.onload = () => resolve(true)
          picture.onerror = () => resolve(false)
          picture.src = address
        })
        if (shown) got.push(`picture ${address}`)
      }
      await new Promise<void>((resolve) => {
        try {
          const socket = new WebSocket(station.replace('http', 'ws'))
          socket.onopen = () => {
            got.push('socket')
            resolve()
          }
          socket.onerror = () => resolve()
        } catch {
          resolve()
        }
      })
      return got
    }, url)
    expect(reached).toEqual([])
  })

  test('reads no file beyond the built pages', async () => {
    const statuses = await inPage(async () => {
      const paths = [
        '/..%2fpackage.json',
        '/%2e%2e/%2e%2e/package.json',
        '/assets/..%2f..%2f..%2fpackage.json',
        '/.vite/manifest.json',
        '/%00',
      ]
      return Promise.all(paths.map((path) => fetch(path).then(({ status }) => status)))
    })
    expect(statuses).toEqual([404, 404, 404, 404, 404])
  })

  test('speaks to the station without knowing its key', async () => {
    const reply = await inPage(async () => {
      const answer = await fetch('/api/health')
      return {
        status: answer.status,
        policy: answer.headers.get('content-security-policy'),
        names: [...answer.headers.keys()],
      }
    })
    expect(reply.status).toBe(200)
    expect(reply.policy).toContain("default-src 'none'")
    expect(reply.names).not.toContain('authorization')
    expect(reply.names).not.toContain('set-cookie')
  })

  test('hears the station’s news as a stream, and lets go of it', async () => {
    const first = await inPage(async () => {
      const stop = new AbortController()
      const answer = await fetch('/api/events', { signal: stop.signal })
      const piece = await answer.body?.getReader().read()
      stop.abort()
      return new TextDecoder().decode(piece?.value)
    })
    expect(first).toContain('"hello"')
  })
})

describe('permission', () => {
  test('is given for the camera', async () => {
    const tracks = await inPage(async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ video: true })
      const kinds = stream.getTracks().map(({ kind }) => kind)
      for (const track of stream.getTracks()) track.stop()
      return kinds
    })
    expect(tracks).toEqual(['video'])
  })

  const asks: ReadonlyArray<readonly [string, () => unknown]> = [
    ['the microphone', () => navigator.mediaDevices.getUserMedia({ audio: true })],
    ['camera and microphone together', () => navigator.mediaDevices.getUserMedia({ audio: true, video: true })],
    ['the picture of the screen', () => navigator.mediaDevices.getDisplayMedia({ video: true })],
    [
      'the place on the globe',
      () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
    ],
    [
      'notifications',
      async () => (await Notification.requestPermission()) === 'granted' || Promise.reject(new Error('denied')),
    ],
    ['the clipboard', () => navigator.clipboard.readText()],
    [
      'instruments',
      () =>
        (navigator as unknown as { requestMIDIAccess(o: object): Promise<unknown> }).requestMIDIAccess({ sysex: true }),
    ],
    [
      'full screen',
      async () => {
        await Promise.race([
          document.documentElement.requestFullscreen(),
          new Promise((resolve) => setTimeout(resolve, 500)),
        ])
        if (document.fullscreenElement === null) throw new Error('denied')
      },
    ],
    [
      'serial devices',
      () => (navigator as unknown as { serial: { requestPort(): Promise<unknown> } }).serial.requestPort(),
    ],
    [
      'USB devices',
      () =>
        (navigator as unknown as { usb: { requestDevice(o: object): Promise<unknown> } }).usb.requestDevice({
          filters: [],
        }),
    ],
    ['the folder tree', () => (window as unknown as { showDirectoryPicker(): Promise<unknown> }).showDirectoryPicker()],
  ]

  test.each(asks)('is refused for %s', async (_, ask) => {
    const outcome = await inPage(ask).then(
      () => 'given',
      () => 'refused',
    )
    expect(outcome).toBe('refused')
  })

  test('for the camera is not given to another window, even of our own origin', async () => {
    const outcome = await shell.app.evaluate(async ({ BrowserWindow }) => {
      const [ours] = BrowserWindow.getAllWindows()
      const window = new BrowserWindow({
        show: false,
        webPreferences: { session: ours?.webContents.session as Electron.Session, sandbox: true },
      })
      await window.loadURL('app://riverside/-/calm')
      const answer = await window.webContents.executeJavaScript(
        "navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', (failure) => failure.name)",
      )
      window.destroy()
      return answer
    })
    expect(outcome).toBe('NotAllowedError')
  })
})

describe('the way out of the page', () => {
  const stays = async (work: () => unknown) => {
    await inPage(() => {
      ;(window as unknown as { mark: boolean }).mark = true
    })
    await inPage(work as () => void).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(await inPage(() => (window as unknown as { mark: boolean }).mark)).toBe(true)
    expect(shell.page.url()).toMatch(/^app:\/\/riverside\//)
    expect(shell.app.windows()).toHaveLength(1)
  }

  test('is not an address', () => stays(() => location.assign('https://example.org/')))
  test('is not another page of ours', () => stays(() => location.assign('/-/calm')))
  test('is not a new window', () => stays(() => window.open('/')))
  test('is not a link with a target', () =>
    stays(() => {
      const link = document.createElement('a')
      link.href = '/'
      link.target = '_blank'
      document.body.append(link)
      link.click()
    }))
  test('is not a form', () =>
    stays(() => {
      const form = document.createElement('form')
      form.action = 'https://example.org/'
      document.body.append(form)
      form.submit()
    }))
  test('is not a refresh written into the page', () =>
    stays(() =>
      document.head.insertAdjacentHTML('beforeend', '<meta http-equiv="refresh" content="0;url=https://example.org/">'),
    ))
  test('is not a frame', async () => {
    await stays(() => {
      const frame = document.createElement('iframe')
      frame.src = '/-/calm'
      document.body.append(frame)
    })
    expect(shell.page.frames().filter((frame) => frame.url().startsWith('app://riverside/-/'))).toEqual([])
  })
  test('is not a question or a print dialog', () =>
    stays(() => {
      alert('?')
      print()
    }))
  test('is not a download', async () => {
    await stays(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['x']))
      link.download = 'x.txt'
      link.click()
    })
    await shell.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('app://riverside/'),
    )
    expect((await shell.event('download-refused')).event).toBe('download-refused')
  })
})

describe('a word to the shell', () => {
  type Words = Record<string, (input?: unknown) => Promise<unknown>>

  test.each([
    ['heartbeat', undefined],
    ['heartbeat', { frames: -1 }],
    ['heartbeat', { frames: 1, more: true }],
    ['setVolume', 2],
    ['setVolume', 'loud'],
    ['leaveKiosk', { pin: '1'.repeat(13) }],
    ['leaveKiosk', { pin: 2580 }],
  ])('%s is refused with %j', async (word, input) => {
    const outcome = await shell.page.evaluate(
      ([name, sent]) =>
        ((window as unknown as { shell: Words }).shell[name as string] as Words[string])(sent).then(
          () => 'taken',
          (failure: Error) => failure.message,
        ),
      [word, input] as const,
    )
    expect(outcome).toContain('refused')
  })

  test('is refused to a stranger who has the very same preload', async () => {
    const preload = join(import.meta.dirname, '../../apps/kiosk/dist/preload.cjs')
    const outcome = await shell.app.evaluate(async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL('data:text/html,<p>')
      const answer = await window.webContents.executeJavaScript(
        "window.shell.leaveKiosk({ pin: '2580' }).then((answer) => 'answered ' + answer, (failure) => failure.message)",
      )
      window.destroy()
      return answer
    }, preload)
    expect(outcome).toContain('refused')
  })

  test('that the contract does not hold is refused, whatever objects inherit', async () => {
    const outcome = await shell.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
      const [window] = BrowserWindow.getAllWindows()
      const event = { sender: window?.webContents, senderFrame: window?.webContents.mainFrame }
      const handle = (
        ipcMain as unknown as { _invokeHandlers: Map<string, (...said: unknown[]) => Promise<unknown>> }
      )._invokeHandlers.get('riverside:call')
      const words = ['constructor', '__proto__', 'toString', 'stationAddress', 42, null]
      return Promise.all(
        words.map((word) =>
          Promise.resolve(handle?.(event, word, undefined)).then(
            () => 'taken',
            (failure: Error) => failure.message,
          ),
        ),
      )
    })
    expect(new Set(outcome)).toEqual(new Set(['refused']))
  })

  test('travels on one channel; there is no other', async () => {
    const channels = await shell.app.evaluate(({ ipcMain }) => [
      ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
      ...(ipcMain as unknown as { eventNames(): string[] }).eventNames().filter((name) => name !== 'error'),
    ])
    expect(channels).toEqual(['riverside:call'])
  })
})
