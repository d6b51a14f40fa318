import type { HelmNews, Shell } from '@riverside/contract'

/** A brass wheel that is not there: says over the shell's own wire what a hand does to it. */
export function pretendShellHelm(start = 0): Pick<Shell, 'onHelm'> & {
  turn: (counts: number) => void
  press: () => void
  unplug: () => void
  plugIn: (counts?: number) => void
} {
  const hearers = new Set<(news: HelmNews) => void>()
  let counts = start
  const say = (news: HelmNews) => {
    for (const hear of [...hearers]) hear(news)
  }
  return {
    onHelm(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    turn(by) {
      counts += by
      say({ type: 'turned', counts })
    },
    press() {
      say({ type: 'button', pressed: true })
      say({ type: 'button', pressed: false })
    },
    unplug: () => say({ type: 'lost' }),
    plugIn(begins = 0) {
      counts = begins
      say({ type: 'connected', device: 'pretend' })
      say({ type: 'turned', counts })
    },
  }
}
