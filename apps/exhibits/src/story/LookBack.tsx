import { mediaPath } from '@riverside/contract'
import type { Story } from '@riverside/story'
import { CutPanel, Seal, Slip, TitleSlip } from '@riverside/ui'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { Caption } from './Caption.tsx'
import { ClearZone } from './ClearZone.tsx'
import './LookBack.css'
import { Narrator } from './Narrator.tsx'
import { SandTray } from './SandTray.tsx'
import './surface.css'
import { useDisplay } from './use-display.ts'
import { useTelling } from './use-telling.ts'
import { numeral, storyWords } from './words.ts'

/** 回首滨江: a story told by sand, voice and caption. */
export function LookBack(props: ExhibitProps) {
  const [story] = props.station.pack.pack.stories
  return story ? <ToldStory key={story.id} {...props} story={story} /> : null
}

/** Letters the caption's band holds in the larger type and in the usual one. */
const capacities = { zh: { usual: 62, easy: 62 }, en: { usual: 150, easy: 150 } } as const

type Choice = 'play' | 'back' | number

function ToldStory({ story, ...props }: ExhibitProps & { readonly story: Story }) {
  const { station, wire, language, easy, clock, chance, reducedMotion, helm, service, onLeave, onPlaying } = props
  const say = storyWords[language]
  const address = useCallback(
    (media: string) => `${wire.address}${mediaPath(station.pack.hash, media)}`,
    [wire.address, station.pack.hash],
  )
  const volume = station.file.volume.ceiling
  const { telling, phrases, told, teller, tell } = useTelling(story, language, address, volume, clock, onPlaying)
  const display = useDisplay(station.file.screen, wire)
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const chapter = story.chapters[telling.chapter]

  const choices = useRef<readonly Choice[]>([])
  choices.current = useMemo(() => ['play', ...story.chapters.keys(), 'back'], [story])
  const take = (choice: Choice) => {
    if (choice === 'back') onLeave()
    else if (choice === 'play') tell({ type: 'playPressed' })
    else tell({ type: 'chapterChosen', chapter: choice })
  }
  const framed = useHelmChoice(helm, true, choices, take)

  if (!chapter) return null
  const picture = address(chapter.picture)
  const { at } = telling.voice
  const recording = chapter.voice[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const words = (
    <Caption
      chapter={chapter}
      language={language}
      phrases={phrases}
      told={told}
      capacity={capacities[language][easy ? 'easy' : 'usual']}
    />
  )
  return (
    <section
      className="story"
      {...display.room}
      data-easy={easy || undefined}
      data-teller={teller}
      aria-label={story.title[language]}
    >
      {display.surface === 'hologram' && (
        <Narrator
          phrases={phrases}
          language={language}
          recording={recording === undefined || teller !== 'recording' ? undefined : address(recording.media)}
          told={told}
          rate={1}
          isTelling={at === 'telling'}
          clock={clock}
          reducedMotion={reducedMotion}
          label={say.narrator}
        />
      )}
      <div className="story-tray" style={display.tray}>
        {missing.has(picture) ? (
          <CutPanel
            cut={{ name: 'page without a print', width: 1428, height: 748 }}
            ground="paper"
            className="story-paper"
          >
            {words}
            <p className="story-paper-note" lang={language}>
              {say.missing}
            </p>
          </CutPanel>
        ) : (
          <SandTray
            picture={picture}
            pictureText={chapter.pictureText[language]}
            focus={chapter.focus}
            label={say.tray}
            clock={clock}
            chance={chance}
            reducedMotion={reducedMotion}
            mirrored={display.surface === 'hologram'}
            onHand={(came) => tell(came ? { type: 'handCame' } : { type: 'handLeft', when: clock.elapsed() })}
            onMissing={(lost) => setMissing((before) => new Set([...before, lost]))}
          />
        )}
      </div>
      {display.zone && <ClearZone corners={display.zone.corners} />}
      {display.table && !missing.has(picture) && (
        <div className="story-far" aria-hidden="true">
          {words}
        </div>
      )}
      <div className="story-title">
        <TitleSlip
          lines={language === 'zh' ? [story.title.zh] : linesOf(story.title.en)}
          size={language === 'zh' ? titleSize(story.title.zh.length) : 60}
        />
        <span className="story-seal">
          <Seal characters="回首" size={88} />
        </span>
        <p className="story-title-other" lang={other}>
          {story.title[other]}
        </p>
        <p className="story-place" lang={language}>
          {say.place(telling.chapter, story.chapters.length)}
        </p>
        <p className="story-hint" lang={language}>
          {say.brush}
        </p>
        <p className="story-hint story-hint-other" lang={other}>
          {storyWords[other].brush}
        </p>
      </div>
      {!missing.has(picture) && <div className="story-words">{words}</div>}
      <div className="story-foot">
        <div className="story-back">
          <Slip tone="ink-edged" word={say.rooms} before="back" onPress={onLeave} helmed={framed === 'back'} />
        </div>
        <p className="story-aside" lang={language === 'zh' && !easy ? 'en' : language}>
          {language === 'zh' && !easy ? chapter.caption.en : say.brush}
        </p>
        <nav className="story-chapters" data-many={story.chapters.length > 4 || undefined}>
          {story.chapters.map(({ id }, index) => (
            <Slip
              key={id}
              name={`chapter ${id}`}
              className={`story-chapter${index > telling.chapter ? ' story-chapter-ahead' : ''}`}
              size="service"
              tone={index === telling.chapter ? 'red' : 'ink-edged'}
              word={language === 'zh' ? numeral(index) : `${index + 1}`}
              label={say.chapter(index)}
              helmed={framed === index}
              onPress={() => tell({ type: 'chapterChosen', chapter: index })}
            />
          ))}
        </nav>
        <div className="story-service">{service}</div>
      </div>
      <div className="story-play">
        <Slip
          name="telling"
          tone="red"
          word={at === 'ended' ? say.again : at === 'paused' ? say.goOn : say.telling}
          before={at === 'ended' || at === 'paused' ? 'play' : 'pause'}
          helmed={framed === 'play'}
          onPress={() => tell({ type: 'playPressed' })}
        />
      </div>
    </section>
  )
}

/** A Chinese title fills its slip, whatever it counts. Design pixels. */
const titleSize = (letters: number) => Math.min(106, Math.round(425 / letters))

/** English titles stand in lines of about a dozen letters. */
function linesOf(title: string): readonly string[] {
  const lines: string[] = []
  for (const word of title.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 9) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
