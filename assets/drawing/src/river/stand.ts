import { Builder } from './builder.ts'
import type { Cutout } from './cutout.ts'
import { afloat } from './fleet.ts'
import { launchPlan } from './launch.ts'
import { bridge } from './model/bridge.ts'
import { gulls } from './model/craft.ts'
import { demonstration, sectionFrom, sectionTo } from './model/demonstration.ts'
import { creek, creekMouth, eastQuayNow, eastQuayThen, workingQuay } from './model/east-quay.ts'
import { eastWharfNow, whangpooWharf } from './model/east-wharf.ts'
import { ewoMill } from './model/ewo-mill.ts'
import { ferryLanding } from './model/ferry-landing.ts'
import { fishWharf } from './model/fish-wharf.ts'
import { godowns } from './model/godowns.ts'
import { greenHill, reachBeforeHill } from './model/green-hill.ts'
import { type Gap, ground } from './model/ground.ts'
import { lumberYard } from './model/lumber-yard.ts'
import { oldResidence } from './model/old-residence.ts'
import { promenadeLife } from './model/promenade.ts'
import { salvage } from './model/salvage.ts'
import { stack } from './model/sheds.ts'
import { shipyard, yardMouths } from './model/shipyard.ts'
import { farBank, lujiazui, powerPlant } from './model/skyline.ts'
import { smoke } from './model/smoke.ts'
import { town } from './model/town.ts'
import { boardwalk, boardwalkFrom, boardwalkTo, quayCargo, timberJetty, waterworks } from './model/waterworks.ts'
import { terminal } from './model/wharf.ts'
import { woolStore } from './model/wool-store.ts'
import { type Scenery, scenery } from './scenery.ts'
import { heights, onShore, shoreBearing } from './shore.ts'

/** Where an eye stands, and when. */
export type Stand = {
  readonly chainage: number
  /** Metres from the quay: on the water, or below 0 on land. */
  readonly off: number
  /** Metres above the water. On the water our own boat lies under the eye. */
  readonly eye: number
  readonly year: number
  /** Figures set on the quay for one picture. */
  readonly ashore?: readonly Ashore[]
}

type Ashore = {
  readonly figure: Cutout
  readonly chainage: number
  readonly inland: number
  readonly mirrored?: boolean
}

const reach = { from: -2000, to: 5900 }

/** Everything that stands along both banks in a year, as seen from one place. */
export function stand(s: Stand): Scenery {
  const at = onShore(s.chainage, -s.off)
  const b = new Builder(s.year, at, s.eye)
  const now = b.in(1990)
  const gaps: Gap[] = yardMouths(b).map((d) => ({ from: d.from, to: d.to, open: true }))
  gaps.push({ ...creek, open: true })
  if (b.in(2017)) gaps.push({ from: boardwalkFrom, to: boardwalkTo, railed: true })
  if (b.in(2016)) gaps.push({ from: sectionFrom, to: sectionTo, railed: true })
  ground(b, gaps, reach.from, reach.to, s.ashore ? 34 : 12)
  town(b, reach.from, reach.to)
  farBank(b, reach.from, reach.to)
  if (now) lujiazui(b)
  powerPlant(b)
  if (b.in(1883)) waterworks(b)
  if (b.in(2017)) boardwalk(b)
  if (now) {
    terminal(b)
    eastWharfNow(b)
  } else {
    whangpooWharf(b)
    for (const at of [1434, 1580]) timberJetty(b, at, 17, 14)
    quayCargo(b, 1300, 1700, 43)
    smoke(b, b.shore(1434, 38, 42), 130, 7)
    for (const [i, c] of [1640, 1790, 1950, 2140].entries()) smoke(b, stack(b, c, 95, 30 + i * 3), 110 + i * 12, 40 + i)
  }
  shipyard(b)
  woolStore(b)
  ewoMill(b)
  demonstration(b)
  promenadeLife(b)
  fishWharf(b)
  oldResidence(b)
  creekMouth(b)
  eastQuayNow(b)
  eastQuayThen(b)
  greenHill(b)
  reachBeforeHill(b)
  lumberYard(b)
  salvage(b)
  godowns(b)
  ferryLanding(b)
  workingQuay(b)
  if (b.in(1993)) bridge(b)
  afloat(b)
  gullsRound(b)
  for (const a of s.ashore ?? [])
    b.standing(a.figure, b.shore(a.chainage, heights.quay, a.inland), 0.7, a.mirrored ?? false)
  return scenery(b, s.off > 0 ? launchPlan(shoreBearing(s.chainage)) : () => -1)
}

function gullsRound(b: Builder): void {
  const chance = b.chance(91)
  for (let i = 0; i < 11; i++) {
    const turn = (chance() * 360 * Math.PI) / 180
    const far = 90 + chance() * 120
    const up = far * (0.09 + chance() * 0.14)
    b.standing(gulls[i % 2]!, [Math.sin(turn) * far, up, Math.cos(turn) * far], 0, chance() < 0.5, 1.1)
  }
}
