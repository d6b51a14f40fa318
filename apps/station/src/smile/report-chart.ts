import type { BreakdownRow } from '@riverside/smile'
import type { Control } from './daily-checks.ts'
import { type Ink, reportInks, type reportLetters } from './report-letters.ts'

type Frame = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Passages by the hour as bars, smile rates as dots with their intervals. Gives the lower edge in points. */
export function hourChart(
  document: PDFKit.PDFDocument,
  letters: ReturnType<typeof reportLetters>,
  hours: readonly BreakdownRow[],
  frame: Frame,
): number {
  const plot = { x: frame.x + 34, y: frame.y + 20, width: frame.width - 68, height: frame.height - 42 }
  const top = roundUp(Math.max(1, ...hours.flatMap((hour) => [hour.in ?? 0, hour.out ?? 0])))
  const bottom = plot.y + plot.height
  const ofCount = (value: number) => bottom - (value / top) * plot.height
  const ofShare = (value: number) => bottom - value * plot.height

  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    const y = bottom - part * plot.height
    document
      .moveTo(plot.x, y)
      .lineTo(plot.x + plot.width, y)
      .lineWidth(0.4)
      .stroke(reportInks.mist)
    if ((top * part) % 1 === 0)
      letters.set((top * part).toLocaleString('en-US'), {
        x: frame.x,
        y: y + 3,
        size: 7.5,
        ink: 'grey',
        width: 29,
        align: 'right',
      })
    letters.set(`${100 * part} %`, { x: plot.x + plot.width + 5, y: y + 3, size: 7.5, ink: 'grey' })
  }
  const step = plot.width / hours.length
  const bar = Math.min(16, step * 0.3)
  for (const [at, hour] of hours.entries()) {
    const middle = plot.x + (at + 0.5) * step
    const doors = [
      { passages: hour.in, door: hour.entry, ink: 'brick', x: middle - bar / 2 - 0.5 },
      { passages: hour.out, door: hour.exit, ink: 'river', x: middle + bar / 2 + 0.5 },
    ] as const
    for (const { passages, door, ink, x } of doors) {
      if (passages !== null)
        document
          .fillOpacity(0.28)
          .rect(x - bar / 2, ofCount(passages), bar, bottom - ofCount(passages))
          .fill(reportInks[ink])
          .fillOpacity(1)
      if (door.rate === null || door.low === null || door.high === null) continue
      document.moveTo(x, ofShare(door.low)).lineTo(x, ofShare(door.high)).lineWidth(1.1).stroke(reportInks[ink])
      document.circle(x, ofShare(door.rate), 2.6).fill(reportInks[ink])
    }
    letters.set(`${hour.at} 时`, {
      x: middle - step / 2,
      y: bottom + 13,
      size: 8,
      ink: 'grey',
      width: step,
      align: 'center',
    })
  }
  const legend = (x: number, ink: Ink, word: string) => {
    document.circle(x, frame.y + 8, 3).fill(reportInks[ink])
    letters.set(word, { x: x + 7, y: frame.y + 11, size: 8.5, ink })
  }
  legend(plot.x + 4, 'brick', '进门')
  legend(plot.x + 48, 'river', '出门')
  letters.set('人次（左）　笑脸率与 95 % 区间（右）', {
    x: plot.x,
    y: frame.y + 11,
    size: 8,
    ink: 'grey',
    width: plot.width,
    align: 'right',
  })
  return frame.y + frame.height
}

/** The smile rates of one door by the day within the limits of its control chart; days outside are filled. Gives the lower edge. */
export function controlPicture(
  document: PDFKit.PDFDocument,
  letters: ReturnType<typeof reportLetters>,
  { door, centre, points }: Control,
  frame: Frame,
): number {
  const plot = { x: frame.x + 34, y: frame.y + 6, width: frame.width - 40, height: frame.height - 24 }
  const bottom = plot.y + plot.height
  const ink = door === 'entry' ? 'brick' : 'river'
  const most = Math.min(1, Math.ceil(10 * Math.max(...points.flatMap(({ high, rate }) => [high, rate]))) / 10)
  const ofShare = (share: number) => bottom - (share / most) * plot.height
  const step = plot.width / points.length
  const middle = (at: number) => plot.x + (at + 0.5) * step
  for (const share of [0, most / 2, most]) {
    document
      .moveTo(plot.x, ofShare(share))
      .lineTo(plot.x + plot.width, ofShare(share))
      .lineWidth(0.4)
      .stroke(reportInks.mist)
    letters.set(`${Math.round(100 * share)} %`, {
      x: frame.x,
      y: ofShare(share) + 3,
      size: 7.5,
      ink: 'grey',
      width: 29,
      align: 'right',
    })
  }
  // Limits are steps, each day of its own width: how many came decides how far chance may carry it.
  document.fillOpacity(0.13)
  for (const [at, { low, high }] of points.entries())
    document.rect(middle(at) - step / 2, ofShare(high), step, ofShare(low) - ofShare(high)).fill(reportInks[ink])
  document.fillOpacity(1)
  document
    .moveTo(plot.x, ofShare(centre))
    .lineTo(plot.x + plot.width, ofShare(centre))
    .lineWidth(0.7)
    .dash(3, { space: 2 })
    .stroke(reportInks[ink])
    .undash()
  for (const [at, { rate }] of points.entries())
    if (at === 0) document.moveTo(middle(at), ofShare(rate))
    else document.lineTo(middle(at), ofShare(rate))
  document.lineWidth(0.9).stroke(reportInks[ink])
  for (const [at, { day, rate, isOutside }] of points.entries()) {
    document.circle(middle(at), ofShare(rate), isOutside ? 3.4 : 1.8).fill(reportInks[isOutside ? 'rust' : ink])
    if (at % Math.ceil(points.length / 12) === 0)
      letters.set(`${Number(day.slice(5, 7))}-${day.slice(8)}`, {
        x: middle(at) - 20,
        y: bottom + 12,
        size: 7.5,
        ink: 'grey',
        width: 40,
        align: 'center',
      })
  }
  return frame.y + frame.height
}

/** The next round number: 1, 2, 4, 8 or 10 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 8, 10].find((step) => step * power >= value) ?? 10) * power
}
