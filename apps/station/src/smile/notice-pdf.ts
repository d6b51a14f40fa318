import type { StationFile } from '@riverside/contract'
import { type Chance, seededChance } from '@riverside/kit'
import { notice } from '@riverside/smile'
import PDFDocument from 'pdfkit'
import { reportInks, reportLetters } from './report-letters.ts'

/** Sheets of ISO 216 in points; the sign is drawn on A4 and grows with its sheet. */
const sheets = { A4: { width: 595.28, height: 841.89 }, A3: { width: 841.89, height: 1190.55 } } as const
export type NoticeSize = keyof typeof sheets
export const isNoticeSize = (text: string): text is NoticeSize => text in sheets

const { width, height } = sheets.A4
const margin = 48
/** The river at the head of the sign; the words begin below it. */
const river = { height: 250, horizon: 150 } as const
const inks = { ...reportInks, brass: '#C79A4B', pale: '#DFE1D9', dusk: '#173640', stone: '#2B606B' } as const

/**
 * The sign at the door, A4 or A3: the sentences of the screen's notice in both languages, whose station it is and who answers.
 * Letters are embedded and can be read out, searched and copied.
 * @param madeOn the day it is made, such as "2026-03-14"
 */
export async function noticePdf(file: StationFile, size: NoticeSize, madeOn: string): Promise<Uint8Array> {
  const sheet = sheets[size]
  const document = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    info: {
      Title: `微笑滨江 告示 ${file.station.name.zh} / Smile notice, ${file.station.name.en}`,
      CreationDate: new Date(`${madeOn}T00:00:00Z`),
    },
  })
  const pieces: Uint8Array[] = []
  const done = (async () => {
    for await (const piece of document) pieces.push(piece as Uint8Array)
  })()
  document.scale(sheet.width / width)
  drawRiver(document)
  const letters = reportLetters(document)
  const inner = width - 2 * margin

  letters.set(notice.question.zh, { x: margin, y: 84, size: 52, face: 'poster', ink: 'paper' })
  letters.set(notice.question.en, { x: margin + 2, y: 118, size: 24, face: 'latin', ink: 'paper' })

  let y = river.height + 46
  for (const [at, { name, text }] of notice.reasons.entries()) {
    if (at > 0) cut(document, [margin, y - 35], [width - margin, y - 35], 1.6, inks.river)
    letters.set(name.zh, { x: margin, y, size: 25, face: 'poster', ink: 'brick' })
    letters.set(name.en, { x: margin, y: y + 25, size: 15, face: 'latin', ink: 'brick' })
    const x = margin + 106
    const across = width - margin - x
    const set = (words: string, top: number, face: 'strong' | 'latin', points: number, leading: number) =>
      inSense(words, (part) => letters.widthOf(part, points, face) <= across).reduce(
        (line, part) => letters.set(part, { x, y: line, size: points, face, width: across, leading }),
        top,
      )
    const under = set(text.zh, y, 'strong', 21, 1.42)
    const end = set(text.en, under - 4, 'latin', 16, 1.3)
    y = Math.max(end, y + 62) + 29
  }

  const foot = height - 84
  cut(document, [margin, foot - 28], [width - margin, foot - 28], 3, inks.ink)
  const { name, place } = file.station
  letters.set(name.zh, { x: margin, y: foot, size: 18, face: 'poster' })
  letters.set(place.zh, { x: margin, y: foot + 23, size: 14 })
  letters.set(`${name.en}, ${place.en}`, { x: margin, y: foot + 44, size: 13, face: 'latin' })
  const { zh, en } = answersFor(file)
  letters.set(zh, { x: margin, y: foot, size: 18, face: 'poster', width: inner, align: 'right' })
  letters.set(en, { x: margin, y: foot + 44, size: 13, face: 'latin', width: inner, align: 'right' })
  document.end()
  await done
  return Buffer.concat(pieces)
}

/** A sentence in one line where it fits, else parted after the mark nearest its middle, where it has one. */
function inSense(text: string, fits: (part: string) => boolean): readonly string[] {
  if (fits(text)) return [text]
  const marks = [...text.matchAll(/[，；。：:,.]/gu)].map(({ index }) => index + 1).filter((at) => at < text.length)
  const [middle] = marks.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle).trimStart()]
}

/** Who answers for the reading: the screen's own words, and the person of the compliance record where there is one. */
function answersFor({ smile }: StationFile): { readonly zh: string; readonly en: string } {
  const { zh, en } = notice.responsible
  const person = smile.compliance?.responsible
  return person === undefined ? { zh, en } : { zh: `${zh}：${person}`, en: `${en}: ${person}` }
}

type Point = readonly [x: number, y: number]
type Document = PDFKit.PDFDocument

/** A stroke of the gouge: pointed at both ends. */
function cut(document: Document, [x1, y1]: Point, [x2, y2]: Point, thick: number, ink: string): void {
  const middle = (x1 + x2) / 2
  document
    .moveTo(x1, y1)
    .quadraticCurveTo(middle, (y1 + y2) / 2 - thick, x2, y2)
    .quadraticCurveTo(middle, (y1 + y2) / 2 + thick, x1, y1)
    .fill(ink)
}

/** Night on the river: the other bank, water cut in strokes, and lanterns, one of them not lit yet. */
function drawRiver(document: Document): void {
  const chance = seededChance(8)
  document.rect(0, 0, width, river.height).fill(inks.ink)
  document.rect(0, river.horizon, width, river.height - river.horizon).fill(inks.dusk)
  for (let x = -6; x < width; ) {
    const [long, tall] = [16 + chance() * 42, 4 + chance() ** 2 * 16]
    document.rect(x, river.horizon - tall, long + 0.6, tall + 0.6).fill(inks.dusk)
    if (chance() > 0.5) document.rect(x + long * 0.4, river.horizon - 4, 1.6, 2.4).fill(inks.brass)
    x += long
  }
  drawBridge(document, [424, 532], 62)
  ripples(document, chance)
  for (const [x, y, size] of [
    [92, 186, 13],
    [168, 213, 20],
    [236, 178, 10],
    [322, 190, 13],
    [404, 172, 9],
    [452, 204, 17],
    [530, 184, 12],
    [556, 222, 23],
    [52, 224, 23],
  ] as const)
    lantern(document, [x, y], size, 'lit')
  lantern(document, [300, 226], 46, 'unlit')
}

/** Two pylons with their fans of cables, and the deck. */
function drawBridge(document: Document, pylons: readonly number[], tall: number): void {
  const deck = river.horizon - tall * 0.16
  for (const x of pylons) {
    for (let i = 1; i <= 12; i++)
      for (const side of [-1, 1])
        document
          .moveTo(x, river.horizon - tall * (0.66 + (0.3 * i) / 12))
          .lineTo(x + (side * tall * 0.76 * i) / 12, deck)
          .lineWidth(0.5)
          .stroke(inks.stone)
    document
      .polygon(
        [x - 1.4, river.horizon - tall],
        [x + 1.4, river.horizon - tall],
        [x + 2.4, river.horizon],
        [x - 2.4, river.horizon],
      )
      .fill(inks.stone)
  }
  document.rect(340, deck, width - 340, 2.2).fill(inks.stone)
}

function ripples(document: Document, chance: Chance): void {
  for (let i = 0; i < 120; i++) {
    const depth = chance() ** 0.8
    const [x, y] = [chance() * width, river.horizon + 5 + depth * (river.height - river.horizon - 8)]
    const half = (8 + chance() * 34) * (0.4 + depth * 0.6)
    cut(document, [x - half, y], [x + half, y], 0.5 + depth, chance() > 0.66 ? inks.stone : inks.ink)
  }
}

/** A paper lantern on its little boat, and its light on the water. */
function lantern(document: Document, [x, y]: Point, size: number, state: 'lit' | 'unlit'): void {
  const [paper, heart] = state === 'lit' ? [inks.brass, inks.paper] : [inks.mist, inks.pale]
  for (let i = 1; i <= 3; i++) {
    const half = size * (0.46 - i * 0.07)
    cut(document, [x - half, y + size * 0.14 * i], [x + half, y + size * 0.14 * i], size * 0.06, paper)
  }
  const panel = (top: number, up: number, foot: number, down: number, ink: string) =>
    document
      .polygon(
        [x - size * top, y - size * up],
        [x + size * top, y - size * up],
        [x + size * foot, y - size * down],
        [x - size * foot, y - size * down],
      )
      .fill(ink)
  panel(0.3, 0.66, 0.38, 0, paper)
  panel(0.13, 0.54, 0.15, 0.06, heart)
  document
    .moveTo(x - size * 0.6, y - size * 0.1)
    .quadraticCurveTo(x, y + size * 0.36, x + size * 0.6, y - size * 0.1)
    .quadraticCurveTo(x, y + size * 0.05, x - size * 0.6, y - size * 0.1)
    .fill(state === 'lit' ? inks.stone : inks.river)
}
