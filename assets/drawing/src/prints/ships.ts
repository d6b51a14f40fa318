import type { Chance } from '@riverside/kit'
import { between, disc, drawn, filled, gouge, inks, line, type Mark, poly, soft } from './cut.ts'

/**
 * A liner of the André Lebon's family seen from the side, bow to the left: black hull, white upperworks, two upright
 * funnels, two masts. Taller than true, as the eye remembers a ship from the quay.
 */
export function linerAbeam(chance: Chance, bow: Mark, length: number): string {
  const [x0, water] = bow
  const x = (part: number) => x0 + part * length
  const y = (part: number) => water - part * length
  const at = (along: number, up: number): Mark => [x(along), y(up)]
  const hull = poly(
    at(0.004, 0.118),
    at(0.04, 0.112),
    at(0.16, 0.1),
    at(0.5, 0.092),
    at(0.84, 0.1),
    at(1, 0.113),
    at(0.992, 0.06),
    at(0.955, 0),
    at(0.034, 0),
    at(0.02, 0.05),
  )
  const tier = (from: number, to: number, low: number, high: number) =>
    poly(at(from, low), at(to, low), at(to - 0.004, high), at(from + 0.004, high))
  const windows = (from: number, to: number, up: number, every: number) =>
    Array.from({ length: Math.floor((to - from) / every) }, (_, index) =>
      poly(
        at(from + index * every, up),
        at(from + index * every + every * 0.45, up),
        at(from + index * every + every * 0.45, up + 0.011),
        at(from + index * every, up + 0.011),
      ),
    )
  const ports = (up: number, from: number, to: number, every: number) =>
    Array.from({ length: Math.floor((to - from) / every) }, (_, index) =>
      disc(at(from + index * every, up), length * 0.0032),
    )
  const boat = (along: number) =>
    soft(
      at(along, 0.158),
      at(along + 0.006, 0.149),
      at(along + 0.03, 0.149),
      at(along + 0.036, 0.158),
      at(along + 0.018, 0.16),
    )
  const funnel = (along: number) =>
    poly(at(along, 0.15), at(along + 0.032, 0.15), at(along + 0.03, 0.27), at(along + 0.002, 0.27))
  const mast = (along: number) =>
    poly(at(along, 0.1), at(along + 0.005, 0.1), at(along + 0.0032, 0.35), at(along + 0.0018, 0.35))
  const stays: Mark[][] = [
    [at(0.152, 0.34), at(0.01, 0.12)],
    [at(0.152, 0.34), at(0.25, 0.2)],
    [at(0.832, 0.34), at(0.98, 0.115)],
    [at(0.832, 0.34), at(0.68, 0.16)],
    [at(0.152, 0.33), at(0.832, 0.33)],
  ]
  return [
    smoke(chance, at(0.43, 0.275), length * 0.5, length * 0.036),
    smoke(chance, at(0.585, 0.275), length * 0.42, length * 0.03),
    drawn(inks.ink, 1.6, ...stays.map((stay) => line(...stay))),
    filled(inks.ink, mast(0.15), mast(0.83), funnel(0.41), funnel(0.565)),
    filled(
      inks.slate,
      ...[0.41, 0.565].map((along) =>
        poly(at(along + 0.003, 0.152), at(along + 0.0085, 0.152), at(along + 0.0085, 0.268), at(along + 0.004, 0.268)),
      ),
    ),
    filled(
      inks.paper,
      tier(0.17, 0.86, 0.09, 0.12),
      tier(0.22, 0.79, 0.12, 0.146),
      tier(0.25, 0.36, 0.146, 0.172),
      tier(0.275, 0.32, 0.172, 0.19),
    ),
    filled(inks.grey, tier(0.17, 0.86, 0.116, 0.1205), tier(0.22, 0.79, 0.142, 0.1465)),
    filled(
      inks.ink,
      ...windows(0.19, 0.84, 0.1, 0.0145),
      ...windows(0.235, 0.78, 0.127, 0.0125),
      ...windows(0.262, 0.35, 0.154, 0.012),
    ),
    filled(inks.ink, ...[0.385, 0.46, 0.505, 0.625, 0.67, 0.715].map(boat)),
    filled(inks.ink, hull),
    filled(inks.paper, ...ports(0.074, 0.07, 0.94, 0.0165), ...ports(0.05, 0.1, 0.9, 0.0215)),
    filled(
      inks.slate,
      ...Array.from({ length: 46 }, () =>
        gouge(
          at(between(chance, 0.03, 0.96), between(chance, 0.022, 0.09)),
          length * between(chance, 0.02, 0.09),
          length * 0.0016,
          between(chance, -1, 1),
        ),
      ),
    ),
    filled(
      inks.pale,
      ...Array.from({ length: 10 }, (_, index) =>
        gouge(at(0.022 + index * 0.0012, 0.1 - index * 0.0075), length * 0.022, length * 0.0019, 2),
      ),
    ),
    filled(inks.red, poly(at(0.0335, 0.019), at(0.97, 0.019), at(0.955, -0.004), at(0.0345, -0.004))),
  ].join('')
}

/** Smoke is a cut shape that drifts off and is eaten away along the grain. */
export function smoke(chance: Chance, [x, y]: Mark, reach: number, width: number, side: 1 | -1 = 1): string {
  const puffs = 13
  const mark = (index: number, edge: 1 | -1): Mark => {
    const part = index / puffs
    const fading = 1 - Math.max(0, (part - 0.7) / 0.3) ** 1.6
    const swell = width * (0.42 + 1.5 * part) * (1 + 0.28 * Math.sin(index * 2.1)) * fading
    return [
      x + side * reach * part + edge * width * 0.16,
      y - reach * 0.3 * part ** 0.55 + edge * swell * 0.55 + between(chance, -1, 1) * width * 0.14 * fading,
    ]
  }
  const marks = Array.from({ length: puffs + 1 }, (_, index) => index)
  const shape = soft(...marks.map((index) => mark(index, -1)), ...marks.reverse().map((index) => mark(index, 1)))
  const eaten = Array.from({ length: 76 }, () => {
    const part = 0.2 + 0.9 * chance() ** 0.6
    const [px, py] = [x + side * reach * part, y - reach * 0.3 * part ** 0.55]
    return gouge(
      [px, py + between(chance, -1, 1) * width * (0.3 + part)],
      reach * between(chance, 0.05, 0.2),
      width * 0.17 * part + 1,
      -5 * side,
    )
  })
  return filled(inks.slate, shape) + filled(inks.pale, ...eaten)
}

/** A junk under sail, small and far. `size` is the height of its mast. */
export function junk([x, y]: Mark, size: number, fill: string): string {
  const to = (across: number, up: number): Mark => [x + across * size, y - up * size]
  return (
    filled(
      fill,
      soft(to(-0.42, 0.12), to(-0.3, 0), to(0.3, 0), to(0.5, 0.16), to(0.2, 0.07), to(-0.2, 0.06)),
      poly(to(-0.03, 0.05), to(0, 0.05), to(0, 1), to(-0.03, 1)),
    ) +
    filled(
      fill,
      `M${to(0.02, 0.98).join(' ')}Q${to(0.42, 0.8).join(' ')} ${to(0.4, 0.2).join(' ')}L${to(0.02, 0.16).join(' ')}Z`,
    ) +
    drawn(
      inks.pale,
      Math.max(1, size * 0.012),
      ...[0.34, 0.5, 0.66, 0.82].map((up) => line(to(0.03, up), to(0.4 - (up - 0.3) * 0.12, up + 0.02))),
    )
  )
}

/** The same liner going away: its counter stern near, its bow far; smoke behind it. */
export function linerLeaving(chance: Chance, stern: Mark, size: number): string {
  const [x0, y0] = stern
  const to = (across: number, up: number): Mark => [x0 - across * size, y0 - up * size]
  const hull = soft(
    to(-0.13, 0.43),
    to(-0.125, 0.3),
    to(-0.08, 0.17),
    to(-0.03, 0.02),
    to(0.1, 0),
    to(0.6, 0.06),
    to(1, 0.105),
    to(1.07, 0.385),
    to(0.97, 0.386),
    to(0.5, 0.402),
    to(0.16, 0.428),
    to(0.02, 0.442),
  )
  const deck = (from: number, fromUp: number, upTo: number, end: number, endUp: number, endTop: number) =>
    poly(to(from, fromUp), to(end, endUp), to(end, endTop), to(from, upTo))
  const funnel = (across: number, scale: number) =>
    poly(
      to(across, 0.44),
      to(across + 0.085 * scale, 0.43),
      to(across + 0.083 * scale, 0.43 + 0.36 * scale),
      to(across + 0.003, 0.44 + 0.36 * scale),
    )
  const mast = (across: number, up: number, height: number) =>
    poly(to(across, up), to(across + 0.014, up), to(across + 0.01, up + height), to(across + 0.005, up + height))
  const folk = [-0.09, -0.055, -0.02, 0.03, 0.07, 0.13].flatMap((across, index) => [
    disc(to(across, 0.492), size * 0.012),
    soft(
      to(across - 0.018, 0.44),
      to(across - 0.016, 0.475),
      to(across, 0.482),
      to(across + 0.016, 0.475),
      to(across + 0.018, 0.44),
    ),
    ...(index % 2 === 0
      ? [poly(to(across + 0.012, 0.47), to(across + 0.02, 0.474), to(across + 0.028, 0.53), to(across + 0.02, 0.53))]
      : []),
  ])
  const cloths = [-0.09, -0.02, 0.07].map((across) =>
    poly(to(across + 0.022, 0.53), to(across - 0.012, 0.545), to(across - 0.03, 0.525), to(across + 0.012, 0.51)),
  )
  return [
    smoke(chance, to(0.34, 0.8), size * 1.5, size * 0.13),
    smoke(chance, to(0.585, 0.73), size * 1.3, size * 0.1),
    filled(inks.ink, mast(0.1, 0.42, 0.62), mast(0.84, 0.37, 0.5), funnel(0.3, 1), funnel(0.545, 0.85)),
    drawn(
      inks.ink,
      1.5,
      line(to(0.107, 1.02), to(-0.12, 0.44)),
      line(to(0.107, 1.02), to(0.34, 0.78)),
      line(to(0.847, 0.86), to(1.05, 0.385)),
    ),
    filled(inks.paper, deck(0.14, 0.4, 0.505, 0.96, 0.37, 0.44), deck(0.2, 0.495, 0.56, 0.84, 0.435, 0.48)),
    filled(
      inks.ink,
      ...Array.from({ length: 15 }, (_, index) => {
        const part = index / 15
        const across = 0.17 + part * 0.74
        const up = 0.445 - part * 0.052
        return poly(to(across, up), to(across + 0.02, up - 0.003), to(across + 0.02, up + 0.028), to(across, up + 0.03))
      }),
    ),
    filled(inks.ink, hull, ...folk),
    filled(inks.paper, ...cloths),
    drawn(
      inks.slate,
      2.2,
      line(to(-0.122, 0.38), to(0.03, 0.392), to(0.5, 0.362), to(1.06, 0.35)),
      line(to(-0.1, 0.25), to(0.05, 0.26)),
    ),
    filled(
      inks.paper,
      ...Array.from({ length: 13 }, (_, index) =>
        disc(to(0.12 + index * 0.068, 0.245 + index * 0.001), size * 0.0095 * (1 - index * 0.03)),
      ),
    ),
    filled(
      inks.slate,
      ...Array.from({ length: 16 }, () =>
        gouge(
          to(between(chance, 0, 1), between(chance, 0.09, 0.2)),
          size * between(chance, 0.05, 0.16),
          size * 0.005,
          3,
        ),
      ),
    ),
    filled(
      inks.red,
      poly(
        to(-0.038, 0.055),
        to(0.1, 0.048),
        to(0.6, 0.1),
        to(1.008, 0.136),
        to(0.998, 0.098),
        to(0.6, 0.052),
        to(0.1, -0.008),
        to(-0.022, -0.004),
      ),
    ),
  ].join('')
}
