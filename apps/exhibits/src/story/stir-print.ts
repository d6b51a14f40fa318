import { type MotionCue, type PrintArea, stirOf } from '@riverside/story'

type Size = { readonly width: number; readonly height: number }
type Box = Size & { readonly x: number; readonly y: number }

/**
 * Where an area of a print lies in a tray that the print fills, its overhang cut away about the focus: as a box of the tray and as a box of the
 * picture, each in its own pixels. Undefined where nothing of it is seen.
 */
export function partOf(
  area: PrintArea,
  picture: Size,
  tray: Size,
  focus: number,
): { readonly inTray: Box; readonly inPicture: Box } | undefined {
  const scale = Math.max(tray.width / picture.width, tray.height / picture.height)
  const left = (tray.width - picture.width * scale) * focus
  const top = (tray.height - picture.height * scale) * 0.5
  const x = Math.max(0, Math.round(left + area.x * picture.width * scale))
  const y = Math.max(0, Math.round(top + area.y * picture.height * scale))
  const right = Math.min(tray.width, Math.round(left + (area.x + area.width) * picture.width * scale))
  const bottom = Math.min(tray.height, Math.round(top + (area.y + area.height) * picture.height * scale))
  if (right - x < 2 || bottom - y < 2) return undefined
  return {
    inTray: { x, y, width: right - x, height: bottom - y },
    inPicture: {
      x: (x - left) / scale,
      y: (y - top) / scale,
      width: (right - x) / scale,
      height: (bottom - y) / scale,
    },
  }
}

/** Pixels that move as one, like the chips a knife leaves. */
const chip = 3

/**
 * Draws the part of a print as it stands at this time: every chip is taken from where the motion has it.
 * @param strength 0 leaves the print as it was cut, 1 moves it fully.
 */
export function stirPrint(
  still: Uint32Array,
  into: Uint32Array,
  { width, height }: Size,
  motion: MotionCue['motion'],
  when: number,
  strength: number,
): void {
  for (let y = 0; y < height; y += chip) {
    for (let x = 0; x < width; x += chip) {
      const [across, down] = stirOf(motion, (x + chip / 2) / width, (y + chip / 2) / height, when)
      const dx = Math.round(across * strength * width)
      const dy = Math.round(down * strength * height)
      for (let row = y; row < Math.min(height, y + chip); row += 1) {
        const from = Math.min(height - 1, Math.max(0, row + dy)) * width
        for (let column = x; column < Math.min(width, x + chip); column += 1)
          into[row * width + column] = still[from + Math.min(width - 1, Math.max(0, column + dx))] ?? 0
      }
    }
  }
}
