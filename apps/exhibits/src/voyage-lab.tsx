import type { Clock } from '@riverside/kit'
import { Node } from '@riverside/voyage'
import { createRoot } from 'react-dom/client'
import { sampleStation } from './parts/sample.ts'
import { HeadsetSlip } from './voyage/HeadsetSlip.tsx'
import { Headset } from './voyage/headset.ts'
import { RiverView } from './voyage/RiverView.tsx'
import { Sailing } from './voyage/sailing.ts'

declare global {
  interface Window {
    /** What the browser tests read of the river, and move. */
    readonly __river: { readonly sailing: Sailing; readonly headset: Headset }
  }
}

/** The river by itself between three nodes 60 m apart, whose tiles lie beside the page. */
const nodes = ['one', 'two', 'three'].map((id, index) =>
  Node.parse({
    id,
    chainage: index * 60,
    stand: { fromQuay: 60, aboveWater: 7 },
    heading: 0,
    arrival: { bearing: 300, elevation: 4, field: 60 },
    now: { picture: `media/nodes/${id}/tiles.json`, preview: `media/nodes/${id}/preview.webp`, buildings: [] },
  }),
)
const clock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }
const sailing = new Sailing(nodes, [], 100, false)
const headset = new Headset()
Object.assign(window, { __river: { sailing, headset } })

const stage = document.getElementById('stage')
const wire = { fetch: (url: string, request: RequestInit) => fetch(url, request), address: '' }
if (stage)
  createRoot(stage).render(
    <div style={{ position: 'absolute', inset: 0 }}>
      <RiverView sailing={sailing} station={sampleStation} wire={wire} clock={clock} headset={headset} />
      <div style={{ position: 'absolute', right: 0, bottom: 0 }}>
        <HeadsetSlip headset={headset} language="zh" />
      </div>
    </div>,
  )
