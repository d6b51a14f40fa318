import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Instant } from '@riverside/kit'
import { type BucketFault, type Door, readBucket, startOf } from '@riverside/smile'
import type { Store } from '../store/store.ts'
import { type BucketStore, bucketStore, type Put } from './bucket-store.ts'
import { keptFrom, keptMonths } from './retention.ts'

/** A line that was left out, by its number from 1. */
export type BadLine = { readonly line: number } & BucketFault

export type Imported = {
  readonly lines: number
  readonly puts: Readonly<Record<Put, number>>
  readonly bad: readonly BadLine[]
}

/** So many lines share one transaction: few enough that the station, running beside, never waits long. */
const atOnce = 500

/**
 * Takes every good line of a bucket file and reports every bad one. Good lines are on the disk when this ends, also where it
 * ends early by a failure of the file; the same file twice changes nothing.
 */
export async function importBuckets(store: Store, path: string, progress: (lines: number) => void): Promise<Imported> {
  const buckets = bucketStore(store, '')
  const puts: Record<Put, number> = { new: 0, replaced: 0, same: 0, older: 0, conflict: 0 }
  const bad: BadLine[] = []
  let lines = 0
  let waiting: Array<{ line: number; text: string }> = []
  const take = () => {
    store.inOneGo(() => {
      for (const { line, text } of waiting) {
        const fault = takeLine(buckets, text, keptFrom(store), puts)
        if (fault) bad.push({ line, ...fault })
      }
    })
    waiting = []
    progress(lines)
  }
  for await (const raw of createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    lines += 1
    const text = lines === 1 ? raw.replace(/^\uFEFF/, '') : raw
    if (text.trim() !== '') waiting.push({ line: lines, text })
    if (waiting.length >= atOnce) take()
  }
  take()
  return { lines, puts, bad }
}

function takeLine(
  buckets: BucketStore,
  text: string,
  oldest: Instant,
  puts: Record<Put, number>,
): BucketFault | undefined {
  const read = readBucket(text)
  if (!read.ok) return read.error
  if (startOf(read.value.quarter) < oldest) return retiredFault(read.value)
  const put = buckets.put(read.value)
  puts[put] += 1
  return put === 'conflict' ? conflictFault(read.value) : undefined
}

const retiredFault = ({ quarter }: { quarter: string }): BucketFault => ({
  field: 'quarter',
  what: {
    zh: `${quarter} 早于 ${keptMonths.quarter} 个月，这里已经只留小时和日的合计`,
    en: `${quarter} lies more than ${keptMonths.quarter} months back, of which only hours and days are kept here`,
  },
  remedy: { zh: '这一行不用再导入，合计里已经算过', en: 'leave this line out; it was counted before its time was up' },
})

const conflictFault = (bucket: { station: string; door: Door; quarter: string; rev: number }): BucketFault => ({
  field: 'rev',
  what: {
    zh: `${bucket.station} ${bucket.door} ${bucket.quarter} 已有第 ${bucket.rev} 版，内容不一样`,
    en: `${bucket.station} ${bucket.door} ${bucket.quarter} is already stored in revision ${bucket.rev} with other counts`,
  },
  remedy: {
    zh: '如果这一行才对，把它的 rev 加大再导入',
    en: 'if this line is the right one, give it a higher rev and import it again',
  },
})
