import { CutPanel, cutClipPath, Slip } from '@riverside/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { openCamera } from '../smile/camera.ts'
import type { Camera } from '../smile/camera-port.ts'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { photoWords } from './desk-words.ts'
import { type OwnPhoto, photographOf } from './own-photo.ts'
import './PhotoBooth.css'

export type PhotoBoothProps = Pick<ExhibitProps, 'language' | 'service' | 'station'> & {
  readonly onUse: (photo: OwnPhoto) => void
  readonly onLeave: () => void
}

type At =
  | { readonly at: 'asking' | 'opening' | 'no-camera' }
  | { readonly at: 'looking'; readonly camera: Camera; readonly secondsLeft: number | undefined }
  | { readonly at: 'taken'; readonly photo: OwnPhoto }

const edge = cutClipPath({ name: 'the picture to be', width: 1000, height: 840, stray: 3 })

/**
 * A photograph of one's own. Nothing is opened before the visitor says yes here, whatever was said in another room; the camera closes with
 * the picture, and a picture that is not used is gone when this is left.
 */
export function PhotoBooth({ language, service, station, onUse, onLeave }: PhotoBoothProps) {
  const say = photoWords[language]
  const kind = station.file.postcard.camera
  const [state, setState] = useState<At>({ at: 'asking' })
  const video = useRef<HTMLVideoElement>(null)
  const camera = state.at === 'looking' ? state.camera : undefined
  const unused = useRef<OwnPhoto | undefined>(undefined)
  unused.current = state.at === 'taken' ? state.photo : undefined

  useEffect(
    () => () => {
      if (unused.current) URL.revokeObjectURL(unused.current.url)
    },
    [],
  )
  useEffect(() => {
    const shown = video.current
    if (camera === undefined || shown === null) return
    shown.srcObject = new MediaStream([camera.track])
    void shown.play().catch(() => undefined)
    return () => {
      shown.srcObject = null
      camera.close()
    }
  }, [camera])

  // Whoever has left by the time the camera is open never sees it: it closes again at once.
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const open = async () => {
    drop(state)
    setState({ at: 'opening' })
    const opened = await openCamera(kind, 'tap')
    if (!isHere.current) {
      if (opened.ok) opened.value.close()
      return
    }
    setState(opened.ok ? { at: 'looking', camera: opened.value, secondsLeft: undefined } : { at: 'no-camera' })
  }
  const shoot = useCallback(async () => {
    const shown = video.current
    if (shown === null) return
    const photo = await photographOf(shown, { width: shown.videoWidth, height: shown.videoHeight })
    if (!isHere.current) return photo && URL.revokeObjectURL(photo.url)
    setState(photo ? { at: 'taken', photo } : { at: 'no-camera' })
  }, [])

  const secondsLeft = state.at === 'looking' ? state.secondsLeft : undefined
  useEffect(() => {
    if (secondsLeft === undefined) return
    if (secondsLeft === 0) {
      void shoot()
      return
    }
    const timer = setTimeout(
      () => setState((before) => (before.at === 'looking' ? { ...before, secondsLeft: secondsLeft - 1 } : before)),
      1000,
    )
    return () => clearTimeout(timer)
  }, [secondsLeft, shoot])

  const isOpen = state.at === 'looking'
  return (
    <div className="postcard-sheet postcard-booth" data-at={state.at}>
      <div className="postcard-booth-picture">
        <span className="postcard-card-shadow" style={{ clipPath: edge }} />
        <div className="postcard-card-paper postcard-booth-paper" style={{ clipPath: edge }}>
          {isOpen && <video ref={video} muted playsInline />}
          {state.at === 'taken' && <img src={state.photo.url} alt={say.shot} draggable={false} />}
          {!isOpen && state.at !== 'taken' && <Lens />}
          {secondsLeft !== undefined && secondsLeft > 0 && (
            <span className="postcard-booth-count" role="timer">
              {secondsLeft}
            </span>
          )}
        </div>
        <p className="postcard-booth-state" data-open={isOpen || undefined} lang={language} role="status">
          {kind === 'pretend' && isOpen ? say.pretend : stateWord(state, say)}
        </p>
      </div>
      <CutPanel cut={{ name: 'booth', width: 700, height: 640 }} ground="paper" shadow className="postcard-booth-words">
        <h1 lang={language}>{state.at === 'taken' ? say.shot : say.title}</h1>
        {state.at !== 'looking' && state.at !== 'taken' && (
          <p lang={language}>{state.at === 'no-camera' ? say.noCamera : say.promise}</p>
        )}
      </CutPanel>
      <div className="postcard-booth-acts">
        {state.at === 'asking' && (
          <>
            <Slip tone="river" size="main" word={say.yes} name="open the camera" onPress={() => void open()} />
            <Slip tone="river" size="main" word={say.no} name="no photograph" onPress={onLeave} />
          </>
        )}
        {state.at === 'looking' && (
          <>
            <Slip
              tone="rust"
              size="main"
              word={say.shoot}
              name="take the photograph"
              state={state.secondsLeft === undefined ? 'idle' : 'not-now'}
              onPress={() => setState({ ...state, secondsLeft: 3 })}
            />
            <Slip tone="ink-edged" size="main" word={say.no} name="no photograph" onPress={onLeave} />
          </>
        )}
        {state.at === 'taken' && (
          <>
            <Slip
              tone="rust"
              size="main"
              word={say.use}
              after="forward"
              name="use the photograph"
              onPress={() => {
                unused.current = undefined
                onUse(state.photo)
              }}
            />
            <Slip tone="ink-edged" size="main" word={say.again} name="once more" onPress={() => void open()} />
            <Slip
              tone="ink-edged"
              size="main"
              word={say.remove}
              name="delete the photograph"
              onPress={() => {
                drop(state)
                setState({ at: 'asking' })
              }}
            />
          </>
        )}
        {(state.at === 'no-camera' || state.at === 'opening') && (
          <Slip tone="ink-edged" size="main" before="back" word={say.no} name="no photograph" onPress={onLeave} />
        )}
      </div>
      <div className="postcard-booth-service">{service}</div>
    </div>
  )
}

function drop(state: At): void {
  if (state.at === 'taken') URL.revokeObjectURL(state.photo.url)
}

function stateWord(state: At, say: (typeof photoWords)['zh']): string {
  if (state.at === 'looking') return say.ready
  if (state.at === 'opening') return say.opening
  return state.at === 'taken' ? say.closed : say.question
}

/** A lens with its lid on. */
function Lens() {
  return (
    <svg className="postcard-booth-lens" viewBox="-120 -120 240 240" aria-hidden="true">
      <circle r="112" fill="#0a141b" />
      <circle r="104" fill="#c79a4b" />
      <circle r="90" fill="#7e5a22" />
      <circle r="84" fill="#10212b" />
      <path d="M-62 -30Q-40 -66 4 -70Q-34 -52 -62 -30Z" fill="#c9d6d3" opacity="0.55" />
      <path d="M-66 34 66 -38 70 -30 -62 42Z" fill="#c79a4b" />
    </svg>
  )
}
