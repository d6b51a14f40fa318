import { asciiPunctuationInChinese, languageOf, words } from '@riverside/ui'
import { ExhibitId } from '@riverside/visit'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CalmCard } from './CalmCard.tsx'
import { Farewell } from './Farewell.tsx'
import { IdleWarning } from './IdleWarning.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Menu } from './Menu.tsx'
import { StaffPad } from './StaffPad.tsx'
import { padWords, roomLines, visitWords } from './words.ts'

const nothing = () => undefined
const menu = (resting: ExhibitId | undefined, chosen: ExhibitId | undefined) =>
  renderToStaticMarkup(
    <Menu
      exhibits={ExhibitId.options.map((id) => ({ id, resting: id === resting }))}
      chosen={chosen}
      language="zh"
      onChoose={nothing}
      onBack={nothing}
      service={null}
    />,
  )

describe('the words of the visit', () => {
  const chinese = [
    ...Object.values(visitWords.zh).flatMap((word) => (typeof word === 'function' ? [word('20:00')] : word)),
    ...Object.values(padWords.zh),
    ...Object.values(roomLines).map((line) => line.zh),
  ]

  test('have no half-width punctuation beside a Han character, and raise no voice', () => {
    expect(chinese.flatMap(asciiPunctuationInChinese)).toEqual([])
    expect(chinese.filter((word) => /[!！]/.test(word))).toEqual([])
  })

  test('say everything in both languages', () => {
    expect(chinese.every((word) => languageOf(word) === 'zh')).toBe(true)
    for (const word of Object.values(padWords.en)) expect(languageOf(word)).toBe('en')
  })
})

describe('the menu', () => {
  test('hangs the four rooms in their order', () => {
    const names = [...menu(undefined, undefined).matchAll(/aria-label="(..滨江)"/g)].map((match) => match[1])
    expect(names).toEqual([words.zh.voyage, words.zh.postcard, words.zh.story, words.zh.smile])
  })

  test('frames nothing until the helm has been turned, and then one scroll', () => {
    expect(menu(undefined, undefined)).not.toContain('helm-frame')
    expect(menu(undefined, 'story').match(/class="helm-frame"/g)).toHaveLength(1)
  })

  test('says of a resting room that it rests', () => {
    expect(menu('smile', undefined)).toContain(visitWords.zh.resting)
    expect(menu('smile', undefined).match(/aria-disabled="true"/g)).toHaveLength(1)
  })
})

describe('the choice of a language', () => {
  test('names each language in itself, both in the same way', () => {
    const markup = renderToStaticMarkup(<LanguageChoice chosen={undefined} onChoose={nothing} onBack={nothing} />)
    expect(markup).toMatch(/lang="zh"[^>]*class="visit-language-sheet".*中文/)
    expect(markup).toMatch(/lang="en"[^>]*class="visit-language-sheet".*English/)
  })
})

describe('the PIN pad', () => {
  const pad = (state: Parameters<typeof StaffPad>[0]['state'], close?: () => void) =>
    renderToStaticMarkup(
      <StaffPad state={state} language="zh" onEnter={nothing} onSet={nothing} {...(close ? { onClose: close } : {})} />,
    )

  test('has ten figures, and cannot be confirmed before there are four', () => {
    for (const figure of '0123456789') expect(pad({ at: 'entering' })).toContain(`<span>${figure}</span>`)
    expect(pad({ at: 'entering' }).match(/data-state="not-now"/g)).toHaveLength(1)
  })

  test('says what went wrong in words', () => {
    expect(pad({ at: 'entering', problem: 'wrong-pin' })).toContain(padWords.zh.wrongPin)
    expect(pad({ at: 'entering', problem: 'too-many' })).toContain(padWords.zh.tooMany)
    expect(pad({ at: 'setting', problem: 'too-easy' })).toContain(padWords.zh.tooEasy)
  })

  test('has a way back only where there is something to go back to', () => {
    expect(pad({ at: 'setting' })).not.toContain(padWords.zh.leave)
    expect(pad({ at: 'entering' }, nothing)).toContain(padWords.zh.leave)
  })
})

describe('the other screens', () => {
  test.each(['zh', 'en'] as const)('have one thing to do and say it in %s first', (language) => {
    for (const screen of [
      <IdleWarning key="warning" secondsLeft={11} language={language} onStay={nothing} />,
      <Farewell key="farewell" language={language} onEnd={nothing} />,
      <CalmCard key="calm" language={language} onBack={nothing} />,
    ]) {
      const markup = renderToStaticMarkup(screen)
      expect(markup.match(/data-tone="rust"/g)).toHaveLength(1)
      expect(markup).toMatch(new RegExp(`<h1[^>]*lang="${language}"|lang="${language}"><h1`))
    }
  })
})
