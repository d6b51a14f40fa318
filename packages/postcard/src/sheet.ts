import { inkLimits, lengthOf, pointsOf, type Stroke } from './stroke.ts'

/** The written side while it is being written: what stands on it, and what was taken back and may return. */
export type Sheet = { readonly strokes: readonly Stroke[]; readonly takenBack: readonly Stroke[] }

export const emptySheet: Sheet = { strokes: [], takenBack: [] }

/** One more stroke; the sheet stays as it is once the card can hold no more (`isFull`). */
export function written(sheet: Sheet, stroke: Stroke): Sheet {
  if (isFull(sheet, stroke.points.length, lengthOf([stroke]))) return sheet
  return { strokes: [...sheet.strokes, stroke], takenBack: [] }
}

/** 退一笔. */
export function undone(sheet: Sheet): Sheet {
  const last = sheet.strokes.at(-1)
  if (last === undefined) return sheet
  return { strokes: sheet.strokes.slice(0, -1), takenBack: [...sheet.takenBack, last] }
}

export function redone(sheet: Sheet): Sheet {
  const last = sheet.takenBack.at(-1)
  if (last === undefined) return sheet
  return { strokes: [...sheet.strokes, last], takenBack: sheet.takenBack.slice(0, -1) }
}

/** Whether `more` further points, or so many millimetres of line, would go beyond what one card holds. */
export const isFull = (sheet: Sheet, more = 1, millimetres = 0): boolean =>
  sheet.strokes.length >= inkLimits.strokes ||
  pointsOf(sheet.strokes) + more > inkLimits.points ||
  lengthOf(sheet.strokes) + millimetres > inkLimits.millimetres - (millimetres === 0 ? 40 : 0)
