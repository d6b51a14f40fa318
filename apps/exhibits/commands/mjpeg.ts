const startOfPicture = Uint8Array.of(0xff, 0xd8, 0xff)

/** The JPEG pictures of a motion JPEG file, in order. */
export function picturesOf(clip: Buffer): readonly Buffer[] {
  const starts: number[] = []
  for (let at = clip.indexOf(startOfPicture); at >= 0; at = clip.indexOf(startOfPicture, at + 3)) starts.push(at)
  return starts.map((start, index) => clip.subarray(start, starts[index + 1] ?? clip.length))
}

export const pictureCount = (clip: Buffer): number => picturesOf(clip).length

/** Chromium plays 30 pictures a second: each of ten a second stands three times. */
export const repeatedForCamera = (pictures: readonly Uint8Array[]): Buffer =>
  Buffer.concat(pictures.flatMap((picture) => [picture, picture, picture]))
