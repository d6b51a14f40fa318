import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactnesses } from './card-link.ts'
import { handwriting, message } from './hand-for-tests.ts'
import { codeText, linkOf, networkText, waysOut } from './ways.ts'

const page = 'https://cards.example.org/p/'
const card = { station: 'qinhuangdao-lu', scene: 'waterworks', language: 'zh', date: '2026-03-14' } as const
const linked = (count: number) => linkOf({ ...card, strokes: handwriting([...message].slice(0, count).join('')) }, page)
const short = linked(2)
const open = { link: short.ok ? short.value : undefined, network: true, demonstration: false }

describe('the ways out of the station', () => {
  test('begin with the one that keeps the card nowhere', () => {
    expect(waysOut(open)).toEqual(['in-code', 'station'])
  })

  test('lead over the station where a card is too long for a code, or no page is named', () => {
    expect(waysOut({ ...open, link: undefined })).toEqual(['station'])
  })

  test('are none where nobody could open what the code says', () => {
    expect(waysOut({ link: undefined, network: false, demonstration: false })).toEqual([])
  })

  test('lead to this very machine only in a demonstration that has no other', () => {
    fc.assert(
      fc.property(
        fc.record({ link: fc.constantFrom(open.link, undefined), network: fc.boolean(), demonstration: fc.boolean() }),
        (now) => {
          const ways = waysOut(now)
          expect(ways.includes('this-machine')).toBe(now.demonstration && !now.network && now.link === undefined)
          expect(ways.includes('station')).toBe(now.network)
        },
      ),
    )
  })
})

describe('a card in its own link', () => {
  test('is kept as exactly as an easy code allows, and beyond it as short as can be', () => {
    const [two, ten, many] = [linked(2), linked(10), linked(30)].map((made) => (made.ok ? made.value : undefined))
    expect([two?.level, two?.tolerance]).toEqual(['M', exactnesses[0]?.tolerance])
    expect([ten?.level, ten?.tolerance]).toEqual(['M', 0.14])
    expect([many?.level, many?.tolerance]).toEqual(['L', exactnesses.at(-1)?.tolerance])
  })

  test('is none where there is more ink than the densest code holds, and says so at once', () => {
    const strokes = Array.from({ length: 10 }, () => handwriting(message)).flat()
    expect(linkOf({ ...card, strokes }, page)).toEqual({ ok: false, error: 'too-much-ink' })
  })
})

describe('what a code says', () => {
  test('has scheme and host in capitals and leaves the rest alone', () => {
    expect(codeText('https://cards.example.org/p/Card/#AB')).toBe('HTTPS://CARDS.EXAMPLE.ORG/p/Card/#AB')
    expect(codeText('http://10.0.0.5:7320/T/ABC#DEF')).toBe('HTTP://10.0.0.5:7320/T/ABC#DEF')
  })

  test('joins a network whose name and password have signs of their own meaning', () => {
    expect(networkText({ name: '驿站;1', password: 'a:b"c\\', hidden: true })).toBe(
      'WIFI:S:驿站\\;1;T:WPA;P:a\\:b\\"c\\\\;H:true;;',
    )
    expect(networkText({ name: 'Guests', password: null, hidden: false })).toBe('WIFI:S:Guests;T:nopass;;')
  })
})
