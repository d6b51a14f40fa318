import { fail, ok, parseJson, type Result } from '@riverside/kit'
import { Scene, Suggestions } from '@riverside/postcard'
import { Card, Programme, Story } from '@riverside/story'
import { Node, Stop } from '@riverside/voyage'
import { z } from 'zod'
import { faultsOf, type PackFault } from './fault.ts'
import { Pack, PackCover, packFormat } from './pack.ts'
import { wordFaults } from './wording.ts'

/** A pack as it lies in a folder or a file, without saying which. */
export type PackFiles = {
  /** Every file, as paths below the pack's folder, with `/` between. */
  readonly paths: readonly string[]
  /** The text of a JSON or Markdown file; `undefined` where there is none or it is no UTF-8. */
  readonly text: (path: string) => string | undefined
}

/**
 * Reads a whole pack and checks it: every file by its schema, ids against file names and each other, every picture and voice
 * against what is really there, every wording against the rules of the house. All faults are found at once; a pack with one
 * fault is no pack.
 */
export function readPack(files: PackFiles): Result<Pack, readonly PackFault[]> {
  const faults: PackFault[] = []
  const cover = readCover(files, faults)
  const stops = readAll(files, 'stops', Stop, faults, (path, value) => withNarration(files, path, value, faults))
  const nodes = readAll(files, 'nodes', Node, faults)
  const scenes = readAll(files, 'scenes', Scene, faults)
  const suggestions = readAll(files, 'suggestions', Suggestions, faults)
  const stories = readAll(files, 'stories', Story, faults)
  const cards = readAll(files, 'cards', Card, faults)
  const programmes = readAll(files, 'programmes', Programme, faults)
  for (const [folder, found] of Object.entries({ stops, nodes, scenes, stories }))
    if (found.length === 0 && !faults.some((fault) => fault.file.startsWith(`${folder}/`)))
      faults.push({
        file: `${folder}/`,
        where: '',
        what: { zh: '这里什么都没有', en: 'there is nothing here' },
        remedy: { zh: `往 ${folder}/ 里至少放一个文件。`, en: `Add at least one file to ${folder}/.` },
      })
  faults.push(...lostMedia(files, { stops, nodes, scenes, stories }))
  faults.push(...lostStops(stops, nodes), ...lostCards(stories, cards, stops), ...lostStories(programmes, stories))
  for (const file of [...stops, ...scenes, ...suggestions, ...stories, ...cards, ...programmes])
    faults.push(...wordFaults(file.path, file.value))
  if (faults.length > 0 || !cover) return fail(faults)
  return ok(
    Pack.parse({
      cover,
      stops: stops.map(bare).toSorted(byChainage),
      nodes: nodes.map(bare).toSorted(byChainage),
      scenes: scenes.map(bare),
      suggestions: suggestions.map(bare),
      stories: stories.map(bare).toSorted((a, b) => a.order - b.order),
      cards: cards.map(bare),
      programmes: programmes.map(bare),
    }),
  )
}

type Found<T> = { readonly path: string; readonly value: T }

const bare = <T>(found: Found<T>): T => found.value
const byChainage = (a: { chainage: number }, b: { chainage: number }): number => a.chainage - b.chainage

function readCover(files: PackFiles, faults: PackFault[]): PackCover | undefined {
  const json = readJson(files, 'pack.json', faults)
  if (json === undefined) return undefined
  const format = z.object({ format: z.number() }).safeParse(json)
  if (format.success && format.data.format > packFormat) {
    faults.push({
      file: 'pack.json',
      where: 'format',
      what: {
        zh: `内容包是第 ${format.data.format} 版格式，这个程序只认到第 ${packFormat} 版`,
        en: `the pack is of format ${format.data.format}, this program reads up to ${packFormat}`,
      },
      remedy: {
        zh: '先装新版程序，或者按这一版重新导出。',
        en: 'Install the newer program first, or export the pack for this one.',
      },
    })
    return undefined
  }
  const cover = PackCover.safeParse(json)
  if (cover.success) return cover.data
  faults.push(...faultsOf('pack.json', cover.error))
  return undefined
}

function readAll<Schema extends z.ZodType<{ id: string }>>(
  files: PackFiles,
  folder: string,
  schema: Schema,
  faults: PackFault[],
  complete: (path: string, value: unknown) => unknown = (_, value) => value,
): readonly Found<z.output<Schema>>[] {
  const found: Array<Found<z.output<Schema>>> = []
  for (const path of files.paths.filter((each) => each.startsWith(`${folder}/`) && each.endsWith('.json')).toSorted()) {
    const json = readJson(files, path, faults)
    if (json === undefined) continue
    const value = schema.safeParse(complete(path, json))
    if (!value.success) {
      faults.push(...faultsOf(path, value.error))
      continue
    }
    const first = found.find((other) => other.value.id === value.data.id)
    if (first)
      faults.push({
        file: path,
        where: 'id',
        what: {
          zh: `“${value.data.id}”已经是 ${first.path} 的 id`,
          en: `“${value.data.id}” is already the id of ${first.path}`,
        },
        remedy: {
          zh: '给其中一个换个 id，文件名也跟着改。',
          en: 'Give one of the two another id, and its file the same name.',
        },
      })
    else if (path !== `${folder}/${value.data.id}.json`)
      faults.push({
        file: path,
        where: 'id',
        what: {
          zh: `id“${value.data.id}”和文件名对不上`,
          en: `the id “${value.data.id}” and the name of the file differ`,
        },
        remedy: {
          zh: `把文件改名为 ${value.data.id}.json，或者改 id。`,
          en: `Call the file ${value.data.id}.json, or mend the id.`,
        },
      })
    found.push({ path, value: value.data })
  }
  return found
}

function readJson(files: PackFiles, path: string, faults: PackFault[]): unknown {
  const text = files.paths.includes(path) ? files.text(path) : undefined
  if (text === undefined) {
    faults.push({
      file: path,
      where: '',
      what: { zh: '缺这个文件，或者它不是 UTF-8 文字', en: 'the file is missing or is no UTF-8 text' },
      remedy: { zh: '补上它，存成 UTF-8。', en: 'Add it, saved as UTF-8.' },
    })
    return undefined
  }
  const json = parseJson(text)
  if (json === undefined)
    faults.push({
      file: path,
      where: lineOfFault(text),
      what: { zh: '这不是 JSON', en: 'this is not JSON' },
      remedy: {
        zh: '看看这里或前面是不是少了逗号、引号或括号。',
        en: 'Look for a missing comma, quotation mark or bracket just before this place.',
      },
    })
  return json
}

/** Where the JSON of a text breaks off: the first line that no longer parses as a beginning. */
function lineOfFault(text: string): string {
  const depth: string[] = []
  let quoted = false
  let line = 1
  let lastOpen = 1
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '\n') {
      if (quoted) return `line ${line}`
      line += 1
    } else if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') {
      depth.push(character === '{' ? '}' : ']')
      lastOpen = line
    } else if (character === '}' || character === ']') {
      if (depth.pop() !== character) return `line ${line}`
      if (/,\s*$/.test(text.slice(0, at))) return `line ${line}`
    }
  }
  return depth.length > 0 ? `line ${lastOpen}` : ''
}

function withNarration(files: PackFiles, path: string, value: unknown, faults: PackFault[]): unknown {
  if (typeof value !== 'object' || value === null) return value
  const spoken: Record<string, string> = {}
  for (const language of ['zh', 'en']) {
    const file = path.replace(/\.json$/, `.${language}.md`)
    const text = files.paths.includes(file) ? files.text(file)?.trim() : undefined
    if (text === undefined || text === '')
      faults.push({
        file,
        where: '',
        what: { zh: '缺讲解词', en: 'the narration is missing' },
        remedy: {
          zh: '补上这个文件，把要讲的话一段一段写进去。',
          en: 'Add the file with what the voice shall say, in plain paragraphs.',
        },
      })
    spoken[language] = text || '…'
    if (text && /^(#|[-*+] |\d+\. |>|```|\|)|!\[|\]\(/m.test(text))
      faults.push({
        file,
        where: '',
        what: { zh: '声音念不了标题、列表、链接和图片', en: 'a voice cannot read headings, lists, links or pictures' },
        remedy: { zh: '只写普通段落。', en: 'Keep to plain paragraphs.' },
      })
  }
  return { ...value, narration: spoken }
}

type Everything = {
  readonly stops: readonly Found<Stop>[]
  readonly nodes: readonly Found<Node>[]
  readonly scenes: readonly Found<Scene>[]
  readonly stories: readonly Found<Story>[]
}

function lostMedia(files: PackFiles, { stops, nodes, scenes, stories }: Everything): readonly PackFault[] {
  const there = new Set(files.paths)
  const wanted = [
    ...stops.flatMap(({ path, value }) => [
      { path, where: 'then.picture', media: value.then.picture },
      { path, where: 'now.picture', media: value.now.picture },
    ]),
    ...nodes.flatMap(({ path, value }) => [
      { path, where: 'now.picture', media: value.now.picture },
      { path, where: 'now.preview', media: value.now.preview },
      ...(value.then
        ? [
            { path, where: 'then.picture', media: value.then.picture },
            { path, where: 'then.preview', media: value.then.preview },
          ]
        : []),
    ]),
    ...scenes.map(({ path, value }) => ({ path, where: 'picture', media: value.picture })),
    ...stories.flatMap(({ path, value }) =>
      value.chapters.flatMap((chapter, at) => [
        { path, where: `chapters.${at}.picture`, media: chapter.picture },
        ...Object.entries(chapter.voice).map(([language, recording]) => ({
          path,
          where: `chapters.${at}.voice.${language}.media`,
          media: recording?.media,
        })),
        ...chapter.cues.map((cue, index) => ({
          path,
          where: `chapters.${at}.cues.${index}.media`,
          media: cue.kind === 'sound' ? cue.media : undefined,
        })),
      ]),
    ),
  ]
  return wanted
    .filter(({ media }) => media !== undefined && !there.has(media))
    .map(({ path, where, media }) => ({
      file: path,
      where,
      what: { zh: `内容包里没有 ${media}`, en: `${media} is not in the pack` },
      remedy: { zh: '把文件放进去，或者改成包里有的。', en: 'Put the file there, or name one that is there.' },
    }))
}

function lostStops(stops: readonly Found<Stop>[], nodes: readonly Found<Node>[]): readonly PackFault[] {
  const known = new Set<string>(stops.map(({ value }) => value.id))
  return nodes.flatMap(({ path, value }) =>
    [...value.now.buildings, ...(value.then?.buildings ?? [])]
      .filter((building) => !known.has(building.stop))
      .map((building) => ({
        file: path,
        where: 'buildings',
        what: { zh: `没有 id 是“${building.stop}”的停靠点`, en: `no stop has the id “${building.stop}”` },
        remedy: {
          zh: `补上 stops/${building.stop}.json，或者改成已有的。`,
          en: `Add stops/${building.stop}.json, or name a stop that is there.`,
        },
      })),
  )
}

/** Moments name cards, cards name stops, and a moment's id is one in the whole pack: the quiz and the time line find it by nothing else. */
function lostCards(
  stories: readonly Found<Story>[],
  cards: readonly Found<Card>[],
  stops: readonly Found<Stop>[],
): readonly PackFault[] {
  const known = new Set<string>(cards.map(({ value }) => value.id))
  const places = new Set<string>(stops.map(({ value }) => value.id))
  const told = new Map<string, string>()
  const moments = stories.flatMap(({ path, value }) =>
    value.moments.map((moment, index) => ({ path, moment, where: `moments.${index}` })),
  )
  return [
    ...moments.flatMap(({ path, moment, where }) =>
      moment.about.flatMap((card, place) =>
        known.has(card) ? [] : [lost(path, `${where}.about.${place}`, 'cards', card)],
      ),
    ),
    ...moments.flatMap(({ path, moment, where }) => {
      const first = told.get(moment.id)
      told.set(moment.id, first ?? path)
      return first === undefined || first === path
        ? []
        : [
            {
              file: path,
              where: `${where}.id`,
              what: {
                zh: `“${moment.id}”在 ${first} 里已经有了`,
                en: `“${moment.id}” is already a moment of ${first}`,
              },
              remedy: { zh: '换一个 id。', en: 'Give one of the two another id.' },
            },
          ]
    }),
    ...cards.flatMap(({ path, value }) =>
      value.stop === undefined || places.has(value.stop) ? [] : [lost(path, 'stop', 'stops', value.stop)],
    ),
  ]
}

function lostStories(programmes: readonly Found<Programme>[], stories: readonly Found<Story>[]): readonly PackFault[] {
  const known = new Set<string>(stories.map(({ value }) => value.id))
  return programmes.flatMap(({ path, value }) =>
    value.items.flatMap((item, index) =>
      item.kind !== 'story' || known.has(item.story) ? [] : [lost(path, `items.${index}.story`, 'stories', item.story)],
    ),
  )
}

const lost = (file: string, where: string, folder: string, id: string): PackFault => ({
  file,
  where,
  what: { zh: `没有 ${folder}/${id}.json`, en: `there is no ${folder}/${id}.json` },
  remedy: { zh: `补上这个文件，或者改成已有的。`, en: `Add the file, or name one that is there.` },
})
