import { gouge, gougePath } from '../cut/gouge.ts'
import './CountRing.css'

/** How many of the ring's cuts are still bright: all at the start, none at the end. */
function cutsLeft(secondsLeft: number, seconds: number, cuts: number): number {
  return Math.max(0, Math.min(cuts, Math.ceil((secondsLeft / seconds) * cuts)))
}

/** A ring of brass cuts that go out one after another, with the seconds left in the middle. `size` in design pixels. */
export function CountRing({
  secondsLeft,
  seconds,
  size = 220,
}: {
  readonly secondsLeft: number
  readonly seconds: number
  readonly size?: number
}) {
  const cuts = Math.min(60, Math.max(12, Math.round(seconds) * 3))
  const bright = cutsLeft(secondsLeft, seconds, cuts)
  return (
    <span className="count-ring" style={{ fontSize: `calc(var(--u) * ${size})` }}>
      <svg viewBox="-50 -50 100 100" aria-hidden="true">
        {ringCuts(cuts).map((d, i) => (
          <path key={d} d={d} data-bright={i < bright || undefined} />
        ))}
      </svg>
      <span className="count-ring-figure">{Math.max(0, Math.ceil(secondsLeft))}</span>
    </span>
  )
}

/** Radial cuts all round; they go out clockwise from the top, so they are set anticlockwise. */
function ringCuts(cuts: number): readonly string[] {
  return Array.from({ length: cuts }, (_, i) => {
    const angle = -Math.PI / 2 - ((i + 0.5) / cuts) * 2 * Math.PI
    const at = (radius: number) => [Math.cos(angle) * radius, Math.sin(angle) * radius] as const
    return gougePath(gouge(at(36), at(49.5), Math.min(7.5, 200 / cuts), 0, 0.6))
  })
}
