import { type Ruler, rulers } from '@riverside/postcard'
import { cutClipPath } from '@riverside/ui'
import { useSession } from '../session/session.ts'
import { words } from './words.ts'
import './ReadingSheet.css'

export type Typed = Readonly<Record<Ruler['name'], string>>

export const nothingTyped: Typed = { A: '', B: '', C: '', D: '', E: '', F: '', G: '', H: '' }

/** A to H as figures; `undefined` until all eight are. A comma does for the point. */
export function readingsOf(typed: Typed): number[] | undefined {
  const figures = rulers.map(({ name }) => {
    const text = typed[name].trim().replace(/[,，。]/, '.')
    return text === '' ? Number.NaN : Number(text)
  })
  return figures.every((figure) => Number.isFinite(figure)) ? figures : undefined
}

/** Where the entry of each ruler lies on the drawn sheet, in millimetres of the card: beside it and clear of the others. */
const places: Readonly<Record<Ruler['name'], readonly [x: number, y: number]>> = {
  A: [42, 10],
  B: [106, 10],
  C: [124, 29],
  D: [124, 71],
  E: [106, 90],
  F: [42, 90],
  G: [24, 71],
  H: [24, 29],
}

const edge = cutClipPath({ name: 'reading sheet', width: 740, height: 500, stray: 3 })

/** One face of the calibration sheet as it lies before whoever reads it, with a place for each of its eight readings. */
export function ReadingSheet(props: {
  readonly face: 'front' | 'back'
  readonly typed: Typed
  /** Rulers to be looked at again. */
  readonly doubtful: readonly Ruler['name'][]
  readonly onType: (typed: Typed) => void
}) {
  const { face, typed, doubtful, onType } = props
  const say = words[useSession().language]
  return (
    <fieldset className="reading-sheet">
      <span className="reading-sheet-ground" style={{ clipPath: edge }} />
      <DrawnRulers />
      <legend>{say[face]}</legend>
      {rulers.map(({ name }) => {
        const [x, y] = places[name]
        return (
          <label
            key={name}
            style={{ left: `${(x / 148) * 100}%`, top: `${y}%` }}
            data-doubtful={doubtful.includes(name) || undefined}
          >
            <span>{name}</span>
            <input
              type="text"
              inputMode="decimal"
              maxLength={6}
              placeholder="10"
              aria-label={`${say[face]} ${say.reading(name)}`}
              value={typed[name]}
              onChange={(event) => onType({ ...typed, [name]: event.target.value })}
            />
          </label>
        )
      })}
    </fieldset>
  )
}

function DrawnRulers() {
  return (
    <svg viewBox="0 0 148 100" aria-hidden="true">
      {rulers.map(({ name, edge, at }) => (
        <path key={name} d={rulerPath(edge, at)} />
      ))}
    </svg>
  )
}

/** A line from the cross to the edge, with a tick each two millimetres. */
function rulerPath(edge: Ruler['edge'], at: number): string {
  const ticks = [0, 2, 4, 6, 8]
  switch (edge) {
    case 'top':
      return `M${at} 11V0${ticks.map((tick) => `M${at - 2} ${10 - tick}h4`).join('')}`
    case 'bottom':
      return `M${at} 89V100${ticks.map((tick) => `M${at - 2} ${90 + tick}h4`).join('')}`
    case 'left':
      return `M11 ${at}H0${ticks.map((tick) => `M${10 - tick} ${at - 2}v4`).join('')}`
    case 'right':
      return `M137 ${at}H148${ticks.map((tick) => `M${138 + tick} ${at - 2}v4`).join('')}`
  }
}
