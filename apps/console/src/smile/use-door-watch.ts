import { type DoorWatch, watchDoor } from '@riverside/contract'
import { useEffect, useState } from 'react'
import { ask, useSession } from '../session/session.ts'

/** Milliseconds between two looks: a frame follows a walker closely enough for two people to know who is meant. */
const lookEvery = 400

/** Holds the calibration for as long as the page that asks is open and seen; whoever changes it hands the answer back. */
export function useDoorWatch(): {
  readonly watch: DoorWatch | undefined
  readonly isAway: boolean
  readonly onWatch: (watch: DoorWatch) => void
} {
  const session = useSession()
  const [watch, setWatch] = useState<DoorWatch>()
  const [isAway, setAway] = useState(false)
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      if (document.visibilityState === 'visible') {
        const seen = await ask(session, watchDoor, undefined)
        if (isOver) return
        setAway(!seen.ok)
        if (seen.ok) setWatch(seen.value)
      }
      timer = setTimeout(() => void look(), lookEvery)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [session])
  return { watch, isAway, onWatch: setWatch }
}
