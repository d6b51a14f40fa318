/** A colour as 0xRRGGBB. Inks are mixed as they lie on paper: in the values a printer sees, not in light. */
export type Ink = number

export const inks = {
  ink: 0x10212b,
  river: 0x1f4e5a,
  mist: 0xc9d6d3,
  paper: 0xf4ebdd,
  rust: 0xb4502e,
  brick: 0x7e2f23,
  brass: 0xc79a4b,
  red: 0xb5121b,
  reed: 0x6f8f5a,
} as const

/** `share` of `b` in `a`. */
export function mix(a: Ink, b: Ink, share: number): Ink {
  const s = Math.min(1, Math.max(0, share))
  const r = (a >> 16) + ((b >> 16) - (a >> 16)) * s
  const g = ((a >> 8) & 255) + (((b >> 8) & 255) - ((a >> 8) & 255)) * s
  const l = (a & 255) + ((b & 255) - (a & 255)) * s
  return ((r + 0.5) << 16) | ((g + 0.5) << 8) | (l + 0.5)
}

/** The even mixture of four. */
export function mean(a: Ink, b: Ink, c: Ink, d: Ink): Ink {
  const redAndBlue = (a & 0xff00ff) + (b & 0xff00ff) + (c & 0xff00ff) + (d & 0xff00ff)
  const green = (a & 0xff00) + (b & 0xff00) + (c & 0xff00) + (d & 0xff00)
  return (((redAndBlue + 0x20002) >> 2) & 0xff00ff) | (((green + 0x200) >> 2) & 0xff00)
}

/** How far two inks are apart: their three differences together, 0 … 765. */
export function apart(a: Ink, b: Ink): number {
  return (
    Math.abs((a >> 16) - (b >> 16)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255))
  )
}

/** One ink printed over another. */
export function multiply(a: Ink, b: Ink): Ink {
  const r = ((a >> 16) * (b >> 16)) / 255
  const g = (((a >> 8) & 255) * ((b >> 8) & 255)) / 255
  const l = ((a & 255) * (b & 255)) / 255
  return ((r + 0.5) << 16) | ((g + 0.5) << 8) | (l + 0.5)
}

export function scaled(a: Ink, by: number): Ink {
  const r = Math.min(255, (a >> 16) * by)
  const g = Math.min(255, ((a >> 8) & 255) * by)
  const l = Math.min(255, (a & 255) * by)
  return ((r + 0.5) << 16) | ((g + 0.5) << 8) | (l + 0.5)
}

/** 0 black … 255 white. */
export function lightness(a: Ink): number {
  return 0.299 * (a >> 16) + 0.587 * ((a >> 8) & 255) + 0.114 * (a & 255)
}

/** Inks at rising stations; between two stations they are mixed. */
export type Ramp = readonly (readonly [at: number, ink: Ink])[]

export function along(ramp: Ramp, at: number): Ink {
  let before = ramp[0]!
  if (at <= before[0]) return before[1]
  for (let i = 1; i < ramp.length; i++) {
    const here = ramp[i]!
    if (at <= here[0]) return mix(before[1], here[1], (at - before[0]) / (here[0] - before[0]))
    before = here
  }
  return before[1]
}
