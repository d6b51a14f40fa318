import type { Stop } from '@riverside/voyage'

/** The first character of each letter's syllables in the order of pinyin; I, U and V begin none. */
const firsts = [
  ['A', '阿'],
  ['B', '八'],
  ['C', '嚓'],
  ['D', '咑'],
  ['E', '妸'],
  ['F', '发'],
  ['G', '旮'],
  ['H', '哈'],
  ['J', '丌'],
  ['K', '咔'],
  ['L', '垃'],
  ['M', '妈'],
  ['N', '拿'],
  ['O', '噢'],
  ['P', '妑'],
  ['Q', '七'],
  ['R', '呥'],
  ['S', '仨'],
  ['T', '他'],
  ['W', '屲'],
  ['X', '夕'],
  ['Y', '丫'],
  ['Z', '帀'],
] as const

/** Characters of the shore's names that are read in more than one way. */
const alsoRead: Readonly<Record<string, string>> = {
  行: 'H',
  厦: 'S',
  长: 'Z',
  重: 'C',
  会: 'K',
  乐: 'Y',
  单: 'S',
  弄: 'L',
}

const byPinyin = new Intl.Collator('zh-Hans-u-co-pinyin')

/** The letters with which a character's readings begin, as a keyboard has them; a letter or figure stands for itself, all else for nothing. */
export function initialsOf(character: string): string {
  if (/[a-z0-9]/i.test(character)) return character.toUpperCase()
  if (!/\p{Script=Han}/u.test(character)) return ''
  const first = firsts.findLast(([, syllable]) => byPinyin.compare(character, syllable) >= 0)
  return (first?.[0] ?? '') + (alsoRead[character] ?? '')
}

/** Years that stand in what is told of a stop, rising. */
export function yearsOf(stop: Stop): readonly number[] {
  const told = [
    stop.headline.figure,
    stop.headline.words.zh,
    ...[stop.past, stop.present, ...stop.facts].flatMap(({ figure, text }) => [figure.zh, text.zh]),
  ]
  const years = told.flatMap((text) => text.match(/(?<!\d)(?:18|19|20)\d\d(?!\d)/g) ?? []).map(Number)
  return [...new Set(years)].sort((a, b) => a - b)
}

/** The decades in which something happened along the shore: 1880 for the eighteen-eighties. */
export function decadesOf(stops: readonly Stop[]): readonly number[] {
  return [...new Set(stops.flatMap(yearsOf).map((year) => year - (year % 10)))].sort((a, b) => a - b)
}

export const ofDecade = (stops: readonly Stop[], decade: number): readonly Stop[] =>
  stops.filter((stop) => yearsOf(stop).some((year) => year >= decade && year < decade + 10))

/**
 * The stops somebody means who typed so much: first letters of the Chinese name in pinyin (SC finds 水厂), of the words of the
 * English one, its letters, Han characters, or the beginning of a year. All stops for nothing typed; those whose name begins so come first.
 */
export function findStops(stops: readonly Stop[], typed: string): readonly Stop[] {
  const asked = typed.replace(/\s/g, '').toUpperCase()
  if (asked === '') return stops
  const found = stops
    .map((stop) => ({ stop, at: Math.min(...waysToName(stop).map((way) => foundAt(way, asked))) }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
  return found.sort((a, b) => a.at - b.at || a.stop.chainage - b.stop.chainage).map(({ stop }) => stop)
}

/** Letters of A to Z with which what was typed may go on to mean some stop. */
export function lettersAfter(stops: readonly Stop[], typed: string): ReadonlySet<string> {
  return new Set([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => findStops(stops, typed + letter).length > 0))
}

/** One way of typing a name: for each place the letters that do there. */
type Way = ReadonlyArray<string>

function waysToName(stop: Stop): readonly Way[] {
  const { zh, en } = stop.name
  const words = en.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return [
    [...zh].map(initialsOf).filter((letters) => letters !== ''),
    [...zh],
    words.map((word) => (word[0] ?? '').toUpperCase()),
    [...words.join('').toUpperCase()],
    ...yearsOf(stop).map((year) => [...String(year)]),
  ]
}

/** Where in a way of typing the letters stand, 0 at its beginning; infinitely far where they do not. Years only from their beginning. */
function foundAt(way: Way, asked: string): number {
  const isYear = way.length === 4 && way.every((letter) => /^\d$/.test(letter))
  const last = isYear ? 0 : way.length - asked.length
  for (let at = 0; at <= last; at += 1) {
    if (way.length - at < asked.length) break
    if ([...asked].every((letter, index) => way[at + index]?.includes(letter))) return at
  }
  return Number.POSITIVE_INFINITY
}
