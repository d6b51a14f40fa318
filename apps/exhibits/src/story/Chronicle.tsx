import type { Language } from '@riverside/kit'
import {
  bandsOf,
  type ChronicleBand,
  type ChronicleLabel,
  type ChronicleRoom,
  closeTo,
  labelsOf,
  narrowest,
  panned,
  type Story,
  type TimeView,
  ticksOf,
  wholeOf,
  zoomed,
} from '@riverside/story'
import { CertaintyMark, cutClipPath, gouge, gougePath, HelmFrame, Slip, TitleSlip } from '@riverside/ui'
import { useMemo, useRef, useState } from 'react'
import type { Helm } from '../stage/helm.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { useUpright } from '../stage/use-upright.ts'
import './Chronicle.css'
import { dateText, momentsOf, shortSpanText, spanText, type ToldMoment } from './claims.ts'
import { useTimeHands } from './time-hands.ts'
import { storyWords } from './words.ts'

export type ChronicleProps = {
  readonly stories: readonly Story[]
  /** The story one came from: its own moments can be seen alone. */
  readonly story: Story | undefined
  readonly language: Language
  readonly easy: boolean
  readonly lowReach: boolean
  readonly helm: Helm
  readonly active: boolean
  /** The screen is seen in a mirror. */
  readonly mirrored: boolean
  readonly onMoment: (told: ToldMoment) => void
  readonly onBack: () => void
  readonly service: React.ReactNode
}

/** Where the line and its rows of labels lie, in design pixels: rows above it, and below its dates. */
type Sheet = Omit<ChronicleRoom, 'lanes'> & {
  readonly above: number
  readonly below: number
  readonly line: number
  readonly height: number
  /** Between the line and the first row above it. */
  readonly leader: number
}

type Letters = 'usual' | 'easy'

/** Everything touched lies below y = 360 of a lying sheet and below 640 of a standing one. */
const sheets: Readonly<Record<'lying' | 'standing', Readonly<Record<Letters, Sheet>>>> = {
  lying: {
    usual: { width: 1776, label: 336, height: 132, gap: 18, above: 2, below: 1, line: 640, leader: 64 },
    easy: { width: 1776, label: 426, height: 176, gap: 18, above: 1, below: 1, line: 600, leader: 64 },
  },
  standing: {
    usual: { width: 984, label: 312, height: 148, gap: 16, above: 3, below: 2, line: 1190, leader: 64 },
    easy: { width: 984, label: 426, height: 206, gap: 20, above: 2, below: 1, line: 1140, leader: 64 },
  },
}
/** For low reach the rows stand one on the other right above the dates: the least a band has room for. */
const lowSheets: typeof sheets = {
  lying: {
    usual: { width: 1776, label: 336, height: 112, gap: 12, above: 2, below: 0, line: 272, leader: 36 },
    easy: { width: 1776, label: 426, height: 176, gap: 18, above: 1, below: 0, line: 226, leader: 50 },
  },
  standing: {
    usual: { width: 984, label: 312, height: 132, gap: 16, above: 3, below: 0, line: 474, leader: 46 },
    easy: { width: 984, label: 426, height: 200, gap: 20, above: 2, below: 0, line: 470, leader: 50 },
  },
}
/** From the line to the first row below its dates; and the room the dates themselves need. */
const [dates, dateRow] = [96, 70]

type Choice = { readonly at: 'label'; readonly key: string } | { readonly at: 'control'; readonly control: Control }
type Control = 'nearer' | 'farther' | 'scope' | 'back'

/** 年表: every dated moment on one line of time, as wide as it is known; it is drawn apart with two fingers, by wheel, by helm or by slips. */
export function Chronicle(props: ChronicleProps) {
  const { stories, language, easy, lowReach, helm, active, onMoment, onBack, service } = props
  const say = storyWords[language]
  const sheet = (lowReach ? lowSheets : sheets)[useUpright() ? 'standing' : 'lying'][easy ? 'easy' : 'usual']
  const own = props.story && props.story.moments.length > 0 ? props.story : undefined
  const [alone, setAlone] = useState(own !== undefined)
  const all = useMemo(() => momentsOf(stories), [stories])
  const shown = useMemo(() => (alone && own ? all.filter(({ story }) => story.id === own.id) : all), [all, alone, own])
  const whole = useMemo(() => wholeOf(shown), [shown])
  const [looked, setLooked] = useState<{ readonly of: TimeView; readonly view: TimeView } | undefined>(undefined)
  const view = looked?.of === whole ? looked.view : whole
  const look = (next: (view: TimeView) => TimeView) =>
    setLooked((before) => ({ of: whole, view: next(before?.of === whole ? before.view : whole) }))
  const middle = (view.from + view.to) / 2
  const labels = useMemo(
    () => labelsOf(shown, view, { ...sheet, lanes: sheet.above + sheet.below }),
    [shown, view, sheet],
  )
  const bands = useMemo(() => bandsOf(shown, view, sheet.width), [shown, view, sheet.width])

  const take = (label: ChronicleLabel<ToldMoment>) => {
    const [first] = label.moments
    if (label.moments.length === 1 && first) return onMoment(first)
    const nearer = closeTo(label.moments, whole)
    const isNearest = view.to - view.from <= narrowest * 1.05 || nearer.to - nearer.from >= (view.to - view.from) * 0.98
    // Those of one day cannot be drawn apart: they are read one after the other.
    if (isNearest && first) return onMoment(first)
    look(() => nearer)
  }
  const control = (which: Control) => {
    if (which === 'back') onBack()
    else if (which === 'scope') setAlone(!alone)
    else look((before) => zoomed(before, which === 'nearer' ? 2 : 0.5, middle, whole))
  }
  const controls: readonly Control[] = ['nearer', 'farther', ...(own ? ['scope' as const] : []), 'back']
  const choices = useRef<readonly Choice[]>([])
  choices.current = [
    ...labels.map((label): Choice => ({ at: 'label', key: keyOf(label) })),
    ...controls.map((which): Choice => ({ at: 'control', control: which })),
  ]
  const framed = useHelmChoice(helm, active, choices, (choice) => {
    if (choice.at === 'control') return control(choice.control)
    const label = labels.find((one) => keyOf(one) === choice.key)
    if (label) take(label)
  })
  const isFramed = (which: Control) => framed?.at === 'control' && framed.control === which
  const hands = useTimeHands({
    width: sheet.width,
    mirrored: props.mirrored,
    onPan: (share) => look((before) => panned(before, share * (before.to - before.from), whole)),
    onZoom: (factor, share) =>
      look((before) => zoomed(before, factor, before.from + share * (before.to - before.from), whole)),
  })
  return (
    <section className="story-chronicle" lang={language} aria-label={say.chronicle} inert={!active}>
      <span
        className="story-chronicle-paper"
        style={{
          clipPath: cutClipPath({
            name: 'line of time',
            width: 1920,
            height: 900,
            straight: ['left', 'right', 'bottom'],
            stray: 5,
          }),
        }}
      />
      <div className="story-chronicle-title">
        <TitleSlip lines={[say.chronicle]} size={language === 'zh' ? 72 : 56} />
      </div>
      <header className="story-chronicle-head">
        <p className="story-chronicle-of" lang={language}>
          {alone && own ? own.title[language] : say.allStories}
        </p>
        <p className="story-chronicle-hint" lang={language}>
          {say.chronicleHint}
        </p>
        <Legend language={language} />
      </header>
      <div
        className="story-chronicle-sheet"
        style={{ '--rows': sheet.line + dateRow } as React.CSSProperties}
        data-scrolls
        ref={hands}
      >
        <Line sheet={sheet} bands={bands} view={view} language={language} labels={labels} />
        {labels.map((label) => (
          <Label
            key={keyOf(label)}
            label={label}
            sheet={sheet}
            language={language}
            helmed={framed?.at === 'label' && framed.key === keyOf(label)}
            onChoose={() => take(label)}
          />
        ))}
      </div>
      <footer className="story-chronicle-foot">
        <Slip
          tone="paper-edged"
          name="chronicle back"
          before="back"
          word={say.back}
          helmed={isFramed('back')}
          onPress={onBack}
        />
        <span className="story-chronicle-zoom">
          <Slip
            tone="paper-edged"
            word={say.nearer}
            helmed={isFramed('nearer')}
            state={view.to - view.from <= narrowest * 1.01 ? 'not-now' : 'idle'}
            onPress={() => control('nearer')}
          />
          <Slip
            tone="paper-edged"
            word={say.farther}
            helmed={isFramed('farther')}
            state={view.to - view.from >= (whole.to - whole.from) * 0.999 ? 'not-now' : 'idle'}
            onPress={() => control('farther')}
          />
          {own && (
            <Slip
              tone="river"
              name="chronicle scope"
              word={alone ? say.allStories : say.thisStory}
              helmed={isFramed('scope')}
              onPress={() => control('scope')}
            />
          )}
        </span>
        {service}
      </footer>
    </section>
  )
}

const keyOf = (label: ChronicleLabel<ToldMoment>): string => label.moments.map(({ key }) => key).join(', ')

/** The upper edge of a row of labels: the first rows climb from the line, the others lie below its dates. */
const topOf = ({ line, above, height, gap, leader }: Sheet, lane: number): number =>
  lane < above ? line - leader - height - lane * (height + gap) : line + dates + (lane - above) * (height + gap)

const px = (value: number) => `calc(var(--u) * ${value.toFixed(2)})`

function Label({
  label,
  sheet,
  language,
  helmed,
  onChoose,
}: {
  readonly label: ChronicleLabel<ToldMoment>
  readonly sheet: Sheet
  readonly language: Language
  readonly helmed: boolean
  readonly onChoose: () => void
}) {
  const { moments } = label
  const [first] = moments
  const last = moments.at(-1)
  if (!first || !last) return null
  const say = storyWords[language]
  const name = `label ${keyOf(label)}`
  const isOne = moments.length === 1
  const clipPath = cutClipPath({ name, width: sheet.label, height: sheet.height, stray: 4 })
  return (
    <button
      type="button"
      className="story-label"
      data-many={!isOne || undefined}
      lang={language}
      onClick={onChoose}
      style={{
        left: px(label.left),
        top: px(topOf(sheet, label.lane)),
        width: px(sheet.label),
        height: px(sheet.height),
      }}
    >
      <span className="story-label-shadow" style={{ clipPath }} />
      <span className="story-label-paper" style={{ clipPath }} />
      <span className="story-label-words">
        <span className="story-label-date">
          <span>{isOne ? shortSpanText(first.when, language) : spanOfMany(moments, language)}</span>
          {isOne && <CertaintyMark certainty={first.moment.certainty} language={language} />}
        </span>
        <span className="story-label-text">{isOne ? first.moment.words[language] : say.several(moments.length)}</span>
      </span>
      {helmed && <HelmFrame name={name} width={sheet.label} height={sheet.height} />}
    </button>
  )
}

function spanOfMany(moments: readonly ToldMoment[], language: Language): string {
  const years = moments.flatMap(({ when }) => [when.from, when.to ?? when.from]).map((date) => date.slice(0, 4))
  const [first, last] = [years.toSorted()[0] ?? '', years.toSorted().at(-1) ?? '']
  return first === last ? dateText(first, language) : spanText({ from: first, to: last }, language)
}

/** The line itself: its dates, and on it every moment as wide as it is known. */
function Line({
  sheet,
  bands,
  labels,
  view,
  language,
}: {
  readonly sheet: Sheet
  readonly bands: readonly ChronicleBand<ToldMoment>[]
  readonly labels: readonly ChronicleLabel<ToldMoment>[]
  readonly view: TimeView
  readonly language: Language
}) {
  const ticks = ticksOf(view, sheet.width, language === 'zh' ? 176 : 196)
  const { line, width } = sheet
  const total = sheet.line + dates + Math.max(1, sheet.below) * (sheet.height + sheet.gap)
  return (
    <>
      <svg className="story-line" viewBox={`0 0 ${width} ${total}`} style={{ height: px(total) }} aria-hidden="true">
        {labels.map((label) => {
          const top = topOf(sheet, label.lane)
          const from = label.lane < sheet.above ? top + sheet.height - 6 : top + 6
          return (
            <path
              key={keyOf(label)}
              className="story-line-leader"
              d={gougePath(gouge([label.anchor, from], [label.anchor, line], 4))}
            />
          )
        })}
        {bands.map(({ moment, left, width: wide, precision }) => (
          <path
            key={moment.key}
            className="story-line-band"
            data-precision={precision}
            d={bandPath(precision, left, wide, line)}
          />
        ))}
        <path className="story-line-axis" d={gougePath(gouge([0, line], [width, line], 7, 0, 0.5))} />
        {ticks.map(({ date, at }) => (
          <path key={date} className="story-line-tick" d={gougePath(gouge([at, line], [at, line + 30], 4))} />
        ))}
      </svg>
      {ticks
        .filter(({ at }) => at < width - 90)
        .map(({ date, at }) => (
          <span key={date} className="story-line-date" style={{ left: px(at), top: px(line + 34) }} lang={language}>
            {date.length === 10 && language === 'en'
              ? dateText(date, 'en').replace(/ \d{4}$/, '')
              : dateText(date, language)}
          </span>
        ))}
    </>
  )
}

/** A year is a low band with ragged ends, a month a higher and shorter one, a day a single deep cut. */
function bandPath(
  precision: ChronicleBand<ToldMoment>['precision'],
  left: number,
  width: number,
  line: number,
): string {
  if (precision === 'day' && width < 26) {
    const at = left + width / 2
    return gougePath(gouge([at, line - 52], [at, line + 26], 13, 0, 0.42))
  }
  const high = precision === 'year' ? 13 : precision === 'month' ? 24 : 34
  const wide = Math.max(width, 8)
  const [from, to] = [left + (width - wide) / 2, left + (width + wide) / 2]
  const ragged = precision === 'day' ? 0 : Math.min(10, wide / 4)
  return `M${from} ${line - high * 0.3}L${from + ragged} ${line - high}L${to - ragged} ${line - high * 0.94}L${to} ${line - high * 0.2}L${to - ragged} ${line + high * 0.5}L${from + ragged} ${line + high * 0.56}Z`
}

/** Where a sample of each lies in its square of 90, and how wide it is. */
const legend = { year: [2, 86], month: [20, 50], day: [43, 4] } as const

function Legend({ language }: { readonly language: Language }) {
  const say = storyWords[language].knownTo
  return (
    <p className="story-legend">
      {(['year', 'month', 'day'] as const).map((precision) => (
        <span key={precision} className="story-legend-one">
          <svg viewBox="0 0 90 90" aria-hidden="true">
            <path
              className="story-line-band"
              data-precision={precision}
              d={bandPath(precision, legend[precision][0], legend[precision][1], 56)}
            />
          </svg>
          {say[precision]}
        </span>
      ))}
    </p>
  )
}
