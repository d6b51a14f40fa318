import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packSchemas } from '@riverside/content'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listPack } from './pack-folder.ts'

const demo = join(import.meta.dirname, '../../../../assets/demo-pack')

/** A pattern such as `/nodes/*.json`, as an editor reads it. */
const isFor = (files: string, path: string): boolean =>
  new RegExp(
    `^${files
      .slice(1)
      .replaceAll('**/', '(?:.+/)?')
      .replaceAll(/(?<!\?)\*/g, '[^/]*')}$`,
  ).test(path)

describe('the schemas for editors', () => {
  test('accept every JSON file of the demonstration pack', async () => {
    const paths = (await listPack(demo)).filter((path) => path.endsWith('.json'))
    for (const path of paths) {
      const found = packSchemas().filter(({ files }) => isFor(files, path))
      expect(found, path).toHaveLength(1)
      const schema = z.fromJSONSchema(found[0]?.schema ?? false)
      const read = schema.safeParse(JSON.parse(await readFile(join(demo, path), 'utf8')))
      expect(read.success ? [] : [path, ...read.error.issues]).toEqual([])
    }
  })

  test('refuse what the kiosk refuses: a word it does not know, and a bearing of 400°', async () => {
    const node = packSchemas().find(({ name }) => name === 'node.schema.json')
    const schema = z.fromJSONSchema(node?.schema ?? false)
    const good = JSON.parse(await readFile(join(demo, 'nodes/qinhuangdao-lu-matou.json'), 'utf8'))
    expect(schema.safeParse(good).success).toBe(true)
    expect(schema.safeParse({ ...good, colour: 'rust' }).success).toBe(false)
    expect(schema.safeParse({ ...good, heading: 400 }).success).toBe(false)
  })
})
