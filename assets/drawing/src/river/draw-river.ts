import { parseArgs } from 'node:util'
import { tileSize } from '@riverside/voyage'
import { carryOut, type Job } from './jobs.ts'
import { type Era, nodes } from './nodes.ts'
import { pictures } from './pictures.ts'

const parts = ['nodes', 'outlines', 'pictures'] as const
type Part = (typeof parts)[number]

/** A face of 4096 is as large as the border of a drawn face still yields a gutter at the smallest level. */
const mostFace = 4096

const usage = `npm run draw -- river [--only ${parts.join('|')}] [--node id] [--era now|then] [--face 1536] [--processes 2] [--out folder]
Draws the spheres of the nodes as tiles, their files with the outlines, and the pictures of the stops and postcards, into a content pack.
outlines: the nodes' files alone, to spheres that are drawn.`

/** What the command line asks for; `out` is the folder of a content pack. */
export async function drawRiver(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      node: { type: 'string' },
      era: { type: 'string' },
      only: { type: 'string' },
      face: { type: 'string', default: '1536' },
      processes: { type: 'string', default: '2' },
      out: { type: 'string', default: 'assets/demo-pack' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(usage)
    return
  }
  const face = Number(values.face)
  if (!Number.isInteger(face) || face < tileSize || face > mostFace || face % tileSize !== 0)
    throw new Error(`--face: a multiple of ${tileSize} up to ${mostFace}`)
  const processes = Number(values.processes)
  if (!Number.isInteger(processes) || processes < 1 || processes > 64) throw new Error('--processes: 1 to 64')
  const { node, era, only, out } = values
  const known = [...new Set([...nodes, ...pictures].map(({ id }) => id))]
  if (node !== undefined && !known.includes(node)) throw new Error(`--node: one of ${known.join(', ')}`)
  if (era !== undefined && era !== 'now' && era !== 'then') throw new Error('--era: now or then')
  if (only !== undefined && !parts.some((part) => part === only)) throw new Error(`--only: ${parts.join(', ')}`)

  const wanted = (id: string) => node === undefined || node === id
  const ages: readonly Era[] = era === undefined ? ['now', 'then'] : [era]
  const includes = (part: Part) => only === undefined || only === part
  const here = nodes.filter(({ id }) => wanted(id))
  const spheres: Job[] = here.flatMap((plan) =>
    ages
      .filter((age) => age === 'now' || plan.then)
      .map((age) => ({ draw: 'sphere', node: plan.id, era: age, face, out }) as const),
  )
  const flat: Job[] = pictures
    .filter((picture) => wanted(picture.id) && ages.includes(picture.era))
    .map(({ file }) => ({ draw: 'picture', file, out }))
  await carryOut([...(includes('nodes') ? spheres : []), ...(includes('pictures') ? flat : [])], processes, console.log)
  if (only !== 'pictures')
    await carryOut(
      here.map(({ id }) => ({ draw: 'outlines', node: id, out }) as const),
      processes,
      console.log,
    )
}
