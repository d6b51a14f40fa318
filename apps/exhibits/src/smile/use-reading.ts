import type { StationFile, Wire } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Metering } from './metering.ts'
import { readOnce } from './reading.ts'
import type { Trouble } from './smile-words.ts'

export type Reading =
  | { readonly at: 'notice' }
  /** The answer was yes; the page says so before the camera opens. */
  | { readonly at: 'opening' }
  | { readonly at: 'reading' }
  | { readonly at: 'thanks'; readonly counted: boolean }
  | { readonly at: 'trouble'; readonly trouble: Trouble }

type Needs = { readonly file: StationFile['smile']; readonly wire: Wire; readonly clock: Clock }

/**
 * The reading of one visitor. The nets are started with the notice, so that they are warm when the answer comes; the camera
 * only ever by the answer. Leaving the room closes it.
 */
export function useReading({ file, wire, clock }: Needs) {
  const [reading, setReading] = useState<Reading>(
    file.mode === 'opt-in' ? { at: 'notice' } : { at: 'trouble', trouble: 'switched-off' },
  )
  const metering = useRef<Metering | undefined>(undefined)
  const stopping = useRef<AbortController | undefined>(undefined)

  useEffect(() => {
    if (file.mode !== 'opt-in') return
    const started = new Metering()
    metering.current = started
    return () => {
      stopping.current?.abort()
      metering.current = undefined
      started[Symbol.dispose]()
    }
  }, [file.mode])

  const begin = useCallback(() => {
    const stop = new AbortController()
    if (metering.current === undefined) return
    stopping.current = stop
    setReading({ at: 'opening' })
    const needs = {
      file,
      wire,
      clock,
      metering: metering.current,
      onOpen: () => setReading({ at: 'reading' }),
    }
    void readOnce(needs, stop.signal).then((end) => {
      if (end.type === 'stopped') setReading({ at: 'notice' })
      else if (end.type === 'read') setReading({ at: 'thanks', counted: end.counted })
      else setReading({ at: 'trouble', trouble: end.trouble })
    })
  }, [file, wire, clock])

  const stop = useCallback(() => stopping.current?.abort(), [])
  return { reading, begin, stop }
}
