import type { Words } from '@riverside/kit'
import { type Hour, type HourName, hours } from './hour.ts'
import type { Afloat, Stand } from './stand.ts'

/** A place on the water from which the shore is drawn all round, by day as now and, where it is told, as then. */
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
  readonly now: readonly Afloat[]
  readonly then?: { readonly year: number; readonly dated: Words; readonly afloat: readonly Afloat[] }
}

export type Era = 'now' | 'then'

/** The year the present is drawn as. */
export const presentYear = 2024

export const nodes: readonly NodePlan[] = [
  {
    id: 'qinhuangdao-lu-matou',
    chainage: 76,
    off: 60,
    eye: 7,
    heading: 300,
    arrival: { bearing: 289, elevation: 7, field: 66 },
    hour: 'dusk',
    light: { bearing: 246.5, elevation: 5.2 },
    now: [
      { craft: 'ferry', bearing: 229, distance: 190 },
      { craft: 'launch', bearing: 262, distance: 62, mirrored: true },
      { craft: 'barge', bearing: 252, distance: 480 },
      { craft: 'barge', bearing: 118, distance: 330, mirrored: true },
      { craft: 'ferry', bearing: 96, distance: 560 },
    ],
    then: {
      year: 1920,
      dated: { zh: '约1920年', en: 'About 1920' },
      afloat: [
        { craft: 'junk', bearing: 250, distance: 150 },
        { craft: 'sampan', bearing: 272, distance: 62 },
        { craft: 'sampan', bearing: 313, distance: 50, mirrored: true },
        { craft: 'junk', bearing: 208, distance: 330, mirrored: true },
        { craft: 'steamer', bearing: 150, distance: 420, smoke: true },
        { craft: 'steamFerry', bearing: 98, distance: 210, smoke: true },
      ],
    },
  },
  {
    id: 'shanghai-chuanchang',
    chainage: 545,
    off: 66,
    eye: 7,
    heading: 340,
    arrival: { bearing: 330, elevation: 9, field: 66 },
    hour: 'afternoon',
    light: { bearing: 252, elevation: 24 },
    now: [
      { craft: 'launch', bearing: 314, distance: 74 },
      { craft: 'ferry', bearing: 75, distance: 240, mirrored: true },
      { craft: 'barge', bearing: 262, distance: 310 },
      { craft: 'ferry', bearing: 205, distance: 300 },
      { craft: 'barge', bearing: 140, distance: 260, mirrored: true },
    ],
    then: {
      year: 1920,
      dated: { zh: '约1920年', en: 'About 1920' },
      afloat: [
        { craft: 'junk', bearing: 292, distance: 110 },
        { craft: 'sampan', bearing: 322, distance: 46 },
        { craft: 'sampan', bearing: 30, distance: 48, mirrored: true },
        { craft: 'junk', bearing: 60, distance: 200, mirrored: true },
        { craft: 'steamer', bearing: 92, distance: 420, smoke: true },
        { craft: 'junk', bearing: 190, distance: 240 },
      ],
    },
  },
  {
    id: 'maoma-cangku',
    chainage: 770,
    off: 78,
    eye: 7,
    heading: 340,
    arrival: { bearing: 324, elevation: 7, field: 62 },
    hour: 'afternoon',
    light: { bearing: 252, elevation: 24 },
    now: [
      { craft: 'launch', bearing: 306, distance: 66 },
      { craft: 'ferry', bearing: 62, distance: 260, mirrored: true },
      { craft: 'barge', bearing: 264, distance: 300 },
      { craft: 'ferry', bearing: 190, distance: 280 },
    ],
  },
  {
    id: 'yihe-shachang',
    chainage: 1080,
    off: 74,
    eye: 7,
    heading: 350,
    arrival: { bearing: 12, elevation: 7, field: 62 },
    hour: 'morning',
    light: { bearing: 93, elevation: 15 },
    now: [
      { craft: 'launch', bearing: 36, distance: 70 },
      { craft: 'barge', bearing: 60, distance: 240 },
      { craft: 'ferry', bearing: 240, distance: 300, mirrored: true },
      { craft: 'ferry', bearing: 150, distance: 260 },
    ],
  },
  {
    id: 'yangshupu-shuichang',
    chainage: 1405,
    off: 52,
    eye: 7,
    heading: 31,
    arrival: { bearing: 31, elevation: 5, field: 60 },
    hour: 'morning',
    light: { bearing: 93, elevation: 15 },
    now: [
      { craft: 'launch', bearing: 56, distance: 66 },
      { craft: 'ferry', bearing: 65, distance: 210, mirrored: true },
      { craft: 'barge', bearing: 84, distance: 420 },
      { craft: 'launch', bearing: 218, distance: 120, mirrored: true },
      { craft: 'ferry', bearing: 196, distance: 360 },
      { craft: 'barge', bearing: 146, distance: 300 },
    ],
    then: {
      year: 1925,
      dated: { zh: '约1925年', en: 'About 1925' },
      afloat: [
        { craft: 'junk', bearing: 58, distance: 105 },
        { craft: 'sampan', bearing: 43, distance: 60 },
        { craft: 'sampan', bearing: 14, distance: 30, mirrored: true },
        { craft: 'steamer', bearing: 71, distance: 330, smoke: true },
        { craft: 'junk', bearing: 64, distance: 330, mirrored: true },
        { craft: 'junk', bearing: 205, distance: 260 },
        { craft: 'steamer', bearing: 158, distance: 380, mirrored: true, smoke: true },
      ],
    },
  },
  {
    id: 'yuren-matou',
    chainage: 1960,
    off: 86,
    eye: 7,
    heading: 10,
    arrival: { bearing: 20, elevation: 8, field: 64 },
    hour: 'dusk',
    light: { bearing: 246.5, elevation: 5.2 },
    now: [
      { craft: 'launch', bearing: 352, distance: 64, mirrored: true },
      { craft: 'ferry', bearing: 52, distance: 200 },
      { craft: 'barge', bearing: 236, distance: 260 },
      { craft: 'ferry', bearing: 216, distance: 380, mirrored: true },
      { craft: 'barge', bearing: 140, distance: 300 },
    ],
  },
  {
    id: 'yangpu-daqiao',
    chainage: 2300,
    off: 105,
    eye: 7,
    heading: 64,
    arrival: { bearing: 64, elevation: 7, field: 62 },
    hour: 'night',
    light: { bearing: 69, elevation: 12.5 },
    now: [
      { craft: 'launch', bearing: 49, distance: 58, mirrored: false },
      { craft: 'ferry', bearing: 74, distance: 190, mirrored: true },
      { craft: 'barge', bearing: 52, distance: 260 },
      { craft: 'ferry', bearing: 232, distance: 330 },
      { craft: 'barge', bearing: 150, distance: 280 },
    ],
    then: {
      year: 1930,
      dated: { zh: '约1930年', en: 'About 1930' },
      afloat: [
        { craft: 'steamFerry', bearing: 70, distance: 120, mirrored: true, smoke: true },
        { craft: 'junk', bearing: 45, distance: 130 },
        { craft: 'sampan', bearing: 57, distance: 52 },
        { craft: 'steamer', bearing: 84, distance: 360, smoke: true },
        { craft: 'junk', bearing: 220, distance: 260 },
      ],
    },
  },
  {
    id: 'lv-zhi-qiu',
    chainage: 2566,
    off: 82,
    eye: 7,
    heading: 350,
    arrival: { bearing: 354, elevation: 9, field: 66 },
    hour: 'afternoon',
    light: { bearing: 197, elevation: 34 },
    now: [
      { craft: 'launch', bearing: 318, distance: 60, mirrored: true },
      { craft: 'ferry', bearing: 58, distance: 170 },
      { craft: 'barge', bearing: 246, distance: 330 },
      { craft: 'ferry', bearing: 150, distance: 260, mirrored: true },
    ],
    then: {
      year: 2000,
      dated: { zh: '约2000年', en: 'About 2000' },
      afloat: [
        { craft: 'barge', bearing: 20, distance: 95 },
        { craft: 'barge', bearing: 306, distance: 190, mirrored: true },
        { craft: 'launch', bearing: 338, distance: 52 },
        { craft: 'barge', bearing: 150, distance: 220 },
      ],
    },
  },
]

/** Where the eye stands at a node, in one of its ages; a node without a past cannot be asked for it. */
export function standAt(node: NodePlan, era: Era): Stand {
  const age = era === 'now' ? { year: presentYear, afloat: node.now } : node.then
  if (!age) throw new Error(`${node.id} has no past to draw`)
  return { chainage: node.chainage, off: node.off, eye: node.eye, year: age.year, afloat: age.afloat }
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
