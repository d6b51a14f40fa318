import type { Language } from '@riverside/kit'
import type { Frame, Room, Ruling, Theme } from '@riverside/postcard'

type DeskWords = {
  readonly [Word in
    | 'style'
    | 'ideas'
    | 'ideasHint'
    | 'typed'
    | 'typeHere'
    | 'noPictures'
    | 'noLetters'
    | 'close'
    | 'frame'
    | 'room'
    | 'ruling'
    | 'boxes'
    | 'hand'
    | 'boxesNote'
    | 'redo'
    | 'replay'
    | 'stopReplay'
    | 'clear'
    | 'reallyClear'
    | 'back']: string
}

export const deskWords: Record<Language, DeskWords> = {
  zh: {
    style: '样式',
    ideas: '写什么好？',
    ideasHint: '点一句就印上，再点就收回。',
    typed: '自己打的一句',
    typeHere: '在键盘上打一句，按回车',
    noPictures: '表情和图案印不出来，只用文字和标点。',
    noLetters: '这里的字体里没有这些字：',
    close: '好了',
    frame: '边框',
    room: '信面',
    ruling: '行格',
    boxes: '帮手',
    hand: '用手',
    boxesNote: '格子只画在玻璃上，不印出来。',
    redo: '补一笔',
    replay: '回放',
    stopReplay: '停',
    clear: '重写',
    reallyClear: '真的重写',
    back: '返回',
  },
  en: {
    style: 'Style',
    ideas: 'Ideas',
    ideasHint: 'Touch a line, and it is printed.',
    typed: 'A line of your own',
    typeHere: 'Type a line, then Enter',
    noPictures: 'Emoji and pictures cannot be printed; letters and punctuation can.',
    noLetters: 'No letters here for:',
    close: 'Done',
    frame: 'Frame',
    room: 'Letter',
    ruling: 'Rules',
    boxes: 'Help',
    hand: 'Hand',
    boxesNote: 'Squares are not printed.',
    redo: 'Redo',
    replay: 'Replay',
    stopReplay: 'Stop',
    clear: 'Clear',
    reallyClear: 'Really clear',
    back: 'Back',
  },
}

type Said = Readonly<Record<Language, string>>

export const frameWords: Record<Frame, Said> = {
  plain: { zh: '素边', en: 'Plain' },
  brick: { zh: '砖', en: 'Brick' },
  iron: { zh: '铁', en: 'Iron' },
  rope: { zh: '缆绳', en: 'Rope' },
}

export const roomOfLetterWords: Record<Room, Said> = {
  beside: { zh: '图大', en: 'Picture' },
  full: { zh: '字多', en: 'Letter' },
}

export const rulingWords: Record<Ruling, Said> = {
  columns: { zh: '竖写', en: 'Columns' },
  lines: { zh: '横写', en: 'Lines' },
}

/** What helps a hand on the glass. */
export type Boxes = 'none' | 'one' | 'large'
export const boxesWords: Record<Boxes, Said> = {
  none: { zh: '不用', en: 'None' },
  one: { zh: '米字格', en: 'Squares' },
  large: { zh: '大格', en: 'Large' },
}

export type Hand = 'right' | 'left'
export const handWords: Record<Hand, Said> = {
  right: { zh: '右手', en: 'Right' },
  left: { zh: '左手', en: 'Left' },
}

export const themeWords: Record<Theme | 'taken' | 'carved' | 'own', Said> = {
  taken: { zh: '您带来的这一眼', en: 'The view you brought' },
  carved: { zh: '您拂开的这一幅', en: 'The print you uncovered' },
  own: { zh: '自己的照片', en: 'Your photograph' },
  history: { zh: '历史场景', en: 'History' },
  heritage: { zh: '工业遗产', en: 'Industrial heritage' },
  volunteer: { zh: '志愿服务', en: 'Volunteers' },
}

type PhotoWords = {
  readonly [Word in
    | 'offer'
    | 'title'
    | 'promise'
    | 'question'
    | 'yes'
    | 'no'
    | 'opening'
    | 'noCamera'
    | 'ready'
    | 'shoot'
    | 'shot'
    | 'closed'
    | 'use'
    | 'again'
    | 'remove'
    | 'pretend']: string
}

export const photoWords: Record<Language, PhotoWords> = {
  zh: {
    offer: '拍自己的',
    title: '拍一张自己的',
    promise:
      '相机现在关着。\n您点“好，打开相机”，它才打开；拍完就关。\n照片只放在这张卡片上，不存进机器，随时可以删掉；您走了，它就没了。',
    question: '打开相机，可以吗？',
    yes: '好，打开相机',
    no: '不拍了',
    opening: '正在打开相机……',
    noCamera: '这会儿用不了相机。选一张风景也很好。',
    ready: '相机开着，只有您看得见',
    shoot: '拍',
    shot: '这张行吗？',
    closed: '相机已经关了',
    use: '就用这张',
    again: '重拍',
    remove: '删掉',
    pretend: '演示相机：画里的人不是您',
  },
  en: {
    offer: 'Your photograph',
    title: 'A photograph of your own',
    promise:
      'The camera is off.\nIt opens only when you touch “Yes, open the camera”, and closes once the picture is taken.\nThe picture is for this card alone: it is not stored, you can delete it at any time, and it is gone when you leave.',
    question: 'May the camera open?',
    yes: 'Yes, open the camera',
    no: 'No, thank you',
    opening: 'Opening the camera…',
    noCamera: 'The camera cannot be used just now. The views are fine too.',
    ready: 'The camera is on; only you see this',
    shoot: 'Take it',
    shot: 'Is this one good?',
    closed: 'The camera is off again',
    use: 'Use this one',
    again: 'Once more',
    remove: 'Delete it',
    pretend: 'A pretend camera: the figure is drawn, and is not you',
  },
}
