import { call, type FaceFrame, holdDoorView, type StationFile, type Wire } from '@riverside/contract'
import { type Language, Lifetime } from '@riverside/kit'
import { CutPanel, Slip } from '@riverside/ui'
import { useEffect, useRef, useState } from 'react'
import { openCamera } from './camera.ts'
import { Metering } from './metering.ts'
import { aimingWords, cameraWords, type Trouble, troubleWords } from './smile-words.ts'
import './StaffCamera.css'

/** Milliseconds between two questions whether the hand that holds the view is still signed in. */
const askEach = 400

export type StaffCameraProps = {
  readonly smile: StationFile['smile']
  /** Speaks to the station as staff; once it is refused the view closes. */
  readonly wire: Wire
  readonly language: Language
  readonly onClose: () => void
}

/**
 * What the camera sees, on its own screen, to aim it by. It shows while a hand presses and no longer: letting go, signing out or
 * looking away closes the camera. The picture goes from the camera to this screen and nowhere else; nobody is judged and nothing kept.
 */
export function StaffCamera({ smile, wire, language, onClose }: StaffCameraProps) {
  const say = aimingWords[language]
  const [isHeld, setHeld] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [faces, setFaces] = useState<readonly FaceFrame[]>([])
  // As wide to its height as the camera's own picture, so that frames lie where the faces are.
  const [shape, setShape] = useState(16 / 9)
  const shown = useRef<HTMLVideoElement>(null)
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    if (!isHeld) return
    const release = () => setHeld(false)
    const released = ['pointerup', 'pointercancel', 'blur', 'contextmenu'] as const
    for (const event of released) addEventListener(event, release)
    document.addEventListener('visibilitychange', release)
    const life = new Lifetime()
    const stop = new AbortController()
    life.onEnd(() => stop.abort())
    void look({ smile, wire, screen: shown.current, life, stop: stop.signal, onFaces: setFaces }).then((end) => {
      if (end === 'signed-out') close.current()
      else if (end !== undefined) setTrouble(end)
    })
    return () => {
      for (const event of released) removeEventListener(event, release)
      document.removeEventListener('visibilitychange', release)
      life[Symbol.dispose]()
      setFaces([])
    }
  }, [isHeld, smile, wire])

  const hold = () => {
    setTrouble(undefined)
    setHeld(true)
  }
  const isOff = smile.mode === 'off'
  return (
    <section className="staff-camera" lang={language} data-held={isHeld || undefined}>
      <CutPanel
        cut={{ name: 'staff camera', width: 1640, height: 960 }}
        ground="paper"
        shadow
        className="staff-camera-sheet"
      >
        <div className="staff-camera-columns">
          <div className="staff-camera-words">
            <h1>{say.title}</h1>
            <div role="status">
              {trouble === undefined ? (
                say.lines.map((line) => <p key={line}>{line}</p>)
              ) : (
                <p className="staff-camera-trouble">
                  {cameraWords[trouble][language]}
                  {language === 'zh' ? '。' : '. '}
                  {troubleWords[trouble][language]}
                </p>
              )}
              {isHeld && <p className="staff-camera-count">{say.faces(faces.length)}</p>}
            </div>
            <div className="staff-camera-slips">
              <div className="staff-camera-hold" onPointerDown={isOff ? undefined : hold}>
                <Slip tone="rust" word={say.hold} state={isOff ? 'not-now' : 'idle'} onPress={() => {}} />
              </div>
              <Slip tone="paper-edged" before="back" word={say.leave} onPress={onClose} />
            </div>
          </div>
          <div className="staff-camera-view" style={{ aspectRatio: shape }}>
            <video
              ref={shown}
              muted
              playsInline
              tabIndex={-1}
              onLoadedMetadata={({ currentTarget: { videoWidth, videoHeight } }) => setShape(videoWidth / videoHeight)}
            />
            {isHeld &&
              faces.map((face) => (
                <span
                  key={`${face.x} ${face.y}`}
                  style={{
                    left: `${face.x * 100}%`,
                    top: `${face.y * 100}%`,
                    width: `${face.width * 100}%`,
                    height: `${face.height * 100}%`,
                  }}
                />
              ))}
            {!isHeld && <p>{isOff ? cameraWords['switched-off'][language] : cameraWords.off[language]}</p>}
          </div>
        </div>
      </CutPanel>
    </section>
  )
}

type LookNeeds = {
  readonly smile: StationFile['smile']
  readonly wire: Wire
  readonly screen: HTMLVideoElement | null
  readonly life: Lifetime
  readonly stop: AbortSignal
  readonly onFaces: (faces: readonly FaceFrame[]) => void
}

/** Opens camera and reader for as long as `stop` allows, and says why it ended where nobody let go. */
async function look({
  smile,
  wire,
  screen,
  life,
  stop,
  onFaces,
}: LookNeeds): Promise<Trouble | 'signed-out' | undefined> {
  const mayLook = async () => {
    const held = await call(wire, holdDoorView, undefined)
    return held.ok && held.value.mode !== 'off'
  }
  if (!(await mayLook())) return stop.aborted ? undefined : 'signed-out'
  if (stop.aborted || screen === null) return undefined
  const opened = await openCamera(smile.camera, 'ambient')
  if (!opened.ok) return opened.error
  const camera = opened.value
  if (stop.aborted) {
    camera.close()
    return undefined
  }
  life.own(camera, (each) => each.close())
  screen.srcObject = new MediaStream([camera.track])
  life.onEnd(() => {
    screen.srcObject = null
  })
  void screen.play().catch(() => undefined)
  const metering = life.own(new Metering(), (each) => each[Symbol.dispose]())
  let seen: FaceFrame[] = []
  life.onEnd(
    metering.listen((news) => {
      if (news.type === 'framed') {
        const { type: _, ...where } = news
        seen.push(where)
      } else if (news.type === 'looked') {
        onFaces(seen)
        seen = []
      }
    }),
  )
  metering.watch(camera.track, 'aim', smile)
  while (!stop.aborted) {
    await new Promise((settle) => setTimeout(settle, askEach))
    if (!stop.aborted && !(await mayLook())) return 'signed-out'
    if (camera.track.readyState === 'ended' && !stop.aborted) return 'lost'
  }
  return undefined
}
