import type { Language } from '@riverside/kit'
import type { InkName, Pen } from '@riverside/postcard'

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
    | 'finish'
    | 'inks'
    | 'full'
    | 'frontAlt'
    | 'backAlt'
    | 'emptyHint']: string
}

export const roomWords: Record<Language, RoomWords> = {
  zh: {
    choose: '选一张风景',
    write: '写几个字',
    writeHint: '写什么样，印出来就什么样。\n不用留真名。',
    writeKept: '写好后扫码带走。若要存在驿站，加密存，到时自动删。',
    otherScene: '换风景',
    toBack: '看背面',
    toFront: '看正面',
    undo: '退一笔',
    finish: '写好了',
    inks: '墨色',
    full: '这张写满了。退一笔，或者写好了。',
    frontAlt: '明信片正面',
    backAlt: '明信片背面',
    emptyHint: '用手指写在这里',
  },
  en: {
    choose: 'Choose a view',
    write: 'Write a few words',
    writeHint: 'It prints just as you write it.\nNo real name needed.',
    writeKept: 'Taken by a code. If the station keeps it, then sealed, and not for long.',
    otherScene: 'Other view',
    toBack: 'Turn over',
    toFront: 'Turn back',
    undo: 'Undo',
    finish: 'Done',
    inks: 'Inks',
    full: 'This card is full. Undo a stroke, or finish.',
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
