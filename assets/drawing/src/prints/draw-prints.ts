import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { inks, sheet, trim } from './cut.ts'
import { farewell } from './farewell.ts'
import { gangway } from './gangway.ts'
import { seaRoute } from './sea-route.ts'
import { wharf } from './wharf.ts'

/** The prints under the sand, by story and chapter. */
export const prints = {
  'liufa-chuhai/matou': wharf,
  'liufa-chuhai/denglun': gangway,
  'liufa-chuhai/hailu': seaRoute,
  'liufa-chuhai/songbie': farewell,
} as const

/**
 * Draws every story print as WebP, 1792×960.
 * @param outDir The folder `media/stories` of a pack; each story gets a folder of its own.
 * @returns The files written.
 */
export async function drawPrints(outDir: string): Promise<readonly string[]> {
  const files: string[] = []
  for (const [name, draw] of Object.entries(prints)) {
    const file = join(outDir, `${name}.webp`)
    await mkdir(join(file, '..'), { recursive: true })
    await writeFile(file, await finished(draw()))
    files.push(file)
  }
  return files
}

/** Cuts the bent edge away and packs the picture. */
function finished(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .extract({ left: trim, top: trim, width: sheet.width, height: sheet.height })
    .flatten({ background: inks.ink })
    .webp({ quality: 84, smartSubsample: true })
    .toBuffer()
}
