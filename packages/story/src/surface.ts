import { z } from 'zod'

/**
 * What the room is shown on. `transparent-oled`: black is clear. `transparent-lcd`: white is clear, and light comes only from behind.
 * `hologram`: a mirrored picture on black that a slanted pane adds to what stands behind it.
 */
export const Surface = z.enum(['opaque', 'transparent-oled', 'transparent-lcd', 'hologram'])
export type Surface = z.infer<typeof Surface>

type Optics = {
  /** `added`: what is behind lightens every ink alike. `filtered`: every ink lets its part of it through. */
  readonly light: 'added' | 'filtered'
  /** Luminance that comes through where the surface is clear, as parts of its own white: darkest and brightest thing behind it. */
  readonly behind: { readonly darkest: number; readonly brightest: number }
}

/**
 * What a station keeps behind its surface, so that words can be read: OLED, panes that pass two fifths before a cabinet lit to a
 * quarter of the screen's white; LCD, a cabinet whose darkest corner has a third of the light of its white wall; hologram, a dark
 * box, of which seven hundredths come through beside a reflected white.
 */
export const optics: Readonly<Record<Surface, Optics>> = {
  opaque: { light: 'added', behind: { darkest: 0, brightest: 0 } },
  'transparent-oled': { light: 'added', behind: { darkest: 0, brightest: 0.1 } },
  'transparent-lcd': { light: 'filtered', behind: { darkest: 0.35, brightest: 1 } },
  hologram: { light: 'added', behind: { darkest: 0, brightest: 0.07 } },
}

/** What the eye receives of an ink. Luminances from 0 to 1, relative to the white of the surface. */
export function seen(surface: Surface, ink: number, behind: number): number {
  return optics[surface].light === 'added' ? ink + behind : ink * behind
}

/**
 * How far apart two inks are for the eye, 1 to 21 (WCAG 2.2, "contrast ratio"), before whatever makes it hardest: a letter and its
 * ground have the same thing behind them, be it the darkest or the brightest.
 */
export function worstContrast(surface: Surface, words: number, ground: number): number {
  const { darkest, brightest } = optics[surface].behind
  return Math.min(
    ...[darkest, brightest].map((behind) => {
      const [one, other] = [seen(surface, words, behind), seen(surface, ground, behind)]
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    }),
  )
}

/** True where a real thing may stand behind the screen and be seen through it. */
export const isClear = (surface: Surface): boolean => surface !== 'opaque'
