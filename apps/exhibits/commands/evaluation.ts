/** One labelled face and what the machine said of it. `happy` is −1 where it could not be read. */
export type JudgedFace = { readonly smile: boolean; readonly happy: number; readonly took: number }

export type Evaluation = {
  readonly n: number
  readonly auc: number
  readonly accuracy: number
  readonly sensitivity: number
  readonly specificity: number
  readonly unreadable: number
  readonly msPerFace: number
}

/** How well the decision at this threshold agrees with the labels. Faces that could not be read are counted apart. */
export function evaluate(faces: readonly JudgedFace[], threshold: number): Evaluation {
  const read = faces.filter((face) => face.happy >= 0)
  const smiling = read.filter((face) => face.smile)
  const others = read.filter((face) => !face.smile)
  const hits = smiling.filter((face) => face.happy >= threshold).length
  const rejections = others.filter((face) => face.happy < threshold).length
  return {
    n: faces.length,
    auc: rounded(areaUnderCurve(smiling.map(happyOf), others.map(happyOf))),
    accuracy: rounded((hits + rejections) / read.length),
    sensitivity: rounded(hits / smiling.length),
    specificity: rounded(rejections / others.length),
    unreadable: faces.length - read.length,
    msPerFace: Math.round((read.reduce((sum, face) => sum + face.took, 0) / read.length) * 10) / 10,
  }
}

const happyOf = (face: JudgedFace): number => face.happy

/** Four digits, as files carry rates; a share of nothing is NaN and becomes `null` in JSON. */
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000

/** Chance that a smiling face has the higher score (Mann–Whitney U over the number of pairs); equal scores count half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, positive: 1 })),
    ...negatives.map((score) => ({ score, positive: 0 })),
  ].sort((one, other) => one.score - other.score)
  let rankSum = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.score === all[from]?.score) to++
    const rank = (from + 1 + to) / 2
    rankSum += rank * all.slice(from, to).filter((each) => each.positive === 1).length
    from = to
  }
  const { length: count } = positives
  return (rankSum - (count * (count + 1)) / 2) / (count * negatives.length)
}
