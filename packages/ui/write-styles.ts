import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { tokensAsCss } from './src/tokens.ts'

/** Writes src/tokens.css from the tokens and src/fonts.css from the font packages: woff2 alone, and no word is shown before its face is there. */
const require = createRequire(import.meta.url)
const place = (name: string) => fileURLToPath(new URL(`src/${name}`, import.meta.url))

const faces = [
  '@fontsource/noto-serif-sc/900.css',
  '@fontsource/noto-sans-sc/400.css',
  '@fontsource/noto-sans-sc/500.css',
  '@fontsource/noto-sans-sc/700.css',
  '@fontsource/lxgw-wenkai/500.css',
  '@fontsource-variable/fraunces/full.css',
  '@fontsource-variable/fraunces/full-italic.css',
]

function onlyWoff2(sheet: string): string {
  const from = sheet.split('/').slice(0, 2).join('/')
  return readFileSync(require.resolve(sheet), 'utf8')
    .replace(/\/\*.*?\*\/\n?/g, '')
    .replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '')
    .replaceAll('url(./files/', `url(${from}/files/`)
    .replaceAll('font-display: swap', 'font-display: block')
    .trim()
}

writeFileSync(place('tokens.css'), tokensAsCss())
writeFileSync(place('fonts.css'), `${faces.map(onlyWoff2).join('\n\n')}\n`)
