import type { HourName } from './hour.ts'
import { volunteers } from './model/people.ts'
import { type Era, nodeNamed, presentYear, standAt } from './nodes.ts'
import type { Stand } from './stand.ts'

/** A flat picture for a sheet or a postcard. */
export type Picture = {
  readonly id: string
  readonly era: Era
  readonly folder: 'stops' | 'scenes'
  readonly file: string
  readonly width: number
  readonly height: number
  readonly oversampled: number
  readonly stand: Stand
  readonly view: { readonly bearing: number; readonly elevation: number; readonly field: number }
  readonly hour: HourName
  readonly light: { readonly bearing: number; readonly elevation: number }
}

type Framed = {
  /** Metres along the quay and off it, and above the water. */
  readonly stand: readonly [chainage: number, off: number, eye: number]
  readonly view: readonly [bearing: number, elevation: number, field: number]
  readonly light: readonly [hour: HourName, bearing: number, elevation: number]
  /** The year of the picture of its past. */
  readonly year: number
}

/** How each stop is framed for its sheet: the same for both ages, so that the slider moves time and nothing else. */
const framed: Readonly<Record<string, Framed>> = {
  'huangpu-matou-jiuzhi': { stand: [-60, 66, 7], view: [308, 6, 34], light: ['dusk', 246.5, 5.2], year: 1920 },
  'qinhuangdao-lu-matou': { stand: [76, 60, 7], view: [303, 8, 36], light: ['dusk', 246.5, 5.2], year: 1920 },
  'shanghai-chuanchang': { stand: [545, 66, 7], view: [328, 8, 40], light: ['afternoon', 252, 24], year: 1920 },
  'maoma-cangku': { stand: [745, 45, 7], view: [333, 5, 26], light: ['afternoon', 247, 30], year: 1925 },
  'yihe-shachang': { stand: [1100, 50, 7], view: [351, 5, 28], light: ['morning', 112, 24], year: 1930 },
  'yangshupu-shuichang': { stand: [1405, 52, 7], view: [29, 7, 37], light: ['morning', 93, 15], year: 1925 },
  'shuichang-zhanqiao': { stand: [1500, 50, 7], view: [44, 3, 34], light: ['morning', 93, 15], year: 1925 },
  'binjiang-shifanduan': { stand: [1930, 50, 7], view: [24, 6, 34], light: ['dusk', 246.5, 5.2], year: 1940 },
  'dongfang-yuren-matou': { stand: [1985, 86, 7], view: [350, 9, 34], light: ['dusk', 246.5, 5.2], year: 1940 },
  'jiangpu-lu-yangfang': { stand: [2148, -206, 6], view: [338, 5, 30], light: ['afternoon', 228, 30], year: 1920 },
  'xiangtai-muhang': { stand: [2400, 30, 7], view: [318, 4, 26], light: ['dawn', 84, 6], year: 1930 },
  'ren-ren-wu': { stand: [2425, 24, 6], view: [346, 4, 24], light: ['dawn', 84, 6], year: 1930 },
  'jiulao-chenlieguan': { stand: [2500, 70, 7], view: [333, 7, 30], light: ['morning', 104, 27], year: 1930 },
  'lv-zhi-qiu': { stand: [2566, 82, 7], view: [341, 8, 36], light: ['afternoon', 197, 34], year: 2000 },
  'minghua-tangcang': { stand: [2665, 60, 7], view: [335, 6, 28], light: ['afternoon', 205, 33], year: 1930 },
  'yongan-zhanfang': { stand: [2715, 70, 7], view: [334, 7, 30], light: ['afternoon', 209, 32], year: 1930 },
  'ningguo-lu-dukou': { stand: [2740, 70, 7], view: [350, 7, 32], light: ['afternoon', 218, 29], year: 1930 },
  'yangpu-daqiao': { stand: [2300, 105, 7], view: [63, 9, 40], light: ['night', 69, 12.5], year: 1930 },
}

function forSheet(id: string, { stand, view, light, year }: Framed, era: Era): Picture {
  return {
    id,
    era,
    folder: 'stops',
    file: `${id}-${era}`,
    width: 1400,
    height: 600,
    oversampled: 1.6,
    stand: { chainage: stand[0], off: stand[1], eye: stand[2], year: era === 'now' ? presentYear : year },
    view: { bearing: view[0], elevation: view[1], field: view[2] },
    hour: era === 'now' ? light[0] : 'then',
    light: { bearing: light[1], elevation: light[2] },
  }
}

/** The face of a card: 100 × 84 mm and 3.5 mm more all round at 300 dpi. */
const card = { folder: 'scenes', width: 1264, height: 1062, oversampled: 1.6 } as const

/** A card seen from a node of the river, in its light. */
function fromNode(id: string, node: string, era: Era, view: Framed['view']): Picture {
  const plan = nodeNamed(node)
  return {
    ...card,
    id,
    era,
    file: id,
    stand: standAt(plan, era),
    view: { bearing: view[0], elevation: view[1], field: view[2] },
    hour: era === 'now' ? plan.hour : 'then',
    light: plan.light,
  }
}

/** A card of people ashore today: the eye stands among them. */
function ashore(
  id: string,
  stand: Pick<Stand, 'chainage' | 'off' | 'eye' | 'ashore'>,
  view: Framed['view'],
  [hour, bearing, elevation]: Framed['light'],
): Picture {
  return {
    ...card,
    id,
    era: 'now',
    file: id,
    stand: { ...stand, year: presentYear },
    view: { bearing: view[0], elevation: view[1], field: view[2] },
    hour,
    light: { bearing, elevation },
  }
}

const scenes: readonly Picture[] = [
  fromNode('old-wharf', 'qinhuangdao-lu-matou', 'then', [290, 5.5, 46]),
  fromNode('liner', 'huangpu-matou-jiuzhi', 'then', [304, 6.5, 56]),
  fromNode('old-dock', 'shanghai-chuanchang', 'then', [330, 8, 44]),
  fromNode('old-waterworks', 'yangshupu-shuichang', 'then', [34, 6, 50]),
  fromNode('old-mill', 'yihe-shachang', 'then', [354, 5.5, 42]),
  fromNode('waterworks', 'yangshupu-shuichang', 'now', [38, 5.5, 48]),
  fromNode('wool-store', 'maoma-cangku', 'now', [330, 6, 40]),
  fromNode('dockyard', 'shanghai-chuanchang', 'now', [332, 9, 50]),
  fromNode('green-hill', 'lv-zhi-qiu', 'now', [348, 8, 48]),
  fromNode('bridge', 'yangpu-daqiao', 'now', [64, 8.5, 50]),
  ashore(
    'volunteers',
    {
      chainage: 40,
      off: -5.2,
      eye: 6.1,
      ashore: [
        { figure: volunteers.atTable, chainage: 23.5, inland: 11 },
        { figure: volunteers.withElder, chainage: 27, inland: 5.4 },
        { figure: volunteers.withChild, chainage: 19, inland: 3.4 },
        { figure: volunteers.pair, chainage: 8, inland: 9 },
        { figure: volunteers.alone, chainage: -12, inland: 6.5 },
      ],
    },
    [278, 5.5, 46],
    ['afternoon', 214, 30],
  ),
  ashore(
    'seven-colours',
    {
      chainage: 2549,
      off: -4.5,
      eye: 6,
      ashore: [
        { figure: volunteers.seven, chainage: 2560, inland: 6.4 },
        { figure: volunteers.guiding, chainage: 2575, inland: 9.5 },
        { figure: volunteers.alone, chainage: 2589, inland: 5 },
      ],
    },
    [53, 8, 46],
    ['afternoon', 205, 33],
  ),
  ashore(
    'tidying',
    {
      chainage: 1893,
      off: -5,
      eye: 6.1,
      ashore: [
        { figure: volunteers.sweeping, chainage: 1902, inland: 4.2 },
        { figure: volunteers.withPram, chainage: 1908, inland: 8.4 },
        { figure: volunteers.guiding, chainage: 1921, inland: 6.2 },
        { figure: volunteers.withElder, chainage: 1932, inland: 9 },
      ],
    },
    [60, 6.5, 48],
    ['evening', 244, 12],
  ),
]

export const pictures: readonly Picture[] = [
  ...Object.entries(framed).flatMap(([id, frame]) => [forSheet(id, frame, 'now'), forSheet(id, frame, 'then')]),
  ...scenes,
]
