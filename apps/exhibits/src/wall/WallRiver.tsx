import { useEffect, useRef } from 'react'
import { drawLantern } from '../visit/art/lanterns.ts'
import type { Press } from '../visit/art/print.ts'
import { lanternsOn } from './lantern-seats.ts'
import { drawWallRiver, type WallSheet } from './wall-print.ts'
import './wall-river.css'

/** Lanterns drift on so many sheets, each at its own pace. */
const sheets = [0, 1, 2] as const

/** The river at night with its lanterns: printed when their number or the screen changes, and moved as whole sheets. */
export function WallRiver({
  entry,
  exit,
  sheet,
}: {
  readonly entry: number
  readonly exit: number
  readonly sheet: WallSheet
}) {
  const ground = useRef<HTMLCanvasElement>(null)
  const water = useRef<HTMLDivElement>(null)
  useEffect(() => onEverySize(() => print(ground.current, sheet, (press) => drawWallRiver(press, sheet))), [sheet])
  useEffect(
    () =>
      onEverySize(() => {
        const lanterns = lanternsOn(sheet.field, { entry, exit })
        const canvases = [...(water.current?.querySelectorAll('canvas') ?? [])]
        for (const [at, canvas] of canvases.entries())
          print(canvas, sheet, (press) => {
            for (const [index, lantern] of lanterns.entries())
              if (index % sheets.length === at) drawLantern(press, lantern)
          })
      }),
    [sheet, entry, exit],
  )
  return (
    <div className="wall-river" aria-hidden="true">
      <canvas ref={ground} />
      <div ref={water} className="wall-water">
        {sheets.map((at) => (
          <canvas key={at} />
        ))}
      </div>
    </div>
  )
}

function onEverySize(draw: () => void): () => void {
  draw()
  addEventListener('resize', draw)
  return () => removeEventListener('resize', draw)
}

function print(canvas: HTMLCanvasElement | null, { view }: WallSheet, draw: (press: Press) => void): void {
  const press = canvas?.getContext('2d')
  if (!canvas || !press) return
  const scale = Math.min(2, (canvas.clientWidth / view.width) * devicePixelRatio || 1)
  canvas.width = Math.round(view.width * scale)
  canvas.height = Math.round(view.height * scale)
  press.setTransform(scale, 0, 0, scale, 0, 0)
  draw(press)
}
