import type { Span } from '@riverside/story'

const hanDigits = '〇一二三四五六七八九'
const hanYear = /([一二][〇零一二三四五六七八九]{3})年?(代)?/gu
const figures = /(?<!\d)((?:18|19|20)\d{2})(?!\d)(?:年?(代)|(s)\b|[–—-](\d{2,4})(?!\d))?/gu

/**
 * The years a text writes out, in Han or Arabic figures, each as the time it means: "1930s" and "一九三〇年代" are ten years, "1919–20" is two
 * dates. A number is taken for a year from 1800 on.
 */
export function yearsNamed(text: string): readonly Span[] {
  const han = [...text.matchAll(hanYear)].map(([, digits = '', decade]) =>
    span([...digits].map((digit) => (digit === '零' ? 0 : hanDigits.indexOf(digit))).join(''), decade !== undefined),
  )
  const arabic = [...text.matchAll(figures)].flatMap(([, year = '', zhDecade, enDecade, end]) => [
    span(year, zhDecade !== undefined || enDecade !== undefined),
    ...(end ? [span(year.slice(0, 4 - end.length) + end, false)] : []),
  ])
  return [...han, ...arabic].filter(({ from }) => Number(from) >= 1800)
}

const span = (year: string, decade: boolean): Span =>
  decade ? { from: year, to: `${year.slice(0, 3)}9` } : { from: year }
