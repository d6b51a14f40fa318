import type { Words } from '@riverside/kit'
import { norm360 } from './angles.ts'
import { type Stop, shortName } from './stop.ts'

/** Metres from the wharf as they are read aloud and shown: whole tens, because the chainages themselves are no finer. */
export const shownMetres = (chainage: number): number => Math.round(chainage / 10) * 10

/** The eight winds, clockwise from north. */
const winds: readonly Words[] = [
  { zh: '北', en: 'north' },
  { zh: '东北', en: 'north-east' },
  { zh: '东', en: 'east' },
  { zh: '东南', en: 'south-east' },
  { zh: '南', en: 'south' },
  { zh: '西南', en: 'south-west' },
  { zh: '西', en: 'west' },
  { zh: '西北', en: 'north-west' },
]

/** A true bearing in degrees as one of the eight winds. */
export function windOf(bearing: number): Words {
  const wind = winds[Math.round(norm360(bearing) / 45) % winds.length]
  if (!wind) throw new RangeError(`${bearing} is no bearing`)
  return wind
}

/** Where the ship is and where the eye looks, in one sentence: for the screen reader and for anybody who asks. Bearing in degrees. */
export function whereAmI(
  stops: readonly Stop[],
  chainage: number,
  abeam: Pick<Stop, 'name'> | undefined,
  bearing: number,
): Words {
  const metres = Math.abs(shownMetres(chainage))
  const here = chainage < -5 ? { zh: '在码头上游', en: 'above' } : { zh: '离码头', en: 'from' }
  const place =
    metres === 0
      ? { zh: '在秦皇岛路码头', en: 'At Qinhuangdao Road Wharf' }
      : { zh: `${here.zh} ${metres} 米`, en: `${metres} metres ${here.en} the wharf` }
  const sight = inSight(stops, chainage, abeam, bearing)
  return { zh: `${place.zh}，${sight.zh}。`, en: `${place.en}, ${sight.en}.` }
}

/** What is abeam, or else ahead, and where the eye looks: the second half of that sentence. */
export function inSight(
  stops: readonly Stop[],
  chainage: number,
  abeam: Pick<Stop, 'name'> | undefined,
  bearing: number,
): Words {
  const wind = windOf(bearing)
  const looking = { zh: `朝${wind.zh}看`, en: `looking ${wind.en}` }
  if (abeam) {
    const name = { zh: shortName(abeam.name.zh), en: shortName(abeam.name.en) }
    return { zh: `正对${name.zh}，${looking.zh}`, en: `abeam of ${name.en}, ${looking.en}` }
  }
  const next = stops.filter((stop) => stop.chainage > chainage + 10).sort((a, b) => a.chainage - b.chainage)[0]
  if (!next) return looking
  const on = shownMetres(next.chainage - chainage)
  return {
    zh: `前面 ${on} 米是${shortName(next.name.zh)}，${looking.zh}`,
    en: `${shortName(next.name.en)} ${on} metres ahead, ${looking.en}`,
  }
}
