/** The inks every screen is printed with. The only place where their values are written by hand. */
export const inks = {
  ink: '#10212B',
  river: '#1F4E5A',
  mist: '#C9D6D3',
  paper: '#F4EBDD',
  rust: '#B4502E',
  'rust-slip': '#A94A2A',
  brick: '#7E2F23',
  brass: '#C79A4B',
  red: '#B5121B',
  reed: '#6F8F5A',
} as const
export type Ink = keyof typeof inks

/**
 * An ink with a share of another printed over it: 0 is the first alone, 1 the second alone.
 * Both as `#rrggbb`; mixed channel by channel in sRGB, as the pictures' own inks were.
 */
export function mix(first: string, second: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const from = Number.parseInt(first.slice(at, at + 2), 16)
    const to = Number.parseInt(second.slice(at, at + 2), 16)
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}

/** The five tones of brass, darkest first. */
export const brassTones = [
  mix(inks.brass, inks.ink, 0.62),
  mix(inks.brass, inks.ink, 0.36),
  inks.brass,
  mix(inks.brass, inks.paper, 0.42),
  mix(inks.brass, inks.paper, 0.82),
] as const

/** Words that cannot be chosen just now, on their mist ground. */
export const notNowWords = mix(inks.ink, inks.mist, 0.26)

/** How far apart two inks are for the eye, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** The light an ink gives, from 0 to 1 of the white of its screen (WCAG 2.2, "relative luminance"). */
export function luminance(ink: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(ink.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Which words stand on which ground, and what the eye needs there: 4.5, or 3 where they are never below 26 px. */
export const contrastPairs: readonly { readonly words: string; readonly ground: string; readonly atLeast: number }[] = [
  { words: inks.paper, ground: inks.ink, atLeast: 4.5 },
  { words: inks.mist, ground: inks.ink, atLeast: 4.5 },
  { words: inks.ink, ground: inks.paper, atLeast: 4.5 },
  { words: inks.river, ground: inks.paper, atLeast: 4.5 },
  { words: inks.brick, ground: inks.paper, atLeast: 4.5 },
  { words: inks.paper, ground: inks.river, atLeast: 4.5 },
  { words: inks.mist, ground: inks.river, atLeast: 4.5 },
  { words: inks.paper, ground: inks.brick, atLeast: 4.5 },
  { words: inks.paper, ground: inks.red, atLeast: 4.5 },
  { words: inks.paper, ground: inks['rust-slip'], atLeast: 4.5 },
  { words: inks.ink, ground: inks.brass, atLeast: 4.5 },
  { words: inks.ink, ground: inks.mist, atLeast: 4.5 },
  { words: notNowWords, ground: inks.mist, atLeast: 5.4 },
  { words: inks.paper, ground: inks.rust, atLeast: 3 },
  { words: inks.brass, ground: inks.ink, atLeast: 3 },
  { words: inks.red, ground: inks.paper, atLeast: 4.5 },
]
