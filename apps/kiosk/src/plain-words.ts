import { createInterface } from 'node:readline'

/** What two libraries that both bring GLib say of each other, several lines a picture; it would bury everything else. */
const noise = /GLib-GObject-CRITICAL|SharpElectronLinux|^\s*$/

/** Passes a program's complaints on, line by line, without the noise. */
export function plainWords(from: NodeJS.ReadableStream, to: NodeJS.WritableStream): void {
  createInterface({ input: from }).on('line', (line) => {
    if (!noise.test(line)) to.write(`${line}\n`)
  })
}
