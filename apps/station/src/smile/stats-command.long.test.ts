import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FiguresFormat } from '@riverside/contract'
import { type Chance, seededChance } from '@riverside/kit'
import { dayAfter } from '@riverside/smile'
import { strFromU8, unzipSync } from 'fflate'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterEach, describe, expect, test } from 'vitest'
import { openStore, type Store } from '../store/store.ts'
import { bucketStore } from './bucket-store.ts'
import { columns, type NamedRow } from './columns.ts'
import { csvLines } from './csv.ts'
import { type FiguresFile, figuresFile } from './figures-file.ts'
import { askedProblem } from './figures-source.ts'
import { importBuckets } from './import-buckets.ts'
import { sliceStore } from './slice-store.ts'
import { letterOf } from './workbook-sheet.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'riverside-figures-'))
  folders.push(made)
  return made
}

const command = join(import.meta.dirname, 'stats-command.ts')
function stats(...given: string[]): { code: number | null; out: string; said: string } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', command, ...given], { encoding: 'utf8' })
  return { code: run.status, out: run.stdout, said: run.stderr }
}

const firstDay = '2026-03-01'
const lastDay = dayAfter(firstDay, 14)

/** Deals `total` into as many heaps as there are weights, each unit by chance. */
function deal(total: number, weights: readonly number[], chance: Chance): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const heaps = weights.map(() => 0)
  for (let unit = 0; unit < total; unit += 1) {
    let at = chance() * all
    const heap = weights.findIndex((weight) => {
      at -= weight
      return at < 0
    })
    const chosen = heap < 0 ? heaps.length - 1 : heap
    heaps[chosen] = (heaps[chosen] ?? 0) + 1
  }
  return heaps
}

/** The published fortnight, 4,813 visitors at each door with 1,010 and 4,175 smiles, spread over fifteen days of forty quarters. */
function fortnight(seed = 7): string[] {
  const chance = seededChance(seed)
  const quarters = Array.from({ length: 15 * 40 }, (_, at) => {
    const minutes = 10 * 60 + (at % 40) * 15
    const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    return `${dayAfter(firstDay, Math.floor(at / 40))}T${clock}:00+08:00`
  })
  const busy = quarters.map(() => 0.3 + chance())
  const doorLines = (door: 'entry' | 'exit', smiles: number) => {
    const smiling = deal(smiles, busy, chance)
    const others = deal(4813 - smiles, busy, chance)
    return quarters.map((quarter, at) => {
      const n = (smiling[at] ?? 0) + (others[at] ?? 0)
      const passages = door === 'entry' ? { in_n: n } : { out_n: n }
      return JSON.stringify({ station: 'pier', door, quarter, mode: 'opt-in', n, x: smiling[at], ...passages })
    })
  }
  return [...doorLines('entry', 1010), ...doorLines('exit', 4175)]
}

/** Reads a CSV by the machine names of its second file, as a program would. */
function readTable(path: string): Array<Record<string, string>> {
  const parse = (file: string) =>
    readFileSync(file, 'utf8')
      .slice(1)
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line) =>
        [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((cell) => (cell[1] ?? '').replace(/^"|"$/g, '')),
      )
  const [header = [], ...rows] = parse(path)
  const names = new Map(parse(`${path}.columns.csv`).map(([name = '', title = '']) => [title, name]))
  return rows.map((cells) =>
    Object.fromEntries(header.map((title, at) => [names.get(title) ?? title, cells[at] ?? ''])),
  )
}

const bytesOf = async (file: FiguresFile): Promise<Buffer> => {
  const pieces: Uint8Array[] = []
  for await (const piece of file.data()) pieces.push(piece)
  return Buffer.concat(pieces)
}
const textOf = async (file: FiguresFile): Promise<string> => (await bytesOf(file)).toString()

async function stored(lines: readonly string[]): Promise<string> {
  const data = folder()
  const file = join(data, 'buckets.jsonl')
  writeFileSync(file, lines.join('\n'))
  const store = openStore(data)
  if (!store.ok) throw new Error(store.error.code)
  using opened = store.value
  const { bad } = await importBuckets(opened, file, () => {})
  expect(bad).toEqual([])
  return data
}

describe('the published fortnight', () => {
  test('imported and exported by the two commands gives its rates and its difference', () => {
    const data = folder()
    const file = join(data, 'buckets.jsonl')
    const out = join(data, 'figures.csv')
    writeFileSync(file, `${fortnight().join('\n')}\n`)
    expect(stats('import', file, '--data', data)).toMatchObject({ code: 0, said: '' })
    expect(stats('import', file, '--data', data)).toMatchObject({ code: 0, said: '' })
    const asked = [
      '--from',
      firstDay,
      '--to',
      lastDay,
      '--grain',
      'all',
      '--format',
      'csv',
      '--out',
      out,
      '--data',
      data,
    ]
    expect(stats('export', ...asked)).toMatchObject({ code: 0, said: '' })
    const [row, ...others] = readTable(out)
    expect(others).toEqual([])
    expect(row).toMatchObject({
      entry_n: '4813',
      entry_x: '1010',
      entry_rate: '0.2098',
      exit_n: '4813',
      exit_x: '4175',
      exit_rate: '0.8674',
      in_n: '4813',
      out_n: '4813',
      closure: '0.0000',
      delta: '0.6576',
      delta_method: 'day-linearised',
      delta_days: '15',
      period_start: '2026-03-01T00:00:00+08:00',
      period_end: '2026-03-16T00:00:00+08:00',
    })
    const facts = JSON.parse(readFileSync(`${out}.meta.json`, 'utf8'))
    expect(facts.sha256).toBe(createHash('sha256').update(readFileSync(out)).digest('hex'))
    expect(readdirSync(data).filter((name) => name.includes('.part'))).toEqual([])
  }, 120_000)

  test('is the same bytes for the same question, whatever order the lines came in', async () => {
    const needs = { nameOf: (id: string) => id, now: 0 }
    const texts = []
    for (const lines of [fortnight(), fortnight().reverse()]) {
      const store = openStore(await stored(lines))
      if (!store.ok) throw new Error(store.error.code)
      using opened = store.value
      texts.push(
        await textOf(figuresFile(sliceStore(opened), { from: firstDay, to: lastDay, grain: 'hour' }, 'csv', needs)),
      )
    }
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]?.startsWith('\uFEFF驿站编号,')).toBe(true)
    expect(texts[0]?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('has the same daily figures when they are reckoned by SQL alone', async () => {
    const store = openStore(await stored(fortnight()))
    if (!store.ok) throw new Error(store.error.code)
    using opened = store.value
    const days = opened.database
      .prepare(
        `SELECT date(quarter, '+8 hours') AS day, door, sum(n) AS n, sum(x) AS x, printf('%.4f', sum(x) * 1.0 / sum(n)) AS rate
         FROM bucket GROUP BY day, door`,
      )
      .all() as Array<{ day: string; door: string; n: number; x: number; rate: string }>
    const file = figuresFile(sliceStore(opened), { from: firstDay, to: lastDay, grain: 'day' }, 'json', {
      nameOf: (id) => id,
      now: 0,
    })
    const rows = JSON.parse(await textOf(file)) as Array<
      Record<string, { n: number; x: number; rate: number }> & { start: string }
    >
    expect(rows).toHaveLength(15)
    for (const { day, door, n, x, rate } of days) {
      const row = rows.find(({ start }) => start.startsWith(day))
      expect(row?.[door]).toMatchObject({ n, x, rate: Number(rate) })
    }
  })
})

describe('every format', () => {
  const asked = { from: firstDay, to: lastDay, grain: 'day' } as const
  const make = (store: Store, format: FiguresFormat, now: number) =>
    bytesOf(figuresFile(sliceStore(store), asked, format, { nameOf: (id) => `=${id}&<驿站>`, now }))

  test('is the same bytes whenever it is made', async () => {
    const store = openStore(await stored(fortnight()))
    if (!store.ok) throw new Error(store.error.code)
    using opened = store.value
    for (const format of FiguresFormat.options)
      expect((await make(opened, format, 0)).equals(await make(opened, format, 9e11))).toBe(true)
  }, 120_000)

  test('says the same: Parquet, workbook and report read back have the figures SQL has', async () => {
    const store = openStore(await stored(fortnight()))
    if (!store.ok) throw new Error(store.error.code)
    using opened = store.value
    const days = opened.database
      .prepare(
        `SELECT sum(CASE door WHEN 'entry' THEN n END) AS entry_n, sum(CASE door WHEN 'exit' THEN n END) AS exit_n,
           sum(CASE door WHEN 'exit' THEN x END) AS exit_x,
           round(sum(CASE door WHEN 'exit' THEN x END) * 1.0 / sum(CASE door WHEN 'exit' THEN n END), 4) AS exit_rate,
           unixepoch(date(quarter, '+8 hours'), '-8 hours') * 1000 AS start
         FROM bucket GROUP BY start ORDER BY start`,
      )
      .all() as Array<{ entry_n: number; exit_n: number; exit_x: number; exit_rate: number; start: number }>

    const parquet = await make(opened, 'parquet', 0)
    const file = new Uint8Array(parquet).buffer
    const rows = await parquetReadObjects({ file })
    expect(
      rows.map((row) => ({
        entry_n: Number(row.entry_n),
        exit_n: Number(row.exit_n),
        exit_x: Number(row.exit_x),
        exit_rate: row.exit_rate,
        start: row.period_start.getTime(),
      })),
    ).toEqual(days.map((day) => ({ ...day })))
    const about = parquetMetadata(file).key_value_metadata?.find(({ key }) => key === 'riverside')?.value ?? ''
    const csv = await make(opened, 'csv', 0)
    expect(JSON.parse(about).dataSha256).toBe(createHash('sha256').update(csv).digest('hex'))

    const parts = unzipSync(await make(opened, 'xlsx', 0))
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    const letter = letterOf(columns.findIndex(({ name }) => name === 'exit_rate'))
    const rates = [...sheet.matchAll(new RegExp(`<c r="${letter}\\d+" s="\\d+"><v>([\\d.]+)</v>`, 'g'))]
    expect(rates.map(([, value]) => Number(value))).toEqual(days.map((day) => day.exit_rate))
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=pier&amp;&lt;驿站&gt;</t>')
    expect(sheet).not.toContain('<f>')
    expect(Object.keys(parts).filter((path) => path.startsWith('xl/charts/'))).toHaveLength(2)

    const report = join(folder(), 'report.pdf')
    writeFileSync(report, await make(opened, 'pdf', 0))
    const text = spawnSync('pdftotext', ['-layout', report, '-'], { encoding: 'utf8' }).stdout
    for (const { exit_x, exit_n } of days) expect(text).toContain(`${(100 * (exit_x / exit_n)).toFixed(1)} %`)
    expect(text).toContain('笑脸率之差，不等于满意度')
    expect(text).toContain(createHash('sha256').update(csv).digest('hex'))
  }, 120_000)
})

describe('import', () => {
  const good = { station: 'pier', door: 'entry', quarter: '2026-03-14T10:15:00+08:00', mode: 'opt-in', n: 20, x: 5 }

  test('takes the good lines, explains the bad ones by number and remedy, and says so by its exit code', () => {
    const data = folder()
    const file = join(data, 'buckets.jsonl')
    const lines = [
      good,
      { ...good, quarter: '2026-03-14T10:30:00+08:00', v: 2 },
      { ...good, quarter: '2026-03-14T10:45:00+08:00', n: -3 },
      { ...good, quarter: '2026-03-14T11:00:00+08:00', x: 21 },
      { ...good, quarter: '2026-03-14T11:15:00+08:00' },
      { ...good, n: 22 },
      { ...good, n: 23, rev: 2 },
      { ...good, n: 24, rev: 1 },
    ].map((each) => JSON.stringify(each))
    writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n\r\n{"station":`)
    const { code, out, said } = stats('import', file, '--data', data)
    expect(code).toBe(1)
    expect(out).toContain('new 2，更正 replaced 1，已有 already there 0，比已有的旧 older 1，没收 refused 5')
    for (const where of [':2 v:', ':3 n:', ':4 x:', ':6 rev:', ':10:']) expect(said).toContain(file + where)
    const store = openStore(data)
    if (!store.ok) throw new Error(store.error.code)
    using opened = store.value
    const kept = bucketStore(opened, '').between(Date.parse('2026-03-13T16:00:00Z'), Date.parse('2026-03-14T16:00:00Z'))
    expect(kept.map(({ n, rev }) => [n, rev])).toEqual([
      [23, 2],
      [20, 0],
    ])
  }, 120_000)

  test('keeps the lines before a file breaks off', async () => {
    const data = folder()
    const store = openStore(data)
    if (!store.ok) throw new Error(store.error.code)
    using opened = store.value
    await expect(importBuckets(opened, data, () => {})).rejects.toThrow(/EISDIR/)
    expect(stats('import', join(data, 'nothing.jsonl'), '--data', data)).toMatchObject({ code: 1 })
  }, 120_000)
})

describe('compare', () => {
  test('prints a sentence and a table in Chinese, or the answer of the API', async () => {
    const data = await stored(fortnight())
    const given = [
      '--a',
      `${firstDay}..${dayAfter(firstDay, 6)}`,
      '--b',
      `${dayAfter(firstDay, 7)}..${lastDay}`,
      '--data',
      data,
    ]
    const table = stats('compare', ...given)
    expect(table.code).toBe(0)
    expect(table.out).toMatch(/^出门时.*只是初步/)
    expect(table.out).toContain('出门笑脸率')
    const { comparisons } = JSON.parse(stats('compare', ...given, '--as', 'json').out)
    expect(comparisons[0].exit).toMatchObject({ note: 'preliminary', misleads: false })
    const { code, said } = stats('compare', '--a', '2026-03', '--b', firstDay, '--data', data)
    expect([code, said]).toEqual([2, expect.stringContaining('两段时间有同样的日子')])
  }, 120_000)
})

describe('export', () => {
  const asked = (out: string, data: string, change: Record<string, string> = {}) =>
    Object.entries({ from: firstDay, to: lastDay, grain: 'day', format: 'csv', out, data, ...change }).flatMap(
      ([name, value]) => [`--${name}`, value],
    )

  test('of days on which nothing was counted is a header and a sentence', async () => {
    const data = await stored(fortnight().slice(0, 4))
    const out = join(data, 'figures.csv')
    const { code, said } = stats('export', ...asked(out, data, { from: '2025-01-01', to: '2025-01-02' }))
    expect(code).toBe(0)
    expect(said).toContain('nothing was recorded')
    expect(readFileSync(out, 'utf8').split('\r\n')).toHaveLength(2)
  }, 120_000)

  test('of days yet to come says so', async () => {
    const data = await stored(fortnight().slice(0, 4))
    const { code, said } = stats(
      'export',
      ...asked(join(data, 'figures.csv'), data, { from: '2999-01-01', to: '2999-01-31' }),
    )
    expect([code, said]).toEqual([0, expect.stringContaining('还没有到 / these days are yet to come')])
  }, 120_000)

  test('across a change of the reading program says so in every row it touches, and names both', async () => {
    const change = dayAfter(firstDay, 7)
    const lines = fortnight().map((line) => {
      const bucket = JSON.parse(line)
      return JSON.stringify({ ...bucket, detector_version: bucket.quarter < change ? 'd1' : 'd2' })
    })
    const data = await stored(lines)
    const out = join(data, 'figures.csv')
    expect(stats('export', ...asked(out, data, { grain: 'all' })).code).toBe(0)
    expect(readTable(out)[0]?.flags).toContain('期间换过识别程序')
    expect(JSON.parse(readFileSync(`${out}.meta.json`, 'utf8')).detectors).toEqual(['d1', 'd2'])
  }, 120_000)

  test('carries noise where it is asked to, and says so beside it', async () => {
    const data = await stored(fortnight())
    const out = join(data, 'figures.csv')
    expect(stats('export', ...asked(out, data, { epsilon: '0.5' })).code).toBe(0)
    const once = readFileSync(out, 'utf8')
    expect(stats('export', ...asked(out, data, { epsilon: '0.5' })).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(once)
    expect(JSON.parse(readFileSync(`${out}.meta.json`, 'utf8')).noise).toMatchObject({ epsilon: 0.5 })
    const { code, said } = stats('export', ...asked(out, data, { epsilon: '9' }))
    expect([code, said]).toEqual([2, expect.stringContaining('从 0.1 到 5')])
  }, 120_000)

  test('stopped by Ctrl+C, once or impatiently, leaves no half file and the old one as it was', async () => {
    const data = folder()
    {
      const store = openStore(data)
      if (!store.ok) throw new Error(store.error.code)
      using opened = store.value
      // Two hundred stations of a month of quarter-hours: some seconds of work.
      opened.database.exec(`
        WITH RECURSIVE station(s) AS (VALUES (0) UNION ALL SELECT s + 1 FROM station WHERE s < 199),
          slot(q) AS (VALUES (0) UNION ALL SELECT q + 1 FROM slot WHERE q < 719)
        INSERT INTO bucket (station, door, quarter, mode, n, x, in_n)
        SELECT printf('st-%03d', s), 'entry', strftime('%Y-%m-%dT%H:%M:%SZ', '2026-03-01', (q * 60) || ' minutes'), 'opt-in', 20, 5, 30
        FROM station, slot`)
    }
    const out = join(data, 'figures.csv')
    writeFileSync(out, 'the old one')
    const given = asked(out, data, { from: '2026-03-01', to: '2026-03-31', grain: 'hour' })
    const child = spawn(process.execPath, ['--import', 'tsx', command, 'export', ...given], { stdio: 'pipe' })
    let said = ''
    child.stderr.on('data', (piece: Buffer) => {
      said += piece.toString()
    })
    const watcher = watch(data, (_, name) => {
      if (name?.includes('.part')) child.kill('SIGINT')
    })
    const [code] = await once(child, 'close')
    watcher.close()
    expect([code, said]).toEqual([130, expect.stringContaining('stopped, no half file is left')])
    expect(readFileSync(out, 'utf8')).toBe('the old one')
    expect(readdirSync(data).filter((name) => name.startsWith('figures'))).toEqual(['figures.csv'])
  }, 120_000)

  test.each([
    [{ format: 'docx' }, 'choose csv, json, xlsx, pdf, parquet'],
    [{ from: '2026-02-30' }, 'write days as'],
  ])(
    'refuses %j in words',
    (change, words) => {
      const data = folder()
      const { code, said } = stats('export', ...asked(join(data, 'figures.csv'), data, change))
      expect(code).not.toBe(0)
      expect(said).toContain(words)
      expect(existsSync(join(data, 'figures.csv'))).toBe(false)
    },
    120_000,
  )

  test('knows days no calendar has and periods that end before they begin', () => {
    expect(askedProblem({ from: '2026-02-29', to: '2026-03-01' })).toBe('not-a-day')
    expect(askedProblem({ from: '2026-03-02', to: '2026-03-01' })).toBe('ends-before-it-begins')
    expect(askedProblem({ from: '2026-03-01', to: '2026-03-01' })).toBeUndefined()
  })

  test('leaves what stood there untouched where it cannot write', async () => {
    const data = await stored(fortnight().slice(0, 4))
    const out = join(data, 'figures.csv')
    writeFileSync(out, 'the old one')
    mkdirSync(`${out}.columns.csv`)
    expect(stats('export', ...asked(out, data)).code).toBe(1)
    expect(readFileSync(out, 'utf8')).toBe('the old one')
    expect(readdirSync(data).filter((name) => name.includes('.part'))).toEqual([])
  }, 120_000)
})

describe('a cell of text', () => {
  const named = (name: string): string => {
    const row = { station: 'a', name } as NamedRow
    return csvLines(columns.slice(0, 2))(row).slice(2, -2)
  }
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '＋1', '－1', '＠x', '"=1', ' =1', '“=1'])(
    'that a spreadsheet would reckon, such as %j, is only text',
    (name) => {
      expect(named(name).replace(/^"/, '').startsWith("'")).toBe(true)
    },
  )
  test('keeps its quotes, commas and lines', () => {
    expect(named('杨浦，"1 号"，A,B\n下')).toBe('"杨浦，""1 号""，A,B\n下"')
  })
})
