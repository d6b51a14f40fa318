import { mediaPath } from '@riverside/contract'
import { type Carving, lastsOf } from '@riverside/story'
import { CutPanel, Seal, TitleSlip, words } from '@riverside/ui'
import { useEffect, useState } from 'react'
import { wire } from '../stage/station-link.ts'
import { SandTray } from '../story/SandTray.tsx'
import { surfaceStyle } from '../story/surface.ts'
import recorded from '../story/two-hands.json' with { type: 'json' }
import { storyWords } from '../story/words.ts'
import type { AttractProps } from './attract-props.ts'
import { useCalm } from './use-calm.ts'
import { visitWords } from './words.ts'
import './SandAttract.css'

/** Two hands that carved once, felt by the very tray they carve again. */
const twoHands = recorded as unknown as Carving

/** Milliseconds a print lies open before fresh sand falls on it. */
const liesOpen = 9000

/** A screen of sand alone: a recorded carving uncovers one print after the other. A touch wakes it, and is felt by the sand. */
export default function SandAttract({
  station,
  clock,
  chance,
  language,
  reducedMotion,
  onWake,
  service,
}: AttractProps) {
  const calm = useCalm(reducedMotion)
  const say = visitWords[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const prints = station.pack.pack.stories.flatMap(({ chapters }) => chapters)
  const [shown, setShown] = useState(0)
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const there = prints.filter(({ picture }) => !missing.has(picture))
  const print = there[shown % Math.max(1, there.length)]
  useEffect(() => {
    const timer = setInterval(() => setShown((before) => before + 1), lastsOf(twoHands) + liesOpen)
    return () => clearInterval(timer)
  }, [])
  const address = print && `${wire.address}${mediaPath(station.pack.hash, print.picture)}`
  return (
    <section
      className="visit-sand"
      lang={language}
      style={surfaceStyle(station.file.screen.display)}
      onPointerDown={onWake}
    >
      <div className="visit-sand-tray">
        {print && address && (
          <SandTray
            picture={address}
            pictureText={print.pictureText[language]}
            focus={print.focus}
            label={storyWords[language].tray}
            clock={clock}
            chance={chance}
            carving={twoHands}
            reducedMotion={calm}
            mirrored={station.file.screen.display === 'hologram'}
            onHand={() => {}}
            onMissing={() => setMissing((before) => new Set([...before, print.picture]))}
          />
        )}
      </div>
      <div className="visit-sand-title">
        {language === 'zh' ? (
          <TitleSlip lines={[words.zh.story]} size={118} />
        ) : (
          <TitleSlip lines={words.en.story.split(' ')} size={72} />
        )}
        <Seal characters={words.zh.station} size={104} />
      </div>
      <div className="visit-sand-words">
        <p lang={language}>{storyWords[language].brush}</p>
        <p lang={other}>{storyWords[other].brush}</p>
      </div>
      <footer className="visit-sand-foot">
        <CutPanel cut={{ name: 'touch the sand', width: 420, height: 110, stray: 4 }} ground="ink">
          <p className="visit-attract-touch">
            <button type="button" onClick={onWake}>
              {say.touch}
            </button>
            <span lang={other}>{visitWords[other].touch}</span>
          </p>
        </CutPanel>
        <div onPointerDown={(touch) => touch.stopPropagation()}>{service}</div>
      </footer>
    </section>
  )
}
