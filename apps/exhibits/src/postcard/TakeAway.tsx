import type { PostcardDraft } from '@riverside/contract'
import type { Card } from '@riverside/postcard'
import { cutClipPath, Slip } from '@riverside/ui'
import { useLayoutEffect, useRef } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { CardFaceView } from './CardFaceView.tsx'
import type { CardLetters } from './card-letters.ts'
import type { CodeMaker } from './code-maker.ts'
import { PrintSlip } from './PrintSlip.tsx'
import { roomWords } from './postcard-words.ts'
import type { PrinterSeen } from './print-told.ts'
import { ScanPanel } from './ScanPanel.tsx'
import { takeAwayWords } from './take-away-words.ts'
import './TakeAway.css'

export type TakeAwayProps = Pick<ExhibitProps, 'language' | 'service' | 'easy' | 'wire' | 'station' | 'onLeave'> & {
  /** As composed without any ink: that comes from the desk as it was written there. */
  readonly card: Card
  readonly ink: HTMLCanvasElement | undefined
  readonly codes: CodeMaker
  readonly draft: PostcardDraft
  readonly letters: CardLetters
  readonly mediaAddress: (path: string) => string
  readonly printer: PrinterSeen
  readonly onAnother: () => void
}

const cardEdge = cutClipPath({ name: 'the finished card', width: 1000, height: 676, stray: 3 })
const backEdge = cutClipPath({ name: 'the card turned over', width: 1000, height: 676, stray: 3 })

/** The finished card, both faces, and the ways it leaves: by code, and on paper where there is some. */
export function TakeAway({
  language,
  service,
  easy,
  wire,
  station,
  onLeave,
  card,
  ink,
  codes,
  draft,
  letters,
  mediaAddress,
  printer,
  onAnother,
}: TakeAwayProps) {
  const say = roomWords[language]
  const leaving = takeAwayWords[language]
  return (
    <div className="postcard-sheet postcard-away">
      <div className="postcard-away-cards">
        <div className="postcard-away-back">
          <span className="postcard-card-shadow" style={{ clipPath: backEdge }} />
          <div className="postcard-card-paper" style={{ clipPath: backEdge }}>
            <CardFaceView side={card.back} letters={letters} mediaAddress={mediaAddress} label={say.backAlt} />
          </div>
        </div>
        <div className="postcard-away-front">
          <span className="postcard-card-shadow" style={{ clipPath: cardEdge }} />
          <div className="postcard-card-paper" style={{ clipPath: cardEdge }}>
            <CardFaceView
              side={card.front}
              letters={letters}
              mediaAddress={mediaAddress}
              without={overTheInk}
              label={say.frontAlt}
            />
            {ink !== undefined && <Ink of={ink} />}
            <CardFaceView side={card.front} letters={letters} mediaAddress={mediaAddress} only={overTheInk} />
          </div>
        </div>
      </div>

      <ScanPanel language={language} easy={easy} wire={wire} station={station} draft={draft} codes={codes} />

      <PrintSlip
        wire={wire}
        draft={draft}
        printer={printer}
        language={language}
        easy={easy}
        volume={station.file.volume.ceiling}
      />

      <nav className="postcard-away-foot">
        <Slip tone="ink-edged" size="service" word={leaving.another} name="another card" onPress={onAnother} />
        <Slip tone="rust" word={leaving.leave} name="leave postcard" onPress={onLeave} />
        <div className="postcard-service">{service}</div>
      </nav>
    </div>
  )
}

/** The cachet was struck last, over the writing. */
const overTheInk = ['cachet'] as const

/** The writing as it lay on the desk's glass: a card full of it is shown in the frame of the tap. */
function Ink({ of }: { readonly of: HTMLCanvasElement }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    if (canvas.current === null) return
    canvas.current.width = of.width
    canvas.current.height = of.height
    canvas.current.getContext('2d')?.drawImage(of, 0, 0)
  }, [of])
  return <canvas ref={canvas} className="postcard-face" />
}
