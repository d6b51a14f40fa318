import type { Node } from './node.ts'
import type { Passage } from './passage.ts'

/**
 * What is really on show. It follows the passage, but never faster than an eye likes, never to a picture that has not come, and a ship
 * that lies still sees one picture alone, so that nobody is left between two.
 */
export type Crossing = { readonly from: Node; readonly to: Node; readonly share: number }

export const settledAt = (node: Node): Crossing => ({ from: node, to: node, share: 0 })

export const isSettled = ({ share }: Crossing): boolean => share === 0 || share === 1

/** Lets so many seconds pass. `takes`: seconds of a whole change of pictures. */
export function cross(
  before: Crossing,
  passage: Passage,
  how: {
    readonly seconds: number
    readonly takes: number
    readonly lyingStill: boolean
    readonly hasCome: (node: Node) => boolean
  },
): Crossing {
  const crossing = paired(before, passage)
  const goal = goalOf(crossing, passage, how.lyingStill)
  const towards = goal > crossing.share ? crossing.to : crossing.from
  if (!how.hasCome(towards)) return crossing
  const most = how.seconds / how.takes
  const share = crossing.share + Math.min(most, Math.max(-most, goal - crossing.share))
  return { ...crossing, share: share > 0.9999 ? 1 : share < 0.0001 ? 0 : share }
}

/** A picture that stands alone may be paired anew: with its neighbour, or after a long jump with the one now wanted. */
function paired(crossing: Crossing, passage: Passage): Crossing {
  if (samePair(crossing, passage) || !isSettled(crossing)) return crossing
  const alone = crossing.share === 0 ? crossing.from : crossing.to
  if (alone === passage.from) return { from: passage.from, to: passage.to, share: 0 }
  if (alone === passage.to) return { from: passage.from, to: passage.to, share: 1 }
  return { from: alone, to: nearerOf(passage), share: 0 }
}

function goalOf(crossing: Crossing, passage: Passage, lyingStill: boolean): number {
  if (!samePair(crossing, passage)) return crossing.from === nearerOf(passage) ? 0 : 1
  return lyingStill ? Math.round(passage.blend) : passage.blend
}

const nearerOf = ({ from, to, blend }: Passage): Node => (blend < 0.5 ? from : to)

const samePair = (crossing: Crossing, passage: Passage): boolean =>
  crossing.from === passage.from && crossing.to === passage.to
