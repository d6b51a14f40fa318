import sharp from 'sharp'

/** Widths of white and black fields by turns, in units: a row of them that no room shows by chance. */
const widths = [1, 3, 1, 2, 4, 1, 1, 3, 2, 1, 4, 2, 1, 2] as const
/** Pixels of one unit in a picture 640 wide, and how high the row stands along its upper edge. */
const unit = 20
const height = 24

/** The picture with the code along its upper edge, as a JPEG. */
export async function marked(picture: Uint8Array): Promise<Buffer> {
  const fields = widths.flatMap((width, index) => Array<number>(width * unit).fill(index % 2 === 0 ? 255 : 0))
  const row = Buffer.from(fields.flatMap((shade) => [shade, shade, shade]))
  const input = Buffer.concat(Array<Buffer>(height).fill(row))
  return await sharp(picture)
    .composite([{ input, raw: { width: fields.length, height, channels: 3 }, left: 20, top: 0 }])
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** How a code was found: in bytes as they lie (three or one a pixel, or four), or in a picture that had to be decoded. */
export type Found = 'raw' | 'rgba' | 'jpeg' | 'png' | 'webp'

/**
 * Looks for the code in any bytes: as rows of RGB or luma and of RGBA at whatever place, and inside every JPEG, PNG or WebP that begins
 * anywhere in them. Its size does not matter, as long as a unit is at least two pixels.
 */
export async function findCode(bytes: Buffer): Promise<readonly Found[]> {
  const found = new Set<Found>()
  if (hasRow(bytes, 1, 0)) found.add('raw')
  for (let offset = 0; offset < 4; offset += 1) if (hasRow(bytes, 4, offset)) found.add('rgba')
  for (const { kind, at } of picturesIn(bytes)) {
    const decoded = await sharp(bytes.subarray(at), { failOn: 'none' })
      .greyscale()
      .raw()
      .toBuffer()
      .catch(() => undefined)
    if (decoded && hasRow(decoded, 1, 0)) found.add(kind)
  }
  return [...found]
}

/** Whether runs of light and dark values of the code's widths follow each other. */
function hasRow(bytes: Buffer, step: number, offset: number): boolean {
  const inner = widths.slice(1, -1)
  const runs = new Array<number>(inner.length).fill(0)
  let [isLight, length, count] = [false, 0, 0]
  for (let index = offset; index < bytes.length; index += step) {
    const value = bytes[index] ?? 0
    // What lies between light and dark is a blurred edge, and belongs to the run before it.
    const isNext = isLight ? value < 80 : value > 175
    if (!isNext) {
      length += 1
      continue
    }
    runs.shift()
    runs.push(length)
    count += 1
    // The first and the last field may be longer than they are: what stands beside them may be light or dark too.
    if (count >= inner.length && fits(runs, inner)) return true
    isLight = !isLight
    length = 1
  }
  return false
}

function fits(runs: readonly number[], wanted: readonly number[]): boolean {
  const unitHere = runs.reduce((sum, run) => sum + run, 0) / wanted.reduce((sum, width) => sum + width, 0)
  return unitHere >= 2 && wanted.every((width, index) => Math.abs((runs[index] ?? 0) / unitHere - width) < 0.5)
}

type Embedded = { readonly kind: 'jpeg' | 'png' | 'webp'; readonly at: number }

function picturesIn(bytes: Buffer): readonly Embedded[] {
  const starts = (kind: Embedded['kind'], sign: Uint8Array, before = 0): readonly Embedded[] => {
    const found: Embedded[] = []
    for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) found.push({ kind, at: at - before })
    return found.filter((each) => each.at >= 0)
  }
  return [
    ...starts('jpeg', Uint8Array.of(0xff, 0xd8, 0xff)),
    ...starts('png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)),
    ...starts('webp', Buffer.from('WEBPVP8'), 8),
  ]
}
