import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { seededChance } from '@riverside/kit'
import jsqr from 'jsqr'
import { create, type QRCodeErrorCorrectionLevel } from 'qrcode'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** How a phone sees a code: lengths in the phone's own pixels, blur in modules, tilt and turn in degrees. */
export type Sight = {
  readonly name: string
  /** The shorter side of the frames the phone looks at. */
  readonly frame: number
  /** The share of it that the code fills. */
  readonly fills: number
  /** Standard deviation in modules. */
  readonly blur: number
  /** Standard deviation in greys of 256. */
  readonly noise: number
  /** Round the upright axis, as from beside the screen. */
  readonly tilt: number
  readonly turn: number
}

const plain = { fills: 0.8, blur: 0.25, noise: 3, tilt: 0, turn: 1 }
/** Frames of 1080 are what phones of the last years scan with, frames of 720 what old ones and chat programs do. */
export const sights: readonly Sight[] = [1080, 720].flatMap((frame) => [
  { ...plain, name: `${frame} straight`, frame },
  { ...plain, name: `${frame} half as large`, frame, fills: 0.62 },
  { ...plain, name: `${frame} noisy`, frame, noise: 8 },
  { ...plain, name: `${frame} blurred`, frame, blur: 0.45 },
  { ...plain, name: `${frame} from beside`, frame, tilt: 20, turn: 4 },
])

type Picture = { readonly data: Uint8Array; readonly width: number; readonly height: number }

/** The code as a camera has it: grey pixels, paper and ink as bright as they are on the screen. */
export async function photographed(
  text: string,
  level: QRCodeErrorCorrectionLevel,
  sight: Sight,
  seed: number,
): Promise<Picture> {
  const { modules } = create(text, { errorCorrectionLevel: level })
  const across = modules.size + 8
  const isDark = (x: number, y: number) =>
    x >= 4 && y >= 4 && x < across - 4 && y < across - 4 && modules.get(Math.floor(y) - 4, Math.floor(x) - 4) === 1
  const side = sight.frame
  const scale = across / (side * sight.fills)
  const [turn, tilt] = [(sight.turn * Math.PI) / 180, (sight.tilt * Math.PI) / 180]
  const chance = seededChance(seed)
  const [shiftX, shiftY] = [chance() * 2, chance() * 2]
  const data = new Uint8Array(side * side)
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      let dark = 0
      for (let part = 0; part < 4; part++) {
        const px = column + 0.25 + 0.5 * (part & 1) - side / 2 + shiftX
        const py = row + 0.25 + 0.5 * (part >> 1) - side / 2 + shiftY
        const [u, v] = [px * Math.cos(turn) + py * Math.sin(turn), py * Math.cos(turn) - px * Math.sin(turn)]
        // The card stands three of its widths away; what is turned away is smaller.
        const depth = 3 * side * sight.fills
        const x = (u * depth) / (depth * Math.cos(tilt) - u * Math.sin(tilt))
        const y = (v * (depth + x * Math.sin(tilt))) / depth
        if (isDark(x * scale + across / 2, y * scale + across / 2)) dark++
      }
      data[row * side + column] = 236 - (206 * dark) / 4
    }
  }
  const blurred = sight.blur > 0 ? await blur({ data, width: side, height: side }, sight.blur / scale) : data
  for (let at = 0; at < blurred.length; at++) {
    const wobble = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
    blurred[at] = Math.max(0, Math.min(255, (blurred[at] ?? 0) + wobble * sight.noise))
  }
  return { data: blurred, width: side, height: side }
}

async function blur({ data, width, height }: Picture, sigma: number): Promise<Uint8Array> {
  const { data: soft } = await sharp(data, { raw: { width, height, channels: 1 } })
    .blur(Math.max(0.3, sigma))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return new Uint8Array(soft)
}

/** What fills a code of this version to the last sign: an address and a fragment. */
export function codeWith(version: number, level: QRCodeErrorCorrectionLevel): string {
  const chance = seededChance(version)
  const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*-./:'
  const fragment = Array.from({ length: 4200 }, () => signs.charAt(Math.floor(chance() * signs.length))).join('')
  const text = (length: number) => `HTTPS://CARDS.EXAMPLE.ORG/P/#${fragment.slice(0, length)}`
  let [fits, bursts] = [0, fragment.length]
  while (bursts - fits > 1) {
    const middle = (fits + bursts) >> 1
    if (versionOf(text(middle), level) <= version) fits = middle
    else bursts = middle
  }
  return text(fits)
}

/** The smallest version that holds a text; infinite where none does. */
export function versionOf(text: string, errorCorrectionLevel: QRCodeErrorCorrectionLevel): number {
  try {
    return create(text, { errorCorrectionLevel }).version
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

/** What a reader of codes makes of a picture. */
export type CodeReader = (picture: Picture) => Promise<string | undefined>

const require = createRequire(import.meta.url)

/** Three that share no line of code: jsQR, ZXing-C++, ZBar. */
export const codeReaders: Readonly<Record<string, CodeReader>> = {
  jsQR: async ({ data, width, height }) => {
    const colours = new Uint8ClampedArray(data.length * 4)
    for (const [at, grey] of data.entries()) colours.fill(grey, at * 4, at * 4 + 3)
    return jsqr(colours, width, height, { inversionAttempts: 'dontInvert' })?.data
  },
  ZXing: async ({ data, width, height }) => {
    prepareZXingModule({
      overrides: {
        wasmBinary: readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer as ArrayBuffer,
      },
    })
    const colours = new Uint8ClampedArray(data.length * 4).fill(255)
    for (const [at, grey] of data.entries()) colours.fill(grey, at * 4, at * 4 + 3)
    const [found] = await readBarcodes({ data: colours, width, height, colorSpace: 'srgb' }, { formats: ['QRCode'] })
    return found?.isValid ? found.text : undefined
  },
  ZBar: async ({ data, width, height }) => {
    const png = await sharp(data, { raw: { width, height, channels: 1 } })
      .png({ compressionLevel: 1 })
      .toBuffer()
    const running = promisify(execFile)(
      'zbarimg',
      ['--quiet', '--raw', '--oneshot', '-Sdisable', '-Sqrcode.enable', '-'],
      { encoding: 'utf8' },
    )
    running.child.stdin?.end(png)
    return await running.then(
      ({ stdout }) => stdout.replace(/\n$/, ''),
      () => undefined,
    )
  },
}
