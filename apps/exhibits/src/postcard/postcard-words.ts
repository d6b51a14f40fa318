import type { Language } from '@riverside/kit'
import type { InkName, Pen, Scene } from '@riverside/postcard'

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
