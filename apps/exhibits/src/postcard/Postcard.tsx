import { sceneOfView } from '@riverside/content'
import { mediaPath, type PostcardDraft } from '@riverside/contract'
import { compose, emptySheet, type Sheet } from '@riverside/postcard'
import { useCallback, useMemo, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useCardLetters } from './card-letters.ts'
import { Desk } from './Desk.tsx'
import './postcard.css'
import { SceneChoice, type SceneOffer } from './SceneChoice.tsx'
import { TakeAway } from './TakeAway.tsx'
import { usePrinter } from './use-printer.ts'
import { Wood } from './Wood.tsx'

type At = 'choosing' | 'writing' | 'taking'

/**
 * 留影滨江: a view, a few words by finger, and a card that always leaves the station. All a visitor writes lives in this
 * component's state and is gone with it.
 */
export function Postcard(props: ExhibitProps) {
  const { station, wire, language, clock, takenView } = props
  const { pack } = station.pack
  const offers = useMemo((): readonly SceneOffer[] => {
    const taken = takenView && sceneOfView(pack, takenView)
    const brought = taken?.ok ? [{ of: taken.value.view, scene: taken.value, theme: 'taken' as const }] : []
    return [...brought, ...pack.scenes.map((scene) => ({ of: scene.id, scene, theme: scene.theme }))]
  }, [pack, takenView])
  const [at, setAt] = useState<At>('choosing')
  const [chosen, setChosen] = useState<SceneOffer | undefined>(undefined)
  const [sheet, setSheet] = useState<Sheet>(emptySheet)
  const [date] = useState(() => dayAtStation(clock.now()))
  const printer = usePrinter(wire)

  const draft = useMemo((): PostcardDraft | undefined => {
    if (chosen === undefined) return undefined
    return { scene: chosen.of, strokes: [...sheet.strokes], language, date }
  }, [chosen, sheet.strokes, language, date])
  const place = station.file.station
  // While one writes, the ink lies on its own canvas: the card below it is composed without any.
  const card = useMemo(() => {
    if (chosen === undefined || draft === undefined) return undefined
    const written = at === 'taking' ? draft : { ...draft, strokes: [] }
    return compose(written, chosen.scene, { name: place.name, place: place.place })
  }, [at, draft, chosen, place])
  const letters = useCardLetters(wire, card)
  const mediaAddress = useCallback((path: string) => mediaPath(station.pack.hash, path), [station.pack.hash])

  return (
    <section className="postcard" data-at={at}>
      <Wood />
      {(at === 'choosing' || card === undefined || draft === undefined) && (
        <SceneChoice
          {...props}
          offers={offers}
          printer={printer}
          mediaAddress={mediaAddress}
          onChoose={(offer) => {
            setChosen(offer)
            setAt('writing')
          }}
        />
      )}
      {at === 'writing' && card !== undefined && (
        <Desk
          {...props}
          card={card}
          letters={letters}
          mediaAddress={mediaAddress}
          sheet={sheet}
          printer={printer}
          onSheet={setSheet}
          onOtherScene={() => setAt('choosing')}
          onDone={() => setAt('taking')}
        />
      )}
      {at === 'taking' && card !== undefined && draft !== undefined && (
        <TakeAway
          {...props}
          card={card}
          draft={draft}
          letters={letters}
          mediaAddress={mediaAddress}
          printer={printer}
          onAnother={() => {
            setSheet(emptySheet)
            setChosen(undefined)
            setAt('choosing')
          }}
        />
      )}
    </section>
  )
}

/** The calendar of the riverside, whatever zone the machine is set to. */
const dayAtStation = (now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)
