import type { Clock, Language } from '@riverside/kit'
import { atRest, type Bearing, bearingAt, type Envelope, type Phrase, spokenEnvelope } from '@riverside/story'
import { useEffect, useMemo, useRef } from 'react'
import './Narrator.css'
import {
  armOf,
  body,
  type Cut,
  eyeInk,
  eyes,
  foreSleeve,
  hand,
  head,
  leanOf,
  lipInk,
  mouth,
  mouthInk,
  sheet,
  shoulders,
  upperSleeve,
} from './narrator-figure.ts'
import { useRecordedEnvelope } from './use-recorded-envelope.ts'

export type NarratorProps = {
  readonly phrases: readonly Phrase[]
  readonly language: Language
  /** Address of the recording that is being told, if one is. */
  readonly recording: string | undefined
  /** Milliseconds told, and how fast; she goes on by herself from one report to the next. */
  readonly told: number
  readonly rate: number
  readonly isTelling: boolean
  readonly clock: Clock
  readonly reducedMotion: boolean
  readonly label: string
}

/** Milliseconds she moves on by herself without a report. */
const byHerself = 600

/** 全息讲解员: she speaks the chapter, mouth and hands by the voice that is heard. Silent she stands still, and nothing is drawn. */
export function Narrator(props: NarratorProps) {
  const { phrases, language, recording, told, rate, isTelling, clock, reducedMotion, label } = props
  const figure = useRef<SVGSVGElement>(null)
  const heard = useRecordedEnvelope(recording)
  const spoken = useMemo(() => spokenEnvelope(phrases, language), [phrases, language])
  const envelope: Envelope = heard ?? spoken
  const report = useRef({ told, at: clock.elapsed() })
  if (report.current.told !== told) report.current = { told, at: clock.elapsed() }

  useEffect(() => {
    const element = figure.current
    if (!element) return
    if (!isTelling) return hold(element, atRest)
    let frame = 0
    const move = () => {
      const since = Math.min(byHerself, (clock.elapsed() - report.current.at) * rate)
      const bearing = bearingAt(phrases, envelope, report.current.told + since)
      hold(element, reducedMotion ? { ...atRest, mouth: bearing.mouth } : bearing)
      frame = requestAnimationFrame(move)
    }
    move()
    return () => cancelAnimationFrame(frame)
  }, [phrases, envelope, isTelling, rate, clock, reducedMotion])

  return (
    <svg className="narrator" ref={figure} viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={label}>
      <g data-part="body">
        <Cuts cuts={body} />
        <g data-part="head">
          <Cuts cuts={head} />
          <path data-part="eyes" fill={eyeInk} />
          <path data-part="lips" fill={lipInk} />
          <path data-part="within" fill={mouthInk} />
          <path data-part="teeth" fill="var(--paper)" />
        </g>
        <Arm side="far" x={shoulders.right.x} y={shoulders.right.y} mirrored />
        <Arm side="near" x={shoulders.left.x} y={shoulders.left.y} />
      </g>
    </svg>
  )
}

function Cuts({ cuts }: { readonly cuts: readonly Cut[] }) {
  return cuts.map(({ path, ink, rim }) => (
    <path key={path} d={path} fill={ink} {...(rim === undefined ? {} : { stroke: rim, strokeWidth: 2.2 })} />
  ))
}

function Arm({ side, x, y, mirrored }: { side: 'near' | 'far'; x: number; y: number; mirrored?: boolean }) {
  return (
    <g transform={`translate(${x} ${y})${mirrored ? ' scale(-1 1)' : ''}`}>
      <g data-part={`${side}-upper`}>
        <g transform={`translate(0 ${shoulders.upper})`}>
          <g data-part={`${side}-fore`}>
            <g transform={`translate(0 ${shoulders.fore})`}>
              <g data-part={`${side}-hand`}>
                <Cuts cuts={hand} />
              </g>
            </g>
            <Cuts cuts={foreSleeve} />
          </g>
        </g>
        <Cuts cuts={upperSleeve} />
      </g>
    </g>
  )
}

/** Sets what moves of her, without asking React. */
function hold(figure: SVGSVGElement, bearing: Bearing): void {
  const set = (part: string, attribute: 'transform' | 'd', value: string) =>
    figure.querySelector(`[data-part="${part}"]`)?.setAttribute(attribute, value)
  const lean = leanOf(bearing)
  set('body', 'transform', `rotate(${lean.body} 260 800)`)
  set('head', 'transform', `rotate(${lean.head} 260 206)`)
  for (const side of ['near', 'far'] as const) {
    const arm = armOf(bearing[side])
    set(`${side}-upper`, 'transform', `rotate(${arm.upper})`)
    set(`${side}-fore`, 'transform', `rotate(${arm.fore})`)
    set(`${side}-hand`, 'transform', `rotate(${arm.hand})`)
  }
  const { lips, within, teeth } = mouth(bearing.mouth)
  set('lips', 'd', lips)
  set('within', 'd', within)
  set('teeth', 'd', teeth)
  set('eyes', 'd', eyes(bearing.blink))
}
