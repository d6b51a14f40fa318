import { type RefCallback, useCallback, useRef } from 'react'

type Hands = {
  /** Design pixels across. */
  readonly width: number
  /** The screen is seen in a mirror: its left is at the right. */
  readonly mirrored: boolean
  /** Shares of the width the view goes on by. */
  readonly onPan: (share: number) => void
  /** @param at Share of the width that stays where it is. */
  readonly onZoom: (factor: number, at: number) => void
}

/** Design pixels after which a touch is a pull and no longer a press. */
const slack = 12
/** One notch of a mouse wheel. */
const notch = 1.25

/** One finger pulls the line along, two draw it apart, a wheel goes nearer; a finger that pulled presses nothing. */
export function useTimeHands(hands: Hands): RefCallback<HTMLElement> {
  const told = useRef(hands)
  told.current = hands
  return useCallback((sheet: HTMLElement | null) => {
    if (!sheet) return
    const ended = new AbortController()
    const { signal } = ended
    const touching = new Map<number, number>()
    let pulled = 0
    const shareAt = (clientX: number) => {
      const box = sheet.getBoundingClientRect()
      const share = (clientX - box.left) / Math.max(1, box.width)
      return told.current.mirrored ? 1 - share : share
    }
    const isPull = () => pulled > (slack / told.current.width) * sheet.getBoundingClientRect().width
    sheet.addEventListener(
      'pointerdown',
      (event) => {
        if (touching.size === 0) pulled = 0
        touching.set(event.pointerId, event.clientX)
      },
      { signal },
    )
    sheet.addEventListener(
      'pointermove',
      (event) => {
        const before = touching.get(event.pointerId)
        if (before === undefined) return
        const others = [...touching].filter(([id]) => id !== event.pointerId).map(([, x]) => x)
        touching.set(event.pointerId, event.clientX)
        pulled += Math.abs(event.clientX - before)
        const perShare = sheet.getBoundingClientRect().width
        if (!isPull()) return
        if (!sheet.hasPointerCapture(event.pointerId)) sheet.setPointerCapture(event.pointerId)
        const [other] = others
        if (other === undefined) {
          const share = (before - event.clientX) / perShare
          return told.current.onPan(told.current.mirrored ? -share : share)
        }
        const [was, is] = [Math.max(24, Math.abs(before - other)), Math.max(24, Math.abs(event.clientX - other))]
        told.current.onZoom(is / was, shareAt((event.clientX + other) / 2))
      },
      { signal },
    )
    const up = (event: PointerEvent) => void touching.delete(event.pointerId)
    for (const end of ['pointerup', 'pointercancel'] as const) sheet.addEventListener(end, up, { signal })
    sheet.addEventListener(
      'click',
      (event) => {
        if (!isPull()) return
        event.preventDefault()
        event.stopPropagation()
      },
      { signal, capture: true },
    )
    sheet.addEventListener(
      'wheel',
      (event) => {
        if (event.deltaY === 0) return
        const notches = event.deltaMode === 0 ? event.deltaY / 100 : Math.sign(event.deltaY)
        told.current.onZoom(notch ** -notches, shareAt(event.clientX))
      },
      { signal, passive: true },
    )
    return () => ended.abort()
  }, [])
}
