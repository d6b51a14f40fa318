import { type Clock, Language, seededChance } from '@riverside/kit'
import { lastsOf, ProcessorField, Sand, Story, Surface, touchesOf } from '@riverside/story'
import { ServiceCorner } from '@riverside/ui'
import { createRoot } from 'react-dom/client'
import { sampleStation } from './parts/sample.ts'
import type { Helm } from './stage/helm.ts'
import { LookBack } from './story/LookBack.tsx'
import { grainsOf, paintSand } from './story/paint-sand.ts'
import { SandTray } from './story/SandTray.tsx'
import type { Tray } from './story/tray.ts'

/** The sand without a screen, for whoever compares. */
const rules = { paintSand, grainsOf, Sand, ProcessorField, touchesOf, lastsOf }

declare global {
  interface Window {
    /** What the bench and the browser tests read of the room. */
    readonly __lab: {
      readonly trays: readonly Tray[]
      readonly playing: readonly boolean[]
      left: number
      readonly rules: typeof rules
    }
  }
}

/**
 * The room 回首滨江 by itself, with a story fetched from beside the page:
 * `?story=stories/liufa-chuhai.json&lang=en&easy&still&display=hologram&table`. `tray` shows the sand alone, `card` and `processor`
 * say by whom.
 */
const asked = new URLSearchParams(location.search)
const language = Language.catch('zh').parse(asked.get('lang'))
const easy = asked.has('easy')
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
document.documentElement.toggleAttribute('data-easy', easy)

const clock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }
const nothing = () => undefined
const helm: Helm = { listen: () => nothing, move: nothing, ownWheel: () => 'none' }
const trays: Tray[] = []
const playing: boolean[] = []
Object.assign(window, { __lab: { trays, playing, left: 0, rules } })

const story = Story.parse(await (await fetch(asked.get('story') ?? 'stories/liufa-chuhai.json')).json())
const station = {
  ...sampleStation,
  file: {
    ...sampleStation.file,
    screen: {
      ...sampleStation.file.screen,
      display: Surface.catch('opaque').parse(asked.get('display')),
      table: asked.has('table'),
    },
  },
  pack: { ...sampleStation.pack, pack: { ...sampleStation.pack.pack, stories: [story] } },
}
const common = { clock, chance: seededChance(7), lowReach: false, reducedMotion: asked.has('still') }

const room = (
  <LookBack
    {...common}
    station={station}
    wire={{ fetch: (url, request) => fetch(url, request), address: '' }}
    language={language}
    easy={easy}
    helm={helm}
    onLeave={() => {
      window.__lab.left += 1
    }}
    onPlaying={(goesOn) => playing.push(goesOn)}
    takenView={undefined}
    onTakeView={undefined}
    service={<ServiceCorner language={language} easy={easy} onLanguage={nothing} onEasy={nothing} />}
  />
)
const alone = (
  <div style={{ position: 'absolute', inset: 0 }}>
    <SandTray
      {...common}
      picture={`packs/parts-sheet/${story.chapters[0]?.picture}`}
      pictureText=""
      focus={0.5}
      label=""
      by={asked.has('processor') ? 'processor' : asked.has('card') ? 'graphics card' : 'best'}
      onHand={nothing}
      onMissing={nothing}
      onTray={(tray) => trays.push(tray)}
    />
  </div>
)
const stage = document.getElementById('stage')
if (stage) createRoot(stage).render(asked.has('tray') ? alone : room)
