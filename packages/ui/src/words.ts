import type { Language } from '@riverside/kit'

const zh = {
  station: '滨江驿站',
  voyage: '解读滨江',
  postcard: '留影滨江',
  story: '回首滨江',
  smile: '微笑滨江',
  back: '返回',
  rooms: '四间',
  next: '下一页',
  done: '好了',
  listen: '听一听',
  pause: '停一停',
  then: '前世',
  now: '今生',
  thenAndNow: '看前世今生',
  drawn: '示意画',
  today: '今天',
  high: '有据',
  medium: '约数',
  low: '待考',
  otherLanguage: 'English',
  easy: '大字',
  notEasy: '标准字号',
  lowReach: '低位',
  notLowReach: '标准位置',
  helmLost: '用手转屏上的舵轮',
  metres: '米',
  years: '年',
} as const

/** What a room calls a thing that every room has. Rooms keep their own words to themselves. */
export type SharedWord = keyof typeof zh

const en: Readonly<Record<SharedWord, string>> = {
  station: 'Riverside Station',
  voyage: 'Voyage',
  postcard: 'Postcard',
  story: 'Look back',
  smile: 'Smile',
  back: 'Back',
  rooms: 'Four rooms',
  next: 'Next page',
  done: 'Done',
  listen: 'Listen',
  pause: 'Pause',
  then: 'Then',
  now: 'Now',
  thenAndNow: 'Then and now',
  drawn: 'a drawing',
  today: 'Today',
  high: 'Documented',
  medium: 'Approximate',
  low: 'Unverified',
  otherLanguage: '中文',
  easy: 'Large print',
  notEasy: 'Standard print',
  lowReach: 'Low reach',
  notLowReach: 'Full height',
  helmLost: 'Turn the helm on the screen',
  metres: 'm',
  years: '',
}

export const words: Readonly<Record<Language, Readonly<Record<SharedWord, string>>>> = { zh, en }

/** Where half-width punctuation stands next to a Han character, which Chinese never does; an empty list is as it should be. */
export function asciiPunctuationInChinese(text: string): readonly string[] {
  return text.match(/\p{Script=Han}\s*[,.;:!?()"']|[,;:!?()"']\s*\p{Script=Han}/gu) ?? []
}
