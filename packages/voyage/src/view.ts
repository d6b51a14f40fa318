import type { Vector } from './angles.ts'

/**
 * How a sphere is looked at. Radians; world x right (east), y up, z forward (north): yaw 0 looks along z, positive to the right
 * (clockwise from above); pitch positive up; field of view is vertical, more than 0 and less than π.
 */
export type View = { readonly yaw: number; readonly pitch: number; readonly field: number }

/** Rows of the rotation from the eye to the world: first pitch, then yaw. */
export function eyeToWorld({ yaw, pitch }: View): readonly [...Nine] {
  const [sy, cy, sp, cp] = [Math.sin(yaw), Math.cos(yaw), Math.sin(pitch), Math.cos(pitch)]
  return [cy, -sy * sp, sy * cp, 0, cp, sp, -sy, -cy * sp, cy * cp]
}

type Nine = [number, number, number, number, number, number, number, number, number]
/** A direction in the world: x east, y up, z north. */
export type Ray = Vector

/** The direction in the world behind a point of the screen: x and y from −1 to 1, y up. Not of unit length. */
export function rayThrough(view: View, aspect: number, x: number, y: number): Ray {
  const tall = Math.tan(view.field / 2)
  const [a, b, c, d, e, f, g, h, i] = eyeToWorld(view)
  const [right, up] = [x * tall * aspect, y * tall]
  return [a * right + b * up + c, d * right + e * up + f, g * right + h * up + i]
}

/** Where a direction of the world falls on the screen, x and y from −1 to 1, or undefined behind the eye. */
export function onScreen(view: View, aspect: number, ray: Ray): { readonly x: number; readonly y: number } | undefined {
  const tall = Math.tan(view.field / 2)
  const [a, b, c, d, e, f, g, h, i] = eyeToWorld(view)
  const depth = c * ray[0] + f * ray[1] + i * ray[2]
  if (depth <= 1e-6) return undefined
  const right = a * ray[0] + d * ray[1] + g * ray[2]
  const up = b * ray[0] + e * ray[1] + h * ray[2]
  return { x: right / depth / (tall * aspect), y: up / depth / tall }
}
