import type { Chance } from '@riverside/kit'

export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** How somebody invented looks. Nobody: every number is drawn by lot. */
export type Looks = {
  readonly skin: Tone
  readonly hair: string
  readonly hairLine: number
  readonly hasLongHair: boolean
  readonly coat: string
  readonly faceWidth: number
  readonly jaw: number
  readonly brow: number
  readonly eyes: number
  readonly nose: number
  readonly lips: number
}

/** Light, middle and shadow of one skin, and its lips. */
type Tone = {
  readonly light: string
  readonly middle: string
  readonly shade: string
  readonly deep: string
  readonly lip: string
}

const skins: readonly Tone[] = [
  { light: '#f6d9bd', middle: '#e3b48e', shade: '#b97f5c', deep: '#7c4a35', lip: '#b0604f' },
  { light: '#f0cba6', middle: '#d8a277', shade: '#a96f4b', deep: '#6d402c', lip: '#a4533f' },
  { light: '#e5b98f', middle: '#c68d60', shade: '#94603d', deep: '#5c3622', lip: '#93483a' },
]
const hairs = ['#1b1714', '#241d1a', '#3a2c22', '#6d6a68']
const coats = ['#1f4e5a', '#7e2f23', '#44566a', '#6f8f5a', '#8a6a3a', '#3b3f4a']

export function looksByLot(chance: Chance): Looks {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item
  const about = (middle: number, spread: number) => middle + (chance() * 2 - 1) * spread
  return {
    skin: one(skins),
    hair: one(hairs),
    hairLine: about(-0.62, 0.06),
    hasLongHair: chance() < 0.45,
    coat: one(coats),
    faceWidth: about(0.72, 0.03),
    jaw: about(0.52, 0.05),
    brow: about(-0.25, 0.02),
    eyes: about(0.31, 0.015),
    nose: about(0.13, 0.015),
    lips: about(1, 0.1),
  }
}

/**
 * Draws a head so that a detector made for photographs takes it for one: shaded like a face in soft light from above, with eyes
 * in sockets, a nose that throws a shadow, and either a broad smile that shows teeth, lifts the cheeks and narrows the eyes, or
 * a closed, level mouth. `half` is half the height of the face in pixels; (x, y) its middle. `turn` is −1…1, to the picture's
 * right when positive.
 */
export function drawHead(
  pen: Pen,
  looks: Looks,
  x: number,
  y: number,
  half: number,
  smile: number,
  turn: number,
): void {
  pen.save()
  pen.translate(x, y)
  pen.scale(half, half)
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  if (looks.hasLongHair) backHair(pen, looks)
  neck(pen, looks)
  ears(pen, looks, turn)
  faceShape(pen, looks)
  pen.save()
  pen.clip()
  shading(pen, looks, smile, turn)
  pen.restore()
  const shift = turn * 0.12
  pen.translate(shift, 0)
  eyes(pen, looks, smile)
  nose(pen, looks)
  if (smile > 0.5) broadSmile(pen, looks, smile)
  else closedMouth(pen, looks)
  pen.translate(-shift, 0)
  frontHair(pen, looks)
  pen.restore()
}

function faceShape(pen: Pen, looks: Looks): void {
  const w = looks.faceWidth
  pen.beginPath()
  pen.moveTo(0, -1)
  pen.bezierCurveTo(w * 0.75, -1, w * 1.02, -0.62, w, -0.1)
  pen.bezierCurveTo(w * 0.98, 0.35, looks.jaw + 0.06, 0.72, 0.3, 0.93)
  pen.bezierCurveTo(0.15, 1.02, -0.15, 1.02, -0.3, 0.93)
  pen.bezierCurveTo(-looks.jaw - 0.06, 0.72, -w * 0.98, 0.35, -w, -0.1)
  pen.bezierCurveTo(-w * 1.02, -0.62, -w * 0.75, -1, 0, -1)
  pen.closePath()
  pen.fillStyle = looks.skin.middle
  pen.fill()
}

/** A soft patch: the colour in the middle, nothing at the rim. */
function soft(pen: Pen, x: number, y: number, rx: number, ry: number, colour: string, alpha: number): void {
  pen.save()
  pen.translate(x, y)
  pen.scale(rx, ry)
  const patch = pen.createRadialGradient(0, 0, 0, 0, 0, 1)
  const part = (amount: number) =>
    `${colour}${Math.round(amount * 255)
      .toString(16)
      .padStart(2, '0')}`
  patch.addColorStop(0, part(alpha))
  patch.addColorStop(0.5, part(alpha * 0.55))
  patch.addColorStop(1, part(0))
  pen.fillStyle = patch
  pen.fillRect(-1, -1, 2, 2)
  pen.restore()
}

function shading(pen: Pen, looks: Looks, smile: number, turn: number): void {
  const { skin } = looks
  const w = looks.faceWidth
  soft(pen, -0.05 + turn * 0.15, -0.5, 0.75, 0.6, skin.light, 0.8)
  soft(pen, -w, 0.1, 0.36, 1.1, skin.shade, 0.75)
  soft(pen, w, 0.1, 0.4, 1.1, skin.shade, 0.9)
  soft(pen, 0, 1.02, 0.6, 0.3, skin.shade, 0.7)
  soft(pen, 0, -1, 0.8, 0.3, skin.shade, 0.6)
  const lift = smile * 0.06
  for (const side of [-1, 1]) {
    soft(pen, side * 0.38 + turn * 0.1, 0.2 - lift, 0.24, 0.2, skin.light, 0.55 + smile * 0.4)
    soft(pen, side * 0.36 + turn * 0.1, 0.22 - lift, 0.2, 0.13, '#c8604c', 0.12 + smile * 0.12)
  }
  soft(pen, turn * 0.12, 0.8, 0.24, 0.13, skin.light, 0.5)
  soft(pen, turn * 0.12, 0.69, 0.28, 0.06, skin.shade, 0.5)
}

function ears(pen: Pen, looks: Looks, turn: number): void {
  for (const side of [-1, 1]) {
    pen.beginPath()
    pen.ellipse(side * (looks.faceWidth + 0.01) - turn * 0.05, 0.02, 0.1, 0.22, side * -0.12, 0, Math.PI * 2)
    pen.fillStyle = looks.skin.shade
    pen.fill()
  }
}

function neck(pen: Pen, looks: Looks): void {
  pen.fillStyle = looks.skin.shade
  pen.beginPath()
  pen.moveTo(-0.36, 0.6)
  pen.lineTo(-0.4, 1.5)
  pen.lineTo(0.4, 1.5)
  pen.lineTo(0.36, 0.6)
  pen.fill()
  soft(pen, 0, 0.98, 0.5, 0.3, looks.skin.deep, 0.8)
}

function eyes(pen: Pen, looks: Looks, smile: number): void {
  const { skin } = looks
  for (const side of [-1, 1]) {
    const x = side * looks.eyes
    const y = -0.1
    const open = 0.075 * (1 - smile * 0.42)
    soft(pen, x, y - 0.03, 0.24, 0.17, skin.shade, 0.85)
    soft(pen, x - side * 0.16, y - 0.02, 0.1, 0.16, skin.deep, 0.4)
    pen.save()
    pen.beginPath()
    pen.moveTo(x - 0.155, y + 0.015)
    pen.quadraticCurveTo(x, y - open * 2.1, x + 0.155, y + 0.005)
    pen.quadraticCurveTo(x, y + open * (smile > 0.5 ? 0.7 : 1.35), x - 0.155, y + 0.015)
    pen.closePath()
    pen.fillStyle = '#efe7dc'
    pen.fill()
    pen.clip()
    pen.fillStyle = '#2e1d14'
    pen.beginPath()
    pen.arc(x, y - 0.01, 0.075, 0, Math.PI * 2)
    pen.fill()
    pen.fillStyle = '#0d0805'
    pen.beginPath()
    pen.arc(x, y - 0.01, 0.036, 0, Math.PI * 2)
    pen.fill()
    pen.fillStyle = '#ffffff'
    pen.beginPath()
    pen.arc(x - 0.025, y - 0.035, 0.016, 0, Math.PI * 2)
    pen.fill()
    soft(pen, x, y - open * 1.4, 0.18, 0.05, '#000000', 0.5)
    pen.restore()
    line(pen, '#1c110b', 0.032, (path) => {
      path.moveTo(x - 0.16, y + 0.015)
      path.quadraticCurveTo(x, y - open * 2.15, x + 0.16, y + 0.005)
    })
    line(pen, skin.deep, 0.012, (path) => {
      path.moveTo(x - 0.14, y + 0.03)
      path.quadraticCurveTo(x, y + open * (smile > 0.5 ? 0.85 : 1.5), x + 0.14, y + 0.025)
    })
    line(pen, `${skin.deep}90`, 0.012, (path) => {
      path.moveTo(x - 0.15, y - 0.05)
      path.quadraticCurveTo(x, y - open * 3, x + 0.15, y - 0.055)
    })
    soft(pen, x, y + 0.12, 0.17, 0.05, skin.shade, 0.5 + smile * 0.35)
    if (smile > 0.5) {
      for (const fold of [-0.03, 0.02, 0.07]) {
        line(pen, `${skin.deep}70`, 0.01, (path) => {
          path.moveTo(x + side * 0.18, y + fold * 0.6)
          path.lineTo(x + side * 0.26, y + fold * 1.4)
        })
      }
    }
    brow(pen, looks, side, smile)
  }
}

function brow(pen: Pen, looks: Looks, side: number, smile: number): void {
  const y = looks.brow - smile * 0.02
  line(pen, looks.hair, 0.05, (path) => {
    path.moveTo(side * (looks.eyes - 0.17), y + 0.02)
    path.quadraticCurveTo(side * (looks.eyes + 0.02), y - 0.07, side * (looks.eyes + 0.19), y + 0.03)
  })
}

function nose(pen: Pen, looks: Looks): void {
  const { skin } = looks
  soft(pen, 0.1, 0.08, 0.07, 0.25, skin.shade, 0.8)
  soft(pen, -0.11, 0.1, 0.06, 0.22, skin.shade, 0.45)
  soft(pen, -0.015, 0.05, 0.055, 0.3, skin.light, 0.95)
  soft(pen, 0, 0.23, 0.1, 0.08, skin.light, 0.9)
  for (const side of [-1, 1]) {
    soft(pen, side * looks.nose, 0.25, 0.07, 0.07, skin.shade, 0.9)
    pen.fillStyle = skin.deep
    pen.beginPath()
    pen.ellipse(side * 0.07, 0.3, 0.042, 0.022, side * -0.35, 0, Math.PI * 2)
    pen.fill()
    line(pen, `${skin.deep}b0`, 0.014, (path) => {
      path.moveTo(side * (looks.nose + 0.03), 0.2)
      path.quadraticCurveTo(side * (looks.nose + 0.06), 0.27, side * (looks.nose + 0.01), 0.31)
    })
  }
  soft(pen, 0, 0.35, 0.15, 0.04, skin.shade, 0.8)
}

function closedMouth(pen: Pen, looks: Looks): void {
  const { skin } = looks
  const w = 0.25 * looks.lips
  const y = 0.55
  soft(pen, 0, y + 0.11, 0.2, 0.05, skin.shade, 0.8)
  pen.fillStyle = skin.lip
  pen.beginPath()
  pen.moveTo(-w, y)
  pen.bezierCurveTo(-w * 0.5, y - 0.055, -0.06, y - 0.075, 0, y - 0.05)
  pen.bezierCurveTo(0.06, y - 0.075, w * 0.5, y - 0.055, w, y)
  pen.bezierCurveTo(w * 0.5, y + 0.085, -w * 0.5, y + 0.085, -w, y)
  pen.fill()
  soft(pen, 0, y + 0.035, 0.12, 0.025, '#ffffff', 0.25)
  line(pen, skin.deep, 0.02, (path) => {
    path.moveTo(-w - 0.01, y + 0.005)
    path.quadraticCurveTo(0, y - 0.005, w + 0.01, y + 0.005)
  })
}

function broadSmile(pen: Pen, looks: Looks, smile: number): void {
  const { skin } = looks
  const w = (0.25 + 0.15 * smile) * (0.9 + looks.lips * 0.1)
  const y = 0.47
  const deep = 0.27 * smile
  for (const side of [-1, 1]) {
    line(pen, `${skin.deep}a0`, 0.028, (path) => {
      path.moveTo(side * 0.17, 0.24)
      path.quadraticCurveTo(side * 0.42, 0.34, side * (w + 0.06), y + 0.08)
    })
    soft(pen, side * (w + 0.03), y, 0.07, 0.07, skin.deep, 0.6)
  }
  const opening = () => {
    pen.beginPath()
    pen.moveTo(-w, y - 0.035)
    pen.quadraticCurveTo(0, y + 0.06, w, y - 0.035)
    pen.bezierCurveTo(w * 0.72, y + deep * 0.9, w * 0.3, y + deep, 0, y + deep)
    pen.bezierCurveTo(-w * 0.3, y + deep, -w * 0.72, y + deep * 0.9, -w, y - 0.035)
    pen.closePath()
  }
  opening()
  pen.strokeStyle = skin.lip
  pen.lineWidth = 0.075
  pen.stroke()
  pen.fillStyle = '#3a1210'
  pen.fill()
  pen.save()
  opening()
  pen.clip()
  pen.fillStyle = '#fbf7ee'
  pen.beginPath()
  pen.moveTo(-w, y - 0.06)
  pen.quadraticCurveTo(0, y + 0.04, w, y - 0.06)
  pen.lineTo(w * 0.86, y + deep * 0.4)
  pen.quadraticCurveTo(0, y + deep * 0.95, -w * 0.86, y + deep * 0.4)
  pen.closePath()
  pen.fill()
  for (let tooth = -4; tooth <= 4; tooth++) {
    line(pen, '#b9b0a240', 0.01, (path) => {
      path.moveTo(tooth * 0.075, y - 0.05)
      path.lineTo(tooth * 0.072, y + deep)
    })
  }
  soft(pen, -w, y, 0.12, 0.12, '#2a0d0b', 0.6)
  soft(pen, w, y, 0.12, 0.12, '#2a0d0b', 0.6)
  pen.restore()
  soft(pen, 0, y + deep + 0.09, 0.22, 0.05, skin.shade, 0.7)
}

function line(pen: Pen, colour: string, width: number, along: (path: Pen) => void): void {
  pen.strokeStyle = colour
  pen.lineWidth = width
  pen.beginPath()
  along(pen)
  pen.stroke()
}

function backHair(pen: Pen, looks: Looks): void {
  pen.fillStyle = looks.hair
  pen.beginPath()
  pen.ellipse(0, 0.1, looks.faceWidth + 0.22, 1.22, 0, 0, Math.PI * 2)
  pen.fill()
}

function frontHair(pen: Pen, looks: Looks): void {
  const w = looks.faceWidth
  pen.fillStyle = looks.hair
  pen.beginPath()
  pen.moveTo(-w - 0.06, looks.hasLongHair ? 0.25 : -0.2)
  pen.bezierCurveTo(-w - 0.14, -0.95, -0.5, -1.24, 0, -1.22)
  pen.bezierCurveTo(0.5, -1.24, w + 0.14, -0.95, w + 0.06, looks.hasLongHair ? 0.25 : -0.2)
  pen.bezierCurveTo(w - 0.02, -0.45, w - 0.14, looks.hairLine, 0.1, looks.hairLine - 0.08)
  pen.bezierCurveTo(
    -0.3,
    looks.hairLine - 0.1,
    -w + 0.08,
    looks.hairLine + 0.05,
    -w - 0.06,
    looks.hasLongHair ? 0.25 : -0.2,
  )
  pen.fill()
  soft(pen, -0.2, -1.02, 0.4, 0.12, '#ffffff', 0.14)
}
