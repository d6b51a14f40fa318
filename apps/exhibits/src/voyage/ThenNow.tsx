import type { DatedPicture, Language } from '@riverside/kit'
import { PastPresentTag } from '@riverside/ui'
import { useRef } from 'react'
import { BrassKnob } from './BrassKnob.tsx'
import type { Age } from './eye.ts'
import { say } from './words.ts'

/** Where the border stands when the sheet opens: a little more of today, or most of it on what was touched in the past. */
const openings = { now: 0.42, then: 0.8 } as const

/** The step of an arrow key or a notch of the helm. */
const keyStep = 0.05

/** The same view then and now under one frame: the border goes with the finger and settles on neither side. */
export function ThenNow({
  then,
  now,
  age,
  language,
  url,
}: {
  readonly then: DatedPicture
  readonly now: DatedPicture
  /** In which age the building was touched. */
  readonly age: Age
  readonly language: Language
  readonly url: (media: string) => string
}) {
  const frame = useRef<HTMLDivElement>(null)
  const knob = useRef<HTMLDivElement>(null)
  const opening = openings[age]
  const share = useRef<number>(opening)
  const set = (next: number) => {
    share.current = Math.min(0.97, Math.max(0.03, next))
    frame.current?.style.setProperty('--share', `${share.current * 100}%`)
    knob.current?.setAttribute('aria-valuenow', String(Math.round(share.current * 100)))
  }
  const follow = (event: React.PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    set((event.clientX - box.left) / box.width)
  }
  return (
    <div
      ref={frame}
      className="voyage-pair"
      style={{ '--share': `${opening * 100}%` } as React.CSSProperties}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        follow(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
    >
      <img src={url(now.picture)} alt="" draggable={false} />
      <img className="voyage-pair-then" src={url(then.picture)} alt="" draggable={false} />
      <span className="voyage-pair-border" />
      <span className="voyage-pair-tag" data-age="then">
        <PastPresentTag age="then" language={language} dated={then.dated[language]} />
      </span>
      <span className="voyage-pair-tag" data-age="now">
        <PastPresentTag age="now" language={language} />
      </span>
      {(then.drawn || now.drawn) && <span className="voyage-pair-drawn">{say[language].drawn}</span>}
      <div
        ref={knob}
        className="voyage-pair-knob"
        role="slider"
        tabIndex={0}
        aria-label={say[language].slider}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(opening * 100)}
        onKeyDown={(event) => {
          const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
          if (way === undefined) return
          event.preventDefault()
          set(share.current + way * keyStep)
        }}
      >
        <BrassKnob />
      </div>
    </div>
  )
}
