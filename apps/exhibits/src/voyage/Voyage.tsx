import { mediaPath } from '@riverside/contract'
import { CutPanel, cutClipPath, Slip, words } from '@riverside/ui'
import { type Stop, type StopId, whereAmI } from '@riverside/voyage'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { speak } from '../stage/speech.ts'
import { useOwnWheel } from '../stage/use-own-wheel.ts'
import { useUpright } from '../stage/use-upright.ts'
import { useCalm } from '../visit/use-calm.ts'
import { Abeam } from './Abeam.tsx'
import { Chart } from './Chart.tsx'
import { Compass } from './Compass.tsx'
import { type Age, ageAt } from './eye.ts'
import { FacadeLine } from './FacadeLine.tsx'
import { HeadsetSlip } from './HeadsetSlip.tsx'
import { HelmWalk } from './HelmWalk.tsx'
import { HelmWheel } from './HelmWheel.tsx'
import { useHands } from './hands.ts'
import { Headset } from './headset.ts'
import { InView } from './InView.tsx'
import { Metres } from './Metres.tsx'
import { PastBorder } from './PastBorder.tsx'
import { RiverView } from './RiverView.tsx'
import { Sheet } from './Sheet.tsx'
import { StopIndex } from './StopIndex.tsx'
import { Sailing } from './sailing.ts'
import { useVoyageKeys } from './use-voyage-keys.ts'
import './voyage.css'
import './low-reach.css'
import { say } from './words.ts'
import { Zoom } from './Zoom.tsx'

/** What lies over the river, and whether the helm brought the visitor there. */
type Over =
  | { readonly at: 'river' }
  | { readonly at: 'walk' }
  | { readonly at: 'index'; readonly by: 'hand' | 'helm' }
  | { readonly at: 'sheet'; readonly stop: Stop; readonly age: Age | undefined; readonly by: 'hand' | 'helm' }

/** Behind an open sheet the river goes on at this share of its pace. */
const paceBehind = 0.3

/** A press of the hub opens the same sheet again only after so much of a turn. */
const sailedOn = 0.2

/** 解读滨江: the panorama is the whole screen, and the helm sails along it. */
export function Voyage(props: ExhibitProps) {
  const { station, wire, language, easy, lowReach, helm, clock, onLeave, onPlaying, onTake, service } = props
  const calm = useCalm(props.reducedMotion)
  const { pack } = station.pack
  const from = pack.stops.find(({ id }) => id === props.stop)?.chainage
  const sailing = useMemo(
    () => new Sailing(pack.nodes, pack.stops, station.file.helm.metresPerTurn, calm, from),
    [pack, station.file.helm.metresPerTurn, calm, from],
  )
  const headset = useMemo(() => new Headset(), [])
  const standing = useSyncExternalStore(sailing.subscribe, () => sailing.standing)
  const [over, setOver] = useState<Over>({ at: 'river' })
  const helmLost = useOwnWheel(helm) === 'lost'
  const [chosen, setChosen] = useState<StopId | undefined>(undefined)
  const root = useRef<HTMLElement>(null)
  const upright = useUpright()
  const url = useCallback(
    (media: string) => wire.address + mediaPath(station.pack.hash, media),
    [wire, station.pack.hash],
  )
  const spoken = say[language]
  const now = useRef(over)
  now.current = over
  const by = () => (now.current.at === 'walk' ? 'helm' : 'hand')

  const toRiver = useCallback(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setOver({ at: 'river' })
  }, [])
  const open = useCallback((stop: Stop | undefined, age?: Age) => {
    if (stop) setOver({ at: 'sheet', stop, age, by: now.current.at === 'walk' ? 'helm' : 'hand' })
  }, [])
  const touched = useCallback(
    (id: StopId, age: Age) =>
      open(
        sailing.stops.find((stop) => stop.id === id),
        age,
      ),
    [sailing, open],
  )
  const hands = useHands(sailing, touched)

  useEffect(() => sailing.setPace(over.at === 'sheet' ? paceBehind : 1), [sailing, over.at])
  useEffect(() => {
    sailing.onGlide = (turns) => helm.move({ type: 'turned', turns, by: 'touch' })
  }, [sailing, helm])

  // The helm steers the ship, or the border of the past, while nothing lies over the river; otherwise it walks along the slips.
  const openedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(
    () =>
      helm.listen((move) => {
        if (now.current.at !== 'river') return
        if (move.type === 'turned') sailing.turn(move.turns)
        if (move.type !== 'pressed') return
        const { abeam, isPastDrawn } = sailing.standing
        const sailedSince = Math.abs(sailing.turned - openedAt.current) > sailedOn
        openedAt.current = sailing.turned
        const opens = abeam && sailedSince && !isPastDrawn
        setOver(opens ? { at: 'sheet', stop: abeam, age: undefined, by: 'helm' } : { at: 'walk' })
      }),
    [helm, sailing],
  )

  const where = useCallback(() => {
    const { bearing } = sailing.view(innerWidth / innerHeight)
    return whereAmI(sailing.stops, sailing.chainage, sailing.standing.abeam, bearing)[language]
  }, [sailing, language])
  useVoyageKeys(sailing, over.at === 'river' || over.at === 'walk', {
    toIndex: () => setOver({ at: 'index', by: by() }),
    sayWhere: () => speak(where(), language, { volume: station.file.volume.ceiling, onWord: () => {} }),
    back() {
      if (over.at !== 'river') toRiver()
      else if (standing.isPastDrawn) sailing.hidePast()
      else onLeave()
    },
  })
  const keep = () => {
    const { bearing, elevation, field } = sailing.view(innerWidth / innerHeight)
    onTake?.({ node: sailing.standing.node.id, age: ageAt(sailing, 0.5), bearing, elevation, field })
  }

  const rested = useCallback(() => now.current.at === 'walk' && toRiver(), [toRiver])
  const covered = over.at === 'sheet' || over.at === 'index'
  const { abeam, node, atRest, isPastDrawn } = standing

  return (
    <section
      ref={root}
      className="voyage"
      lang={language}
      aria-label={words[language].voyage}
      data-over={over.at}
      data-node={node.id}
    >
      <div className="voyage-river" {...hands}>
        <RiverView
          sailing={sailing}
          station={station}
          wire={wire}
          clock={clock}
          past={sailing.past}
          headset={headset}
        />
      </div>
      <FacadeLine
        key={`${chosen ?? abeam?.id} ${node.id}`}
        sailing={sailing}
        node={node}
        stop={chosen ?? abeam?.id}
        isStill={calm}
      />
      <div className="voyage-deck" inert={covered} hidden={covered} data-rest={atRest || undefined}>
        <Compass sailing={sailing} language={language} />
        {node.then && (
          <PastBorder
            sailing={sailing}
            node={node}
            language={language}
            isDrawn={isPastDrawn}
            isSketch={abeam?.then.drawn ?? sailing.stops.every((stop) => stop.then.drawn)}
          />
        )}
        {abeam && !isPastDrawn && over.at !== 'sheet' && (
          <Abeam
            key={`${abeam.id} ${node.id} ${language} ${easy} ${lowReach}`}
            sailing={sailing}
            stop={abeam}
            node={node}
            language={language}
            onOpen={lowReach ? undefined : () => open(abeam)}
          />
        )}
        <InView sailing={sailing} language={language} atRest={atRest} onChosen={setChosen} onOpen={open} />
        <HelmWheel
          sailing={sailing}
          helm={helm}
          language={language}
          upright={upright}
          low={lowReach}
          glowing={helmLost}
        />
        {helmLost && (
          <div className="voyage-lost" role="status">
            <CutPanel cut={{ name: 'helm lost', width: 420, height: 90 }} ground="paper">
              {spoken.helmLost}
            </CutPanel>
          </div>
        )}
        {!upright && <Metres sailing={sailing} language={language} />}
        <div className="voyage-side" data-keeps>
          <HeadsetSlip headset={headset} language={language} />
          {lowReach && abeam && !isPastDrawn && (
            <Slip tone="rust" size="main" name="open low" word={spoken.thenAndNow} onPress={() => open(abeam)} />
          )}
          <div className="voyage-side-row">
            <Zoom sailing={sailing} zoom={standing.zoom} language={language} />
            {onTake && (
              <Slip
                tone="paper"
                name="keep this view"
                word={spoken.keep}
                {...(language === 'zh' && !easy ? { under: say.en.keep } : {})}
                onPress={keep}
                className="voyage-keep"
              />
            )}
          </div>
          {!upright && <div className="voyage-service">{service}</div>}
        </div>
        <footer className="voyage-foot" data-keeps>
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
          <Slip word={spoken.index} onPress={() => setOver({ at: 'index', by: by() })} className="voyage-to-index" />
          {upright && <div className="voyage-service">{service}</div>}
        </footer>
      </div>
      {over.at === 'sheet' && (
        <Sheet
          stop={over.stop}
          age={over.age}
          language={language}
          easy={easy}
          url={url}
          clock={clock}
          volume={station.file.volume.ceiling}
          onPlaying={onPlaying}
          onClose={toRiver}
          onKeep={onTake && keep}
          service={service}
        />
      )}
      {over.at === 'index' && (
        <StopIndex
          stops={sailing.stops}
          language={language}
          easy={easy}
          upright={upright}
          low={lowReach}
          url={url}
          service={service}
          onClose={toRiver}
          onChoose={(stop) => {
            sailing.hidePast()
            sailing.makeFor(stop.chainage)
            toRiver()
          }}
        />
      )}
      <HelmWalk
        helm={helm}
        root={root}
        walking={over.at !== 'river'}
        byHelm={over.at === 'walk' || (covered && over.by === 'helm')}
        clock={clock}
        onRested={rested}
      />
      <p className="voyage-said" aria-live="polite">
        {atRest && where()}
      </p>
    </section>
  )
}
