import { z } from 'zod'

/** The few words only an Electron shell can answer. Everything else goes by HTTP. */
export const shellContract = {
  /** Where the station is now; the address changes when it had to be started again. */
  stationAddress: { input: z.undefined(), output: z.strictObject({ url: z.url(), key: z.string() }) },
  /** The page is alive and has painted. Silence makes the shell load it anew. */
  heartbeat: { input: z.strictObject({ frames: z.number().int().nonnegative() }), output: z.undefined() },
  setVolume: { input: z.number().min(0).max(1), output: z.undefined() },
  /** Leaves the kiosk if the PIN is right; the shell asks the station, not the page. */
  leaveKiosk: {
    input: z.strictObject({ pin: z.string().max(12) }),
    output: z.enum(['left', 'wrong-pin', 'too-many', 'unreachable']),
  },
} as const
export type ShellContract = typeof shellContract
export type ShellCall = keyof ShellContract

/** What the helm says, as the shell passes it on to the page. */
export const HelmNews = z.discriminatedUnion('type', [
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
