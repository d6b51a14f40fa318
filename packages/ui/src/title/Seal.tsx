import { seededChance } from '@riverside/kit'
import { cutClipPath, frameClipPath } from '../cut/cut-edge.ts'
import { seedOf } from '../cut/seed.ts'
import './Seal.css'

/** A seal in red: two characters one above the other, or four in two columns read from the right. `size` in design pixels. */
export function Seal({ characters, size = 92 }: { readonly characters: string; readonly size?: number }) {
  const letters = [...characters]
  const columns = letters.length > 2 ? [letters.slice(0, 2), letters.slice(2)] : [letters]
  const name = `seal ${characters}`
  return (
    <span className="seal" style={{ fontSize: `calc(var(--u) * ${size})` }} role="img" aria-label={characters}>
      <span
        className="seal-ground"
        style={{ clipPath: cutClipPath({ name, width: 440, height: 440, stray: size * 0.035 }) }}
      />
      <span
        className="seal-rule"
        style={{
          clipPath: frameClipPath(
            { name, width: 300, height: 300, stray: size * 0.03, inset: size * 0.035 },
            size * 0.012,
          ),
        }}
      />
      <svg className="seal-chips" viewBox="0 0 100 100" aria-hidden="true">
        {chips(name).map((d) => (
          <path key={d} d={d} />
        ))}
      </svg>
      <span className="seal-words" data-columns={columns.length} aria-hidden="true">
        {columns.map((column) => (
          <span key={column.join('')} className="seal-column">
            {column.map((letter) => (
              <span key={letter}>{letter}</span>
            ))}
          </span>
        ))}
      </span>
    </span>
  )
}

/** Where the stone has broken away: small triangles at the edge, in hundredths of the side. */
function chips(name: string): readonly string[] {
  const chance = seededChance(seedOf(name))
  return Array.from({ length: 7 }, () => {
    const at = 8 + chance() * 84
    const [wide, deep] = [1.5 + chance() * 3, 3 + chance() * 5]
    const side = Math.floor(chance() * 4)
    const point = (along: number, into: number) =>
      [`${along} ${into}`, `${100 - into} ${along}`, `${along} ${100 - into}`, `${into} ${along}`][side] ?? ''
    return `M${point(at - wide, -1)}L${point(at + wide * 0.3, deep)}L${point(at + wide, -1)}Z`
  })
}
