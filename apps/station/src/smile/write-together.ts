import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'

/** A file and what is to stand in it, piece by piece; asked for when its turn comes. */
export type FileToWrite = {
  readonly path: string
  readonly parts: () => Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
}

/**
 * Writes some files, the one people open first: all are complete on the disk, in their order, under passing names before any takes its own,
 * and the first takes its name last. On any failure, and where `stop` says so between two pieces, the passing ones go, that first file stays
 * as it was, and the failure is thrown on.
 */
export async function writeTogether(files: readonly FileToWrite[], stop?: AbortSignal): Promise<void> {
  const passing = files.map((file) => ({ ...file, name: `${file.path}.part-${process.pid}` }))
  try {
    for (const { name, parts } of passing) await writeWhole(name, parts(), stop)
    stop?.throwIfAborted()
    for (const { name, path } of passing.toReversed()) renameSync(name, path)
  } catch (failure) {
    for (const { name } of passing) rmSync(name, { force: true })
    throw failure
  }
}

async function writeWhole(path: string, parts: ReturnType<FileToWrite['parts']>, stop?: AbortSignal): Promise<void> {
  const file = openSync(path, 'w')
  try {
    for await (const part of parts) {
      stop?.throwIfAborted()
      const bytes = typeof part === 'string' ? Buffer.from(part) : part
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
