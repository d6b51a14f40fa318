import type { Language } from '@riverside/kit'
import { Slip } from '@riverside/ui'
import { drawNightRiver } from './art/scrolls.ts'
import { PaperBeside } from './PaperBeside.tsx'
import { visitWords } from './words.ts'

/** The last thing a visitor sees: a wish, and that the screen has forgotten them. */
export function Farewell({ language, onEnd }: { readonly language: Language; readonly onEnd: () => void }) {
  const say = visitWords[language]
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return (
    <PaperBeside name="farewell" picture={drawNightRiver}>
      <h1 className="visit-beside-title" lang={language}>
        {say.farewellTitle.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h1>
      <p className="visit-beside-other" lang={other}>
        {visitWords[other].farewellTitle.join(other === 'zh' ? '，' : ' ')}
      </p>
      <p className="visit-beside-body" lang={language}>
        {say.farewellBody}
      </p>
      <p className="visit-beside-body-other" lang={other}>
        {visitWords[other].farewellBody}
      </p>
      <div className="visit-beside-act">
        <Slip tone="rust" size="main" word={say.farewellEnd} under={visitWords[other].farewellEnd} onPress={onEnd} />
      </div>
    </PaperBeside>
  )
}
