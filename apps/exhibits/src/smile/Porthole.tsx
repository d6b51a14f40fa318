import type { CSSProperties } from 'react'
import {
  bead,
  bolts,
  bridge,
  drifting,
  glass,
  hull,
  innerBead,
  rim,
  ring,
  shade,
  water,
  waterLine,
} from './porthole-art.ts'
import './Porthole.css'

export type PortholeProps = {
  /** `unlit` waits, `kindling` while the camera looks, `afloat` when it has been set on the water. */
  readonly lantern: 'unlit' | 'kindling' | 'afloat' | 'none'
  /** Milliseconds the brass ring takes to shrink to nothing, while the camera is open. */
  readonly counting?: number
}

const plates = hull(1000, 1200)

/** The river seen through a ship's porthole: lanterns, and one that is nobody's yet. It never shows the visitor. */
export function Porthole({ lantern, counting }: PortholeProps) {
  return (
    <div className="porthole">
      <svg aria-hidden="true" className="porthole-hull" viewBox="0 0 1000 1200" preserveAspectRatio="xMidYMid slice">
        <path className="porthole-grain" d={plates.grain} />
        <path className="porthole-seam" d={plates.seams} />
        {plates.rivets.map(([x, y]) => (
          <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
            <circle className="porthole-rivet-shade" cx="1.6" cy="2" r="5.4" />
            <circle className="porthole-rivet" r="4.8" />
          </g>
        ))}
      </svg>
      <svg aria-hidden="true" className="porthole-window" viewBox="-520 -520 1040 1040">
        <circle className="porthole-shadow" cx="16" cy="20" r={ring} />
        <circle className="porthole-face" r={ring} />
        {bead.map(({ d, fill }) => (
          <path key={d} d={d} fill={fill} />
        ))}
        <path className="porthole-shade" d={shade} />
        <circle className="porthole-line" r={ring - 17} />
        {innerBead.map(({ d, fill }) => (
          <path key={d} d={d} fill={fill} />
        ))}
        <circle className="porthole-well" r={rim - 12} />
        {bolts.map(({ x, y, hexagon, top }) => (
          <g key={hexagon} transform={`translate(${x} ${y})`}>
            <circle className="porthole-bolt-shade" cx="4" cy="5" r="21" />
            <circle className="porthole-bolt-seat" r="21" />
            <path className="porthole-bolt" d={hexagon} />
            <path className="porthole-bolt-top" d={top} />
          </g>
        ))}
        <clipPath id="porthole-glass">
          <circle r={glass} />
        </clipPath>
        <g clipPath="url(#porthole-glass)">
          <rect className="porthole-sky" x={-glass} y={-glass} width={glass * 2} height={glass * 2} />
          <path className="porthole-cables" d={bridge.cables} />
          <path className="porthole-bank" d={bridge.solid} />
          {bridge.windows.map(([x, y]) => (
            <rect key={x} className="porthole-lit" x={x} y={y} width="6" height="9" />
          ))}
          <rect className="porthole-river" x={-glass} y={waterLine} width={glass * 2} height={glass * 2} />
          <path className="porthole-water" d={water} />
          {drifting.map(({ x, y, size, seconds }) => (
            <g key={x} transform={`translate(${x} ${y})`}>
              <g className="porthole-drift" style={{ '--seconds': `${seconds}s` } as CSSProperties}>
                <Lantern size={size} isLit />
              </g>
            </g>
          ))}
          {lantern !== 'none' && (
            <g className="porthole-own" data-lantern={lantern}>
              <Lantern size={112} isLit={lantern !== 'unlit'} />
            </g>
          )}
        </g>
        {counting !== undefined && (
          <circle
            className="porthole-count"
            r={(glass + rim - 12) / 2}
            pathLength="1"
            style={{ animationDuration: `${counting}ms` }}
          />
        )}
      </svg>
    </div>
  )
}

/** A paper lantern on its little boat, with its light on the water. `size` is the height of the paper. */
function Lantern({ size, isLit }: { readonly size: number; readonly isLit: boolean }) {
  return (
    <g className="lantern" data-lit={isLit || undefined} transform={`scale(${size / 100})`}>
      <path
        className="lantern-shine"
        d="M-62 22Q0 40 62 22Q0 8 -62 22ZM-48 52Q0 66 48 52Q0 40 -48 52ZM-34 80Q0 92 34 80Q0 70 -34 80Z"
      />
      <path className="lantern-boat" d="M-92 -18Q-46 -4 0 -4Q46 -4 92 -18Q54 18 0 18Q-54 18 -92 -18Z" />
      <path className="lantern-paper" d="M-44 -108L44 -109L64 -12Q0 0 -64 -12Z" />
      <path className="lantern-heart" d="M-20 -86L21 -87L27 -16Q0 -9 -26 -15Z" />
    </g>
  )
}
