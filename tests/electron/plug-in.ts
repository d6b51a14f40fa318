import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { helmLine } from '@riverside/contract'
import { eventually } from './shell-under-test.ts'

/** A brass helm on a pseudo-terminal: it speaks the line protocol and nothing else. */
export type PluggedHelm = {
  say(text: string): void
  /** Goes on to these counts at once. */
  to(counts: number): void
  press(): void
  unplug(): Promise<void>
}

/** A pair of pseudo-terminals: the shell holds one end by this name, the test the other. */
export async function plugIn(device: string): Promise<PluggedHelm> {
  const socat = spawn('socat', ['-', `pty,raw,echo=0,link=${device}`], { stdio: ['pipe', 'ignore', 'ignore'] })
  await eventually('the pseudo-terminal', async () => existsSync(device))
  const say = (text: string) => void socat.stdin?.write(text)
  return {
    say,
    to: (counts) => say(helmLine({ type: 'turned', counts })),
    press() {
      say(helmLine({ type: 'button', pressed: true }))
      say(helmLine({ type: 'button', pressed: false }))
    },
    unplug: () =>
      new Promise((gone) => {
        socat.once('exit', () => gone())
        socat.kill()
      }),
  }
}
