import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Node } from '@riverside/voyage'
import { drawFace } from './face-picture.ts'
import { type Era, hourAt, type NodePlan, standAt } from './nodes.ts'
import { outlines } from './outline.ts'
import { stand } from './stand.ts'
import { writeTiles } from './write-tiles.ts'

const folderOf = (node: NodePlan, era: Era) => `media/nodes/${node.id}/${era}`

/** Draws what is seen all round a node in one age into the content pack `out`; returns the bytes written. */
export async function drawSphere(node: NodePlan, era: Era, face: number, out: string): Promise<number> {
  const scenery = stand(standAt(node, era))
  const hour = hourAt(node, era)
  return writeTiles(
    { size: face, draw: (side) => drawFace(side, face, node.heading, scenery, hour) },
    join(out, folderOf(node, era)),
  )
}

/** Writes a node's own file, its outlines taken from the model; a sphere of it that is not in the pack `out` is an error. */
export async function writeNode(node: NodePlan, out: string): Promise<void> {
  for (const era of node.then ? (['now', 'then'] as const) : (['now'] as const)) {
    const folder = folderOf(node, era)
    await access(join(out, folder, 'tiles.json')).catch(() => {
      throw new Error(`${folder} is not drawn yet: draw ${node.id} ${era} first`)
    })
  }
  const sphere = (era: Era) => ({
    picture: `${folderOf(node, era)}/tiles.json`,
    preview: `${folderOf(node, era)}/preview.webp`,
    buildings: [...outlines(stand(standAt(node, era)), node.heading)].map(([stop, outline]) => ({ stop, outline })),
  })
  const file = Node.parse({
    id: node.id,
    chainage: node.chainage,
    stand: { fromQuay: node.off, aboveWater: node.eye },
    heading: node.heading,
    arrival: node.arrival,
    lingers: node.lingers,
    now: sphere('now'),
    then: node.then && { dated: node.then.dated, ...sphere('then') },
  })
  await mkdir(join(out, 'nodes'), { recursive: true })
  const text = JSON.stringify(file, undefined, 2).replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]')
  await writeFile(join(out, 'nodes', `${node.id}.json`), `${text}\n`)
}
