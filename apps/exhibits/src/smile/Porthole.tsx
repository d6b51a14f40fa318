import type { CSSProperties } from 'react'
import { Lantern } from './Lantern.tsx'
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
