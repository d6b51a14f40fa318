import { StationFile, type Wire } from '@riverside/contract'
import { type Language, seededChance } from '@riverside/kit'
import { ServiceCorner } from '@riverside/ui'
import { createRoot, type Root } from 'react-dom/client'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { Smile } from './Smile.tsx'

export type RoomWish = {
  readonly language: Language
  readonly easy: boolean
  readonly camera: 'real' | 'pretend' | 'none'
  readonly mode: 'opt-in' | 'off'
  readonly door?: 'entry' | 'exit'
}

/** What the room told its station. */
export type Told = { readonly path: string; readonly body: unknown }

let root: Root | undefined

/** Shows 微笑滨江 by itself on a page without a station. */
export function openRoom(wish: RoomWish, told: Told[]): void {
  root?.unmount()
  document.getElementById('room')?.remove()
  const ground = document.createElement('div')
  ground.id = 'room'
  document.body.append(ground)
  document.documentElement.toggleAttribute('data-easy', wish.easy)
  root = createRoot(ground)
  root.render(<Smile {...propsOf(wish, told)} />)
}

function propsOf(wish: RoomWish, told: Told[]): ExhibitProps {
  const nothing = () => undefined
  const file = StationFile.parse({
    station: { id: 'lab', name: { zh: '试验站', en: 'Lab' }, place: { zh: '滨江', en: 'Riverside' } },
    smile: { mode: wish.mode, camera: wish.camera, door: wish.door ?? 'entry' },
  })
  const station = { file, needsPin: false } as ExhibitProps['station']
  return {
    station,
    wire: rememberingWire(told),
    language: wish.language,
    easy: wish.easy,
    lowReach: false,
    reducedMotion: false,
    helm: { listen: () => nothing, move: nothing, ownWheel: () => 'none' },
    clock: { now: () => Date.now(), elapsed: () => performance.now() },
    chance: seededChance(1),
    onLeave: () => told.push({ path: 'left', body: undefined }),
    onPlaying: nothing,
    takenView: undefined,
    onTakeView: undefined,
    service: <ServiceCorner language={wish.language} easy={wish.easy} onLanguage={nothing} onEasy={nothing} />,
  }
}

function rememberingWire(told: Told[]): Wire {
  return {
    address: '',
    async fetch(path, request) {
      told.push({ path, body: JSON.parse(request.body ?? 'null') })
      const reply = path.endsWith('/readings') ? '{"counted":true}' : ''
      return { ok: true, status: 200, text: async () => reply }
    },
  }
}
