import { Scene, Suggestions } from '@riverside/postcard'
import { Card, Programme, Story } from '@riverside/story'
import { Node, Stop, TilesFile } from '@riverside/voyage'
import { z } from 'zod'
import { PackCover } from './pack.ts'

/** A file of a pack as an editor is to complete it: which files it is for, and its JSON Schema (draft 2020-12). */
export type PackSchema = {
  readonly name: string
  readonly files: string
  readonly schema: z.core.JSONSchema.BaseSchema
}

/** The schemas of every JSON file of a pack, made from the very ones the kiosk checks with. */
export function packSchemas(): readonly PackSchema[] {
  // The narration of a stop lies beside it in files of its own.
  const of = {
    pack: { files: '/pack.json', schema: PackCover },
    stop: { files: '/stops/*.json', schema: Stop.omit({ narration: true }) },
    node: { files: '/nodes/*.json', schema: Node },
    scene: { files: '/scenes/*.json', schema: Scene },
    suggestions: { files: '/suggestions/*.json', schema: Suggestions },
    story: { files: '/stories/*.json', schema: Story },
    card: { files: '/cards/*.json', schema: Card },
    programme: { files: '/programmes/*.json', schema: Programme },
    tiles: { files: '/media/**/tiles.json', schema: TilesFile },
  }
  return Object.entries(of).map(([name, { files, schema }]) => ({
    name: `${name}.schema.json`,
    files,
    schema: { title: name, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) },
  }))
}
