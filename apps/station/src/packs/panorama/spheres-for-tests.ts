import { writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'

/** A calm sphere, sky over water with posts along the shore, that a test may then spoil; raw pixels of sRGB. */
export function sphereForTests(width: number, height = width / 2): Sharp {
  const data = new Uint8Array(width * height * 3)
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 3) {
      const yaw = ((x + 0.5) / width) * 2 * Math.PI
      const pitch = (0.5 - (y + 0.5) / height) * Math.PI
      const post = Math.abs(pitch) > 0.2 ? 0 : Math.min(1, Math.max(0, (Math.sin(yaw * 40) - 0.5) * 5 + 0.5))
      const tone = pitch > 0 ? 150 + 60 * pitch : 120 + 40 * pitch
      data.fill(Math.round(tone + (70 - tone) * post), at, at + 3)
      data[at + 2] = Math.min(255, data[at + 2]! + 20)
    }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

export async function writeSphere(file: string, sphere: Sharp): Promise<string> {
  await writeFile(file, await sphere.toBuffer())
  return file
}
