import { open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { PackFault } from '@riverside/content'
import { fail, ok, type Result, type Words } from '@riverside/kit'
import sharp, { type Metadata } from 'sharp'
import type { Remark } from './remark.ts'
import type { Pixels } from './resample.ts'

/** The largest sphere that is imported, and the smallest that is worth it. Pixels; bytes of the file. */
export const sphereLimits = { width: 16_384, height: 8192, narrowest: 1024, bytes: 2 ** 30 } as const

/** Narrower than this, a sphere looks soft on a screen of 1920 pixels with a field of view of 60°. Pixels. */
const sharpFrom = 6000

/** A file that may be taken for a whole sphere, judged by its head alone. */
export type SphereFile = {
  readonly file: string
  /** As it is shown, after any turning its camera asked for. */
  readonly width: number
  readonly height: number
  /** What is changed on the way, for the curator to know. */
  readonly remarks: readonly Remark[]
  /** True bearing of the middle column, where the camera wrote one down. Degrees. */
  readonly heading: number | undefined
}

/** Judges a picture before a pixel of it is decoded: what it says it is is not believed, nor its name. */
export async function openSphereFile(file: string): Promise<Result<SphereFile, PackFault>> {
  const refused = (what: Words, remedy: Words) => fail({ file: basename(file), where: '', what, remedy })
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile())
    return refused(
      { zh: '没有这个文件', en: 'there is no such file' },
      { zh: '请指明一张 360° 全景图。', en: 'Name a 360° picture.' },
    )
  if (found.size > sphereLimits.bytes)
    return refused(
      { zh: '文件大于 1 GiB', en: 'the file is larger than 1 GiB' },
      { zh: '请存成 JPEG 再导入。', en: 'Save it as a JPEG and import that.' },
    )
  const head = await headOf(file)
  const kind = kindOf(head)
  if (!kind)
    return refused(
      {
        zh: `这不是 JPEG、PNG 或 WebP 图片${guess(head).zh}`,
        en: `this is no JPEG, PNG or WebP picture${guess(head).en}`,
      },
      { zh: '从全景软件里导出成 JPEG 或 PNG。', en: 'Export it from the panorama program as JPEG or PNG.' },
    )
  const read = await headerOf(file, kind, head)
  if (!read) return fail(damaged(file))
  if ((read.pages ?? 1) > 1)
    return refused(
      { zh: `这是有 ${read.pages} 帧的动图`, en: `this is an animation of ${read.pages} pictures` },
      { zh: '请导出其中一张静止的图。', en: 'Export one still picture of it.' },
    )
  const liesOnItsSide = (read.orientation ?? 1) >= 5
  const [width, height] = liesOnItsSide ? [read.height, read.width] : [read.width, read.height]
  if (width > sphereLimits.width || height > sphereLimits.height)
    return refused(
      {
        zh: `${width} × ${height} 像素太大，最多 16384 × 8192`,
        en: `${width} × ${height} pixels are too many: at most 16384 × 8192`,
      },
      { zh: '请缩小以后再导入。', en: 'Reduce it, then import it.' },
    )
  if (width !== 2 * height)
    return refused(...wrongRatio(width, height, liesOnItsSide && read.width === 2 * read.height))
  if (width < sphereLimits.narrowest)
    return refused(
      {
        zh: `${width} × ${height} 像素太小，看上去会是一片模糊`,
        en: `${width} × ${height} pixels are too few: all would be a blur`,
      },
      {
        zh: '请用原图，至少 1024 × 512，最好 8192 × 4096。',
        en: 'Take the original: at least 1024 × 512, better 8192 × 4096.',
      },
    )
  const remarks = remarksOn(read, { kind, name: basename(file), width })
  return ok({ file, width, height, remarks, heading: headingIn(read.xmpAsString) })
}

/**
 * Decodes the whole picture into an uncompressed file, band by band, so that no second copy of it stands in memory: eight bits of sRGB,
 * upright, without transparency and without anything the camera wrote beside the pixels. The answer is where the pixels begin, `undefined` where the picture is cut off or hurt.
 */
export async function decodeSphere({ file, width, height }: SphereFile, out: string): Promise<number | undefined> {
  try {
    await sharp(file, { failOn: 'warning', limitInputPixels: sphereLimits.width * sphereLimits.height })
      .autoOrient()
      .flatten({ background: '#000' })
      .toColourspace('srgb')
      .toFile(out)
  } catch (failure) {
    if (/ENOSPC|No space left/.test(String(failure))) throw failure
    return undefined
  }
  const handle = await open(out)
  try {
    // The head of a VIPS file: magic, width, height, bands; then one byte a sample (format 0) from byte 64 on.
    const head = Buffer.alloc(64)
    await handle.read(head, 0, 64, 0)
    const isOurs = head.readInt32LE(4) === width && head.readInt32LE(8) === height && head.readInt32LE(12) === 3
    const { size } = await handle.stat()
    return isOurs && head.readInt32LE(20) === 0 && size >= 64 + width * height * 3 ? 64 : undefined
  } finally {
    await handle.close()
  }
}

/** A picture at so many pixels of width and half as many of height; `undefined` where it is none of ours. */
export async function decodeSmall(file: string, width: number): Promise<Pixels | undefined> {
  const opened = await openSphereFile(file)
  if (!opened.ok) return undefined
  try {
    const data = await sharp(file, { limitInputPixels: sphereLimits.width * sphereLimits.height })
      .autoOrient()
      .flatten({ background: '#000' })
      .resize(width, width / 2, { fit: 'fill' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer()
    return { width, height: width / 2, data }
  } catch {
    return undefined
  }
}

export const damaged = (file: string): PackFault => ({
  file: basename(file),
  where: '',
  what: {
    zh: '图片打不开：文件不完整，或者里面有坏的地方',
    en: 'the picture cannot be read: it is cut off, or hurt somewhere inside',
  },
  remedy: { zh: '重新导出，再拷一次。', en: 'Export it again and copy it afresh.' },
})

type Kind = 'jpeg' | 'png' | 'webp'
type Header = Partial<Metadata> & Pick<Metadata, 'width' | 'height'>

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function kindOf(head: Buffer): Kind | undefined {
  const text = head.toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  return text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP' ? 'webp' : undefined
}

/** What else it looks like, where that is plain to see. */
function guess(head: Buffer): Words {
  const text = head.toString('latin1')
  if (head.length === 0) return { zh: '，而是空的', en: '; it is empty' }
  if (/<svg|<\?xml|<!doctype/i.test(text))
    return { zh: '，而是一段 SVG 或网页代码', en: '; it is SVG or the code of a page' }
  if (text.startsWith('GIF8')) return { zh: '，而是 GIF', en: '; it is a GIF' }
  if (/^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/.test(text)) return { zh: '，而是 TIFF', en: '; it is a TIFF' }
  if (/^....ftyp(?:heic|heix|mif1|avif)/s.test(text)) return { zh: '，而是 HEIC 或 AVIF', en: '; it is HEIC or AVIF' }
  return text.startsWith('PK') ? { zh: '，而是压缩包', en: '; it is an archive' } : { zh: '', en: '' }
}

async function headerOf(file: string, kind: Kind, head: Buffer): Promise<Header | undefined> {
  // The measures of a PNG stand at a fixed place; a library refuses the absurd ones without saying how large they are.
  if (kind === 'png' && head.length >= 24 && head.toString('latin1', 12, 16) === 'IHDR') {
    const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)]
    if (width > sphereLimits.width || height > sphereLimits.height) return { width, height }
  }
  try {
    return await sharp(file, { limitInputPixels: false }).metadata()
  } catch {
    return undefined
  }
}

function wrongRatio(width: number, height: number, turnedByCamera: boolean): readonly [Words, Words] {
  if (turnedByCamera)
    return [
      {
        zh: `图片带着“转 90°”的标记，转过来是 ${width} × ${height}，就不再是 2:1`,
        en: `the picture is marked to be turned by 90°, which makes it ${width} × ${height} and no longer 2:1`,
      },
      {
        zh: '去掉方向标记，或者在看图软件里转正再存。',
        en: 'Remove the mark, or turn the picture upright and save it.',
      },
    ]
  return [
    {
      zh: `全景图的宽应是高的两倍，这张是 ${width} × ${height}`,
      en: `a panorama is twice as wide as high, this is ${width} × ${height}`,
    },
    {
      zh: '请按整个球面（等距柱状，360° × 180°）导出，不要裁切。',
      en: 'Export the full sphere (equirectangular, 360° × 180°), and do not crop it.',
    },
  ]
}

function remarksOn(
  read: Header,
  { kind, name, width }: { kind: Kind; name: string; width: number },
): readonly Remark[] {
  const remarks: Remark[] = []
  const note = (about: Remark['about'], zh: string, en: string) =>
    remarks.push({ about, tone: 'note', says: { zh, en } })
  const extension = extname(name).slice(1).toLowerCase().replace('jpg', 'jpeg')
  if (extension !== kind)
    note(
      'name',
      `文件名不像，但里面是 ${kind.toUpperCase()}，照它导入`,
      `whatever its name says, the file is a ${kind.toUpperCase()} and is taken as one`,
    )
  if (read.space === 'cmyk')
    note(
      'colour',
      '印刷用的 CMYK 颜色，已转成屏幕的 sRGB，请看看颜色',
      'CMYK, made for printing, is turned into the sRGB of screens; look at the colours',
    )
  if (read.depth !== 'uchar') note('depth', '每色 16 位，已转成 8 位', 'sixteen bits a colour are turned into eight')
  if (read.hasAlpha)
    note('transparency', '带透明，透明的地方成了黑色', 'it has transparency; what is transparent becomes black')
  if ((read.orientation ?? 1) > 1) note('turned', '按相机的方向标记转正了', 'it is turned upright as its camera asked')
  if (read.exif || read.xmpAsString)
    note(
      'camera',
      '相机写的说明（时间、地点等）没有带进来',
      'what the camera wrote down (time, place and so on) is left out',
    )
  if (width < sharpFrom)
    remarks.push({
      about: 'size',
      tone: 'hint',
      says: {
        zh: `宽 ${width} 像素，在大屏上会有些软`,
        en: `${width} pixels wide will look a little soft on a large screen`,
      },
      remedy: { zh: '有更大的原图就用原图。', en: 'Take a larger original if there is one.' },
    })
  return remarks
}

/** What a camera with a compass writes down (Photo Sphere XMP); 0 to 360. */
function headingIn(xmp: string | undefined): number | undefined {
  const written = /GPano:PoseHeadingDegrees(?:="|>)\s*(-?\d+(?:\.\d+)?)/.exec(xmp ?? '')?.[1]
  return written === undefined ? undefined : ((Number(written) % 360) + 360) % 360
}
