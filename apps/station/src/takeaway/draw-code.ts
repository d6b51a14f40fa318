import { fail, ok, type Result } from '@riverside/kit'
import jsqr from 'jsqr'
import { create, type QRCodeErrorCorrectionLevel } from 'qrcode'
import sharp from 'sharp'

/** Modules of silence round a code. */
const quiet = 4

/**
 * A code as PNG, `module` pixels to each module, ink on paper. It is read back from its own pixels first: `unreadable` where that says
 * anything else, and such a code never leaves.
 */
export async function codePng(
  text: string,
  level: QRCodeErrorCorrectionLevel,
  module: number,
): Promise<Result<Uint8Array, 'unreadable'>> {
  const { modules } = create(text, { errorCorrectionLevel: level })
  const side = (modules.size + 2 * quiet) * module
  const pixels = new Uint8ClampedArray(side * side * 4)
  for (let at = 0; at < side * side; at++) {
    const x = Math.floor((at % side) / module) - quiet
    const y = Math.floor(at / side / module) - quiet
    const isIn = x >= 0 && y >= 0 && x < modules.size && y < modules.size
    const [red, green, blue] = isIn && modules.get(y, x) ? [0x10, 0x21, 0x2b] : [0xf4, 0xeb, 0xdd]
    pixels.set([red, green, blue, 255], at * 4)
  }
  const png = await sharp(pixels, { raw: { width: side, height: side, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer()
  const { data } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return jsqr(new Uint8ClampedArray(data), side, side)?.data === text ? ok(png) : fail('unreadable')
}
