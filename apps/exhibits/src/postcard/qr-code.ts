import jsqr from 'jsqr'
import { create } from 'qrcode'

/** Modules of silence round a code. */
const quiet = 4

/**
 * Draws the code with whole pixels for every module, as large as fits `most` pixels, then reads it back from those pixels.
 * @returns the side in pixels, or `undefined` where what was read is not what was meant: such a code is never shown.
 */
export function drawCode(canvas: HTMLCanvasElement, text: string, level: 'L' | 'M', most: number): number | undefined {
  const { modules } = create(text, { errorCorrectionLevel: level })
  const across = modules.size + 2 * quiet
  const module = Math.max(2, Math.floor(most / across))
  const side = across * module
  canvas.width = side
  canvas.height = side
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return undefined
  context.fillStyle = '#F4EBDD'
  context.fillRect(0, 0, side, side)
  context.fillStyle = '#10212B'
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x)) context.fillRect((x + quiet) * module, (y + quiet) * module, module, module)
    }
  }
  const pixels = context.getImageData(0, 0, side, side)
  return jsqr(pixels.data, side, side)?.data === text ? side : undefined
}
