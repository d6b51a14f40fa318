import { sceneOfCarving, sceneOfView } from '@riverside/content'
import { mediaPath, type PostcardDraft } from '@riverside/contract'
import {
  compose,
  type Draft,
  emptySheet,
  ownPhotoPicture,
  plainLook,
  type Sheet,
  sceneOfPhoto,
  suggestionsFor,
} from '@riverside/postcard'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useCardLetters } from './card-letters.ts'
import { CodeMaker } from './code-maker.ts'
import { Desk } from './Desk.tsx'
import type { OwnPhoto } from './own-photo.ts'
import './postcard.css'
import { PhotoBooth } from './PhotoBooth.tsx'
import { SceneChoice, type SceneOffer } from './SceneChoice.tsx'
import type { DeskWays } from './StyleDrawer.tsx'
import { TakeAway } from './TakeAway.tsx'
import { usePrinter } from './use-printer.ts'
import { Wood } from './Wood.tsx'

/** Where the picture of a card is the print this visitor carved, its address on this page. */
const carvedAddress = 'carved-print'

type At = 'choosing' | 'photographing' | 'writing' | 'taking'

/**
 * 留影滨江: a view, a few words by finger, and a card that always leaves the station. All a visitor writes or photographs lives in this
 * component's state and is gone with it.
 */
export function Postcard(props: ExhibitProps) {
  const { station, wire, language, easy, clock, taken } = props
  const { pack } = station.pack
  const [at, setAt] = useState<At>('choosing')
  const [photo, setPhoto] = useOwnPhoto()
  const offers = useMemo((): readonly SceneOffer[] => {
    const view = taken && 'node' in taken ? sceneOfView(pack, taken) : undefined
    const carving = taken && 'carved' in taken ? sceneOfCarving(pack, taken) : undefined
    return [
      ...(photo
        ? [{ of: { photo: photo.base64 }, scene: sceneOfPhoto(station.file.station), theme: 'own' as const }]
        : []),
      ...(view?.ok ? [{ of: view.value.view, scene: view.value, theme: 'taken' as const }] : []),
      ...(taken && 'carved' in taken && carving?.ok
        ? [{ of: taken, scene: { ...carving.value, picture: carvedAddress }, theme: 'carved' as const }]
        : []),
      ...pack.scenes.map((scene) => ({ of: scene.id, scene, theme: scene.theme })),
    ]
  }, [pack, taken, photo, station.file.station])
  const [chosen, setChosen] = useState<SceneOffer | undefined>(undefined)
  const [sheet, setSheet] = useState<Sheet>(emptySheet)
  const [greeting, setGreeting] = useState<string | undefined>(undefined)
  // Whoever reads larger letters writes larger ones too, and whoever reads English writes along lines.
  const [ways, setWays] = useState<DeskWays>(() => ({
    look: { ...plainLook, ruling: language === 'zh' ? 'columns' : 'lines' },
    boxes: easy && language === 'zh' ? 'large' : 'none',
    hand: 'right',
  }))
  const [date] = useState(() => dayAtStation(clock.now()))
  const printer = usePrinter(wire)

  const { look } = ways
  const blank = useMemo(
    (): Draft => ({ strokes: [], language, date, look, ...(greeting === undefined ? {} : { greeting }) }),
    [language, date, look, greeting],
  )
  const draft = useMemo(
    (): PostcardDraft | undefined => chosen && { ...blank, scene: chosen.of, strokes: [...sheet.strokes] },
    [chosen, sheet.strokes, blank],
  )
  const place = station.file.station
  // The ink lies on its own canvas: the card below it is composed without any, and neither a stroke nor the end of writing composes it again.
  const card = useMemo(
    () => chosen && compose(blank, chosen.scene, { name: place.name, place: place.place }),
    [blank, chosen, place],
  )
  const [ink, setInk] = useState<HTMLCanvasElement | undefined>(undefined)
  const codes = useCodes(station, at === 'writing' ? draft : undefined)
  const letters = useCardLetters(wire, card)
  const mediaAddress = useCallback(
    (path: string) => {
      if (path === carvedAddress) return taken && 'carved' in taken ? `data:image/jpeg;base64,${taken.carved}` : ''
      return path === ownPhotoPicture ? (photo?.url ?? '') : mediaPath(station.pack.hash, path)
    },
    [station.pack.hash, photo, taken],
  )
  const theme = pack.scenes.find(({ id }) => id === chosen?.of)?.theme
  const suggestions = useMemo(() => suggestionsFor(pack.suggestions, theme), [pack.suggestions, theme])
  const begin = (offer: SceneOffer) => {
    setChosen(offer)
    setAt('writing')
  }

  return (
    <section className="postcard" data-at={at}>
      <Wood />
      {at === 'choosing' && (
        <SceneChoice
          {...props}
          offers={offers}
          printer={printer}
          mediaAddress={mediaAddress}
          hasCamera={station.file.postcard.camera !== 'none'}
          onChoose={begin}
          onPhotograph={() => setAt('photographing')}
          onDeletePhoto={() => {
            if (chosen?.theme === 'own') setChosen(undefined)
            setPhoto(undefined)
          }}
        />
      )}
      {at === 'photographing' && (
        <PhotoBooth
          {...props}
          onUse={(own) => {
            setPhoto(own)
            begin({ of: { photo: own.base64 }, scene: sceneOfPhoto(place), theme: 'own' })
          }}
          onLeave={() => setAt('choosing')}
        />
      )}
      {at === 'writing' && card !== undefined && (
        <Desk
          {...props}
          card={card}
          letters={letters}
          mediaAddress={mediaAddress}
          sheet={sheet}
          ways={ways}
          greeting={greeting}
          suggestions={suggestions}
          printer={printer}
          onSheet={setSheet}
          onWays={setWays}
          onGreeting={setGreeting}
          onOtherScene={() => setAt('choosing')}
          onDone={(drawn) => {
            setInk(drawn)
            setAt('taking')
          }}
        />
      )}
      {at === 'taking' && card !== undefined && draft !== undefined && (
        <TakeAway
          {...props}
          card={card}
          ink={ink}
          codes={codes}
          draft={draft}
          letters={letters}
          mediaAddress={mediaAddress}
          printer={printer}
          onAnother={() => {
            setSheet(emptySheet)
            setInk(undefined)
            setGreeting(undefined)
            setChosen(undefined)
            setAt('choosing')
          }}
        />
      )}
    </section>
  )
}

/** One photograph at a time; the address of the one before is revoked, and that of the last with the room. */
function useOwnPhoto() {
  const [photo, setPhoto] = useState<OwnPhoto | undefined>(undefined)
  const held = useRef<OwnPhoto | undefined>(undefined)
  const hold = useCallback((next: OwnPhoto | undefined) => {
    if (held.current && held.current.url !== next?.url) URL.revokeObjectURL(held.current.url)
    held.current = next
    setPhoto(next)
  }, [])
  useEffect(() => () => hold(undefined), [hold])
  return [photo, hold] as const
}

/** Milliseconds of a resting hand after which the card's link is made, so that it lies ready when the card is done. */
const restsFor = 500

/** What makes the codes of this room; what it knows of a card goes with the room. */
function useCodes(station: ExhibitProps['station'], written: PostcardDraft | undefined): CodeMaker {
  const [codes] = useState(() => new CodeMaker())
  useEffect(() => () => codes[Symbol.dispose](), [codes])
  useEffect(() => {
    if (written === undefined) return
    codes.warm()
    const timer = setTimeout(() => void codes.link(written, station), restsFor)
    return () => clearTimeout(timer)
  }, [codes, written, station])
  return codes
}

/** The calendar of the riverside, whatever zone the machine is set to. */
const dayAtStation = (now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(now)
