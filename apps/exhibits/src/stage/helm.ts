import type { HelmSight } from '@riverside/voyage'

/** What the hands on any helm did: the brass wheel, the keys, the mouse wheel or the helm on the screen. */
export type HelmMove =
  /** A part of a full turn since the last move; positive to starboard (clockwise). */
  | { readonly type: 'turned'; readonly turns: number; readonly by: HelmHand }
  | { readonly type: 'pressed'; readonly by: HelmHand }
  /** The station's own wheel came or went. */
  | { readonly type: 'connected'; readonly by: OwnWheelKind }
  | { readonly type: 'lost'; readonly by: OwnWheelKind }

/** The wheels a station can have of its own; its station file says which. */
export type OwnWheelKind = 'serial' | 'pulse-keys' | 'gamepad'
type HelmHand = OwnWheelKind | 'keys' | 'wheel' | 'touch'

/** Whether the station has a wheel of its own, and whether it is there. A wheel that plays a keyboard cannot be missed. */
export type OwnWheelState = 'none' | 'ready' | 'lost'

/** All helms of a screen behind one port. */
export type Helm = {
  /** Hears every move until the returned function is called. */
  readonly listen: (hear: (move: HelmMove) => void) => () => void
  /** The helm drawn on the screen, and tests, turn it here. */
  readonly move: (move: HelmMove) => void
  readonly ownWheel: () => OwnWheelState
}

/** What only the stage may do with the helms. Whoever opened them disposes of them. */
export type OpenHelm = Helm &
  Disposable & {
    /** Sees what the own wheel says before any setting is applied, until the returned function is called: for its calibration. */
    readonly watch: (see: (sight: HelmSight) => void) => () => void
    /** Keeps what hands do from everybody who listens, until the returned function is called. */
    readonly mute: () => () => void
  }
