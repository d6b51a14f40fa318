import type { Language } from '@riverside/kit'
import { CutPanel, Leader, Slip } from '@riverside/ui'
import { type Bearing, type Node, type Outline, type Stop, shortest, shortName, spanOf } from '@riverside/voyage'
import { useEffect, useRef, useState } from 'react'
import { placeOf, placesOf } from './eye.ts'
import { type Area, type Laid, placeLabel } from './label-place.ts'
import type { Sailing } from './sailing.ts'
import { say } from './words.ts'

export type AbeamProps = {
  readonly sailing: Sailing
  readonly stop: Stop
  readonly node: Node
  readonly language: Language
  /** Absent where the slip that opens the sheet lies lower, within everybody's reach. */
  readonly onOpen: (() => void) | undefined
}

/** The shapes of the label: high with its name at the side, and low with its words in a row. */
const shapes = ['high', 'low'] as const

/** Milliseconds between two looks at whether the label still lies well while the ship moves. */
const lookAgain = 240

/** The building abeam says its name: paper with a leader that ends on the building, where it covers neither the building nor anything that is pressed. */
export function Abeam({ sailing, stop, node, language, onOpen }: AbeamProps) {
  const label = useRef<HTMLDivElement>(null)
  const leader = useRef<HTMLDivElement>(null)
  const laid = useRef<Laid | undefined>(undefined)
  const building = node.now.buildings.find((one) => one.stop === stop.id)
  const [isThere, setIsThere] = useState(false)

  useEffect(() => {
    const paper = label.current
    if (!paper) return
    const sizes = measured(paper)
    const top = building && mostSeen(building.outline, sailing.view(1).bearing)
    let lookedAt = Number.NEGATIVE_INFINITY
    const lay = () => {
      const aspect = innerWidth / innerHeight
      const silhouette = (building && placesOf(sailing, node, building.outline, aspect)) ?? []
      const neighbours = node.now.buildings
        .filter((one) => one !== building)
        .map(({ outline }) => placesOf(sailing, node, outline, aspect))
      laid.current = placeLabel({
        shapes: sizes,
        within: roomFor(paper),
        silhouette,
        neighbours: neighbours.filter((line) => line !== undefined),
        kept: keptBeside(paper),
        before: laid.current,
      })
      paper.dataset.shape = shapes[laid.current.shape]
      paper.style.left = `${(laid.current.left * 100).toFixed(2)}%`
      paper.style.top = `${(laid.current.top * 100).toFixed(2)}%`
      setIsThere(true)
    }
    const settle = () => {
      sizes.splice(0, sizes.length, ...measured(paper))
      laid.current = undefined
      lay()
    }
    const stopPainting = sailing.onFrame(() => {
      const now = performance.now()
      if (now - lookedAt > lookAgain) {
        lookedAt = now
        lay()
      }
      const aspect = innerWidth / innerHeight
      const at = top && placeOf(sailing, node, top, aspect)
      const seen = at && at.x > 0.02 && at.x < 0.98 && at.y > 0.02 && at.y < 0.75
      leader.current?.toggleAttribute('hidden', !seen)
      if (at && seen && leader.current)
        lead(leader.current.firstElementChild as HTMLElement, at, paper.getBoundingClientRect())
    })
    const stopHearing = sailing.subscribe(() => sailing.standing.atRest && lay())
    addEventListener('resize', settle)
    return () => {
      stopPainting()
      stopHearing()
      removeEventListener('resize', settle)
    }
  }, [sailing, node, building])

  const spoken = say[language]
  return (
    <>
      {building && (
        <div ref={leader} className="voyage-leader">
          <Leader key={stop.id} thing={[0, 0]} name={[1, 0]} />
        </div>
      )}
      <div ref={label} className="voyage-abeam" data-there={isThere || undefined} key={stop.id}>
        <CutPanel cut={{ name: `abeam ${stop.id}`, width: 690, height: 490, stray: 5 }} ground="paper" shadow>
          <div className="voyage-abeam-words">
            <p className="voyage-abeam-figure">{stop.headline.figure}</p>
            <p className="voyage-abeam-why">{stop.headline.words[language]}</p>
            <p className="voyage-abeam-other" lang={language === 'zh' ? 'en' : 'zh'}>
              {language === 'zh' ? stop.name.en : stop.name.zh}
            </p>
            {onOpen && (
              <Slip
                tone="rust"
                size="main"
                name={`open ${stop.id}`}
                word={spoken.thenAndNow}
                {...(language === 'zh' ? { under: say.en.thenAndNow } : { under: say.zh.thenAndNow })}
                onPress={onOpen}
              />
            )}
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

/** How large the label is in each of its shapes, in shares of the screen. */
function measured(paper: HTMLElement): Array<Pick<Area, 'width' | 'height'>> {
  const shown = paper.dataset.shape
  const sizes = shapes.map((shape) => {
    paper.dataset.shape = shape
    return { width: paper.offsetWidth / innerWidth, height: paper.offsetHeight / innerHeight }
  })
  if (shown !== undefined) paper.dataset.shape = shown
  return sizes
}

/** Where the label may lie: its own margins say so. */
function roomFor(paper: HTMLElement): Area {
  const part = (name: string, whole: number) =>
    Number.parseFloat(getComputedStyle(paper).getPropertyValue(name)) / whole || 0
  const [left, top] = [part('scroll-margin-left', innerWidth), part('scroll-margin-top', innerHeight)]
  return {
    left,
    top,
    width: 1 - left - part('scroll-margin-right', innerWidth),
    height: 1 - top - part('scroll-margin-bottom', innerHeight),
  }
}

/** Everything else on the deck that asks to stay clear. */
function keptBeside(paper: HTMLElement): readonly Area[] {
  return [...(paper.parentElement?.querySelectorAll('[data-keeps]') ?? [])].map((kept) => {
    const { left, top, width, height } = kept.getBoundingClientRect()
    return { left: left / innerWidth, top: top / innerHeight, width: width / innerWidth, height: height / innerHeight }
  })
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
