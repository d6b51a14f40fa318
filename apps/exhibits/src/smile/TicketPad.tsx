import { signsOnTicket, type TicketSign, ticketSigns } from '@riverside/smile'
import { cutClipPath, HelmFrame } from '@riverside/ui'
import { Both, type Read } from './Both.tsx'
import type { PadTrouble } from './room.ts'
import { Sign } from './Sign.tsx'
import { padTroubleWords, padWords, signWords } from './smile-words.ts'
import './Ticket.css'

const tile = { width: 206, height: 142 }

/** Twelve signs as large as a hand, and the five that were touched above them. */
export function TicketPad({
  signs,
  trouble,
  framed,
  onSign,
  ...read
}: {
  readonly signs: readonly TicketSign[]
  readonly trouble: PadTrouble | undefined
  /** The sign the helm is at. */
  readonly framed: string | undefined
  readonly onSign: (sign: TicketSign) => void
} & Read) {
  const { language } = read
  return (
    <>
      <h1 className="smile-title smile-pad-title">
        <Both words={padWords.title} {...read} />
      </h1>
      <div className="smile-pad-said" role="status">
        <ol className="smile-pad-slots" aria-label={padWords.title[language]}>
          {Array.from({ length: signsOnTicket }, (_, at) => {
            const sign = signs[at]
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: the slots are places.
              <li key={at} data-filled={sign !== undefined || undefined}>
                {sign && <Sign sign={sign} />}
              </li>
            )
          })}
        </ol>
        <p className="smile-pad-words" data-trouble={trouble !== undefined || undefined}>
          <Both words={trouble ? padTroubleWords[trouble] : padWords.text} {...read} />
        </p>
      </div>
      <div className="smile-pad">
        {ticketSigns.map((sign) => {
          const name = `sign ${sign}`
          const clipPath = cutClipPath({ name, ...tile, stray: 5 })
          return (
            <button key={sign} type="button" className="smile-pad-sign" data-sign={sign} onClick={() => onSign(sign)}>
              <span className="smile-pad-ground" style={{ clipPath }} />
              <span className="smile-pad-face">
                <Sign sign={sign} />
                <span lang={language}>{signWords[sign][language]}</span>
              </span>
              {framed === sign && <HelmFrame name={name} {...tile} />}
            </button>
          )
        })}
      </div>
    </>
  )
}
