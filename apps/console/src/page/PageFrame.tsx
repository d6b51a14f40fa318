import type { Language } from '@riverside/kit'
import { GougeRule, Slip } from '@riverside/ui'
import type { ReactNode } from 'react'
import './PageFrame.css'

export type PageName = 'today' | 'figures' | 'content' | 'smile' | 'printer' | 'helm'

const names: Readonly<Record<Language, Readonly<Record<PageName, string>>>> = {
  zh: { today: '今天', figures: '报表', content: '内容', smile: '笑脸', printer: '打印机', helm: '舵轮' },
  en: { today: 'Today', figures: 'Figures', content: 'Content', smile: 'Smiles', printer: 'Printer', helm: 'Helm' },
}
const order: readonly PageName[] = ['today', 'figures', 'content', 'smile', 'printer', 'helm']
const words = {
  zh: { other: 'English', leave: '锁上' },
  en: { other: '中文', leave: 'Lock' },
} as const

type PageFrameProps = {
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  /** All three are absent until somebody has signed in. */
  readonly page?: PageName
  readonly onPage?: (page: PageName) => void
  readonly onLeave?: () => void
  readonly children: ReactNode
}

/** The paper every page lies on: its tabs above a cut rule, the other language and the lock at the right. */
export function PageFrame({ language, onLanguage, page, onPage, onLeave, children }: PageFrameProps) {
  return (
    <div className="desk" lang={language}>
      <header className="desk-head">
        <nav>
          {page !== undefined &&
            order.map((name) => (
              <button
                key={name}
                type="button"
                aria-current={name === page ? 'page' : undefined}
                onClick={() => onPage?.(name)}
              >
                {names[language][name]}
              </button>
            ))}
        </nav>
        <div className="desk-service">
          <Slip
            size="service"
            tone="paper-edged"
            name="desk language"
            word={words[language].other}
            onPress={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
          />
          {onLeave && (
            <Slip size="service" tone="paper-edged" name="desk lock" word={words[language].leave} onPress={onLeave} />
          )}
        </div>
        <GougeRule className="desk-rule" />
      </header>
      <main>{children}</main>
    </div>
  )
}
