import { call, type Route, type Wire, type WireProblem } from '@riverside/contract'
import type { Language, Result } from '@riverside/kit'
import { createContext, useContext } from 'react'
import type { z } from 'zod'

/** What a signed-in hand may do: call the station, in one language, until it is locked. */
export type Session = {
  readonly language: Language
  readonly wire: Wire
  /** Back to the PIN, with or without having been asked. */
  readonly lock: () => void
}

const SessionContext = createContext<Session | undefined>(undefined)
export const SessionProvider = SessionContext.Provider

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('Nobody is signed in here')
  return session
}

/** Calls the station as staff; where the key is no longer good, the console locks itself. */
export async function ask<Body extends z.ZodType, Reply extends z.ZodType, Problem extends string>(
  session: Session,
  route: Route<Body, Reply, Problem>,
  body: z.input<Body>,
): Promise<Result<z.output<Reply>, Problem | WireProblem>> {
  const answer = await call(session.wire, route, body)
  if (!answer.ok && answer.error === 'not-allowed') session.lock()
  return answer
}
