import type { Language, Words } from '@riverside/kit'

/** One reason of the notice: what it is called, and what it says. */
type Reason = { readonly name: Words; readonly text: Words }

/**
 * What every visitor is told before a camera opens by a tap: purpose, how long and where, what is kept, and that no is as good as yes.
 * Screens show it, voices read it and the signs at the door are printed from it.
 */
export const notice = {
  question: { zh: '愿意点一盏灯吗', en: 'Would you light a lantern?' },
  reasons: [
    {
      name: { zh: '为什么', en: 'Why' },
      text: {
        zh: '想知道走完这一趟，笑的人是不是多了。',
        en: 'To learn whether more people smile on the way out.',
      },
    },
    {
      name: { zh: '看四秒', en: 'How' },
      text: {
        zh: '按下以后，摄像头只看四秒，在这台机器里算完。',
        en: 'After your tap it looks for four seconds and works it out here.',
      },
    },
    {
      name: { zh: '不留下', en: 'Kept' },
      text: {
        zh: '不拍照，不存图，不认人；每一刻钟只记几位笑了。',
        en: 'No photo, no picture, no identity: only how many smiled.',
      },
    },
    {
      name: { zh: '可以不', en: 'Or not' },
      text: {
        zh: '不参加，展项照样都能玩。未满 14 岁请先问家长。',
        en: 'Saying no costs nothing. Under 14: ask a parent first.',
      },
    },
  ],
  responsible: { zh: '由本站值班台负责', en: 'The duty desk answers' },
} as const satisfies {
  readonly question: Words
  readonly reasons: readonly Reason[]
  readonly responsible: Words
}

/** The notice as it is read aloud, and as signs print it: every sentence once, in order. */
export function noticeAloud(language: Language): string {
  const mark = language === 'zh' ? '。' : '.'
  const reasons = notice.reasons.map(({ text }) => text[language])
  const question = notice.question[language].replace(/\?$/, '')
  return [`${question}${language === 'zh' ? '？' : '?'}`, ...reasons, `${notice.responsible[language]}${mark}`].join(
    language === 'zh' ? '' : ' ',
  )
}
