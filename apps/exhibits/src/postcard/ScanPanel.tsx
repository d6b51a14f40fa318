import type { PostcardDraft } from '@riverside/contract'
import { networkText } from '@riverside/postcard'
import { CutPanel, Slip } from '@riverside/ui'
import { useEffect, useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import type { CodeMaker } from './code-maker.ts'
import { LinkCode } from './LinkCode.tsx'
import './ScanPanel.css'
import { takeAwayWords } from './take-away-words.ts'
import { type Offer, type WayOut, waysFor } from './ways-out.ts'

export type ScanPanelProps = Pick<ExhibitProps, 'language' | 'easy' | 'wire' | 'station'> & {
  readonly draft: PostcardDraft
  readonly codes: CodeMaker
}

/** One of the two codes of the way over the station's own network, or the only one of any other way. */
type Step = 'network' | 'card'

type Shown =
  | { readonly at: 'making' }
  | { readonly at: 'offered'; readonly offer: Offer; readonly step: Step }
  | { readonly at: 'refused'; readonly because: 'linkAway' | 'noRoom' | 'noWay' }
  | { readonly at: 'deleted' }

/** The code by which the card leaves: by the best way that stands open, and by the next one if a phone cannot read it. */
export function ScanPanel({ language, easy, wire, station, draft, codes }: ScanPanelProps) {
  const say = takeAwayWords[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const { hours, wifi } = station.file.takeAway
  const { shown, next, remove, toStep } = useWays(station, wire, draft, codes)
  const offer = shown.at === 'offered' ? shown.offer : undefined
  const isNetwork = shown.at === 'offered' && shown.step === 'network' && wifi !== null
  const note = (words: typeof say) =>
    offer === undefined
      ? ''
      : isNetwork
        ? words.wifiNote
        : offer.onlyHere
          ? words.onlyHere
          : offer.way === 'in-code'
            ? words.inCode
            : words.keptFor(hours)
  return (
    <CutPanel
      cut={{ name: 'scan', width: 540, height: 970 }}
      ground="paper"
      shadow
      className={`postcard-scan${offer?.level === 'L' ? ' postcard-scan-dense' : ''}`}
    >
      <h1 lang={language}>{isNetwork ? say.wifi : say.scan}</h1>
      {!easy && (
        <p className="postcard-scan-under" lang={other}>
          {isNetwork ? takeAwayWords[other].wifi : takeAwayWords[other].scan}
        </p>
      )}
      <div className="postcard-code">
        {offer === undefined ? (
          <p lang={language}>{wordOf(shown, say)}</p>
        ) : isNetwork ? (
          <LinkCode codes={codes} text={networkText(wifi)} level="M" broken={say.linkAway} />
        ) : (
          <LinkCode codes={codes} text={offer.text} level={offer.level} broken={say.linkAway} />
        )}
      </div>
      {offer !== undefined && (
        <>
          <p className="postcard-scan-kept" lang={language}>
            {isNetwork ? `${say.wifiName(wifi.name)}\n${note(say)}` : note(say)}
            {offer.level === 'L' && !isNetwork && `\n${say.holdNear}`}
          </p>
          {!easy && !isNetwork && !offer.onlyHere && offer.level === 'M' && (
            <p className="postcard-scan-under" lang={other}>
              {note(takeAwayWords[other])}
            </p>
          )}
          <div className="postcard-scan-slips">
            {isNetwork ? (
              <Slip tone="river" size="service" name="joined" word={say.joined} onPress={() => toStep('card')} />
            ) : (
              <>
                {offer.way === 'station' && wifi !== null && (
                  <Slip
                    tone="paper-edged"
                    size="service"
                    name="back to the network"
                    word={say.backToWifi}
                    onPress={() => toStep('network')}
                  />
                )}
                {next !== undefined && (
                  <Slip tone="paper-edged" size="service" name="other code" word={say.otherCode} onPress={next} />
                )}
                {offer.remove !== undefined && <DeleteSlip say={say} onDelete={remove} />}
              </>
            )}
          </div>
        </>
      )}
    </CutPanel>
  )
}

function DeleteSlip({ say, onDelete }: { say: (typeof takeAwayWords)['zh']; onDelete: () => void }) {
  const [asks, setAsks] = useState(false)
  return (
    <Slip
      tone={asks ? 'brick' : 'paper-edged'}
      size="service"
      name="delete card"
      word={asks ? say.reallyDelete : say.deleteNow}
      onPress={asks ? onDelete : () => setAsks(true)}
    />
  )
}

function wordOf(shown: Shown, say: (typeof takeAwayWords)['zh']): string {
  if (shown.at === 'refused') return say[shown.because]
  return shown.at === 'deleted' ? say.deleted : say.making
}

/** Looks once which ways stand open, and asks for a code only of the one that is shown. */
function useWays(
  station: ScanPanelProps['station'],
  wire: ScanPanelProps['wire'],
  draft: PostcardDraft,
  codes: CodeMaker,
) {
  const [shown, setShown] = useState<Shown>({ at: 'making' })
  const [ways, setWays] = useState<readonly WayOut[]>([])
  const asked = useRef(false)
  const first: Step = station.file.takeAway.wifi === null ? 'card' : 'network'

  const take = async (way: WayOut | undefined) => {
    if (way === undefined) return setShown({ at: 'refused', because: 'noWay' })
    setShown({ at: 'making' })
    const offer = await way.offer()
    if (offer.ok) setShown({ at: 'offered', offer: offer.value, step: way.way === 'station' ? first : 'card' })
    else setShown({ at: 'refused', because: offer.error === 'no-room' ? 'noRoom' : 'linkAway' })
  }
  // The card's ways are looked at once: another language on the screen makes no second card.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as it was when the card was finished
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void waysFor(draft, station, wire, codes).then((found) => {
      setWays(found)
      void take(found[0])
    })
  }, [])

  const now = shown.at === 'offered' ? ways.findIndex(({ way }) => way === shown.offer.way) : -1
  const after = now < 0 ? undefined : ways[now + 1]
  return {
    shown,
    next: after && (() => void take(after)),
    toStep: (step: Step) => setShown((before) => (before.at === 'offered' ? { ...before, step } : before)),
    remove: () => {
      if (shown.at !== 'offered' || shown.offer.remove === undefined) return
      void shown.offer.remove().then((gone) => gone && setShown({ at: 'deleted' }))
    },
  }
}
