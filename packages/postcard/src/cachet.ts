import { isWide, type Mark } from './mark.ts'

/** What the souvenir cachet says. */
export type CachetWords = { readonly station: string; readonly date: string; readonly line: string }

/**
 * The station's souvenir cachet: an octagon with the eight handles of a helm, red, never round and never with the words of
 * the post. `x`, `y` is its middle, `radius` reaches to the corners of the outer octagon; handles go 0.3 beyond. Millimetres.
 */
export function cachet(
  words: CachetWords,
  at: { readonly x: number; readonly y: number; readonly radius: number; readonly turned: number },
): Mark[] {
  const { x, y, radius, turned } = at
  const lines = [
    {
      text: words.station,
      face: 'song-black' as const,
      ems: Math.max(4.4, emsWide(words.station)),
      below: -0.3,
      most: 0.27,
      wide: 1.22,
    },
    {
      text: words.date,
      face: 'latin-strong' as const,
      ems: words.date.length * 0.555,
      below: 0.11,
      most: 0.33,
      wide: 1.42,
    },
    {
      text: words.line,
      face: 'song-black' as const,
      ems: Math.max(4.4, emsWide(words.line)),
      below: 0.5,
      most: 0.26,
      wide: 1.16,
    },
  ]
  const rings: Mark[] = [
    {
      mark: 'line',
      path: octagon(x, y, radius, turned),
      ink: 'red',
      width: radius * 0.085,
      strength: 0.92,
      part: 'cachet',
    },
    {
      mark: 'line',
      path: octagon(x, y, radius * 0.87, turned),
      ink: 'red',
      width: radius * 0.025,
      strength: 0.92,
      part: 'cachet',
    },
    { mark: 'fill', path: handles(x, y, radius, turned), ink: 'red', strength: 0.92, part: 'cachet' },
  ]
  const texts = lines.map(({ text, face, ems, below, most, wide }): Mark => {
    const size = Math.min(most * radius, (wide * radius) / ems)
    const slant = (turned * Math.PI) / 180
    const drop = below * radius
    return {
      mark: 'text',
      text,
      x: x - Math.sin(slant) * drop,
      y: y + Math.cos(slant) * drop,
      size,
      face,
      ink: 'red',
      anchor: 'middle',
      turned: { by: turned, x: x - Math.sin(slant) * drop, y: y + Math.cos(slant) * drop },
      strength: 0.92,
      part: 'cachet',
    }
  })
  return [...rings, ...texts]
}

const emsWide = (text: string): number =>
  [...text].reduce((sum, character) => sum + (isWide(character) ? 1 : /[A-Z]/.test(character) ? 0.74 : 0.5), 0)

/** The octagon stands on a side, as a helm drawn with its king spoke up has its handles at the corners' half angles. */
function octagon(x: number, y: number, radius: number, turned: number): string {
  const corners = Array.from({ length: 8 }, (_, at) => polar(x, y, radius, turned + 22.5 + at * 45))
  return `M${corners.join('L')}Z`
}

function handles(x: number, y: number, radius: number, turned: number): string {
  const drop = Array.from({ length: 8 }, (_, at) => {
    const angle = turned + 22.5 + at * 45
    const inner = polar(x, y, radius * 1.02, angle)
    const left = polar(x, y, radius * 1.19, angle - 3.4)
    const right = polar(x, y, radius * 1.19, angle + 3.4)
    const tip = polar(x, y, radius * 1.31, angle)
    return `M${inner}Q${left} ${tip}Q${right} ${inner}Z`
  })
  return drop.join('')
}

function polar(x: number, y: number, radius: number, degrees: number): string {
  const angle = ((degrees - 90) * Math.PI) / 180
  return `${round(x + Math.cos(angle) * radius)} ${round(y + Math.sin(angle) * radius)}`
}

const round = (value: number): number => Math.round(value * 1000) / 1000
