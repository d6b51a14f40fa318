import { type TilesFile, tileSize } from '@riverside/voyage'

/** What a voyage's `TilesFile` accepts, checked by hand: a schema's machinery is larger than the whole renderer. */
export function readTilesFile(json: unknown): TilesFile | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { format, face, gutter, kind, preview, ...more } = json as Record<string, unknown>
  const isWhole = (value: unknown, least: number, most: number): value is number =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most
  if (Object.keys(more).length > 0 || format !== 1 || (kind !== 'webp' && kind !== 'jpg')) return undefined
  if (!isWhole(face, tileSize, 8192) || face % tileSize !== 0 || !isWhole(gutter, 1, 4)) return undefined
  if (typeof preview !== 'string' || preview.length > 24_000) return undefined
  if (!/^data:image\/webp;base64,[A-Za-z0-9+/]+=*$/.test(preview)) return undefined
  return { format, face, gutter, kind, preview }
}
