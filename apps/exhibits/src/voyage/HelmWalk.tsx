import type { Clock } from '@riverside/kit'
import { HelmFrame } from '@riverside/ui'
import { type RefObject, useEffect, useState } from 'react'
import type { Helm } from '../stage/helm.ts'

/** Parts of a full turn from one control to the next. */
const stepTurns = 1 / 10

/** Milliseconds in which a sheet has certainly come to rest. */
const slideTakes = 500

/** Whatever can be pressed or slid, as a keyboard finds it. */
const controls = 'button:not([aria-disabled=true]):not([data-hub]), [role=slider]'

type Box = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly name: string
}

/**
 * While `walking`, the helm goes from control to control and its button presses the one that is framed; a slider is taken hold of
 * by one press, turned, and let go by the next. The keyboard's own focus wears the same brass frame.
 */
export function HelmWalk({
  helm,
  root,
  walking,
  byHelm,
  clock,
  onRested,
}: {
  readonly helm: Helm
  readonly root: RefObject<HTMLElement | null>
  readonly walking: boolean
  /** The helm itself brought the visitor here: something is framed at once. A finger sees no frame until the helm is turned. */
  readonly byHelm: boolean
  readonly clock: Clock
  /** Nobody has walked on for a while. */
  readonly onRested: () => void
}) {
  const box = useFocusBox(root)

  useEffect(() => {
    if (!walking) return
    let turned = 0
    let holding = false
    let touchedAt = clock.elapsed()
    const all = () =>
      [...(root.current?.querySelectorAll<HTMLElement>(controls) ?? [])].filter(
        (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]'),
      )
    const current = () => all().find((one) => one === document.activeElement)
    const go = (element: HTMLElement | undefined) => element?.focus({ focusVisible: true } as FocusOptions)
    if (byHelm && !current()) go(all().find((one) => one.matches('[data-tone=rust]')) ?? all()[0])
    const stop = helm.listen((move) => {
      touchedAt = clock.elapsed()
      if (move.type === 'pressed') {
        const here = current()
        if (here?.role === 'slider') holding = !holding
        else if (here) here.click()
        else go(all()[0])
      } else if (move.type === 'turned') {
        turned += move.turns
        const steps = Math.trunc(turned / stepTurns)
        if (steps === 0) return
        turned -= steps * stepTurns
        if (holding && current()?.role === 'slider') nudge(current(), steps)
        else go(next(all(), current(), steps))
      }
    })
    const timer = setInterval(() => clock.elapsed() - touchedAt > 8_000 && onRested(), 1000)
    return () => {
      stop()
      clearInterval(timer)
    }
  }, [helm, root, walking, byHelm, clock, onRested])

  if (!box) return null
  const { name, ...place } = box
  return (
    <div className="voyage-focus" style={place}>
      <HelmFrame name={name} width={place.width} height={place.height} />
    </div>
  )
}

function next(all: readonly HTMLElement[], here: HTMLElement | undefined, steps: number): HTMLElement | undefined {
  const at = here ? all.indexOf(here) : -1
  return all[(((at + steps) % all.length) + all.length) % all.length]
}

function nudge(slider: HTMLElement | undefined, steps: number): void {
  for (let step = 0; step < Math.abs(steps); step += 1) {
    slider?.dispatchEvent(
      new KeyboardEvent('keydown', { key: steps > 0 ? 'ArrowRight' : 'ArrowLeft', bubbles: true, cancelable: true }),
    )
  }
}

/** Where the focused control is, as long as its focus is to be seen. */
function useFocusBox(root: RefObject<HTMLElement | null>): Box | undefined {
  const [box, setBox] = useState<Box | undefined>(undefined)
  useEffect(() => {
    const host = root.current
    if (!host) return
    let looking = 0
    let until = 0
    const look = () => {
      const focused = document.activeElement
      if (!(focused instanceof HTMLElement) || !host.contains(focused) || !focused.matches(':focus-visible'))
        return setBox(undefined)
      const { left, top, width, height } = focused.getBoundingClientRect()
      // Paper that slides in takes its frame along.
      if (performance.now() < until) looking = requestAnimationFrame(look)
      setBox({ left, top, width, height, name: focused.textContent || focused.ariaLabel || 'control' })
    }
    const follow = () => {
      cancelAnimationFrame(looking)
      until = performance.now() + slideTakes
      look()
    }
    host.addEventListener('focusin', follow)
    host.addEventListener('focusout', follow)
    // A slow machine may slide for longer: the end of any slide is looked at once more.
    host.addEventListener('animationend', look)
    addEventListener('resize', look)
    return () => {
      cancelAnimationFrame(looking)
      host.removeEventListener('focusin', follow)
      host.removeEventListener('focusout', follow)
      host.removeEventListener('animationend', look)
      removeEventListener('resize', look)
    }
  }, [root])
  return box
}
