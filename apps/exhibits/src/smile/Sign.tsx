import type { TicketSign } from '@riverside/smile'
import { signShapes } from './ticket-art.ts'

/** One of the twelve signs of a boat ticket. */
export function Sign({ sign }: { readonly sign: TicketSign }) {
  return (
    <svg className="smile-sign" viewBox="0 0 100 100" aria-hidden="true">
      <path d={signShapes[sign]} fillRule="evenodd" />
    </svg>
  )
}
