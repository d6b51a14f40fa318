import { inks, notNowWords } from './inks.ts'

/** Sizes of type in design pixels, by role. `grows`: 大字 makes it 1.4 times as large; titles are large already. */
export const typeScale = {
  poster: { size: 112, grows: false },
  title: { size: 96, grows: false },
  heading: { size: 72, grows: false },
  subheading: { size: 44, grows: true },
  figure: { size: 64, grows: true },
  voice: { size: 44, grows: true },
  body: { size: 32, grows: true },
  'body-en': { size: 29, grows: true },
  'slip-main': { size: 46, grows: true },
  slip: { size: 36, grows: true },
  'slip-service': { size: 32, grows: true },
  note: { size: 27, grows: true },
  smallest: { size: 24, grows: true },
} as const

/** How much larger 大字 prints what grows. */
export const easyGrowth = 1.4

/** Milliseconds. */
export const durations = { ink: 180, cut: 220, slide: 280, sheet: 320, sand: 400 } as const

const faces = {
  title: '"Noto Serif SC", "Fraunces Variable", serif',
  text: '"Noto Sans SC", "Fraunces Variable", sans-serif',
  latin: '"Fraunces Variable", "Noto Serif SC", serif',
  voice: '"LXGW WenKai", "Noto Sans SC", serif',
} as const

/** The text of tokens.css. Written by `npx tsx packages/ui/write-styles.ts`; a test keeps file and source together. */
export function tokensAsCss(): string {
  const root = [
    '--u: min(calc(100vw / 1920), calc(100vh / 1080));',
    '--grow: 1;',
    '--weight-title: 900;',
    ...Object.entries(inks).map(([name, value]) => `--${name}: ${value.toLowerCase()};`),
    `--not-now: ${notNowWords};`,
    ...Object.entries(faces).map(([name, value]) => `--face-${name}: ${value};`),
    ...Object.entries(durations).map(([name, value]) => `--take-${name}: ${value}ms;`),
    '--ease: cubic-bezier(0.16, 0.84, 0.36, 1);',
  ]
  const sizes = Object.entries(typeScale).map(([role, { size, grows }]) =>
    grows ? `--type-${role}: calc(var(--u) * ${size} * var(--grow));` : `--type-${role}: calc(var(--u) * ${size});`,
  )
  return [
    block(':root', [...root, ...sizes]),
    '@media (orientation: portrait) {\n  :root {\n    --u: min(calc(100vw / 1080), calc(100vh / 1920));\n  }\n}\n',
    block(':root[data-easy]', [`--grow: ${easyGrowth};`]),
  ].join('\n')
}

function block(selector: string, lines: readonly string[]): string {
  return `${selector} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}\n`
}
