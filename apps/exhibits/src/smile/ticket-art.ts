import type { TicketSign } from '@riverside/smile'

/** Parts of a full turn as a place on a circle about the middle of the square. */
const on = (turn: number, radius: number): string => {
  const angle = turn * Math.PI * 2
  return `${(50 + Math.sin(angle) * radius).toFixed(1)} ${(50 - Math.cos(angle) * radius).toFixed(1)}`
}

const circle = (x: number, y: number, radius: number): string =>
  `M${x} ${y - radius}A${radius} ${radius} 0 1 1 ${x - 0.1} ${y - radius}Z`

/** Eight handles, a rim, spokes and a hub. */
const helm = [
  circle(50, 50, 33),
  circle(50, 50, 25),
  ...Array.from({ length: 8 }, (_, spoke) => {
    const at = spoke / 8
    return `M${on(at - 0.012, 46)}L${on(at + 0.012, 46)}L${on(at + 0.019, 34)}L${on(at - 0.019, 34)}Z`
  }),
  ...Array.from({ length: 8 }, (_, spoke) => {
    const at = spoke / 8
    return `M${on(at - 0.02, 24)}L${on(at + 0.02, 24)}L${on(at + 0.05, 11)}L${on(at - 0.05, 11)}Z`
  }),
  circle(50, 50, 9),
].join('')

/** The twelve signs of boat tickets, each cut flat from one piece in a square of 100; holes by the even-odd rule. */
export const signShapes: Readonly<Record<TicketSign, string>> = {
  anchor: `${circle(50, 17, 12)}${circle(50, 17, 5)}M45 30L55 30L55 38L75 37L75 46L55 46L57 80Q72 76 78 61L69 62L83 42L94 62L87 61Q81 91 50 95Q19 91 13 61L6 62L17 42L31 62L22 61Q28 76 43 80L45 46L25 46L25 37L45 38Z`,
  boat: 'M6 68L94 65Q87 87 72 91L28 91Q12 87 6 68ZM46 8L53 8L53 61L46 62ZM58 14Q86 33 89 58L58 60ZM41 22Q20 38 14 61L41 61Z',
  bridge:
    'M2 66L98 66L98 75L2 75ZM44 8L56 8L62 94L53 94L50 60L47 94L38 94ZM43 20L46 24L14 66L8 66ZM43 36L46 40L29 66L23 66ZM57 20L54 24L86 66L92 66ZM57 36L54 40L71 66L77 66Z',
  crane:
    'M18 94L27 94L34 50L64 50L71 94L80 94L72 40L54 40L54 31L95 17L94 10L54 23L54 14L43 14L43 27L12 36L14 44L43 36L43 40L26 40ZM83 19L87 18L87 44L93 44L93 58L77 58L77 44L83 44Z',
  fish: `M4 50Q28 18 62 42Q76 50 95 26Q89 50 95 74Q76 52 62 58Q28 82 4 50Z${circle(23, 45, 4.6)}M42 36Q50 50 42 64L47 62Q55 50 47 38Z`,
  gull: 'M2 40Q24 22 42 42Q49 50 51 57Q55 36 74 24Q88 15 98 26Q84 28 75 40Q66 54 58 76Q50 88 42 74Q38 56 27 47Q16 38 2 40Z',
  helm,
  lantern: 'M29 16L71 15L80 60L20 60ZM42 25L42 51L58 51L56 25ZM4 62Q26 72 50 72Q74 72 96 62Q76 92 50 92Q24 92 4 62Z',
  moon: 'M60 6A44 44 0 1 0 95 66A37 37 0 1 1 60 6Z',
  reed: 'M46 34L53 34Q56 60 54 95L46 95Q48 60 46 34ZM49 4Q58 18 53 34L46 34Q41 18 49 4ZM71 34L76 36Q66 60 56 95L52 95Q58 60 71 34ZM77 8Q82 22 76 36L71 34Q68 20 77 8ZM44 95Q38 66 10 44Q26 74 40 95ZM60 95Q66 76 90 62Q72 82 66 95Z',
  tower:
    'M24 30L24 12L36 12L36 21L44 21L44 12L56 12L56 21L64 21L64 12L76 12L76 30L71 37L71 94L29 94L29 37ZM42 94L58 94L58 74Q50 64 42 74ZM44 58L56 58L56 46Q50 39 44 46Z',
  umbrella:
    'M47 4L53 4L53 11Q92 14 96 52Q84 43 74 52Q64 43 53 50L53 80Q53 95 40 95Q27 95 27 80L34 80Q34 88 40 88Q47 88 47 80L47 50Q36 43 26 52Q16 43 4 52Q8 14 47 11Z',
}
