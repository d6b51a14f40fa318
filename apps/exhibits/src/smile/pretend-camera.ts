import type { Camera } from './camera.ts'

export function pretendCamera(): Camera {
  throw new Error('not yet')
}
