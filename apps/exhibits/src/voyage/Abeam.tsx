import type { Language } from '@riverside/kit'
import { CutPanel, Leader, Slip } from '@riverside/ui'
import { type Bearing, type Node, type Outline, type Stop, shortest, spanOf } from '@riverside/voyage'
import { useEffect, useRef, useState } from 'react'
import { placeOf } from './RiverView.tsx'
import type { Sailing } from './sailing.ts'
import { say } from './words.ts'

export type AbeamProps = {
  readonly sailing: Sailing
  readonly stop: Stop
  readonly node: Node
  readonly language: Language
  readonly onOpen: () => void
}

/** The building abeam says its name: paper with a leader that ends on the building, on the side where the building is not. */
export function Abeam({ sailing, stop, node, language, onOpen }: AbeamProps) {
  const label = useRef<HTMLDivElement>(null)
  const leader = useRef<HTMLDivElement>(null)
  const outline = useRef<SVGPathElement>(null)
  const building = node.now.buildings.find((one) => one.stop === stop.id)
  const [side, setSide] = useState<'left' | 'right'>('right')

  useEffect(() => {
    if (!building) return
    const top = mostSeen(building.outline, sailing.view(1).bearing)
    return sailing.onFrame(() => {
      const aspect = innerWidth / innerHeight
      const corners = building.outline.map(([bearing, elevation]) =>
        placeOf(sailing, node, { bearing, elevation }, aspect),
      )
      outline.current?.setAttribute('d', corners.every((corner) => corner !== undefined) ? pathOf(corners) : '')
      const at = placeOf(sailing, node, top, aspect)
      const seen = at && at.x > 0.02 && at.x < 0.98 && at.y > 0.02 && at.y < 0.75
      leader.current?.toggleAttribute('hidden', !seen)
      if (!at || !seen || !label.current || !leader.current) return
      setSide((before) => freerSide(corners, before))
      lead(leader.current.firstElementChild as HTMLElement, at, label.current.getBoundingClientRect())
    })
  }, [sailing, node, building])

  const spoken = say[language]
  return (
    <>
      {building && (
        <svg className="voyage-outline" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
          <path ref={outline} vectorEffect="non-scaling-stroke" />
        </svg>
      )}
      {building && (
        <div ref={leader} className="voyage-leader">
          <Leader key={`${stop.id} ${side}`} thing={[0, 0]} name={[1, 0]} />
        </div>
      )}
      <div ref={label} className="voyage-abeam" data-side={side} key={stop.id}>
        <CutPanel cut={{ name: `abeam ${stop.id}`, width: 690, height: 490, stray: 5 }} ground="paper" shadow>
          <div className="voyage-abeam-words">
            <p className="voyage-abeam-figure">{stop.headline.figure}</p>
            <p className="voyage-abeam-why">{stop.headline.words[language]}</p>
            <p className="voyage-abeam-other" lang={language === 'zh' ? 'en' : 'zh'}>
              {language === 'zh' ? stop.name.en : stop.name.zh}
            </p>
            <Slip
              tone="rust"
              size="main"
              name={`open ${stop.id}`}
              word={spoken.thenAndNow}
              {...(language === 'zh' ? { under: say.en.thenAndNow } : { under: say.zh.thenAndNow })}
              onPress={onOpen}
            />
          </div>
          <h2 className="voyage-abeam-name" lang={language} data-long={longest(stop.name.zh) > 6 || undefined}>
            {language === 'zh' ? <Columns name={stop.name.zh} /> : stop.name.en}
          </h2>
        </CutPanel>
      </div>
    </>
  )
}

/** A long name breaks at its dot into columns; what stands in brackets is for the sheet. */
function Columns({ name }: { readonly name: string }) {
  return shortName(name)
    .split('·')
    .map((part) => (
      <span key={part} className="voyage-abeam-column">
        {part}
      </span>
    ))
}

/** Where the label lies on either side, in shares of the screen. */
const papers = {
  lying: { left: { x0: 0.15, x1: 0.52, y1: 0.56 }, right: { x0: 0.61, x1: 0.98, y1: 0.56 } },
  upright: { left: { x0: 0, x1: 0.52, y1: 0.46 }, right: { x0: 0.48, x1: 1, y1: 0.46 } },
} as const

/** The side on which fewer corners of the building would be covered; it is left only when that is clearly better, so it does not hop. */
function freerSide(
  corners: ReadonlyArray<{ x: number; y: number } | undefined>,
  before: 'left' | 'right',
): 'left' | 'right' {
  const paper = papers[innerWidth < innerHeight ? 'upright' : 'lying']
  const covered = (side: 'left' | 'right') => {
    const { x0, x1, y1 } = paper[side]
    return corners.filter((corner) => corner && corner.x > x0 && corner.x < x1 && corner.y > 0 && corner.y < y1).length
  }
  const [left, right] = [covered('left'), covered('right')]
  return before === 'right' ? (right > left + 1 ? 'left' : 'right') : left > right + 1 ? 'right' : 'left'
}

/** A point just below the highest corner near the middle of the view: on the building, and clear of the helm. */
function mostSeen(outline: Outline, bearing: number): Bearing {
  const { low } = spanOf(outline, bearing)
  const score = ([at, elevation]: Outline[number]) => elevation - Math.abs(shortest(bearing, at)) * 0.25
  const [at, elevation] = outline.reduce((best, corner) => (score(corner) > score(best) ? corner : best))
  return { bearing: at, elevation: elevation - (elevation - low) * 0.14 }
}

const longest = (name: string): number =>
  Math.max(
    ...shortName(name)
      .split('·')
      .map((part) => part.length),
  )

/** A name without what stands in brackets. */
export const shortName = (name: string): string => name.replace(/[（(].*?[）)]/g, '').trim()

function pathOf(corners: ReadonlyArray<{ x: number; y: number } | undefined>): string {
  return `M${corners.map((corner) => `${corner?.x.toFixed(4)} ${corner?.y.toFixed(4)}`).join('L')}Z`
}

/** Lays the leader from the building to the near edge of the paper. */
function lead(leader: HTMLElement | null, at: { x: number; y: number }, paper: DOMRect): void {
  if (!leader) return
  const [x, y] = [at.x * innerWidth, at.y * innerHeight]
  const toX =
    x < paper.left
      ? paper.left + 4
      : x > paper.right
        ? paper.right - 4
        : Math.min(paper.right - 40, Math.max(paper.left + 40, x))
  const beside = x < paper.left || x > paper.right
  const toY = beside
    ? Math.min(paper.bottom - 30, Math.max(paper.top + 30, y))
    : y > paper.bottom
      ? paper.bottom - 4
      : paper.top + 4
  const length = Math.hypot(toX - x, toY - y)
  leader.style.left = `${x.toFixed(1)}px`
  leader.style.top = `${y.toFixed(1)}px`
  leader.style.width = `${length.toFixed(1)}px`
  leader.style.transform = `rotate(${Math.atan2(toY - y, toX - x).toFixed(4)}rad)`
}
