import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is, by `CHROMIUM` or at its usual places; throws with the remedy. */
function chromiumProgram(): string {
  const found = places.find((path) => path !== undefined && existsSync(path))
  if (found !== undefined) return found
  throw new Error('No Chromium found. Install it (apt-get install chromium) or name it: CHROMIUM=/path/to/chromium.')
}

/**
 * Draws WebGL by the processor, so that pictures are the same on every machine. The rest of a page is painted by the processor
 * straight away: by a graphics card that is only played, the same pages take more than twice the work.
 */
export const withoutGraphicsCard = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
] as const

/** A real Chromium that asks nothing of the network by itself; `more` are switches of its command line. */
export function openChromium(more: readonly string[] = withoutGraphicsCard): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumProgram(),
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}
