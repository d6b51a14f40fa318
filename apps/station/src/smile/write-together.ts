import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/**
 * Writes some files: each is complete on the disk under a passing name before the first takes its own, and the last of the list,
 * the one people open, takes its name only when all others have theirs. On any failure the passing ones go, that last file stays
 * as it was, and the failure is thrown on.
 */
export function writeTogether(files: ReadonlyArray<{ readonly path: string; readonly text: string }>): void {
  const passing = files.map(({ path, text }) => ({ path, text, name: `${path}.part-${process.pid}` }))
  try {
    for (const { name, text } of passing) writeWhole(name, text)
    for (const { name, path } of passing) renameSync(name, path)
  } catch (failure) {
    for (const { name } of passing) rmSync(name, { force: true })
    throw failure
  }
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'w')
  try {
    const bytes = Buffer.from(text)
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
