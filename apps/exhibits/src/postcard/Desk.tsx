import { type Card, emptySheet, type InkName, isFull, type Pen, type Sheet, undone, written } from '@riverside/postcard'
import { CutPanel, cutClipPath, Slip } from '@riverside/ui'
import { useEffect, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { CardFaceView } from './CardFaceView.tsx'
import type { CardLetters } from './card-letters.ts'
import { InkGlass } from './InkGlass.tsx'
import { InkWells, PenTray } from './Pens.tsx'
import { PrinterNote } from './PrinterNote.tsx'
import { roomWords } from './postcard-words.ts'
import type { PrinterSeen } from './print-told.ts'
import './Desk.css'

export type DeskProps = Pick<ExhibitProps, 'language' | 'service' | 'easy' | 'station'> & {
  readonly card: Card
  readonly letters: CardLetters
  readonly mediaAddress: (path: string) => string
  readonly sheet: Sheet
  readonly printer: PrinterSeen
  readonly onSheet: (next: (before: Sheet) => Sheet) => void
  readonly onOtherScene: () => void
  readonly onDone: () => void
}

const cardEdge = cutClipPath({ name: 'the card on the desk', width: 1184, height: 800, stray: 3 })

/** The writing desk: the card, three pens, three inks. */
export function Desk({
  language,
  service,
  easy,
  station,
  card,
  letters,
  mediaAddress,
  sheet,
  printer,
  onSheet,
  onOtherScene,
  onDone,
}: DeskProps) {
  const say = roomWords[language]
  const other = roomWords[language === 'zh' ? 'en' : 'zh']
  const [pen, setPen] = useState<Pen>('brush')
  const [ink, setInk] = useState<InkName>('ink')
  const [side, setSide] = useState<'front' | 'back'>('front')
  const [asksToClear, setAsksToClear] = useState(false)
  const full = isFull(sheet)
  useEffect(() => {
    if (!asksToClear) return
    const timer = setTimeout(() => setAsksToClear(false), 4000)
    return () => clearTimeout(timer)
  }, [asksToClear])
  const clear = () => {
    if (asksToClear) onSheet(() => emptySheet)
    setAsksToClear(!asksToClear)
  }
  const hasInk = sheet.strokes.length > 0

  return (
    <div className="postcard-desk">
      <div className="postcard-card">
        <span className="postcard-card-shadow" style={{ clipPath: cardEdge }} />
        <div className="postcard-card-paper" style={{ clipPath: cardEdge }} data-side={side}>
          {side === 'front' ? (
            <>
              <CardFaceView
                side={card.front}
                letters={letters}
                mediaAddress={mediaAddress}
                without={['cachet', 'writing']}
                label={say.frontAlt}
              />
              <InkGlass
                strokes={sheet.strokes}
                pen={pen}
                ink={ink}
                full={full}
                glass={station.file.screen.panelHeight / innerHeight}
                onStroke={(stroke) => onSheet((before) => written(before, stroke))}
              />
              {!hasInk && (
                <p className="postcard-invite" lang={language} aria-hidden="true">
                  {say.emptyHint}
                </p>
              )}
            </>
          ) : (
            <CardFaceView side={card.back} letters={letters} mediaAddress={mediaAddress} label={say.backAlt} />
          )}
        </div>
      </div>

      <header className="postcard-desk-title">
        <h1 lang={language}>{say.write}</h1>
        {!easy && (
          <p className="postcard-desk-under" lang={language === 'zh' ? 'en' : 'zh'}>
            {other.write}
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

      <div className="postcard-tools">
        <PenTray chosen={pen} language={language} onChoose={setPen} />
        <InkWells chosen={ink} language={language} label={say.inks} onChoose={setInk} />
      </div>

      {printer.state === 'trouble' && (
        <CutPanel cut={{ name: 'desk note', width: 800, height: 84 }} ground="mist" className="postcard-desk-note">
          <PrinterNote reason={printer.reason} language={language} />
        </CutPanel>
      )}

      <Slip
        tone="rust"
        size="main"
        className="postcard-done"
        word={say.finish}
        after="forward"
        state={hasInk ? 'idle' : 'not-now'}
        onPress={onDone}
      />
      <footer className="postcard-desk-foot">
        <Slip
          tone="ink-edged"
          size="service"
          before="back"
          word={say.otherScene}
          name="other scene"
          onPress={onOtherScene}
        />
        <div className="postcard-desk-acts">
          <Slip
            tone="ink-edged"
            size="service"
            word={side === 'front' ? say.toBack : say.toFront}
            name="flip"
            onPress={() => setSide(side === 'front' ? 'back' : 'front')}
          />
          <Slip
            tone="ink-edged"
            size="service"
            word={say.undo}
            name="undo"
            state={hasInk ? 'idle' : 'not-now'}
            onPress={() => onSheet(undone)}
          />
          <Slip
            tone={asksToClear ? 'brick' : 'ink-edged'}
            size="service"
            word={asksToClear ? say.reallyRewrite : say.rewrite}
            name="rewrite"
            state={hasInk ? 'idle' : 'not-now'}
            onPress={clear}
          />
        </div>
        <div className="postcard-service">{service}</div>
      </footer>
    </div>
  )
}
