import type { Ink, Ramp } from './ink.ts'
import { inks } from './ink.ts'

/** The light and the inks of one hour. Ramps of the sky run over √(elevation / 90°), of the water over degrees below the horizon. */
export type Hour = {
  readonly night: boolean
  /** Where the light comes from; `disc` is what is seen of it. */
  readonly sun: {
    readonly bearing: number
    readonly elevation: number
    readonly disc?: { readonly radius: number; readonly ink: Ink }
  }
  readonly light: Ink
  readonly lit: number
  readonly shadow: Ink
  readonly shadowGain: number
  /** How far cut-outs between eye and light fall into shadow. */
  readonly against: number
  readonly toward: Ramp
  readonly away: Ramp
  readonly mist: number
  readonly cloud: { readonly ink: Ink; readonly rim: Ink; readonly rimBelow: boolean; readonly sparse: number }
  readonly figure: { readonly ink: Ink; readonly share: number }
  readonly water: Ramp
  readonly darkStroke: Ink
  readonly lightStroke: Ink
  readonly glitter: Ink
  readonly key: Ink
  readonly keyLight: Ink
  readonly lamps: number
  readonly flecks: number
}

export type HourName = 'dawn' | 'morning' | 'afternoon' | 'evening' | 'dusk' | 'nightfall' | 'night' | 'then'

type Sun = { readonly bearing: number; readonly elevation: number }

const dusk = (sun: Sun): Hour => ({
  night: false,
  sun: { ...sun, disc: { radius: 1.35, ink: 0xd9452f } },
  light: 0xffd09a,
  lit: 0.96,
  shadow: 0x1d2730,
  shadowGain: 0.4,
  against: 0.55,
  toward: [
    [0, 0xe3945a],
    [0.16, 0xe2ac70],
    [0.3, 0xe3c491],
    [0.42, 0xd6c9a4],
    [0.55, 0xb2bca9],
    [0.7, 0x8aa8a4],
    [0.85, 0x618e93],
    [1, 0x3d6b77],
  ],
  away: [
    [0, 0xd9b58c],
    [0.2, 0xcfbf9c],
    [0.36, 0xb6bfae],
    [0.52, 0x8ea9a6],
    [0.7, 0x658f94],
    [0.85, 0x487a83],
    [1, 0x34636f],
  ],
  mist: 0.72,
  cloud: { ink: 0xca7f66, rim: 0xf2cf9b, rimBelow: true, sparse: 0.648 },
  figure: { ink: inks.paper, share: 0.15 },
  water: [
    [0, 0xd8a26d],
    [2, 0xb99f7e],
    [6, 0x8b988a],
    [14, 0x55787a],
    [26, 0x33606a],
    [40, 0x1f4a56],
  ],
  darkStroke: 0x234750,
  lightStroke: 0xe5c79a,
  glitter: 0xf4a869,
  key: inks.ink,
  keyLight: 0xb9793f,
  lamps: 0.19,
  flecks: 1,
})

const morning = (sun: Sun): Hour => ({
  night: false,
  sun,
  light: 0xfff0d6,
  lit: 1,
  shadow: 0x25454f,
  shadowGain: 0.4,
  against: 0.22,
  toward: [
    [0, 0xf3e8d3],
    [0.18, 0xede5d1],
    [0.3, 0xdcdfd2],
    [0.42, 0xbdcdc9],
    [0.55, 0x94b6b8],
    [0.7, 0x689ea5],
    [0.85, 0x46838e],
    [1, 0x2f6b77],
  ],
  away: [
    [0, 0xece0cb],
    [0.15, 0xdedccd],
    [0.3, 0xb6cac8],
    [0.42, 0x92b6b8],
    [0.56, 0x659ea6],
    [0.7, 0x4c8993],
    [0.85, 0x3b7580],
    [1, 0x2b6370],
  ],
  mist: 1,
  cloud: { ink: 0xf0e9db, rim: 0xfbf6ea, rimBelow: false, sparse: 0.648 },
  figure: { ink: inks.paper, share: 0.15 },
  water: [
    [0, 0xdfe0d4],
    [2, 0xb3c7c3],
    [6, 0x7ba4a7],
    [14, 0x4c818a],
    [26, 0x346b77],
    [40, 0x245863],
  ],
  darkStroke: 0x275a67,
  lightStroke: 0xe9e6da,
  glitter: 0xfaf3e2,
  key: inks.ink,
  keyLight: 0x7fa0a0,
  lamps: 0,
  flecks: 1,
})

const afternoon = (sun: Sun): Hour => ({
  ...morning(sun),
  light: 0xffe2b0,
  shadow: 0x2a3b48,
  toward: [
    [0, 0xf2d9ac],
    [0.18, 0xeeddb8],
    [0.3, 0xe2deca],
    [0.42, 0xc3d0c8],
    [0.55, 0x97b9bb],
    [0.7, 0x74a3a6],
    [0.85, 0x4f878e],
    [1, 0x2e6a77],
  ],
  away: [
    [0, 0xe7ddc5],
    [0.15, 0xd5d9cb],
    [0.3, 0xadc6c5],
    [0.42, 0x86b0b4],
    [0.56, 0x699ca0],
    [0.7, 0x4f868c],
    [0.85, 0x35707c],
    [1, 0x285f6c],
  ],
  cloud: { ink: 0xf1e4cd, rim: 0xfff4dd, rimBelow: false, sparse: 0.635 },
  water: [
    [0, 0xdad4bd],
    [2, 0xa9bdb4],
    [6, 0x7b9c97],
    [14, 0x507f80],
    [26, 0x39676c],
    [40, 0x29545b],
  ],
  darkStroke: 0x235460,
  glitter: 0xf9e3b4,
})

/** Between the afternoon and the dusk: gold below, lamps not yet lit. */
const evening = (sun: Sun): Hour => ({
  ...afternoon(sun),
  light: 0xffd8a0,
  shadow: 0x273642,
  against: 0.36,
  toward: [
    [0, 0xecb878],
    [0.18, 0xebc58f],
    [0.3, 0xe3cfa8],
    [0.42, 0xcdd0b4],
    [0.55, 0xa5bfb1],
    [0.7, 0x7fa8a6],
    [0.85, 0x578a8f],
    [1, 0x376c78],
  ],
  away: [
    [0, 0xe0cba8],
    [0.15, 0xd2c9ae],
    [0.3, 0xb3c1b4],
    [0.42, 0x8fb0ae],
    [0.56, 0x6e9b9d],
    [0.7, 0x53868b],
    [0.85, 0x3b727c],
    [1, 0x2c616d],
  ],
  mist: 0.85,
  cloud: { ink: 0xe6b993, rim: 0xfbe3bd, rimBelow: true, sparse: 0.642 },
  water: [
    [0, 0xdabb8c],
    [2, 0xb0ae93],
    [6, 0x829a8e],
    [14, 0x537d7c],
    [26, 0x376469],
    [40, 0x255058],
  ],
  glitter: 0xf6c98a,
})

const night = (sun: Sun): Hour => ({
  night: true,
  sun: { ...sun, disc: { radius: 1.3, ink: inks.paper } },
  light: 0x8fb4b4,
  lit: 0.5,
  shadow: 0x10212b,
  shadowGain: 0.3,
  against: 0.4,
  toward: [
    [0, 0x6f9291],
    [0.14, 0x4f7a7e],
    [0.27, 0x336370],
    [0.42, 0x235462],
    [0.6, 0x1b4451],
    [0.8, 0x153641],
    [1, 0x112a35],
  ],
  away: [
    [0, 0x5f8485],
    [0.14, 0x426d73],
    [0.28, 0x2b5863],
    [0.44, 0x1f4a57],
    [0.62, 0x193d49],
    [0.8, 0x14323d],
    [1, 0x102832],
  ],
  mist: 0.72,
  cloud: { ink: 0x2f5b66, rim: 0x638a8a, rimBelow: false, sparse: 0.655 },
  figure: { ink: 0x2d6572, share: 0.2 },
  water: [
    [0, 0x5e8586],
    [2, 0x47727a],
    [6, 0x325f69],
    [14, 0x224c58],
    [26, 0x193d49],
    [40, 0x122d38],
  ],
  darkStroke: 0x102a35,
  lightStroke: 0x5d8b8e,
  glitter: 0xf4ebdd,
  key: 0x0c1a22,
  keyLight: 0x3f6d72,
  lamps: 0.32,
  flecks: 0.5,
})

/** Before the sun is high: rose below, much mist on the water. */
const dawn = (sun: Sun): Hour => ({
  ...dusk(sun),
  sun: { ...sun, disc: { radius: 1.3, ink: 0xe0634a } },
  light: 0xffdcc0,
  lit: 0.98,
  shadow: 0x253744,
  against: 0.42,
  toward: [
    [0, 0xeab28c],
    [0.14, 0xecc4a1],
    [0.28, 0xe6d3ba],
    [0.42, 0xcdd3c6],
    [0.55, 0xa5c0c0],
    [0.7, 0x7aa4ac],
    [0.85, 0x52808d],
    [1, 0x386473],
  ],
  away: [
    [0, 0xd5bfb2],
    [0.18, 0xc4bfba],
    [0.34, 0xa6b7ba],
    [0.52, 0x809fa8],
    [0.7, 0x5f8894],
    [0.85, 0x467080],
    [1, 0x345b6b],
  ],
  mist: 1.1,
  cloud: { ink: 0xd9988a, rim: 0xf7dcc4, rimBelow: true, sparse: 0.645 },
  water: [
    [0, 0xdab89c],
    [2, 0xb7ada1],
    [6, 0x88a0a2],
    [14, 0x547f89],
    [26, 0x366671],
    [40, 0x225260],
  ],
  darkStroke: 0x285360,
  lightStroke: 0xe9d2bd,
  glitter: 0xf7c59e,
  keyLight: 0x9a8a80,
  lamps: 0.06,
})

/** The sun has just gone: its last band of light lies on the horizon, and lamps are lit. */
const nightfall = (sun: Sun): Hour => ({
  ...night(sun),
  sun,
  light: 0xd9b28c,
  lit: 0.62,
  shadow: 0x16262f,
  toward: [
    [0, 0xcf8c5e],
    [0.1, 0xb98d6c],
    [0.2, 0x93887a],
    [0.32, 0x647d80],
    [0.46, 0x3f6874],
    [0.62, 0x295561],
    [0.8, 0x1d424f],
    [1, 0x16343f],
  ],
  away: [
    [0, 0x93948b],
    [0.14, 0x6b8385],
    [0.28, 0x4b727b],
    [0.44, 0x345f6b],
    [0.62, 0x244d59],
    [0.8, 0x1b3e4a],
    [1, 0x15323c],
  ],
  cloud: { ink: 0x6f6b70, rim: 0xc98a68, rimBelow: true, sparse: 0.65 },
  water: [
    [0, 0xa8866a],
    [2, 0x7a7f79],
    [6, 0x507074],
    [14, 0x315c67],
    [26, 0x214a56],
    [40, 0x173844],
  ],
  darkStroke: 0x16333f,
  lightStroke: 0x8a938c,
  glitter: 0xe2a375,
  key: 0x0e1d25,
  keyLight: 0x8a6c4f,
  flecks: 0.7,
})

const then = (sun: Sun): Hour => ({
  night: false,
  sun,
  light: 0xffdfae,
  lit: 0.97,
  shadow: 0x3a261f,
  shadowGain: 0.42,
  against: 0.25,
  toward: [
    [0, 0xe9d2a4],
    [0.18, 0xe3c794],
    [0.3, 0xdcbb85],
    [0.42, 0xcfaa75],
    [0.55, 0xc0966a],
    [0.7, 0xaa8059],
    [0.85, 0x8f694b],
    [1, 0x6f5040],
  ],
  away: [
    [0, 0xe0c798],
    [0.15, 0xd6b788],
    [0.3, 0xc9a473],
    [0.44, 0xb68e64],
    [0.6, 0x9d7856],
    [0.8, 0x7e5d47],
    [1, 0x644839],
  ],
  mist: 1.25,
  cloud: { ink: 0xe6cfa0, rim: 0xf3e4c0, rimBelow: false, sparse: 0.648 },
  figure: { ink: inks.paper, share: 0.15 },
  water: [
    [0, 0xd3bd92],
    [2, 0xab9d7b],
    [6, 0x8a866d],
    [14, 0x6a6c5d],
    [26, 0x525b52],
    [40, 0x414b45],
  ],
  darkStroke: 0x3b4742,
  lightStroke: 0xe2d3b0,
  glitter: 0xf3e0b3,
  key: 0x1c1a1b,
  keyLight: 0xa07a52,
  lamps: 0,
  flecks: 1,
})

export const hours: Readonly<Record<HourName, (sun: Sun) => Hour>> = {
  dawn,
  morning,
  afternoon,
  evening,
  dusk,
  nightfall,
  night,
  then,
}
