import type { Language } from '@riverside/kit'

type StoryWords = {
  readonly telling: string
  readonly goOn: string
  readonly again: string
  readonly rooms: string
  readonly brush: string
  readonly missing: string
  readonly tray: string
  readonly narrator: string
  readonly chapter: (chapter: number) => string
  readonly place: (chapter: number, chapters: number) => string
}

const zh: StoryWords = {
  telling: '讲述中',
  goOn: '接着讲',
  again: '再讲一遍',
  rooms: '四间',
  brush: '用手拂开沙，画面就在下面。',
  missing: '这一回的画暂时不在，只讲文字。',
  tray: '沙盘',
  narrator: '讲解员',
  chapter: (chapter) => `第${numeral(chapter)}回`,
  place: (chapter, chapters) => `第${numeral(chapter)}回，共${numeral(chapters - 1)}回`,
}

const en: StoryWords = {
  telling: 'Pause',
  goOn: 'Go on',
  again: 'Once more',
  rooms: 'Rooms',
  brush: 'Brush the sand aside.',
  missing: 'The print of this chapter is away; here are its words.',
  tray: 'Tray of sand',
  narrator: 'The narrator',
  chapter: (chapter) => `Chapter ${chapter + 1}`,
  place: (chapter, chapters) => `Chapter ${chapter + 1} of ${chapters}`,
}

export const storyWords: Readonly<Record<Language, StoryWords>> = { zh, en }

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** The number of a chapter, as a picture-story book counts it. */
export function numeral(chapter: number): string {
  return numerals[chapter] ?? `${chapter + 1}`
}
