import type { Language } from '@riverside/kit'

type TakeAwayWords = {
  readonly [Word in
    | 'scan'
    | 'inCode'
    | 'holdNear'
    | 'onlyHere'
    | 'deleteNow'
    | 'reallyDelete'
    | 'deleted'
    | 'another'
    | 'leave'
    | 'making'
    | 'linkAway'
    | 'noRoom'
    | 'noWay'
    | 'otherCode'
    | 'wifi'
    | 'wifiNote'
    | 'joined'
    | 'backToWifi']: string
} & { readonly keptFor: (hours: number) => string; readonly wifiName: (name: string) => string }

export const takeAwayWords: Record<Language, TakeAwayWords> = {
  zh: {
    scan: '扫一扫，带走它',
    keptFor: (hours) => `链接 ${hours} 小时后自动失效，\n卡片也一起删除。`,
    inCode: '整张卡片都写在这个码里，\n哪里都没有另存。',
    holdNear: '手机拿近些，让码占满画面。',
    onlyHere: '演示：这台机器没有接手机的网络，\n这个码只在本机打得开。',
    deleteNow: '现在就删掉',
    reallyDelete: '真的删掉',
    deleted: '删掉了。站里不再有这张卡片。',
    another: '再写一张',
    leave: '完成离开',
    making: '正在做二维码……',
    linkAway: '这会儿做不了链接。请值班员看一看，卡片还在屏上。',
    noRoom: '站里存满了，这张暂时存不下。可以印出来带走。',
    noWay: '这会儿手机连不上驿站，扫码带不走。可以印出来带走。',
    otherCode: '扫不出来，换一个码',
    wifi: '先连站里的网',
    wifiNote: '扫这个码，手机就连上了。\n连好以后，再扫下一个码。',
    wifiName: (name) => `网络名：${name}`,
    joined: '连好了，下一个码',
    backToWifi: '上一个码',
  },
  en: {
    scan: 'Scan to take it along',
    keptFor: (hours) => `Link and card are gone after ${hours} ${hours === 1 ? 'hour' : 'hours'}.`,
    inCode: 'The whole card is written in this code,\nand kept nowhere else.',
    holdNear: 'Hold your phone close: let the code fill the view.',
    onlyHere: 'Demonstration: no network for phones here, so this code opens on this machine only.',
    deleteNow: 'Delete it now',
    reallyDelete: 'Yes, delete it',
    deleted: 'Deleted. The station no longer has this card.',
    another: 'Write another',
    leave: 'Finish',
    making: 'Making the code…',
    linkAway: 'No link can be made just now. Please ask the person on duty; the card is still here.',
    noRoom: 'The station is full and cannot keep this card just now. You can still print it.',
    noWay: 'Phones cannot reach the station just now, so there is no code. You can still print the card.',
    otherCode: 'It will not scan: another code',
    wifi: 'First join our network',
    wifiNote: 'Scan this code and your phone joins.\nThen scan the next one.',
    wifiName: (name) => `Network: ${name}`,
    joined: 'Joined: the next code',
    backToWifi: 'First code',
  },
}
