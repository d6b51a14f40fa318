import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { FiguresFormat, type readCompare } from '@riverside/contract'
import { dayOf, type Grain, quarterAt } from '@riverside/smile'
import { isFull, openStore, type Store, sayStoreProblem } from '../store/store.ts'
import { askedToCompare, compareOf } from './compare.ts'
import { comparisonTable } from './comparison-table.ts'
import { figuresFile } from './figures-file.ts'
import { askedProblem } from './figures-source.ts'
import { type BadLine, importBuckets } from './import-buckets.ts'
import { epsilonRange } from './noise.ts'
import { sliceStore } from './slice-store.ts'
import { stationFacts } from './station-facts.ts'
import { writeTogether } from './write-together.ts'

const usage = `统计 / Figures
  npm run stats -- import <buckets.jsonl> --data <folder>
      一行一个一刻钟；坏的行会说明哪里不对，好的行照样收下
      one quarter-hour a line; bad lines are explained, good ones are taken all the same
  npm run stats -- export --from YYYY-MM-DD --to YYYY-MM-DD --grain hour|day|all --format csv|json|xlsx|pdf|parquet --out <file> --data <folder>
      --to 当天也算在内；旁边另写 <file>.meta.json（口径、阈值、校验和、生成时间），csv 还有 <file>.columns.csv（机读列名）；讲解员接待过团队的，csv、json、parquet 另有 <file>.receptions.<format>（xlsx、pdf 写在里面）；Ctrl+C 停下，不留半个文件
      --epsilon 0.1–5：给带出驿站的文件加噪声（R8），越小噪声越大
      --to is inclusive; --epsilon 0.1–5 adds noise to what leaves the station (R8), the smaller the more; beside it is written <file>.meta.json (definitions, thresholds, checksum, time of making), with csv <file>.columns.csv (names for programs), and where guides led groups, with csv, json and parquet <file>.receptions.<format> (xlsx and pdf carry them); Ctrl+C stops it and leaves no half file
  npm run stats -- compare --a <period> [--b <period>] [--station <id>] [--other <id>] [--as table|json] --data <folder>
      两段时间，或同一段时间的两个驿站（--other）；时段写成 2026-03、2026-q1、last-month，或 2026-03-01..2026-03-15
      two periods, or one period of two stations (--other); a period is 2026-03, 2026-q1, last-month, or 2026-03-01..2026-03-15`

const formats: readonly string[] = FiguresFormat.options
const grains = ['hour', 'day', 'all']
const mostBadShown = 50

const whyNotCompared: Readonly<Record<(typeof readCompare.problems)[number], string>> = {
  'not-a-period':
    '时段写成 2026-03、2026-q1、last-month，或 2026-03-01..2026-03-15 / Write a period as 2026-03, 2026-q1, last-month, or 2026-03-01..2026-03-15.',
  'no-such-station': '没有这个驿站的数据；有的是 / No figures of such a station; there are:',
  'which-station': '不止一个驿站，用 --station 说一个 / There are several stations; name one with --station:',
  'periods-share-days':
    '两段时间有同样的日子，不好相比，相减还会露出那几天 / The two periods share days: they are no comparison for each other, and their difference would tell those days apart.',
}

process.exitCode = await run()

async function run(): Promise<number> {
  const given = readArguments()
  if (typeof given === 'string') return complain(`${given}\n\n${usage}`, 2)
  const { values, positionals } = given
  const [command, path] = positionals
  if (values.help || command === undefined) {
    console.log(usage)
    return command === undefined && !values.help ? 2 : 0
  }
  if (values.data === undefined) return complain('说一下数据在哪里 / Say where the data lie: --data <folder>', 2)
  if (command === 'import' && path !== undefined)
    return await withStore(values.data, (store) => importFile(store, path))
  if (command === 'export') return await exportFile(values, values.data)
  if (command === 'compare') return await compare(values, values.data)
  return complain(usage, 2)
}

function readArguments() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        data: text,
        from: text,
        to: text,
        grain: text,
        format: text,
        out: text,
        epsilon: text,
        a: text,
        b: text,
        station: text,
        other: text,
        as: text,
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure)
  }
}

async function importFile(store: Store, path: string): Promise<number> {
  if (!existsSync(path) || statSync(path).isDirectory())
    return complain(`${path}: 没有这个文件 / there is no such file.`, 1)
  const progress = progressLine((lines: number) => `… ${lines} 行 / lines`)
  let stored = 0
  const imported = await importBuckets(store, path, (lines) => {
    stored = lines
    progress(lines)
  }).catch((failure: unknown) => sayBroken(failure))
  if (typeof imported === 'string')
    return complain(
      `${path}: ${imported}\n前 ${stored} 行已经存好，解决之后再导一次，不会重复。 / The first ${stored} lines are stored; import the file again once this is mended, nothing is counted twice.`,
      1,
    )
  const { lines, puts, bad } = imported
  console.log(
    `${lines} 行 / lines: 新收 new ${puts.new}，更正 replaced ${puts.replaced}，已有 already there ${puts.same}，比已有的旧 older ${puts.older}，没收 refused ${bad.length}`,
  )
  for (const each of bad.slice(0, mostBadShown)) console.error(sayBad(path, each))
  if (bad.length > mostBadShown)
    console.error(`…还有 ${bad.length - mostBadShown} 行 / and ${bad.length - mostBadShown} more`)
  return bad.length === 0 ? 0 : 1
}

function sayBroken(failure: unknown): string {
  if (isFull(failure)) return '硬盘满了 / the disk is full.'
  return `读到一半停了 / broke off: ${failure instanceof Error ? failure.message : failure}`
}

function sayBad(path: string, { line, field, what, remedy }: BadLine): string {
  const where = `${path}:${line}${field === '' ? '' : ` ${field}`}`
  return `${where}: ${what.zh}。${remedy.zh}。\n    ${what.en}; ${remedy.en}.`
}

type Wish = {
  from?: string | undefined
  to?: string | undefined
  grain?: string | undefined
  format?: string | undefined
  out?: string | undefined
  epsilon?: string | undefined
}

async function exportFile({ from, to, grain, format = 'csv', out, epsilon }: Wish, data: string): Promise<number> {
  if (from === undefined || to === undefined || grain === undefined || out === undefined)
    return complain(`--from, --to, --grain, --out: 一个都不能少 / all four are needed.\n\n${usage}`, 2)
  if (!grains.includes(grain)) return complain(`--grain ${grain}: 可选 / choose ${grains.join(', ')}.`, 2)
  if (!formats.includes(format)) return complain(`--format ${format}: 可选 / choose ${formats.join(', ')}.`, 2)
  const asked = { from, to, grain: grain as Grain, ...(epsilon === undefined ? {} : { epsilon: Number(epsilon) }) }
  const problem = askedProblem(asked)
  if (problem === 'not-a-day') return complain(`${from} – ${to}: 日期写成 / write days as 2026-03-14.`, 2)
  if (problem === 'epsilon-out-of-range')
    return complain(
      `--epsilon ${epsilon}: 从 ${epsilonRange.least} 到 ${epsilonRange.most} / from ${epsilonRange.least} to ${epsilonRange.most}. 更小，噪声盖过所有的数；更大，遮不住任何人。 / Less drowns every count, more hides nobody.`,
      2,
    )
  if (problem) return complain(`${from} – ${to}: 结束在开始之前 / ends before it begins.`, 2)
  if (!existsSync(dirname(out)))
    return complain(`${out}: 没有这个文件夹 / there is no such folder: ${dirname(out)}.`, 1)
  if (existsSync(out) && statSync(out).isDirectory())
    return complain(`${out}: 这是文件夹，请给一个文件名 / is a folder; give the name of a file.`, 1)
  if (!existsSync(data)) return complain(`${data}: 没有这个数据文件夹 / there is no such data folder.`, 1)
  const stop = new AbortController()
  const interrupted = () => stop.abort()
  // Again and again, to the end of the process: whoever is impatient gets no half file either, and is told so.
  process.on('SIGINT', interrupted)
  process.on('SIGTERM', interrupted)
  const progress = progressLine(
    (station: number, of: number) => `… 第 ${station + 1} 站，共 ${of} 站 / station ${station + 1} of ${of}`,
  )
  return await withStore(data, async (store) => {
    const { data, columns, receptions, facts } = figuresFile(sliceStore(store), asked, format as FiguresFormat, {
      ...stationFacts(store),
      now: Date.now(),
      progress,
    })
    const groups = receptions?.()
    try {
      await writeTogether(
        [
          { path: out, parts: data },
          ...(columns === undefined ? [] : [{ path: `${out}.columns.csv`, parts: () => [columns] }]),
          ...(groups && groups.rows > 0
            ? [{ path: `${out}.receptions.${format}`, parts: () => [groups.content] }]
            : []),
          { path: `${out}.meta.json`, parts: () => [`${JSON.stringify(facts(), null, 2)}\n`] },
        ],
        stop.signal,
      )
    } catch (failure) {
      // 130 is what a shell says of whatever Ctrl+C ended.
      if (stop.signal.aborted) return complain(`${out}: 停下了，没有留下半个文件 / stopped, no half file is left.`, 130)
      return complain(
        `${out}: 没写成，原来的文件没有动过 / not written, what stood there is untouched: ${failure instanceof Error ? failure.message : failure}`,
        1,
      )
    }
    const { rows, suppressedCells, sha256 } = facts()
    console.log(`${out}: ${rows} 行 / rows，按规则不显示 held back ${suppressedCells} 格 / cells\n  sha256 ${sha256}`)
    if (rows === 0)
      console.error(
        from > dayOf(quarterAt(Date.now()))
          ? `${from} – ${to}: 这些日子还没有到 / these days are yet to come.`
          : `${from} – ${to}: 这段时间没有记录 / nothing was recorded in these days.`,
      )
    return 0
  })
}

type CompareWish = Readonly<Record<'a' | 'b' | 'station' | 'other' | 'as', string | undefined>>

async function compare({ a, as = 'table', ...wish }: Partial<CompareWish>, data: string): Promise<number> {
  if (a === undefined || (wish.b === undefined && wish.other === undefined))
    return complain(`--a, 再加 --b 或 --other / --a, and --b or --other.\n\n${usage}`, 2)
  if (as !== 'table' && as !== 'json') return complain(`--as ${as}: 可选 / choose table, json.`, 2)
  if (!existsSync(data)) return complain(`${data}: 没有这个数据文件夹 / there is no such data folder.`, 1)
  return await withStore(data, (store) => {
    const slices = sliceStore(store)
    const { b, station, other } = wish
    const asked = askedToCompare({ a, b, station, other }, slices.stations(), Date.now())
    if (!asked.ok) return complain(`${whyNotCompared[asked.error]}\n  ${slices.stations().slice(0, 20).join(', ')}`, 2)
    const { answer } = compareOf(slices, asked.value, stationFacts(store))
    console.log(as === 'json' ? JSON.stringify(answer, null, 2) : comparisonTable(answer))
    return 0
  })
}

async function withStore(folder: string, work: (store: Store) => number | Promise<number>): Promise<number> {
  const opened = openStore(folder)
  if (!opened.ok) return complain(sayStoreProblem(opened.error), 1)
  using store = opened.value
  if (store.setAside)
    console.error(
      `数据库读不出，已放到一边，另起了新的 / The database could not be read and was put aside: ${store.setAside}`,
    )
  return await work(store)
}

/** One line a second, and nothing at all for what is done within two. */
function progressLine<Facts extends unknown[]>(say: (...facts: Facts) => string): (...facts: Facts) => void {
  const began = performance.now()
  let spoke = began + 1000
  return (...facts) => {
    const now = performance.now()
    if (now - spoke < 1000) return
    spoke = now
    console.error(`${say(...facts)}, ${Math.round((now - began) / 1000)} s`)
  }
}

function complain(why: string, code: number): number {
  console.error(why)
  return code
}
