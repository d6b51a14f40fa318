import type { Language } from '@riverside/kit'
import { useEffect, useRef } from 'react'
import type { Sailing } from './sailing.ts'
import { say } from './words.ts'

const quarters = [
  { at: 0, zh: '北', en: 'N' },
  { at: 90, zh: '东', en: 'E' },
  { at: 180, zh: '南', en: 'S' },
  { at: 270, zh: '西', en: 'W' },
] as const

/** Ticks of the card, in degrees. */
const ticks = Array.from({ length: 24 }, (_, index) => index * 15)

/** The compass card turns under a fixed mark; its letters stay upright. */
export function Compass({ sailing, language }: { readonly sailing: Sailing; readonly language: Language }) {
  const card = useRef<SVGGElement>(null)
  const letters = useRef(new Map<number, SVGTextElement>())
  useEffect(
    () =>
      sailing.onFrame(() => {
        const { bearing } = sailing.view(innerWidth / innerHeight)
        card.current?.setAttribute('transform', `rotate(${-bearing})`)
        for (const { at } of quarters) {
          const turn = ((at - bearing) * Math.PI) / 180
          letters.current
            .get(at)
            ?.setAttribute('transform', `translate(${66 * Math.sin(turn)} ${-66 * Math.cos(turn)})`)
        }
      }),
    [sailing],
  )
  return (
    <svg
      className="voyage-compass"
      data-keeps
      viewBox="-100 -122 200 222"
      role="img"
      aria-label={say[language].compass}
    >
      <path className="voyage-compass-mark" d="M-9 -120 9 -121 0 -105Z" />
      <circle className="voyage-compass-rim" r="99" />
      <circle className="voyage-compass-face" r="91" />
      <g ref={card}>
        {ticks.map((at) => (
          <path key={at} d={`M-.9 -88 1 -88 .4 ${at % 90 === 0 ? -76 : -81}Z`} transform={`rotate(${at})`} />
        ))}
        <path d="M0 -44 7 -7 44 0 7 7 0 44 -7 7 -44 0 -7 -7Z" transform="rotate(45) scale(.62)" />
        <path d="M0 -48 8 -8 48 0 8 8 0 48 -8 8 -48 0 -8 -8Z" />
        <path className="voyage-compass-north" d="M0 -48 8 -8 0 0Z" />
        <circle className="voyage-compass-face" r="5" />
      </g>
      {quarters.map((quarter) => (
        <text
          key={quarter.at}
          ref={(element) => {
            if (element) letters.current.set(quarter.at, element)
            else letters.current.delete(quarter.at)
          }}
          className={quarter.at === 0 ? 'voyage-compass-letter voyage-compass-north' : 'voyage-compass-letter'}
          dy="0.36em"
        >
          {quarter[language]}
        </text>
      ))}
    </svg>
  )
}
