import type { Language } from '@riverside/kit'
import type { Card, CardId, KnownDate, Moment, Span, Story } from '@riverside/story'

/** A moment with the story that tells it. */
export type ToldMoment = { readonly story: Story; readonly moment: Moment; readonly when: Span; readonly key: string }

/** The moments of these stories, in the order of time; two of one day keep the order of the stories. */
export const momentsOf = (stories: readonly Story[]): readonly ToldMoment[] =>
  stories
    .flatMap((story) =>
      story.moments.map((moment) => ({ story, moment, when: moment.when, key: `${story.id} ${moment.id}` })),
    )
    .sort((one, other) => (one.when.from < other.when.from ? -1 : one.when.from > other.when.from ? 1 : 0))

/** What a card lived through, in every story. */
export const momentsAbout = (card: CardId, stories: readonly Story[]): readonly ToldMoment[] =>
  momentsOf(stories).filter(({ moment }) => moment.about.includes(card))

/** The chapter that tells a moment, from 0; undefined where none does. */
export function chapterTelling(story: Story, moment: Moment): number | undefined {
  const chapter = story.chapters.findIndex(({ moments }) => moments.includes(moment.id))
  return chapter < 0 ? undefined : chapter
}

/** The moments a chapter tells and the cards they name, each once, in the order in which they are met. */
export function linksOf(
  story: Story,
  chapter: number,
  cards: readonly Card[],
): { readonly moments: readonly Moment[]; readonly cards: readonly Card[] } {
  const told = story.chapters[chapter]?.moments ?? []
  const moments = told.flatMap((id) => story.moments.find((moment) => moment.id === id) ?? [])
  const named = new Set(moments.flatMap(({ about }) => about))
  return { moments, cards: [...named].flatMap((id) => cards.find((card) => card.id === id) ?? []) }
}

/** A span as it is said: as exactly as it is known, and no more. */
export function spanText({ from, to }: Span, language: Language): string {
  if (to === undefined || to === from) return dateText(from, language)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  if (language === 'zh') {
    const end = sameYear && to.length > 4 ? dateText(to, 'zh').replace(/^\d+年/, '') : dateText(to, 'zh')
    return `${dateText(from, 'zh')}至${end}`
  }
  if (from.length === 4 && to.length === 4) return `${from}–${to}`
  return `${sameYear && from.length > 4 ? dateText(from, 'en').replace(/ \d{4}$/, '') : dateText(from, 'en')} – ${dateText(to, 'en')}`
}

/** The same in the breadth of a label: a span of years is told by months at the most. */
export function shortSpanText(span: Span, language: Language): string {
  const { from, to } = span
  if (to === undefined || to === from || (from.length === 4 && to.length === 4)) return spanText(span, language)
  const short = (date: string): string => {
    const [year = '', month] = date.split('-')
    if (language === 'zh') return month === undefined ? year : `${year}.${Number(month)}`
    return month === undefined ? year : `${englishMonths[Number(month) - 1]?.slice(0, 3)} ${year}`
  }
  return short(from) === short(to) ? short(from) : `${short(from)}–${short(to)}`
}

export function dateText(date: KnownDate | string, language: Language): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return language === 'zh' ? `${year}年` : year
  if (language === 'zh') return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
  const name = englishMonths[Number(month) - 1] ?? ''
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
