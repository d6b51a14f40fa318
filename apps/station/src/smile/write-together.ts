import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/** A file and what is to stand in it, piece by piece; asked for when its turn comes. */
export type FileToWrite = { readonly path: string; readonly parts: () => Iterable<string | Uint8Array> }

/**
 * Writes some files, the one people open first: all are complete on the disk, in their order, under passing names before any takes its own,
 * and the first takes its name last. On any failure the passing ones go, that first file stays as it was, and the failure is thrown on.
 */
export function writeTogether(files: readonly FileToWrite[]): void {
  const passing = files.map((file) => ({ ...file, name: `${file.path}.part-${process.pid}` }))
  try {
    for (const { name, parts } of passing) writeWhole(name, parts())
    for (const { name, path } of passing.toReversed()) renameSync(name, path)
  } catch (failure) {
    for (const { name } of passing) rmSync(name, { force: true })
    throw failure
  }
}

/** So many characters or bytes go to the disk at once. */
const atOnce = 1 << 18

function writeWhole(path: string, parts: Iterable<string | Uint8Array>): void {
  const file = openSync(path, 'w')
  const write = (bytes: Uint8Array) => {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
  }
  try {
    let waiting = ''
    for (const part of parts) {
      if (typeof part === 'string') waiting += part
      if (waiting.length >= atOnce || typeof part !== 'string') {
        write(Buffer.from(waiting))
        waiting = ''
      }
      if (typeof part !== 'string') write(part)
    }
    write(Buffer.from(waiting))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
