import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { say } from './progress.ts'

/** A lock older than this is taken for left behind, in milliseconds. */
const longestWork = 15 * 60_000

/**
 * Does the work while no other process does it. The lock is a folder, which only one process can make; it is broken when
 * its owner is gone.
 */
export async function oneAtATime<Made>(lock: string, work: () => Promise<Made>): Promise<Made> {
  await take(lock)
  const release = () => rm(lock, { recursive: true, force: true })
  const interrupted = () => void release().finally(() => process.exit(130))
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    return await work()
  } finally {
    process.off('SIGINT', interrupted)
    process.off('SIGTERM', interrupted)
    await release()
  }
}

async function take(lock: string): Promise<void> {
  await mkdir(dirname(lock), { recursive: true })
  const began = performance.now()
  for (let said = false; ; said = true) {
    if (await made(lock)) return
    if (await isLeftBehind(lock)) {
      await rm(lock, { recursive: true, force: true })
      continue
    }
    if (performance.now() - began > longestWork) throw new Error(`Waited a quarter of an hour for ${lock}`)
    if (!said) say('Another process is doing this already; waiting for it.')
    await pause(300)
  }
}

async function made(lock: string): Promise<boolean> {
  try {
    await mkdir(lock)
    await writeFile(join(lock, 'pid'), String(process.pid))
    return true
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw failure
  }
}

async function isLeftBehind(lock: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(lock)).mtimeMs > longestWork) return true
    const owner = Number(await readFile(join(lock, 'pid'), 'utf8'))
    return owner > 0 && !isRunning(owner)
  } catch {
    return false
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
