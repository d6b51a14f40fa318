import type { PaperTray, PrinterDesk } from '@riverside/contract'
import type { Language } from '@riverside/kit'

type Kept = NonNullable<PrinterDesk['calibration']['kept']>
type Off = Kept['front']
type Refused = 'not-a-reading' | 'readings-disagree' | 'wrong-size' | 'too-far' | 'too-crooked'

/** One figure after the point, and no minus before a nought. */
const mm = (value: number): string => (Math.abs(value) < 0.05 ? 0 : value).toFixed(1)

/** Millimetres of its worst corner up to which a print is called true. */
const trueTo = 0.5

function offZh({ right, down, wider, higher, turned, most }: Off): string {
  if (most <= trueTo) return `准的，最多差 ${mm(most)} 毫米`
  const parts = [
    Math.abs(right) >= 0.1 && `往${right > 0 ? '右' : '左'} ${mm(Math.abs(right))} 毫米`,
    Math.abs(down) >= 0.1 && `往${down > 0 ? '下' : '上'} ${mm(Math.abs(down))} 毫米`,
    Math.abs(wider) >= 0.1 && `横里${wider > 0 ? '大' : '小'} ${mm(Math.abs(wider))}%`,
    Math.abs(higher) >= 0.1 && `竖里${higher > 0 ? '大' : '小'} ${mm(Math.abs(higher))}%`,
    Math.abs(turned) >= 0.1 && `歪 ${mm(Math.abs(turned))} 度`,
  ]
  return `${parts.filter((part) => part !== false).join('，')}；最远的角差 ${mm(most)} 毫米`
}

function offEn({ right, down, wider, higher, turned, most }: Off): string {
  if (most <= trueTo) return `true, at most ${mm(most)} mm off`
  const parts = [
    Math.abs(right) >= 0.1 && `${mm(Math.abs(right))} mm to the ${right > 0 ? 'right' : 'left'}`,
    Math.abs(down) >= 0.1 && `${mm(Math.abs(down))} mm ${down > 0 ? 'down' : 'up'}`,
    Math.abs(wider) >= 0.1 && `${mm(Math.abs(wider))}% too ${wider > 0 ? 'wide' : 'narrow'}`,
    Math.abs(higher) >= 0.1 && `${mm(Math.abs(higher))}% too ${higher > 0 ? 'high' : 'low'}`,
    Math.abs(turned) >= 0.1 && `turned by ${mm(Math.abs(turned))}°`,
  ]
  return `${parts.filter((part) => part !== false).join(', ')}; the furthest corner ${mm(most)} mm off`
}

export const words = {
  zh: {
    waiting: '正在问驿站……',
    away: '驿站没有回音，下面是刚才的情形。',
    none: '这个驿站没有接打印机，客人都扫码带走。',
    well: (left: PaperTray['left']) => (left === null ? '打印机好着呢' : `打印机好着呢，还有 ${left} 张纸`),
    busy: '正在印一张卡片',
    pretend: '演示打印机，一切正常，不出纸',
    cards: (underWay: number, held: number) =>
      underWay === 0
        ? '现在没有卡片等着印。'
        : held === 0
          ? `${underWay} 张正在印。`
          : `${held} 张等着，弄好了自己会印。`,
    resume: '接着印',
    notResumed: '没有办成：这台机器没有权力让打印机接着印，请告诉技术员。',
    fillTitle: '添纸',
    fillLine: '添好以后，把纸盒里一共有几张写在这里，以后印一张减一张。',
    sheets: '一共几张',
    filled: '添好了',
    neverCounted: '还没有数过',
    facts: {
      paper: '纸盒里',
      counted: (sheets: number, when: string) => `${when} 数过，${sheets} 张`,
      left: (left: number) => `${left} 张`,
      out: (left: number) => `打印机说没纸了，按数还该有 ${left} 张`,
      hour: '这一小时',
      hourOf: (used: number, most: number) => `印了 ${used} 张，最多 ${most} 张`,
      visit: '每位客人',
      visitOf: (most: number) => `最多 ${most} 张`,
      sides: '正反面',
      sidesOf: { both: '打印机自己印两面', turn: '客人自己翻面，分两次印', front: '只印正面，背面是印好的' },
      calibration: '校准',
      uncalibrated: '没有校准过，照打印机自己的样子印',
    },
    notesTitle: '请告诉技术员',
    notes: {
      'no-card-size': '打印机里没有登记 148×100 毫米这种纸，卡片现在印不出来。',
      'no-two-sides': '这台打印机不会自己印两面，一张卡片会变成两张纸。',
      'keeps-cards': '打印服务不肯删掉印过的卡片。',
      'blind-when-idle': '这台打印机闲着的时候不说缺不缺纸，要印了才知道。',
      'prints-again': '印到一半出错的话，打印服务会自己再印一遍，可能多出一张。',
    } satisfies Record<PrinterDesk['notes'][number], string>,
    calibrate: '印得正不正',
    calibrateSteps: [
      '印一张校准页，等它出来。',
      '每把尺子，看纸边切在第几格，估到四分之一格。',
      '把数填在图上同一个字母旁边，按「算一算」。',
    ],
    printSheet: '印一张校准页',
    printAnother: '再印一张看看',
    sheetOf: (number: number) => `第 ${number} 张校准页`,
    printing: '正在印……',
    sheetHeld: '打印机有事，弄好了自己会印出来。',
    sheetFailed: '这张没有印成。',
    refused: {
      'paper-out': '没有纸，先添纸。',
      'printer-away': '打印机没有接上，印不了。',
      'paper-budget-spent': '这一小时的纸用完了。',
      'copies-spent': '张数用完了。',
    },
    front: '正面',
    back: '背面',
    reading: (ruler: string) => `${ruler} 尺`,
    solve: '算一算，存下来',
    kept: '存好了。以后印的都照这个扳正，再印一张看看。',
    another: '填的不是最后印出来的那一张，请照新的一张填。',
    why: {
      'not-a-reading': (face: string, rulers: string) => `${face}的 ${rulers}：这个数不像尺子上的数，请再看一眼。`,
      'readings-disagree': (face: string, rulers: string) => `${face}的 ${rulers} 对不上，有一个看错了，请都再看一眼。`,
      'wrong-size': (face: string) => `${face}大小差得太多。多半是纸的尺寸设错了，或者开着「缩放」，请告诉技术员。`,
      'too-far': (face: string) => `${face}偏得太多。多半是纸没有靠边放，请放好再印一张。`,
      'too-crooked': (face: string) => `${face}歪得太多。多半是纸放斜了，请放好再印一张。`,
    } satisfies Record<Refused, (face: string, rulers: string) => string>,
    calibratedOf: (when: string, { front, back }: Kept) =>
      `${when} 量的那一张：正面${offZh(front)}${back === null ? '' : `。背面${offZh(back)}`}。`,
    drop: '不用校准',
    failed: '没有办成，驿站没有回音。',
  },
  en: {
    waiting: 'Asking the station …',
    away: 'The station does not answer; this is how it was.',
    none: 'This station has no printer; visitors take their cards away by code.',
    well: (left: PaperTray['left']) =>
      left === null ? 'The printer is well' : `The printer is well, with ${left} sheets`,
    busy: 'A card is being printed',
    pretend: 'A pretend printer, well; no paper comes out',
    cards: (underWay: number, held: number) =>
      underWay === 0
        ? 'No card waits to be printed.'
        : held === 0
          ? `On their way: ${underWay}.`
          : `Waiting: ${held}. They print by themselves once all is well.`,
    resume: 'Go on',
    notResumed: 'Not done: this machine may not set the printer going. Please tell the technician.',
    fillTitle: 'Paper',
    fillLine: 'When you have filled it, write here how many sheets lie in the tray; each print counts one down.',
    sheets: 'Sheets in all',
    filled: 'Filled',
    neverCounted: 'never counted',
    facts: {
      paper: 'In the tray',
      counted: (sheets: number, when: string) => `counted ${when}: ${sheets}`,
      left: (left: number) => `${left} sheets`,
      out: (left: number) => `the printer says none, by our count ${left}`,
      hour: 'This hour',
      hourOf: (used: number, most: number) => `${used} printed, ${most} at most`,
      visit: 'Each visitor',
      visitOf: (most: number) => `${most} at most`,
      sides: 'Two sides',
      sidesOf: {
        both: 'the printer prints both',
        turn: 'the visitor turns the card between two passes',
        front: 'the front alone; backs come printed',
      },
      calibration: 'Calibration',
      uncalibrated: 'none: printed as the printer does by itself',
    },
    notesTitle: 'Please tell the technician',
    notes: {
      'no-card-size': 'The printer knows no paper of 148 × 100 mm, so no card can be printed.',
      'no-two-sides': 'This printer does not print both sides by itself: one card becomes two sheets.',
      'keeps-cards': 'The print service will not delete cards it has printed.',
      'blind-when-idle': 'While it rests this printer does not say whether it has paper; only printing shows.',
      'prints-again':
        'After an error half-way the print service prints again by itself, and a card may come out twice.',
    } satisfies Record<PrinterDesk['notes'][number], string>,
    calibrate: 'Does it print true?',
    calibrateSteps: [
      'Print a calibration sheet and let it come out.',
      'See where the edge of the paper cuts each ruler, to a quarter millimetre.',
      'Write the figures beside the same letters below and press “Work it out”.',
    ],
    printSheet: 'Print a sheet',
    printAnother: 'Print another to see',
    sheetOf: (number: number) => `Calibration sheet ${number}`,
    printing: 'Printing …',
    sheetHeld: 'The printer is in trouble; it prints by itself once all is well.',
    sheetFailed: 'This sheet was not printed.',
    refused: {
      'paper-out': 'There is no paper: fill it first.',
      'printer-away': 'The printer is not connected.',
      'paper-budget-spent': 'This hour’s paper is used up.',
      'copies-spent': 'No copies are left.',
    },
    front: 'Front',
    back: 'Back',
    reading: (ruler: string) => `Ruler ${ruler}`,
    solve: 'Work it out and keep it',
    kept: 'Kept. Everything is put right by it from now on; print another sheet to see.',
    another: 'These are not readings of the sheet that was printed last. Please read the new one.',
    why: {
      'not-a-reading': (face: string, rulers: string) =>
        `${face}, ${rulers}: this cannot be on a ruler. Please look again.`,
      'readings-disagree': (face: string, rulers: string) =>
        `${face}: ${rulers} contradict each other; one was misread. Please look at all of them again.`,
      'wrong-size': (face: string) =>
        `${face}: far too large or too small. Most likely the paper size is wrong or scaling is on: tell the technician.`,
      'too-far': (face: string) =>
        `${face}: far off its place. Most likely the paper was not flush with the edge: put it in well and print another.`,
      'too-crooked': (face: string) =>
        `${face}: far too crooked. Most likely the paper lay askew: put it in well and print another.`,
    } satisfies Record<Refused, (face: string, rulers: string) => string>,
    calibratedOf: (when: string, { front, back }: Kept) =>
      `The sheet measured ${when}: front ${offEn(front)}${back === null ? '' : `. Back ${offEn(back)}`}.`,
    drop: 'Print without it',
    failed: 'Not done: the station does not answer.',
  },
} as const satisfies Record<Language, unknown>

export const whenText = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at)
