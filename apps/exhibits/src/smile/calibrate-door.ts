import { call, type FaceFrame, reportSubject, type Wire } from '@riverside/contract'
import { Lifetime } from '@riverside/kit'
import type { Decision, LightClass } from '@riverside/smile'
import { type CameraKind, openCamera } from './camera.ts'
import { Metering, type ReaderPlace } from './metering.ts'

export type CalibrationNeeds = {
  readonly camera: CameraKind
  readonly place: ReaderPlace
  readonly wire: Wire
  /** Whether the camera is open: the screen says so for as long as it is. */
  readonly onOpen: (isOpen: boolean) => void
}

/** Milliseconds between two words to the station: a frame that follows a walker, without flooding the desk. */
const tellEvery = 200

/**
 * Frames one face after the other for two observers and reads each as metering would. What goes to the station is where the face
 * stands and, once, the decision; the station keeps that to itself. No picture leaves the worker. It ends when told to, or when the
 * camera goes; a station that does not listen for a moment is told again.
 */
export async function calibrateDoor(needs: CalibrationNeeds, stop: AbortSignal): Promise<void> {
  using life = new Lifetime()
  const metering = life.own(new Metering(), (each) => each[Symbol.dispose]())
  await metering.ready
  if (stop.aborted) return
  const opened = await openCamera(needs.camera, 'ambient')
  if (!opened.ok) return
  life.own(opened.value, (camera) => camera.close())
  if (stop.aborted) return
  needs.onOpen(true)
  life.onEnd(() => needs.onOpen(false))

  let round = 0
  let faces = 0
  let frame: FaceFrame | null = null
  let framing: FaceFrame | null = null
  let light: LightClass | null = null
  let decision: Decision | undefined
  let isLost = false
  const wantNext = () => {
    decision = undefined
    frame = null
    // A face that was lost is done with by itself; the order would be for the one after it.
    if (!isLost) metering.order({ type: 'next' })
    isLost = false
  }
  life.onEnd(
    metering.listen((news) => {
      if (news.type === 'framed') {
        const { type: _, ...where } = news
        framing = where
      } else if (news.type === 'looked') {
        faces = Math.min(16, news.faces)
        frame = framing
        framing = null
      } else if (news.type === 'subject-read') {
        decision = news.decision
        light = news.light
      } else if (news.type === 'subject-lost') isLost = true
    }),
  )
  metering.watch(opened.value.track, 'calibrate', needs.place)
  while (!stop.aborted && opened.value.track.readyState === 'live') {
    const told = await call(needs.wire, reportSubject, {
      round,
      faces,
      frame,
      light,
      ...(decision === undefined ? {} : { decision }),
      ...(isLost ? { isLost } : {}),
    })
    if (told.ok && told.value.round !== round) {
      round = told.value.round
      wantNext()
    }
    await pause(tellEvery, stop)
  }
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    const timer = setTimeout(settle, milliseconds)
    stop.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        settle()
      },
      { once: true },
    )
  })
}
