import type { PrinterDesk } from '@riverside/contract'
import { CutPanel } from '@riverside/ui'

/** Sheets of which each is drawn; a thicker stack looks the same. */
const drawnSheets = 24

/** The printer as it stands there: the stack in its tray as thick as it is counted, a card in its mouth while it prints. */
export function DrawnPrinter({ desk }: { readonly desk: PrinterDesk }) {
  const { printer, tray } = desk
  const isOut = printer.state === 'trouble' && printer.reason === 'paper-out'
  const sheets = isOut ? 0 : Math.min(drawnSheets, tray.left ?? drawnSheets)
  const isTroubled = printer.state === 'trouble' || printer.state === 'absent'
  return (
    <CutPanel
      className="printer-drawn"
      ground="river"
      cut={{ name: 'printer drawn', width: 620, height: 330, straight: ['right'] }}
    >
      <svg viewBox="36 0 620 330" aria-hidden="true">
        {/* The tray behind, and what lies in it. */}
        <path d="M206 92 222 20H470L486 92Z" fill="var(--ink)" />
        {Array.from({ length: sheets }, (_, at) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: sheets of a stack have no other name
            key={at}
            d={`M${224 - at * 0.4} ${86 - at * 2.6}H${468 + at * 0.4}`}
            stroke={at % 2 === 0 ? 'var(--paper)' : 'var(--mist)'}
            strokeWidth="2.2"
          />
        ))}
        {sheets === 0 && (
          <path d="M232 34H460V84H232Z" fill="none" stroke="var(--mist)" strokeWidth="3" strokeDasharray="12 8" />
        )}
        {/* The body, cut from one block: a lit upper edge, the mouth, the foot. */}
        <path d="M150 96 536 90 560 128 552 258 140 262 130 130Z" fill="#3d4d55" />
        <path d="M134 132 556 126 552 258 140 262Z" fill="var(--ink)" />
        <path d="M150 96 536 90 540 97 148 103Z" fill="var(--brass)" />
        <path d="M206 168H488L492 190H202Z" fill="#2b3f4a" />
        {[0, 1, 2, 3].map((at) => (
          <path
            key={at}
            d={`M${160 + at * 6} ${226 + at * 8}L${186 + at * 3} ${224 + at * 8}`}
            stroke="#3d4d55"
            strokeWidth="3"
          />
        ))}
        <circle cx="520" cy="150" r="9" fill={isTroubled ? 'var(--rust)' : 'var(--brass)'} />
        {/* The card on its way out, or its empty place. */}
        {printer.state === 'busy' ? (
          <>
            <path d="M214 186H480L492 296 200 300Z" fill="var(--paper)" />
            <path d="M226 196H410L414 282 218 286Z" fill="var(--mist)" />
            <path d="M430 200V280M446 200V262M462 200V284" stroke="var(--ink)" strokeWidth="4" />
          </>
        ) : (
          <path d="M206 296H490" stroke="var(--mist)" strokeWidth="4" strokeDasharray="14 9" />
        )}
        <path d="M150 262 150 276H178V262ZM514 260V274H542V258Z" fill="var(--ink)" />
      </svg>
    </CutPanel>
  )
}
