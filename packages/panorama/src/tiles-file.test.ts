import { TilesFile } from '@riverside/voyage'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTilesFile } from './tiles-file.ts'

const good = { format: 1, face: 2560, gutter: 1, kind: 'webp', preview: 'data:image/webp;base64,UklGRg==' }
const anyThing = fc.oneof(
  fc.constantFrom(0, 1, 2, 4, 5, 511, 512, 1536, 8192, 8704, 512.5),
  fc.string(),
  fc.constant(null),
)

describe('what a sphere says of its tiles', () => {
  test('is read where the voyage’s own schema reads it, and nowhere else', () => {
    const anyFile = fc.record(
      {
        format: fc.oneof(fc.constant(1), anyThing),
        face: fc.oneof(fc.constant(2560), anyThing),
        gutter: fc.oneof(fc.constant(2), anyThing),
        kind: fc.constantFrom('webp', 'jpg', 'avif', 3),
        preview: fc.constantFrom(
          good.preview,
          'data:image/png;base64,AA==',
          'https://elsewhere/',
          '',
          `${good.preview}!`,
        ),
        more: fc.constant(1),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(anyFile, anyThing, fc.constant(good)), (json) => {
        const { success, data } = TilesFile.safeParse(json)
        expect(readTilesFile(json)).toEqual(success ? data : undefined)
      }),
      { numRuns: 500, examples: [[good], [{ ...good, preview: `data:image/webp;base64,${'A'.repeat(24_000)}` }]] },
    )
  })
})
