import { call, readLetters, type Wire } from '@riverside/contract'
import type { Card, CardFace } from '@riverside/postcard'
import { useEffect, useState } from 'react'

type Outline = { readonly path: string; readonly width: number }
/** The outlines of a card's lines as the print has them; `undefined` where the station has not said yet. */
export type CardLetters = (text: string, face: CardFace) => Outline | undefined

/** Asks the station once for every line of a card that is not known yet. */
export function useCardLetters(wire: Wire, card: Card | undefined): CardLetters {
  const [known, setKnown] = useState<ReadonlyMap<string, Outline>>(new Map())
  useEffect(() => {
    if (card === undefined) return
    const lines = [...card.front.marks, ...card.back.marks].flatMap((mark) =>
      mark.mark === 'text' ? [{ text: mark.text, face: mark.face }] : [],
    )
    const missing = lines.filter(({ text, face }) => !known.has(keyOf(text, face)))
    if (missing.length === 0) return
    let left = false
    void call(wire, readLetters, { lines: missing }).then((read) => {
      if (left || !read.ok) return
      const named = missing.flatMap(({ text, face }, at): [string, Outline][] => {
        const outline = read.value.outlines[at]
        return outline ? [[keyOf(text, face), outline]] : []
      })
      setKnown((before) => new Map([...before, ...named]))
    })
    return () => {
      left = true
    }
  }, [wire, card, known])
  return (text, face) => known.get(keyOf(text, face))
}

const keyOf = (text: string, face: CardFace): string => `${face} ${text}`
