import { faceDirection, faces } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toLight, toValue } from './light.ts'
import { averagePolarRows, halved, type Pixels, shrunk, takeFace } from './resample.ts'

/** A sphere whose colour says the direction: red to the right, green up, blue ahead. */
function telling(width: number): Pixels {
  const height = width / 2
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 3) {
      const yaw = ((x + 0.5) / width - 0.5) * 2 * Math.PI
      const pitch = (0.5 - (y + 0.5) / height) * Math.PI
      const level = Math.cos(pitch)
      data.set(valuesOf(level * Math.sin(yaw), Math.sin(pitch), level * Math.cos(yaw)), at)
    }
  return { width, height, data }
}

const valuesOf = (x: number, y: number, z: number) => [x, y, z].map((part) => Math.round(128 + 120 * part))

const even = (width: number, values: readonly number[]): Pixels => ({
  width,
  height: width / 2,
  data: Uint8Array.from({ length: (width * width * 3) / 2 }, (_, at) => values[at % 3] ?? 0),
})

describe('a face of a sphere', () => {
  const sphere = telling(512)
  averagePolarRows(sphere, 160, 0, sphere.height)

  test.each(faces)('%s shows every direction in its place, and goes on beyond its edges', (face) => {
    const size = 96
    const margin = 3
    const { data } = takeFace(sphere, face, size, margin)
    const edge = size + 2 * margin
    let worst = 0
    for (let j = 0; j < edge; j += 1)
      for (let i = 0; i < edge; i += 1) {
        const [x, y, z] = faceDirection(face, (2 * (i - margin + 0.5)) / size - 1, (2 * (j - margin + 0.5)) / size - 1)
        const length = Math.hypot(x, y, z)
        for (const [colour, value] of valuesOf(x / length, y / length, z / length).entries())
          worst = Math.max(worst, Math.abs(value - (data[(j * edge + i) * 3 + colour] ?? 0)))
      }
    expect(worst).toBeLessThanOrEqual(2)
  })

  test('of one tone keeps that tone to the last value, whatever is done to it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...faces), fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), (face, values) => {
        const plain = even(64, values)
        averagePolarRows(plain, 20, 0, plain.height)
        for (const { data } of [takeFace(plain, face, 16, 4), halved(takeFace(plain, face, 16, 4)), shrunk(plain, 16)])
          expect([...data.slice(0, 3), ...data.slice(-3)]).toEqual([...values, ...values])
      }),
      { numRuns: 30 },
    )
  })

  test('shows a restless pole as the average of what meets there, without crumbs', () => {
    const restless = even(512, [0, 0, 0])
    for (let at = 0; at < restless.data.length; at += 3) restless.data.fill((at / 3) % 2 === 0 ? 0 : 255, at, at + 3)
    averagePolarRows(restless, 160, 0, restless.height)
    const { data } = takeFace(restless, 'u', 64, 0)
    const middle = [28, 32, 36].flatMap((j) => [28, 32, 36].map((i) => data[(j * 64 + i) * 3] ?? 0))
    for (const value of middle) expect(Math.abs(value - toValue(0.5))).toBeLessThanOrEqual(8)
  })
})

describe('half a face', () => {
  test('averages light and not values: black and white make the grey that is half as bright', () => {
    const chequered = new Uint8Array(16 * 16 * 3).map((_, at) =>
      (Math.floor(at / 3) + Math.floor(at / 48)) % 2 === 0 ? 0 : 255,
    )
    const half = halved({ size: 12, margin: 2, data: chequered })
    expect(half).toMatchObject({ size: 6, margin: 1 })
    expect([...new Set(half.data)]).toEqual([188])
  })
})

describe('light', () => {
  test('and values turn into each other without loss', () => {
    for (let value = 0; value < 256; value += 1) expect(toValue(toLight[value] ?? 0)).toBe(value)
  })
})
