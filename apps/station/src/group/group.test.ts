import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  call,
  endFromPhone,
  endGroup,
  type GroupView,
  leadFromPhone,
  leadGroup,
  openGroup,
  pairAgain,
  pairGuide,
  readGroup,
  readGuide,
  readReceptions,
  StationFile,
  setFirstPin,
  signIn,
} from '@riverside/contract'
import { handClock } from '@riverside/kit'
import { GroupCommand } from '@riverside/story'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeSmallPack } from '../packs/pack-for-tests.ts'
import { type Station, startStation } from '../station.ts'
import { phonePageOf } from '../takeaway/phone-page.ts'

const words = (text: string) => ({ zh: text, en: text })
const programme = {
  id: 'yike',
  title: words('一课'),
  items: [
    { kind: 'words', title: words('开头'), words: words('欢迎'), minutes: 2 },
    {
      kind: 'oath',
      title: words('誓词'),
      source: words('章程'),
      lines: [words('第一句'), words('第二句')],
      minutes: 3,
    },
  ],
}

const began = Date.parse('2026-11-22T10:00:00+08:00')
let clock: ReturnType<typeof handClock>
let place: string
let station: Station
const screen = () => ({ fetch, address: station.url, key: station.screenKey })
const phone = (key?: string) => ({ fetch, address: station.url, ...(key === undefined ? {} : { key }) })

async function start(): Promise<void> {
  const started = await startStation({
    file: StationFile.parse({
      station: { id: 'test', name: words('驿站'), place: words('江边') },
      network: { port: 0 },
    }),
    data: join(place, 'data'),
    bundledPack: join(place, 'bundled'),
    pages: { exhibits: place, console: place },
    phonePage: phonePageOf('<title>card</title>'),
    guidePage: phonePageOf('<title>guide</title>'),
    clock,
    log: () => {},
  })
  if (!started.ok) throw new Error(started.error)
  station = started.value
}

async function staff() {
  const signedIn = await call(screen(), signIn, { pin: '2580' })
  if (!signedIn.ok) throw new Error(signedIn.error)
  return { fetch, address: station.url, key: signedIn.value.token }
}

const viewOf = async (): Promise<GroupView> => {
  const view = await call(screen(), readGroup, undefined)
  if (!view.ok) throw new Error(view.error)
  return view.value
}

/** A guide with a paired phone. */
async function paired() {
  const opened = await call(await staff(), openGroup, undefined)
  if (!opened.ok) throw new Error(opened.error)
  const digits = opened.value.pairing?.digits ?? ''
  const answer = await call(phone(), pairGuide, { digits })
  if (!answer.ok) throw new Error(answer.error)
  return phone(answer.value.key)
}

const receptions = async () => call(await staff(), readReceptions, { from: '2026-11-22', to: '2026-11-22' })

beforeEach(async () => {
  clock = handClock(began)
  place = await mkdtemp(join(tmpdir(), 'riverside-group-'))
  await writeSmallPack(join(place, 'bundled'), { 'programmes/yike.json': programme })
  await start()
  await call(screen(), setFirstPin, { pin: '2580' })
})
afterEach(async () => {
  await station.close()
  await rm(place, { recursive: true, force: true })
})

describe('a group and its guide', () => {
  test('is opened by staff alone, and led by the phone that brings the six figures, once', async () => {
    expect(await call(screen(), openGroup, undefined)).toEqual({ ok: false, error: 'not-allowed' })
    const opened = await call(await staff(), openGroup, undefined)
    const digits = opened.ok ? (opened.value.pairing?.digits ?? '') : ''
    expect(digits).toMatch(/^\d{6}$/)
    const first = await call(phone(), pairGuide, { digits })
    expect(first.ok).toBe(true)
    expect(await viewOf()).toMatchObject({ paired: true, pairing: null })
    expect(await call(phone(), pairGuide, { digits })).toEqual({ ok: false, error: 'wrong-digits' })
  })
  test('shows the guide its run list and what stands on the screen', async () => {
    const guide = await paired()
    await call(guide, leadFromPhone, { type: 'next' })
    await call(guide, leadFromPhone, { type: 'next' })
    const view = await call(guide, readGuide, { language: 'zh' })
    expect(view.ok && view.value).toMatchObject({
      group: { item: 1, page: 1 },
      programmes: [{ items: [{ pages: 1 }, { title: '誓词', pages: 3, minutes: 3 }] }],
      page: '第一句',
    })
  })
  test('obeys nobody without the key, and the phone before last no longer', async () => {
    const guide = await paired()
    expect(await call(phone('guess'), leadFromPhone, { type: 'next' })).toEqual({ ok: false, error: 'not-paired' })
    expect(await call(phone(), readGuide, { language: 'zh' })).toEqual({ ok: false, error: 'not-paired' })
    clock.advance(2 * 60_000)
    const again = await call(screen(), pairAgain, undefined)
    expect((await call(guide, leadFromPhone, { type: 'next' })).ok).toBe(true)
    const other = await call(phone(), pairGuide, { digits: (again.ok && again.value.pairing?.digits) || '' })
    expect(other.ok).toBe(true)
    expect(await call(guide, leadFromPhone, { type: 'next' })).toEqual({ ok: false, error: 'not-paired' })
  })
  test('is led from the screen only while the phone is not heard of, and by the phone again once it is', async () => {
    const guide = await paired()
    const fromScreen = async () => [
      (await call(screen(), leadGroup, { type: 'next' })).ok,
      (await call(screen(), pairAgain, undefined)).ok,
    ]
    expect(await fromScreen()).toEqual([false, false])
    expect(await call(screen(), endGroup, undefined)).toEqual({ ok: false, error: 'led-by-phone' })
    clock.advance(2 * 60_000)
    expect((await viewOf()).paired).toBe(false)
    expect(await fromScreen()).toEqual([true, true])
    expect((await call(guide, readGuide, { language: 'zh' })).ok).toBe(true)
    expect((await viewOf()).paired).toBe(true)
    expect(await fromScreen()).toEqual([false, false])
  })
  test('gives staff new figures at once when a phone is lost', async () => {
    const lost = await paired()
    const again = await call(await staff(), openGroup, undefined)
    const digits = (again.ok && again.value.pairing?.digits) || ''
    expect((await call(phone(), pairGuide, { digits })).ok).toBe(true)
    expect(await call(lost, leadFromPhone, { type: 'next' })).toEqual({ ok: false, error: 'not-paired' })
  })
  test('shuts the door after five wrong tries, and voids figures after five minutes', async () => {
    await call(await staff(), openGroup, undefined)
    const wrong = async () => call(phone(), pairGuide, { digits: '000000' })
    for (let tries = 0; tries < 5; tries += 1) await wrong()
    expect(await wrong()).toEqual({ ok: false, error: 'too-many' })
    clock.advance(5 * 60_000)
    expect((await viewOf()).pairing).toBeNull()
  })
  test('goes on without its phone, on the screen, and loses nothing when the station starts anew', async () => {
    const guide = await paired()
    await call(guide, leadFromPhone, { type: 'size', people: 31 })
    await call(guide, leadFromPhone, { type: 'next' })
    await station.close()
    clock.advance(60_000)
    await start()
    expect((await viewOf()).group).toMatchObject({ item: 1, page: 0, size: 31 })
    expect(await call(guide, leadFromPhone, { type: 'next' })).toMatchObject({ ok: false })
    const led = await call(screen(), leadGroup, { type: 'next' })
    expect(led.ok && led.value.group?.page).toBe(1)
  })
  test('leaves a reception behind: when, what, how many, and no name', async () => {
    const guide = await paired()
    await call(guide, leadFromPhone, { type: 'size', people: 31 })
    await call(guide, leadFromPhone, { type: 'next' })
    clock.advance(12 * 60_000)
    await call(guide, endFromPhone, undefined)
    expect((await viewOf()).group).toBeNull()
    expect(await receptions()).toEqual({
      ok: true,
      value: {
        people: 31,
        receptions: [
          {
            began: '2026-11-22T10:00:00+08:00',
            ended: '2026-11-22T10:12:00+08:00',
            programme: 'yike',
            title: words('一课'),
            people: 31,
            items: 2,
          },
        ],
      },
    })
  })
  test('that leaves without a word is written down as it was last led', async () => {
    const guide = await paired()
    await call(guide, leadFromPhone, { type: 'size', people: 9 })
    await station.close()
    clock.advance(40 * 60_000)
    await start()
    expect((await viewOf()).group).toBeNull()
    const found = await receptions()
    expect(found.ok && found.value.receptions).toMatchObject([{ people: 9, ended: '2026-11-22T10:00:00+08:00' }])
  })
  test('takes no size and no page that cannot be', async () => {
    const guide = await paired()
    for (const bad of [{ type: 'size', people: 0 }, { type: 'goTo', item: -1 }, { type: 'dance' }]) {
      expect(GroupCommand.safeParse(bad).success).toBe(false)
      expect(await call(guide, leadFromPhone, bad as GroupCommand)).toMatchObject({ ok: false })
    }
    await call(guide, leadFromPhone, { type: 'goTo', item: 7 })
    expect((await viewOf()).group).toMatchObject({ item: 0 })
  })
})
