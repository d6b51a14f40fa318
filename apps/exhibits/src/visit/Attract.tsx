import type { Station } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { CutPanel, GhostHelm, TitleSlip, words } from '@riverside/ui'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { AttractProps } from './attract-props.ts'
import { closingToday, isOpen } from './opening.ts'
import { River } from './River.tsx'
import { useCalm } from './use-calm.ts'
import { visitWords } from './words.ts'
import './Attract.css'

const Cruise = lazy(() => import('./Cruise.tsx'))
const SandAttract = lazy(() => import('./SandAttract.tsx'))

/** Milliseconds without a visitor after which the panorama begins to sail by itself, where the station file says so. */
const castsOffAfter = 20_000

/** What a screen shows while nobody is there: the river, or the sand where it has nothing else. A touch anywhere wakes it, in the frame of the touch. */
export function Attract(props: AttractProps) {
  if (props.station.file.screen.role !== 'story') return <RiverAttract {...props} />
  return (
    <Suspense fallback={<section className="visit-attract" onPointerDown={props.onWake} />}>
      <SandAttract {...props} />
    </Suspense>
  )
}

/** The river itself, and one line of invitation. */
function RiverAttract({ station, clock, language, reducedMotion, onWake, service }: AttractProps) {
  const calm = useCalm(reducedMotion)
  const cruising = useCruising(station, clock, calm)
  const { name, place } = station.file.station
  const closing = closingToday(station.file.hours, clock.now())
  const say = visitWords[language]
  const other = visitWords[language === 'zh' ? 'en' : 'zh']
  return (
    <section className="visit-attract" lang={language} onPointerDown={onWake}>
      {cruising ? (
        <Suspense fallback={<River clock={clock} calm={calm} />}>
          <Cruise station={station} clock={clock} />
        </Suspense>
      ) : (
        <River clock={clock} calm={calm} />
      )}
      <div className="visit-attract-ghost">
        <GhostHelm radius={480} />
      </div>
      <header className="visit-attract-station">
        <h1>{name[language]}</h1>
        <p>
          <span>{place[language]}</span>
          <span className="visit-attract-dot" aria-hidden="true" />
          <span>{closing === undefined ? say.closedToday : say.openUntil(closing)}</span>
        </p>
      </header>
      <div className="visit-attract-title">
        {language === 'zh' ? (
          <TitleSlip lines={say.turn} size={98} seal={words.zh.station} />
        ) : (
          <TitleSlip lines={say.turn} size={76} seal={words.zh.station} beneath={other.turn.join('　')} />
        )}
      </div>
      {language === 'zh' && (
        <p className="visit-attract-line" lang="en">
          {other.turn.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
      <footer className="visit-attract-foot">
        <CutPanel cut={{ name: 'touch anywhere', width: 420, height: 110, stray: 4 }} ground="ink">
          <p className="visit-attract-touch">
            <button type="button" onClick={onWake}>
              {say.touch}
            </button>
            <span lang={language === 'zh' ? 'en' : 'zh'}>{other.touch}</span>
          </p>
        </CutPanel>
        <div onPointerDown={(touch) => touch.stopPropagation()}>{service}</div>
      </footer>
    </section>
  )
}

/** True when the panorama may sail by itself: asked for, in opening hours, after a while, and where nobody wants less motion. */
function useCruising(station: Station, clock: Clock, calm: boolean): boolean {
  const { screen, hours } = station.file
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    if (screen.attract !== 'cruise' || calm) return
    const timer = setInterval(() => setDue(isOpen(hours, clock.now())), castsOffAfter)
    return () => {
      clearInterval(timer)
      setDue(false)
    }
  }, [screen.attract, calm, hours, clock])
  return isDue
}
