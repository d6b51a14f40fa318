import { StationFile, type Wire } from '@riverside/contract'
import { type Language, seededChance } from '@riverside/kit'
import { ServiceCorner } from '@riverside/ui'
import { createRoot, type Root } from 'react-dom/client'
import type { ExhibitProps } from '../stage/exhibit.ts'
import type { Helm, HelmMove } from '../stage/helm.ts'
import { Smile } from './Smile.tsx'

export type RoomWish = {
  readonly language: Language
  readonly easy: boolean
  readonly camera: 'real' | 'pretend' | 'none'
  readonly mode: 'opt-in' | 'ambient' | 'off'
  readonly door?: 'entry' | 'exit'
  readonly asksDoor?: boolean
}

/** What the room told its station. */
export type Told = { readonly path: string; readonly body: unknown }

let root: Root | undefined

const hearers = new Set<(move: HelmMove) => void>()
const helm: Helm = {
  listen(hear) {
    hearers.add(hear)
    return () => void hearers.delete(hear)
  },
  move(made) {
    for (const hear of hearers) hear(made)
  },
  ownWheel: () => 'none',
}
/** Turns or presses the helm of the room. */
export const steer = helm.move

/** Shows 微笑滨江 by itself on a page without a station. */
export function openRoom(wish: RoomWish, told: Told[]): void {
  root?.unmount()
  // What a visit remembers goes with it.
  sessionStorage.clear()
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
    smile: {
      mode: wish.mode,
      compliance,
      camera: wish.camera,
      door: wish.door ?? 'entry',
      asksDoor: wish.asksDoor ?? false,
    },
  })
  const station = { file, needsPin: false } as ExhibitProps['station']
  return {
    station,
    wire: rememberingWire(told),
    language: wish.language,
    easy: wish.easy,
    lowReach: false,
    reducedMotion: false,
    helm,
    clock: { now: () => Date.now(), elapsed: () => performance.now() },
    chance: seededChance(1),
    onLeave: () => told.push({ path: 'left', body: undefined }),
    onPlaying: nothing,
    taken: undefined,
    onTake: undefined,
    stop: undefined,
    onStop: undefined,
    service: <ServiceCorner language={wish.language} easy={wish.easy} onLanguage={nothing} onEasy={nothing} />,
  }
}

const compliance = {
  assessment: '2026-07',
  legalBasis: '同意',
  responsible: '试验站值班长',
  signageChecked: '2026-03-01',
  expires: '2026-12-31',
}

/** A day's lanterns: 80 on the way in, 190 on the way out. */
const wall = {
  day: '2026-06-30',
  until: '17:30',
  mode: 'opt-in',
  hours: { open: '10:00', close: '20:00' },
  today: { in: 512, out: 498, entry: { n: 333, x: 80 }, exit: { n: 330, x: 190 }, partial: false },
  period: null,
}

const replies: Readonly<Record<string, string>> = {
  '/api/smile/wall': JSON.stringify(wall),
  '/api/smile/readings': '{"counted":true,"receipt":"abcdefghijklmnopqrstuv"}',
  '/api/smile/answers': '{"counted":true}',
  '/api/smile/tickets': '{"code":"abcde","until":"20:00"}',
}

function rememberingWire(told: Told[]): Wire {
  return {
    address: '',
    async fetch(path, request) {
      told.push({ path, body: JSON.parse(request.body ?? 'null') })
      const reply = replies[path] ?? ''
      return { ok: true, status: 200, text: async () => reply }
    },
  }
}
