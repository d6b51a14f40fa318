import { looking, type WallSheet } from '../wall/wall-print.ts'

/** The wall's river, from nearer: the water takes the whole screen, and words stand in its sky. */
export const lyingRiver: WallSheet = {
  view: { width: 1920, height: 1080, horizon: 560, vanish: 960, ...looking },
  bridge: {
    pylons: [
      { x: 1250, height: 250 },
      { x: 1660, height: 252 },
    ],
    from: 980,
  },
  farBank: { tall: 62 },
  field: { left: 60, top: 592, width: 1800, height: 300 },
}

export const standingRiver: WallSheet = {
  view: { width: 1080, height: 1920, horizon: 800, vanish: 540, ...looking },
  bridge: {
    pylons: [
      { x: 690, height: 190 },
      { x: 970, height: 192 },
    ],
    from: 500,
  },
  farBank: { tall: 62 },
  field: { left: 50, top: 836, width: 980, height: 640 },
}
