import type { Clock } from '@riverside/kit'
import { useEffect, useRef } from 'react'
import { RiverPrint } from './art/river-print.ts'
import { lying, standing } from './art/river-scene.ts'
import './River.css'

/** The river passing at walking pace in the light of the station's hour. `calm`: it stands still. */
export function River({ clock, calm }: { readonly clock: Clock; readonly calm: boolean }) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const sheets = host.current?.querySelectorAll('canvas')
    const [still, drifting, passing] = sheets ?? []
    if (!still || !drifting || !passing) return
    let print: RiverPrint | undefined
    const compose = () => {
      print?.[Symbol.dispose]()
      const composition = innerHeight > innerWidth ? standing : lying
      const scale =
        Math.max(innerWidth / composition.view.width, innerHeight / composition.view.height) * devicePixelRatio
      print = new RiverPrint({ still, drifting, passing }, composition, Math.min(2, scale), clock, calm)
    }
    compose()
    addEventListener('resize', compose)
    return () => {
      removeEventListener('resize', compose)
      print?.[Symbol.dispose]()
    }
  }, [clock, calm])
  return (
    <div ref={host} className="visit-river" aria-hidden="true">
      <canvas />
      <canvas />
      <canvas />
    </div>
  )
}
