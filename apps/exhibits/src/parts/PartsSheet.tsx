import type { Language } from '@riverside/kit'
import {
  BrassHelm,
  CertaintyMark,
  CountRing,
  CutPanel,
  GougeRule,
  type Ink,
  inks,
  Mark,
  type MarkName,
  PastPresentTag,
  Seal,
  Slip,
  type SlipProps,
} from '@riverside/ui'
import type { ReactNode } from 'react'
import './PartsSheet.css'

const states: readonly { readonly zh: string; readonly en: string; readonly slip: Partial<SlipProps> }[] = [
  { zh: '平时', en: 'idle', slip: {} },
  { zh: '舵轮选中', en: 'helm focus', slip: { helmed: true } },
  { zh: '暂不可用', en: 'not now', slip: { state: 'not-now' } },
  { zh: '出了状况（缺纸）', en: 'trouble', slip: { state: 'trouble', word: '印出来' } },
]
const tones = ['river', 'ink', 'brick', 'red', 'paper', 'ink-edged', 'paper-edged'] as const
const marks: readonly MarkName[] = ['back', 'forward', 'play', 'pause', 'check', 'alert', 'dash']
const nothing = () => undefined

/** 一套刀法: every part that the screens share, on one sheet. */
export function PartsSheet({ language }: { readonly language: Language }) {
  return (
    <main className="parts">
      <header className="parts-head">
        <h1>一套刀法</h1>
        <p lang="en">One set of cuts: the parts every screen shares</p>
        <div className="parts-inks" role="img" aria-label="墨色">
          {(Object.keys(inks) as Ink[]).map((ink) => (
            <span key={ink} className="parts-swatch" style={{ background: inks[ink] }} title={ink} />
          ))}
        </div>
      </header>
      <GougeRule />
      <div className="parts-columns">
        <Part zh="纸签按钮" en="slip: states" wide>
          {states.map(({ zh, en, slip }) => (
            <figure key={en}>
              <Slip tone="rust" word="写好了" name={en} onPress={nothing} {...slip} />
              <figcaption>
                {zh}
                <span lang="en">{en}</span>
              </figcaption>
            </figure>
          ))}
        </Part>
        <Part zh="纸与墨" en="slip: grounds" wide>
          {tones.map((tone) => (
            <Slip key={tone} tone={tone} size="service" word="大字" name={tone} onPress={nothing} />
          ))}
        </Part>
        <Part zh="把握有几分" en="certainty">
          <CertaintyMark certainty="high" language={language} />
          <CertaintyMark certainty="medium" language={language} />
          <CertaintyMark certainty="low" language={language} />
        </Part>
        <Part zh="前世今生" en="past, present">
          <PastPresentTag age="then" language={language} />
          <PastPresentTag age="now" language={language} />
        </Part>
        <Part zh="刀刻小记号" en="marks, drawn not borrowed">
          {marks.map((mark) => (
            <span key={mark} className={`parts-mark parts-mark-${mark}`}>
              <Mark name={mark} />
            </span>
          ))}
        </Part>
        <Part zh="印" en="seals">
          {['解读', '留影', '回首', '微笑'].map((characters) => (
            <Seal key={characters} characters={characters} size={68} />
          ))}
          <Seal characters="滨江驿站" />
        </Part>
        <Part zh="要紧的一张" en="the one thing to do">
          <Slip tone="rust" size="main" word="看前世今生" under="Then and now" onPress={nothing} />
        </Part>
        <Part zh="字" en="type">
          <div className="parts-type">
            <p className="parts-title">杨树浦 1883</p>
            <p className="parts-voice">转到水厂，江风正好</p>
            <p>一天约 140 万立方米</p>
            <p lang="en">Walk the river 1,480 m</p>
          </div>
          <CountRing secondsLeft={11} seconds={15} size={132} />
        </Part>
      </div>
      <CutPanel
        cut={{ name: 'sheet of the helm', width: 620, height: 1700, straight: ['right', 'bottom'] }}
        ground="river"
        className="parts-helm"
      >
        <BrassHelm radius={222} />
        <div>
          <h2>舵轮</h2>
          <p>八辐，绳缠的是主辐。到一站轻轻一顿，松手后缓缓停住。</p>
          <p lang="en">
            Eight spokes; the roped one is the king spoke. A soft detent at every stop, then a slow run-out.
          </p>
        </div>
      </CutPanel>
    </main>
  )
}

function Part({
  zh,
  en,
  wide = false,
  children,
}: {
  readonly zh: string
  readonly en: string
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <section className="parts-part" data-wide={wide || undefined}>
      <h2>
        {zh} <span lang="en">{en}</span>
      </h2>
      <div className="parts-row">{children}</div>
    </section>
  )
}
