import { type Clock, Lifetime } from '@riverside/kit'
import type { Decision, LightClass } from '@riverside/smile'
import { type CameraKind, openCamera } from './camera.ts'
import { Metering, type ReaderPlace } from './metering.ts'
import { partyAt } from './parties.ts'

/** Why the reader does not read just now. */
type Pause =
  | 'no-camera'
  | 'refused'
  | 'busy'
  | 'lost'
  | 'too-dark'
  | 'black'
  | 'blocked'
  | 'frozen'
  | 'silent'
  | 'not-started'
export type AmbientState =
  | { readonly at: 'reading' }
  | { readonly at: 'paused'; readonly why: Pause }
  | { readonly at: 'off' }

export type AmbientNeeds = {
  readonly camera: CameraKind
  readonly place: ReaderPlace
  readonly clock: Clock
  /** The last day of the compliance record, `YYYY-MM-DD`; metering stops when it is over in Shanghai. */
  readonly expires: string
  readonly tellReading: (decision: Decision, party: number) => void
  readonly tellPassage: () => void
  readonly tellCoverage: (seconds: number, light: LightClass) => void
  readonly onState: (state: AmbientState) => void
}

/** Milliseconds between two tries to open a camera that is away. */
const tryAgain = 2000

/** Whether a compliance record still holds: to the end of its last day in Shanghai (UTC+8). */
export function isInForce(expires: string, now: number): boolean {
  return now < Date.parse(`${expires}T00:00:00+08:00`) + 86_400_000
}

/**
 * Reads everybody who passes the door until told to stop or until the compliance record has expired. A camera that goes away
 * is waited for; a picture that is dark, black or frozen counts nothing, and its time is not covered time.
 */
export async function meterDoor(needs: AmbientNeeds, stop: AbortSignal): Promise<void> {
  using life = new Lifetime()
  const metering = life.own(new Metering(), (each) => each[Symbol.dispose]())
  try {
    await metering.ready
  } catch {
    return needs.onState({ at: 'paused', why: 'not-started' })
  }
  while (!stop.aborted && isInForce(needs.expires, needs.clock.now())) {
    const camera = await openCamera(needs.camera, 'ambient')
    if (!camera.ok) needs.onState({ at: 'paused', why: camera.error })
    else {
      needs.onState({ at: 'reading' })
      await readUntilGone(camera.value, metering, needs, stop)
    }
    if (!stop.aborted) await plugged(stop)
  }
  needs.onState({ at: 'off' })
}

async function readUntilGone(
  camera: { readonly track: MediaStreamTrack; readonly close: () => void },
  metering: Metering,
  needs: AmbientNeeds,
  stop: AbortSignal,
): Promise<void> {
  await new Promise<void>((settle) => {
    const deaf = metering.listen((news) => {
      if (news.type === 'passage') {
        needs.tellPassage()
        needs.tellReading(news.decision, partyAt(needs.place.door, needs.clock))
      } else if (news.type === 'covered') needs.tellCoverage(news.seconds, news.light)
      else if (news.type === 'picture') {
        needs.onState(news.state === 'good' ? { at: 'reading' } : { at: 'paused', why: news.state })
      } else if (news.type === 'ended' || news.type === 'failed') finish()
    })
    const watchman = setInterval(() => {
      if (!isInForce(needs.expires, needs.clock.now())) metering.order({ type: 'end' })
    }, 1000)
    const end = () => metering.order({ type: 'end' })
    const finish = () => {
      clearInterval(watchman)
      deaf()
      stop.removeEventListener('abort', end)
      camera.close()
      needs.onState({ at: 'paused', why: 'lost' })
      settle()
    }
    stop.addEventListener('abort', end, { once: true })
    metering.watch(camera.track, 'ambient', needs.place)
  })
}

/** Settles when a device was plugged in, when it is time to try anyway, or when nobody waits any more. */
async function plugged(stop: AbortSignal): Promise<void> {
  using life = new Lifetime()
  await new Promise<void>((settle) => {
    const done = () => settle()
    life.own(setTimeout(done, tryAgain), clearTimeout)
    navigator.mediaDevices?.addEventListener('devicechange', done, { once: true })
    life.onEnd(() => navigator.mediaDevices?.removeEventListener('devicechange', done))
    stop.addEventListener('abort', done, { once: true })
    life.onEnd(() => stop.removeEventListener('abort', done))
  })
}
