/** The light, 0 to 1, of a value of sRGB, 0 to 255 (IEC 61966-2-1). */
export const toLight: Float64Array = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

/** Fine enough that the darkest values stay twenty steps apart. */
const steps = 65_535

const values = Uint8Array.from({ length: steps + 1 }, (_, step) => {
  const light = step / steps
  return Math.round(255 * (light <= 0.003_130_8 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055))
})

/** The nearest value of sRGB for a light; what is above 1 is white. */
export const toValue = (light: number): number => values[Math.min(steps, Math.max(0, (light * steps + 0.5) | 0))] ?? 0

/** Luminance, 0 to 1, of a pixel of sRGB (ITU-R BT.709). */
export const luminance = (red: number, green: number, blue: number): number =>
  0.2126 * toLight[red]! + 0.7152 * toLight[green]! + 0.0722 * toLight[blue]!
