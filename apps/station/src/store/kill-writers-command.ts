import { parseArgs } from 'node:util'
import { seededChance } from '@riverside/kit'
import { killWriters } from './kill-writers.ts'

/** `tsx apps/station/src/store/kill-writers-command.ts [--kills 10000] [--seconds 7200] [--seed 1]` */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '7200' },
    seed: { type: 'string', default: '1' },
  },
})
const report = await killWriters({
  kills: Number(values.kills),
  seconds: Number(values.seconds),
  chance: seededChance(Number(values.seed)),
  onProgress: (kills) => {
    if (kills % 100 === 0) console.error(`${kills} kills`)
  },
})
console.log(JSON.stringify(report))
process.exitCode = report.wrong === 0 && report.integrity === 'ok' ? 0 : 1
