export { likeness, onScreen, type Pixels, type Ray, rayThrough, reproject, type View } from '@riverside/voyage'
export { seenFrom, shownAt } from './corridor.ts'
export { type Bring, Gallery, type Picture } from './gallery.ts'
export { Panorama, type Showing, type Standpoint, uploadLimits } from './panorama.ts'
