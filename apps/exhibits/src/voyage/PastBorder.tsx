import type { Language } from '@riverside/kit'
import { cutClipPath, PastPresentTag, Slip } from '@riverside/ui'
import type { Node } from '@riverside/voyage'
import { useEffect, useRef } from 'react'
import { BrassKnob } from './BrassKnob.tsx'
import type { Sailing } from './sailing.ts'
import './PastBorder.css'
import { say } from './words.ts'

/** The step of an arrow key, and of a notch of the helm while it holds the knob. */
const keyStep = 0.03

/** A knob drawn back to less than this share of the screen's width is put away. */
const putAway = 0.055

/** A finger that moved less than this many CSS pixels pressed the knob and did not draw it. */
const press = 12

const cut = cutClipPath({ name: 'border of ages', width: 14, height: 1080, stray: 3 })

/**
 * 前世今生 over the whole river. At rest a brass knob waits at the left edge; drawn to the right it takes a border along, left of which
 * the past is seen. Finger, helm and arrow keys move it; drawn back to the edge it goes away.
 */
export function PastBorder({
  sailing,
  node,
  language,
  isDrawn,
  isSketch,
}: {
  readonly sailing: Sailing
  readonly node: Node
  readonly language: Language
  readonly isDrawn: boolean
  /** What is shown of the past was drawn for the exhibit. */
  readonly isSketch: boolean
}) {
  const place = useRef<HTMLDivElement>(null)
  const knob = useRef<HTMLDivElement>(null)
  const grip = useRef<{ begun: number; way: number; wasDrawn: boolean } | undefined>(undefined)
  const spoken = say[language]

  useEffect(
    () =>
      sailing.onFrame(() => {
        const share = sailing.past.current
        place.current?.style.setProperty('--past', `${((share ?? 0) * 100).toFixed(2)}%`)
        knob.current?.setAttribute('aria-valuenow', String(Math.round((share ?? 0) * 100)))
      }),
    [sailing],
  )

  const shareOf = (event: React.PointerEvent) => event.clientX / innerWidth
  const letGo = (event: React.PointerEvent) => {
    const held = grip.current
    grip.current = undefined
    if (!held) return
    if (Math.abs(held.way) < press) {
      if (held.wasDrawn) sailing.hidePast()
      else sailing.drawPast()
    } else if (shareOf(event) < putAway) sailing.hidePast()
  }

  return (
    <div ref={place} className="voyage-past" data-drawn={isDrawn || undefined}>
      {isDrawn && <span className="voyage-past-line" style={{ clipPath: cut }} />}
      {isDrawn && node.then && (
        <div className="voyage-past-tags">
          <span className="voyage-past-tag" data-age="then">
            {isSketch && <span className="voyage-past-sketch">{spoken.drawn}</span>}
            <PastPresentTag age="then" language={language} dated={node.then.dated[language]} />
          </span>
          <span className="voyage-past-tag" data-age="now">
            <PastPresentTag age="now" language={language} />
          </span>
        </div>
      )}
      <div
        ref={knob}
        className="voyage-past-knob"
        role="slider"
        tabIndex={0}
        aria-label={spoken.seeBorder}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        aria-valuetext={isDrawn && node.then ? node.then.dated[language] : spoken.hidePast}
        data-keeps
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          grip.current = { begun: event.clientX, way: 0, wasDrawn: isDrawn }
        }}
        onPointerMove={(event) => {
          const held = grip.current
          if (!held) return
          const way = event.clientX - held.begun
          if (Math.abs(way) > Math.abs(held.way)) held.way = way
          if (Math.abs(held.way) >= press) sailing.drawPast(shareOf(event))
        }}
        onPointerUp={letGo}
        onPointerCancel={() => {
          grip.current = undefined
        }}
        onKeyDown={(event) => {
          const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
          if (way === undefined || event.shiftKey) return
          event.preventDefault()
          const share = sailing.past.current
          if (share === undefined) sailing.drawPast()
          else if (share + way * keyStep < putAway) sailing.hidePast()
          else sailing.drawPast(share + way * keyStep)
        }}
      >
        <BrassKnob />
        {!isDrawn && (
          <span className="voyage-past-name">
            <PastPresentTag age="then" language={language} />
          </span>
        )}
      </div>
      {isDrawn && (
        <Slip
          tone="paper"
          name="hide past"
          word={spoken.hidePast}
          onPress={() => sailing.hidePast()}
          className="voyage-past-away"
        />
      )}
    </div>
  )
}
