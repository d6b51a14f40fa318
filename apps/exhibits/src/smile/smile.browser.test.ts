import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LabSession, openLab } from '../../commands/lab-session.ts'
import { picturesOf, repeatedForCamera } from '../../commands/mjpeg.ts'
import type { Lab, Metered } from './lab.ts'
import type { RoomWish } from './lab-room.tsx'

declare global {
  interface Window {
    readonly lab: Lab
  }
}

/** Photographs of people stay outside the repository; without them the drawn visitors still prove the pipeline. */
const photographs = resolve(import.meta.dirname, '../../../../../shared/data')
const truth = { entry: { passages: 8, smiling: 2 }, exit: { passages: 8, smiling: 6 } } as const

const counted = (metered: Metered) => {
  const decisions = metered.news.flatMap((news) => (news.type === 'passage' ? [news.decision] : []))
  return { passages: decisions.length, smiling: decisions.filter((decision) => decision === 'smiling').length }
}

const replay = (lab: LabSession, pictures: number) =>
  lab.page.evaluate(
    (count) =>
      window.lab.replay(
        Array.from({ length: count }, (_, index) => `/files/${index}`),
        100,
      ),
    pictures,
  )

describe('the pretend visitors', () => {
  const files: Uint8Array[] = []
  let lab: LabSession
  beforeAll(async () => {
    lab = await openLab({ files })
    await lab.page.evaluate(() => window.lab.start())
  }, 180_000)
  afterAll(() => lab?.[Symbol.asyncDispose]())

  test.each([
    [1, 6],
    [5, 5],
  ])(
    'of lot %i are found, followed and judged exactly by the real nets',
    async (seed, count) => {
      const drawn = await lab.page.evaluate(([first, second]) => window.lab.draw(first, second), [seed, count] as const)
      files.splice(0, files.length, ...drawn.pictures.map((picture) => Buffer.from(picture, 'base64')))
      const metered = await replay(lab, files.length)
      expect(counted(metered)).toEqual(drawn.truth)
      expect(drawn.truth.smiling).toBeGreaterThan(0)
      expect(drawn.truth.smiling).toBeLessThan(drawn.truth.passages)
    },
    180_000,
  )
})

test('a real getUserMedia stream of pretend visitors is metered as it was drawn', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'riverside-clip-'))
  try {
    const clip = join(folder, 'visitors.mjpeg')
    let drawn: Awaited<ReturnType<Lab['draw']>>
    {
      await using artist = await openLab()
      drawn = await artist.page.evaluate(() => window.lab.draw(1, 3))
      await writeFile(clip, repeatedForCamera(drawn.pictures.map((picture) => Buffer.from(picture, 'base64'))))
    }
    await using lab = await openLab({ clip })
    await lab.page.evaluate(() => window.lab.start())
    const metered = await lab.page.evaluate(
      (length) => window.lab.meter('real', 'ambient', length),
      drawn.pictures.length * 100 + 400,
    )
    expect(counted(metered)).toEqual(drawn.truth)
    const seconds = metered.news.flatMap((news) => (news.type === 'covered' ? [news.seconds] : []))
    expect(seconds.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(drawn.pictures.length * 0.05)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}, 180_000)

describe('the room 微笑滨江', () => {
  let lab: LabSession
  beforeAll(async () => {
    lab = await openLab()
    // Every track a camera gives, so that a test can ask whether it is still live.
    await lab.page.evaluate(() => {
      const tracks: MediaStreamTrack[] = []
      const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = async (wish) => {
        const stream = await open(wish)
        tracks.push(...stream.getTracks())
        return stream
      }
      Object.assign(window, {
        live: () => tracks.filter((track) => track.readyState === 'live').length,
        opened: () => tracks.length,
        // What a browser does when the cable is pulled: the track is over, and says so.
        unplug: () => {
          for (const track of tracks.filter(({ readyState }) => readyState === 'live')) {
            track.stop()
            track.dispatchEvent(new Event('ended'))
          }
        },
      })
    })
  }, 180_000)
  afterAll(() => lab?.[Symbol.asyncDispose]())

  const enter = (wish: Partial<RoomWish>) =>
    lab.page.evaluate((each) => window.lab.room(each), {
      language: 'zh',
      easy: false,
      camera: 'pretend',
      mode: 'opt-in',
      ...wish,
    } as RoomWish)
  const at = (state: string) => lab.page.waitForSelector(`.smile[data-at="${state}"]`, { timeout: 60_000 })
  const press = (index: number) => lab.page.locator('.smile-answer').nth(index).click()
  const cameras = () => lab.page.evaluate(() => (window as unknown as { live(): number }).live())
  const told = () => lab.page.evaluate(() => window.lab.told())

  test('opens the camera by the tap only, says so while it is open, and closes it after the reading', async () => {
    await enter({ camera: 'real' })
    await at('notice')
    expect(await cameras()).toBe(0)
    await press(0)
    await at('reading')
    expect(await lab.page.textContent('.smile-camera')).toContain('摄像头使用中')
    expect(await cameras()).toBe(1)
    await lab.page.waitForFunction(() => (window as unknown as { live(): number }).live() === 0, undefined, {
      timeout: 6000,
    })
  }, 120_000)

  test('tells the station a decision and the visitor a thank-you', async () => {
    await enter({ camera: 'pretend' })
    await press(0)
    await at('thanks')
    const readings = (await told()).filter(({ path }) => path === '/api/smile/readings')
    expect(readings.at(-1)?.body).toMatchObject({
      door: 'entry',
      mode: 'opt-in',
      decision: expect.stringMatching(/smiling/),
    })
    expect(await lab.page.textContent('.smile')).not.toMatch(/笑了|smiling|not-smiling|%/)
  }, 120_000)

  test('lets a visitor stop in the middle: the camera closes and nothing is told', async () => {
    const before = (await told()).length
    await enter({ camera: 'real' })
    await press(0)
    await at('reading')
    await press(0)
    await at('notice')
    expect(await cameras()).toBe(0)
    expect((await told()).slice(before).filter(({ path }) => path.endsWith('/readings'))).toEqual([])
  }, 120_000)

  test('says that the camera came unplugged, counts nothing, and reads again once it is back', async () => {
    const before = (await told()).length
    await enter({ camera: 'real' })
    await press(0)
    await at('reading')
    await lab.page.evaluate(() => (window as unknown as { unplug(): void }).unplug())
    await at('trouble')
    expect(await lab.page.textContent('.smile-title')).toContain('摄像头断开了')
    expect((await told()).slice(before).filter(({ path }) => path.endsWith('/readings'))).toEqual([])
    await enter({ camera: 'real' })
    await press(0)
    await at('thanks')
    expect((await told()).slice(before).filter(({ path }) => path.endsWith('/readings'))).toHaveLength(1)
  }, 120_000)

  test('lets a visitor say no without ever opening a camera', async () => {
    const before = await lab.page.evaluate(() => (window as unknown as { opened(): number }).opened())
    await enter({ camera: 'real' })
    await press(1)
    expect((await told()).at(-1)).toEqual({ path: 'left' })
    expect(await lab.page.evaluate(() => (window as unknown as { opened(): number }).opened())).toBe(before)
  })

  test.each([
    ['NotFoundError', '没有找到摄像头'],
    ['NotAllowedError', '摄像头没有得到允许'],
    ['NotReadableError', '摄像头正被占用'],
  ])(
    'says in words what %s means',
    async (name, words) => {
      await lab.page.evaluate((problem) => {
        const { mediaDevices } = navigator
        const open = mediaDevices.getUserMedia
        mediaDevices.getUserMedia = async () => {
          mediaDevices.getUserMedia = open
          throw new DOMException('', problem)
        }
      }, name)
      await enter({ camera: 'real' })
      await press(0)
      await at('trouble')
      expect(await lab.page.textContent('.smile-title')).toContain(words)
    },
    60_000,
  )

  test('takes one visitor out by the machine’s own door: a reading there, a ticket, five buttons, and the river last', async () => {
    const before = (await told()).length
    const since = async () => (await told()).slice(before)
    await enter({ asksDoor: true })
    await at('door')
    await press(1)
    await at('notice')
    await press(0)
    await at('thanks')
    const read = await since()
    expect(read.find(({ path }) => path.endsWith('/readings'))?.body).toMatchObject({ door: 'exit' })
    // Nothing of the river is asked for before the reading has been told.
    const paths = (await since()).map(({ path }) => path)
    if (paths.includes('/api/smile/wall'))
      expect(paths.indexOf('/api/smile/wall')).toBeGreaterThan(paths.indexOf('/api/smile/readings'))
    await lab.page.locator('.smile-river[data-lanterns="270"]').waitFor()
    await press(1)
    await at('pad')
    for (const sign of ['anchor', 'boat', 'boat', 'moon', 'umbrella'])
      await lab.page.locator(`[data-sign="${sign}"]`).click()
    await at('report')
    expect((await since()).find(({ path }) => path.endsWith('/given'))?.body).toMatchObject({ code: 'abbil' })
    await lab.page.locator('[data-button="5"]').dblclick()
    await at('answered')
    const answers = (await since()).filter(({ path }) => path === '/api/smile/answers')
    expect(answers.map(({ body }) => body)).toEqual([{ button: 5 }])
  }, 120_000)

  test('lets whoever comes in take a ticket with five signs on it', async () => {
    await enter({ camera: 'pretend' })
    await press(0)
    await at('thanks')
    await press(1)
    await at('ticket')
    expect(await lab.page.locator('.smile-ticket-signs').textContent()).toBe('锚帆船大桥吊车鱼')
    expect(await lab.page.textContent('.smile-ticket-words')).toContain('20:00')
  }, 60_000)

  test.each([
    ['was refused', 'opt-in'],
    ['is off', 'off'],
  ] as const)('asks how it was by the helm alone where the camera %s', async (_, mode) => {
    const before = (await told()).length
    const turn = (turns: number) =>
      lab.page.evaluate((by) => window.lab.steer({ type: 'turned', turns: by, by: 'keys' }), turns)
    const push = () => lab.page.evaluate(() => window.lab.steer({ type: 'pressed', by: 'keys' }))
    await enter({ mode, door: 'exit' })
    if (mode === 'opt-in') {
      await at('notice')
      await turn(1 / 8)
      await turn(1 / 8)
      await push()
    }
    await at('report')
    // A push on a screen where nothing is framed yet frames the first, and takes nothing.
    await push()
    await lab.page.locator('.smile-report-answer[data-button="1"] .helm-frame').waitFor()
    for (let step = 0; step < 2; step++) await turn(1 / 8)
    await lab.page.locator('.smile-report-answer[data-button="3"] .helm-frame').waitFor()
    await push()
    await at('answered')
    const answers = (await told()).slice(before).filter(({ path }) => path === '/api/smile/answers')
    expect(answers.map(({ body }) => body)).toEqual([{ button: 3 }])
  })

  test('counts whoever leaves the five buttons untouched as one who walked by', async () => {
    const before = (await told()).length
    await enter({ mode: 'off', door: 'exit' })
    await at('report')
    await enter({ mode: 'off' })
    await at('trouble')
    const answers = (await told()).slice(before).filter(({ path }) => path === '/api/smile/answers')
    expect(answers.map(({ body }) => body)).toEqual([{ button: null }])
  })

  test('says of the camera at the door that it is on, and how not to be seen', async () => {
    await enter({ mode: 'ambient' })
    await at('always-on')
    expect(await lab.page.textContent('.smile-camera')).toContain('门口的摄像头常开着')
    expect(await lab.page.textContent('.smile-paper')).toContain('不想被看，请告诉值班台')
    expect(await lab.page.textContent('.smile-responsible')).toContain('试验站值班长')
    for (const language of ['zh', 'en'] as const) {
      for (const easy of [false, true]) {
        await enter({ mode: 'ambient', language, easy })
        await at('always-on')
        const below = await lab.page.evaluate(() =>
          [...document.querySelectorAll('.smile-words .slip, .smile-responsible')]
            .filter((shown) => shown.getBoundingClientRect().bottom > innerHeight)
            .map((shown) => shown.textContent),
        )
        expect(below, `${language}${easy ? ', easy' : ''}`).toEqual([])
      }
    }
    await enter({ mode: 'ambient', door: 'exit' })
    await press(0)
    await at('report')
    expect(await lab.page.textContent('.smile-camera')).toContain('门口的摄像头常开着')
  })

  test('has one answer less where staff have switched it off', async () => {
    await enter({ mode: 'off' })
    await at('trouble')
    expect(await lab.page.locator('.smile-answer').count()).toBe(1)
  })
})

describe.each(['entry', 'exit'] as const)('the drawn-room clip of the %s', (door) => {
  const clip = join(photographs, `clips/dev-${door}.mjpeg`)
  test.skipIf(!existsSync(clip))(
    'is counted exactly, picture by picture',
    async () => {
      const files = picturesOf(await readFile(clip)).filter((_, index) => index % 3 === 0)
      await using lab = await openLab({ files })
      expect(counted(await replay(lab, files.length))).toEqual(truth[door])
    },
    300_000,
  )
})
