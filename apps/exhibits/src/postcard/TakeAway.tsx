import { call, deletePostcard, keepPostcard, type PostcardDraft, type Reach } from '@riverside/contract'
import type { Card } from '@riverside/postcard'
import { CutPanel, cutClipPath, Slip } from '@riverside/ui'
import { useEffect, useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { CardFaceView } from './CardFaceView.tsx'
import type { CardLetters } from './card-letters.ts'
import { PrintSlip } from './PrintSlip.tsx'
import { roomWords } from './postcard-words.ts'
import type { PrinterSeen } from './print-told.ts'
import { codeText, drawCode } from './qr-code.ts'
import './TakeAway.css'

export type TakeAwayProps = Pick<ExhibitProps, 'language' | 'service' | 'easy' | 'wire' | 'station' | 'onLeave'> & {
  readonly card: Card
  readonly draft: PostcardDraft
  readonly letters: CardLetters
  readonly mediaAddress: (path: string) => string
  readonly printer: PrinterSeen
  readonly onAnother: () => void
}

type Kept =
  | { readonly at: 'making' }
  | { readonly at: 'kept'; readonly id: string; readonly link: string; readonly reach: Reach }
  | { readonly at: 'refused'; readonly because: 'linkAway' | 'noRoom' }
  | { readonly at: 'deleted' }

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
  draft,
  letters,
  mediaAddress,
  printer,
  onAnother,
}: TakeAwayProps) {
  const say = roomWords[language]
  const kept = useKept(wire, draft)
  const [asksToDelete, setAsksToDelete] = useState(false)
  const remove = async () => {
    if (kept.value.at !== 'kept') return
    if (!asksToDelete) return setAsksToDelete(true)
    const { id } = kept.value
    const gone = await call(wire, deletePostcard, undefined, { id })
    if (gone.ok || gone.error === 'gone') kept.forget()
  }
  return (
    <div className="postcard-away">
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
            <CardFaceView side={card.front} letters={letters} mediaAddress={mediaAddress} label={say.frontAlt} />
          </div>
        </div>
      </div>

      <CutPanel cut={{ name: 'scan', width: 540, height: 970 }} ground="paper" shadow className="postcard-scan">
        <h1 lang={language}>{say.scan}</h1>
        {!easy && (
          <p className="postcard-scan-under" lang={language === 'zh' ? 'en' : 'zh'}>
            {roomWords[language === 'zh' ? 'en' : 'zh'].scan}
          </p>
        )}
        <div className="postcard-code">
          {kept.value.at === 'kept' ? (
            <Code link={kept.value.link} broken={say.linkAway} />
          ) : (
            <p lang={language}>{wordOf(kept.value, say)}</p>
          )}
        </div>
        {kept.value.at === 'kept' && (
          <>
            <p className="postcard-scan-kept" lang={language}>
              {kept.value.reach === 'lan' ? say.keptFor : say.onlyHere}
            </p>
            {!easy && kept.value.reach === 'lan' && (
              <p className="postcard-scan-under" lang={language === 'zh' ? 'en' : 'zh'}>
                {say.keptForSecond}
              </p>
            )}
            <Slip
              tone={asksToDelete ? 'brick' : 'paper-edged'}
              size="service"
              className="postcard-scan-delete"
              name="delete card"
              word={asksToDelete ? say.reallyDelete : say.deleteNow}
              onPress={() => void remove()}
            />
          </>
        )}
      </CutPanel>

      <PrintSlip
        wire={wire}
        draft={draft}
        printer={printer}
        language={language}
        easy={easy}
        volume={station.file.volume.ceiling}
      />

      <nav className="postcard-away-foot">
        <Slip tone="ink-edged" size="service" word={say.another} name="another card" onPress={onAnother} />
        <Slip tone="rust" word={say.leave} name="leave postcard" onPress={onLeave} />
        <div className="postcard-service">{service}</div>
      </nav>
    </div>
  )
}

function wordOf(kept: Exclude<Kept, { at: 'kept' }>, say: (typeof roomWords)['zh']): string {
  if (kept.at === 'making') return say.making
  return kept.at === 'deleted' ? say.deleted : say[kept.because]
}

/** Keeps the card once, when this screen is first shown. */
function useKept(wire: ExhibitProps['wire'], draft: PostcardDraft) {
  const [value, setValue] = useState<Kept>({ at: 'making' })
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void call(wire, keepPostcard, { draft }).then((answer) => {
      if (answer.ok) setValue({ at: 'kept', id: answer.value.id, link: answer.value.link, reach: answer.value.reach })
      else setValue({ at: 'refused', because: answer.error === 'no-room' ? 'noRoom' : 'linkAway' })
    })
  }, [wire, draft])
  return { value, forget: () => setValue({ at: 'deleted' }) }
}

/** The code with whole device pixels for each module; only shown once it was read back from them. */
function Code({ link, broken }: { readonly link: string; readonly broken: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<number | undefined | 'broken'>(undefined)
  useEffect(() => {
    if (canvas.current === null || frame.current === null) return
    const { clientWidth, clientHeight } = frame.current
    const most = Math.floor(Math.min(clientWidth, clientHeight) * devicePixelRatio)
    setSide(drawCode(canvas.current, codeText(link), most) ?? 'broken')
  }, [link])
  const size = typeof side === 'number' ? `${side / devicePixelRatio}px` : '0px'
  return (
    <div ref={frame} className="postcard-code-frame">
      <canvas ref={canvas} style={{ width: size, height: size }} data-link-code={typeof side === 'number'} />
      {side === 'broken' && <p>{broken}</p>}
    </div>
  )
}
