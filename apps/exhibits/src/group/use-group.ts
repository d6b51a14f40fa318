import { call, type GroupView, readGroup, type StationEvent, type Wire } from '@riverside/contract'
import { useEffect, useState } from 'react'

const nobody: GroupView = { group: null, pairing: null, paired: false }

/** The guided group of this station, as the station has it now. */
export function useGroup(wire: Wire, news: Set<(event: StationEvent) => void>): GroupView {
  const [view, setView] = useState<GroupView>(nobody)
  useEffect(() => {
    let isHeard = true
    const hear = (event: StationEvent) => {
      if (event.type === 'group-changed') setView(event.view)
      // The station began anew, or the wire to it did: what was said meanwhile is asked for.
      if (event.type === 'hello') void ask()
    }
    const ask = async () => {
      const read = await call(wire, readGroup, undefined)
      if (isHeard && read.ok) setView(read.value)
    }
    news.add(hear)
    void ask()
    return () => {
      isHeard = false
      news.delete(hear)
    }
  }, [wire, news])
  return view
}
