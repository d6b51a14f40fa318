import { useEffect, useRef } from 'react'
import './Print.css'

/** Pulls a picture on a sheet of the given size; design pixels. */
export type Draw = (press: CanvasRenderingContext2D, width: number, height: number) => void

/** A picture that stands still, printed once for the size of its box and again when the box changes. `draw` is one and the same function. */
export function Print({ draw, className = '' }: { readonly draw: Draw; readonly className?: string }) {
  const sheet = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const canvas = sheet.current
    if (canvas === null) return
    const print = () => {
      const [wide, high] = [canvas.clientWidth, canvas.clientHeight]
      const press = canvas.getContext('2d')
      if (press === null || wide === 0 || high === 0) return
      const unit = designPixel()
      canvas.width = Math.round(wide * devicePixelRatio)
      canvas.height = Math.round(high * devicePixelRatio)
      press.scale(unit * devicePixelRatio, unit * devicePixelRatio)
      draw(press, wide / unit, high / unit)
    }
    print()
    const watch = new ResizeObserver(print)
    watch.observe(canvas)
    return () => watch.disconnect()
  }, [draw])
  return <canvas ref={sheet} className={`visit-print ${className}`} />
}

/** How many CSS pixels a design pixel takes on this screen: the `--u` of the style sheets. */
function designPixel(): number {
  const [wide, high] = innerHeight > innerWidth ? [1080, 1920] : [1920, 1080]
  return Math.min(innerWidth / wide, innerHeight / high)
}
