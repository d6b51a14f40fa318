import { relative, resolve } from 'node:path'
import { z } from 'zod'
import { sayFaults } from '../pack-shelf.ts'
import { type Imported, importPanorama } from './import-panorama.ts'
import { progressBar } from './progress-bar.ts'

/** What may be asked of an import, as it stands on the command line. */
const Wishes = z.object({
  kind: z.enum(['webp', 'jpg']).default('webp'),
  quality: z.coerce.number().int().min(1).max(100).default(86),
  face: z.coerce.number().int().min(512).max(8192).multipleOf(512).optional(),
  beside: z.string().optional(),
  heading: z.coerce.number().min(0).lt(360).optional(),
})

/** Imports a picture and says what was found and made. The answer is the exit code: 130 where it was cancelled by Ctrl-C. */
export async function importCommand(
  picture: string,
  out: string,
  asked: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const wishes = Wishes.safeParse(asked)
  if (!wishes.success) {
    for (const { path, message } of wishes.error.issues) console.error(`--${path.join('.')}: ${message}`)
    return 2
  }
  const { heading, beside, face, ...rest } = wishes.data
  const cancelling = new AbortController()
  const cancel = () => cancelling.abort()
  process.once('SIGINT', cancel).once('SIGTERM', cancel)
  const bar = progressBar(process.stderr)
  const began = performance.now()
  try {
    const imported = await importPanorama(
      picture,
      out,
      { ...rest, ...(face === undefined ? {} : { face }), ...(beside === undefined ? {} : { beside }) },
      { progress: bar.hear, cancelled: cancelling.signal },
    )
    bar.end()
    if (!imported.ok) {
      console.error(`没有导入，什么也没留下 / Not imported; nothing was left behind\n${sayFaults([imported.error])}`)
      return 1
    }
    console.log(report(imported.value, out, heading ?? imported.value.heading, (performance.now() - began) / 1000))
    return 0
  } catch (failure) {
    bar.end()
    if (!cancelling.signal.aborted) throw failure
    console.error('已取消，什么也没留下 / Cancelled; nothing was left behind')
    return 130
  } finally {
    process.off('SIGINT', cancel).off('SIGTERM', cancel)
  }
}

const marks = { good: '·', note: '·', hint: '△' } as const

function report(made: Imported, out: string, heading: number | undefined, seconds: number): string {
  const hints = made.remarks.filter(({ tone }) => tone === 'hint').length
  return [
    `${made.width} × ${made.height} → ${out}`,
    ...made.remarks.map(
      ({ tone, says, remedy }) =>
        `  ${marks[tone]} ${says.zh}${remedy ? `。${remedy.zh}` : ''}\n    ${says.en}${remedy ? `. ${remedy.en}` : ''}`,
    ),
    hints === 0
      ? '  没有要改的 / Nothing to mend'
      : `  ${hints} 处请看一看（△），图已导入 / ${hints} ${hints === 1 ? 'thing' : 'things'} to look at (△); the picture is imported`,
    `  ${made.tiles} tiles, faces of ${made.face} pixels, ${(made.bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`,
    '  写进观景点的文件 / For the file of the node:',
    ...sphereLines(out, heading),
  ].join('\n')
}

/** The lines of a node's file that name the imported picture, taken for a photograph; the path is known where the tiles lie in the media of a pack. */
function sphereLines(out: string, heading: number | undefined): readonly string[] {
  const place = relative('/', resolve(out)).split('/')
  const media = place.lastIndexOf('media')
  const folder = media < 0 ? 'media/nodes/…' : place.slice(media).join('/')
  return [
    `    "heading": ${heading === undefined ? '…' : Math.round(heading * 10) / 10},`,
    `    "now": { "picture": "${folder}/tiles.json", "preview": "${folder}/preview.webp", "drawn": false, "buildings": [] }`,
  ]
}
