import { call, dropObjectZone, keepObjectZone, readObjectZone, type Wire } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { type ObjectZone, problemOf, type Surface, type Way, zoneEndsAt } from '@riverside/story'
import { Slip } from '@riverside/ui'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { surfaceStyle } from '../story/surface.ts'
import { firstOutline, withCornerAt, withOneLess, withOneMore } from './outline.ts'
import { outlineWords } from './outline-words.ts'
import './StaffOutline.css'

export type StaffOutlineProps = {
  readonly surface: Surface
  /** Speaks to the station as staff. */
  readonly wire: Wire
  readonly language: Language
  readonly onClose: () => void
}

type Outcome = 'kept' | 'dropped' | 'notKept'

/**
 * The outline of the real thing behind a clear screen, drawn on the screen itself: everything is clear but a line and its corners,
 * which are dragged until the line goes round the thing.
 */
export function StaffOutline({ surface, wire, language, onClose }: StaffOutlineProps) {
  const say = outlineWords[language]
  const [way] = useState<Way>(() => (innerHeight > innerWidth ? 'portrait' : 'landscape'))
  const [corners, setCorners] = useState<ObjectZone['corners']>(() => firstOutline(way))
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined)
  const field = useRef<HTMLDivElement>(null)
  const held = useRef<number | undefined>(undefined)
  const problem = problemOf({ way, corners })

  useEffect(() => {
    let isOver = false
    void call(wire, readObjectZone, undefined).then((read) => {
      if (!isOver && read.ok && read.value.zone?.way === way) setCorners(read.value.zone.corners)
    })
    return () => {
      isOver = true
    }
  }, [wire, way])

  const change = (next: ObjectZone['corners']) => {
    setOutcome(undefined)
    setCorners(next)
  }
  const take = (index: number) => (event: PointerEvent<HTMLButtonElement>) => {
    held.current = index
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const drag = (event: PointerEvent) => {
    const box = field.current?.getBoundingClientRect()
    if (held.current === undefined || !box) return
    const fromLeft = (event.clientX - box.left) / box.width
    // A mirrored stage has its left side where the hand finds its right.
    const x = surface === 'hologram' ? 1 - fromLeft : fromLeft
    change(withCornerAt(corners, held.current, x, (event.clientY - box.top) / box.height, way))
  }
  const letGo = () => {
    held.current = undefined
  }
  const keep = async () => {
    const kept = await call(wire, keepObjectZone, { zone: { way, corners } })
    setOutcome(kept.ok ? 'kept' : 'notKept')
  }
  const drop = async () => {
    const dropped = await call(wire, dropObjectZone, undefined)
    setOutcome(dropped.ok ? 'dropped' : 'notKept')
    if (dropped.ok) setCorners(firstOutline(way))
  }

  return (
    <section className="stage-outline" lang={language} data-surface={surface} style={surfaceStyle(surface)}>
      <div className="stage-outline-field" ref={field} onPointerMove={drag} onPointerUp={letGo} onPointerCancel={letGo}>
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          <polygon points={corners.map((corner) => corner.join(',')).join(' ')} vectorEffect="non-scaling-stroke" />
          <line x1={0} x2={1} y1={zoneEndsAt[way]} y2={zoneEndsAt[way]} vectorEffect="non-scaling-stroke" />
        </svg>
        {corners.map(([x, y], index) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner has nothing of its own but its number
            key={index}
            type="button"
            className="stage-outline-corner"
            aria-label={say.corner(index + 1)}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            onPointerDown={take(index)}
          />
        ))}
      </div>
      <div className="stage-outline-words">
        <h1>{say.title}</h1>
        <p>{say.body}</p>
        <p role="status" className="stage-outline-told">
          {problem !== undefined ? say.problems[problem] : outcome !== undefined ? say[outcome] : ''}
        </p>
      </div>
      <div className="stage-outline-slips">
        <Slip
          tone="red"
          word={say.keep}
          state={problem === undefined ? 'idle' : 'not-now'}
          onPress={() => problem === undefined && void keep()}
        />
        <Slip tone="ink-edged" word={say.more} onPress={() => change(withOneMore(corners))} />
        <Slip tone="ink-edged" word={say.less} onPress={() => change(withOneLess(corners))} />
        <Slip tone="ink-edged" word={say.drop} onPress={() => void drop()} />
        <Slip tone="ink-edged" word={say.leave} onPress={onClose} />
      </div>
    </section>
  )
}
