export { type Bring, Gallery, type Picture } from './gallery.ts'
export { Panorama, type Showing, type Standpoint, uploadLimits } from './panorama.ts'
export { likeness, type Pixels, reproject } from './reproject.ts'
export { onScreen, type Ray, rayThrough, type View } from './view.ts'
