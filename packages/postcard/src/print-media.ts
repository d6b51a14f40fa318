import { cardSize } from './stroke.ts'

/**
 * How the card's size is asked of a queue that lists these sizes (`media-supported`, PWG 5101.1 names): by its own figures where the
 * queue takes any size, by the name of a listed size otherwise, lying or standing. `undefined` where it has none: a print service then
 * takes its usual size without a word, so nothing is to be printed.
 */
export function cardMedia(supported: readonly string[]): string | undefined {
  const sizes = supported.flatMap((name) => {
    const size = sizeOf(name)
    return size === undefined ? [] : [{ name, ...size }]
  })
  const least = sizes.find(({ name }) => name.startsWith('custom_min'))
  const most = sizes.find(({ name }) => name.startsWith('custom_max'))
  const { width, height } = cardSize
  const takes = (w: number, h: number) =>
    least !== undefined &&
    most !== undefined &&
    least.width <= w &&
    least.height <= h &&
    most.width >= w &&
    most.height >= h
  if (takes(width, height)) return `Custom.${width}x${height}mm`
  const close = (a: number, b: number) => Math.abs(a - b) <= 0.5
  const listed = sizes.find(
    (size) =>
      !/^custom_m(?:in|ax)/.test(size.name) &&
      ((close(size.width, width) && close(size.height, height)) ||
        (close(size.width, height) && close(size.height, width))),
  )
  return listed?.name ?? (takes(height, width) ? `Custom.${height}x${width}mm` : undefined)
}

/** Millimetres. The last part of a PWG name is its size: `jpn_hagaki_100x148mm`, `na_index-4x6_4x6in`. */
function sizeOf(name: string): { readonly width: number; readonly height: number } | undefined {
  const found = /_([\d.]+)x([\d.]+)(mm|in)$/.exec(name)
  if (found === null) return undefined
  const unit = found[3] === 'in' ? 25.4 : 1
  return { width: Number(found[1]) * unit, height: Number(found[2]) * unit }
}
