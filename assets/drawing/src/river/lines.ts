/** Outline and crease in degrees of view, full width, up to a distance in metres. Beyond the last, none. */
const widths: readonly (readonly [to: number, outline: number, crease: number])[] = [
  [45, 0.14, 0.09],
  [120, 0.115, 0.075],
  [300, 0.083, 0.054],
  [700, 0.058, 0.038],
  [1300, 0.039, 0.026],
]

export function lineWidth(distance: number, crease: boolean): number {
  for (const [to, outline, fold] of widths) if (distance <= to) return crease ? fold : outline
  return 0
}

/** Nine steps of mist: metres from the eye, share of mist. */
const steps: readonly (readonly [from: number, share: number])[] = [
  [60, 0.05],
  [150, 0.13],
  [300, 0.24],
  [520, 0.36],
  [850, 0.47],
  [1300, 0.57],
  [1900, 0.66],
  [2700, 0.76],
  [3800, 0.84],
]

/** The share of mist over a thing at a distance and a height above the water, for an hour's mist of `scale`. */
export function mistShare(distance: number, height: number, scale: number): number {
  let share = 0
  for (const [from, s] of steps) if (distance >= from) share = s
  share *= scale
  if (distance > 500) {
    const ground = Math.min(1, (distance - 500) / 2600) * Math.exp(-Math.max(0, height) / 34)
    share += (1 - share) * (Math.floor(ground * 6) / 6) * 0.55
  }
  return Math.min(0.94, share)
}
