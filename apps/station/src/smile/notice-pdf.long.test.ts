import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StationFile } from '@riverside/contract'
import { notice } from '@riverside/smile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noticePdf } from './notice-pdf.ts'
import { reportInks } from './report-letters.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'riverside-notice-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = StationFile.parse({
  station: {
    id: 'pier',
    name: { zh: '杨树浦驿站', en: 'Yangshupu Station' },
    place: { zh: '秦皇岛路码头', en: 'Qinhuangdao Road Wharf' },
  },
  smile: {
    compliance: {
      assessment: '2026-07',
      legalBasis: '同意',
      responsible: '林晓',
      signageChecked: '2026-03-01',
      expires: '2027-03-01',
    },
  },
})

function poppler(tool: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Uint8Array): string {
  const path = join(folder, 'notice.pdf')
  writeFileSync(path, pdf)
  return spawnSync(tool, tool === 'pdftotext' ? [path, '-'] : [path], { encoding: 'utf8' }).stdout
}

describe('the sign at the door', () => {
  test('says word for word what the screen says, in both languages, and whose it is', async () => {
    const text = poppler('pdftotext', await noticePdf(file, 'A4', '2026-03-14')).replace(/\s/g, '')
    const said = [notice.question, notice.responsible, ...notice.reasons.flatMap(({ name, text }) => [name, text])]
    const whose = [file.station.name, file.station.place, { zh: '林晓', en: '林晓' }]
    for (const { zh, en } of [...said, ...whose])
      for (const words of [zh, en]) expect(text).toContain(words.replace(/\s/g, ''))
  })

  test('brings its letters with it and is one page of the size asked for', async () => {
    for (const [size, measure] of [
      ['A4', '595.28 x 841.89'],
      ['A3', '841.89 x 1190.55'],
    ] as const) {
      const pdf = await noticePdf(file, size, '2026-03-14')
      const facts = poppler('pdfinfo', pdf)
      expect(facts).toContain(measure)
      expect(facts).toMatch(/Pages:\s+1\n/)
      const fonts = poppler('pdffonts', pdf).trim().split('\n').slice(2)
      expect(fonts.length).toBeGreaterThan(3)
      for (const font of fonts) expect(font).toMatch(/\byes yes yes\b/)
    }
  })

  test('stands off its ground by seven to one at least', () => {
    const { ink, paper, brick } = reportInks
    for (const [letters, ground] of [
      [ink, '#FFFFFF'],
      [brick, '#FFFFFF'],
      [paper, ink],
    ] as const)
      expect(contrast(letters, ground)).toBeGreaterThan(7)
  })
})

/** WCAG 2.2: relative luminances and their ratio. */
function contrast(a: string, b: string): number {
  const luminance = (ink: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(ink.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return (light + 0.05) / (dark + 0.05)
}
