import type { Builder } from '../builder.ts'
import { type Material, plates, solid } from '../material.ts'
import type { Point } from '../mesh.ts'

/** A place in a ship: metres from the stern post, up from the water, and to one side of the keel. */
export type ShipFrame = (ahead: number, up: number, aside: number) => Point

export type Hull = {
  readonly long: number
  readonly beam: number
  /** Height of the deck amidships, and how much higher it rises at the stem. */
  readonly deck: number
  readonly sheer: number
  readonly keel: number
  /** Where the bottom ink ends. */
  readonly waterline: number
  /** Share of the length over which the stern hangs free of the water; 0 for a square stern. */
  readonly counter: number
}

export type HullInks = { readonly bottom: Material; readonly side: Material; readonly deck: Material }

/** Half breadth and height of the deck edge at a station. */
export function deckEdge(h: Hull, ahead: number): { readonly half: number; readonly high: number } {
  const t = ahead / h.long
  const bow = t > 0.78 ? 1 - ((t - 0.78) / 0.22) ** 2.3 : 1
  const stern = t < 0.16 ? 0.42 + 0.58 * Math.sin((t / 0.16) * (Math.PI / 2)) ** 0.7 : 1
  return {
    half: Math.max(0.12, (h.beam / 2) * bow * stern),
    high: h.deck + h.sheer * (Math.max(0, t - 0.45) / 0.55) ** 2.4 + h.sheer * 0.35 * (Math.max(0, 0.4 - t) / 0.4) ** 2,
  }
}

function bottomHalf(h: Hull, ahead: number): number {
  const t = ahead / h.long
  const bow = t > 0.74 ? 1 - ((t - 0.74) / 0.26) ** 1.6 : 1
  const stern =
    h.counter > 0
      ? t < h.counter
        ? 0
        : Math.min(1, Math.sin(Math.min(1, (t - h.counter) / 0.2) * (Math.PI / 2)) ** 0.8)
      : 1
  return Math.max(0.1, (h.beam / 2) * 0.96 * bow * stern)
}

/** A hull lofted through its stations, bow ahead, with its deck. */
export function hull(b: Builder, thing: number, f: ShipFrame, h: Hull, ink: HullInks, stations = 26): void {
  const { mesh } = b
  for (let i = 0; i < stations; i++) {
    const [s, e] = [(i / stations) * h.long, ((i + 1) / stations) * h.long]
    const [p, q] = [deckEdge(h, s), deckEdge(h, e)]
    const [wp, wq] = [bottomHalf(h, s), bottomHalf(h, e)]
    const lift = (w: number) => (w <= 0.1 && h.counter > 0 ? h.waterline + 1.2 : h.waterline)
    for (const side of [-1, 1]) {
      if (wp > 0.1 || wq > 0.1)
        mesh.quad(
          thing,
          ink.bottom,
          f(s, h.keel, side * wp * 0.8),
          f(e, h.keel, side * wq * 0.8),
          f(e, h.waterline, side * wq),
          f(s, h.waterline, side * wp),
          s,
          h.keel,
        )
      mesh.quad(
        thing,
        ink.side,
        f(s, lift(wp), side * wp),
        f(e, lift(wq), side * wq),
        f(e, q.high, side * q.half),
        f(s, p.high, side * p.half),
        s,
        h.waterline,
        e - s,
        h.deck - h.waterline,
      )
    }
    mesh.quad(
      thing,
      ink.deck,
      f(s, p.high - 0.7, -p.half),
      f(s, p.high - 0.7, p.half),
      f(e, q.high - 0.7, q.half),
      f(e, q.high - 0.7, -q.half),
    )
  }
  const end = deckEdge(h, 0)
  const foot = bottomHalf(h, 0)
  const low = foot > 0.1 ? h.keel : h.waterline + 1.2
  mesh.quad(
    thing,
    ink.side,
    f(0, low, -foot),
    f(0, low, foot),
    f(0, end.high, end.half),
    f(0, end.high, -end.half),
    0,
    h.waterline,
    end.half * 2,
    h.deck - h.waterline,
  )
}

const spar = solid(0x2c221c, plates.dark)

/** A mast with its stays to the deck fore and aft, and its derricks. */
export function mast(b: Builder, thing: number, f: ShipFrame, ahead: number, foot: number, top: number): void {
  b.beam(thing, f(ahead, foot, 0), f(ahead - 0.8, top, 0), 0.5, spar)
  for (const side of [-1, 1]) {
    b.ribbon(thing, f(ahead - 0.6, top - 3, 0), f(ahead - 3, foot, side * 7), 0.1, spar, 0.045)
    b.beam(thing, f(ahead + side * 1.2, foot + 2, 0), f(ahead + side * 11, foot + 9, side * 1.5), 0.32, spar)
    b.ribbon(thing, f(ahead - 0.7, top - 6, 0), f(ahead + side * 11, foot + 9, side * 1.5), 0.08, spar, 0.04)
  }
}
