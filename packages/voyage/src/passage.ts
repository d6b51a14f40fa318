import type { Node } from './node.ts'

/** What is seen on the way: the picture behind, the picture ahead and how far the one has given way to the other. */
export type Passage = {
  readonly from: Node
  readonly to: Node
  /** 0 shows `from` alone, 1 shows `to` alone. */
  readonly blend: number
}

/** How far a picture may be stretched to show what is seen further on, in metres; a longer way is shown shortened. */
const longestStretch = 45

/** Pictures change over at most this stretch about the middle between two nodes, in metres either way. */
const changeover = 45

/** Beyond the last node the ship goes at most about so far, in metres. */
const lastReach = 200

/** Nodes in the order in which they are passed. */
export const inOrder = (nodes: readonly Node[]): readonly Node[] => [...nodes].sort((a, b) => a.chainage - b.chainage)

/** The pictures for a chainage. `nodes` are in order and at least one. */
export function passageAt(nodes: readonly Node[], chainage: number): Passage {
  const [from, to] = neighbours(nodes, chainage)
  const gap = to.chainage - from.chainage
  if (gap <= 0) return { from, to, blend: 0 }
  const half = Math.min(changeover, gap / 2)
  const way = (chainage - (from.chainage + to.chainage) / 2) / (2 * half) + 0.5
  return { from, to, blend: smooth(Math.min(1, Math.max(0, way))) }
}

/** How far forward of a node its picture is to be shown, in metres, so that the shore goes by all the way to the next node. */
export function goneFrom(nodes: readonly Node[], node: Node, chainage: number): number {
  const way = chainage - node.chainage
  const index = nodes.indexOf(node)
  const next = nodes[way < 0 ? index - 1 : index + 1]
  const half = next ? Math.abs(next.chainage - node.chainage) / 2 : lastReach
  const shown = way * Math.min(1, longestStretch / Math.max(1, half))
  return Math.min(longestStretch, Math.max(-longestStretch, shown))
}

/** The nodes whose pictures are wanted next, the most wanted first: the two on show, then the one beyond in the direction of sailing. */
export function wantedNodes(nodes: readonly Node[], chainage: number, speed: number): readonly Node[] {
  const { from, to, blend } = passageAt(nodes, chainage)
  const shown = blend < 0.5 ? [from, to] : [to, from]
  const index = nodes.indexOf(speed < 0 ? from : to)
  const beyond =
    nodes[speed < 0 ? index - 1 : index + 1] ?? nodes[nodes.indexOf(from) - 1] ?? nodes[nodes.indexOf(to) + 1]
  return [...new Set(beyond ? [...shown, beyond] : shown)]
}

function neighbours(nodes: readonly Node[], chainage: number): readonly [Node, Node] {
  const first = nodes[0]
  const last = nodes[nodes.length - 1]
  if (!first || !last) throw new RangeError('A voyage needs at least one node')
  const after = nodes.findIndex((node) => node.chainage > chainage)
  if (after === 0) return [first, first]
  if (after < 0) return [last, last]
  return [nodes[after - 1] ?? first, nodes[after] ?? last]
}

const smooth = (part: number): number => part * part * (3 - 2 * part)
