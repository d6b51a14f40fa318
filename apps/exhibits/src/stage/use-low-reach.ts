import type { StationFile } from '@riverside/contract'
import { type Reach, reachOf } from '@riverside/ui'
import { useEffect, useMemo, useState } from 'react'

export type LowReach = {
  /** Absent where the screen hangs low enough for everybody. */
  readonly choice: { readonly on: boolean; readonly onChange: (on: boolean) => void } | undefined
  readonly isOn: boolean
  readonly forget: () => void
}

/** 低位 of one screen, computed from where its panel hangs. While it is on the page knows its reach as lengths of the style sheets. */
export function useLowReach({ panelBottom, panelHeight }: StationFile['screen']): LowReach {
  const reach = useMemo(() => reachOf({ panelBottom, panelHeight }), [panelBottom, panelHeight])
  const [isOn, setOn] = useState(false)
  useEffect(() => wearReach(isOn ? reach : undefined), [isOn, reach])
  const forget = useMemo(() => () => setOn(false), [])
  return { choice: reach.isNeeded ? { on: isOn, onChange: setOn } : undefined, isOn, forget }
}

/** Puts a reach on the page, for the style sheets; `undefined` takes it off. */
export function wearReach(reach: Reach | undefined): void {
  const { style } = document.documentElement
  document.documentElement.toggleAttribute('data-low-reach', reach !== undefined)
  const set = (name: string, share: number | undefined) =>
    share === undefined ? style.removeProperty(name) : style.setProperty(name, `${(share * 100).toFixed(2)}vh`)
  set('--reach-top', reach?.top)
  set('--reach-bottom', reach && 1 - reach.bottom)
  set('--target', reach?.target)
}
