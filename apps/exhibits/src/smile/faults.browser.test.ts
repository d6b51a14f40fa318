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

/** A camera's clip of twenty-eight seconds, in which everything goes wrong that can: each fault for its seconds, people between. */
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
    await lab.page.evaluate(() => window.lab.start())
    const news = await lab.page.evaluate(() => window.lab.door('real', 45_000))
    let from = 0
    for (const fault of ['black', 'blocked', 'too-dark', 'frozen']) {
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
      // What a browser does when the cable is pulled, and when it is back.
      setTimeout(() => {
        isAway = true
        for (const track of tracks) {
          track.stop()
          track.dispatchEvent(new Event('ended'))
        }
      }, 12_000)
      setTimeout(() => {
        isAway = false
        mediaDevices.dispatchEvent(new Event('devicechange'))
      }, 17_000)
    })
    await lab.page.evaluate(() => window.lab.start())
    const began = await lab.page.evaluate(() => performance.now())
    const news = await lab.page.evaluate(() => window.lab.door('real', 24_000))
    expect(began).toBeLessThan(12_000)
    const lost = first(news, 'lost')
    const back = first(news, 'reading', lost?.at)
    expect(lost).toBeDefined()
    expect(lost?.at).toBeLessThanOrEqual(12_000 + 3000)
    expect(first(news, 'no-camera', lost?.at)).toBeDefined()
    expect(back).toBeDefined()
    expect(back?.at).toBeLessThanOrEqual(17_000 + 5000)
  }, 120_000)

  test('closes at the stroke of the hour at which its compliance record expires', async () => {
    await using lab = await openLab({ clip })
    await lab.page.evaluate(() => window.lab.start())
    const news = await lab.page.evaluate(() => window.lab.door('real', 60_000, 6000))
    expect(first(news, 'reading')).toBeDefined()
    expect(first(news, 'off')?.at).toBeGreaterThan(5900)
    expect(first(news, 'off')?.at).toBeLessThan(11_000)
    expect(news.at(-1)?.says).toBe('end')
  }, 120_000)
})
