import { dayStart, tallied } from '@riverside/smile'
import { bucketStore } from '../smile/bucket-store.ts'
import { calibrationStore } from '../smile/calibration-store.ts'
import { openStore } from './store.ts'

/**
 * A process that writes until it is killed: one kind of count, one line on its output for each that is on the disk.
 * Started by `kill-writers.ts` with the folder of the database and the kind of count.
 */
const when = dayStart('2026-03-14') + 12 * 3_600_000
const [folder = '', kind = ''] = process.argv.slice(2)
const opened = openStore(folder)
if (!opened.ok) throw new Error(opened.error.code)
const buckets = bucketStore(opened.value, 'pier')
const runs = calibrationStore(opened.value, 'pier')

let party = 0
const writers: Readonly<Record<string, () => void>> = {
  readings: () => {
    buckets.addReading({ door: 'exit', mode: 'opt-in', decision: 'smiling', party }, when)
    party += 1
  },
  passages: () => buckets.addPassages('entry', 'opt-in', { in: 1, out: 0 }, when),
  judgements: () => runs.count('exit', 'normal', (tally) => tallied(tally, 'smiling', 'smiling', 'smiling'), when),
  settings: () => {
    const before = Number(opened.value.readSetting('killed-writer') ?? 0)
    opened.value.writeSetting('killed-writer', String(before + 1))
  },
}
const write = writers[kind]
if (write === undefined) throw new Error(`no such kind of count: ${kind}`)
for (;;) {
  write()
  process.stdout.write('.\n')
  await new Promise((done) => setImmediate(done))
}
