import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { helmLine, readHelmTrace, sayTraceFaults, type TraceHead, traceLine } from '@riverside/contract'
import { HelmReader } from '../src/helm-reader.ts'
import { openPretendLine } from './helm-pty.ts'
import { say } from './progress.ts'

const usage = `npm run helm -- pretend --pty <path> [--turns <n>] [--seconds <s>] [--counts-per-turn <n>] [--press]
  Writes the line protocol of a serial helm. A path that is there is written to; otherwise a pseudo-terminal is made (by
  socat) with this path as its name, and kept until the turning is over.
  --turns            full turns, negative to port; 2 where it is left out
  --seconds          how long they take; 4
  --counts-per-turn  of the encoder; 600
  --press            presses the button at the end

npm run helm -- record --out <trace.jsonl> [--port <device>] [--seconds <s>] [--counts-per-turn <n>] [--about <words>]
  Writes down what a real helm says, until Ctrl-C or for so many seconds. The station must not run meanwhile.
  --port             the serial device; /dev/serial/by-id/riverside-helm

npm run helm -- replay <trace.jsonl> --pty <path> [--speed <n>]
  Says once more what was recorded, as fast as then or so many times as fast; a cable pulled then is pulled again.`

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
    seconds: { type: 'string' },
    'counts-per-turn': { type: 'string', default: '600' },
    press: { type: 'boolean', default: false },
    out: { type: 'string' },
    port: { type: 'string', default: '/dev/serial/by-id/riverside-helm' },
    about: { type: 'string', default: '' },
    speed: { type: 'string', default: '1' },
  },
  allowPositionals: true,
})

const countsPerTurn = Number(values['counts-per-turn'])
const seconds = values.seconds === undefined ? undefined : Number(values.seconds)
const [turns, speed] = [Number(values.turns), Number(values.speed)]
const isSound = [countsPerTurn, turns, speed, seconds ?? 1].every(Number.isFinite) && speed > 0 && (seconds ?? 1) > 0

const [command, file] = positionals
if (isSound && command === 'pretend' && typeof values.pty === 'string') await pretend(values.pty)
else if (isSound && command === 'record' && typeof values.out === 'string') await record(values.out)
else if (isSound && command === 'replay' && file !== undefined && typeof values.pty === 'string')
  await replay(file, values.pty)
else {
  say(usage)
  process.exitCode = 1
}

async function pretend(path: string): Promise<void> {
  const line = await openPretendLine(path)
  const lasts = seconds ?? 4
  const reports = Math.max(1, Math.round(lasts * reportRate))
  for (let i = 0; i <= reports; i += 1) {
    await line.write(helmLine({ type: 'turned', counts: Math.round((turns * countsPerTurn * i) / reports) }))
    await pause((lasts * 1000) / reports)
  }
  if (values.press) for (const pressed of [true, false]) await line.write(helmLine({ type: 'button', pressed }))
  await line.close()
}

async function record(out: string): Promise<void> {
  const head: TraceHead = { helm: 'trace', version: 1, countsPerTurn, direction: 'normal', about: String(values.about) }
  const trace = createWriteStream(out)
  trace.write(traceLine(head))
  const began = performance.now()
  let reports = 0
  const reader = new HelmReader(String(values.port), (news) => {
    if (news.type === 'connected' || news.type === 'lost') say(`${values.port}: ${news.type}`)
    else reports += 1
    trace.write(traceLine({ at: Math.round(performance.now() - began), ...news }))
  })
  reader.open()
  say(`Recording into ${out}; ${seconds === undefined ? 'Ctrl-C ends it' : `${seconds} s`}.`)
  const ended = new AbortController()
  process.once('SIGINT', () => ended.abort())
  process.once('SIGTERM', () => ended.abort())
  await pause(seconds === undefined ? 86_400_000 : seconds * 1000, undefined, { signal: ended.signal }).catch(() => {})
  reader.close()
  await new Promise<void>((written) => trace.end(() => written()))
  say(`${reports} reports.`)
}

async function replay(name: string, path: string): Promise<void> {
  const text = await readFile(name, 'utf8').catch(() => undefined)
  if (text === undefined) return refuse(`没有这个文件 / There is no such file: ${name}`)
  const trace = readHelmTrace(text)
  if (!trace.ok) return refuse(sayTraceFaults(name, trace.error))
  const line = await openPretendLine(path)
  const began = performance.now()
  for (const point of trace.value.points) {
    const wait = point.at / speed - (performance.now() - began)
    if (wait > 0) await pause(wait)
    if (point.type === 'turned' || point.type === 'button') await line.write(helmLine(point))
    else if (point.type === 'lost') await line.pull()
    else await line.plugIn()
  }
  await line.close()
}

function refuse(why: string): void {
  say(why)
  process.exitCode = 1
}
