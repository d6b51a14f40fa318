import { mediaPath } from '@riverside/contract'
import { CutPanel, cutClipPath, Slip, words } from '@riverside/ui'
import { type Stop, shownMetres, whereAmI } from '@riverside/voyage'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { Abeam } from './Abeam.tsx'
import { Chart } from './Chart.tsx'
import { Compass } from './Compass.tsx'
import { HelmWalk } from './HelmWalk.tsx'
import { HelmWheel } from './HelmWheel.tsx'
import { RiverView } from './RiverView.tsx'
import { Sheet } from './Sheet.tsx'
import { StopIndex } from './StopIndex.tsx'
import { Sailing } from './sailing.ts'
import './voyage.css'
import { grouped, say } from './words.ts'

/** What lies over the river. */
type Over =
  | { readonly at: 'river' }
  | { readonly at: 'walk' }
  | { readonly at: 'index' }
  | { readonly at: 'sheet'; readonly stop: Stop; readonly by: 'hand' | 'helm' }

/** Behind an open sheet the river goes on at this share of its pace. */
const paceBehind = 0.3

/** A press of the hub opens the same sheet again only after so much of a turn. */
const sailedOn = 0.2

/** 解读滨江: the panorama is the whole screen, and the helm sails along it. */
export function Voyage(props: ExhibitProps) {
  const { station, wire, language, easy, reducedMotion, helm, clock, onLeave, onPlaying, service } = props
  const { pack } = station.pack
  const sailing = useMemo(
    () => new Sailing(pack.nodes, pack.stops, station.file.helm.metresPerTurn, reducedMotion),
    [pack, station.file.helm.metresPerTurn, reducedMotion],
  )
  const standing = useSyncExternalStore(sailing.subscribe, () => sailing.standing)
  const [over, setOver] = useState<Over>({ at: 'river' })
  const [helmLost, setHelmLost] = useState(false)
  const root = useRef<HTMLElement>(null)
  const upright = useUpright()
  const url = useCallback(
    (media: string) => wire.address + mediaPath(station.pack.hash, media),
    [wire, station.pack.hash],
  )
  const spoken = say[language]

  const toRiver = useCallback(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setOver({ at: 'river' })
  }, [])
  const open = useCallback((stop: Stop | undefined) => stop && setOver({ at: 'sheet', stop, by: 'hand' }), [])

  useEffect(() => sailing.setPace(over.at === 'sheet' ? paceBehind : 1), [sailing, over.at])
  useEffect(() => {
    sailing.onGlide = (turns) => helm.move({ type: 'turned', turns, by: 'touch' })
  }, [sailing, helm])

  // The helm steers the ship while nothing lies over the river; otherwise it walks along the slips.
  const now = useRef(over)
  now.current = over
  const openedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(
    () =>
      helm.listen((move) => {
        if (move.type === 'lost' && move.by === 'serial') setHelmLost(true)
        if (move.type === 'connected' && move.by === 'serial') setHelmLost(false)
        if (now.current.at !== 'river') return
        if (move.type === 'turned') sailing.turn(move.turns)
        if (move.type !== 'pressed') return
        const { abeam } = sailing.standing
        const sailedSince = Math.abs(sailing.turned - openedAt.current) > sailedOn
        openedAt.current = sailing.turned
        setOver(abeam && sailedSince ? { at: 'sheet', stop: abeam, by: 'helm' } : { at: 'walk' })
      }),
    [helm, sailing],
  )

  const rested = useCallback(() => now.current.at === 'walk' && toRiver(), [toRiver])
  const covered = over.at === 'sheet' || over.at === 'index'

  return (
    <section ref={root} className="voyage" lang={language} aria-label={words[language].voyage} data-over={over.at}>
      <RiverView
        sailing={sailing}
        station={station}
        wire={wire}
        clock={clock}
        onTouched={(id) => open(sailing.stops.find((stop) => stop.id === id))}
      />
      <div className="voyage-deck" inert={covered} hidden={covered}>
        <Compass sailing={sailing} language={language} />
        {standing.abeam && over.at !== 'sheet' && (
          <Abeam
            key={`${standing.abeam.id} ${standing.node.id}`}
            sailing={sailing}
            stop={standing.abeam}
            node={standing.node}
            language={language}
            onOpen={() => open(standing.abeam)}
          />
        )}
        <HelmWheel sailing={sailing} helm={helm} language={language} upright={upright} glowing={helmLost} />
        {helmLost && (
          <div className="voyage-lost" role="status">
            <CutPanel cut={{ name: 'helm lost', width: 420, height: 90 }} ground="paper">
              {spoken.helmLost}
            </CutPanel>
          </div>
        )}
        {!upright && <Metres sailing={sailing} language={language} />}
        {!upright && (
          <div className="voyage-side">
            <div className="voyage-service">{service}</div>
          </div>
        )}
        <footer className="voyage-foot">
          <div
            className="voyage-foot-paper"
            style={{
              clipPath: cutClipPath({
                name: 'foot',
                width: 1920,
                height: 196,
                straight: ['left', 'right', 'bottom'],
                stray: 5,
              }),
            }}
          />
          <Slip before="back" word={spoken.rooms} onPress={onLeave} className="voyage-back" />
          <Chart sailing={sailing} language={language} width={upright ? 1080 : 1330} height={upright ? 190 : 150} />
          {upright && <Metres sailing={sailing} language={language} />}
          <Slip word={spoken.index} onPress={() => setOver({ at: 'index' })} className="voyage-to-index" />
          {upright && <div className="voyage-service">{service}</div>}
        </footer>
      </div>
      {over.at === 'sheet' && (
        <Sheet
          stop={over.stop}
          language={language}
          easy={easy}
          url={url}
          clock={clock}
          volume={station.file.volume.ceiling}
          onPlaying={onPlaying}
          onClose={toRiver}
          service={service}
        />
      )}
      {over.at === 'index' && (
        <StopIndex
          stops={sailing.stops}
          language={language}
          url={url}
          service={service}
          onClose={toRiver}
          onChoose={(stop) => {
            sailing.makeFor(stop.chainage)
            toRiver()
          }}
        />
      )}
      <HelmWalk
        helm={helm}
        root={root}
        walking={over.at !== 'river'}
        byHelm={over.at === 'walk' || (over.at === 'sheet' && over.by === 'helm')}
        clock={clock}
        onRested={rested}
      />
      <p className="voyage-said" aria-live="polite">
        {standing.atRest && whereAmI(sailing.stops, sailing.chainage, standing.abeam)[language]}
      </p>
    </section>
  )
}

/** How far the ship is from the wharf, kept up to date without React. */
function Metres({ sailing, language }: { readonly sailing: Sailing; readonly language: 'zh' | 'en' }) {
  const figure = useRef<HTMLElement>(null)
  useEffect(
    () =>
      sailing.onFrame(() => {
        const text = grouped(shownMetres(sailing.chainage), language)
        if (figure.current && figure.current.textContent !== text) figure.current.textContent = text
      }),
    [sailing, language],
  )
  return (
    <div className="voyage-metres">
      <CutPanel cut={{ name: 'metres', width: 450, height: 228 }} ground="ink">
        <p className="voyage-metres-from">{say[language].fromWharf}</p>
        <p className="voyage-metres-figure">
          <b ref={figure} /> <span>{say[language].metres}</span>
        </p>
        {language === 'zh' && (
          <p className="voyage-metres-other" lang="en">
            metres from the wharf
          </p>
        )}
      </CutPanel>
    </div>
  )
}

/** True where the screen stands on its short side. */
function useUpright(): boolean {
  const query = useMemo(() => matchMedia('(orientation: portrait)'), [])
  return useSyncExternalStore(
    (hear) => {
      query.addEventListener('change', hear)
      return () => query.removeEventListener('change', hear)
    },
    () => query.matches,
  )
}
