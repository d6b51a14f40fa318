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
  readonly whichStory: string
  readonly chooseStory: string
  readonly moreStories: string
  readonly stories: string
  /** The present chapter once more. */
  readonly repeat: string
  readonly slower: string
  readonly usualPace: string
  readonly links: string
  readonly linksOf: (chapter: number) => string
  readonly card: string
  readonly cardOf: string
  readonly synthetic: string
  readonly ended: string
  readonly endedAsking: string
  readonly chronicle: string
  readonly chronicleHint: string
  readonly nearer: string
  readonly farther: string
  readonly allStories: string
  readonly thisStory: string
  readonly several: (count: number) => string
  readonly knownTo: { readonly year: string; readonly month: string; readonly day: string }
  readonly differ: string
  readonly hear: (chapter: number) => string
  readonly fromTheRiver: string
  readonly back: string
  readonly kind: { readonly person: string; readonly ship: string; readonly place: string }
  readonly meets: string
  readonly more: string
  readonly quiz: string
  readonly question: (question: number, questions: number) => string
  readonly skip: string
  readonly nextQuestion: string
  readonly lastQuestion: string
  readonly answer: string
  readonly chosen: string
  readonly record: string
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
  whichStory: '想听哪一段往事',
  chooseStory: '点一幅画，或转舵选、按舵心听',
  moreStories: '还有',
  stories: '故事',
  repeat: '再听',
  slower: '慢些',
  usualPace: '常速',
  links: '细看',
  linksOf: (chapter) => `第${numeral(chapter)}回里的人与年月`,
  card: '寄走',
  cardOf: '把拂开的这一幅带去写明信片',
  synthetic: '合成语音',
  ended: '讲完了。可以再听一遍，也可以换一个故事。',
  endedAsking: '讲完了。想一想，答两三个问题；也可以换一个故事。',
  chronicle: '年表',
  chronicleHint: '两指拉开，看得更细。点一条，细看这件事。',
  nearer: '拉近',
  farther: '推远',
  allStories: '所有故事',
  thisStory: '这个故事',
  several: (count) => `${count} 件事`,
  knownTo: { year: '只知年份', month: '知道月份', day: '知道日子' },
  differ: '说法不一',
  hear: (chapter) => `听第${numeral(chapter)}回`,
  fromTheRiver: '到江上去看',
  back: '返回',
  kind: { person: '人物', ship: '船', place: '地方' },
  meets: '在这些年月里',
  more: '下一页',
  quiz: '想一想',
  question: (question, questions) => `第${numeral(question)}问，共${numeral(questions - 1)}问`,
  skip: '不答了',
  nextQuestion: '下一问',
  lastQuestion: '答完了',
  answer: '答案',
  chosen: '您选的',
  record: '史实',
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
  whichStory: 'Which story shall it be?',
  chooseStory: 'Touch a print, or turn the helm and press',
  moreStories: 'More',
  stories: 'Stories',
  repeat: 'Again',
  slower: 'Slow',
  usualPace: 'Usual',
  links: 'More',
  linksOf: (chapter) => `Who and when, in chapter ${chapter + 1}`,
  card: 'To a card',
  cardOf: 'Take the print you uncovered to a postcard',
  synthetic: 'synthesised voice',
  ended: 'That was the story. Hear it once more, or choose another.',
  endedAsking: 'That was the story. Two or three questions follow, if you like; or choose another story.',
  chronicle: 'Time line',
  chronicleHint: 'Spread two fingers to look closer. Touch an entry to read it.',
  nearer: 'Closer',
  farther: 'Farther',
  allStories: 'All stories',
  thisStory: 'This story',
  several: (count) => `${count} entries`,
  knownTo: { year: 'year known', month: 'month known', day: 'day known' },
  differ: 'Sources differ',
  hear: (chapter) => `Chapter ${chapter + 1}`,
  fromTheRiver: 'See it from the river',
  back: 'Back',
  kind: { person: 'Person', ship: 'Ship', place: 'Place' },
  meets: 'In these years',
  more: 'Next page',
  quiz: 'Think back',
  question: (question, questions) => `Question ${question + 1} of ${questions}`,
  skip: 'No more questions',
  nextQuestion: 'Next question',
  lastQuestion: 'Done',
  answer: 'The answer',
  chosen: 'Your choice',
  record: 'On record',
}

export const storyWords: Readonly<Record<Language, StoryWords>> = { zh, en }

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** The number of a chapter, as a picture-story book counts it. */
export function numeral(chapter: number): string {
  return numerals[chapter] ?? `${chapter + 1}`
}
