import type { Carving } from '@riverside/story'
import { photographOf } from '../postcard/own-photo.ts'
import { carvedPicture } from './carved-picture.ts'

/** Pixels across the tray: its middle, in the shape of a card's picture, keeps 300 dpi. */
const width = 1880

/**
 * The print as these hands left it, sand and all, as a picture for a card: JPEG in Base64. `undefined` where the print cannot be had.
 * @param focus Part of the print's width that a narrow tray keeps in its middle.
 */
export async function carvedCard(picture: string, focus: number, carving: Carving): Promise<string | undefined> {
  const print = new Image()
  print.src = picture
  try {
    await print.decode()
  } catch {
    return undefined
  }
  const sand = await carvedPicture(carving, width, () => new Promise((goOn) => setTimeout(goOn)))
  const canvas = document.createElement('canvas')
  canvas.width = sand.width
  canvas.height = sand.height
  const layer = document.createElement('canvas')
  layer.width = sand.width
  layer.height = sand.height
  const context = canvas.getContext('2d')
  const above = layer.getContext('2d')
  if (context === null || above === null) return undefined
  const grown = Math.max(sand.width / print.naturalWidth, sand.height / print.naturalHeight)
  const [across, down] = [print.naturalWidth * grown, print.naturalHeight * grown]
  context.drawImage(print, (sand.width - across) * focus, (sand.height - down) / 2, across, down)
  const pixels = above.createImageData(sand.width, sand.height)
  pixels.data.set(sand.data)
  above.putImageData(pixels, 0, 0)
  context.drawImage(layer, 0, 0)
  const card = await photographOf(canvas, canvas)
  if (!card) return undefined
  URL.revokeObjectURL(card.url)
  return card.base64
}
