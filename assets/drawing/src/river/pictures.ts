import type { HourName } from './hour.ts'
import { volunteers } from './model/people.ts'
import { type NodePlan, nodeNamed, presentYear, standAt } from './nodes.ts'
import type { Stand } from './stand.ts'

/** A flat picture for a sheet or a postcard. */
export type Picture = {
  readonly id: string
  readonly era: 'now' | 'then'
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

/** How each stop is framed for its sheet: the same for both ages, so that the slider moves time and nothing else. */
const framed: Readonly<
  Record<string, { readonly bearing: number; readonly elevation: number; readonly field: number }>
> = {
  'qinhuangdao-lu-matou': { bearing: 303, elevation: 8, field: 36 },
  'shanghai-chuanchang': { bearing: 344, elevation: 10, field: 43 },
  'yangshupu-shuichang': { bearing: 29, elevation: 7, field: 37 },
  'yangpu-daqiao': { bearing: 63, elevation: 9, field: 40 },
  'lv-zhi-qiu': { bearing: 349, elevation: 8, field: 38 },
}

function forSheet(node: NodePlan, view: Picture['view'], era: 'now' | 'then'): Picture {
  return {
    id: node.id,
    era,
    folder: 'stops',
    file: `${node.id}-${era}`,
    width: 1400,
    height: 600,
    oversampled: 1.6,
    stand: standAt(node, era),
    view,
    hour: era === 'now' ? node.hour : 'then',
    light: node.light,
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
  ...Object.entries(framed).flatMap(([id, view]) => [
    forSheet(nodeNamed(id), view, 'now'),
    forSheet(nodeNamed(id), view, 'then'),
  ]),
  ...scenes,
]
