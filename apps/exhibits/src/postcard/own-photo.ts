import { messageSideOf } from '@riverside/postcard'

/** A photograph for one card: the words of it go with the draft, the address is for this page alone. Whoever made it revokes it. */
export type OwnPhoto = { readonly base64: string; readonly url: string }

/** Pixels of a card's picture at 300 dpi. */
const size = { width: 1181, height: 992 } as const

/** Signs of Base64 that a draft may carry. */
const mostBase64 = 400_000

/**
 * The middle of a picture in the shape of a card's, drawn anew: what is written are its pixels and nothing that the camera knew besides.
 * The quality falls until it is small enough for the wire; `undefined` where even that does not help or there is no picture.
 */
export async function photographOf(
  source: CanvasImageSource,
  from: { readonly width: number; readonly height: number },
): Promise<OwnPhoto | undefined> {
  if (from.width === 0 || from.height === 0) return undefined
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  const { x, y, width, height } = middleOf(from)
  context.drawImage(source, x, y, width, height, 0, 0, size.width, size.height)
  for (const quality of [0.9, 0.8, 0.65, 0.5]) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    const base64 = blob && (await base64Of(blob))
    if (blob && base64 && base64.length <= mostBase64) return { base64, url: URL.createObjectURL(blob) }
  }
  return undefined
}

/** The largest part of a picture in its middle with the shape of a card's. */
function middleOf({ width, height }: { readonly width: number; readonly height: number }) {
  const { picture } = messageSideOf('beside')
  const aspect = picture.width / picture.height
  const wide = Math.min(width, height * aspect)
  const high = Math.min(height, width / aspect)
  return { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high }
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
