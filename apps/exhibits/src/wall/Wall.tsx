import type { Station, Wall as WallFigures, WallPeriod, Wire } from '@riverside/contract'
import type { Clock, Words } from '@riverside/kit'
import { CutPanel, GougeRule } from '@riverside/ui'
import { useCalm } from '../visit/use-calm.ts'
import { lanternsFor } from './lantern-seats.ts'
import { RateChart } from './RateChart.tsx'
import { doorMark } from './rate-chart.ts'
import { useStanding } from './use-standing.ts'
import { useWall } from './use-wall.ts'
import { WallRiver } from './WallRiver.tsx'
import './wall.css'
import { lyingSheet, standingFirstSheet, standingSheet } from './wall-print.ts'
import { chartNote, countWord, differenceOf, headlineOf, percentWord, periodTitle, wallWords } from './wall-words.ts'

/** 大屏: how many came and how many smiled, for whoever looks up. Nobody touches it, and it shows no person. */
export function Wall({
  station,
  wire,
  clock,
}: {
  readonly station: Station
  readonly wire: Wire
  readonly clock: Clock
}) {
  const wall = useWall(wire, station, clock)
  const standing = useStanding()
  const calm = useCalm(station.file.screen.reducedMotion)
  const isFirst = wall?.period === null
  const { each, ...lanterns } = lanternsFor({ entry: wall?.today.entry.x ?? 0, exit: wall?.today.exit.x ?? 0 })
  return (
    <section
      className="wall"
      data-lanterns={lanterns.entry + lanterns.exit}
      data-each={each}
      data-calm={calm}
      data-first={isFirst}
    >
      <WallRiver {...lanterns} sheet={!standing ? lyingSheet : isFirst ? standingFirstSheet : standingSheet} />
      <header className="wall-head">{wall ? <Sentence wall={wall} /> : <Both words={wallWords.waiting} />}</header>
      {station.file.demonstration && (
        <div className="wall-demonstration">
          <CutPanel cut={{ name: 'wall demonstration', width: 460, height: 96, stray: 4 }} ground="paper">
            <Both words={wallWords.demonstration} />
          </CutPanel>
        </div>
      )}
      {wall && (
        <div className="wall-figures">
          <People wall={wall} />
          {wall.period ? <Rates period={wall.period} /> : <NoPeriod />}
          {wall.period && <Charts period={wall.period} standing={standing} />}
        </div>
      )}
    </section>
  )
}

/** A fact in Chinese, and beneath it in English. */
function Both({ words, className = '' }: { readonly words: Words; readonly className?: string }) {
  return (
    <p className={`wall-both ${className}`}>
      <span>{words.zh}</span>
      <span lang="en">{words.en}</span>
    </p>
  )
}

function Sentence({ wall }: { readonly wall: WallFigures }) {
  const { before, figure, after, lines, english } = headlineOf(wall)
  return (
    <>
      <h1>
        {before}
        {figure !== undefined && <span className="wall-smiles">{figure}</span>}
        {after}
      </h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {english.map((line) => (
        <p key={line} lang="en">
          {line}
        </p>
      ))}
    </>
  )
}

function People({ wall: { today } }: { readonly wall: WallFigures }) {
  const ways = [
    { way: 'in', passed: today.in, read: today.entry.n },
    { way: 'out', passed: today.out, read: today.exit.n },
  ] as const
  return (
    <section className="wall-people">
      <Title words={wallWords.today} />
      {ways.map(({ way, passed, read }) => (
        <p key={way} className="wall-count">
          <span className="wall-way">
            {wallWords[way].zh} <span lang="en">{wallWords[way].en}</span>
          </span>
          <strong data-long={countWord(passed).length > 5}>{countWord(passed)}</strong>
          <span className="wall-read">
            {wallWords.read.zh} <span lang="en">{wallWords.read.en}</span> {countWord(read)}
          </span>
        </p>
      ))}
      {today.partial && <Both words={wallWords.partialToday} className="wall-warning" />}
    </section>
  )
}

function Rates({ period }: { readonly period: WallPeriod }) {
  const difference = differenceOf(period)
  return (
    <section className="wall-rates">
      <Title words={periodTitle(period)} />
      <Rate door="entry" figures={period.entry} />
      <Rate door="exit" figures={period.exit} />
      <div className="wall-difference">
        {difference.figure !== undefined && (
          <p className="wall-difference-figure">
            <span className="wall-way">
              {wallWords.difference.zh} <span lang="en">{wallWords.difference.en}</span>
            </span>
            <strong>{difference.figure}</strong>
            <span className="wall-way">
              {wallWords.points.zh} <span lang="en">{wallWords.points.en}</span>
            </span>
          </p>
        )}
        <Both words={difference.words} />
      </div>
      <Both words={wallWords.caption} className="wall-caption" />
    </section>
  )
}

function Rate({
  door,
  figures: { n, rate, low, high, note },
}: {
  readonly door: 'entry' | 'exit'
  readonly figures: WallPeriod['entry']
}) {
  const silent = note === 'below-5' ? '<5' : note === 'above-95' ? '>95' : '—'
  return (
    <p className="wall-rate" data-door={door}>
      <Mark door={door} />
      <span className="wall-way">
        {wallWords[door].zh} <span lang="en">{wallWords[door].en}</span>
      </span>
      <strong>{rate === null ? silent : percentWord(rate)}</strong>
      <span className="wall-percent">%</span>
      <span className="wall-limits">
        {low !== null && high !== null && (
          <span>
            {percentWord(low)}–{percentWord(high)}
          </span>
        )}
        <span>n {countWord(n)}</span>
      </span>
    </p>
  )
}

const Mark = ({ door }: { readonly door: 'entry' | 'exit' }) => (
  <svg className="wall-mark" viewBox="-12 -12 24 24" data-door={door} aria-hidden="true">
    <path className="wall-chart-mark" d={doorMark[door]} />
  </svg>
)

function NoPeriod() {
  return (
    <section className="wall-first">
      <Title words={wallWords.rates} />
      <Both words={wallWords.firstDay} />
    </section>
  )
}

function Charts({ period, standing }: { readonly period: WallPeriod; readonly standing: boolean }) {
  const hours = period.byHour.map(({ at, ...point }) => ({ ...point, name: `${at}`, partial: false }))
  const days = period.byDay.map(({ day, ...point }) => ({ ...point, name: dayWord(day) }))
  const height = standing ? 170 : 212
  return (
    <section className="wall-charts">
      <div>
        <Title words={wallWords.byHour} />
        <RateChart rows={hours} width={standing ? 952 : 514} height={height} label={wallWords.byHour.zh} />
      </div>
      <div>
        <Title words={wallWords.byDay} />
        <RateChart rows={days} width={standing ? 952 : 440} height={height} label={wallWords.byDay.zh} />
      </div>
      <Both words={chartNote(period)} className="wall-note" />
    </section>
  )
}

/** The day of the month without a nought before it. */
const dayWord = (day: string): string => `${Number(day.slice(8))}`

const Title = ({ words }: { readonly words: Words }) => (
  <h2 className="wall-title">
    <span>{words.zh}</span>
    <span lang="en">{words.en}</span>
    <GougeRule />
  </h2>
)
