import type { Words } from '@riverside/kit'
import type { Stop } from './stop.ts'

/** Metres from the wharf as they are read aloud and shown: whole tens, because the chainages themselves are no finer. */
export const shownMetres = (chainage: number): number => Math.round(chainage / 10) * 10

/** Where the ship is, in one sentence: for the screen reader and for anybody who asks. */
export function whereAmI(stops: readonly Stop[], chainage: number, abeam: Stop | undefined): Words {
  const metres = Math.abs(shownMetres(chainage))
  const side = chainage < -5 ? { zh: '上游', en: 'above' } : { zh: '下游', en: 'below' }
  const here =
    metres === 0
      ? { zh: '船在秦皇岛路码头', en: 'The ship lies at Qinhuangdao Road Wharf' }
      : { zh: `船在码头${side.zh} ${metres} 米`, en: `The ship is ${metres} metres ${side.en} the wharf` }
  const next = stops.filter((stop) => stop.chainage > chainage + 10).sort((a, b) => a.chainage - b.chainage)[0]
  if (abeam) return { zh: `${here.zh}，正对${abeam.name.zh}。`, en: `${here.en}, abeam of ${abeam.name.en}.` }
  if (!next) return { zh: `${here.zh}。`, en: `${here.en}.` }
  const on = shownMetres(next.chainage - chainage)
  return {
    zh: `${here.zh}，前面 ${on} 米是${next.name.zh}。`,
    en: `${here.en}; ${next.name.en} is ${on} metres ahead.`,
  }
}
