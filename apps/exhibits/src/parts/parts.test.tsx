import {
  BrassHelm,
  CertaintyMark,
  CountRing,
  PastPresentTag,
  Seal,
  ServiceCorner,
  Slip,
  TitleSlip,
} from '@riverside/ui'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'

const nothing = () => undefined

describe('a slip', () => {
  test('is a button that says its word, each language marked as itself', () => {
    const slip = renderToStaticMarkup(<Slip word="看前世今生" under="Then and now" onPress={nothing} />)
    expect(slip).toMatch(/^<button type="button"/)
    expect(slip).toMatch(/lang="zh"[^>]*><span>看前世今生/)
    expect(slip).toMatch(/lang="en">Then and now/)
  })

  test('that cannot be pressed now says so to those who hear the screen, and is hatched', () => {
    const slip = renderToStaticMarkup(<Slip word="印出来" state="not-now" onPress={nothing} />)
    expect(slip).toContain('aria-disabled="true"')
    expect(slip).toContain('slip-hatch')
  })

  test('is framed in brass only where the helm has come to', () => {
    expect(renderToStaticMarkup(<Slip word="好了" helmed onPress={nothing} />)).toContain('helm-frame')
    expect(renderToStaticMarkup(<Slip word="好了" onPress={nothing} />)).not.toContain('helm-frame')
  })
})

describe('the service corner', () => {
  test('names the other language in itself, and large print in the language of the screen', () => {
    const corner = (language: 'zh' | 'en') =>
      renderToStaticMarkup(<ServiceCorner language={language} easy={false} onLanguage={nothing} onEasy={nothing} />)
    expect(corner('zh')).toContain('English')
    expect(corner('zh')).toContain('大字')
    expect(corner('en')).toContain('中文')
  })
})

describe('certainty', () => {
  test('is told by shape and by word', () => {
    const marks = (['high', 'medium', 'low'] as const).map((certainty) =>
      renderToStaticMarkup(<CertaintyMark certainty={certainty} language="zh" />),
    )
    expect(marks.map((mark) => /有据|约数|待考/.exec(mark)?.[0])).toEqual(['有据', '约数', '待考'])
    expect(new Set(marks.map((mark) => /d="[^"]*"/.exec(mark)?.[0])).size).toBe(3)
  })
})

describe('then and now', () => {
  test('differ by brick and by a clean edge, not by colour alone', () => {
    expect(renderToStaticMarkup(<PastPresentTag age="then" language="zh" />)).toContain('<rect')
    expect(renderToStaticMarkup(<PastPresentTag age="now" language="zh" />)).not.toContain('clip-path')
  })
})

describe('titles', () => {
  test('stand upright in Chinese and lie in English', () => {
    expect(renderToStaticMarkup(<TitleSlip lines={['解读滨江']} />)).toContain('data-upright')
    expect(renderToStaticMarkup(<TitleSlip lines={['Voyage']} />)).not.toContain('data-upright')
  })

  test('carry a seal of four characters in two columns', () => {
    expect(renderToStaticMarkup(<Seal characters="滨江驿站" />).match(/seal-column/g)).toHaveLength(2)
  })
})

describe('the ring that counts down', () => {
  test('is whole at the start, out at the end, and says the seconds in figures', () => {
    const brightAt = (secondsLeft: number) =>
      renderToStaticMarkup(<CountRing secondsLeft={secondsLeft} seconds={15} />).match(/data-bright/g)?.length ?? 0
    expect([15, 5, 0, -1].map(brightAt)).toEqual([45, 15, 0, 0])
    expect(renderToStaticMarkup(<CountRing secondsLeft={11} seconds={15} />)).toContain('>11<')
  })
})

describe('the helm on the screen', () => {
  test('is hidden from those who hear the screen: it is a picture of the helm in their hands', () => {
    expect(renderToStaticMarkup(<BrassHelm radius={352} />)).toContain('aria-hidden="true"')
  })
})
