import { describe, expect, test } from 'vitest'
import type { FaceSeen } from './face.ts'
import { SubjectReader, type SubjectSight } from './subject.ts'

const face = (x: number, size: number, happy: number): FaceSeen => ({
  box: { x, y: 100, width: size, height: size },
  score: 0.9,
  happy,
})

/** Ten looks a second from one time to another. */
function watch(reader: SubjectReader, faces: readonly FaceSeen[], from: number, to: number): readonly SubjectSight[] {
  const sights: SubjectSight[] = []
  for (let at = from; at < to; at += 100) sights.push(reader.see({ at, width: 640, faces }))
  return sights
}
const readings = (sights: readonly SubjectSight[]) => sights.flatMap(({ read }) => (read ? [read.decision] : []))

describe('the face a calibration frames', () => {
  test('is the nearest, and is read once after four seconds', () => {
    const reader = new SubjectReader()
    const sights = watch(reader, [face(60, 60, 0.1), face(300, 120, 0.9)], 0, 9000)
    expect(sights.at(-1)?.frame?.width).toBe(120)
    expect(readings(sights)).toEqual(['smiling'])
  })

  test('is followed by another only when it was asked for, and nobody is framed twice', () => {
    const reader = new SubjectReader()
    const both = [face(60, 60, 0.1), face(300, 120, 0.9)]
    watch(reader, both, 0, 5000)
    reader.next()
    const sights = watch(reader, both, 5000, 10_000)
    expect(sights.at(0)?.frame?.width).toBe(60)
    expect(readings(sights)).toEqual(['not-smiling'])
    reader.next()
    expect(watch(reader, both, 10_000, 12_000).every(({ frame }) => frame === undefined)).toBe(true)
  })

  test('is read when it goes before its four seconds are over, as metering would', () => {
    const reader = new SubjectReader()
    watch(reader, [face(300, 120, 0.9)], 0, 2000)
    expect(readings(watch(reader, [], 2000, 5000))).toEqual(['smiling'])
  })

  test('is lost without an answer where it was only glimpsed', () => {
    const reader = new SubjectReader()
    watch(reader, [face(300, 120, 0.9)], 0, 600)
    const after = watch(reader, [], 600, 4000)
    expect(readings(after)).toEqual([])
    expect(after.filter(({ isLost }) => isLost)).toHaveLength(1)
  })

  test('is nobody where there is none', () => {
    expect(watch(new SubjectReader(), [], 0, 1000).every(({ frame }) => frame === undefined)).toBe(true)
  })
})
