import type { Language } from '@riverside/kit'
import type { Stop } from '@riverside/voyage'
import type { PackFault } from './fault.ts'
import type { Pack } from './pack.ts'

/** How much text a place holds: in Chinese the widths of so many Han characters, in English letters. */
type Room = { readonly zh: number; readonly en: number; readonly place: { readonly zh: string; readonly en: string } }

/**
 * The room each text has, by the design of 1920 × 1080 and of 1080 × 1920, whichever is less.
 *
 * A fact stands in a column 832 wide: 27 Han of 30 or some 57 letters of 32 a line. Two facts share 524 of height, which is three lines of
 * Chinese over three small ones of English (60 letters each), so three lines are the most. A figure has 216: five Han of 40, twice. A name stands
 * upright in Han of 72 above the slip to listen, and in English 204 wide in letters of 34, twelve to a line. A caption has 450 beside the
 * sheet: nine Han of 48 or some 24 letters of 38 a line; beyond eight lines it hides the building.
 *
 * Under the sand a caption has 992 of width in the tall design: three lines of 21 Han of 46 or of 50 letters of 40. The title of a story stands
 * upright in 425, at least 60 a Han; in English 240 wide in letters of 60. A moment, a card and a question stand in sheets of their own: a moment
 * and a question in three lines of a column of 832, an answer on one line of it, the words of a card and of an explanation in four.
 */
export const textRoom = {
  name: { zh: 7, en: 64, place: { zh: '题签', en: 'the title slip' } },
  nameWord: { zh: 7, en: 13, place: { zh: '题签的一行', en: 'a line of the title' } },
  headline: { zh: 16, en: 60, place: { zh: '正横名签', en: 'the label of the building abeam' } },
  figure: { zh: 10, en: 20, place: { zh: '数字栏', en: 'the column of figures' } },
  fact: { zh: 81, en: 180, place: { zh: '三行', en: 'three lines' } },
  dated: { zh: 12, en: 34, place: { zh: '年代签', en: 'the tag with the date' } },
  sentence: { zh: 72, en: 192, place: { zh: '字幕', en: 'the caption' } },
  sceneTitle: { zh: 14, en: 44, place: { zh: '明信片的图名', en: 'the line under the picture of a card' } },
  sceneCaption: { zh: 60, en: 110, place: { zh: '明信片背面的说明', en: 'the note on the back of a card' } },
  greeting: { zh: 24, en: 68, place: { zh: '印在明信片上的贺词', en: 'the printed greeting of a card' } },
  prompt: { zh: 26, en: 70, place: { zh: '“写什么好”一栏', en: 'a line that helps to begin' } },
  storyTitle: { zh: 7, en: 32, place: { zh: '故事题签', en: 'the title slip of a story' } },
  storyTitleWord: { zh: 7, en: 9, place: { zh: '故事题签的一行', en: 'a line of the title slip' } },
  storyDated: { zh: 14, en: 24, place: { zh: '故事的年代签', en: 'the tag with the date of a story' } },
  storyCaption: { zh: 62, en: 150, place: { zh: '沙盘下的字幕', en: 'the caption under the sand' } },
  moment: { zh: 60, en: 150, place: { zh: '时间线上的一条', en: 'a moment of the time line' } },
  differ: { zh: 80, en: 200, place: { zh: '“说法不一”一栏', en: 'the note that sources differ' } },
  cardName: { zh: 10, en: 34, place: { zh: '卡片的名签', en: 'the name slip of a card' } },
  cardWords: { zh: 90, en: 220, place: { zh: '卡片', en: 'a card' } },
  question: { zh: 40, en: 110, place: { zh: '问题一栏', en: 'the place of a question' } },
  answer: { zh: 20, en: 56, place: { zh: '一个答案', en: 'an answer' } },
  why: { zh: 80, en: 200, place: { zh: '答案的说明', en: 'the explanation of an answer' } },
} as const satisfies Record<string, Room>

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef‘’“”—…·]/u

/** The width of a Chinese text in Han characters; Latin letters and figures are a little over half as wide. */
export const hanWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 1 : 0.56), 0)

/** Every text of stops and nodes that is longer than the place it is shown in. */
export const tooLong = (pack: Pack): readonly PackFault[] => [
  ...pack.stops.flatMap(stopTexts),
  ...pack.nodes.flatMap((node) =>
    node.then ? both(`nodes/${node.id}.json`, 'then.dated', node.then.dated, textRoom.dated) : [],
  ),
  ...pack.scenes.flatMap(({ id, title, caption }) => [
    ...both(`scenes/${id}.json`, 'title', title, textRoom.sceneTitle),
    ...both(`scenes/${id}.json`, 'caption', caption, textRoom.sceneCaption),
  ]),
  ...pack.suggestions.flatMap(({ id, greetings, prompts }) => [
    ...greetings.flatMap((each, at) => both(`suggestions/${id}.json`, `greetings.${at}`, each, textRoom.greeting)),
    ...prompts.flatMap((each, at) => both(`suggestions/${id}.json`, `prompts.${at}`, each, textRoom.prompt)),
  ]),
]

function stopTexts(stop: Stop): readonly PackFault[] {
  const file = `stops/${stop.id}.json`
  const claims = [
    { where: 'past', claim: stop.past },
    { where: 'present', claim: stop.present },
    ...stop.facts.map((claim, index) => ({ where: `facts.${index}`, claim })),
  ]
  return [
    ...nameParts(stop.name.zh).flatMap((part) => over(file, 'name.zh', part, 'zh', textRoom.name)),
    ...over(file, 'name.en', withoutBrackets(stop.name.en), 'en', textRoom.name),
    ...withoutBrackets(stop.name.en)
      .split(/[\s-]+/)
      .flatMap((word) => over(file, 'name.en', word, 'en', textRoom.nameWord)),
    ...both(file, 'headline.words', stop.headline.words, textRoom.headline),
    ...claims.flatMap(({ where, claim }) => [
      ...both(file, `${where}.figure`, claim.figure, textRoom.figure),
      ...both(file, `${where}.text`, claim.text, textRoom.fact),
    ]),
    ...both(file, 'then.dated', stop.then.dated, textRoom.dated),
    ...both(file, 'now.dated', stop.now.dated, textRoom.dated),
    ...(['zh', 'en'] as const).flatMap((language) =>
      sentences(stop.narration[language]).flatMap((sentence) =>
        over(`stops/${stop.id}.${language}.md`, '', sentence, language, textRoom.sentence),
      ),
    ),
  ]
}

/** What of these words is longer than their place. */
export const both = (
  file: string,
  where: string,
  words: Readonly<Record<Language, string>>,
  room: Room,
): readonly PackFault[] =>
  (['zh', 'en'] as const).flatMap((language) => over(file, `${where}.${language}`, words[language], language, room))

/** What of this text is longer than its place. */
export function over(file: string, where: string, text: string, language: Language, room: Room): readonly PackFault[] {
  const length = Math.ceil(language === 'zh' ? hanWidth(text) : text.length)
  const most = room[language]
  if (length <= most) return []
  const begins = text.length > 16 ? `${text.slice(0, 16)}…` : text
  const unit = language === 'zh' ? { zh: '个字', en: 'characters' } : { zh: '个字母', en: 'letters' }
  return [
    {
      file,
      where,
      what: {
        zh: `“${begins}”有 ${length} ${unit.zh}，${room.place.zh}放得下 ${most} ${unit.zh}`,
        en: `“${begins}” takes ${length} ${unit.en}, and ${room.place.en} holds ${most}`,
      },
      remedy: { zh: `删到 ${most} ${unit.zh}以内，或者分成两条。`, en: `Shorten it to ${most}, or make two of it.` },
    },
  ]
}

/** What stands in brackets is not shown on the sheet; a dot divides a name into columns. */
const withoutBrackets = (name: string): string => name.replace(/[（(].*?[）)]/g, '').trim()
const nameParts = (name: string): readonly string[] => withoutBrackets(name).split('·')

const sentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[。！？；])|(?<=[.!?])\s+(?=[A-Z“])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
