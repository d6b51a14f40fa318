import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from './progress.ts'

/** One end of a helm's line, to be written to. */
export type PretendLine = {
  write(text: string): Promise<void>
  /** Pulls the cable; a line that somebody else holds stays where it is. */
  pull(): Promise<void>
  plugIn(): Promise<void>
  close(): Promise<void>
}

/** What is still on the way must arrive before the line is taken away, in milliseconds. */
const onTheWay = 200

/** Writes to what is there; otherwise makes a pseudo-terminal (by socat) with this path as its name. */
export const openPretendLine = (path: string): Promise<PretendLine> =>
  existsSync(path) ? existingLine(path) : newLine(path)

async function existingLine(path: string): Promise<PretendLine> {
  const file = await open(path, 'w')
  const nothing = async () => undefined
  return {
    write: async (text) => void (await file.write(text)),
    pull: nothing,
    plugIn: nothing,
    async close() {
      await pause(onTheWay)
      await file.close()
    },
  }
}

async function newLine(path: string): Promise<PretendLine> {
  let socat: ChildProcess | undefined
  process.once('SIGINT', () => socat?.kill())
  const plugIn = async () => {
    if (socat) return
    const child = spawn('socat', ['-', `pty,raw,echo=0,link=${path}`], { stdio: ['pipe', 'ignore', 'inherit'] })
    child.once('error', () => say('socat is missing; please install the Debian package socat.'))
    socat = child
    while (!existsSync(path) && child.exitCode === null && child.pid !== undefined) await pause(20)
  }
  const pull = async () => {
    const child = socat
    socat = undefined
    if (!child || child.exitCode !== null) return
    await pause(onTheWay)
    const gone = new Promise<void>((over) => child.once('exit', () => over()))
    child.kill()
    await gone
  }
  await plugIn()
  say(`A helm pretends at ${path}.`)
  return {
    write: (text) =>
      new Promise((written, failed) => {
        if (!socat?.stdin) return written()
        socat.stdin.write(text, (failure) => (failure ? failed(failure) : written()))
      }),
    pull,
    plugIn,
    close: pull,
  }
}
