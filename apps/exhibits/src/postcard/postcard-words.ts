import type { Language } from '@riverside/kit'
import type { InkName, Pen, PrinterTrouble, Scene } from '@riverside/postcard'

type RoomWords = {
  readonly [Word in
    | 'choose'
    | 'write'
    | 'writeHint'
    | 'writeKept'
    | 'otherScene'
    | 'toBack'
    | 'toFront'
    | 'undo'
    | 'rewrite'
    | 'reallyRewrite'
    | 'finish'
    | 'inks'
    | 'full'
    | 'scan'
    | 'keptFor'
    | 'keptForSecond'
    | 'deleteNow'
    | 'reallyDelete'
    | 'deleted'
    | 'another'
    | 'leave'
    | 'making'
    | 'linkAway'
    | 'noRoom'
    | 'onlyHere'
    | 'print'
    | 'stop'
    | 'printing'
    | 'printSoon'
    | 'printReady'
    | 'printReadyNote'
    | 'printSent'
    | 'printAhead'
    | 'printed'
    | 'printedPretend'
    | 'printPretendNote'
    | 'printGivenUp'
    | 'printStopped'
    | 'printBudget'
    | 'scanInstead'
    | 'paperNote'
    | 'frontAlt'
    | 'backAlt'
    | 'emptyHint']: string
}

export const roomWords: Record<Language, RoomWords> = {
  zh: {
    choose: '选一张风景',
    write: '写几个字',
    writeHint: '写什么样，印出来就什么样。\n不用留真名。',
    writeKept: '写好后加密存 24 小时，扫码带走。',
    otherScene: '换张风景',
    toBack: '翻到背面',
    toFront: '翻回正面',
    undo: '退一笔',
    rewrite: '换张重写',
    reallyRewrite: '真的重写',
    finish: '写好了',
    inks: '墨色',
    full: '这张写满了。退一笔，或者写好了。',
    scan: '扫一扫，带走它',
    keptFor: '链接 24 小时后自动失效，\n卡片也一起删除。',
    keptForSecond: 'Link and card are gone after 24 hours.',
    deleteNow: '现在就删掉',
    reallyDelete: '真的删掉',
    deleted: '删掉了。站里不再有这张卡片。',
    another: '再写一张',
    leave: '完成离开',
    making: '正在做二维码……',
    linkAway: '这会儿做不了链接。请值班员看一看，卡片还在屏上。',
    noRoom: '站里存满了，这张暂时存不下。可以印出来带走。',
    onlyHere: '演示：这台机器没有接手机的网络，\n这个码只在本机打得开。',
    print: '印出来',
    stop: '先不印',
    printing: '正在印……',
    printSoon: '三秒后送去印',
    printReady: '可以印一张带走',
    printReadyNote: '印一张 148×100 毫米的明信片，背面可以写地址、贴邮票。',
    printSent: '送去印了……',
    printAhead: '前面还有',
    printed: '印好了，请从出纸口取卡',
    printedPretend: '演示打印机走完了一遍，不出纸',
    printPretendNote: '演示打印机：只走流程，不出纸。\n扫码可以把卡片带走。',
    printGivenUp: '这张没有印成',
    printStopped: '打印机停住了，已经请值班员来看',
    printBudget: '这一小时的纸用得差不多了，请稍后再印',
    scanInstead: '不想等，扫旁边的码也一样。',
    paperNote: '写好了照样可以扫码带走。',
    frontAlt: '明信片正面',
    backAlt: '明信片背面',
    emptyHint: '用手指写在这里',
  },
  en: {
    choose: 'Choose a view',
    write: 'Write a few words',
    writeHint: 'It prints just as you write it.\nNo real name needed.',
    writeKept: 'Kept encrypted for 24 hours.',
    otherScene: 'Other view',
    toBack: 'Turn over',
    toFront: 'Turn back',
    undo: 'Undo',
    rewrite: 'Start again',
    reallyRewrite: 'Yes, clear it',
    finish: 'Done',
    inks: 'Inks',
    full: 'This card is full. Undo a stroke, or finish.',
    scan: 'Scan to take it along',
    keptFor: 'Link and card are gone after 24 hours.',
    keptForSecond: '链接 24 小时后自动失效，\n卡片也一起删除。',
    deleteNow: 'Delete it now',
    reallyDelete: 'Yes, delete it',
    deleted: 'Deleted. The station no longer has this card.',
    another: 'Write another',
    leave: 'Finish',
    making: 'Making the code…',
    linkAway: 'No link can be made just now. Please ask the person on duty; the card is still here.',
    noRoom: 'The station is full and cannot keep this card just now. You can still print it.',
    onlyHere: 'Demonstration: no network for phones here, so this code opens on this machine only.',
    print: 'Print it',
    stop: 'Not yet',
    printing: 'Printing…',
    printSoon: 'Printing in three seconds',
    printReady: 'Take one on paper',
    printReadyNote: 'One card of 148 × 100 mm, with room for an address and a stamp on the back.',
    printSent: 'Sent to the printer…',
    printAhead: 'Cards before yours:',
    printed: 'Printed. Please take your card',
    printedPretend: 'The pretend printer has run through; no paper comes out',
    printPretendNote: 'A pretend printer: no paper comes out.\nScan to take the card along.',
    printGivenUp: 'This card was not printed',
    printStopped: 'The printer has stopped; help has been called',
    printBudget: 'This hour’s paper is used up. Please come back a little later',
    scanInstead: 'No need to wait: scan the code beside it.',
    paperNote: 'You can still take your card along by code.',
    frontAlt: 'Front of the postcard',
    backAlt: 'Back of the postcard',
    emptyHint: 'Write here',
  },
}

export const penWords: Record<Pen, Record<Language, string>> = {
  brush: { zh: '毛笔', en: 'Brush' },
  pen: { zh: '钢笔', en: 'Pen' },
  pencil: { zh: '铅笔', en: 'Pencil' },
}

export const inkWords: Record<InkName, Record<Language, string>> = {
  ink: { zh: '墨色', en: 'Ink' },
  rust: { zh: '锈红', en: 'Rust' },
  river: { zh: '江青', en: 'River' },
}

export const themeWords: Record<Scene['theme'] | 'taken', Record<Language, string>> = {
  taken: { zh: '您带来的这一眼', en: 'The view you brought' },
  history: { zh: '历史场景', en: 'History' },
  heritage: { zh: '工业遗产', en: 'Industrial heritage' },
  volunteer: { zh: '志愿服务', en: 'Volunteers' },
}

/** What is wrong with the printer, as a headline. */
export const troubleWords: Record<PrinterTrouble, Record<Language, string>> = {
  'paper-out': { zh: '打印机的纸用完了', en: 'The printer is out of paper' },
  'paper-jam': { zh: '打印机卡纸了', en: 'Paper is stuck in the printer' },
  'cover-open': { zh: '打印机的盖子开着', en: 'The printer’s cover is open' },
  'ink-out': { zh: '打印机的墨用完了', en: 'The printer is out of ink' },
  paused: { zh: '打印机停着', en: 'The printer is paused' },
  offline: { zh: '打印机没有连上', en: 'The printer is not connected' },
  other: { zh: '打印机有点问题', en: 'The printer needs a look' },
}
