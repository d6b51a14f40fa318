import type { Words } from '@riverside/kit'
import { type Hour, type HourName, hours } from './hour.ts'
import type { Stand } from './stand.ts'

/** A place on the water from which the shore is drawn all round, as now and, where it is told, as then. */
export type NodePlan = {
  readonly id: string
  readonly chainage: number
  /** Metres from the quay, and metres of the eye above the water. */
  readonly off: number
  readonly eye: number
  readonly heading: number
  readonly arrival: { readonly bearing: number; readonly elevation: number; readonly field: number }
  readonly hour: HourName
  readonly light: { readonly bearing: number; readonly elevation: number }
  /** Seconds the ship lingers here when it sails by itself. */
  readonly lingers?: number
  readonly then?: { readonly year: number; readonly dated: Words }
}

export type Era = 'now' | 'then'

/** The year the present is drawn as. */
export const presentYear = 2024

/** Metres of the eye above the water on our boat. */
const aboard = 7

type Look = readonly [bearing: number, elevation: number, field: number]
type Light = readonly [hour: HourName, bearing: number, elevation: number]

function node(id: string, chainage: number, off: number, [bearing, elevation, field]: Look, light: Light): NodePlan {
  return {
    id,
    chainage,
    off,
    eye: aboard,
    heading: bearing,
    arrival: { bearing, elevation, field },
    hour: light[0],
    light: { bearing: light[1], elevation: light[2] },
  }
}

/** A node before a stop: the ship lingers, and the place is drawn as it was in `year` too. */
function told(
  year: number,
  id: string,
  chainage: number,
  off: number,
  look: Look,
  light: Light,
  heading = look[0],
): NodePlan {
  return {
    ...node(id, chainage, off, look, light),
    heading,
    lingers: 9,
    then: { year, dated: { zh: `约${year}年`, en: `about ${year}` } },
  }
}

/**
 * Along the river the day runs backwards to the waterworks, from dusk at the wharf to their morning, and from there forwards: dusk again at
 * the fish market, night before the bridge, dawn at the timber yard, afternoon under the bridge. Neighbours have the same hour or the next.
 */
export const nodes: readonly NodePlan[] = [
  told(1920, 'huangpu-matou-jiuzhi', -77, 66, [312, 7, 52], ['dusk', 246.5, 5.2]),
  told(1920, 'qinhuangdao-lu-matou', 73, 60, [289, 7, 58], ['dusk', 246.5, 5.2], 300),
  node('quay-160', 160, 62, [276, 7, 56], ['dusk', 246.5, 5.6]),
  node('quay-245', 245, 66, [66, 8, 50], ['evening', 247.5, 9]),
  node('quay-330', 330, 70, [46, 9, 54], ['evening', 248.5, 13]),
  node('quay-412', 412, 72, [28, 10, 58], ['afternoon', 250, 19]),
  told(1920, 'shanghai-chuanchang', 545, 66, [330, 9, 60], ['afternoon', 252, 24], 340),
  node('quay-628', 628, 76, [8, 8, 50], ['afternoon', 250, 27]),
  told(1925, 'maoma-cangku', 770, 78, [328, 7, 48], ['afternoon', 247, 30], 340),
  node('quay-870', 870, 78, [300, 7, 50], ['afternoon', 228, 40]),
  node('quay-975', 975, 76, [28, 7, 50], ['morning', 165, 46]),
  told(1930, 'yihe-shachang', 1080, 74, [356, 7, 48], ['morning', 125, 32], 350),
  node('quay-1190', 1190, 66, [330, 7, 52], ['morning', 105, 21]),
  node('quay-1300', 1300, 56, [48, 7, 54], ['morning', 95, 16]),
  told(1925, 'yangshupu-shuichang', 1405, 52, [30, 6, 56], ['morning', 93, 15], 31),
  told(1925, 'shuichang-zhanqiao', 1500, 50, [46, 6, 56], ['morning', 93, 15]),
  node('quay-1595', 1595, 54, [296, 7, 54], ['morning', 99, 20]),
  node('quay-1690', 1690, 62, [318, 7, 54], ['morning', 132, 37]),
  node('quay-1780', 1780, 72, [44, 7, 50], ['afternoon', 226, 32]),
  node('quay-1870', 1870, 80, [30, 9, 52], ['evening', 244, 12]),
  told(1940, 'yuren-matou', 1960, 86, [12, 9, 56], ['dusk', 246.5, 5.2], 10),
  told(1940, 'quay-2075', 2075, 88, [322, 10, 52], ['dusk', 246.5, 4.6]),
  told(1920, 'jiangpu-lu-yangfang', 2150, 90, [328, 5, 34], ['dusk', 246.5, 4]),
  node('quay-2225', 2225, 98, [62, 8, 56], ['nightfall', 248, 4]),
  told(1930, 'yangpu-daqiao', 2300, 105, [64, 8, 56], ['night', 69, 12.5]),
  told(1930, 'xiangtai-muhang', 2420, 66, [326, 6, 46], ['dawn', 84, 6]),
  told(1930, 'jiulao-chenlieguan', 2490, 88, [350, 9, 56], ['morning', 104, 27]),
  told(2000, 'lv-zhi-qiu', 2566, 82, [350, 10, 56], ['afternoon', 197, 34], 350),
  told(1930, 'minghua-tangcang', 2655, 86, [338, 8, 52], ['afternoon', 205, 33]),
  told(1930, 'daqiao-xia', 2700, 100, [14, 24, 84], ['afternoon', 212, 31]),
  told(1930, 'ningguo-lu-dukou', 2762, 92, [318, 12, 60], ['afternoon', 218, 29]),
]

/** Where the eye stands at a node, in one of its ages; a node without a past cannot be asked for it. */
export function standAt(node: NodePlan, era: Era): Stand {
  if (era === 'then' && !node.then) throw new Error(`${node.id} has no past to draw`)
  const year = era === 'now' ? presentYear : (node.then?.year ?? presentYear)
  return { chainage: node.chainage, off: node.off, eye: node.eye, year }
}

/** The light of a node: the sun stands where it stands in both ages. */
export function hourAt(node: NodePlan, era: Era): Hour {
  return hours[era === 'now' ? node.hour : 'then'](node.light)
}

export function nodeNamed(id: string): NodePlan {
  const node = nodes.find((n) => n.id === id)
  if (!node) throw new Error(`There is no node ${id}`)
  return node
}
