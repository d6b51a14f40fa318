export type { Bring } from './bring.ts'
export { seenFrom, shownAt } from './corridor.ts'
export { Panorama, type Showing, type Standpoint, uploadLimits } from './panorama.ts'
export type { Picture, Readiness } from './picture.ts'
