import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Hour, hours } from './hour.ts'
import { type NodePlan, nodes, standAt } from './nodes.ts'
import { outlines } from './outline.ts'
import { type Picture, pictures } from './pictures.ts'
import { reduced } from './plate.ts'
import { type Print, print } from './print.ts'
import type { Scenery } from './scenery.ts'
import { stand } from './stand.ts'
import { flat, sphere } from './view.ts'

export type Era = 'now' | 'then'

/** Samples a pixel along each side. */
const oversampled = 1.5

const usage = `npm run draw -- river [--only nodes|pictures] [--node id] [--era now|then] [--width 4096] [--out folder]
Draws the spheres of the nodes with their outlines, the pictures of the stops and of the postcards, into a content pack.`

/** What the command line asks for; `out` is the folder of a content pack. */
export async function drawRiver(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      node: { type: 'string' },
      era: { type: 'string' },
      only: { type: 'string' },
      width: { type: 'string', default: '4096' },
      out: { type: 'string', default: 'assets/demo-pack' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const width = Number(values.width)
  if (!Number.isInteger(width) || width < 64 || width > 16384 || width % 4 !== 0)
    throw new Error('--width: a multiple of 4 from 64 to 16384')
  if (values.node !== undefined && ![...nodes, ...pictures].some((n) => n.id === values.node))
    throw new Error(`--node: one of ${[...nodes, ...pictures].map((n) => n.id).join(', ')}`)
  if (values.era !== undefined && values.era !== 'now' && values.era !== 'then') throw new Error('--era: now or then')
  const wanted = (id: string) => values.node === undefined || values.node === id
  const eras = values.era === undefined ? (['then', 'now'] as const) : ([values.era] as const)
  if (values.only !== 'pictures') {
    for (const node of nodes.filter((n) => wanted(n.id))) {
      for (const era of eras) if (era === 'now' || node.then?.sphere) await drawNode(node, era, width, values.out)
    }
  }
  if (values.only !== 'nodes') {
    for (const picture of pictures.filter((p) => wanted(p.id) && eras.includes(p.era)))
      await drawPicture(picture, values.out)
  }
}

function atNode(node: NodePlan, era: Era): { readonly scenery: Scenery; readonly hour: Hour } {
  const scenery = stand(standAt(node, era))
  return { scenery, hour: hours[era === 'now' ? node.hour : 'then'](node.light) }
}

/** One sphere as samples, before it is reduced. */
export function printNode(
  node: NodePlan,
  era: Era,
  width: number,
): { readonly print: Print; readonly scenery: Scenery } {
  const { scenery, hour } = atNode(node, era)
  const samples = Math.round((width * oversampled) / 4) * 4
  return { print: print(sphere(samples, node.heading), scenery, hour), scenery }
}

async function drawNode(node: NodePlan, era: Era, width: number, out: string): Promise<void> {
  const began = performance.now()
  const { print: drawn, scenery } = printNode(node, era, width)
  const media = join(out, 'media', 'nodes')
  await mkdir(media, { recursive: true })
  const whole = reduced(drawn, width, width / 2)
  const { size } = await whole
    .clone()
    .webp({ quality: 80, effort: 4, smartSubsample: true })
    .toFile(join(media, `${node.id}-${era}.webp`))
  if (era === 'now') {
    await reduced(drawn, 512, 256)
      .webp({ quality: 70, effort: 5 })
      .toFile(join(media, `${node.id}-preview.webp`))
    await mkdir(join(out, 'nodes'), { recursive: true })
    const touched = outlines(drawn, node.heading, scenery.mesh.things)
    const json = {
      id: node.id,
      chainage: node.chainage,
      heading: node.heading,
      arrival: node.arrival,
      now: `media/nodes/${node.id}-now.webp`,
      ...(node.then?.sphere ? { then: `media/nodes/${node.id}-then.webp` } : {}),
      preview: `media/nodes/${node.id}-preview.webp`,
      buildings: [...touched].map(([stop, outline]) => ({ stop, outline })),
    }
    await writeFile(
      join(out, 'nodes', `${node.id}.json`),
      `${JSON.stringify(json, undefined, 2).replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]')}\n`,
    )
  }
  console.log(
    `${node.id} ${era}: ${width} × ${width / 2}, ${Math.round(size / 1024)} KB, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
}

async function drawPicture(picture: Picture, out: string): Promise<void> {
  const began = performance.now()
  const scenery = stand(picture.stand)
  const hour = hours[picture.hour](picture.light)
  const factor = picture.oversampled
  const view = flat(
    Math.round(picture.width * factor),
    Math.round(picture.height * factor),
    picture.view.bearing,
    picture.view.elevation,
    picture.view.field,
  )
  const path = join(out, 'media', picture.folder, `${picture.file}.webp`)
  await mkdir(join(out, 'media', picture.folder), { recursive: true })
  const { size } = await reduced(print(view, scenery, hour), picture.width, picture.height)
    .webp({ quality: 84, effort: 5, smartSubsample: true })
    .toFile(path)
  console.log(
    `${picture.folder}/${picture.file}: ${picture.width} × ${picture.height}, ${Math.round(size / 1024)} KB, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
}
