import { seededChance } from '@riverside/kit'
import { gouge, type PathPen, type Point, traceGouge } from '../cut/gouge.ts'
import { seedOf } from '../cut/seed.ts'
import { brassTones, inks, mix } from '../inks.ts'
import {
  collarProfile,
  halfAt,
  handleProfile,
  hub,
  kingProfile,
  light,
  litAt,
  type Profile,
  rings,
  spokeProfile,
  spokes,
  symmetry,
  toneOf,
  whipping,
} from './anatomy.ts'

/** The part of a 2D canvas context the helm is cut with. All drawing is about the origin with R = 1. */
export type Pen = PathPen & {
  fillStyle: string | CanvasGradient | CanvasPattern
  strokeStyle: string | CanvasGradient | CanvasPattern
  lineWidth: number
  lineJoin: CanvasLineJoin
  beginPath(): void
  closePath(): void
  arc(x: number, y: number, radius: number, from: number, to: number, anticlockwise?: boolean): void
  fill(rule?: CanvasFillRule): void
  stroke(): void
  save(): void
  restore(): void
  rotate(angle: number): void
  clip(): void
}

const key = inks.ink
const outline = 0.0105
const fine = 0.0052

/** Wood of the handles and of the inlay, darkest first. */
const woodTones = [
  mix(inks.brick, inks.ink, 0.5),
  mix(inks.brick, inks.ink, 0.12),
  mix(inks.brick, inks.rust, 0.55),
  mix(inks.rust, inks.paper, 0.2),
] as const

/** The whole helm in one drawing, turned by `turn` radians and lit for it. For pictures that do not move. */
export function drawHelm(pen: Pen, turn: number): void {
  const turned = (draw: () => void) => {
    pen.save()
    pen.rotate(turn)
    draw()
    pen.restore()
  }
  turned(() => drawSpokes(pen, turn))
  drawRim(pen)
  turned(() => drawMarks(pen, turn))
  turned(() => drawKing(pen))
  drawDome(pen)
}

/** Spokes and wooden handles, lit for the helm turned by `turn`. They lie under the rim and turn with it. */
export function drawSpokes(pen: Pen, turn: number): void {
  pen.lineJoin = 'round'
  for (let i = 0; i < spokes; i++) {
    const angle = i * symmetry - Math.PI / 2
    pen.save()
    pen.rotate(angle)
    drawTurned(pen, spokeProfile, angle + turn, brassTones)
    drawTurned(pen, handleProfile, angle + turn, [woodTones[0], woodTones[1], woodTones[2], woodTones[3], woodTones[3]])
    drawCollar(pen, collarProfile, angle + turn)
    pen.restore()
  }
}

/** The king spoke's handle alone, pointing up: brass under a whipping of paper rope. */
export function drawKing(pen: Pen): void {
  pen.lineJoin = 'round'
  pen.save()
  pen.rotate(-Math.PI / 2)
  drawTurned(pen, kingProfile, light + 1.1, brassTones)
  drawWhipping(pen)
  pen.restore()
}

/** The rim's rings and the hub's face. They are round, so they stand still and keep the light. */
export function drawRim(pen: Pen): void {
  for (const ring of rings) {
    if (ring.name === 'inlay') drawInlay(pen, ring.from, ring.to)
    else drawBrassRing(pen, ring.from, ring.to, ring.faces)
  }
  gougeFace(pen, rings[1].from, rings[1].to, 232)
  gougeFace(pen, rings[3].from, rings[3].to, 232, 0.3)
  for (const { from } of rings) strokeCircle(pen, from, fine)
  strokeCircle(pen, rings[0].from, outline)
  strokeCircle(pen, rings[4].to, outline * 0.9)
  drawHub(pen)
}

/** Joints, rivets and the star, lit for the helm turned by `turn`. They lie on the rim and turn with it. */
export function drawMarks(pen: Pen, turn: number): void {
  const [face, , inner] = [rings[1], rings[2], rings[3]]
  for (let i = 0; i < spokes; i++) {
    const joint = (i + 0.5) * symmetry - Math.PI / 2
    strokeRay(pen, joint, inner.to, face.from, fine * 1.1)
    for (const side of [-1, 1]) rivet(pen, along(joint + side * 0.047, (face.from + face.to) / 2), 0.0105, turn)
    rivet(pen, along(joint, hub * 0.72), 0.0125, turn)
  }
  for (let i = 0; i < spokes; i++) starPoint(pen, i * symmetry - Math.PI / 2, 0.138, turn)
}

/** The dome of the hub, on top of everything and lit from where the light stands. */
export function drawDome(pen: Pen): void {
  disc(pen, [0, 0], 0.074, brassTones[4])
  crescent(pen, 0.074, 0.02, brassTones[1])
  crescent(pen, 0.074, 0.009, brassTones[0])
  strokeCircle(pen, 0.074, fine * 1.5)
  disc(pen, along(light, 0.003), 0.05, brassTones[2])
  disc(pen, along(light, 0.012), 0.034, brassTones[3])
  disc(pen, along(light, 0.009), 0.029, brassTones[2])
}

function drawTurned(pen: Pen, profile: Profile, angle: number, tones: readonly string[]): void {
  const side = Math.sin(light - angle) >= 0 ? 1 : -1
  const strength = Math.abs(Math.sin(light - angle))
  const start = profile[0]?.[0] ?? 0
  const end = profile.at(-1)?.[0] ?? 0
  tracePiece(pen, profile)
  pen.fillStyle = tones[2] ?? key
  pen.fill()
  pen.save()
  tracePiece(pen, profile)
  pen.clip()
  const band = (from: number, to: number, tone: string | undefined) => {
    pen.beginPath()
    for (const [at, half] of profile) pen.lineTo(at, side * half * from)
    for (const [at, half] of profile.toReversed()) pen.lineTo(at, side * half * to)
    pen.closePath()
    pen.fillStyle = tone ?? key
    pen.fill()
  }
  band(-0.36 - 0.2 * (1 - strength), -1.2, tones[1])
  band(-0.76, -1.2, tones[0])
  band(0.32, 0.86, tones[3])
  if (strength > 0.3) band(0.5, 0.7, tones[4])
  pen.beginPath()
  for (let at = start; at < end; at += 0.0088) {
    const half = halfAt(profile, at)
    traceGouge(pen, gouge([at, side * half * 0.06], [at, -side * half * 0.55], 0.0036, 0, 0.8))
  }
  pen.fillStyle = tones[1] ?? key
  pen.fill()
  pen.restore()
  tracePiece(pen, profile)
  pen.strokeStyle = key
  pen.lineWidth = outline * 0.72
  pen.stroke()
}

/** Collars are filed, not turned: three flat facets. */
function drawCollar(pen: Pen, profile: Profile, angle: number): void {
  const side = Math.sin(light - angle) >= 0 ? 1 : -1
  const facet = (from: number, to: number, tone: string) => {
    pen.beginPath()
    for (const [at, half] of profile) pen.lineTo(at, side * half * from)
    for (const [at, half] of profile.toReversed()) pen.lineTo(at, side * half * to)
    pen.closePath()
    pen.fillStyle = tone
    pen.fill()
  }
  facet(1, 0.3, brassTones[4])
  facet(0.3, -0.4, brassTones[2])
  facet(-0.4, -1, brassTones[1])
  tracePiece(pen, profile)
  pen.strokeStyle = key
  pen.lineWidth = outline * 0.72
  pen.stroke()
}

function drawWhipping(pen: Pen): void {
  const { from, to, turns } = whipping
  const pitch = (to - from) / turns
  for (let i = 0; i < turns; i++) {
    const at = from + pitch * (i + 0.5)
    const half = halfAt(kingProfile, at) + 0.006
    pen.beginPath()
    pen.moveTo(at - pitch * 0.46, -half)
    pen.quadraticCurveTo(at - pitch * 0.14, 0, at - pitch * 0.32, half)
    pen.lineTo(at + pitch * 0.46, half)
    pen.quadraticCurveTo(at + pitch * 0.64, 0, at + pitch * 0.32, -half)
    pen.closePath()
    pen.fillStyle = inks.paper
    pen.fill()
    pen.strokeStyle = key
    pen.lineWidth = fine * 0.36
    pen.stroke()
    pen.beginPath()
    traceGouge(pen, gouge([at + pitch * 0.1, half * 0.3], [at + pitch * 0.1, half * 0.98], pitch * 0.4))
    pen.fillStyle = mix(inks.paper, inks.ink, 0.3)
    pen.fill()
  }
}

function drawBrassRing(pen: Pen, from: number, to: number, faces: number): void {
  ringByTone(pen, from, to, (angle) => brassTones[toneOf(litAt(angle, faces))])
}

function drawInlay(pen: Pen, from: number, to: number): void {
  ringByTone(pen, from, to, (angle) => {
    const brightness = litAt(angle, -1)
    return brightness > 0.72
      ? mix(inks.rust, inks.brick, 0.15)
      : brightness > 0.2
        ? woodTones[2]
        : brightness > -0.4
          ? woodTones[1]
          : woodTones[0]
  })
}

/** Fills a ring in runs of one tone, so that the boundary between tones is one clean cut. */
function ringByTone(pen: Pen, from: number, to: number, toneAt: (angle: number) => string): void {
  const parts = 360
  const toneOfPart = (part: number) => toneAt(((part + 0.5) / parts) * 2 * Math.PI)
  for (let start = 0; start < parts; ) {
    const tone = toneOfPart(start)
    let end = start + 1
    while (end < parts && toneOfPart(end) === tone) end++
    const overlap = end < parts ? 0.004 : 0
    pen.beginPath()
    pen.arc(0, 0, from, (start / parts) * 2 * Math.PI, (end / parts) * 2 * Math.PI + overlap)
    pen.arc(0, 0, to, (end / parts) * 2 * Math.PI + overlap, (start / parts) * 2 * Math.PI, true)
    pen.closePath()
    pen.fillStyle = tone
    pen.fill()
    start = end
  }
}

/** Radial gouges on a flat ring: light on the lit side, dark and widening on the other. */
function gougeFace(pen: Pen, from: number, to: number, count: number, lightShare = 1): void {
  const chance = seededChance(seedOf(`face ${from}`))
  const depth = from - to
  const cut = (dark: boolean) => {
    pen.beginPath()
    for (let i = 0; i < count; i++) {
      const angle = ((i + chance() * 0.3) / count) * 2 * Math.PI
      const brightness = litAt(angle)
      const amount = dark ? Math.max(0, 0.1 - brightness) : Math.max(0, brightness - 0.15) * lightShare
      const jitter = chance()
      if (amount <= 0 || (!dark && i % 2 !== 0)) continue
      const inner = to + depth * (dark ? 0.04 + 0.1 * jitter : 0.14 + 0.1 * jitter)
      const outer = from - depth * (dark ? 0.02 + 0.08 * jitter : 0.14)
      traceGouge(pen, gouge(along(angle, inner), along(angle, outer), dark ? 0.005 + 0.0135 * amount : 0.0082, 0, 0.5))
    }
    pen.fillStyle = dark ? brassTones[1] : brassTones[3]
    pen.fill()
  }
  cut(true)
  cut(false)
  pen.beginPath()
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 2 * Math.PI
    const deep = litAt(angle) + 0.72
    if (deep < 0)
      traceGouge(
        pen,
        gouge(along(angle + 0.006, to + depth * 0.2), along(angle + 0.006, from - depth * 0.1), 0.022 * -deep + 0.003),
      )
  }
  pen.fillStyle = brassTones[0]
  pen.fill()
}

function drawHub(pen: Pen): void {
  drawBrassRing(pen, hub, hub * 0.9, 1)
  disc(pen, [0, 0], hub * 0.9, brassTones[2])
  hubShade(pen, brassTones[1], 96, 0, hub * 0.88, hub * 0.34, 0.0125)
  hubShade(pen, brassTones[0], 96, -0.5, hub * 0.885, hub * 0.55, 0.013)
  hubShade(pen, brassTones[3], 80, 0.55, hub * 0.84, hub * 0.66, 0.006, true)
  strokeCircle(pen, hub, outline)
  strokeCircle(pen, hub * 0.9, fine * 1.2)
}

/** Gouges from the hub's edge towards its middle, over the arc that is darker (or lighter) than `edge`. */
function hubShade(
  pen: Pen,
  tone: string,
  count: number,
  edge: number,
  from: number,
  to: number,
  width: number,
  lit = false,
): void {
  const chance = seededChance(seedOf(`hub ${tone}`))
  pen.beginPath()
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 2 * Math.PI
    const amount = lit ? litAt(angle) - edge : edge - litAt(angle)
    const reach = 0.55 + 0.45 * chance()
    if (amount <= 0) continue
    const end = from - (from - to) * Math.min(1, reach * (0.35 + amount * 1.1))
    traceGouge(pen, gouge(along(angle, from), along(angle, end), width * Math.min(1, 0.4 + amount), 0, 0.3))
  }
  pen.fillStyle = tone
  pen.fill()
}

function rivet(pen: Pen, at: Point, radius: number, turn: number): void {
  const towards = light - turn
  disc(
    pen,
    [at[0] - Math.cos(towards) * radius * 0.32, at[1] - Math.sin(towards) * radius * 0.32],
    radius * 1.12,
    brassTones[0],
  )
  disc(pen, at, radius, brassTones[2])
  disc(
    pen,
    [at[0] + Math.cos(towards) * radius * 0.34, at[1] + Math.sin(towards) * radius * 0.34],
    radius * 0.46,
    brassTones[4],
  )
}

/** One ray of the eight-point star: a half that takes the light and a half that does not. */
function starPoint(pen: Pen, angle: number, length: number, turn: number): void {
  const [tip, root] = [along(angle, length), along(angle, 0.066)]
  for (const side of [-1, 1] as const) {
    const foot = along(angle + side * 0.26, 0.066)
    const lit = litAt(angle + turn + (side * Math.PI) / 2)
    pen.beginPath()
    pen.moveTo(root[0], root[1])
    pen.lineTo(tip[0], tip[1])
    pen.lineTo(foot[0], foot[1])
    pen.closePath()
    pen.fillStyle = brassTones[lit > 0 ? 4 : 1]
    pen.fill()
  }
}

const along = (angle: number, radius: number): Point => [Math.cos(angle) * radius, Math.sin(angle) * radius]

function tracePiece(pen: Pen, profile: Profile): void {
  pen.beginPath()
  for (const [at, half] of profile) pen.lineTo(at, half)
  for (const [at, half] of profile.toReversed()) pen.lineTo(at, -half)
  pen.closePath()
}

function strokeCircle(pen: Pen, radius: number, width: number): void {
  pen.beginPath()
  pen.arc(0, 0, radius, 0, 2 * Math.PI)
  pen.strokeStyle = key
  pen.lineWidth = width
  pen.stroke()
}

function strokeRay(pen: Pen, angle: number, from: number, to: number, width: number): void {
  const [start, end] = [along(angle, from), along(angle, to)]
  pen.beginPath()
  pen.moveTo(start[0], start[1])
  pen.lineTo(end[0], end[1])
  pen.strokeStyle = key
  pen.lineWidth = width
  pen.stroke()
}

function disc(pen: Pen, at: Point, radius: number, tone: string): void {
  pen.beginPath()
  pen.arc(at[0], at[1], radius, 0, 2 * Math.PI)
  pen.fillStyle = tone
  pen.fill()
}

/** The shaded edge of a round thing, away from the light. */
function crescent(pen: Pen, radius: number, depth: number, tone: string): void {
  pen.beginPath()
  pen.arc(0, 0, radius, light + Math.PI / 2, light - Math.PI / 2)
  const [back, to] = [along(light - Math.PI / 2, radius), along(light + Math.PI / 2, radius)]
  const middle = along(light + Math.PI, 2 * (radius - depth))
  pen.lineTo(back[0], back[1])
  pen.quadraticCurveTo(middle[0], middle[1], to[0], to[1])
  pen.closePath()
  pen.fillStyle = tone
  pen.fill()
}
