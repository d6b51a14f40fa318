/** What happened in the shell, with its facts; never anything about a visitor. */
export type ShellEvent = {
  readonly event: string
  readonly [fact: string]: string | number | boolean | null | undefined
}

/** One JSON object a line, as the station service writes them. */
export const log = (event: ShellEvent): void => void process.stdout.write(`${JSON.stringify(event)}\n`)
