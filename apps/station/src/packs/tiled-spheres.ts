import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { faultsOf, type Pack, type PackFault } from '@riverside/content'
import { parseJson } from '@riverside/kit'
import { faces, levelSizes, TilesFile, tilePath, tileSize, tilesOf } from '@riverside/voyage'
import sharp from 'sharp'

/** What a file of a tiled sphere must measure, in pixels. */
export type Measure = { readonly width: number; readonly height: number }

export type TiledSpheres = {
  readonly faults: readonly PackFault[]
  readonly hints: readonly PackFault[]
  /** Every tile that is there and belongs there, by its path, and how large it must be. */
  readonly tiles: ReadonlyMap<string, Measure>
}

/** Missing tiles and strays are named up to this many in one folder; the rest are counted. */
const namedAtMost = 3

/** Looks at every `tiles.json` of a pack and at what lies beside it, without opening a tile. */
export async function findTiledSpheres(root: string, paths: readonly string[], pack?: Pack): Promise<TiledSpheres> {
  const there = new Set(paths)
  const faults: PackFault[] = []
  const tiles = new Map<string, Measure>()
  const sheets = paths.filter((path) => path.startsWith('media/') && path.endsWith('/tiles.json'))
  for (const sheet of sheets) {
    const text = await readFile(join(root, sheet), 'utf8')
    const file = TilesFile.safeParse(parseJson(text))
    if (!file.success) {
      faults.push(...faultsOf(sheet, file.error))
      continue
    }
    const folder = dirname(sheet)
    const wanted = wantedTiles(folder, file.data)
    const lost = [...wanted.keys()].filter((path) => !there.has(path))
    const own = new Set([sheet, `${folder}/preview.webp`])
    const strays = paths.filter((path) => path.startsWith(`${folder}/`) && !wanted.has(path) && !own.has(path))
    faults.push(
      ...named(lost, sheet, {
        what: { zh: '缺这一块', en: 'this tile is missing' },
        rest: { zh: '块也缺', en: 'more are missing' },
        remedy: {
          zh: '整个文件夹重新导入或者重新拷。',
          en: 'Import the picture again, or copy the whole folder afresh.',
        },
      }),
      ...named(strays, sheet, {
        what: { zh: '不属于这个全景的切块', en: 'this file is no tile of the sphere' },
        rest: { zh: '个也不属于', en: 'more are not' },
        remedy: { zh: '拿掉它；换过尺寸以后旧的切块要删。', en: 'Take it out; tiles of an earlier size have to go.' },
      }),
      ...(await previewFaults(sheet, file.data)),
    )
    for (const [path, measure] of wanted) if (there.has(path)) tiles.set(path, measure)
  }
  return { faults, hints: pack ? unshown(sheets, pack) : [], tiles }
}

function wantedTiles(folder: string, { face, gutter, kind }: TilesFile): ReadonlyMap<string, Measure> {
  const sizes = levelSizes(face)
  const along = (level: number, place: number) =>
    Math.min(tileSize, (sizes[level] ?? 0) - place * tileSize) + 2 * gutter
  return new Map(
    [...tilesOf(face)].map((tile) => [
      `${folder}/${tilePath(tile, kind)}`,
      { width: along(tile.level, tile.column), height: along(tile.level, tile.row) },
    ]),
  )
}

function named(
  paths: readonly string[],
  sheet: string,
  says: Pick<PackFault, 'what' | 'remedy'> & { readonly rest: PackFault['what'] },
): readonly PackFault[] {
  const rest = paths.length - namedAtMost
  return [
    ...paths.slice(0, namedAtMost).map((file) => ({ file, where: '', what: says.what, remedy: says.remedy })),
    ...(rest > 0
      ? [
          {
            file: sheet,
            where: '',
            what: { zh: `另有 ${rest} ${says.rest.zh}`, en: `${rest} ${says.rest.en}` },
            remedy: says.remedy,
          },
        ]
      : []),
  ]
}

async function previewFaults(sheet: string, { preview }: TilesFile): Promise<readonly PackFault[]> {
  const bytes = Buffer.from(preview.slice(preview.indexOf(',') + 1), 'base64')
  const { info } = await sharp(bytes, { failOn: 'warning', limitInputPixels: 2 ** 20 })
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => ({ info: undefined }))
  if (info && info.width === 64 * faces.length && info.height === 64) return []
  return [
    {
      file: sheet,
      where: 'preview',
      what: {
        zh: '预览应是 384 × 64 的 WebP，六面并排，每面 64 像素',
        en: 'the preview is no WebP of 384 × 64, six faces of 64 pixels side by side',
      },
      remedy: { zh: '重新导入这张图。', en: 'Import the picture again.' },
    },
  ]
}

function unshown(sheets: readonly string[], pack: Pack): readonly PackFault[] {
  const shown = new Set<string>(
    pack.nodes.flatMap((node) => [node.now.picture, ...(node.then ? [node.then.picture] : [])]),
  )
  return sheets
    .filter((sheet) => !shown.has(sheet))
    .map((sheet) => ({
      file: sheet,
      where: '',
      what: { zh: '没有观景点用这个全景', en: 'no node shows this sphere' },
      remedy: { zh: '写进观景点，或者拿掉这个文件夹。', en: 'Name it in a node, or take its folder out.' },
    }))
}
