import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackFault } from '@riverside/content'
import { fail, ok, parseJson, type Result } from '@riverside/kit'
import { faces, TilesFile } from '@riverside/voyage'
import sharp from 'sharp'
import { luminance } from './light.ts'
import { averageLight } from './look-over.ts'
import { decodeSmall } from './sphere-file.ts'

/** Average light, 0 to 1, of the neighbour a picture is held against: another picture, or a folder of tiles. */
export async function lightBeside(path: string): Promise<Result<number, PackFault>> {
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false
  const light = isFolder ? await lightOfTiles(path) : await lightOfPicture(path)
  return light === undefined
    ? fail({
        file: path,
        where: '--beside',
        what: { zh: '这不是全景图，也不是导入好的文件夹', en: 'this is neither a panorama nor a folder made of one' },
        remedy: {
          zh: '指明旁边那张图，或者放着它的 tiles.json 的文件夹。',
          en: 'Name the neighbouring picture, or the folder with its tiles.json.',
        },
      })
    : ok(light)
}

async function lightOfPicture(path: string): Promise<number | undefined> {
  const small = await decodeSmall(path, 256)
  return small && averageLight(small)
}

/** From the six small faces inside `tiles.json`: a pixel off the middle of a face spans less of the sphere, by the cube of its distance. */
async function lightOfTiles(folder: string): Promise<number | undefined> {
  const file = TilesFile.safeParse(parseJson(await readFile(join(folder, 'tiles.json'), 'utf8').catch(() => '')))
  if (!file.success) return undefined
  const strip = Buffer.from(file.data.preview.slice(file.data.preview.indexOf(',') + 1), 'base64')
  const { data, info } = await sharp(strip)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.width !== info.height * faces.length) return undefined
  let sum = 0
  let all = 0
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1) {
      const u = (2 * ((x % info.height) + 0.5)) / info.height - 1
      const v = (2 * (y + 0.5)) / info.height - 1
      const weight = (1 + u * u + v * v) ** -1.5
      const at = (y * info.width + x) * info.channels
      sum += weight * luminance(data[at]!, data[at + 1]!, data[at + 2]!)
      all += weight
    }
  return sum / all
}
