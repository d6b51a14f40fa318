import { seededChance } from '@riverside/kit'
import { describe, expect, test } from 'vitest'
import { type Pixels, shrunk } from './resample.ts'
import { horizonTilt } from './tilt.ts'

const degree = Math.PI / 180

/** Posts all round, seen by a camera that leans so many degrees towards its right: what stands upright leans to the left. */
function posts(leaning: number): Pixels {
  const width = 2048
  const height = width / 2
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 3) {
      const yaw = ((x + 0.5) / width - 0.5) * 2 * Math.PI
      const pitch = (0.5 - (y + 0.5) / height) * Math.PI
      const [right, up, ahead] = [Math.cos(pitch) * Math.sin(yaw), Math.sin(pitch), Math.cos(pitch) * Math.cos(yaw)]
      const [worldRight, worldUp] = [
        right * Math.cos(leaning * degree) + up * Math.sin(leaning * degree),
        -right * Math.sin(leaning * degree) + up * Math.cos(leaning * degree),
      ]
      const bearing = Math.atan2(worldRight, ahead)
      // A lens draws an edge over two or three pixels.
      const post = Math.abs(worldUp) > 0.4 ? 0 : Math.min(1, Math.max(0, (Math.sin(bearing * 30) - 0.5) / 0.2 + 0.5))
      const ground = worldUp > 0 ? 190 : 120
      data.fill(Math.round(ground + (60 - ground) * post), at, at + 3)
    }
  // Small, as the import looks at it: edges are soft, and their slope can be told.
  return shrunk({ width, height, data }, 768)
}

describe('the tilt of a horizon', () => {
  test('is nothing where posts stand upright', () => {
    expect(horizonTilt(posts(0))?.degrees).toBeLessThan(0.4)
  })

  test.each([3, 7])('of %d° is found from what stands upright, with the side on which it is highest', (leaning) => {
    const tilt = horizonTilt(posts(leaning))
    expect(tilt?.degrees).toBeCloseTo(leaning, 0)
    // The horizon rises on the right, three quarters across.
    expect(Math.abs((tilt?.highest ?? 0) - 0.75)).toBeLessThan(0.04)
  })

  test('is not guessed from grain', () => {
    const chance = seededChance(5)
    const data = new Uint8Array(512 * 256 * 3)
    for (let at = 0; at < data.length; at += 3) data.fill(40 + 170 * chance(), at, at + 3)
    expect(horizonTilt({ width: 512, height: 256, data })).toBeUndefined()
  })

  test('is not guessed where nothing stands upright', () => {
    const data = new Uint8Array(512 * 256 * 3).map((_, at) => (at / 3 < 512 * 128 ? 190 : 90))
    expect(horizonTilt({ width: 512, height: 256, data })).toBeUndefined()
  })
})
