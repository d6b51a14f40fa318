import { execFile } from 'node:child_process'
import { log } from './log.ts'

/** The mixers of Linux, the newest first; the first that is there and works is used. `share` is 0 to 1. */
const mixers = (share: number): readonly (readonly [string, readonly string[]])[] => [
  ['wpctl', ['set-volume', '@DEFAULT_AUDIO_SINK@', share.toFixed(2)]],
  ['pactl', ['set-sink-volume', '@DEFAULT_SINK@', `${Math.round(share * 100)}%`]],
  ['amixer', ['-q', 'sset', 'Master', `${Math.round(share * 100)}%`]],
]

/** Sets the loudness of the machine. A machine without a mixer is noted and stays as it is. */
export async function setVolume(share: number): Promise<void> {
  for (const [mixer, words] of mixers(share)) if (await works(mixer, words)) return
  log({ event: 'no-mixer' })
}

const works = (program: string, words: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => execFile(program, [...words], { timeout: 3000 }, (failure) => resolve(failure === null)))
