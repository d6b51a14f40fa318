import { signOut } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { ContentPage } from './content/ContentPage.tsx'
import { FiguresPage } from './figures/FiguresPage.tsx'
import { HelmPage } from './helm/HelmPage.tsx'
import { PageFrame, type PageName } from './page/PageFrame.tsx'
import { PrinterPage } from './printer/PrinterPage.tsx'
import { SignIn } from './session/SignIn.tsx'
import { ask, type Session, SessionProvider } from './session/session.ts'
import { useIdleLock } from './session/use-idle-lock.ts'
import { SmilePage } from './smile/SmilePage.tsx'
import { TodayPage } from './today/TodayPage.tsx'
import './console.css'

const pages = {
  today: TodayPage,
  figures: FiguresPage,
  content: ContentPage,
  smile: SmilePage,
  printer: PrinterPage,
  helm: HelmPage,
} as const satisfies Record<PageName, unknown>

/** The staff desk of one station: a PIN, and behind it six pages. */
export function Console() {
  const [language, setLanguage] = useState<Language>('zh')
  const [token, setToken] = useState<string>()
  const [wasLocked, setWasLocked] = useState(false)
  const [page, setPage] = useState<PageName>('today')
  const lock = useCallback(() => {
    setToken(undefined)
    setWasLocked(true)
  }, [])
  useIdleLock(token !== undefined, lock)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const session = useMemo<Session | undefined>(
    () =>
      token === undefined
        ? undefined
        : { language, lock, wire: { address: '', key: token, fetch: (url, request) => fetch(url, request) } },
    [token, language, lock],
  )

  async function leave(): Promise<void> {
    if (session) await ask(session, signOut, undefined)
    setToken(undefined)
    setWasLocked(false)
    setPage('today')
  }

  const Page = pages[page]
  return (
    <PageFrame
      language={language}
      onLanguage={setLanguage}
      {...(session ? { page, onPage: setPage, onLeave: () => void leave() } : {})}
    >
      {session ? (
        <SessionProvider value={session}>
          <Page onPage={setPage} />
        </SessionProvider>
      ) : (
        <SignIn language={language} wasLocked={wasLocked} onSignedIn={setToken} />
      )}
    </PageFrame>
  )
}
