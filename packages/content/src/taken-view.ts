import { fail, ok, type Result, type Words } from '@riverside/kit'
import type { CardScene } from '@riverside/postcard'
import {
  type Bearing,
  houseLimits,
  lookedAt,
  type Node,
  type Sphere,
  type Stop,
  settledView,
  shortest,
  shownMetres,
  spanOf,
  type TakenView,
  takenViewPath,
} from '@riverside/voyage'
import type { Pack } from './pack.ts'

/** A view taken along, as a scene to write on, with the sphere it is seen in. */
export type TakenScene = CardScene & { readonly view: TakenView; readonly node: Node; readonly sphere: Sphere }

export type TakenViewProblem = 'no-such-node' | 'no-such-age' | 'view-out-of-limits'

/** Between two nodes the limits of both are mixed: so many degrees beyond a node's own may be honestly seen from it. */
const grace = 10

/** The scene of a view that a visitor took along, said in the words of the pack: place, metres, age, and that it is drawn. */
export function sceneOfView(
  pack: Pick<Pack, 'nodes' | 'stops'>,
  taken: TakenView,
): Result<TakenScene, TakenViewProblem> {
  const view = settledView(taken)
  const node = pack.nodes.find(({ id }) => id === view.node)
  if (!node) return fail('no-such-node')
  const sphere = node[view.age]
  if (!sphere) return fail('no-such-age')
  if (isBeyond(view, node)) return fail('view-out-of-limits')
  const dated = view.age === 'then' ? node.then?.dated : undefined
  const place = placeIn(view, node, sphere, pack.stops)
  return ok({
    title: titleOf(place.name, dated),
    caption: captionOf(node.chainage, dated ?? { zh: '今天', en: 'today' }, sphere.drawn ?? true),
    picture: takenViewPath(view),
    view,
    node,
    sphere,
  })
}

function isBeyond({ elevation, field }: TakenView, { limits = houseLimits }: Node): boolean {
  if (elevation < limits.lowest - grace || elevation > limits.highest + grace) return true
  return field < limits.narrowest - grace || field > limits.widest + grace
}

/** The stop a view is of: what its middle rests on, else what in it is nearest to the middle, else the nearest along the shore. */
function placeIn(view: TakenView, node: Node, sphere: Sphere, stops: readonly Stop[]): Pick<Stop, 'name'> {
  const met = sphere.buildings.find(({ outline }) => lookedAt(outline, view))
  const seen = sphere.buildings
    .map(({ stop, outline }) => ({ stop, away: awayFrom(view, outline) }))
    .filter(({ away }) => away < view.field / 2)
    .toSorted((a, b) => a.away - b.away)
  const id = (met ?? seen[0])?.stop
  const along = (stop: Stop) => Math.abs(stop.chainage - node.chainage)
  const named = stops.find((stop) => stop.id === id) ?? stops.toSorted((a, b) => along(a) - along(b))[0]
  return named ?? { name: { zh: node.id, en: node.id } }
}

/** Degrees from the middle of a view to the middle of an outline, on the flat, which is near enough within one view. */
function awayFrom(view: Bearing, outline: Sphere['buildings'][number]['outline']): number {
  const { left, right, low, high } = spanOf(outline, view.bearing)
  return Math.hypot(shortest(0, (left + right) / 2), (low + high) / 2 - view.elevation)
}

/** A picture of another age says which: 杨树浦水厂，约1925年. What more there is to say stands on the other side. */
function titleOf(name: Words, dated: Words | undefined): Words {
  const plain = { zh: name.zh.replace(/（.*）/, ''), en: name.en.replace(/ \(.*\)/, '') }
  if (!dated) return plain
  return { zh: `${plain.zh}，${dated.zh.split('，')[0]}`, en: `${plain.en}, ${small(dated.en.split(',')[0] ?? '')}` }
}

function captionOf(chainage: number, dated: Words, drawn: boolean): Words {
  const metres = Math.abs(shownMetres(chainage))
  const where =
    metres === 0
      ? { zh: '在秦皇岛路码头前', en: 'off Qinhuangdao Road Wharf' }
      : {
          zh: `在码头${chainage < 0 ? '上游' : '下游'}${metres}米处`,
          en: `${metres} metres ${chainage < 0 ? 'above' : 'below'} the wharf`,
        }
  const age = {
    zh: `${dated.zh}${drawn ? '，示意画' : ''}。`,
    en: `${large(dated.en)}${drawn ? '; drawn for illustration' : ''}.`,
  }
  return { zh: `从江上看，${where.zh}。${age.zh}`, en: `Seen from the river, ${where.en}. ${age.en}` }
}

const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const large = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
