import type { Shell } from '@riverside/contract'

declare global {
  interface Window {
    /** Put there by the preload of the Electron shell; absent in a browser. */
    readonly shell?: Shell
  }
}

/**
 * Tells the shell once a second that this page is alive and how often it has painted. It beats from a painted frame, so a page
 * whose picture stands still for another reason than rest is found out too.
 */
export function beatHeart(shell: Shell, ended: AbortSignal): void {
  let frames = 0
  const beat = () => {
    if (ended.aborted) return
    requestAnimationFrame(() => {
      frames += 1
      void shell.heartbeat({ frames })
    })
  }
  beat()
  const timer = setInterval(beat, 1000)
  ended.addEventListener('abort', () => clearInterval(timer))
}
