import type { Language } from '@riverside/kit'
import { Slip, type SlipProps } from '../slip/Slip.tsx'
import { words } from '../words.ts'
import './ServiceCorner.css'

export type ServiceCornerProps = {
  readonly language: Language
  readonly easy: boolean
  readonly onLanguage: (language: Language) => void
  readonly onEasy: (easy: boolean) => void
  /** Absent where the screen hangs low enough for everybody. */
  readonly lowReach?: { readonly on: boolean; readonly onChange: (on: boolean) => void }
  readonly tone?: NonNullable<SlipProps['tone']>
}

/** The corner at the lower right that is always there: the other language in its own letters, 大字, and 低位. */
export function ServiceCorner({
  language,
  easy,
  onLanguage,
  onEasy,
  lowReach,
  tone = 'ink-edged',
}: ServiceCornerProps) {
  const say = words[language]
  return (
    <div className="service-corner">
      <Slip
        size="service"
        tone={tone}
        name="other language"
        word={say.otherLanguage}
        onPress={() => onLanguage(language === 'zh' ? 'en' : 'zh')}
      />
      <Slip
        size="service"
        tone={tone}
        name="easy reading"
        word={easy ? say.notEasy : say.easy}
        onPress={() => onEasy(!easy)}
      />
      {lowReach !== undefined && (
        <Slip
          size="service"
          tone={tone}
          name="low reach"
          word={lowReach.on ? say.notLowReach : say.lowReach}
          onPress={() => lowReach.onChange(!lowReach.on)}
        />
      )}
    </div>
  )
}
