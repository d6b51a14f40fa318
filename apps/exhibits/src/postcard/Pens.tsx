import type { Language } from '@riverside/kit'
import { cardInks, InkName, Pen } from '@riverside/postcard'
import { inkWords, penWords } from './postcard-words.ts'
import './Pens.css'

/** The three pens in their tray; the chosen one is pulled out. */
export function PenTray({
  chosen,
  language,
  onChoose,
}: {
  readonly chosen: Pen
  readonly language: Language
  readonly onChoose: (pen: Pen) => void
}) {
  return (
    <div className="postcard-tray">
      {Pen.options.map((pen) => (
        <button
          key={pen}
          type="button"
          className="postcard-pen"
          aria-pressed={pen === chosen}
          onClick={() => onChoose(pen)}
        >
          <PenShape pen={pen} />
          <span className="postcard-pen-name">
            <b lang={language}>{penWords[pen][language]}</b>
            <span lang={language === 'zh' ? 'en' : 'zh'}>{penWords[pen][language === 'zh' ? 'en' : 'zh']}</span>
          </span>
          <svg className="postcard-pen-line" viewBox="0 0 170 12" preserveAspectRatio="none" aria-hidden="true">
            <path d={lineOf[pen]} />
          </svg>
        </button>
      ))}
    </div>
  )
}

const lineOf: Record<Pen, string> = {
  brush: 'M0 5C30 -1 110 -1 170 5C110 11 30 13 0 5Z',
  pen: 'M0 6C40 4 120 4 170 6C120 8 40 8 0 6Z',
  pencil: 'M0 6C50 4.8 120 4.8 170 6C120 7.2 50 7.2 0 6Z',
}

/** Cut flat from three papers: light above, the body, and its own shade below. */
function PenShape({ pen }: { readonly pen: Pen }) {
  return (
    <svg className="postcard-pen-shape" viewBox="0 0 404 60" aria-hidden="true">
      <path d="M30 22 400 20 404 52 36 54Z" fill="#080f15" transform="translate(6 7)" />
      {pen === 'brush' && (
        <>
          <path d="M0 29C18 17 44 12 78 12L78 45C44 45 20 41 0 29Z" fill="#e4d5b8" />
          <path d="M0 29C16 18.4 34 14.4 50 13L42 29 52 44C34 43 18 40 0 29Z" fill="#0a141b" />
          <path d="M14 28C24 22 32 20 40 19L34 26Z" fill="#c9d6d3" opacity="0.5" />
          <path d="M76 9 104 8 104 47 76 46Z" fill="#c79a4b" />
          <path d="M82 9 87 9 87 46 82 46ZM94 8.6 98 8.4 98 47 94 47Z" fill="#7e5a22" />
          <path d="M104 10 400 14 400 41 104 46Z" fill="#b4602f" />
          <path d="M104 33 400 31 400 41 104 46Z" fill="#7a3f20" />
          <path d="M118 17 330 18.6 118 21Z" fill="#f0c79a" opacity="0.7" />
        </>
      )}
      {pen === 'pen' && (
        <>
          <path d="M0 29 64 14 68 44Z" fill="#e2b86a" />
          <path d="M4 29 60 27.4 60 30.6Z" fill="#10212b" />
          <path d="M64 12 130 12 130 46 64 46Z" fill="#33464f" />
          <path d="M64 35 130 35 130 46 64 46Z" fill="#22323a" />
          <path d="M128 11 136 11 136 47 128 47Z" fill="#c79a4b" />
          <path d="M136 10 402 11 402 46 136 48Z" fill="#1f5f6c" />
          <path d="M136 34 402 33 402 46 136 48Z" fill="#153f49" />
          <path d="M146 16 372 17 146 20Z" fill="#8fc0c4" opacity="0.6" />
        </>
      )}
      {pen === 'pencil' && (
        <>
          <path d="M0 29 66 11 66 47Z" fill="#e5c79c" />
          <path d="M0 29 22 23 22 35Z" fill="#4d7380" />
          <path d="M66 11 402 12 402 46 66 47Z" fill="#c05531" />
          <path d="M66 36 402 35 402 46 66 47Z" fill="#8c3a22" />
          <path d="M66 11 402 12 402 19 66 20Z" fill="#d8754f" />
        </>
      )}
    </svg>
  )
}

/** Three wells of ink on the desk. */
export function InkWells({
  chosen,
  language,
  label,
  onChoose,
}: {
  readonly chosen: InkName
  readonly language: Language
  readonly label: string
  readonly onChoose: (ink: InkName) => void
}) {
  return (
    <div className="postcard-wells">
      {InkName.options.map((ink) => (
        <button
          key={ink}
          type="button"
          className="postcard-well"
          aria-pressed={ink === chosen}
          aria-label={inkWords[ink][language]}
          onClick={() => onChoose(ink)}
        >
          <svg viewBox="0 0 100 100" aria-hidden="true">
            <circle cx="50" cy="50" r="47" className="postcard-well-ring" />
            <circle cx="50" cy="50" r="42" fill="#10151b" />
            <circle cx="50" cy="50" r="40" fill="#dcdcd2" />
            <circle cx="50" cy="50" r="32" fill="#141a20" />
            <circle cx="50" cy="50" r="29" fill={cardInks[ink]} />
            <path d="M33 42Q40 31 55 30Q44 34 33 42Z" fill="#f4ebdd" opacity="0.4" />
          </svg>
        </button>
      ))}
      <span className="postcard-wells-label" lang={language}>
        {label}
      </span>
    </div>
  )
}
