import { call, readObjectZone, type StationFile, type Wire } from '@riverside/contract'
import { isClear, type ObjectZone, type Surface, type Way } from '@riverside/story'
import { type CSSProperties, useEffect, useMemo, useState } from 'react'
import { useUpright } from '../stage/use-upright.ts'
import { layoutAround } from './room-layout.ts'
import { surfaceStyle } from './surface.ts'

export type Display = {
  readonly surface: Surface
  /** Read from both long sides. */
  readonly table: boolean
  /** The real thing behind a clear screen, where its outline was drawn for the way the screen hangs now. */
  readonly zone: ObjectZone | undefined
  /** What the room's own element bears. */
  readonly room: { readonly style: CSSProperties; readonly [attribute: `data-${string}`]: string | undefined }
  /** Where the tray stands out of its place. */
  readonly tray: CSSProperties | undefined
}

/** What the room is shown on, and what stands behind it. */
export function useDisplay({ display: surface, table }: StationFile['screen'], wire: Wire): Display {
  const way: Way = useUpright() ? 'portrait' : 'landscape'
  const [kept, setKept] = useState<ObjectZone | undefined>(undefined)
  const mayHoldSomething = isClear(surface)
  useEffect(() => {
    if (!mayHoldSomething) return
    let isOver = false
    void call(wire, readObjectZone, undefined).then((read) => {
      if (!isOver && read.ok) setKept(read.value.zone ?? undefined)
    })
    return () => {
      isOver = true
    }
  }, [mayHoldSomething, wire])
  return useMemo(() => {
    const zone = kept?.way === way ? kept : undefined
    const layout = zone && layoutAround(zone)
    return {
      surface,
      table,
      zone,
      room: {
        style: surfaceStyle(surface),
        'data-surface': surface,
        'data-table': table ? '' : undefined,
        'data-title': layout?.title,
      },
      tray: layout && trayStyle(layout.tray),
    }
  }, [surface, table, kept, way])
}

const percent = (part: number) => `${(part * 100).toFixed(3)}%`

const trayStyle = ({ left, top, width, height }: ReturnType<typeof layoutAround>['tray']): CSSProperties => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
})
