import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StationFile } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { type Station, startStation } from '../apps/station/src/station.ts'
import { buildGuidePage, buildPhonePage } from '../apps/station/src/takeaway/phone-page.ts'

const root = resolve(import.meta.dirname, '..')

export type RunningStation = Station & { readonly data: string; stop(): Promise<void> }

/** The demonstration station on a port of its own, with the built pages and the demonstration pack, in a folder that goes with it. */
export async function runStation(
  change: Readonly<Record<string, unknown>> = {},
  prepare: (data: string) => void = () => {},
  clock: Clock = { now: Date.now, elapsed: () => performance.now() },
): Promise<RunningStation> {
  const data = mkdtempSync(join(tmpdir(), 'riverside-e2e-'))
  prepare(data)
  const started = await startStation({
    file: StationFile.parse({
      station: {
        id: 'demonstration',
        name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
        place: { zh: '秦皇岛路码头', en: 'Qinhuangdao Road Wharf' },
      },
      demonstration: true,
      screen: { mode: 'windowed' },
      printer: { kind: 'pretend' },
      smile: { camera: 'pretend' },
      network: { port: 0 },
      ...change,
    }),
    data,
    bundledPack: join(root, 'assets/demo-pack'),
    pages: { exhibits: join(root, 'apps/exhibits/dist'), console: join(root, 'apps/console/dist') },
    phonePage: await buildPhonePage(),
    guidePage: await buildGuidePage(),
    clock,
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  return {
    ...started.value,
    data,
    async stop() {
      await started.value.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
