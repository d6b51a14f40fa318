import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { hours } from './hour.ts'
import type { Picture } from './pictures.ts'
import { reduced } from './plate.ts'
import { print } from './print.ts'
import { stand } from './stand.ts'
import { flat } from './view.ts'

/** Draws one flat picture into the content pack `out`; returns the bytes written. */
export async function drawPicture(picture: Picture, out: string): Promise<number> {
  const view = flat(
    Math.round(picture.width * picture.oversampled),
    Math.round(picture.height * picture.oversampled),
    picture.view.bearing,
    picture.view.elevation,
    picture.view.field,
  )
  const drawn = print(view, stand(picture.stand), hours[picture.hour](picture.light))
  const folder = join(out, 'media', picture.folder)
  await mkdir(folder, { recursive: true })
  const { size } = await reduced(drawn, picture.width, picture.height)
    .webp({ quality: 84, effort: 5, smartSubsample: true })
    .toFile(join(folder, `${picture.file}.webp`))
  return size
}
