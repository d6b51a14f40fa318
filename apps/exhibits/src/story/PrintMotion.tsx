import type { Clock } from '@riverside/kit'
import { drawingLasts, type MotionCue } from '@riverside/story'
import { useEffect, useRef } from 'react'
import { partOf, stirPrint } from './stir-print.ts'

/** Milliseconds in which a motion comes and goes. */
const eases = 700

/**
 * Moves one area of a print a little, on the spot, twelve drawings a second, for as long as its cue lasts; then the print is as it was cut.
 * Nothing is drawn while it is held.
 */
export function PrintMotion({
  picture,
  focus,
  cue,
  held,
  lasts,
  clock,
}: {
  /** Address of the print. */
  readonly picture: string
  readonly focus: number
  readonly cue: MotionCue
  /** The story is paused: the drawing stands. */
  readonly held: boolean
  /** Milliseconds this cue has still to go when it is first shown. */
  readonly lasts: number
  readonly clock: Clock
}) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const moved = useRef(0)
  const whole = useRef(lasts)
  const { motion } = cue
  const { x, y, width, height } = cue.area
  useEffect(() => {
    const element = canvas.current
    const bed = element?.parentElement
    if (held || !element || !bed) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let gone = false
    const print = new Image()
    print.src = picture
    void print.decode().then(
      () => {
        if (gone) return
        const stirred = openPart(element, bed, print, { x, y, width, height }, focus)
        if (!stirred) return
        const draw = () => {
          const begun = clock.elapsed()
          moved.current += drawingLasts
          const left = whole.current - moved.current
          stirred(motion, moved.current, Math.max(0, Math.min(1, moved.current / eases, left / eases)))
          timer = setTimeout(draw, Math.max(8, drawingLasts - (clock.elapsed() - begun)))
        }
        draw()
      },
      // A print that cannot be had does not move; the room tells of it elsewhere.
      () => undefined,
    )
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [picture, focus, motion, x, y, width, height, held, clock])
  return <canvas ref={canvas} className="story-motion" data-motion={motion} width={1} height={1} />
}

/** Lays the canvas over the area and gives back how to draw it. */
function openPart(
  canvas: HTMLCanvasElement,
  bed: HTMLElement,
  print: HTMLImageElement,
  area: MotionCue['area'],
  focus: number,
): ((motion: MotionCue['motion'], when: number, strength: number) => void) | undefined {
  const perPixel = devicePixelRatio
  const tray = { width: Math.round(bed.clientWidth * perPixel), height: Math.round(bed.clientHeight * perPixel) }
  const part = partOf(area, { width: print.naturalWidth, height: print.naturalHeight }, tray, focus)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!part || !pen) return undefined
  const { inTray, inPicture } = part
  canvas.width = inTray.width
  canvas.height = inTray.height
  Object.assign(canvas.style, {
    left: `${inTray.x / perPixel}px`,
    top: `${inTray.y / perPixel}px`,
    width: `${inTray.width / perPixel}px`,
    height: `${inTray.height / perPixel}px`,
  })
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(print, inPicture.x, inPicture.y, inPicture.width, inPicture.height, 0, 0, inTray.width, inTray.height)
  const still = new Uint32Array(pen.getImageData(0, 0, inTray.width, inTray.height).data.buffer)
  const drawing = pen.createImageData(inTray.width, inTray.height)
  const into = new Uint32Array(drawing.data.buffer)
  return (motion, when, strength) => {
    stirPrint(still, into, inTray, motion, when, strength)
    pen.putImageData(drawing, 0, 0)
  }
}
