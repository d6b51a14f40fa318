import { writeHeapSnapshot } from 'node:v8'
import { StationFile } from '@riverside/contract'
import { writeSmallPack } from '../packs/pack-for-tests.ts'
import { startStation } from '../station.ts'
import { phonePageOf } from './phone-page.ts'

/** A station in a process of its own, so that what it remembers can be looked through: it writes down its memory when it is asked. */
const [place = ''] = process.argv.slice(2)
const started = await startStation({
  file: StationFile.parse({
    station: { id: 'test', name: { zh: '驿站', en: 'Station' }, place: { zh: '江边', en: 'Riverside' } },
    network: { port: 0 },
  }),
  data: `${place}/data`,
  bundledPack: await writeSmallPack(`${place}/pack`),
  pages: { exhibits: place, console: place },
  phonePage: phonePageOf('<title>card</title>'),
  clock: { now: Date.now, elapsed: () => performance.now() },
  log: (event) => console.log(JSON.stringify(event)),
})
if (!started.ok) throw new Error(started.error)
process.on('message', (file: string) => {
  gc?.()
  process.send?.({ written: writeHeapSnapshot(file) })
})
process.send?.({ url: started.value.url, key: started.value.screenKey })
