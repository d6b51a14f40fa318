import { fail, ok, type Result } from '@riverside/kit'
import type { Camera } from './camera-port.ts'
import { pretendCamera } from './pretend-camera.ts'

export type CameraKind = 'real' | 'pretend' | 'none'
export type CameraProblem = 'no-camera' | 'refused' | 'busy'

/**
 * Opens the camera of this machine. Faces are small in a wide picture, so it asks for 1280×720, and takes what there is.
 * Nothing is heard: no microphone is ever asked for.
 */
export async function openCamera(kind: CameraKind, mode: 'tap' | 'ambient'): Promise<Result<Camera, CameraProblem>> {
  if (kind === 'none') return fail('no-camera')
  if (kind === 'pretend') return ok(pretendCamera(mode === 'tap' ? 'standing' : 'walking'))
  if (navigator.mediaDevices === undefined) return fail('no-camera')
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
    })
    const [track] = stream.getVideoTracks()
    if (track === undefined) return fail('no-camera')
    return ok({ track, close: () => track.stop() })
  } catch (failure) {
    return fail(problemOf(failure))
  }
}

function problemOf(failure: unknown): CameraProblem {
  const name = failure instanceof DOMException ? failure.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'no-camera'
}
