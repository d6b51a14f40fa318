import { call, type Shell, setFirstPin, signIn } from '@riverside/contract'
import type { Clock, Language } from '@riverside/kit'
import { useRef, useState } from 'react'
import { StaffPad, type StaffPadState } from '../visit/StaffPad.tsx'
import { wire } from './station-link.ts'

/** Taps in the corner, within so many milliseconds, that open the door. */
const knock = { taps: 5, within: 3_000 }

/**
 * The staff's way in: five taps in the upper left corner, then the PIN. The right PIN leaves the kiosk where there is one to leave,
 * and opens the console in a browser. Where no PIN is set yet, it is set here; a locked screen asks for that before anything else.
 */
export function StaffDoor({
  language,
  shell,
  mustSetPin,
  clock,
}: {
  language: Language
  shell: Shell | undefined
  mustSetPin: boolean
  clock: Clock
}) {
  const taps = useRef<number[]>([])
  const [pad, setPad] = useState<StaffPadState | undefined>(mustSetPin ? { at: 'setting' } : undefined)

  const tap = () => {
    const now = clock.elapsed()
    taps.current = [...taps.current, now].filter((when) => now - when < knock.within)
    if (taps.current.length < knock.taps) return
    taps.current = []
    setPad({ at: 'entering' })
  }

  const enter = async (pin: string) => {
    const answer = await (shell ? shell.leaveKiosk({ pin }) : openConsole(pin))
    if (answer === 'left') setPad(undefined)
    else if (answer === 'no-pin-yet') setPad({ at: 'setting' })
    else setPad({ at: 'entering', problem: answer })
  }

  const set = async (pin: string) => {
    const answer = await call(wire, setFirstPin, { pin })
    if (answer.ok) setPad(undefined)
    else
      setPad(
        answer.error === 'already-set'
          ? { at: 'entering' }
          : { at: 'setting', problem: answer.error === 'too-easy' ? 'too-easy' : 'unreachable' },
      )
  }

  return (
    <>
      <div className="stage-staff-corner" aria-hidden="true" onPointerDown={tap} />
      {pad && (
        <div className="stage-over">
          <StaffPad
            state={pad}
            language={language}
            onEnter={(pin) => void enter(pin)}
            onSet={(pin) => void set(pin)}
            {...(mustSetPin && pad.at === 'setting' ? {} : { onClose: () => setPad(undefined) })}
          />
        </div>
      )}
    </>
  )
}

async function openConsole(pin: string) {
  const answer = await call(wire, signIn, { pin })
  if (!answer.ok)
    return answer.error === 'not-understood' || answer.error === 'not-allowed' ? 'unreachable' : answer.error
  location.assign('/console/')
  return 'left' as const
}
