/** How long work may stay silent, in milliseconds. */
const silence = 2000

/** One plain line on the error stream, so that what a command answers on the output stream stays clean. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`)

/**
 * Does a piece of work and tells the person waiting: nothing if it is done within two seconds, else what is being done,
 * for how long, and when it ended. `detail` adds a figure, such as megabytes so far.
 */
export async function told<Made>(
  what: string,
  work: () => Promise<Made>,
  detail: () => string = () => '',
): Promise<Made> {
  const began = performance.now()
  const seconds = () => `${Math.round((performance.now() - began) / 1000)} s`
  let spoken = false
  const tell = () => {
    spoken = true
    say(`${what} … ${seconds()}${detail() === '' ? '' : `, ${detail()}`}`)
  }
  const first = setTimeout(tell, silence)
  const again = setInterval(tell, 10_000)
  try {
    const made = await work()
    if (spoken) say(`${what}: done in ${seconds()}`)
    return made
  } finally {
    clearTimeout(first)
    clearInterval(again)
  }
}
