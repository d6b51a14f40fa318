/** An errand, or where it has no `url`, word that it is no longer wanted. */
export type Asked = { readonly id: number; readonly url?: string; readonly widest?: number }

/** What came of an errand: a bitmap, or why there is none. */
export type Brought = { readonly id: number; readonly bitmap?: ImageBitmap; readonly missed?: string }

const plain = { colorSpaceConversion: 'none', premultiplyAlpha: 'none' } as const
const underWay = new Map<number, AbortController>()

self.onmessage = ({ data: { id, url, widest } }: MessageEvent<Asked>) => {
  if (url === undefined) underWay.get(id)?.abort()
  else void run(id, url, widest ?? Number.POSITIVE_INFINITY)
}

async function run(id: number, url: string, widest: number): Promise<void> {
  const giveUp = new AbortController()
  underWay.set(id, giveUp)
  try {
    const bitmap = await fetched(url, widest, giveUp.signal)
    answer({ id, bitmap }, [bitmap])
  } catch (failure) {
    answer({ id, missed: failure instanceof Error ? failure.message : String(failure) }, [])
  }
  underWay.delete(id)
}

function answer(brought: Brought, transfer: Transferable[]): void {
  self.postMessage(brought, { transfer })
}

/** Colours as stored; what is too wide for the graphics card is made smaller. */
async function fetched(url: string, widest: number, signal: AbortSignal): Promise<ImageBitmap> {
  const found = await fetch(url, { signal })
  if (!found.ok) throw new Error(`No picture at ${url}: ${found.status}`)
  const bitmap = await createImageBitmap(await found.blob(), plain)
  if (bitmap.width <= widest) return bitmap
  try {
    return await createImageBitmap(bitmap, {
      ...plain,
      resizeWidth: widest,
      resizeHeight: Math.round((bitmap.height * widest) / bitmap.width),
      resizeQuality: 'high',
    })
  } finally {
    bitmap.close()
  }
}
