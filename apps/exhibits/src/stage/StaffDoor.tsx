import { call, openGroup, type Shell, type StationFile, setFirstPin, signIn, signOut } from '@riverside/contract'
import { type Clock, fail, type Language, type Result } from '@riverside/kit'
import { isClear, type Surface } from '@riverside/story'
import type { HelmDriver } from '@riverside/voyage'
import { useMemo, useRef, useState } from 'react'
import { StaffCamera } from '../smile/StaffCamera.tsx'
import { StaffPad, type StaffPadState } from '../visit/StaffPad.tsx'
import type { OpenHelm } from './helm.ts'
import { StaffHelm } from './StaffHelm.tsx'
import { StaffOutline } from './StaffOutline.tsx'
import { wire } from './station-link.ts'

/** Taps in the corner, within so many milliseconds, that open the door. */
const knock = { taps: 5, within: 3_000 }

/**
 * The staff's way in: five taps in the upper left corner, then the PIN. The right PIN leaves the kiosk where there is one to leave,
 * and opens the console in a browser; or it lets the wheel be calibrated, the camera aimed, or the outline of what stands behind a clear screen be drawn, here. Where no PIN is set yet, it is set here; a locked screen asks for that before anything else.
 */
export function StaffDoor({
  language,
  shell,
  mustSetPin,
  clock,
  helm,
  driver,
  smile,
  surface,
  leadsGroups,
}: {
  language: Language
  shell: Shell | undefined
  mustSetPin: boolean
  clock: Clock
  helm: OpenHelm
  driver: HelmDriver
  smile: StationFile['smile']
  surface: Surface
  /** True where the pack has a programme for groups. */
  leadsGroups: boolean
}) {
  const taps = useRef<number[]>([])
  const [pad, setPad] = useState<StaffPadState | undefined>(mustSetPin ? { at: 'setting' } : undefined)

  const [calibratingBy, setCalibratingBy] = useState<string | undefined>(undefined)
  const [aimingBy, setAimingBy] = useState<string | undefined>(undefined)
  const aimingWire = useMemo(() => (aimingBy === undefined ? undefined : { ...wire, key: aimingBy }), [aimingBy])

  const [outliningBy, setOutliningBy] = useState<string | undefined>(undefined)
  const outliningWire = useMemo(
    () => (outliningBy === undefined ? undefined : { ...wire, key: outliningBy }),
    [outliningBy],
  )

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

  /** Signs in and stays on this screen, for what is done here: `then` takes the key. */
  const stay = async (pin: string, then: (token: string) => void) => {
    const answer = await enterAsStaff(pin)
    if (!answer.ok)
      return setPad(answer.error === 'no-pin-yet' ? { at: 'setting' } : { at: 'entering', problem: answer.error })
    setPad(undefined)
    then(answer.value.token)
  }
  /** The group is opened, and the hand that opened it signed out: from here on the six figures lead. */
  const beginGroup = async (token: string) => {
    await call({ ...wire, key: token }, openGroup, undefined)
    await call({ ...wire, key: token }, signOut, undefined)
  }
  const fromCamera = (token: string) => {
    setAimingBy(undefined)
    void call({ ...wire, key: token }, signOut, undefined)
  }
  const fromOutline = (token: string) => {
    setOutliningBy(undefined)
    void call({ ...wire, key: token }, signOut, undefined)
  }
  const fromHelm = (token: string) => {
    setCalibratingBy(undefined)
    void call({ ...wire, key: token }, signOut, undefined)
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
            {...(leadsGroups ? { onGroup: (pin: string) => void stay(pin, (token) => void beginGroup(token)) } : {})}
            {...(driver.kind === 'none' ? {} : { onHelm: (pin: string) => void stay(pin, setCalibratingBy) })}
            {...(smile.camera === 'none' ? {} : { onCamera: (pin: string) => void stay(pin, setAimingBy) })}
            {...(isClear(surface) ? { onOutline: (pin: string) => void stay(pin, setOutliningBy) } : {})}
            {...(mustSetPin && pad.at === 'setting' ? {} : { onClose: () => setPad(undefined) })}
          />
        </div>
      )}
      {calibratingBy !== undefined && driver.kind !== 'none' && (
        <div className="stage-over">
          <StaffHelm
            helm={helm}
            wheel={driver}
            wire={{ ...wire, key: calibratingBy }}
            language={language}
            onClose={() => fromHelm(calibratingBy)}
          />
        </div>
      )}
      {aimingBy !== undefined && aimingWire !== undefined && (
        <div className="stage-over">
          <StaffCamera smile={smile} wire={aimingWire} language={language} onClose={() => fromCamera(aimingBy)} />
        </div>
      )}
      {outliningBy !== undefined && outliningWire !== undefined && (
        <div className="stage-over">
          <StaffOutline
            surface={surface}
            wire={outliningWire}
            language={language}
            onClose={() => fromOutline(outliningBy)}
          />
        </div>
      )}
    </>
  )
}

async function openConsole(pin: string) {
  const answer = await enterAsStaff(pin)
  if (!answer.ok) return answer.error
  location.assign('/console/')
  return 'left' as const
}

/** Signed in, or why not in the words the pad knows. */
async function enterAsStaff(
  pin: string,
): Promise<Result<{ readonly token: string }, 'wrong-pin' | 'too-many' | 'no-pin-yet' | 'unreachable'>> {
  const answer = await call(wire, signIn, { pin })
  if (answer.ok) return answer
  return fail(answer.error === 'not-understood' || answer.error === 'not-allowed' ? 'unreachable' : answer.error)
}
