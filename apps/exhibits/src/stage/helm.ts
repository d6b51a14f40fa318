/** What the hands on any helm did: the brass wheel, the keys, the mouse wheel or the helm on the screen. */
export type HelmMove =
  /** A part of a full turn since the last move; positive to starboard (clockwise). */
  | { readonly type: 'turned'; readonly turns: number; readonly by: HelmDriver }
  | { readonly type: 'pressed'; readonly by: HelmDriver }
  | { readonly type: 'connected'; readonly by: HelmDriver }
  | { readonly type: 'lost'; readonly by: HelmDriver }

type HelmDriver = 'serial' | 'keys' | 'wheel' | 'touch' | 'pretend'

/** All helms of a screen behind one port. */
export type Helm = {
  /** Hears every move until the returned function is called. */
  readonly listen: (hear: (move: HelmMove) => void) => () => void
  /** The helm drawn on the screen, and tests, turn it here. */
  readonly move: (move: HelmMove) => void
}
