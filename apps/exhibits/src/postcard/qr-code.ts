import jsqr from 'jsqr'
import { create } from 'qrcode'

/** Modules of silence round a code. */
const quiet = 4

/** Paper and ink: #F4EBDD and #10212B, red, green, blue and cover. */
const [paper, ink] = [
  [244, 235, 221, 255],
  [16, 33, 43, 255],
] as const

/** A code as it stands on the glass: square, `side` pixels each way, four bytes a pixel. */
export type CodePixels = { readonly side: number; readonly bytes: Uint8ClampedArray<ArrayBuffer> }

/**
 * The code with whole pixels for every module, as large as fits `most` pixels, read back from those pixels.
 * @returns `undefined` where what was read is not what was meant: such a code is never shown.
 */
export function codePixels(text: string, level: 'L' | 'M', most: number): CodePixels | undefined {
  const { modules } = create(text, { errorCorrectionLevel: level })
  const across = modules.size + 2 * quiet
  const module = Math.max(2, Math.floor(most / across))
  const side = across * module
  const bytes = new Uint8ClampedArray(side * side * 4)
  const isDark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < modules.size && y < modules.size && modules.get(y, x) === 1
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = isDark(Math.floor(x / module) - quiet, Math.floor(y / module) - quiet) ? ink : paper
      bytes.set(at, (y * side + x) * 4)
    }
  }
  const read = jsqr(bytes, side, side, { inversionAttempts: 'dontInvert' })
  return read?.data === text ? { side, bytes } : undefined
}

/** Puts a code on a canvas that becomes as large as it. */
export function showCode(canvas: HTMLCanvasElement, { side, bytes }: CodePixels): void {
  canvas.width = side
  canvas.height = side
  canvas.getContext('2d')?.putImageData(new ImageData(bytes, side, side), 0, 0)
}
