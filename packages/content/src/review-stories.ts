import type { Language, Words } from '@riverside/kit'
import { type Card, canHold, daysOf, type Moment, type Story, timelineOf } from '@riverside/story'
import type { PackFault } from './fault.ts'
import type { Pack } from './pack.ts'
import { both, over, textRoom } from './text-room.ts'
import { yearsNamed } from './years-named.ts'

/**
 * What would be wrong on the screens of the stories: texts longer than their places, dates that cannot be true together, questions on what is not
 * certain, and marks of a recording that do not fit its caption.
 */
export const storyFaults = ({ stories, cards }: Pack): readonly PackFault[] => {
  const known = new Map(cards.map((card) => [card.id, card]))
  return [
    ...stories.flatMap((story) => [
      ...tooLong(story),
      ...strayMarks(story),
      ...story.moments.flatMap((moment, index) => outsideOfCards(story, moment, index, known)),
      ...wrongYears(story),
      ...unfairQuestions(story),
    ]),
    ...cards.flatMap((card) => [
      ...both(cardFile(card), 'name', card.name, textRoom.cardName),
      ...both(cardFile(card), 'words', card.words, textRoom.cardWords),
    ]),
  ]
}

/** What is probably a slip in the stories, but a curator may know better. */
export const storyHints = ({ stories, cards }: Pack): readonly PackFault[] => [
  ...stories.flatMap((story) => [...otherWharf(fileOf(story), story), ...untold(story)]),
  ...cards.flatMap((card) => otherWharf(cardFile(card), card)),
  ...unmet(stories, cards),
]

const fileOf = (story: Story): string => `stories/${story.id}.json`
const cardFile = (card: Card): string => `cards/${card.id}.json`
const languages = ['zh', 'en'] as const satisfies readonly Language[]

function tooLong(story: Story): readonly PackFault[] {
  const file = fileOf(story)
  return [
    ...both(file, 'title', story.title, textRoom.storyTitle),
    ...story.title.en.split(/[\s-]+/).flatMap((word) => over(file, 'title.en', word, 'en', textRoom.storyTitleWord)),
    ...both(file, 'dated', story.dated, textRoom.storyDated),
    ...story.chapters.flatMap(({ caption }, at) =>
      both(file, `chapters.${at}.caption`, caption, textRoom.storyCaption),
    ),
    ...story.moments.flatMap(({ words, differ }, at) => [
      ...both(file, `moments.${at}.words`, words, textRoom.moment),
      ...(differ ? both(file, `moments.${at}.differ`, differ, textRoom.differ) : []),
    ]),
    ...story.quiz.flatMap(({ asks, answers, why }, at) => [
      ...both(file, `quiz.${at}.asks`, asks, textRoom.question),
      ...answers.flatMap((answer, place) => both(file, `quiz.${at}.answers.${place}`, answer, textRoom.answer)),
      ...both(file, `quiz.${at}.why`, why, textRoom.why),
    ]),
  ]
}

/** A recording that marks its clauses marks each of them, one after the other. */
function strayMarks(story: Story): readonly PackFault[] {
  return story.chapters.flatMap(({ caption, voice }, at) =>
    languages.flatMap((language) => {
      const starts = voice[language]?.starts
      if (!starts) return []
      const clauses = timelineOf(caption[language], language).length
      const where = `chapters.${at}.voice.${language}.starts`
      const backwards = starts.findIndex((start, index) => index > 0 && start <= (starts[index - 1] ?? 0))
      return [
        ...(starts.length === clauses
          ? []
          : [
              {
                file: fileOf(story),
                where,
                what: {
                  zh: `这里记了 ${starts.length} 个分句的起点，字幕有 ${clauses} 个分句`,
                  en: `${starts.length} clauses are marked here, and the caption has ${clauses}`,
                },
                remedy: {
                  zh: '按字幕重新记起点，或者去掉，由字数来分。',
                  en: 'Mark them again by the caption, or leave them out: the letters then share the length.',
                },
              },
            ]),
        ...(backwards < 0
          ? []
          : [
              {
                file: fileOf(story),
                where: `${where}.${backwards}`,
                what: { zh: '这个起点不在前一个之后', en: 'this clause does not begin after the one before it' },
                remedy: { zh: '按先后改正毫秒数。', en: 'Put the milliseconds in their order.' },
              },
            ]),
      ]
    }),
  )
}

/** Nobody takes part in anything before birth or after death, no ship before its launch. */
function outsideOfCards(
  story: Story,
  moment: Moment,
  index: number,
  cards: ReadonlyMap<string, Card>,
): readonly PackFault[] {
  return moment.about.flatMap((id, place) => {
    const card = cards.get(id)
    if (!card?.when || canHold(card.when, moment.when)) return []
    const { first, last } = daysOf(card.when)
    return [
      {
        file: fileOf(story),
        where: `moments.${index}.about.${place}`,
        what: {
          zh: `这件事在 ${moment.when.from}，${card.name.zh}却只在 ${first} 至 ${last} 之间`,
          en: `this is of ${moment.when.from}, and ${card.name.en} is of ${first} to ${last}`,
        },
        remedy: {
          zh: '核对两处的日期；如果只是后来的纪念，就不要连这张卡片。',
          en: 'Check both dates; if it is a later remembrance, do not link this card.',
        },
      },
    ]
  })
}

/** Years written out must agree with the dates beside them, and the two languages with each other. */
function wrongYears(story: Story): readonly PackFault[] {
  const file = fileOf(story)
  const dates = new Map(story.moments.map((moment) => [moment.id, moment.when]))
  return [
    ...story.chapters.flatMap(({ caption, moments }, at) => [
      ...twoMinds(file, `chapters.${at}.caption`, caption),
      ...languages.flatMap((language) =>
        moments.length === 0
          ? []
          : yearsNamed(caption[language])
              .filter((year) =>
                moments.every((id) => {
                  const when = dates.get(id)
                  return when !== undefined && !canHold(when, year)
                }),
              )
              .map((year) =>
                strayYear(file, `chapters.${at}.caption.${language}`, year.from, momentsOf(dates, moments)),
              ),
      ),
    ]),
    ...story.moments.flatMap(({ words, when }, at) => [
      ...twoMinds(file, `moments.${at}.words`, words),
      ...languages.flatMap((language) => {
        const years = yearsNamed(words[language])
        return years.length === 0 || years.some((year) => canHold(when, year))
          ? []
          : [strayYear(file, `moments.${at}.words.${language}`, years[0]?.from ?? '', when.from)]
      }),
    ]),
    ...story.quiz.flatMap(({ why, moment }, at) => [
      ...twoMinds(file, `quiz.${at}.why`, why),
      ...languages.flatMap((language) =>
        yearsNamed(why[language])
          .filter((year) => [...dates.values()].every((when) => !canHold(when, year)))
          .map((year) => strayYear(file, `quiz.${at}.why.${language}`, year.from, dates.get(moment)?.from ?? '')),
      ),
    ]),
    ...twoMinds(file, 'dated', story.dated),
  ]
}

const momentsOf = (dates: ReadonlyMap<string, Moment['when']>, ids: readonly string[]): string =>
  ids.map((id) => dates.get(id)?.from ?? '?').join(', ')

const strayYear = (file: string, where: string, year: string, dates: string): PackFault => ({
  file,
  where,
  what: {
    zh: `这里写的是 ${year} 年，它讲的事却记在 ${dates}`,
    en: `the year here is ${year}, and what it tells is dated ${dates}`,
  },
  remedy: { zh: '查明出处，改正其中一处。', en: 'Look into the source and mend one of the two.' },
})

/** Where each language names a year the other does not, one of them is wrong. */
function twoMinds(file: string, where: string, words: Words): readonly PackFault[] {
  const zh = new Set(yearsNamed(words.zh).map(({ from }) => from))
  const en = new Set(yearsNamed(words.en).map(({ from }) => from))
  const lacks = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].filter((year) => !other.has(year))
  const [onlyZh] = lacks(zh, en)
  const [onlyEn] = lacks(en, zh)
  return onlyZh === undefined || onlyEn === undefined
    ? []
    : [
        {
          file,
          where,
          what: {
            zh: `中文写 ${onlyZh} 年，英文写 ${onlyEn} 年`,
            en: `the Chinese says ${onlyZh}, the English ${onlyEn}`,
          },
          remedy: { zh: '两种文字要写同一年。', en: 'Let both languages name the same year.' },
        },
      ]
}

/** A quiz asks only what the sources settle: neither what is unsure nor what they tell in two ways. */
function unfairQuestions(story: Story): readonly PackFault[] {
  const file = fileOf(story)
  return story.quiz.flatMap(({ moment: id, answers }, at) => {
    const moment = story.moments.find((each) => each.id === id)
    const alike = languages.flatMap((language) =>
      answers.flatMap((answer, place) =>
        answers.findIndex((other) => other[language] === answer[language]) < place
          ? [
              {
                file,
                where: `quiz.${at}.answers.${place}.${language}`,
                what: { zh: '前面已有一样的答案', en: 'an answer before it says the same' },
                remedy: { zh: '换一个答案。', en: 'Give another answer.' },
              },
            ]
          : [],
      ),
    )
    if (moment && (moment.certainty === 'low' || moment.differ))
      return [
        ...alike,
        {
          file,
          where: `quiz.${at}.moment`,
          what: moment.differ
            ? { zh: '各家对这件事说法不一，不能拿来提问', en: 'the sources differ on this, so it cannot be asked' }
            : { zh: '这件事还拿不准，不能拿来提问', en: 'this is unsure, so it cannot be asked' },
          remedy: {
            zh: '换一件有定论的事来问。',
            en: 'Ask about a moment that the sources settle.',
          },
        },
      ]
    return alike
  })
}

/** 汇山码头 lay in today's Hongkou; it is often said, wrongly, of the wharf of Qinhuangdao Road. */
const otherWharfNamed = /汇山码头|Huishan Wharf|Wayside Wharf/i
const whereItLay = /虹口|Hongkou/i

function otherWharf(file: string, value: unknown, where: readonly string[] = []): readonly PackFault[] {
  if (typeof value === 'string')
    return otherWharfNamed.test(value) && !whereItLay.test(value)
      ? [
          {
            file,
            where: where.join('.'),
            what: {
              zh: '汇山码头在今天的虹口，不是秦皇岛路这座码头',
              en: 'Wayside Wharf lay in today’s Hongkou: it is not the wharf of Qinhuangdao Road',
            },
            remedy: {
              zh: '说的若是本站，写“黄浦码头”；若真是汇山码头，写明在虹口。',
              en: 'If this place is meant, write Whangpoo Wharf; if not, say that it lay in Hongkou.',
            },
          },
        ]
      : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => otherWharf(file, each, [...where, name]))
}

/** A question on what no chapter tells asks what the visitor has not heard. */
function untold(story: Story): readonly PackFault[] {
  const told = new Set(story.chapters.flatMap(({ moments }) => moments))
  return story.quiz
    .map(({ moment }, at) => ({ moment, at }))
    .filter(({ moment }) => !told.has(moment))
    .map(({ moment, at }) => ({
      file: fileOf(story),
      where: `quiz.${at}.moment`,
      what: { zh: `没有哪一回讲过“${moment}”`, en: `no chapter tells “${moment}”` },
      remedy: {
        zh: '把它写进讲到它的那一回的 moments，或者换一问。',
        en: 'Name it in the moments of the chapter that tells it, or ask something else.',
      },
    }))
}

function unmet(stories: readonly Story[], cards: readonly Card[]): readonly PackFault[] {
  const met = new Set(stories.flatMap(({ moments }) => moments.flatMap(({ about }) => about)))
  return cards
    .filter(({ id }) => !met.has(id))
    .map((card) => ({
      file: cardFile(card),
      where: '',
      what: { zh: `没有哪件事提到${card.name.zh}`, en: `no moment is about ${card.name.en}` },
      remedy: { zh: '在有关的事里加上它，不然没人看得到。', en: 'Name it in a moment; else nobody comes to it.' },
    }))
}
