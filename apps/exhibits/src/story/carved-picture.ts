import { type Carving, lastsOf, ProcessorField, Sand, touchesOf } from '@riverside/story'
import { grainsOf, paintSand, type SandPicture } from './paint-sand.ts'

/** Milliseconds in which any carving comes to rest. */
const comesToRest = 20_000

/** Milliseconds of sand reckoned between two breaths: a few of the page's own. */
const slice = 100

/**
 * A carving as a picture: the sand with its tracks, clear where the print lies open, to be laid over the print it was carved on.
 * The same carving is always the same picture, whatever screen it was made on.
 * @param width Pixels; the height follows from the tray the hands carved.
 * @param breath Waited for between slices of the reckoning, so that a page goes on meanwhile.
 */
export async function carvedPicture(
  carving: Carving,
  width: number,
  breath: () => Promise<void>,
): Promise<SandPicture> {
  const { columns, rows } = carving
  const height = Math.round((width * rows) / columns)
  const sand = new Sand(new ProcessorField(columns, rows))
  for (const touch of touchesOf(carving, columns, rows, 0)) sand.touch(touch)
  const carved = lastsOf(carving)
  for (let to = slice; to < carved + comesToRest; to += slice) {
    sand.advance(to)
    if (to > carved && sand.isAtRest) break
    await breath()
  }
  const picture = { width, height, data: new Uint8ClampedArray(width * height * 4) }
  const grain = Math.max(1, Math.round(width / 1150))
  const whole = { x: 0, y: 0, width: columns, height: rows }
  paintSand(sand.field.heights, columns, rows, whole, picture, grainsOf(columns, rows, width, height, grain))
  return picture
}
