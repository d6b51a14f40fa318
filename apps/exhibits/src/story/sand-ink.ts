/** The five flat inks of the sand, from its brightest crest to its deepest shadow, with the spark of a single grain and the ink of what it shades. */
export const sandInks = {
  glint: [255, 255, 250],
  glare: [255, 244, 222],
  light: [229, 203, 150],
  body: [203, 166, 103],
  shade: [142, 104, 49],
  deep: [70, 48, 18],
  shadow: [10, 18, 24],
} as const

/**
 * How heights become inks. Both painters, the one on the graphics card and the one without, read these numbers.
 * Light rakes from the upper left; x to the right, y down, z up.
 */
export const raking = {
  light: [-0.56, -0.53, 0.64],
  /** Brightness of level sand. */
  level: 0.64,
  /** How far grain blurs the border between two inks. */
  stipple: 0.15,
  /** Above which brightness each ink begins. */
  glare: 0.885,
  bright: 0.765,
  body: 0.5,
  shade: 0.27,
  /** How rare the grains are that glint (the product of their two numbers), how far they lean, and how bright they must be. */
  facet: 0.88,
  lean: 0.9,
  spark: 0.955,
  /** Cells of sand from which the print begins to be hidden, and by which it is hidden altogether. */
  veil: 0.16,
  cover: 0.62,
  /** Part of a cleared print that lost grains keep. */
  lost: 0.0042,
  /** How far the edge is ragged, in cells. */
  ragged: 0.9,
  /** Steepness towards the light, in cells a cell, from which one shades what lies behind. */
  shades: 0.62,
} as const
