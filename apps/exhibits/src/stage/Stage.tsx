import { call, type DeviceState, reportScreen, type Shell, type Station, type StationEvent } from '@riverside/contract'
import type { Chance, Clock, Language } from '@riverside/kit'
import { ServiceCorner } from '@riverside/ui'
import type { Consequence, ExhibitId, Visit, VisitRules } from '@riverside/visit'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { GroupScreen } from '../group/GroupScreen.tsx'
import { useGroup } from '../group/use-group.ts'
import { AmbientMeter } from '../smile/AmbientMeter.tsx'
import { DoorCalibration } from '../smile/DoorCalibration.tsx'
import { Attract } from '../visit/Attract.tsx'
import { CalmCard } from '../visit/CalmCard.tsx'
import { Farewell } from '../visit/Farewell.tsx'
import { IdleWarning } from '../visit/IdleWarning.tsx'
import { LanguageChoice } from '../visit/LanguageChoice.tsx'
import { Menu } from '../visit/Menu.tsx'
import type { ExhibitProps, Taken } from './exhibit.ts'
import { ExhibitBoundary } from './exhibit-boundary.tsx'
import type { OwnWheelState } from './helm.ts'
import { openHelm } from './helm-drivers.ts'
import { tellWhoWatches } from './helm-watch.ts'
import { keepUnchanged } from './keep-unchanged.ts'
import { StaffDoor } from './StaffDoor.tsx'
import { beatHeart } from './shell.ts'
import './stage.css'
import { linkStation, wire } from './station-link.ts'
import { useHelmChoice } from './use-helm-choice.ts'
import { useLowReach } from './use-low-reach.ts'
import { useOwnWheel } from './use-own-wheel.ts'
import { useVisit } from './use-visit.ts'

const rooms: Record<ExhibitId, React.LazyExoticComponent<(props: ExhibitProps) => React.ReactNode>> = {
  voyage: lazy(async () => ({ default: (await import('../voyage/Voyage.tsx')).Voyage })),
  postcard: lazy(async () => ({ default: (await import('../postcard/Postcard.tsx')).Postcard })),
  story: lazy(async () => ({ default: (await import('../story/LookBack.tsx')).LookBack })),
  smile: lazy(async () => ({ default: (await import('../smile/Smile.tsx')).Smile })),
}

const Wall = lazy(async () => ({ default: (await import('../wall/Wall.tsx')).Wall }))

export type StageProps = {
  readonly clock: Clock
  readonly chance: Chance
  readonly shell: Shell | undefined
  /** After repeated crashes: only what needs no 3D. */
  readonly safe: boolean
}

/** One screen from the moment its page is loaded: finds its station, then shows one visit after the other. */
export function Stage({ clock, chance, shell, safe }: StageProps) {
  const [station, setStation] = useState<Station | undefined>(undefined)
  const newsHearers = useMemo(() => new Set<(event: StationEvent) => void>(), [])
  useEffect(() => {
    const ended = new AbortController()
    const onStation = (read: Station) => setStation((before) => keepUnchanged(before, read))
    const onNews = (event: StationEvent) => {
      for (const hear of newsHearers) hear(event)
    }
    linkStation({ onStation, onNews, onAway: () => {} }, ended.signal)
    return () => ended.abort()
  }, [newsHearers])
  // A page without its station has nothing true to say; the ground of the river stands meanwhile.
  if (!station) return <main className="stage" aria-busy="true" />
  return <VisitedStation clock={clock} chance={chance} shell={shell} safe={safe} station={station} news={newsHearers} />
}

type VisitedStationProps = StageProps & {
  readonly station: Station
  /** Whoever wants to hear the station's news puts itself in here. */
  readonly news: Set<(event: StationEvent) => void>
}

function VisitedStation({ clock, chance, shell, safe, station, news }: VisitedStationProps) {
  const { file } = station
  const rules = useMemo((): VisitRules => rulesOf(file.idle), [file.idle])
  const exhibits = useMemo(() => exhibitsOf(file.screen.role, safe), [file.screen.role, safe])
  // Nobody visits a wall: it is looked at, and no touch begins anything.
  const isWall = file.screen.role === 'wall'
  const guided = useGroup(wire, news)
  // While a group is led nobody visits: the visit that was there ends, and no touch begins another.
  const isLed = guided.group !== null
  const [language, setLanguage] = useState<Language>('zh')
  const [easy, setEasy] = useState(false)
  const [resting, setResting] = useState<ReadonlySet<ExhibitId>>(new Set())
  // A new visitor gets new rooms: nothing a component remembered outlives the visit.
  const [visitor, setVisitor] = useState(0)

  const { choice: lowReach, isOn: isLow, forget: forgetReach } = useLowReach(file.screen)

  const perform = useCallback(
    (consequence: Consequence) => {
      if (consequence.do !== 'forgetVisitor') return
      setLanguage('zh')
      setEasy(false)
      forgetReach()
      setVisitor((before) => before + 1)
      globalThis.speechSynthesis?.cancel()
      sessionStorage.clear()
      localStorage.clear()
    },
    [forgetReach],
  )
  const { visit, secondsLeft, tell } = useVisit(clock, rules, perform)

  const { driver } = file.helm
  const helm = useMemo(() => openHelm({ driver, shell, clock }), [driver, shell, clock])
  useEffect(() => () => helm[Symbol.dispose](), [helm])
  const ownWheel = useOwnWheel(helm)
  // A wheel that is opened anew by its calibration goes on being watched.
  const watchedUntil = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const telling = tellWhoWatches(wire, helm)
    const hear = (event: StationEvent) => {
      if (event.type !== 'helm-watched') return
      watchedUntil.current = clock.elapsed() + event.seconds * 1000
      telling.watched(event.seconds)
    }
    const left = (watchedUntil.current - clock.elapsed()) / 1000
    if (left > 0) telling.watched(left)
    news.add(hear)
    return () => {
      news.delete(hear)
      telling[Symbol.dispose]()
    }
  }, [helm, news, clock])

  useEffect(() => {
    if (isLed) tell({ type: 'visitEnded' })
  }, [isLed, tell])

  useEffect(() => {
    if (isWall || isLed) return
    const touched = (event?: Event) => {
      // The service corner of the river says itself what its press begins.
      const inCorner = event?.target instanceof Element && event.target.closest('.visit-attract .service-corner')
      if (!inCorner) tell({ type: 'touched' })
    }
    const stop = helm.listen((move) => {
      if (move.type === 'turned' || move.type === 'pressed') touched()
    })
    addEventListener('pointerdown', touched)
    addEventListener('keydown', touched)
    return () => {
      stop()
      removeEventListener('pointerdown', touched)
      removeEventListener('keydown', touched)
    }
  }, [helm, tell, isWall, isLed])

  useEffect(() => {
    if (!shell) return
    const ended = new AbortController()
    beatHeart(shell, ended.signal)
    return () => ended.abort()
  }, [shell])

  // The meter at the door says how its camera fares; by tap the camera is shut between two readings, and that is well.
  const [isCalibrating, setCalibrating] = useState(false)
  const [doorCamera, setDoorCamera] = useState<DeviceState | undefined>(undefined)
  useEffect(() => {
    const byTap = file.smile.camera === 'real' ? 'ready' : file.smile.camera === 'none' ? 'absent' : 'pretend'
    const camera = (file.smile.mode === 'ambient' ? doorCamera : undefined) ?? { state: byTap }
    void call(wire, reportScreen, { pack: station.pack.hash, helm: stateOf(ownWheel, driver), camera })
  }, [station.pack.hash, ownWheel, driver, doorCamera, file.smile.camera, file.smile.mode])

  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.toggleAttribute('data-easy', easy)
  }, [language, easy])

  const choose = useCallback(
    (chosen: Language) => {
      setLanguage(chosen)
      // On the river the press is the first touch as well.
      tell({ type: 'touched' })
      tell({ type: 'languageChosen', language: chosen })
      if (exhibits.length === 1 && exhibits[0]) tell({ type: 'exhibitChosen', exhibit: exhibits[0] })
    },
    [exhibits, tell],
  )
  const readLarge = useCallback(
    (large: boolean) => {
      tell({ type: 'touched' })
      setEasy(large)
    },
    [tell],
  )
  const take = useCallback((taken: Taken) => tell({ type: 'viewTaken', view: taken }), [tell])
  const sail = useCallback((stop: string) => tell({ type: 'stopAsked', stop }), [tell])
  const isOpen = (id: ExhibitId) => exhibits.includes(id) && !resting.has(id)
  const service = <ServiceCorner language={language} easy={easy} onLanguage={choose} onEasy={readLarge} />
  // The river, the postcard and the stories have a layout for low reach.
  const reaching = lowReach ? { lowReach } : {}
  const lowService = (
    <ServiceCorner language={language} easy={easy} onLanguage={choose} onEasy={readLarge} {...reaching} />
  )
  const common = {
    station,
    wire,
    language,
    easy,
    lowReach: isLow,
    reducedMotion: file.screen.reducedMotion,
    helm,
    clock,
    chance,
    service,
  }

  return (
    <main className="stage" key={visitor} data-mirrored={file.screen.display === 'hologram' || undefined}>
      {isWall ? (
        <Suspense fallback={<div className="stage" aria-busy="true" />}>
          <Wall station={station} wire={wire} clock={clock} />
        </Suspense>
      ) : guided.group !== null ? (
        <GroupScreen {...common} service={lowService} group={guided.group} view={guided} />
      ) : (
        <VisitScreen
          visit={visit}
          common={common}
          exhibits={exhibits.map((id) => ({ id, resting: resting.has(id) }))}
          onLanguage={choose}
          onWake={() => tell({ type: 'touched' })}
          onChoose={(exhibit) => tell({ type: 'exhibitChosen', exhibit })}
          onEnd={() => tell({ type: 'visitEnded' })}
          room={(id) => {
            const Room = rooms[id]
            return (
              <ExhibitBoundary
                key={id}
                inTrouble={<CalmCard language={language} onBack={() => tell({ type: 'exhibitLeft' })} />}
                onTrouble={() => setResting((before) => new Set([...before, id]))}
              >
                <Suspense fallback={<div className="stage" aria-busy="true" />}>
                  <Room
                    {...common}
                    service={id === 'smile' ? service : lowService}
                    onLeave={() => tell({ type: exhibits.length === 1 ? 'visitEnded' : 'exhibitLeft' })}
                    taken={visit.at === 'exhibit' ? visit.taken : undefined}
                    onTake={isOpen('postcard') ? take : undefined}
                    stop={visit.at === 'exhibit' ? visit.stop : undefined}
                    onStop={isOpen('voyage') ? sail : undefined}
                    onPlaying={(playing) => tell({ type: 'playingChanged', playing })}
                  />
                </Suspense>
              </ExhibitBoundary>
            )
          }}
        />
      )}
      {secondsLeft !== undefined && (
        <div className="stage-over">
          <IdleWarning secondsLeft={secondsLeft} language={language} onStay={() => tell({ type: 'touched' })} />
        </div>
      )}
      {file.smile.mode === 'ambient' && !isCalibrating && (
        <AmbientMeter station={station} wire={wire} clock={clock} onCamera={setDoorCamera} />
      )}
      <DoorCalibration station={station} wire={wire} news={news} onCalibrating={setCalibrating} />
      <StaffDoor
        language={language}
        shell={shell}
        mustSetPin={station.needsPin && file.screen.mode === 'kiosk'}
        clock={clock}
        helm={helm}
        driver={driver}
        smile={file.smile}
        surface={file.screen.display}
        leadsGroups={!isWall && station.pack.pack.programmes.length > 0}
      />
    </main>
  )
}

type VisitScreenProps = {
  readonly visit: Visit
  readonly common: Omit<ExhibitProps, 'onLeave' | 'onPlaying' | 'taken' | 'onTake' | 'stop' | 'onStop'>
  readonly exhibits: ReadonlyArray<{ readonly id: ExhibitId; readonly resting: boolean }>
  readonly onLanguage: (language: Language) => void
  readonly onWake: () => void
  readonly onChoose: (exhibit: ExhibitId) => void
  readonly onEnd: () => void
  readonly room: (exhibit: ExhibitId) => React.ReactNode
}

function VisitScreen({ visit, common, exhibits, onLanguage, onWake, onChoose, onEnd, room }: VisitScreenProps) {
  const { station, clock, language, service, helm } = common
  const choices = useRef<readonly ExhibitId[]>([])
  choices.current = exhibits.filter(({ resting }) => !resting).map(({ id }) => id)
  const menu = useHelmChoice(helm, visit.at === 'menu', choices, onChoose)
  const languages = useRef<readonly Language[]>(['zh', 'en'])
  const tongue = useHelmChoice(helm, visit.at === 'language', languages, onLanguage)
  switch (visit.at) {
    case 'attract':
      return (
        <Attract
          station={station}
          clock={clock}
          chance={common.chance}
          language={language}
          reducedMotion={common.reducedMotion}
          onWake={onWake}
          service={service}
        />
      )
    case 'language':
      return <LanguageChoice chosen={tongue} onChoose={onLanguage} onBack={onEnd} />
    case 'menu':
      return (
        <Menu
          exhibits={exhibits}
          chosen={menu}
          language={language}
          onChoose={onChoose}
          onBack={onEnd}
          service={service}
        />
      )
    case 'exhibit':
      return room(visit.exhibit)
    case 'farewell':
      return <Farewell language={visit.language} onEnd={onEnd} />
  }
}

/** A gamepad that a browser does not show yet may only want to be turned once. */
const stateOf = (wheel: OwnWheelState, driver: Station['file']['helm']['driver']): DeviceState =>
  wheel === 'none'
    ? { state: 'absent' }
    : wheel === 'ready'
      ? { state: 'ready' }
      : { state: 'trouble', ...(driver.kind === 'gamepad' ? { reason: 'wants-a-hand' } : {}) }

const rulesOf = (idle: Station['file']['idle']): VisitRules => ({
  warnAfter: idle.warnAfter * 1000,
  resetAfter: idle.resetAfter * 1000,
  farewell: 8_000,
  playingAtMost: 600_000,
})

function exhibitsOf(role: Station['file']['screen']['role'], safe: boolean): readonly ExhibitId[] {
  const all: readonly ExhibitId[] = ['voyage', 'postcard', 'story', 'smile']
  if (role === 'wall') return []
  if (role === 'smile-entry' || role === 'smile-exit') return ['smile']
  if (role !== 'all') return [role]
  return safe ? all.filter((id) => id !== 'voyage') : all
}
