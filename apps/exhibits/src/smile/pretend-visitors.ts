import { seededChance } from '@riverside/kit'
import { drawHead, type Looks, looksByLot, type Pen } from './drawn-head.ts'

/** Somebody invented who walks past the pretend camera. Times in seconds from the start of the scene. */
export type PretendVisitor = {
  readonly id: number
  readonly smiling: boolean
  readonly enters: number
  readonly leaves: number
  readonly heading: 'left' | 'right'
  /** Half the height of the face in parts of the picture's height: how near. */
  readonly near: number
  readonly looks: Looks
}

/** A scene that can be played over and over: it begins and ends with an empty room. */
export type PretendScene = { readonly visitors: readonly PretendVisitor[]; readonly seconds: number }

/** So many visitors by lot; the same seed gives the same ones. Some come before the last has left, and some meet. */
export function pretendScene(seed: number, count: number): PretendScene {
  const chance = seededChance(seed)
  const visitors: PretendVisitor[] = []
  let enters = 1.4
  for (let id = 1; id <= count; id++) {
    const walk = 3.6 + chance() * 1.2
    visitors.push({
      id,
      smiling: chance() < 0.5,
      enters,
      leaves: enters + walk,
      heading: chance() < 0.5 ? 'left' : 'right',
      near: 0.13 + chance() * 0.03,
      looks: looksByLot(chance),
    })
    enters += walk * (chance() < 0.5 ? 0.55 : 1.1)
  }
  return { visitors, seconds: Math.max(0, ...visitors.map((visitor) => visitor.leaves)) + 1.6 }
}

/** What a perfect meter would say of one playing of the scene. */
export function truthOf(scene: PretendScene): { readonly passages: number; readonly smiling: number } {
  return { passages: scene.visitors.length, smiling: scene.visitors.filter((visitor) => visitor.smiling).length }
}

/** The room and whoever walks through it at this second, in a picture of this size. */
export function drawScene(pen: Pen, width: number, height: number, scene: PretendScene, second: number): void {
  drawRoom(pen, width, height, second)
  const here = scene.visitors.filter((visitor) => second >= visitor.enters && second <= visitor.leaves)
  for (const visitor of [...here].sort((one, other) => one.near - other.near)) {
    const way = (second - visitor.enters) / (visitor.leaves - visitor.enters)
    const half = visitor.near * height
    const from = visitor.heading === 'right' ? -half : width + half
    const x = from + (width - 2 * from) * way
    const y = height * 0.4 + Math.sin((second + visitor.id) * 7.2) * half * 0.05
    drawVisitor(pen, visitor, x, y, half, visitor.heading === 'right' ? 0.2 : -0.2)
  }
}

/** One visitor who has stopped before the camera and looks at it. */
export function drawReading(pen: Pen, width: number, height: number, visitor: PretendVisitor, second: number): void {
  drawRoom(pen, width, height, second)
  const half = height * 0.2
  const x = width / 2 + Math.sin(second * 1.3) * half * 0.12
  const y = height * 0.42 + Math.sin(second * 2.1) * half * 0.04
  drawVisitor(pen, visitor, x, y, half, Math.sin(second * 0.9) * 0.15)
}

/** Everybody at once, side by side and still. */
export function drawGroup(pen: Pen, width: number, height: number, visitors: readonly PretendVisitor[]): void {
  drawRoom(pen, width, height, 0)
  const half = Math.min(height * 0.12, width / visitors.length / 2.8)
  for (const [index, visitor] of visitors.entries()) {
    drawVisitor(pen, visitor, (width * (index + 0.5)) / visitors.length, height * 0.42, half, 0)
  }
}

function drawVisitor(pen: Pen, visitor: PretendVisitor, x: number, y: number, half: number, turn: number): void {
  pen.fillStyle = visitor.looks.coat
  pen.beginPath()
  pen.moveTo(x - half * 1.75, y + half * 9)
  pen.bezierCurveTo(x - half * 1.9, y + half * 2, x - half * 1.5, y + half * 1.45, x - half * 0.4, y + half * 1.2)
  pen.lineTo(x + half * 0.4, y + half * 1.2)
  pen.bezierCurveTo(x + half * 1.5, y + half * 1.45, x + half * 1.9, y + half * 2, x + half * 1.75, y + half * 9)
  pen.fill()
  drawHead(pen, visitor.looks, x, y, half, visitor.smiling ? 1 : 0, turn)
}

/** A station's room with a window on the river. Its water never lies still, so no two pictures are the same. */
function drawRoom(pen: Pen, width: number, height: number, second: number): void {
  const wall = pen.createLinearGradient(0, 0, 0, height)
  wall.addColorStop(0, '#b9b3a4')
  wall.addColorStop(1, '#8d8a80')
  pen.fillStyle = wall
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#6b5b49'
  pen.fillRect(0, height * 0.78, width, height * 0.22)
  drawWindow(pen, width * 0.06, height * 0.07, width * 0.88, height * 0.2, second)
  pen.fillStyle = '#7a6a55'
  pen.fillRect(0, height * 0.765, width, height * 0.018)
}

function drawWindow(pen: Pen, x: number, y: number, width: number, height: number, second: number): void {
  pen.save()
  pen.beginPath()
  pen.rect(x, y, width, height)
  pen.clip()
  pen.fillStyle = '#cfdcd8'
  pen.fillRect(x, y, width, height)
  pen.fillStyle = '#4f7f88'
  pen.fillRect(x, y + height * 0.55, width, height * 0.45)
  pen.fillStyle = '#b4502e'
  const ship = x - width * 0.2 + ((second * 0.02) % 1.4) * width
  pen.fillRect(ship, y + height * 0.46, width * 0.14, height * 0.12)
  pen.fillStyle = '#e5efec'
  for (let wave = 0; wave < 14; wave++) {
    const along = (wave * 0.619 + second * (0.05 + wave * 0.006)) % 1
    pen.fillRect(x + along * width, y + height * (0.6 + (wave % 5) * 0.08), width * 0.05, height * 0.018)
  }
  pen.restore()
  pen.strokeStyle = '#59503f'
  pen.lineWidth = Math.max(2, height * 0.05)
  pen.strokeRect(x, y, width, height)
  for (const part of [1 / 3, 2 / 3]) pen.strokeRect(x + width * part, y, 0, height)
}
