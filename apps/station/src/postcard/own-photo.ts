import { fail, ok, type Result } from '@riverside/kit'
import sharp from 'sharp'

/** A card's picture at 300 dpi is 1181 × 992; a screen sends no more than this, and nothing larger is ever decoded. */
const mostPixels = 4_000_000

/** Pixels of the shorter edge: less is no picture of anybody. */
const leastEdge = 64

/**
 * The photograph of a draft as pixels of its own: decoded within limits and written anew as JPEG, so that nothing but what is seen goes on
 * to the card: no note of place or camera, no second picture behind the first, no bytes after the end. Only JPEG is let in.
 */
export async function drawnAnew(photo: string): Promise<Result<Uint8Array, 'no-photo'>> {
  const bytes = Buffer.from(photo, 'base64')
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return fail('no-photo')
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
    const { format, width, height, pages } = await picture.metadata()
    if (format !== 'jpeg' || (pages ?? 1) > 1 || Math.min(width, height) < leastEdge) return fail('no-photo')
    return ok(
      await picture
        .autoOrient()
        .toColourspace('srgb')
        .jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
        .timeout({ seconds: 5 })
        .toBuffer(),
    )
  } catch {
    return fail('no-photo')
  }
}
