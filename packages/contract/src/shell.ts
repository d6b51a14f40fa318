import { z } from 'zod'

/**
 * The few words only an Electron shell can answer. Everything else goes by HTTP, to the page's own origin: the shell passes
 * `/api`, `/packs` and `/t` on to the station, wherever it is now, and adds the screen's key. So a page in the shell speaks
 * with an empty `address` and no `key`, as it does in a browser, and there is no key in the page to be taken.
 */
export const shellContract = {
  /**
   * The page is alive and has painted; `frames` counts them since it was loaded. Said once a second: silence for five
   * seconds makes the shell load the page anew. The first one says that the attract screen is there.
   */
  heartbeat: { input: z.strictObject({ frames: z.number().int().nonnegative() }), output: z.undefined() },
  setVolume: { input: z.number().min(0).max(1), output: z.undefined() },
  /** Leaves the kiosk if the PIN is right; the shell asks the station, not the page. */
  leaveKiosk: {
    input: z.strictObject({ pin: z.string().max(12) }),
    output: z.enum(['left', 'wrong-pin', 'no-pin-yet', 'too-many', 'unreachable']),
  },
} as const
export type ShellContract = typeof shellContract
export type ShellCall = keyof ShellContract

/** What the helm says, as the shell passes it on to the page. */
export const HelmNews = z.discriminatedUnion('type', [
  /** From here on counts are compared with the first that follows: the encoder may have begun again at nought. */
  z.strictObject({ type: z.literal('connected'), device: z.string() }),
  z.strictObject({ type: z.literal('lost') }),
  /** Signed, cumulative counts of the encoder. */
  z.strictObject({ type: z.literal('turned'), counts: z.number().int() }),
  z.strictObject({ type: z.literal('button'), pressed: z.boolean() }),
])
export type HelmNews = z.infer<typeof HelmNews>

/** What the preload puts on `window.shell` for the exhibits. */
export type Shell = {
  readonly [Name in ShellCall]: (
    input: z.input<ShellContract[Name]['input']>,
  ) => Promise<z.output<ShellContract[Name]['output']>>
} & {
  /** Hears the helm until the returned function is called. */
  readonly onHelm: (hear: (news: HelmNews) => void) => () => void
}

/** The channels of the preload: one for calls, one for the helm. No other channel exists. */
export const shellChannel = { call: 'riverside:call', helm: 'riverside:helm' } as const
