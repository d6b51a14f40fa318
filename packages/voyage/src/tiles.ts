import type { Vector } from './angles.ts'

/** The six faces of a cube seen from its middle, in the order in which they are stored: front, right, back, left, up, down. */
export const faces = ['f', 'r', 'b', 'l', 'u', 'd'] as const
export type Face = (typeof faces)[number]

/** Pixels along one edge of a tile, without its gutter. */
export const tileSize = 512

/** Pixels along one edge of a face at every level, coarsest first: halved from the finest until a face is one tile. */
export function levelSizes(face: number): readonly number[] {
  const sizes = [face]
  for (let size = face; size > tileSize; size = sizes[0] ?? tileSize) sizes.unshift(size / 2)
  return sizes
}

/** Tiles along one edge of a face of so many pixels. */
export const tilesAlong = (size: number): number => Math.ceil(size / tileSize)

export type TileAddress = {
  readonly level: number
  readonly face: Face
  readonly row: number
  readonly column: number
}

/** Where a tile lies, from the folder of its `tiles.json`. */
export const tilePath = ({ level, face, row, column }: TileAddress, kind: 'webp' | 'jpg'): string =>
  `${level}/${face}-${row}-${column}.${kind}`

/** Every tile of a sphere, the coarsest first. */
export function* tilesOf(face: number): Generator<TileAddress> {
  for (const [level, size] of levelSizes(face).entries())
    for (const side of faces)
      for (let row = 0; row < tilesAlong(size); row += 1)
        for (let column = 0; column < tilesAlong(size); column += 1) yield { level, face: side, row, column }
}

/**
 * The direction behind a point of a face, not of unit length: u to the right and v downwards from −1 to 1 over the face, further in its
 * gutter. World x right, y up, z forward, where forward is the middle of the front face.
 */
export function faceDirection(face: Face, u: number, v: number): Vector {
  switch (face) {
    case 'f':
      return [u, -v, 1]
    case 'r':
      return [1, -v, -u]
    case 'b':
      return [-u, -v, -1]
    case 'l':
      return [-1, -v, u]
    case 'u':
      return [u, 1, v]
    case 'd':
      return [u, -1, -v]
  }
}

/** The face a direction falls on and where: `faceDirection` undone. */
export function faceOf([x, y, z]: Vector): { readonly face: Face; readonly u: number; readonly v: number } {
  const [ax, ay, az] = [Math.abs(x), Math.abs(y), Math.abs(z)]
  if (az >= ax && az >= ay) return z > 0 ? { face: 'f', u: x / az, v: -y / az } : { face: 'b', u: -x / az, v: -y / az }
  if (ax >= ay) return x > 0 ? { face: 'r', u: -z / ax, v: -y / ax } : { face: 'l', u: z / ax, v: -y / ax }
  return y > 0 ? { face: 'u', u: x / ay, v: z / ay } : { face: 'd', u: x / ay, v: -z / ay }
}
