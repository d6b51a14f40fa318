import { useEffect, useRef, useState } from 'react'
import { drawCode } from './qr-code.ts'

export type LinkCodeProps = {
  readonly text: string
  readonly level: 'L' | 'M'
  /** What stands in its place where it could not be read back. */
  readonly broken: string
}

/** The code with whole device pixels for each module; only shown once it was read back from them. */
export function LinkCode({ text, level, broken }: LinkCodeProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [side, setSide] = useState<number | undefined | 'broken'>(undefined)
  useEffect(() => {
    if (canvas.current === null || frame.current === null) return
    const { clientWidth, clientHeight } = frame.current
    const most = Math.floor(Math.min(clientWidth, clientHeight) * devicePixelRatio)
    setSide(drawCode(canvas.current, text, level, most) ?? 'broken')
  }, [text, level])
  const size = typeof side === 'number' ? `${side / devicePixelRatio}px` : '0px'
  return (
    <div ref={frame} className="postcard-code-frame">
      <canvas ref={canvas} style={{ width: size, height: size }} data-link-code={typeof side === 'number'} />
      {side === 'broken' && <p>{broken}</p>}
    </div>
  )
}
