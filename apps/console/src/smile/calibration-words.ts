import type { CalibrationView, DoorWatch } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import type { LightClass, Observed } from '@riverside/smile'

type Door = DoorWatch['door']
type State = CalibrationView['state']
type CounterState = NonNullable<DoorWatch['counter']>['state']

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

export const calibrationWords = {
  zh: {
    open: '两个人对读数',
    back: '回到怎么记',
    title: (door: Door) => (door === 'entry' ? '对一对进门的读数' : '对一对出门的读数'),
    lines: [
      '两位同事站在门口，看框里的那位客人，各按各的，先不商量。',
      '机器怎么看不显示；两位都按了才比，只记比出来的数，图和人都不留。',
    ],
    waiting: '门口的屏幕还没有回话',
    off: '现在关着，不能校准',
    nobody: '等一位客人走来',
    gone: '刚才那位走过去了，请按一按',
    more: (count: number) => `另有 ${count} 人`,
    observers: { first: '第一位', second: '第二位' },
    seats: '这台设备上按的人',
    seat: { both: '两位都在', first: '只有第一位', second: '只有第二位' },
    answers: { smiling: '在笑', 'not-smiling': '没笑', unclear: '看不清' } satisfies Record<Observed, string>,
    answered: '按好了，等另一位',
    skip: '这位不算',
    lights: {
      dark: '昏暗',
      dim: '偏暗',
      normal: '光线平常',
      bright: '明亮',
      'back-lit': '逆光',
    } satisfies Record<LightClass, string>,
    counted: '这一次记到',
    smiling: '两位都说笑',
    unsmiling: '两位都说没笑',
    right: (right: number, all: number) => `机器说对 ${right} / ${all}`,
    agreement: '两位合不合（κ）',
    unreadable: '机器看不清',
    since: (day: string) => `从 ${day} 记起`,
    states: {
      valid: '够了，可以用。',
      'too-few': '还不够：笑的和没笑的都要满 200 位。',
      'observers-disagree': '两位合得不够（κ 要到 0.75），不能用。歇一歇，说好怎样算笑，再从头来。',
      expired: '满 90 天了，要重做。',
      'ahead-of-its-time': '日期在今天以后，钟可能拨错过，不能用。',
      'another-detector': '读数的程序换过了，要重做。',
    } satisfies Record<State, string>,
    adopt: '用它校正',
    drop: '作废重来',
    inUse: (day: string, se: number, sp: number) =>
      `正在用 ${day} 的校准：笑的认出 ${percent(se)}，没笑的认出 ${percent(sp)}。`,
    noneInUse: '还没有校准，报出去的数都写着「未校准」。',
    counter: {
      title: '数人数的，也对一对',
      line: '开始以后，过一个人按一下，进归进，出归出；满 500 人，差不过 3% 就好。',
      begin: '开始对',
      in: '进一位',
      out: '出一位',
      end: '对完了',
      hand: '手按',
      machine: '计数器',
      states: {
        'too-few': '还没到 500 人',
        good: '差不过 3%，可以信',
        wrong: '差过 3%，不能信，请看看计数器的位置和线',
      } satisfies Record<CounterState, string>,
      error: (error: number) => `差 ${percent(error)}`,
    },
    failed: '没有办成，驿站没有回音。',
  },
  en: {
    open: 'Check readings by two people',
    back: 'Back to how smiles are counted',
    title: (door: Door) => (door === 'entry' ? 'Check the reader at the entry' : 'Check the reader at the exit'),
    lines: [
      'Two of you stand at the door, look at the visitor in the frame and press, each alone and without a word.',
      'What the machine thinks is not shown. Once both have pressed the answers are compared; only the tally is kept.',
    ],
    waiting: 'The screen at the door has not answered yet',
    off: 'Switched off now; nothing can be checked',
    nobody: 'Waiting for a visitor',
    gone: 'The visitor has walked on; please press',
    more: (count: number) => `${count} more`,
    observers: { first: 'First', second: 'Second' },
    seats: 'Who presses on this device',
    seat: { both: 'Both', first: 'First only', second: 'Second only' },
    answers: { smiling: 'Smiling', 'not-smiling': 'Not smiling', unclear: 'Cannot tell' } satisfies Record<
      Observed,
      string
    >,
    answered: 'Pressed; the other is awaited',
    skip: 'Leave this one out',
    lights: {
      dark: 'dark',
      dim: 'dim',
      normal: 'ordinary light',
      bright: 'bright',
      'back-lit': 'back-lit',
    } satisfies Record<LightClass, string>,
    counted: 'Counted so far',
    smiling: 'Both say smiling',
    unsmiling: 'Both say not smiling',
    right: (right: number, all: number) => `machine right ${right} / ${all}`,
    agreement: 'Agreement of the two (κ)',
    unreadable: 'Unreadable to the machine',
    since: (day: string) => `since ${day}`,
    states: {
      valid: 'Enough; it may be used.',
      'too-few': 'Not yet enough: 200 smiling and 200 not smiling are needed.',
      'observers-disagree':
        'The two agree too little (κ must reach 0.75), so it cannot be used. Rest, settle what counts as a smile, and begin again.',
      expired: 'It is more than 90 days old and must be made again.',
      'ahead-of-its-time': 'Its date lies after today; a clock may have been wrong. It cannot be used.',
      'another-detector': 'The reading program has changed since; it must be made again.',
    } satisfies Record<State, string>,
    adopt: 'Correct by it',
    drop: 'Throw away, begin again',
    inUse: (day: string, se: number, sp: number) =>
      `In use since ${day}: ${percent(se)} of smiles and ${percent(sp)} of other faces are recognised.`,
    noneInUse: 'No calibration yet: every figure that goes out is marked uncalibrated.',
    counter: {
      title: 'Check the people counter too',
      line: 'Press once for everybody who passes, in and out apart. At 500 people the difference should be at most 3%.',
      begin: 'Begin',
      in: 'One in',
      out: 'One out',
      end: 'Done',
      hand: 'By hand',
      machine: 'Counter',
      states: {
        'too-few': 'not yet 500 people',
        good: 'within 3%; it may be believed',
        wrong: 'more than 3% wrong; look at where the counter stands and at its cable',
      } satisfies Record<CounterState, string>,
      error: (error: number) => `${percent(error)} off`,
    },
    failed: 'Not done: the station does not answer.',
  },
} as const satisfies Record<Language, unknown>
