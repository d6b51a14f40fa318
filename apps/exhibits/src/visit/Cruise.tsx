import type { Station } from '@riverside/contract'
import type { Clock } from '@riverside/kit'
import { useEffect, useMemo, useState } from 'react'
import { wire } from '../stage/station-link.ts'
import { CruiseSailing } from '../voyage/cruise-sailing.ts'
import { RiverView } from '../voyage/RiverView.tsx'
import { washAt } from './wash.ts'

/** Milliseconds from one frame to the next: at most thirty a second, for a screen nobody is looking at yet. */
const beat = 1000 / 30

/** Milliseconds between two looks at the sun. */
const daylight = 60_000

/** The panorama sails by itself, in the light of the hour: from halt to halt, and drawing nothing while it lies at one. */
export default function Cruise({ station, clock }: { readonly station: Station; readonly clock: Clock }) {
  const { nodes, stops } = station.pack.pack
  const { metresPerTurn } = station.file.helm
  const sailing = useMemo(
    () => new CruiseSailing(nodes, stops, metresPerTurn, clock),
    [nodes, stops, metresPerTurn, clock],
  )
  const [wash, setWash] = useState(() => washAt(clock.now()))
  useEffect(() => {
    const timer = setInterval(() => setWash(washAt(clock.now())), daylight)
    return () => clearInterval(timer)
  }, [clock])
  useEffect(() => {
    const timer = setInterval(() => !document.hidden && sailing.goOn(), beat)
    return () => clearInterval(timer)
  }, [sailing])
  return (
    <div className="visit-cruise" aria-hidden="true">
      <RiverView sailing={sailing} station={station} wire={wire} clock={clock} />
      <div className="visit-cruise-wash" style={{ background: wash }} />
    </div>
  )
}
