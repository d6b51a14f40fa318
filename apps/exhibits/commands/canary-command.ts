import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCanary } from './canary.ts'

/**
 * `tsx apps/exhibits/commands/canary-command.ts [--seconds 180]`: nothing the camera saw may be found on any disk. Eight hours are
 * `--seconds 28800`. Within a network of its own that has an interface named `sink` it also counts what was sent by it.
 */
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '180' } } })
const place = await mkdtemp(join(tmpdir(), 'riverside-canary-'))
try {
  const report = await runCanary(Number(values.seconds), place)
  console.log(JSON.stringify(report))
  const isSound = report.hits.length === 0 && report.planted.found === report.planted.laid && report.looks > 0
  process.exitCode = isSound && (report.packets ?? 0) === 0 ? 0 : 1
} finally {
  await rm(place, { recursive: true, force: true })
}
