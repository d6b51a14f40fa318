import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Lifetime } from '@riverside/kit'
import { cardOf, codeText, type Stroke } from '@riverside/postcard'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { handwriting } from '../../../../packages/postcard/src/take-home/hand-for-tests.ts'
import { codeReaders } from './code-trials.ts'

const command = join(import.meta.dirname, '../postcard/postcard-command.ts')
const ask = (...asked: string[]) => promisify(execFile)(process.execPath, ['--import', 'tsx', command, ...asked])

function folderWith(life: Lifetime, strokes: readonly Stroke[]): string {
  const place = life.own(mkdtempSync(join(tmpdir(), 'riverside-link-')), (path) => rmSync(path, { recursive: true }))
  writeFileSync(join(place, 'strokes.json'), JSON.stringify(strokes.map(({ pen, points }) => ({ pen, points }))))
  return place
}

describe('npm run postcard', () => {
  test('makes a code that three readers read, and a link that holds every stroke', async () => {
    using life = new Lifetime()
    const strokes = handwriting('江风正好给你留一张')
    const place = folderWith(life, strokes)
    const where = ['--strokes', join(place, 'strokes.json'), '--out', join(place, 'made')]
    await ask('make', ...where, '--scene', 'waterworks', '--page', 'https://cards.example.org/p/')
    const link = readFileSync(join(place, 'made/link.txt'), 'utf8').trim()
    const { data, info } = await sharp(join(place, 'made/qr.png'))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    for (const [name, read] of Object.entries(codeReaders))
      expect([name, await read({ data, width: info.width, height: info.height })]).toEqual([name, codeText(link)])
    const card = cardOf(link.split('#')[1] ?? '')
    expect(card.ok && [card.value.scene, card.value.strokes.length]).toEqual(['waterworks', strokes.length])
  })

  test('makes the card without a link where there is more ink than a code holds, and says so', async () => {
    using life = new Lifetime()
    const place = folderWith(life, Array.from({ length: 9 }, () => handwriting('江风正好给你留一张')).flat())
    const where = ['--strokes', join(place, 'strokes.json'), '--out', join(place, 'made')]
    const { stdout } = await ask('make', ...where, '--scene', 'waterworks')
    expect(stdout).toContain('No link: there is more ink on this card than a code holds')
    expect(readdirSync(join(place, 'made')).sort()).toEqual(['back.png', 'card.pdf', 'front.png'])
  })
})
