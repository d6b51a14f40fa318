/** Where a panel hangs: its picture's lower edge above the floor and its height, in millimetres. */
export type Panel = { readonly panelBottom: number; readonly panelHeight: number }

/** What a hand reaches from a wheelchair or at a child's height, in millimetres above the floor. */
export const reachBand = { lowest: 380, highest: 1220 } as const

/** The least height and width of whatever is touched, in millimetres. */
const targetSize = 20

/** Shares of the screen's height within which the usual layout has what is touched, from the upper edge. */
const usual = { top: 1 / 3, bottom: 0.98 } as const

/** The low layout has room for its rows in no less than this share of the height. */
const leastRoom = 0.44

export type Reach = {
  /** The usual layout has something out of reach: 低位 is to be offered. */
  readonly isNeeded: boolean
  /** Shares of the screen's height from its upper edge between which everything touched lies in the low layout. */
  readonly top: number
  readonly bottom: number
  /** The least size of a target, as a share of the screen's height. */
  readonly target: number
}

/**
 * What of a panel can be reached by everybody. Where less of it than the rows need lies in the band, the rows keep the room they need at the
 * end that is nearer to the band: low enough for most is better than a layout that falls apart.
 */
export function reachOf({ panelBottom, panelHeight }: Panel): Reach {
  const share = (height: number) => Math.min(1, Math.max(0, (panelBottom + panelHeight - height) / panelHeight))
  const [top, bottom] = [share(reachBand.highest), share(reachBand.lowest)]
  const isNeeded = top > usual.top || bottom < usual.bottom
  const low = Math.max(0.5, top)
  return {
    isNeeded,
    top: Math.min(low, Math.max(0, bottom - leastRoom)),
    bottom: Math.max(bottom, leastRoom),
    target: targetSize / panelHeight,
  }
}
