import type { Language, Words } from '@riverside/kit'

/** One reason of the notice: what it is called, and what it says. */
type Reason = { readonly name: Words; readonly text: Words }

/** What visitors are told of a camera: a heading, four reasons and who answers for it. */
export type Notice = { readonly question: Words; readonly reasons: readonly Reason[]; readonly responsible: Words }

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
} as const satisfies Notice

/**
 * What is said of a camera that always reads at the door, under a compliance record: nobody is asked, so it says how not to be read.
 * Staff who are told switch the reader off, and it closes within a second.
 */
export const ambientNotice = (responsible: string): Notice => ({
  question: { zh: '门口在数笑脸', en: 'Smiles are counted at the door' },
  reasons: [
    notice.reasons[0],
    {
      name: { zh: '怎么看', en: 'How' },
      text: {
        zh: '有人走过门口，摄像头看一眼，在这台机器里算完。',
        en: 'It looks at whoever passes the door and works it out here.',
      },
    },
    notice.reasons[2],
    {
      name: { zh: '可以不', en: 'Or not' },
      text: {
        zh: '不想被看，请告诉值班台，他们马上关。未满 14 岁由家长说。',
        en: 'Tell the duty desk and they switch it off. Parents decide under 14.',
      },
    },
  ],
  responsible: { zh: `由${responsible}负责`, en: `${responsible} answers for it` },
})

/** A notice as it is read aloud, and as signs print it: every sentence once, in order; the first is the heading, the last who answers. */
export function noticeLines({ question, reasons, responsible }: Notice, language: Language): readonly string[] {
  const ended = (text: string) => (/[。？.?]$/.test(text) ? text : `${text}${language === 'zh' ? '。' : '.'}`)
  const asks = language === 'zh' && question.zh.endsWith('吗') ? `${question.zh}？` : question[language]
  return [asks, ...reasons.map(({ text }) => text[language]), responsible[language]].map(ended)
}

/** The notice of a reading by tap in one piece. */
export const noticeAloud = (language: Language): string =>
  noticeLines(notice, language).join(language === 'zh' ? '' : ' ')
