import type { Language } from '@riverside/kit'
import { cutClipPath, Slip, TitleSlip } from '@riverside/ui'
import { type Stop, shortName } from '@riverside/voyage'
import { useEffect, useRef, useState } from 'react'
import { decadesOf, findStops, lettersAfter, ofDecade } from './find-stops.ts'
import './StopIndex.css'
import { grouped, say } from './words.ts'

/** How many stops stand on one page, all of them full-size targets: never a scroll. Rows and columns are the style sheet's. */
const onAPage = {
  lying: { all: 18, finding: 12, easy: 8, easyFinding: 4, low: 6, lowFinding: 4 },
  upright: { all: 9, finding: 6, easy: 6, easyFinding: 4, low: 6, lowFinding: 3 },
} as const

type Finding =
  | { readonly by: 'shore' }
  | { readonly by: 'name'; readonly typed: string }
  | { readonly by: 'year'; readonly decade: number | undefined }

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** 沿江名录: every stop as a picture to be touched, found by the shore, by name or by year; the ship sails there. */
export function StopIndex({
  stops,
  language,
  easy,
  upright,
  low,
  url,
  onChoose,
  onClose,
  service,
}: {
  readonly stops: readonly Stop[]
  readonly language: Language
  readonly easy: boolean
  readonly upright: boolean
  readonly low: boolean
  readonly url: (media: string) => string
  readonly onChoose: (stop: Stop) => void
  readonly onClose: () => void
  readonly service: React.ReactNode
}) {
  const [finding, setFinding] = useState<Finding>({ by: 'shore' })
  const [page, setPage] = useState(0)
  const spoken = say[language]
  const sizes = onAPage[upright ? 'upright' : 'lying']
  const isFinding = finding.by !== 'shore'
  const [whole, part] = low
    ? [sizes.low, sizes.lowFinding]
    : easy
      ? [sizes.easy, sizes.easyFinding]
      : [sizes.all, sizes.finding]
  const size = isFinding ? part : whole
  const found = foundBy(stops, finding)
  const pages = Math.max(1, Math.ceil(found.length / size))
  const find = (next: Finding) => {
    setFinding(next)
    setPage(0)
  }
  useTyping((key) => {
    const typed = finding.by === 'name' ? finding.typed : ''
    find({ by: 'name', typed: key === 'Backspace' ? typed.slice(0, -1) : typed + key })
  })
  const first = found[0]
  return (
    <div
      className="voyage-index"
      role="dialog"
      aria-label={spoken.index}
      data-finding={isFinding || undefined}
      data-size={size}
    >
      <div className="voyage-index-stops">
        {found.slice(page * size, (page + 1) * size).map((stop) => (
          <StopPicture key={stop.id} stop={stop} language={language} url={url} onChoose={() => onChoose(stop)} />
        ))}
        {found.length === 0 && <p className="voyage-index-none">{spoken.none}</p>}
      </div>
      {finding.by === 'name' && (
        <div className="voyage-index-keys">
          <form
            className="voyage-index-typed"
            onSubmit={(event) => {
              event.preventDefault()
              if (first) onChoose(first)
            }}
          >
            <input
              value={finding.typed}
              onChange={(event) => find({ by: 'name', typed: event.currentTarget.value })}
              placeholder={spoken.typed}
              aria-label={spoken.typed}
              inputMode="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={12}
            />
            <Slip
              tone="paper-edged"
              size="service"
              word={spoken.rubOut}
              state={finding.typed === '' ? 'not-now' : 'idle'}
              onPress={() => find({ by: 'name', typed: finding.typed.slice(0, -1) })}
            />
          </form>
          <LetterKeys stops={stops} typed={finding.typed} onLetter={(typed) => find({ by: 'name', typed })} />
        </div>
      )}
      {finding.by === 'year' && (
        <div className="voyage-index-keys" data-years>
          {decadesOf(stops).map((decade) => (
            <Slip
              key={decade}
              tone={finding.decade === decade ? 'river' : 'paper-edged'}
              size="service"
              name={`decade ${decade}`}
              word={language === 'zh' ? `${decade} 年代` : `${decade}s`}
              onPress={() => find({ by: 'year', decade: finding.decade === decade ? undefined : decade })}
            />
          ))}
        </div>
      )}
      <div className="voyage-index-title">
        <TitleSlip lines={[spoken.index]} size={language === 'zh' ? 84 : 42} />
      </div>
      <div className="voyage-index-foot">
        <Slip before="back" name="close index" word={spoken.back} onPress={onClose} />
        {(['shore', 'name', 'year'] as const).map((by) => (
          <Slip
            key={by}
            tone={finding.by === by ? 'river' : 'paper-edged'}
            name={`find by ${by}`}
            word={spoken[by === 'shore' ? 'all' : by === 'name' ? 'byName' : 'byYear']}
            onPress={() =>
              find(by === 'shore' ? { by } : by === 'name' ? { by, typed: '' } : { by, decade: undefined })
            }
          />
        ))}
        {pages > 1 && (
          <Slip
            tone="paper-edged"
            after="forward"
            name="next stops"
            word={`${page + 1} / ${pages}`}
            label={spoken.morePage}
            onPress={() => setPage((page + 1) % pages)}
          />
        )}
        <span className="voyage-service">{service}</span>
      </div>
    </div>
  )
}

function StopPicture({
  stop,
  language,
  url,
  onChoose,
}: {
  readonly stop: Stop
  readonly language: Language
  readonly url: (media: string) => string
  readonly onChoose: () => void
}) {
  return (
    <button type="button" className="voyage-index-stop" onClick={onChoose}>
      <span
        className="voyage-index-picture"
        style={{ clipPath: cutClipPath({ name: `index ${stop.id}`, width: 300, height: 200, stray: 4 }) }}
      >
        <img src={url(stop.now.picture)} alt="" draggable={false} />
      </span>
      <span className="voyage-index-words">
        <span className="voyage-index-name">{shortName(stop.name[language]).replace(/·| — /, ' ')}</span>
        <span className="voyage-index-metres">
          <b>{grouped(stop.chainage, language)}</b> {say[language].metres}
        </span>
      </span>
    </button>
  )
}

/** The alphabet; a letter with which nothing is found is shown and cannot be pressed. */
function LetterKeys({
  stops,
  typed,
  onLetter,
}: {
  readonly stops: readonly Stop[]
  readonly typed: string
  readonly onLetter: (typed: string) => void
}) {
  const leading = lettersAfter(stops, typed)
  return (
    <div className="voyage-index-letters">
      {letters.map((letter) => (
        <Slip
          key={letter}
          tone="paper-edged"
          size="service"
          name={`letter ${letter}`}
          word={letter}
          state={leading.has(letter) ? 'idle' : 'not-now'}
          onPress={() => onLetter(typed + letter)}
        />
      ))}
    </div>
  )
}

function foundBy(stops: readonly Stop[], finding: Finding): readonly Stop[] {
  if (finding.by === 'name') return findStops(stops, finding.typed)
  return finding.by === 'year' && finding.decade !== undefined ? ofDecade(stops, finding.decade) : stops
}

/** Letters, figures and Han typed on a keyboard are heard wherever the focus is, so that nobody has to find the line first. */
function useTyping(type: (key: string) => void): void {
  // One listener for as long as the index is open: one that is changed while a key is on its way would miss that key.
  const typing = useRef(type)
  typing.current = type
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // The key that opened the index is no part of a name.
      if (event.defaultPrevented) return
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey) return
      if (event.key !== 'Backspace' && !/^[\p{Script=Han}a-z0-9]$/iu.test(event.key)) return
      event.preventDefault()
      typing.current(event.key)
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [])
}
