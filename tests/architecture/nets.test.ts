import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { detectorVersion } from '@riverside/smile'
import { describe, expect, test } from 'vitest'

const require = createRequire(import.meta.url)
const shipped = (name: string): Buffer => readFileSync(resolve(import.meta.dirname, '../../assets/models', name))

describe('the nets we ship', () => {
  test('are the ones that every live quarter-hour names', () => {
    const { detector, expression } = JSON.parse(shipped('models.json').toString('utf8'))
    expect(detectorVersion).toBe(`${detector.version}+${expression.version}`)
  })

  test('read a smile with the weights of face-api, byte for byte', () => {
    const original = readFileSync(require.resolve('@vladmandic/face-api/model/face_expression_model.bin'))
    expect(shipped('expression.bin').equals(original)).toBe(true)
  })

  test.each(['blazeface.bin', 'blazeface.json'])('find a face with BlazeFace as it was published: %s', (name) => {
    const human = dirname(dirname(require.resolve('@vladmandic/human')))
    expect(shipped(name).equals(readFileSync(resolve(human, 'models', name)))).toBe(true)
  })
})
