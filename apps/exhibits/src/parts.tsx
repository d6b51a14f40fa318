import { type Clock, Language, seededChance } from '@riverside/kit'
import { ServiceCorner } from '@riverside/ui'
import { ExhibitId } from '@riverside/visit'
import { createRoot } from 'react-dom/client'
import { PartsSheet } from './parts/PartsSheet.tsx'
import { sampleStation } from './parts/sample.ts'
import { Attract } from './visit/Attract.tsx'
import { CalmCard } from './visit/CalmCard.tsx'
import { Farewell } from './visit/Farewell.tsx'
import { IdleWarning } from './visit/IdleWarning.tsx'
import { LanguageChoice } from './visit/LanguageChoice.tsx'
import { Menu } from './visit/Menu.tsx'
import { StaffPad } from './visit/StaffPad.tsx'

/**
 * The parts sheet and every screen of the visit by name: `?show=attract&lang=zh&easy=1&hour=17:45&still=1`.
 * The names: parts, attract, language, menu (`helm=1`, `resting=smile`), warning, farewell, calm, first-pin, pin (`problem=wrong-pin`).
 * The hour is that of Shanghai on the day of the autumn equinox.
 */
const asked = new URLSearchParams(location.search)
const language = Language.catch('zh').parse(asked.get('lang'))
const easy = asked.has('easy')
document.documentElement.lang = language
document.documentElement.toggleAttribute('data-easy', easy)

const start = Date.parse(`2026-09-23T${asked.get('hour') ?? '17:45'}:00+08:00`)
const clock: Clock = { now: () => start + performance.now(), elapsed: () => performance.now() }
const nothing = () => undefined
const service = <ServiceCorner language={language} easy={easy} onLanguage={nothing} onEasy={nothing} />
const problem = asked.get('problem')
const helmed = asked.has('helm')
const resting = asked.get('resting')

const shown: Readonly<Record<string, () => React.ReactNode>> = {
  parts: () => <PartsSheet language={language} />,
  attract: () => (
    <Attract
      station={sampleStation}
      clock={clock}
      chance={seededChance(7)}
      language={language}
      reducedMotion={asked.has('still')}
      onWake={nothing}
      service={service}
    />
  ),
  language: () => <LanguageChoice chosen={helmed ? language : undefined} onChoose={nothing} onBack={nothing} />,
  menu: () => (
    <Menu
      exhibits={ExhibitId.options.map((id) => ({ id, resting: id === resting }))}
      chosen={helmed ? 'voyage' : undefined}
      language={language}
      onChoose={nothing}
      onBack={nothing}
      service={service}
    />
  ),
  warning: () => (
    <>
      <Menu
        exhibits={ExhibitId.options.map((id) => ({ id, resting: false }))}
        chosen={undefined}
        language={language}
        onChoose={nothing}
        onBack={nothing}
        service={service}
      />
      <IdleWarning secondsLeft={11} language={language} onStay={nothing} />
    </>
  ),
  farewell: () => <Farewell language={language} onEnd={nothing} />,
  calm: () => <CalmCard language={language} onBack={nothing} />,
  'first-pin': () => (
    <StaffPad
      state={problem === 'too-easy' ? { at: 'setting', problem } : { at: 'setting' }}
      language={language}
      onEnter={nothing}
      onSet={nothing}
    />
  ),
  pin: () => (
    <StaffPad
      state={problem === 'wrong-pin' || problem === 'too-many' ? { at: 'entering', problem } : { at: 'entering' }}
      language={language}
      onEnter={nothing}
      onSet={nothing}
      onClose={nothing}
    />
  ),
}

const stage = document.getElementById('stage')
if (stage) createRoot(stage).render((shown[asked.get('show') ?? ''] ?? shown.parts)?.())
