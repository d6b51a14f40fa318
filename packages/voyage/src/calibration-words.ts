import type { Language } from '@riverside/kit'
import type { Calibrating, Wheel } from './calibrating.ts'
import type { Measured, RestProblem, TurnNote, TurnProblem } from './calibration.ts'

type Trouble = RestProblem | TurnProblem | 'lost'

const zh = {
  title: '校舵轮',
  restTitle: '先把手拿开',
  turnTitle: '往右转满一圈',
  overTitle: '往右打到底',
  failedTitle: '没校成',
  intro: '换过舵轮，或者转起来方向、快慢不对，就校一次。前后不到一分钟。',
  rest: '三秒钟，不要碰舵轮，看它静下来晃不晃。',
  turn: '顺时针慢慢转，从正上方转回正上方，中间不要回头。转满了，按一下舵轮当中的轮毂，或者按这里。',
  over: '慢慢往右打到头，停一停。到头了，按一下轮毂，或者按这里。',
  follow: '转一转：右边画的舵轮跟着您的手走，就存下；反了就重来。',
  begin: '开始',
  turned: '转好了',
  keep: '存下',
  again: '重来',
  leave: '不校了',
  found: (counts: string) => `一圈 ${counts} 下`,
  foundAxis: '左右到头都量好了',
  raw: (raw: string) => `数到 ${raw} 下，照常见的编码器记作整数。`,
  rawSame: (raw: string) => `数到 ${raw} 下。`,
  rawAxis: (travel: string, centre: string) => `当中在 ${centre}，到头 ${travel}。`,
  direction: { normal: '往右转，数往上走。', reversed: '往右转，数往下走，已经反过来算。' },
  wavers: (counts: string) => `静着时左右晃 ${counts} 下，不当真。`,
  calm: '静着时一下也不晃。',
  lostNow: '舵轮没有接上：看一看它底下那根线。接上了，这里自己会动。',
  lostPad: '还没看到这个舵轮：打半圈，或者按一下轮毂，浏览器才认得它。',
  notKept: '没有存下，驿站没有回音。现在还是原来那样。',
  kept: '存下了，大屏已经在用。',
  notes: {
    wrapped: '计数器中间翻过一圈，已经算进去了。',
    'other-way': '方向和原来相反：您确实是往右（顺时针）转的吗？',
    'other-number-of-turns': '和原来差整数倍：您确实只转了一圈吗？',
  } satisfies Record<TurnNote, string>,
  troubles: {
    'was-moved': '刚才舵轮还在动。手拿开，等它停稳，再来一次。',
    'not-moved': '没有看到舵轮转。看看线插紧没有，再来一次。',
    'too-few': '一圈数到的太少，船会一跳一跳。请技术员看看编码器。',
    'to-and-fro': '中间回过头，数不准。慢慢往一个方向转，再来一次。',
    noisy: '静着的时候晃得太厉害，分不清是不是在转。请技术员看看线和编码器。',
    leaps: '读数忽然跳开，不像手转的。换根线，再来一次。',
    lost: '校到一半，舵轮断开了。插好，再来一次。',
  } satisfies Record<Trouble, string>,
}

const en: typeof zh = {
  title: 'Calibrate the helm',
  restTitle: 'Hands off',
  turnTitle: 'One full turn to the right',
  overTitle: 'Hard over to the right',
  failedTitle: 'That did not work',
  intro: 'After the wheel was changed, or when it turns the wrong way or too far. It takes less than a minute.',
  rest: 'For three seconds nobody touches the wheel: does it waver by itself?',
  turn: 'Slowly, clockwise, from the top round to the top again, and not back on the way. Then press the hub of the wheel, or here.',
  over: 'Slowly to the right until it stops, and wait a moment. Then press the hub, or here.',
  follow: 'Turn it: if the helm drawn here goes with your hand, keep it; if it goes the other way, begin again.',
  begin: 'Begin',
  turned: 'Turned',
  keep: 'Keep it',
  again: 'Once more',
  leave: 'Leave it',
  found: (counts) => `${counts} counts a turn`,
  foundAxis: 'Measured from stop to stop',
  raw: (raw) => `${raw} were counted; written as encoders usually have it.`,
  rawSame: (raw) => `${raw} were counted.`,
  rawAxis: (travel, centre) => `The middle is at ${centre}, the stop ${travel} away.`,
  direction: { normal: 'To the right it counts up.', reversed: 'To the right it counts down; that is turned round.' },
  wavers: (counts) => `At rest it wavers by ${counts} either way, which is left out.`,
  calm: 'At rest it does not waver at all.',
  lostNow: 'The wheel is not connected: look at the cable below it. It comes back here by itself.',
  lostPad: 'This wheel has not been seen yet: turn it half over or press its hub, so that the browser knows it.',
  notKept: 'Not kept: the station does not answer. It is as it was.',
  kept: 'Kept. The big screen uses it already.',
  notes: {
    wrapped: 'The counter ran over on the way; that is allowed for.',
    'other-way': 'The other direction than before: did you really turn to the right, clockwise?',
    'other-number-of-turns': 'A whole multiple of what it was: did you really make one turn?',
  },
  troubles: {
    'was-moved': 'The wheel was still moving. Hands off, let it come to rest, and once more.',
    'not-moved': 'No turn was seen. Is its cable in firmly? Once more.',
    'too-few': 'So few counts in a turn that the ship would go by jerks. Ask the technician to look at the encoder.',
    'to-and-fro': 'It went back on the way, so the count is not right. Slowly, one way, once more.',
    noisy: 'It wavers so much at rest that turning cannot be told from it. Ask the technician to look at it.',
    leaps: 'The count leapt as no hand does. Change the cable, and once more.',
    lost: 'The wheel was cut off half way. Plug it in, and once more.',
  },
}

/** The words of a calibration, wherever it is made: at the staff desk or on the screen itself. */
export const calibrationWords: Readonly<Record<Language, typeof zh>> = { zh, en }

/** What to do now, or what was found: a heading and the sentences below it. */
export function toldOf(
  language: Language,
  { step }: Calibrating,
  wheel: Wheel,
): { readonly title: string; readonly lines: readonly string[] } {
  const say = calibrationWords[language]
  switch (step.at) {
    case 'ready':
      return { title: say.title, lines: [say.intro] }
    case 'resting':
      return { title: say.restTitle, lines: [say.rest] }
    case 'turning':
      return wheel.kind === 'gamepad'
        ? { title: say.overTitle, lines: [say.over] }
        : { title: say.turnTitle, lines: [say.turn] }
    case 'failed':
      return { title: say.failedTitle, lines: [say.troubles[step.problem]] }
    case 'found':
      return foundOf(language, step.measured)
  }
}

function foundOf(language: Language, { calibration, raw, notes }: Measured): ReturnType<typeof toldOf> {
  const say = calibrationWords[language]
  const doubts = notes.map((note) => say.notes[note])
  if (calibration.kind === 'gamepad') {
    const measured = say.rawAxis(figureOf(language, calibration.travel, 2), figureOf(language, calibration.centre, 2))
    return { title: say.foundAxis, lines: [measured, ...doubts, say.follow] }
  }
  const counted = Math.round(raw) === calibration.countsPerTurn ? say.rawSame : say.raw
  const wavers = calibration.deadZone === 0 ? say.calm : say.wavers(figureOf(language, calibration.deadZone))
  const measured = counted(figureOf(language, Math.round(raw))) + (language === 'en' ? ' ' : '')
  return {
    title: say.found(figureOf(language, calibration.countsPerTurn)),
    lines: [measured + say.direction[calibration.direction], wavers, ...doubts, say.follow],
  }
}

/** Why the wheel says nothing, while nothing is being measured; undefined where it is there or has not been asked yet. */
export function silenceOf(language: Language, { device, step }: Calibrating, wheel: Wheel): string | undefined {
  if (device !== 'lost' || step.at === 'failed') return undefined
  return calibrationWords[language][wheel.kind === 'gamepad' ? 'lostPad' : 'lostNow']
}

/** A figure as it is read in that language. */
export const figureOf = (language: Language, value: number, places = 0): string =>
  new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
    signDisplay: 'negative',
  }).format(value)
