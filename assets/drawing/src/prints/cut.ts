import type { Chance } from '@riverside/kit'

/** A place in pixels of the print, y downwards. */
export type Mark = readonly [x: number, y: number]

export const sheet = { width: 1792, height: 960 } as const

/** What is cut away on every side when the sheet is done: its edge bends with the rest. */
export const trim = 32

const inkRgb = [0x10, 0x21, 0x2b] as const
const paperRgb = [0xf4, 0xeb, 0xdd] as const

/** Ink let down with paper: 0 is ink, 1 is paper. */
export function tone(paper: number): string {
  const channels = inkRgb.map((ink, index) => Math.round(ink + ((paperRgb[index] ?? 0) - ink) * paper))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** The few flat inks of the story prints. Red is rationed: one cloth, or the boot-topping of a ship. */
export const inks = {
  ink: tone(0),
  night: tone(0.1),
  slate: tone(0.4),
  grey: tone(0.66),
  pale: tone(0.86),
  paper: tone(1),
  red: '#B5121B',
} as const

const n = (value: number) => (Math.round(value * 10) / 10).toString()
const at = ([x, y]: Mark) => `${n(x)} ${n(y)}`

/** A closed shape with straight sides. */
export const poly = (...marks: readonly Mark[]): string => `M${marks.map(at).join('L')}Z`

export const line = (...marks: readonly Mark[]): string => `M${marks.map(at).join('L')}`

/** A closed shape whose sides bend softly through every mark (Catmull–Rom). */
export function soft(...marks: readonly Mark[]): string {
  const mark = (index: number): Mark => marks[(index + marks.length) % marks.length] ?? [0, 0]
  const bends = marks.map((_, index) => {
    const [before, from, to, next] = [mark(index - 1), mark(index), mark(index + 1), mark(index + 2)]
    const lead: Mark = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const follow: Mark = [to[0] - (next[0] - from[0]) / 6, to[1] - (next[1] - from[1]) / 6]
    return `C${at(lead)} ${at(follow)} ${at(to)}`
  })
  return `M${at(mark(0))}${bends.join('')}Z`
}

export function disc([x, y]: Mark, width: number, height = width): string {
  return `M${n(x - width)} ${n(y)}a${n(width)} ${n(height)} 0 1 0 ${n(width * 2)} 0a${n(width)} ${n(height)} 0 1 0 ${n(-width * 2)} 0Z`
}

/** A limb: round at both ends, as wide at each as its radius there. */
export function limb(from: Mark, fromRadius: number, to: Mark, toRadius: number): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const side = (mark: Mark, radius: number, turn: number): Mark => [
    mark[0] + radius * Math.cos(angle + turn),
    mark[1] + radius * Math.sin(angle + turn),
  ]
  const arc = (radius: number, end: Mark) => `A${n(radius)} ${n(radius)} 0 0 1 ${at(end)}`
  const quarter = Math.PI / 2
  return `M${at(side(from, fromRadius, quarter))}${arc(fromRadius, side(from, fromRadius, -quarter))}L${at(side(to, toRadius, -quarter))}${arc(toRadius, side(to, toRadius, quarter))}Z`
}

/** One stroke of the gouge: a lens with pointed ends, fattest before its middle. `angle` in degrees. */
export function gouge([x, y]: Mark, length: number, width: number, angle = 0): string {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const turned = (along: number, across: number): Mark => [
    x + along * cos - across * sin,
    y + along * sin + across * cos,
  ]
  const [left, right] = [turned(-length / 2, 0), turned(length / 2, 0)]
  return `M${at(left)}Q${at(turned(-length * 0.12, width))} ${at(right)}Q${at(turned(-length * 0.05, -width * 0.7))} ${at(left)}Z`
}

/** A level plate right across the sheet and past its edges, so that no edge shows when the sheet bends. */
export const band = (fill: string, top: number, bottom: number): string =>
  filled(fill, poly([-60, top], [sheet.width + 60, top], [sheet.width + 60, bottom], [-60, bottom]))

export const filled = (fill: string, ...shapes: readonly string[]): string =>
  `<path fill="${fill}" d="${shapes.join('')}"/>`

export const drawn = (stroke: string, width: number, ...shapes: readonly string[]): string =>
  `<path fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="square" d="${shapes.join('')}"/>`

export const between = (chance: Chance, from: number, to: number): number => from + (to - from) * chance()

/**
 * Level gouges over a band, as water and sky are cut.
 * @param thick How thick and how many at a height of the band, 0 at its top to 1 at its foot; 0 leaves it uncut.
 */
export function levelCuts(
  chance: Chance,
  band: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  spacing: number,
  thick: (down: number) => number,
): readonly string[] {
  const cuts: string[] = []
  for (let y = band.top; y < band.bottom; y += spacing * between(chance, 0.7, 1.3)) {
    const weight = thick((y - band.top) / (band.bottom - band.top))
    let x = band.left - between(chance, 0, 260)
    while (x < band.right) {
      const length = between(chance, 60, 420)
      if (chance() < weight)
        cuts.push(gouge([x + length / 2, y], length, spacing * between(chance, 0.35, 0.95) * (0.4 + weight)))
      x += length * between(chance, 0.55, 1.25)
    }
  }
  return cuts
}

/** The finished sheet: everything bends a little, as under a hand, and the paper shows as flecks along the grain. */
export function print(chance: Chance, seed: number, ...parts: readonly string[]): string {
  const flecks = (fill: string, count: number, size: number) =>
    filled(
      fill,
      ...Array.from({ length: count }, () =>
        gouge(
          [chance() * sheet.width, chance() * sheet.height],
          between(chance, size, size * 4),
          between(chance, 0.8, 1.7),
          between(chance, -4, 4),
        ),
      ),
    )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width + 2 * trim}" height="${sheet.height + 2 * trim}" viewBox="${-trim} ${-trim} ${sheet.width + 2 * trim} ${sheet.height + 2 * trim}">
<defs><filter id="hand" filterUnits="userSpaceOnUse" x="-60" y="-60" width="${sheet.width + 120}" height="${sheet.height + 120}" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="0.014 0.02" numOctaves="2" seed="${seed}" result="slow"/>
<feDisplacementMap in="SourceGraphic" in2="slow" scale="9" xChannelSelector="R" yChannelSelector="G" result="bent"/>
<feTurbulence type="fractalNoise" baseFrequency="0.11" numOctaves="1" seed="${seed + 7}" result="quick"/>
<feDisplacementMap in="bent" in2="quick" scale="2" xChannelSelector="R" yChannelSelector="G"/>
</filter></defs>
<g filter="url(#hand)">${parts.join('\n')}</g>
<g opacity="0.5">${flecks(inks.paper, 260, 2.4)}${flecks(inks.ink, 300, 3)}</g>
</svg>`
}
