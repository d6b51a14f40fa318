import { spawn } from 'node:child_process'

/** Milliseconds before a line that is away is tried again. */
const tryAgain = 2000

/**
 * Reads a serial line of Linux for ever, whether or not anything is plugged in by now. Gives back how to stop. The system's own `stty`
 * sets the line and `cat` reads it, each a process of its own: no driver that breaks takes the station with it.
 */
export function openCounterLine(
  { device, baudRate }: { readonly device: string; readonly baudRate: number },
  hear: (text: string) => void,
): () => void {
  const stopped = new AbortController()
  let again: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    if (!stopped.signal.aborted) again = setTimeout(set, tryAgain)
  }
  /** Runs a program to its end; gives whether it ended well, and never throws. */
  const run = (program: string, given: readonly string[], onText?: (text: string) => void) =>
    new Promise<boolean>((settle) => {
      const child = spawn(program, given, {
        stdio: ['ignore', onText ? 'pipe' : 'ignore', 'ignore'],
        signal: stopped.signal,
      })
      child.stdout?.setEncoding('latin1').on('data', (text: string) => onText?.(text))
      child.on('error', () => settle(false))
      child.on('close', (code) => settle(code === 0))
    })
  const set = () => {
    void run('stty', ['-F', device, String(baudRate), 'raw', '-echo'])
      .then((isSet) => (isSet ? run('cat', ['--', device], hear) : false))
      .then(later)
  }
  set()
  return () => {
    clearTimeout(again)
    stopped.abort()
  }
}
