import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LabSession, openLab } from '../../commands/lab-session.ts'
import { repeatedForCamera } from '../../commands/mjpeg.ts'
import type { DoorNews, Fault } from './lab.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'riverside-faults-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const bytes = (pictures: readonly string[]) => pictures.map((picture) => Buffer.from(picture, 'base64'))
const first = (news: readonly DoorNews[], says: string, from = 0) =>
  news.find((each) => each.at >= from && each.says === says)

/** What the page can do to its own camera's cable; milliseconds of its watch when it was done. */
type Cable = { pull(): number; plugIn(): number }

/** Waits until the door has said all of these, in this order, whatever it said between. */
const said = (lab: LabSession, words: readonly string[]) =>
  lab.page.waitForFunction(
    (wanted) => {
      let at = 0
      for (const { says } of window.lab.said()) if (says === wanted[at]) at += 1
      return at === wanted.length
    },
    words,
    { timeout: 150_000 },
  )

/** A camera's clip of thirty-five seconds, in which everything goes wrong that can: each fault for its seconds, people between. */
async function faultyClip(lab: LabSession): Promise<string> {
  const { pictures } = await lab.page.evaluate(() => window.lab.draw(1, 3))
  const people = bytes(pictures).slice(10, 50)
  const faults = async (fault: Fault, tenths: number) =>
    bytes(
      await lab.page.evaluate(
        ([each, count]) => Array.from({ length: count }, (_, seed) => window.lab.faulty(each, seed + 1)),
        [fault, tenths] as const,
      ),
    )
  const still = Array<Buffer>(90).fill(people[20] ?? Buffer.alloc(0))
  const clip = join(folder, 'faults.mjpeg')
  await writeFile(
    clip,
    repeatedForCamera([
      ...people,
      ...(await faults('black', 30)),
      ...people,
      ...(await faults('blocked', 40)),
      ...people,
      ...(await faults('too-dark', 30)),
      ...people,
      ...still,
    ]),
  )
  return clip
}

describe('a camera that always watches the door', () => {
  let clip: string
  beforeAll(async () => {
    await using lab = await openLab()
    clip = await faultyClip(lab)
  }, 180_000)

  test('is said to be black, covered, too dark or standing still, each in its time, and reads again afterwards', async () => {
    await using lab = await openLab({ clip })
    const door = lab.page.evaluate(() => window.lab.door('real'))
    const faults = ['black', 'blocked', 'too-dark', 'frozen']
    // A machine that is too busy to see one of them in its few seconds sees it when the clip comes round.
    await said(lab, ['reading', ...faults.flatMap((fault) => [fault, 'reading'])])
    await lab.page.evaluate(() => window.lab.leave())
    const news = await door
    let from = 0
    for (const fault of faults) {
      const paused = first(news, fault, from)
      expect(paused, fault).toBeDefined()
      const again = first(news, 'reading', paused?.at)
      expect(again, `reading after ${fault}`).toBeDefined()
      from = again?.at ?? 0
    }
    // No second of any fault is covered time: at most what lies between them is.
    const seconds = (news.at(-1)?.at ?? 0) / 1000
    expect(news.at(-1)?.covered).toBeLessThan(seconds * 0.75)
  }, 180_000)

  test('pauses within three seconds of being unplugged, and reads within five of being plugged in again', async () => {
    await using lab = await openLab({ clip })
    await lab.page.evaluate(() => {
      const { mediaDevices } = navigator
      const open = mediaDevices.getUserMedia.bind(mediaDevices)
      const tracks: MediaStreamTrack[] = []
      let isAway = false
      mediaDevices.getUserMedia = async (wish) => {
        if (isAway) throw new DOMException('', 'NotFoundError')
        const stream = await open(wish)
        tracks.push(...stream.getTracks())
        return stream
      }
      // What a browser does when the cable is pulled, and when it is back; both say when.
      const pull = () => {
        isAway = true
        for (const track of tracks) {
          track.stop()
          track.dispatchEvent(new Event('ended'))
        }
        return performance.now()
      }
      const plugIn = () => {
        isAway = false
        mediaDevices.dispatchEvent(new Event('devicechange'))
        return performance.now()
      }
      Object.assign(window, { pull, plugIn })
    })
    const door = lab.page.evaluate(async () => {
      const began = performance.now()
      return { began, news: await window.lab.door('real') }
    })
    await said(lab, ['reading'])
    const pulled = await lab.page.evaluate(() => (window as unknown as Cable).pull())
    await said(lab, ['reading', 'lost', 'no-camera'])
    const plugged = await lab.page.evaluate(() => (window as unknown as Cable).plugIn())
    await said(lab, ['reading', 'lost', 'no-camera', 'reading'])
    await lab.page.evaluate(() => window.lab.leave())
    const { began, news } = await door
    const lost = first(news, 'lost')
    const away = first(news, 'no-camera', lost?.at)
    const back = first(news, 'reading', away?.at)
    expect(began + (lost?.at ?? Number.NaN)).toBeLessThanOrEqual(pulled + 3000)
    expect(began + (back?.at ?? Number.NaN)).toBeLessThanOrEqual(plugged + 5000)
  }, 180_000)

  test('closes at the stroke of the hour at which its compliance record expires', async () => {
    await using lab = await openLab({ clip })
    const news = await lab.page.evaluate(() => window.lab.door('real', 3000))
    const read = first(news, 'reading')?.at ?? Number.NaN
    expect(first(news, 'off')?.at).toBeGreaterThan(read + 2900)
    expect(first(news, 'off')?.at).toBeLessThan(read + 8000)
    expect(news.at(-1)?.says).toBe('end')
  }, 120_000)
})
