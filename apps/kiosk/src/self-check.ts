import { readFile } from 'node:fs/promises'

/** A way in which memory of a visit could reach the disk of this machine. */
export type DumpRisk = 'core-files' | 'plain-swap'

/**
 * Looks for such ways (Linux; elsewhere nothing is known and nothing found). Swap counts as plain unless it is memory (zram)
 * or goes through the device mapper, where encryption sits.
 */
export async function dumpRisks(): Promise<readonly DumpRisk[]> {
  const [limits, swaps] = await Promise.all([textOf('/proc/self/limits'), textOf('/proc/swaps')])
  return [
    ...(leavesCoreFiles(limits) ? (['core-files'] as const) : []),
    ...(hasPlainSwap(swaps) ? (['plain-swap'] as const) : []),
  ]
}

/** Reads `/proc/self/limits`. */
export const leavesCoreFiles = (limits: string): boolean => {
  const soft = /^Max core file size\s+(\S+)/m.exec(limits)?.[1]
  return soft !== undefined && soft !== '0'
}

/** Reads `/proc/swaps`. */
export const hasPlainSwap = (swaps: string): boolean =>
  swaps
    .split('\n')
    .slice(1)
    .some((line) => line.trim() !== '' && !/^\/dev\/(?:zram|dm-|mapper\/)/.test(line))

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    return ''
  }
}
