import { type Clock, Language, seededChance } from '@riverside/kit'
import { Card, lastsOf, ProcessorField, Sand, Story, Surface, touchesOf } from '@riverside/story'
import { reachOf, ServiceCorner } from '@riverside/ui'
import { createRoot } from 'react-dom/client'
import { sampleStation } from './parts/sample.ts'
import { openHelm } from './stage/helm-drivers.ts'
import { wearReach } from './stage/use-low-reach.ts'
import { LookBack } from './story/LookBack.tsx'
import { grainsOf, paintSand } from './story/paint-sand.ts'
import { SandTray } from './story/SandTray.tsx'
import { CardField } from './story/sand-card.ts'
import type { Tray } from './story/tray.ts'

/** The sand without a screen, for whoever compares. */
const rules = { paintSand, grainsOf, CardField, Sand, ProcessorField, touchesOf, lastsOf }

declare global {
  interface Window {
    /** What the bench and the browser tests read of the room. */
    readonly __lab: {
      readonly trays: readonly Tray[]
      readonly playing: readonly boolean[]
      left: number
      /** The stop of the voyage that was asked for. */
      stop: string | undefined
      readonly rules: typeof rules
    }
  }
}

/**
 * The room 回首滨江 by itself, with one story or all of them fetched from beside the page:
 * `?story=stories/liufa-chuhai.json&lang=en&easy&low&still&display=hologram&table`, or `?story=stories/all.json`. `tray` shows the sand alone,
 * `card` and `processor` say by whom; `openings=500` opens and closes the room so many times and counts in `__lab.left`.
 */
const asked = new URLSearchParams(location.search)
const language = Language.catch('zh').parse(asked.get('lang'))
const easy = asked.has('easy')
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
document.documentElement.toggleAttribute('data-easy', easy)

const lowReach = asked.has('low')
// A tall panel that stands low: the least room there is, and something of the screen below it.
wearReach(lowReach ? reachOf({ panelBottom: 200, panelHeight: 1200 }) : undefined)

const clock: Clock = { now: () => Date.now(), elapsed: () => performance.now() }
const nothing = () => undefined
const helm = openHelm({ driver: { kind: 'none' }, clock })
const trays: Tray[] = []
const playing: boolean[] = []
Object.assign(window, { __lab: { trays, playing, left: 0, stop: undefined, rules } })

const fetched = async (path: string): Promise<unknown> => await (await fetch(path)).json()
const told = await fetched(asked.get('story') ?? 'stories/liufa-chuhai.json')
const stories = (Array.isArray(told) ? told : [told]).map((story) => Story.parse(story))
const cards = Card.array().parse(await fetched('cards/all.json'))
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
  pack: { ...sampleStation.pack, pack: { ...sampleStation.pack.pack, stories, cards } },
}
const common = { clock, chance: seededChance(7), lowReach, reducedMotion: asked.has('still') }

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
    taken={undefined}
    onTake={undefined}
    stop={undefined}
    onStop={(stop) => {
      window.__lab.stop = stop
    }}
    service={
      <ServiceCorner
        language={language}
        easy={easy}
        onLanguage={nothing}
        onEasy={nothing}
        lowReach={{ on: lowReach, onChange: nothing }}
      />
    }
  />
)
const alone = (
  <div style={{ position: 'absolute', inset: 0 }}>
    <SandTray
      {...common}
      picture={`packs/parts-sheet/${stories[0]?.chapters[0]?.picture}`}
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
// As the stage does it.
if (stage && station.file.screen.display === 'hologram') {
  Object.assign(stage.style, { position: 'fixed', inset: '0', transform: 'scaleX(-1)' })
}
const openings = Number(asked.get('openings') ?? 0)
if (stage && openings > 0) {
  const root = createRoot(stage)
  for (let opened = 0; opened < openings; opened += 1) {
    root.render(<div key={opened}>{room}</div>)
    await untilDrawn()
    root.render(null)
    await untilDrawn()
    window.__lab.left += 1
  }
} else if (stage) createRoot(stage).render(asked.has('tray') ? alone : room)

/** Two frames: effects have run, and what they asked for has been drawn once. */
function untilDrawn(): Promise<void> {
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))
}
