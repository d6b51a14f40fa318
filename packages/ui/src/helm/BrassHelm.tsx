import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import { poseAt, symmetry } from './anatomy.ts'
import { drawGhost } from './draw-ghost.ts'
import { drawDome, drawKing, drawMarks, drawRim, drawSpokes, type Pen } from './draw-helm.ts'
import './BrassHelm.css'

/** What a hand may ask of a helm that is on the screen. Nothing here makes React render. */
export type HelmHandle = {
  /** Shows the helm turned by this much, radians; positive to starboard (clockwise). 0 has the king spoke on top. */
  turnTo(radians: number): void
}

export type BrassHelmProps = {
  /** From the middle to the tip of a handle, design pixels. */
  readonly radius: number
  readonly ref?: Ref<HelmHandle>
  /** A hand is on it: the brass is one tone lighter. */
  readonly held?: boolean
  /** Glows once, to say: turn me on the screen. */
  readonly glowing?: boolean
  readonly className?: string
}

const layers = [
  { name: 'spokes-0', draw: (pen: Pen) => drawSpokes(pen, 0) },
  { name: 'spokes-1', draw: (pen: Pen) => turned(pen, drawSpokes) },
  { name: 'rim', draw: drawRim },
  { name: 'marks-0', draw: (pen: Pen) => drawMarks(pen, 0) },
  { name: 'marks-1', draw: (pen: Pen) => turned(pen, drawMarks) },
  { name: 'king', draw: drawKing },
  { name: 'dome', draw: drawDome },
] as const

/** The second drawing: turned by half the helm's symmetry, and lit for it. */
function turned(pen: Pen, draw: (pen: Pen, turn: number) => void): void {
  pen.rotate(symmetry / 2)
  draw(pen, symmetry / 2)
}

/**
 * The brass helm. Each layer is cut once into a bitmap; turning moves bitmaps only. What is round stands still and
 * keeps the light; what turns is shown in one of two drawings, lit 1/16 turn apart.
 */
export function BrassHelm({ radius, ref, held = false, glowing = false, className = '' }: BrassHelmProps) {
  const host = useRef<HTMLDivElement>(null)
  useBitmaps(host, layers)
  useImperativeHandle(ref, () => ({ turnTo: (radians) => pose(host.current, radians) }), [])
  useEffect(() => pose(host.current, 0), [])
  return (
    <div
      ref={host}
      className={`helm ${className}`}
      style={{ width: `calc(var(--u) * ${radius * 2})`, height: `calc(var(--u) * ${radius * 2})` }}
      data-held={held || undefined}
      data-glowing={glowing || undefined}
      aria-hidden="true"
    >
      {layers.map(({ name }) => (
        <canvas key={name} data-layer={name} className="helm-layer" />
      ))}
    </div>
  )
}

const ghostLayers = [{ name: 'ghost', draw: drawGhost }] as const

/** The helm scored into the water, for the attract screen. */
export function GhostHelm({ radius, className = '' }: { readonly radius: number; readonly className?: string }) {
  const host = useRef<HTMLDivElement>(null)
  useBitmaps(host, ghostLayers)
  return (
    <div
      ref={host}
      className={`helm ${className}`}
      style={{ width: `calc(var(--u) * ${radius * 2})`, height: `calc(var(--u) * ${radius * 2})` }}
      aria-hidden="true"
    >
      <canvas data-layer="ghost" className="helm-layer" />
    </div>
  )
}

function pose(host: HTMLDivElement | null, radians: number): void {
  if (host === null) return
  const { drawing, rotation } = poseAt(radians)
  for (const layer of host.querySelectorAll<HTMLCanvasElement>('canvas')) {
    const [kind, lit] = (layer.dataset.layer ?? '').split('-')
    if (kind === 'king') layer.style.transform = `rotate(${radians}rad)`
    if (lit === undefined) continue
    layer.style.visibility = Number(lit) === drawing ? 'visible' : 'hidden'
    layer.style.transform = `rotate(${rotation}rad)`
  }
}

type Layer = { readonly name: string; readonly draw: (pen: Pen) => void }

/** Handles reach 1.003 R; a little room keeps their outline whole. */
const room = 1.02

function useBitmaps(host: React.RefObject<HTMLDivElement | null>, drawn: readonly Layer[]): void {
  useEffect(() => {
    const box = host.current
    if (box === null) return
    let size = 0
    const redraw = () => {
      const next = Math.round(box.clientWidth * window.devicePixelRatio)
      if (next === size || next === 0) return
      size = next
      for (const layer of drawn) cutInto(box.querySelector(`[data-layer="${layer.name}"]`), size, layer.draw)
    }
    redraw()
    const watch = new ResizeObserver(redraw)
    watch.observe(box)
    return () => watch.disconnect()
  }, [host, drawn])
}

function cutInto(canvas: HTMLCanvasElement | null, size: number, draw: (pen: Pen) => void): void {
  const pen = canvas?.getContext('2d')
  if (!canvas || !pen) return
  canvas.width = size
  canvas.height = size
  pen.translate(size / 2, size / 2)
  pen.scale(size / 2 / room, size / 2 / room)
  draw(pen)
}
