import type { Language } from '@riverside/kit'

type GroupWords = {
  readonly back: string
  readonly next: string
  readonly anotherPhone: string
  readonly end: string
  readonly reallyEnd: string
  readonly pairing: string
  readonly byPhone: string
  readonly byScreen: string
  readonly waiting: string
  readonly led: string
  readonly place: (item: number, of: number) => string
  readonly source: (source: string) => string
}

/** What the screen says while a group is led. */
export const groupWords: Readonly<Record<Language, GroupWords>> = {
  zh: {
    back: '上一页',
    next: '下一页',
    anotherPhone: '配手机',
    end: '结束',
    reallyEnd: '再按就结束',
    pairing: '讲解员的手机',
    byPhone: '手机接上驿站的无线网，扫码打开，输入这六位数字。',
    byScreen: '这台机器没有接到驿站的网络：请在屏幕下方翻页。',
    waiting: '五分钟内有效',
    led: '讲解员的手机在带：翻页请找讲解员。',
    place: (item, of) => `第 ${item} 项，共 ${of} 项`,
    source: (source) => `据${source}`,
  },
  en: {
    back: 'Back',
    next: 'Next',
    anotherPhone: 'Pair a phone',
    end: 'End',
    reallyEnd: 'Again to end',
    pairing: 'The guide’s phone',
    byPhone: 'Join the station’s Wi-Fi, scan the code and enter these six figures.',
    byScreen: 'This machine is not on the station’s network: turn the pages below.',
    waiting: 'Good for five minutes',
    led: 'The guide’s phone leads. Ask the guide to turn the page.',
    place: (item, of) => `Item ${item} of ${of}`,
    source: (source) => source,
  },
}
