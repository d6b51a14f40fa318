import type { ImportProgress } from './import-panorama.ts'

const stages = {
  reading: { zh: '读图', en: 'reading' },
  cutting: { zh: '切块', en: 'cutting tiles' },
} as const

/** Cells of the bar. */
const cells = 28

/** A bar that is drawn over itself on a terminal; a line at each quarter where the words go to a file. */
export function progressBar(out: NodeJS.WriteStream): { readonly hear: ImportProgress; readonly end: () => void } {
  let said = ''
  const show = (text: string) => {
    if (text === said) return
    said = text
    out.write(out.isTTY ? `\r\x1b[2K${text}` : `${text}\n`)
  }
  return {
    hear: (done, of, stage) => {
      const { zh, en } = stages[stage]
      const share = of === 0 ? 0 : done / of
      if (!out.isTTY) {
        show(`  ${zh} ${en} ${Math.floor(share * 4) * 25} %`)
        return
      }
      const full = Math.round(share * cells)
      show(`  ${zh} ${en} ${'█'.repeat(full)}${'░'.repeat(cells - full)} ${Math.floor(share * 100)} %`)
    },
    end: () => {
      if (out.isTTY && said !== '') out.write('\r\x1b[2K')
    },
  }
}
