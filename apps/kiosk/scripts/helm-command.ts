import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { helmLine } from '@riverside/contract'
import { say } from './progress.ts'

const usage = `npm run helm -- pretend --pty <path> [--turns <n>] [--seconds <s>] [--counts-per-turn <n>] [--press]
  Writes the line protocol of a serial helm. A path that is there is written to; otherwise a pseudo-terminal is made (by
  socat) with this path as its name, and kept until the turning is over.
  --turns            full turns, negative to port; 2 where it is left out
  --seconds          how long they take; 4
  --counts-per-turn  of the encoder; 600
  --press            presses the button at the end`

/** Reports a second, as a real encoder sends them. */
const reportRate = 50

/** `--turns -1` as a person types it; by itself the parser would take `-1` for a switch. */
const words = process.argv.slice(2).flatMap((word, i, all) => {
  if (all[i - 1]?.startsWith('--') && /^-[\d.]/.test(word)) return []
  return /^-[\d.]/.test(all[i + 1] ?? '') && word.startsWith('--') ? [`${word}=${all[i + 1]}`] : [word]
})

const { values, positionals } = parseArgs({
  args: words,
  strict: false,
  options: {
    pty: { type: 'string' },
    turns: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '4' },
    'counts-per-turn': { type: 'string', default: '600' },
    press: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})

const turns = Number(values.turns)
const seconds = Number(values.seconds)
const countsPerTurn = Number(values['counts-per-turn'])

if (
  positionals[0] !== 'pretend' ||
  typeof values.pty !== 'string' ||
  ![turns, seconds, countsPerTurn].every(Number.isFinite) ||
  seconds <= 0
) {
  say(usage)
  process.exitCode = 1
} else await pretend(values.pty)

async function pretend(path: string): Promise<void> {
  const line = existsSync(path) ? await existingLine(path) : await newLine(path)
  const reports = Math.max(1, Math.round(seconds * reportRate))
  for (let i = 0; i <= reports; i += 1) {
    await line.write(helmLine({ type: 'turned', counts: Math.round((turns * countsPerTurn * i) / reports) }))
    await pause((seconds * 1000) / reports)
  }
  if (values.press) for (const pressed of [true, false]) await line.write(helmLine({ type: 'button', pressed }))
  // What is still on the way must arrive before the line is taken away.
  await pause(200)
  await line.close()
}

type Line = { write(text: string): Promise<void>; close(): Promise<void> }

async function existingLine(path: string): Promise<Line> {
  const file = await open(path, 'w')
  return { write: async (text) => void (await file.write(text)), close: () => file.close() }
}

async function newLine(path: string): Promise<Line> {
  const socat = spawn('socat', ['-', `pty,raw,echo=0,link=${path}`], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = new Promise<void>((over) => socat.once('exit', () => over()))
  socat.once('error', () => say('socat is missing; please install the Debian package socat.'))
  process.once('SIGINT', () => socat.kill())
  while (!existsSync(path) && socat.exitCode === null && socat.pid !== undefined) await pause(20)
  say(`A helm pretends at ${path}.`)
  return {
    write: (text) =>
      new Promise((written, failed) => socat.stdin.write(text, (failure) => (failure ? failed(failure) : written()))),
    close: async () => {
      socat.kill()
      await ended
    },
  }
}
