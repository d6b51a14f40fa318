import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

/** Writes a small sound pack with real pictures, for tests; `change` alters texts by path before they are written, and adds others. */
export async function writeSmallPack(folder: string, change: Readonly<Record<string, object>> = {}): Promise<string> {
  const claim = {
    figure: { zh: '今天', en: 'Today' },
    text: { zh: '轮渡码头。', en: 'A ferry wharf.' },
    certainty: 'high',
    sources: ['S01'],
  }
  const picture = { picture: 'media/now.webp', dated: { zh: '今天', en: 'today' }, drawn: true }
  const texts: Record<string, object> = {
    'pack.json': {
      format: 1,
      id: 'small',
      version: '1.0.0',
      title: { zh: '小包', en: 'Small pack' },
      credit: { zh: '测试', en: 'Tests' },
    },
    'stops/wharf.json': {
      id: 'wharf',
      name: { zh: '码头', en: 'Wharf' },
      chainage: 0,
      chainageUncertainty: 60,
      headline: { figure: '1908', words: { zh: '年起', en: 'since' } },
      past: claim,
      present: claim,
      facts: [claim],
      then: picture,
      now: picture,
    },
    'nodes/off-the-wharf.json': {
      id: 'off-the-wharf',
      chainage: 0,
      heading: 90,
      arrival: { bearing: 0, elevation: 5, field: 60 },
      stand: { fromQuay: 60, aboveWater: 7 },
      now: {
        picture: 'media/sphere.webp',
        preview: 'media/sphere.webp',
        buildings: [
          {
            stop: 'wharf',
            outline: [
              [350, 0],
              [10, 0],
              [0, 8],
            ],
          },
        ],
      },
    },
    'scenes/pier.json': {
      id: 'pier',
      theme: 'history',
      title: { zh: '码头', en: 'Pier' },
      caption: { zh: '码头', en: 'Pier' },
      picture: 'media/card.webp',
    },
    'suggestions/anywhere.json': {
      id: 'anywhere',
      greetings: [{ zh: '江风正好', en: 'A fine wind' }],
      prompts: [{ zh: '今天走了多远？', en: 'How far did you walk today?' }],
    },
    'stories/leaving.json': {
      id: 'leaving',
      title: { zh: '出海', en: 'To sea' },
      dated: { zh: '一九二〇年', en: '1920' },
      chapters: [
        {
          id: 'one',
          picture: 'media/now.webp',
          pictureText: { zh: '船', en: 'A ship' },
          caption: { zh: '他们在黄浦码头上船。', en: 'They boarded at Whangpoo Wharf.' },
          lit: { zh: '黄浦码头', en: 'Whangpoo Wharf' },
          certainty: 'high',
          sources: ['S05'],
          voice: {},
        },
      ],
    },
  }
  const write = async (path: string, bytes: string | Buffer) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  for (const path of new Set([...Object.keys(texts), ...Object.keys(change)]))
    await write(path, JSON.stringify({ ...texts[path], ...change[path] }, null, 2))
  await write('stops/wharf.zh.md', '这里是码头。\n')
  await write('stops/wharf.en.md', 'This is the wharf.\n')
  const flat = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#1F4E5A' } })
      .webp()
      .toBuffer()
  await write('media/now.webp', await flat(64, 32))
  await write('media/sphere.webp', await flat(128, 64))
  await write('media/card.webp', await flat(1264, 1062))
  return folder
}
