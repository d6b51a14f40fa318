import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Node } from '@riverside/voyage'
import { afterAll, describe, expect, test } from 'vitest'
import { carryOut } from './jobs.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

async function packWith(...spheres: readonly string[]): Promise<string> {
  const pack = await mkdtemp(join(tmpdir(), 'drawn-'))
  folders.push(pack)
  for (const sphere of spheres) {
    await mkdir(join(pack, 'media/nodes', sphere), { recursive: true })
    await writeFile(join(pack, 'media/nodes', sphere, 'tiles.json'), '{}')
  }
  return pack
}

describe('work handed to other processes', () => {
  test('is done and told of: a node’s file, with an outline for every stop in sight', async () => {
    const out = await packWith('quay-245/now')
    const lines: string[] = []
    await carryOut([{ draw: 'outlines', node: 'quay-245', out }], 2, (line) => lines.push(line))
    expect(lines).toEqual([expect.stringMatching(/^quay-245 outlines: /)])
    const node = Node.parse(JSON.parse(await readFile(join(out, 'nodes/quay-245.json'), 'utf8')))
    expect(node.now.picture).toBe('media/nodes/quay-245/now/tiles.json')
    expect(node.now.buildings.map(({ stop }) => stop)).toContain('shanghai-chuanchang')
  })

  test('writes no node whose sphere is missing, and says which', async () => {
    const out = await packWith('maoma-cangku/now')
    await expect(carryOut([{ draw: 'outlines', node: 'maoma-cangku', out }], 1, () => {})).rejects.toThrow(
      'media/nodes/maoma-cangku/then is not drawn yet',
    )
    await expect(readFile(join(out, 'nodes/maoma-cangku.json'))).rejects.toThrow('ENOENT')
  })
})
