import type { Language } from '@riverside/kit'

const zh = {
  fromWharf: '离码头',
  metres: '米',
  wharf: '秦皇岛路码头',
  bridge: '杨浦大桥',
  rooms: '四间',
  index: '沿江名录',
  thenAndNow: '看前世今生',
  sailOn: '收起，继续航行',
  back: '返回航行',
  listen: '听一听',
  listening: '讲解中',
  caption: '讲解字幕',
  seeNow: '看今天',
  seeThen: '看从前',
  more: '还有一件',
  again: '从头看',
  chart: '江上的位置',
  helm: '舵轮',
  helmLost: '用手转屏上的舵轮',
  compass: '罗盘',
  slider: '前世与今生的分界',
  morePage: '下一页',
  drawn: '示意画',
  seeBorder: '前世与今生的分界，左边是从前',
  hidePast: '只看今天',
  keep: '带走这一眼',
  headsetOn: '戴上头显',
  headsetOff: '摘下头显',
  nearer: '近一些',
  farther: '远一些',
  inView: '看得见的建筑',
  byName: '按名字找',
  byYear: '按年份找',
  all: '全部',
  typed: '拼音首字母、汉字或年份',
  rubOut: '删一个',
  none: '没有这样的一站',
} as const

export type VoyageWord = keyof typeof zh

const en: Readonly<Record<VoyageWord, string>> = {
  fromWharf: 'From the wharf',
  metres: 'm',
  wharf: 'Wharf',
  bridge: 'Bridge',
  rooms: 'Four rooms',
  index: 'All stops',
  thenAndNow: 'Then and now',
  sailOn: 'Close and sail on',
  back: 'Sail on',
  listen: 'Listen',
  listening: 'Speaking',
  caption: 'What is being said',
  seeNow: 'See today',
  seeThen: 'See the past',
  more: 'One more fact',
  again: 'From the start',
  chart: 'Place on the river',
  helm: 'Helm',
  helmLost: 'Turn the helm on the screen',
  compass: 'Compass',
  slider: 'Border between then and now',
  morePage: 'Next page',
  drawn: 'a drawing',
  seeBorder: 'Border between then and now; left of it is the past',
  hidePast: 'Today only',
  keep: 'Keep this view',
  headsetOn: 'Put on the headset',
  headsetOff: 'Take off the headset',
  nearer: 'Nearer',
  farther: 'Wider',
  inView: 'Buildings in view',
  byName: 'By name',
  byYear: 'By year',
  all: 'All',
  typed: 'First letters of a name, or a year',
  rubOut: 'Rub out',
  none: 'No stop like that',
}

/** What this room says. */
export const say: Readonly<Record<Language, Readonly<Record<VoyageWord, string>>>> = { zh, en }

/** Figures with a thin space in Chinese and a comma in English: 1 480 and 1,480. */
export function grouped(value: number, language: Language): string {
  const text = String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, language === 'zh' ? '\u2009' : ',')
  return value < 0 ? `−${text}` : text
}
