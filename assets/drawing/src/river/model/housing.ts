import type { Builder, Frame } from '../builder.ts'
import { type Ink, inks, mix } from '../ink.ts'
import { type Material, octave, plates, ribbed, solid } from '../material.ts'
import { cell, noise } from '../noise.ts'
import { heights } from '../shore.ts'

const foot = heights.land
const part = (x: number) => x - Math.floor(x)

type Face = 'balconies' | 'panes' | 'pillars' | 'courses'

/** A far façade: floors and bays in metres that halve in number as it recedes, with the habit of its kind. */
function facade(wall: Ink, trim: Ink, face: Face, storey = 3): Material {
  const dark = mix(wall, inks.ink, 0.4)
  return {
    plate: plates.cool,
    mist: 0.92,
    ink(spot) {
      if (spot.plain) return wall
      const high = octave(storey, spot.perDegree, 0.24)
      const wide = octave(face === 'panes' ? 2.2 : 3.4, spot.perDegree, 0.26)
      const row = Math.floor(spot.v / high)
      const column = Math.floor(spot.u / wide)
      const [x, y] = [part(spot.u / wide), part(spot.v / high)]
      const pair = part(spot.u / (wide * 3))
      const open =
        face === 'balconies'
          ? pair < 0.34
            ? y > 0.42 && y < 0.94
            : x > 0.26 && x < 0.74 && y > 0.3 && y < 0.78
          : face === 'panes'
            ? x > 0.1 && y > 0.3
            : face === 'pillars'
              ? x > 0.3 && x < 0.86 && y > 0.16
              : x > 0.18 && x < 0.82 && y > 0.36 && y < 0.8
      if (!open) {
        if (face === 'balconies' && pair < 0.34 && y >= 0.06) return trim
        if (face === 'courses' && y < 0.16) return trim
        if (face === 'pillars' && y <= 0.16) return mix(wall, trim, 0.5)
        return wall
      }
      if (spot.lamps > 0 && cell(row, column, spot.seed) < spot.lamps * 0.9) {
        spot.glow = 1
        spot.plate = plates.light
        return 0xf0c268
      }
      return noise(spot.u * 0.03, spot.v * 0.03, spot.seed) > 0.42 ? dark : mix(wall, dark, 0.5)
    },
  }
}

/** What an estate's blocks have in common, so that one estate is not another. */
type Estate = {
  readonly wall: Material
  readonly trim: Material
  readonly roof: Material
  readonly top: number
}

const palettes: readonly (readonly [wall: Ink, trim: Ink, roof: Ink])[] = [
  [0xb9a892, 0xd9cdb6, 0x8d5d4c],
  [0xa9a8a0, 0xc9c9c0, 0x75736b],
  [0xb48f7a, 0xdbc8ac, 0x7e4a3a],
  [0x9fa6a3, 0xcdd2cc, 0x5d7078],
  [0xc1b59c, 0xe0d6bf, 0x96604a],
  [0xa47f6c, 0xcfbfa4, 0x6b5145],
  [0x8f9a9c, 0xb9c3c1, 0x4f626a],
  [0xb3ab9c, 0xa25a44, 0xa25a44],
]
const faces: readonly Face[] = ['balconies', 'courses', 'pillars', 'balconies', 'panes']

function estate(chance: () => number): Estate {
  const [wall, trim, roof] = palettes[Math.floor(chance() * palettes.length)]!
  const face = faces[Math.floor(chance() * faces.length)]!
  return {
    wall: facade(wall, trim, face, face === 'panes' ? 3.8 : 3),
    trim: solid(trim, plates.cool),
    roof: ribbed(roof, plates.warm, 0.7),
    top: Math.floor(chance() * 5),
  }
}

/** An upright body on any ring of corners; u runs round it in metres. */
function prism(
  b: Builder,
  thing: number,
  f: Frame,
  ring: readonly (readonly [number, number])[],
  y0: number,
  y1: number,
  wall: Material,
  cap: Material,
): void {
  let u = 0
  for (let i = 0; i < ring.length; i++) {
    const [p, q] = [ring[i]!, ring[(i + 1) % ring.length]!]
    const long = Math.hypot(q[0] - p[0], q[1] - p[1])
    b.mesh.quad(
      thing,
      wall,
      f(p[0], y0, p[1]),
      f(q[0], y0, q[1]),
      f(q[0], y1, q[1]),
      f(p[0], y1, p[1]),
      u,
      y0 - foot,
      long,
      y1 - y0,
    )
    u += long
  }
  b.mesh.flatTop(
    thing,
    cap,
    ring.map(([a, c]) => f(a, y1, c)),
  )
}

const rectangle = (w: number, d: number, a = 0, c = 0) =>
  [
    [a - w, c - d],
    [a + w, c - d],
    [a + w, c + d],
    [a - w, c + d],
  ] as const

/** A point block of three bays stepped back, so that its edges break the light. */
const stepped = (w: number, d: number) =>
  [
    [-w, -d * 0.5],
    [-w * 0.42, -d * 0.5],
    [-w * 0.42, -d],
    [w * 0.42, -d],
    [w * 0.42, -d * 0.5],
    [w, -d * 0.5],
    [w, d],
    [-w, d],
  ] as const

const cutCorners = (w: number, d: number) =>
  [
    [-w, -d * 0.5],
    [-w * 0.6, -d],
    [w * 0.6, -d],
    [w, -d * 0.5],
    [w, d],
    [-w, d],
  ] as const

const bowed = (w: number, d: number) =>
  [
    ...Array.from(
      { length: 7 },
      (_, i) => [-w + (i / 6) * 2 * w, -d * (0.55 + 0.55 * Math.sin((i / 6) * Math.PI))] as const,
    ),
    [w, d],
    [-w, d],
  ] as readonly (readonly [number, number])[]

/** How a tower ends against the sky. */
function crownOf(
  b: Builder,
  thing: number,
  f: Frame,
  e: Estate,
  w: number,
  d: number,
  top: number,
  tall: number,
): void {
  const wall = e.wall
  if (e.top === 0) {
    prism(b, thing, f, rectangle(w * 0.72, d * 0.72), top, top + tall * 0.07 + 2, wall, e.trim)
    prism(b, thing, f, rectangle(w * 0.4, d * 0.44), top + tall * 0.07 + 2, top + tall * 0.12 + 4, wall, e.trim)
  } else if (e.top === 1) {
    b.block(thing, f, -w * 0.5, w * 0.1, top, top + 5, -d * 0.5, d * 0.6, { front: wall })
    for (const a of [-w, w * 0.86]) b.block(thing, f, a, a + w * 0.14, top, top + 6.5, -d, d, { front: e.trim })
    b.block(thing, f, -w, w, top + 5.6, top + 6.6, -d, -d * 0.8, { front: e.trim })
  } else if (e.top === 2) b.gable(thing, f, -w, w, top, -d, d, Math.min(8, d * 0.8), e.roof, wall, 'along', 0.7)
  else if (e.top === 3) {
    for (const s of [-1, 1])
      b.gable(
        thing,
        f,
        s * w * 0.5 - w * 0.44,
        s * w * 0.5 + w * 0.44,
        top,
        -d,
        d,
        w * 0.34,
        e.roof,
        wall,
        'inland',
        0.4,
      )
    b.block(thing, f, -3, 3, top, top + 7, -3, 3, { front: e.trim })
  } else {
    const high = 4 + tall * 0.08
    b.mesh.quad(thing, e.trim, f(-w, top, -d), f(w, top, -d), f(w, top + high, -d), f(-w, top + 1, -d))
    b.mesh.quad(thing, e.trim, f(w, top, -d), f(w, top, d), f(w, top + high, d), f(w, top + high, -d))
    b.mesh.quad(thing, e.trim, f(-w, top + 1, -d), f(w, top + high, -d), f(w, top + high, d), f(-w, top + 1, d))
  }
}

const plans = [stepped, cutCorners, bowed, rectangle] as const

/** Towers of one estate: the same plan and crown, a little higher or lower, in a row that is not quite a row. */
function towers(b: Builder, e: Estate, chance: () => number, chainage: number, inland: number): void {
  const plan = plans[Math.floor(chance() * plans.length)]!
  const [w, d] = [9 + chance() * 6, 7.5 + chance() * 3]
  const tall = 38 + chance() ** 1.4 * 52
  const count = 2 + Math.floor(chance() * 3)
  const turn = (chance() - 0.5) * 26
  for (let i = 0; i < count; i++) {
    const f = b.frame(chainage + i * (w * 2 + 9 + chance() * 6), inland + (i % 2) * 34 + chance() * 12, turn)
    const thing = b.mesh.thing()
    const top = foot + tall * (0.84 + 0.3 * chance())
    prism(b, thing, f, plan(w, d), foot, top, e.wall, e.trim)
    crownOf(b, thing, f, e, w, d, top, tall)
    if (chance() < 0.4) b.block(thing, f, -w * 1.1, w * 1.1, foot, foot + 7, -d - 5, d, { front: e.trim })
  }
}

/** The workers' village: rows of five and six floors under red roofs, gables and stairs showing. */
function village(b: Builder, e: Estate, chance: () => number, chainage: number, inland: number): void {
  const turn = (chance() - 0.5) * 16
  const floors = 4 + Math.floor(chance() * 3)
  for (let row = 0; row < 3; row++) {
    const long = 36 + chance() * 26
    const f = b.frame(chainage + chance() * 14, inland + row * 26, turn)
    const thing = b.mesh.thing()
    const top = foot + floors * 3
    const d = 5.4
    prism(b, thing, f, rectangle(long / 2, d), foot, top, e.wall, e.trim)
    b.gable(thing, f, -long / 2, long / 2, top, -d, d, 3.4, e.roof, e.wall, 'along', 0.7)
    const stairs = 2 + Math.floor(chance() * 2)
    for (let k = 0; k < stairs; k++) {
      const a = -long / 2 + ((k + 0.5) / stairs) * long
      b.block(thing, f, a - 1.4, a + 1.4, foot, top + 2.6, -d - 0.9, -d, { front: e.trim })
    }
  }
}

/** A long slab whose roof steps down towards one end. */
function slab(b: Builder, e: Estate, chance: () => number, chainage: number, inland: number): void {
  const f = b.frame(chainage + 20, inland, (chance() - 0.5) * 20)
  const thing = b.mesh.thing()
  const [w, d] = [11 + chance() * 4, 6.5]
  const first = 24 + chance() * 24
  for (let k = 0; k < 3; k++) {
    const top = foot + first - k * (3 + first * 0.1)
    prism(b, thing, f, rectangle(w * 0.5, d, -w + k * w, (k % 2) * 3), foot, top, e.wall, e.trim)
    b.block(thing, f, -w + k * w - 2.2, -w + k * w + 2.2, top, top + 3.4, -2, 3, { front: e.trim })
  }
}

/** Offices of glass: a shaft with a slanting or stepped head and a narrow fin. */
function office(b: Builder, chance: () => number, chainage: number, inland: number): void {
  const f = b.frame(chainage + 20, inland, (chance() - 0.5) * 40)
  const thing = b.mesh.thing()
  const [w, d] = [12 + chance() * 6, 10 + chance() * 4]
  const tall = 46 + chance() * 58
  const glassy = facade(chance() < 0.5 ? 0x8ba0a3 : 0x9a9f9c, 0xc4cfce, chance() < 0.5 ? 'panes' : 'pillars', 4)
  const cap = solid(0xb5bdbb, plates.cool)
  const top = foot + tall
  prism(b, thing, f, chance() < 0.5 ? cutCorners(w, d) : bowed(w, d), foot, top, glassy, cap)
  prism(b, thing, f, rectangle(w * 0.62, d * 0.6, 0, d * 0.2), top, top + tall * 0.12, glassy, cap)
  b.block(thing, f, w * 0.3, w * 0.42, top, top + tall * 0.2, -d * 0.5, d * 0.7, { front: cap })
  prism(b, thing, f, rectangle(w * 1.5, d * 1.3), foot, foot + 12, glassy, cap)
}

/** Behind the two fish, the old residence and the little house nothing is tall, and nearer than 300 m inland nothing stands at all. */
const quiet: readonly (readonly [from: number, to: number])[] = [
  [1870, 2215],
  [2330, 2545],
]
const near = 300

/** Today's town behind the first row: estates of towers, workers' villages in rows, slabs and a few offices. Of the kind, not surveyed. */
export function housing(b: Builder, seed: number, from: number, to: number, inland: number): void {
  const chance = b.chance(seed)
  for (let c = from; c < to; c += 92) {
    const e = estate(chance)
    const at = c + chance() * 30
    const low = quiet.some(([q, z]) => at > q && at < z)
    const kind = low ? 0.3 : chance()
    if (low && inland < near) continue
    if (kind < 0.36) {
      village(b, { ...e, top: 2 }, chance, at, inland + chance() * 30)
      if (!low && chance() < 0.5) towers(b, e, chance, at + 10, inland + 150 + chance() * 160)
    } else if (kind < 0.72) towers(b, e, chance, at, inland + 30 + chance() * 220)
    else if (kind < 0.88) {
      slab(b, e, chance, at, inland + 40 + chance() * 70)
      if (chance() < 0.6) slab(b, e, chance, at + 30, inland + 110 + chance() * 90)
    } else office(b, chance, at, inland + 60 + chance() * 130)
  }
}
