import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { drawPrints } from './draw-prints.ts'

const pack = fileURLToPath(new URL('../../../demo-pack/media/stories/', import.meta.url))

test('the command draws the very pictures the demonstration pack holds', { timeout: 60_000 }, async () => {
  const out = await mkdtemp(join(tmpdir(), 'prints-'))
  try {
    for (const name of ['cai-jia-qihang/tongxing', 'zhou-enlai/hangxian']) {
      const [file = ''] = await drawPrints(out, name)
      const again = await readFile(file)
      expect([name, again.equals(await readFile(join(pack, `${name}.webp`)))]).toEqual([name, true])
    }
  } finally {
    await rm(out, { recursive: true, force: true })
  }
})
