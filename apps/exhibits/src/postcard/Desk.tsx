import {
  type Card,
  emptySheet,
  type InkName,
  isFull,
  type Pen,
  redone,
  type Sheet,
  type Suggestions,
  undone,
  written,
} from '@riverside/postcard'
import { CutPanel, cutClipPath, Slip } from '@riverside/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { CardFaceView } from './CardFaceView.tsx'
import { CharacterBoxes } from './CharacterBoxes.tsx'
import type { CardLetters } from './card-letters.ts'
import { deskWords } from './desk-words.ts'
import { greetingsShown, IdeasDrawer } from './IdeasDrawer.tsx'
import { InkGlass, type InkGlassHandle } from './InkGlass.tsx'
import { InkWells, PenTray } from './Pens.tsx'
import { PrinterNote } from './PrinterNote.tsx'
import { roomWords } from './postcard-words.ts'
import type { PrinterSeen } from './print-told.ts'
import { type DeskWays, StyleDrawer, waysChoices } from './StyleDrawer.tsx'
import './Desk.css'

export type DeskProps = Pick<
  ExhibitProps,
  'language' | 'service' | 'easy' | 'station' | 'wire' | 'helm' | 'reducedMotion'
> & {
  /** As composed without any ink: the ink lies on its own canvas. */
  readonly card: Card
  readonly letters: CardLetters
  readonly mediaAddress: (path: string) => string
  readonly sheet: Sheet
  readonly ways: DeskWays
  readonly greeting: string | undefined
  readonly suggestions: Pick<Suggestions, 'greetings' | 'prompts'>
  readonly printer: PrinterSeen
  readonly onSheet: (next: (before: Sheet) => Sheet) => void
  readonly onWays: (ways: DeskWays) => void
  readonly onGreeting: (greeting: string | undefined) => void
  readonly onOtherScene: () => void
  /** With the ink as it lies on the glass. */
  readonly onDone: (ink: HTMLCanvasElement | undefined) => void
}

const cardEdge = cutClipPath({ name: 'the card on the desk', width: 1184, height: 800, stray: 3 })

/** Milliseconds for which "really?" stands on the slip that clears the card. */
const asksFor = 4000

/** The writing desk: the card, three pens, three inks, and drawers for what to write and how the card looks. */
export function Desk(props: DeskProps) {
  const { language, service, easy, station, wire, helm, reducedMotion, card, letters, mediaAddress } = props
  const { sheet, ways, greeting, suggestions, printer, onSheet, onWays, onGreeting, onOtherScene } = props
  const say = roomWords[language]
  const desk = deskWords[language]
  const [pen, setPen] = useState<Pen>('brush')
  const [ink, setInk] = useState<InkName>('ink')
  const [side, setSide] = useState<'front' | 'back'>('front')
  const [drawer, setDrawer] = useState<'style' | 'ideas' | undefined>(undefined)
  const [isReplaying, setReplaying] = useState(false)
  const [asksToClear, setAsksToClear] = useState(false)
  const full = isFull(sheet)
  const hasInk = sheet.strokes.length > 0
  const hasSaid = hasInk || greeting !== undefined
  const glass = useRef<InkGlassHandle>(null)
  const finish = () => props.onDone(glass.current?.picture())
  const stopReplay = useCallback(() => setReplaying(false), [])
  useEffect(() => {
    if (!asksToClear) return
    const timer = setTimeout(() => setAsksToClear(false), asksFor)
    return () => clearTimeout(timer)
  }, [asksToClear])

  const press: Readonly<Record<string, () => void>> = {
    ...(drawer === 'style' ? waysChoices(ways, onWays) : {}),
    ...(drawer === 'ideas'
      ? Object.fromEntries(
          greetingsShown(suggestions, language).map((line, at) => [
            `greeting ${at}`,
            () => onGreeting(line === greeting ? undefined : line),
          ]),
        )
      : {}),
    ...(drawer === undefined && hasSaid ? { finish } : {}),
    ...(drawer === undefined ? {} : { close: () => setDrawer(undefined) }),
    ideas: () => setDrawer(drawer === 'ideas' ? undefined : 'ideas'),
    style: () => setDrawer(drawer === 'style' ? undefined : 'style'),
    flip: () => setSide(side === 'front' ? 'back' : 'front'),
    'other scene': onOtherScene,
  }
  const names = useRef<readonly string[]>([])
  names.current = Object.keys(press)
  const helmed = useHelmChoice(helm, true, names, (name) => press[name]?.())

  const change = (next: (before: Sheet) => Sheet) => {
    setReplaying(false)
    onSheet(next)
  }
  const clear = () => {
    if (asksToClear) change(() => emptySheet)
    setAsksToClear(!asksToClear)
  }

  return (
    <div className="postcard-sheet postcard-desk" data-hand={ways.hand} data-drawer={drawer}>
      <div className="postcard-card">
        <span className="postcard-card-shadow" style={{ clipPath: cardEdge }} />
        <div className="postcard-card-paper" style={{ clipPath: cardEdge }} data-side={side}>
          {side === 'front' ? (
            <CardFaceView
              side={card.front}
              letters={letters}
              mediaAddress={mediaAddress}
              without={notWhileWriting}
              label={say.frontAlt}
            />
          ) : (
            <CardFaceView side={card.back} letters={letters} mediaAddress={mediaAddress} label={say.backAlt} />
          )}
          {side === 'front' && ways.boxes !== 'none' && <CharacterBoxes look={ways.look} size={ways.boxes} />}
          <InkGlass
            ref={glass}
            strokes={sheet.strokes}
            pen={pen}
            ink={ink}
            full={full}
            glass={station.file.screen.panelHeight / innerHeight}
            still={reducedMotion}
            replaying={isReplaying}
            turned={side === 'back'}
            onStroke={(stroke) => onSheet((before) => written(before, stroke))}
            onReplayed={stopReplay}
          />
          {side === 'front' && !hasInk && (
            <p
              className="postcard-invite"
              data-room={ways.look.room}
              data-ruling={ways.look.ruling}
              lang={language}
              aria-hidden="true"
            >
              {say.emptyHint}
            </p>
          )}
        </div>
      </div>

      <div className="postcard-strokes">
        <Slip
          tone="ink-edged"
          size="service"
          word={say.undo}
          name="undo"
          state={hasInk ? 'idle' : 'not-now'}
          onPress={() => change(undone)}
        />
        <Slip
          tone="ink-edged"
          size="service"
          word={desk.redo}
          name="redo"
          state={sheet.takenBack.length > 0 ? 'idle' : 'not-now'}
          onPress={() => change(redone)}
        />
        <Slip
          tone="ink-edged"
          size="service"
          word={isReplaying ? desk.stopReplay : desk.replay}
          name="replay"
          state={hasInk && side === 'front' ? 'idle' : 'not-now'}
          onPress={() => setReplaying(!isReplaying)}
        />
        <Slip
          tone={asksToClear ? 'brick' : 'ink-edged'}
          size="service"
          word={asksToClear ? desk.reallyClear : desk.clear}
          name="rewrite"
          state={hasInk ? 'idle' : 'not-now'}
          onPress={clear}
        />
      </div>

      <aside className="postcard-side">
        <Title {...props} full={full} drawer={drawer} />
        {drawer === undefined && (
          <div className="postcard-tools">
            <PenTray chosen={pen} language={language} onChoose={setPen} />
            <InkWells chosen={ink} language={language} label={say.inks} onChoose={setInk} />
          </div>
        )}
        {drawer === 'style' && <StyleDrawer ways={ways} language={language} helmed={helmed} onWays={onWays} />}
        {drawer === 'ideas' && (
          <IdeasDrawer
            suggestions={suggestions}
            greeting={greeting}
            language={language}
            wire={wire}
            helmed={helmed}
            onGreeting={onGreeting}
          />
        )}
        {drawer === undefined ? (
          <Slip
            tone="rust"
            size="main"
            className="postcard-done"
            word={say.finish}
            after="forward"
            state={hasSaid ? 'idle' : 'not-now'}
            helmed={helmed === 'finish'}
            onPress={finish}
          />
        ) : (
          <Slip
            tone="river"
            size="main"
            className="postcard-done"
            word={desk.close}
            name="close drawer"
            helmed={helmed === 'close'}
            onPress={() => setDrawer(undefined)}
          />
        )}
      </aside>

      {printer.state === 'trouble' && (
        <CutPanel cut={{ name: 'desk note', width: 800, height: 84 }} ground="mist" className="postcard-desk-note">
          <PrinterNote reason={printer.reason} language={language} />
        </CutPanel>
      )}

      <footer className="postcard-desk-foot" data-easy={easy || undefined}>
        <Slip
          tone="ink-edged"
          size="service"
          before="back"
          word={say.otherScene}
          name="other scene"
          helmed={helmed === 'other scene'}
          onPress={onOtherScene}
        />
        <Slip
          tone="ink-edged"
          size="service"
          word={side === 'front' ? say.toBack : say.toFront}
          name="flip"
          helmed={helmed === 'flip'}
          onPress={() => {
            setReplaying(false)
            press.flip?.()
          }}
        />
        <Slip
          tone={drawer === 'style' ? 'river' : 'ink-edged'}
          size="service"
          word={desk.style}
          name="style"
          helmed={helmed === 'style'}
          onPress={() => press.style?.()}
        />
        <Slip
          tone={drawer === 'ideas' ? 'river' : 'ink-edged'}
          size="service"
          word={desk.ideas}
          name="ideas"
          helmed={helmed === 'ideas'}
          onPress={() => press.ideas?.()}
        />
        <div className="postcard-service">{service}</div>
      </footer>
    </div>
  )
}

/** The cachet comes down when the card is done. */
const notWhileWriting = ['cachet', 'writing'] as const

function Title({
  language,
  easy,
  full,
  drawer,
}: Pick<DeskProps, 'language' | 'easy'> & {
  readonly full: boolean
  readonly drawer: 'style' | 'ideas' | undefined
}) {
  const say = roomWords[language]
  const desk = deskWords[language]
  const other = language === 'zh' ? 'en' : 'zh'
  if (drawer !== undefined)
    return (
      <header className="postcard-desk-title">
        <h1 lang={language}>{desk[drawer]}</h1>
        {!easy && (
          <p className="postcard-desk-under" lang={other}>
            {deskWords[other][drawer]}
          </p>
        )}
      </header>
    )
  return (
    <header className="postcard-desk-title">
      <h1 lang={language}>{say.write}</h1>
      {!easy && (
        <p className="postcard-desk-under" lang={other}>
          {roomWords[other].write}
        </p>
      )}
      <p className="postcard-desk-hint" lang={language}>
        {full ? say.full : say.writeHint}
      </p>
      {!easy && (
        <p className="postcard-desk-kept" lang={language}>
          {say.writeKept}
        </p>
      )}
    </header>
  )
}
