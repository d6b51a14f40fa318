import type { ReactNode } from 'react'
import { type Cut, cutClipPath } from './cut-edge.ts'
import './CutPanel.css'

export type CutPanelProps = {
  /** How the edge is cut; `width` and `height` are about how large the panel is, design pixels. */
  readonly cut: Cut
  readonly ground: 'paper' | 'ink' | 'river' | 'brick' | 'mist' | 'red'
  /** A second flat impression below it. */
  readonly shadow?: boolean
  readonly className?: string
  readonly children?: ReactNode
}

/** A piece of paper, or a dark ground, whose edge was cut with a knife. */
export function CutPanel({ cut, ground, shadow = false, className = '', children }: CutPanelProps) {
  const clipPath = cutClipPath(cut)
  return (
    <div className={`cut-panel ${className}`} data-ground={ground}>
      {shadow && <span className="cut-panel-shadow" style={{ clipPath }} />}
      <span className="cut-panel-ground" style={{ clipPath }} />
      <div className="cut-panel-words">{children}</div>
    </div>
  )
}
