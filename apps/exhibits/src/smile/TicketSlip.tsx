import type { TicketSign } from '@riverside/smile'
import { CutPanel } from '@riverside/ui'
import { Both, type Read } from './Both.tsx'
import { Sign } from './Sign.tsx'
import { signWords, ticketWords } from './smile-words.ts'
import './Ticket.css'

/** A boat ticket: five signs to remember or to photograph, and what becomes of it. */
export function TicketSlip({
  signs,
  until,
  ...read
}: { readonly signs: readonly TicketSign[]; readonly until: string } & Read) {
  return (
    <>
      <h1 className="smile-title">
        <Both words={ticketWords.title} {...read} />
      </h1>
      <CutPanel
        cut={{ name: 'boat ticket', width: 880, height: 300, stray: 7 }}
        ground="river"
        shadow
        className="smile-ticket"
      >
        <ol className="smile-ticket-signs">
          {signs.map((sign, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sign may come twice; its place is what it is.
            <li key={at}>
              <Sign sign={sign} />
              <span lang={read.language}>{signWords[sign][read.language]}</span>
            </li>
          ))}
        </ol>
      </CutPanel>
      <div className="smile-plain smile-ticket-words">
        {[ticketWords.text, ticketWords.life(until)].map((text) => (
          <p key={text.zh}>
            <Both words={text} {...read} />
          </p>
        ))}
      </div>
    </>
  )
}
