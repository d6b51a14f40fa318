import { type Clock, Language } from '@riverside/kit'
import { ServiceCorner } from '@riverside/ui'
import { createRoot } from 'react-dom/client'
import { PartsSheet } from './parts/PartsSheet.tsx'
import { sampleStation } from './parts/sample.ts'
import { Attract } from './visit/Attract.tsx'

/**
 * The parts sheet and every screen of the visit by name: `?show=attract&lang=zh&easy=1&hour=18:10&still=1`.
 * The hour is that of Shanghai on the day of the autumn equinox.
 */
const asked = new URLSearchParams(location.search)
const language = Language.catch('zh').parse(asked.get('lang'))
const easy = asked.has('easy')
document.documentElement.lang = language
document.documentElement.toggleAttribute('data-easy', easy)

const start = Date.parse(`2026-09-23T${asked.get('hour') ?? '18:20'}:00+08:00`)
const clock: Clock = { now: () => start + performance.now(), elapsed: () => performance.now() }
const station = {
  ...sampleStation,
  file: { ...sampleStation.file, screen: { ...sampleStation.file.screen, reducedMotion: asked.has('still') } },
}
const nothing = () => undefined
const service = <ServiceCorner language={language} easy={easy} onLanguage={nothing} onEasy={nothing} />

const shown: Readonly<Record<string, React.ReactNode>> = {
  parts: <PartsSheet language={language} />,
  attract: <Attract station={station} clock={clock} language={language} onWake={nothing} service={service} />,
}

const stage = document.getElementById('stage')
if (stage) createRoot(stage).render(shown[asked.get('show') ?? 'parts'])
