import { describe, expect, test } from 'vitest'
import { bestVoice } from './speech.ts'

const voice = (name: string, lang: string, more: { localService?: boolean; default?: boolean } = {}) => ({
  name,
  lang,
  localService: true,
  default: false,
  ...more,
})

describe('the machine’s voice', () => {
  test('is one of the language, and of its country where there are several', () => {
    const voices = [voice('Daniel', 'en-US'), voice('Kate', 'en-GB'), voice('Tingting', 'zh_CN')]
    expect(bestVoice('en', voices)?.name).toBe('Kate')
    expect(bestVoice('zh', voices)?.name).toBe('Tingting')
  })
  test('is the best made, whatever the order', () => {
    const voices = [
      voice('eSpeak Mandarin', 'cmn'),
      voice('Huihui', 'zh-CN'),
      voice('Xiaoxiao Natural', 'zh-CN'),
      voice('Yaoyao', 'zh-CN', { default: true }),
    ]
    expect(bestVoice('zh', voices)?.name).toBe('Xiaoxiao Natural')
    expect(bestVoice('zh', voices.toReversed())?.name).toBe('Xiaoxiao Natural')
    expect(bestVoice('zh', voices.slice(0, 1))?.name).toBe('eSpeak Mandarin')
  })
  test('is none where Mandarin would be read in Cantonese or sent to the network', () => {
    expect(bestVoice('zh', [voice('Sinji', 'zh-HK'), voice('Yue', 'zh-yue')])).toBeUndefined()
    expect(bestVoice('en', [voice('Google UK', 'en-GB', { localService: false })])).toBeUndefined()
    expect(bestVoice('en', [])).toBeUndefined()
  })
})
