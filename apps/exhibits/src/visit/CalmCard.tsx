import type { Language } from '@riverside/kit'
import { Slip } from '@riverside/ui'
import { drawNightRiver } from './art/scrolls.ts'
import { PaperBeside } from './PaperBeside.tsx'
import { visitWords } from './words.ts'

/** A room in trouble: no code, no blame, and a way on. */
export function CalmCard({ language, onBack }: { readonly language: Language; readonly onBack: () => void }) {
  const say = visitWords[language]
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return (
    <PaperBeside name="calm card" picture={drawNightRiver}>
      <h1 className="visit-beside-title" lang={language}>
        {say.calmTitle}
      </h1>
      <p className="visit-beside-other" lang={other}>
        {visitWords[other].calmTitle}
      </p>
      <p className="visit-beside-body" lang={language}>
        {say.calmBody}
      </p>
      <p className="visit-beside-body-other" lang={other}>
        {visitWords[other].calmBody}
      </p>
      <div className="visit-beside-act">
        <Slip
          tone="rust"
          size="main"
          before="back"
          word={say.calmBack}
          under={visitWords[other].calmBack}
          onPress={onBack}
        />
      </div>
    </PaperBeside>
  )
}
