import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askIpp, ippOperation } from './ipp.ts'

const has = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const cardModel = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd'
const isRoot = process.getuid?.() === 0

/** Whether this machine can run a print service of the test's own, and one that prints into files. */
export const canPrint =
  isRoot &&
  ['/usr/sbin/cupsd', 'lpadmin', 'lp', 'pdfinfo', 'pdftoppm', '/usr/lib/cups/backend/cups-pdf'].every(has) &&
  existsSync(cardModel)

/** Whether it can also run printers that speak IPP and fall into trouble when told to. */
export const canPretendPrinters = canPrint && ['ippeveprinter', 'ipptool', 'dbus-daemon', 'avahi-daemon'].every(has)

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answers(host: string, port: number, path: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await askIpp({ host, port }, path, ippOperation.getPrinterAttributes, [], 1000)
      return
    } catch (failure) {
      if (tries > 100) throw failure
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await over
}

export type PrintService = AsyncDisposable & {
  readonly server: { readonly host: string; readonly port: number }
  /** Everything the service writes lies below. */
  readonly home: string
  /** Runs a command of CUPS against this service and throws where it fails. */
  command(program: string, ...told: readonly string[]): void
  /** Adds a queue that prints into files, `~/PDF` by name of the job. */
  addFileQueue(queue: string): void
  addQueue(queue: string, device: string): void
  /** Adds a queue whose printer comes to nothing: its driver ends with this number each time (man 7 backend), or never. */
  addLameQueue(queue: string, ends: number | 'never'): void
  /** Ends as a service manager ends it whose main process was killed: the main process at once, what it had started after it. */
  kill(): Promise<void>
  start(): Promise<void>
}

/**
 * A print service of the test's own, in a folder of its own, on a port of its own.
 * @param further lines of its settings: usually those that kiosk-config/cupsd.conf asks for
 */
export async function startCups(further = stationLines()): Promise<PrintService> {
  const home = mkdtempSync(join(tmpdir(), 'riverside-cups-'))
  for (const folder of ['state', 'cache', 'spool/tmp']) mkdirSync(join(home, folder), { recursive: true })
  const port = await freePort()
  const files = {
    ServerRoot: '',
    StateDir: 'state',
    CacheDir: 'cache',
    RequestRoot: 'spool',
    TempDir: 'spool/tmp',
    AccessLog: 'access.log',
    ErrorLog: 'error.log',
    PageLog: 'page.log',
  }
  const lines = Object.entries(files).map(([name, path]) => `${name} ${join(home, path)}`)
  writeFileSync(join(home, 'cups-files.conf'), [...lines, `ServerBin ${programsWithLameDriver(home)}`].join('\n'))
  writeFileSync(join(home, 'cupsd.conf'), `${settings(port)}\n${further}`)
  const server = { host: 'localhost', port }
  const command = (program: string, ...told: readonly string[]) => {
    const { status, stderr } = spawnSync(program, ['-h', `localhost:${port}`, ...told], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program}: ${stderr}`)
  }
  let cups: ChildProcess
  const start = async () => {
    cups = spawn('/usr/sbin/cupsd', ['-f', '-c', join(home, 'cupsd.conf'), '-s', join(home, 'cups-files.conf')], {
      stdio: 'ignore',
    })
    await answers('localhost', port, '/')
  }
  await start()
  return {
    server,
    home,
    command,
    start,
    addFileQueue: (queue) => command('lpadmin', '-p', queue, '-E', '-v', 'cups-pdf:/', '-P', cardModel),
    addQueue: (queue, device) =>
      command('lpadmin', '-p', queue, '-E', '-v', device, '-m', 'everywhere', '-o', 'printer-error-policy=abort-job'),
    addLameQueue: (queue, ends) => {
      const policy = ['-o', 'printer-error-policy=abort-job']
      command('lpadmin', '-p', queue, '-E', '-v', `lame:/${ends}`, '-P', cardModel, ...policy)
    },
    async kill() {
      const children = spawnSync('pgrep', ['-P', String(cups.pid)], { encoding: 'utf8' }).stdout.split('\n')
      await ended(cups, 'SIGKILL')
      for (const child of children.filter((line) => line !== '')) spawnSync('kill', ['-TERM', child])
    },
    async [Symbol.asyncDispose]() {
      await ended(cups, 'SIGTERM')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The programs of the machine's print service in a folder of their own, where a driver stands among them that prints nothing. */
function programsWithLameDriver(home: string): string {
  const [own, shared] = [join(home, 'programs'), '/usr/lib/cups']
  mkdirSync(join(own, 'backend'), { recursive: true })
  for (const name of readdirSync(shared)) if (name !== 'backend') symlinkSync(join(shared, name), join(own, name))
  for (const name of readdirSync(join(shared, 'backend')))
    symlinkSync(join(shared, 'backend', name), join(own, 'backend', name))
  writeFileSync(join(own, 'backend', 'lame'), lameDriver, { mode: 0o700 })
  return own
}

const lameDriver = `#!/bin/sh
[ $# -eq 0 ] && exit 0
cat >/dev/null
[ "$DEVICE_URI" = lame:/never ] && exec sleep 600
sleep 0.1
exit "\${DEVICE_URI#lame:/}"
`

/** The lines that a station's print service needs beside its usual ones. */
const stationLines = () => readFileSync(join(import.meta.dirname, '../../../../kiosk-config/cupsd.conf'), 'utf8')

/** A service that asks nobody who they are, except that only its owner may cancel a job, as everywhere. */
const settings = (port: number) => `Listen localhost:${port}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit Cancel-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>`

export type TroubledPrinter = AsyncDisposable & {
  readonly uri: string
  /** Everything the printer writes lies below, apart from its tray. */
  readonly home: string
  /** Sheets that came out: one file for each job. */
  readonly tray: () => readonly string[]
  /** A state reason such as `media-empty-error`, until told otherwise. A job that is printed meanwhile waits. */
  fallInto(reason: string | undefined): void
  /** Jobs fail from now on. */
  breakDown(): void
  vanish(): Promise<void>
}

/** Where printers announce themselves, as driverless ones insist on doing. */
export type Announcer = AsyncDisposable & { readonly environment: NodeJS.ProcessEnv }

/** A message bus and an announcer that speak to this machine alone; the system's own where it runs one, as only one may. */
export async function startAnnouncer(): Promise<Announcer> {
  if (spawnSync('avahi-daemon', ['--check']).status === 0)
    return { environment: process.env, [Symbol.asyncDispose]: async () => {} }
  const home = mkdtempSync(join(tmpdir(), 'riverside-announcer-'))
  const address = `unix:path=${join(home, 'bus')}`
  const environment = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: address }
  writeFileSync(join(home, 'bus.conf'), busSettings(address))
  writeFileSync(join(home, 'avahi.conf'), announcerSettings)
  const bus = spawn('dbus-daemon', [`--config-file=${join(home, 'bus.conf')}`, '--nofork', '--nopidfile'], {
    stdio: 'ignore',
  })
  await comesTrue(() => existsSync(join(home, 'bus')))
  const options = ['--no-drop-root', '--no-chroot', '--no-rlimits']
  const avahi = spawn('avahi-daemon', ['-f', join(home, 'avahi.conf'), ...options], {
    stdio: 'ignore',
    env: environment,
  })
  await comesTrue(() => spawnSync('avahi-daemon', ['--check']).status === 0)
  return {
    environment,
    async [Symbol.asyncDispose]() {
      await ended(avahi, 'SIGTERM')
      await ended(bus, 'SIGTERM')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

async function comesTrue(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 25))
}

/** A driverless printer with cards of 148 × 100 mm in it. */
export async function startPrinter({ environment }: Announcer): Promise<TroubledPrinter> {
  const home = mkdtempSync(join(tmpdir(), 'riverside-printer-'))
  for (const folder of ['work', 'tray']) mkdirSync(join(home, folder))
  const inHome = (name: string) => join(home, name)
  const port = await freePort()
  writeFileSync(inHome('attributes.conf'), cardPrinter)
  writeFileSync(inHome('is-cancelled'), isCancelled)
  writeFileSync(inHome('print'), printCommand(home, port), { mode: 0o755 })
  const told = ['-p', String(port), '-a', inHome('attributes.conf'), '-c', inHome('print'), '-d', inHome('work')]
  const begin = () =>
    spawn('ippeveprinter', [...told, '-n', 'localhost', `card-${port}`], { stdio: 'ignore', env: environment })
  let printer = begin()
  // One that comes before the announcer is quite ready gives up at once.
  for (let tries = 0; tries < 5; tries += 1) {
    const isUp = await Promise.race([
      answers('localhost', port, '/ipp/print').then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => printer.once('exit', () => resolve(false))),
    ])
    if (isUp) break
    printer = begin()
  }
  return {
    uri: `ipp://localhost:${port}/ipp/print`,
    home,
    tray: () => readdirSync(inHome('tray')),
    fallInto: (reason) => writeFileSync(inHome('trouble'), reason ?? ''),
    breakDown: () => writeFileSync(inHome('broken'), ''),
    vanish: () => ended(printer, 'SIGKILL'),
    async [Symbol.asyncDispose]() {
      await ended(printer, 'SIGTERM')
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** What the printer does with a job: waits while it is in trouble, lays the sheet into the tray, and heeds it when the job is cancelled. */
const printCommand = (home: string, port: number) => `#!/bin/sh
cd '${home}'
cancelled() {
  ipptool -tv -d job="$IPP_JOB_ID" ipp://localhost:${port}/ipp/print is-cancelled | grep -q to-stop-point
}
[ -e broken ] && exit 1
was=''
while [ -s trouble ] && ! cancelled; do
  was="$(cat trouble)"
  echo "STATE: +$was" >&2
  sleep 0.1
done
[ -n "$was" ] && echo "STATE: -$was" >&2
cancelled || cp "$1" "tray/$IPP_JOB_ID.pdf"
exit 0
`

const isCancelled = `{
  OPERATION Get-Job-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR integer job-id $job
  ATTR keyword requested-attributes job-state-reasons
}
`

const busSettings = (bus: string) => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>${bus}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*"/><allow own="*"/><allow receive_sender="*"/></policy></busconfig>`

const announcerSettings = `[server]
host-name=riverside-test
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[publish]
publish-addresses=no
publish-hinfo=no
publish-workstation=no
`

const cardPrinter = `ATTR keyword ipp-features-supported ipp-everywhere
ATTR mimeMediaType document-format-supported application/pdf,application/octet-stream
ATTR mimeMediaType document-format-default application/pdf
ATTR boolean color-supported true
ATTR keyword print-color-mode-supported color
ATTR keyword print-color-mode-default color
ATTR keyword media-supported custom_card_148x100mm
ATTR keyword media-default custom_card_148x100mm
ATTR keyword media-ready custom_card_148x100mm
ATTR keyword media-col-supported media-size,media-bottom-margin,media-left-margin,media-right-margin,media-top-margin
ATTR collection media-size-supported {
 MEMBER integer x-dimension 14800
 MEMBER integer y-dimension 10000
}
ATTR collection media-col-default {
 MEMBER collection media-size {
  MEMBER integer x-dimension 14800
  MEMBER integer y-dimension 10000
 }
 MEMBER integer media-top-margin 0
 MEMBER integer media-bottom-margin 0
 MEMBER integer media-left-margin 0
 MEMBER integer media-right-margin 0
}
ATTR integer media-bottom-margin-supported 0
ATTR integer media-left-margin-supported 0
ATTR integer media-right-margin-supported 0
ATTR integer media-top-margin-supported 0
ATTR keyword sides-supported one-sided,two-sided-short-edge,two-sided-long-edge
ATTR keyword sides-default one-sided
ATTR resolution printer-resolution-supported 300dpi
ATTR resolution printer-resolution-default 300dpi
ATTR resolution pwg-raster-document-resolution-supported 300dpi
ATTR keyword pwg-raster-document-type-supported srgb_8
ATTR keyword urf-supported V1.4,RS300,SRGB24,W8
`
