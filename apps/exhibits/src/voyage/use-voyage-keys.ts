import { useEffect, useRef } from 'react'
import type { Sailing } from './sailing.ts'
import { zoomStep } from './Zoom.tsx'

/** Degrees of one glance with Shift and an arrow. */
const glance = { aside: 9, above: 5 } as const

export type KeyedActs = {
  readonly toIndex: () => void
  readonly sayWhere: () => void
  readonly back: () => void
}

/** What a keyboard does besides steering by arrows and pressing by Enter. `onDeck`: nothing lies over the river. */
export function useVoyageKeys(sailing: Sailing, onDeck: boolean, acts: KeyedActs): void {
  const doing = useRef(acts)
  doing.current = acts
  useEffect(() => {
    const deck = new Map<string, () => void>([
      ['+', () => sailing.zoomBy(zoomStep)],
      ['=', () => sailing.zoomBy(zoomStep)],
      ['-', () => sailing.zoomBy(1 / zoomStep)],
      ['0', () => sailing.zoomHome()],
      ['home', () => sailing.makeFor(sailing.quay.from)],
      ['end', () => sailing.makeFor(sailing.quay.to)],
      ['n', () => doing.current.toIndex()],
      ['p', () => (sailing.standing.isPastDrawn ? sailing.hidePast() : sailing.drawPast())],
      ['w', () => doing.current.sayWhere()],
    ])
    const glances = new Map<string, () => void>([
      ['arrowleft', () => sailing.glanceBy(-glance.aside, 0)],
      ['arrowright', () => sailing.glanceBy(glance.aside, 0)],
      ['arrowup', () => sailing.glanceBy(0, glance.above)],
      ['arrowdown', () => sailing.glanceBy(0, -glance.above)],
    ])
    const actFor = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (key === 'escape') return () => doing.current.back()
      if (!onDeck || event.target instanceof HTMLInputElement) return undefined
      return (event.shiftKey ? glances.get(key) : undefined) ?? deck.get(key)
    }
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const act = actFor(event)
      if (!act) return
      event.preventDefault()
      act()
    }
    // Before the helm hears the same key: what is done here turns no helm.
    addEventListener('keydown', hear, { capture: true })
    return () => removeEventListener('keydown', hear, { capture: true })
  }, [sailing, onDeck])
}
