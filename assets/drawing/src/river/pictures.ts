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

const wharf = nodeNamed('qinhuangdao-lu-matou')
const waterworks = nodeNamed('yangshupu-shuichang')

/** The face of a card: 100 × 84 mm and 3.5 mm more all round at 300 dpi. */
const card = { folder: 'scenes', width: 1264, height: 1062, oversampled: 1.6 } as const

const scenes: readonly Picture[] = [
  {
    ...card,
    id: 'old-wharf',
    era: 'then',
    file: 'old-wharf',
    stand: standAt(wharf, 'then'),
    view: { bearing: 290, elevation: 5.5, field: 46 },
    hour: 'then',
    light: wharf.light,
  },
  {
    ...card,
    id: 'waterworks',
    era: 'now',
    file: 'waterworks',
    stand: standAt(waterworks, 'now'),
    view: { bearing: 38, elevation: 5.5, field: 48 },
    hour: waterworks.hour,
    light: waterworks.light,
  },
  {
    ...card,
    id: 'volunteers',
    era: 'now',
    file: 'volunteers',
    stand: {
      chainage: 40,
      off: -5.2,
      eye: 6.1,
      year: presentYear,
      ashore: [
        { figure: volunteers.atTable, chainage: 23.5, inland: 11 },
        { figure: volunteers.withElder, chainage: 27, inland: 5.4 },
        { figure: volunteers.withChild, chainage: 19, inland: 3.4 },
        { figure: volunteers.pair, chainage: 8, inland: 9 },
        { figure: volunteers.alone, chainage: -12, inland: 6.5 },
      ],
    },
    view: { bearing: 278, elevation: 5.5, field: 46 },
    hour: 'afternoon',
    light: { bearing: 214, elevation: 30 },
  },
]

export const pictures: readonly Picture[] = [
  ...Object.entries(framed).flatMap(([id, frame]) => [forSheet(id, frame, 'now'), forSheet(id, frame, 'then')]),
  ...scenes,
]
