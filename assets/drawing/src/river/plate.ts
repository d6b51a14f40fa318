import sharp, { type Sharp } from 'sharp'
import type { Print } from './print.ts'

/** A print brought down to its final size. */
export function reduced(print: Print, width: number, height: number): Sharp {
  return sharp(print.colours, { raw: { width: print.width, height: print.height, channels: 3 } }).resize(
    width,
    height,
    { kernel: 'lanczos3', fit: 'fill' },
  )
}
