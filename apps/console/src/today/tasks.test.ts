import type { Health, Today } from '@riverside/contract'
import { PrinterTrouble } from '@riverside/postcard'
import { asciiPunctuationInChinese } from '@riverside/ui'
import { describe, expect, test } from 'vitest'
import { greeting, headlineSentence, shortDayText } from './sentences.ts'
import { tasksOf } from './tasks.ts'

const health: Health = {
  ok: true,
  station: 'pier',
  versions: { software: '0.1.0', definitions: '1.0', detector: '1', database: 2, runtime: 'v20' },
  pack: { id: 'demo', version: '1.0.0', hash: 'abc', onScreen: 'abc' },
  devices: {
    helm: { state: 'ready' },
    camera: { state: 'pretend' },
    printer: { state: 'absent' },
    counter: { state: 'absent' },
  },
  paper: { left: null, isLow: false },
  database: { state: 'ready', path: '/data/station.db' },
  uptime: 10,
}
const door = { n: 3415, x: 733, rate: 0.2146, low: 0.1933, high: 0.2376, note: null }
const today: Today = {
  station: { id: 'pier', zh: '码头驿站', en: 'Pier Station' },
  day: '2026-03-14',
  now: '17:31',
  until: '17:30',
  hours: { open: '10:00', close: '20:00' },
  isOpen: true,
  passages: { in: 512, out: 498 },
  entry: door,
  exit: door,
  partial: false,
  headline: {
    from: '2026-03-05',
    to: '2026-03-14',
    entry: door,
    exit: { ...door, rate: 0.5352 },
    delta: { value: 0.3206, low: 0.2823, high: 0.3588, days: 10, note: null },
    corrected: null,
    isCalibrated: false,
  },
  smile: { mode: 'opt-in', door: 'entry', compliance: 'none', expires: null },
}
const headline = today.headline
if (headline === null) throw new Error('the sample has a headline')

const titles = (change: Partial<Health>) => tasksOf({ ...health, ...change }, today).map((task) => task.id)

describe('what needs doing', () => {
  test('is nothing on a good day, pretend and absent devices included', () => {
    expect(titles({})).toEqual([])
  })
  test('names the paper, and puts a dark screen before it', () => {
    const devices = { ...health.devices, printer: { state: 'trouble', reason: 'paper-out' } } as const
    expect(titles({ devices })).toEqual(['paper-out'])
    expect(titles({ devices, pack: { ...health.pack, onScreen: null } })).toEqual(['screen-away', 'paper-out'])
  })
  test('asks for paper while there still is some, and how many sheets were added', () => {
    const devices = { ...health.devices, printer: { state: 'ready' } } as const
    expect(titles({ devices, paper: { left: 40, isLow: false } })).toEqual([])
    const [task] = tasksOf({ ...health, devices, paper: { left: 7, isLow: true } }, today)
    expect(task).toMatchObject({ id: 'paper-low', asksForSheets: true, meanwhile: { zh: '按数来说还能印 7 张' } })
    expect(titles({ paper: { left: 7, isLow: true } })).toEqual([])
  })
  test('has three steps at most, in words of its own, for every trouble of a printer', () => {
    for (const reason of PrinterTrouble.options) {
      const devices = { ...health.devices, printer: { state: 'trouble', reason } } as const
      const [task] = tasksOf({ ...health, devices }, today)
      expect(task?.steps.length).toBeGreaterThan(1)
      expect(task?.steps.length).toBeLessThanOrEqual(3)
    }
    const troubled = PrinterTrouble.options.flatMap((reason) =>
      titles({ devices: { ...health.devices, printer: { state: 'trouble', reason } } }),
    )
    expect(new Set(troubled).size).toBe(PrinterTrouble.options.length)
  })
  test('never lacks words for a printer in a trouble nobody foresaw', () => {
    const devices = { ...health.devices, printer: { state: 'trouble', reason: 'on-fire' } } as const
    expect(titles({ devices })).toEqual(['printer'])
  })
  test('is told without half-width punctuation in Chinese', () => {
    const worst: Health = {
      ...health,
      pack: { ...health.pack, onScreen: null },
      database: { ...health.database, state: 'set-aside' },
      devices: {
        helm: { state: 'trouble' },
        camera: { state: 'trouble' },
        printer: { state: 'trouble' },
        counter: { state: 'trouble' },
      },
    }
    const tasks = tasksOf(worst, { ...today, smile: { ...today.smile, compliance: 'expired' } })
    const texts = tasks.flatMap((task) => [task.title, ...task.steps, task.meanwhile]).map(({ zh }) => zh)
    expect(texts.flatMap(asciiPunctuationInChinese)).toEqual([])
  })
})

describe('a helm that does not answer', () => {
  const deaf = (reason: object) => ({
    ...health,
    devices: { ...health.devices, helm: { state: 'trouble', ...reason } as const },
  })

  test('wants its cable looked at, or only a hand on it', () => {
    expect(tasksOf(deaf({}), today).map(({ id }) => id)).toEqual(['helm'])
    expect(tasksOf(deaf({ reason: 'wants-a-hand' }), today).map(({ id }) => id)).toEqual(['helm-asleep'])
  })
})

describe('the day in sentences', () => {
  test('greets by how much there is to do', () => {
    expect(greeting('zh', 0, today)).toEqual(['今天都好'])
    expect(greeting('zh', 1, today)).toEqual(['今天都好，', '有一件事请您做'])
    expect(greeting('zh', 3, today)).toEqual(['今天有三件事', '请您做'])
    expect(greeting('zh', 0, { ...today, isOpen: false, hours: null })).toEqual(['今天休息'])
  })
  test('gives the difference with its interval and says what it is not', () => {
    expect(headlineSentence('zh', headline)).toEqual([
      '近 10 个开放日的笑脸率：进门 21.5%，出门 53.5%，多了 32.1 个百分点，',
      '有把握的范围是 28.2 到 35.9。这是笑脸率之差，不等于满意度。',
      '未校准：读数还没有同人眼对过。',
    ])
  })
  test('gives the corrected difference instead of 未校准 once both doors are calibrated', () => {
    const calibrated = { ...headline, isCalibrated: true, corrected: { value: 0.3772, low: 0.3311, high: 0.4232 } }
    expect(headlineSentence('zh', calibrated).at(-1)).toBe('按校准扣去读数的误差，差是 37.7（33.1 到 42.3）。')
    expect(headlineSentence('zh', { ...calibrated, corrected: null }).join('')).not.toContain('校准')
  })
  test('says 少了 where fewer smile on leaving, and 初步 while days are few', () => {
    const less = {
      ...headline,
      delta: { value: -0.05, low: -0.09, high: -0.01, days: 5, note: 'preliminary' },
    } as const
    const [first, second] = headlineSentence('zh', less)
    expect(first).toContain('少了 5.0 个百分点')
    expect(second).toContain('有把握的范围是 −9.0 到 −1.0，只有 5 天，还是初步的')
  })
  test('names days short enough for a column', () => {
    expect(shortDayText('en', '2026-11-18')).toBe('Wed 18 Nov')
    expect(shortDayText('zh', '2026-11-18')).toBe('11 月 18 日 周三')
  })
  test('says so where there is too little to tell', () => {
    const little = {
      ...headline,
      delta: { value: null, low: null, high: null, days: 2, note: 'insufficient' },
    } as const
    expect(headlineSentence('zh', little).join('')).toContain('读数还不够')
    expect(headlineSentence('en', little).join(' ')).toContain('too few')
  })
})
