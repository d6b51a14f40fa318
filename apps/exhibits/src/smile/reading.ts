import { call, recordCoverage, recordReading, type StationFile, type Wire } from '@riverside/contract'
import { type Clock, Lifetime } from '@riverside/kit'
import type { Decision, LightClass } from '@riverside/smile'
import { openCamera } from './camera.ts'
import type { Camera } from './camera-port.ts'
import type { Metering } from './metering.ts'
import { partyAt } from './parties.ts'
import { pictureTrouble, type Trouble } from './smile-words.ts'

/** Milliseconds after which the camera is closed, answer or no answer. The notice says four seconds. */
export const readingLasts = 4000
/** Milliseconds the worker may still think after the camera has been closed. */
const afterthought = 3000

/** What the station made of a reading: whether it counted, and a receipt that says nothing of what was read. */
type Told = { readonly counted: boolean; readonly receipt: string | null }

export type ReadingEnd =
  | ({ readonly type: 'read' } & Told)
  | { readonly type: 'stopped' }
  | { readonly type: 'trouble'; readonly trouble: Trouble }

type Needs = {
  readonly file: StationFile['smile']
  readonly wire: Wire
  readonly clock: Clock
  readonly metering: Metering
  /** The camera is open now; its light is on. */
  readonly onOpen: () => void
}

/**
 * One reading by tap: opens the camera, looks for four seconds, closes it, tells the station the decision and nothing else.
 * The decision is not returned: no screen may show it. Aborting closes the camera at once and counts nothing.
 */
export async function readOnce(needs: Needs, stop: AbortSignal): Promise<ReadingEnd> {
  try {
    await needs.metering.ready
  } catch {
    return { type: 'trouble', trouble: 'not-started' }
  }
  if (stop.aborted) return { type: 'stopped' }
  const camera = await openCamera(needs.file.camera, 'tap')
  if (!camera.ok) return { type: 'trouble', trouble: camera.error }
  if (stop.aborted) {
    camera.value.close()
    return { type: 'stopped' }
  }
  const outcome = await lookThrough(camera.value, needs, stop)
  return outcome.type === 'decided' ? { type: 'read', ...(await tell(needs, outcome.decision)) } : outcome
}

type Outcome = Exclude<ReadingEnd, { type: 'read' }> | { readonly type: 'decided'; readonly decision: Decision }

async function lookThrough(camera: Camera, needs: Needs, stop: AbortSignal): Promise<Outcome> {
  using life = new Lifetime()
  let isOpen = true
  const close = () => {
    if (!isOpen) return
    isOpen = false
    camera.close()
    needs.metering.order({ type: 'end' })
  }
  life.onEnd(close)
  needs.onOpen()
  return await new Promise<Outcome>((settle) => {
    life.own(setTimeout(close, readingLasts), clearTimeout)
    life.own(
      setTimeout(() => settle({ type: 'decided', decision: 'unreadable' }), readingLasts + afterthought),
      clearTimeout,
    )
    let fault: Trouble | undefined
    life.onEnd(
      needs.metering.listen((news) => {
        if (news.type === 'picture') fault = pictureTrouble[news.state]
        if (news.type === 'covered') void reportCoverage(needs, news)
        if (news.type === 'failed') settle({ type: 'trouble', trouble: 'not-started' })
        if (news.type !== 'read') return
        settle(fault ? { type: 'trouble', trouble: fault } : { type: 'decided', decision: news.decision })
      }),
    )
    const onLost = () => settle({ type: 'trouble', trouble: 'lost' })
    camera.track.addEventListener('ended', onLost, { once: true })
    life.onEnd(() => camera.track.removeEventListener('ended', onLost))
    const onStop = () => settle({ type: 'stopped' })
    stop.addEventListener('abort', onStop, { once: true })
    life.onEnd(() => stop.removeEventListener('abort', onStop))
    needs.metering.watch(camera.track, 'tap', needs.file)
  })
}

async function tell({ wire, file, clock }: Needs, decision: Decision): Promise<Told> {
  const party = partyAt(file.door, clock)
  const told = await call(wire, recordReading, { door: file.door, mode: 'opt-in', decision, party })
  return told.ok ? told.value : { counted: false, receipt: null }
}

async function reportCoverage(
  { wire, file }: Needs,
  { seconds, light }: { readonly seconds: number; readonly light: LightClass },
): Promise<void> {
  await call(wire, recordCoverage, { door: file.door, mode: 'opt-in', seconds, light })
}
