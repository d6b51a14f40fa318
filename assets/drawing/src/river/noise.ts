/** A lattice of chance, 64 to a side, that repeats: the same numbers on every machine. */
const side = 64
const mask = side - 1
const lattice = new Uint8Array(side * side * side)
{
  let state = 0x51ed270b
  for (let i = 0; i < lattice.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    lattice[i] = (state ^ (state >>> 13)) >>> 24
  }
}

/** Smooth noise in [0, 1] with a wave of about two units; the mean is 0.5. */
export function noise(x: number, y: number, z: number): number {
  const fx = Math.floor(x)
  const fy = Math.floor(y)
  const fz = Math.floor(z)
  let u = x - fx
  let v = y - fy
  let w = z - fz
  u = u * u * (3 - 2 * u)
  v = v * v * (3 - 2 * v)
  w = w * w * (3 - 2 * w)
  const x0 = fx & mask
  const x1 = (x0 + 1) & mask
  const y0 = (fy & mask) << 6
  const y1 = ((fy + 1) & mask) << 6
  const z0 = (fz & mask) << 12
  const z1 = ((fz + 1) & mask) << 12
  const a = lattice[z0 + y0 + x0]!
  const b = lattice[z0 + y1 + x0]!
  const c = lattice[z1 + y0 + x0]!
  const d = lattice[z1 + y1 + x0]!
  const low = a + (lattice[z0 + y0 + x1]! - a) * u
  const high = b + (lattice[z0 + y1 + x1]! - b) * u
  const lowFar = c + (lattice[z1 + y0 + x1]! - c) * u
  const highFar = d + (lattice[z1 + y1 + x1]! - d) * u
  const near = low + (high - low) * v
  const far = lowFar + (highFar - lowFar) * v
  return (near + (far - near) * w) / 255
}

/** One number in [0, 1) for a cell of whole numbers. */
export function cell(a: number, b: number, c = 0): number {
  let h = Math.imul(a | 0, 0x27d4eb2d) ^ Math.imul(b | 0, 0x165667b1) ^ Math.imul(c | 0, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}
