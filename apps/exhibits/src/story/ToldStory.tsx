import { cuesAt, lengthOf, type Story } from '@riverside/story'
import { CutPanel, Seal, Slip, TitleSlip } from '@riverside/ui'
import { useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { useUpright } from '../stage/use-upright.ts'
import { Caption } from './Caption.tsx'
import { ClearZone } from './ClearZone.tsx'
import { carvedCard } from './carved-card.ts'
import { useCueSound } from './cue-sound.ts'
import { Narrator } from './Narrator.tsx'
import { PrintMotion } from './PrintMotion.tsx'
import { questionsOf } from './Quiz.tsx'
import { SandTray } from './SandTray.tsx'
import { linesOf } from './title-lines.ts'
import type { Tray } from './tray.ts'
import type { Display } from './use-display.ts'
import { useTelling } from './use-telling.ts'
import { numeral, storyWords } from './words.ts'

export type ToldStoryProps = ExhibitProps & {
  readonly story: Story
  /** The chapter it begins with. */
  readonly chapter: number
  readonly display: Display
  /** Something lies over it: it waits. */
  readonly covered: boolean
  readonly address: (media: string) => string
  /** There is no other story: back leads to the rooms. */
  readonly only: boolean
  readonly onBack: () => void
  readonly onLinks: (chapter: number) => void
  readonly onQuiz: () => void
}

/** Letters the caption's band holds. */
const capacities = { zh: 62, en: 150 } as const
/** Chapters whose numerals stand in the foot at once. */
const numerals = { lying: 6, standing: 5 } as const

type Choice = 'play' | 'again' | 'slow' | 'links' | 'card' | 'back' | number

/** One story, chapter by chapter: the print under its sand, the voice, the caption, and what the helm can take of it. */
export function ToldStory({
  story,
  display,
  address,
  covered,
  only,
  onBack,
  onLinks,
  onQuiz,
  ...props
}: ToldStoryProps) {
  const { station, language, easy, clock, chance, reducedMotion, helm, service, onPlaying, onTake } = props
  const say = storyWords[language]
  const volume = station.file.volume.ceiling
  const [slow, setSlow] = useState(false)
  const { telling, phrases, told, teller, rate, tell } = useTelling({
    story,
    chapter: props.chapter,
    language,
    address,
    volume,
    slow,
    covered,
    clock,
    onPlaying,
  })
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set())
  const upright = useUpright()
  const chapter = story.chapters[telling.chapter]
  const { at } = telling.voice
  const length = lengthOf(phrases)
  const isHeard = at === 'telling' && !covered
  const share = at === 'telling' || at === 'paused' ? told / Math.max(1, length) : undefined
  useCueSound(chapter?.cues ?? [], isHeard ? share : undefined, teller, volume, address)

  const isEnded = at === 'ended'
  const asks = isEnded && questionsOf(story).length > 0
  const hasLinks = (chapter?.moments.length ?? 0) > 0
  const tray = useRef<Tray | undefined>(undefined)
  const [drawing, setDrawing] = useState(false)
  const isCarved = onTake !== undefined && telling.carvedUntil !== undefined
  const takeCard = async () => {
    const carving = tray.current?.carving
    if (!chapter || !carving || drawing) return
    setDrawing(true)
    const carved = await carvedCard(address(chapter.picture), chapter.focus, carving)
    setDrawing(false)
    if (carved !== undefined) onTake?.({ carved, story: story.id, chapter: chapter.id })
  }
  const shown = numeralsAround(telling.chapter, story.chapters.length, numerals[upright ? 'standing' : 'lying'])
  const choices = useRef<readonly Choice[]>([])
  choices.current = [
    'play',
    'again',
    'slow',
    ...(hasLinks ? ['links' as const] : []),
    ...(isCarved ? ['card' as const] : []),
    ...shown,
    'back',
  ]
  const take = (choice: Choice) => {
    if (choice === 'back') onBack()
    else if (choice === 'links') onLinks(telling.chapter)
    else if (choice === 'card') void takeCard()
    else if (choice === 'slow') setSlow(!slow)
    else if (choice === 'again') tell({ type: 'chapterChosen', chapter: isEnded ? 0 : telling.chapter })
    else if (choice !== 'play') tell({ type: 'chapterChosen', chapter: choice })
    else if (asks) onQuiz()
    else tell({ type: 'playPressed' })
  }
  const framed = useHelmChoice(helm, !covered, choices, take)

  if (!chapter) return null
  const picture = address(chapter.picture)
  const recording = chapter.voice[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const words = (
    <Caption
      chapter={chapter}
      language={language}
      phrases={phrases}
      told={told}
      capacity={capacities[language]}
      note={teller === 'recording' && recording?.placeholder ? say.synthetic : undefined}
    />
  )
  const motions = share === undefined || reducedMotion || covered ? [] : cuesAt(chapter.cues, share)
  return (
    <section
      className="story"
      {...display.room}
      data-easy={easy || undefined}
      data-teller={teller}
      data-at={at}
      aria-label={story.title[language]}
      inert={covered}
    >
      {display.surface === 'hologram' && (
        <Narrator
          phrases={phrases}
          language={language}
          recording={recording === undefined || teller !== 'recording' ? undefined : address(recording.media)}
          told={told}
          rate={rate}
          isTelling={isHeard}
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
            moving={motions.map((cue) =>
              cue.kind === 'motion' ? (
                <PrintMotion
                  key={`${telling.begun} ${cue.motion} ${cue.from} ${cue.area.x}`}
                  picture={picture}
                  focus={chapter.focus}
                  cue={cue}
                  held={!isHeard}
                  lasts={((cue.to - (share ?? 0)) * length) / rate}
                  clock={clock}
                />
              ) : null,
            )}
            onHand={(came) => tell(came ? { type: 'handCame' } : { type: 'handLeft', when: clock.elapsed() })}
            onTray={(made) => {
              tray.current = made
            }}
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
      {!missing.has(picture) && (
        <div className="story-words">
          {isEnded ? (
            <p className="story-caption story-ended" lang={language}>
              {asks ? say.endedAsking : say.ended}
            </p>
          ) : (
            words
          )}
        </div>
      )}
      <div className="story-foot">
        <div className="story-back">
          <Slip
            tone="ink-edged"
            word={only ? say.rooms : say.stories}
            before="back"
            onPress={onBack}
            helmed={framed === 'back'}
          />
        </div>
        <p className="story-aside" lang={language === 'zh' && !easy ? 'en' : language}>
          {language === 'en' || easy
            ? say.brush
            : isEnded
              ? storyWords.en[asks ? 'endedAsking' : 'ended']
              : chapter.caption.en}
        </p>
        <nav className="story-chapters" data-many={shown.length > 4 || undefined}>
          {shown.map((index) => (
            <Slip
              key={story.chapters[index]?.id ?? index}
              name={`chapter ${index}`}
              className={`story-chapter${index > telling.chapter ? ' story-chapter-ahead' : ''}`}
              size="service"
              tone={index === telling.chapter ? 'red' : 'ink-edged'}
              word={language === 'zh' ? numeral(index) : `${index + 1}`}
              label={say.chapter(index)}
              helmed={framed === index}
              onPress={() => take(index)}
            />
          ))}
        </nav>
        <div className="story-service">{service}</div>
      </div>
      <div className="story-pace">
        <Slip
          size="service"
          tone="ink-edged"
          name="again"
          word={say.repeat}
          helmed={framed === 'again'}
          onPress={() => take('again')}
        />
        <Slip
          size="service"
          tone={slow ? 'paper' : 'ink-edged'}
          name="slow"
          word={slow ? say.usualPace : say.slower}
          helmed={framed === 'slow'}
          onPress={() => take('slow')}
        />
        {hasLinks && (
          <Slip
            size="service"
            tone="ink-edged"
            name="links"
            word={say.links}
            label={say.linksOf(telling.chapter)}
            helmed={framed === 'links'}
            onPress={() => take('links')}
          />
        )}
      </div>
      {isCarved && (
        <div className="story-card">
          <Slip
            size="service"
            tone="paper"
            name="card"
            word={say.card}
            label={say.cardOf}
            state={drawing ? 'not-now' : 'idle'}
            helmed={framed === 'card'}
            onPress={() => take('card')}
          />
        </div>
      )}
      <div className="story-play">
        <Slip
          name="telling"
          tone="red"
          word={asks ? say.quiz : isEnded ? say.again : at === 'paused' ? say.goOn : say.telling}
          {...(asks ? {} : { before: isEnded || at === 'paused' ? ('play' as const) : ('pause' as const) })}
          helmed={framed === 'play'}
          onPress={() => take('play')}
        />
      </div>
      {telling.begun > 0 && !reducedMotion && <span key={telling.begun} className="story-leaf" aria-hidden="true" />}
    </section>
  )
}

/** A Chinese title fills its slip, whatever it counts. Design pixels. */
const titleSize = (letters: number) => Math.min(96, Math.round(385 / letters))

/** The chapters whose numerals are shown: the present one, and as many about it as there is room for. */
function numeralsAround(chapter: number, chapters: number, most: number): readonly number[] {
  const first = Math.max(0, Math.min(chapters - most, chapter - Math.floor(most / 2)))
  return Array.from({ length: Math.min(most, chapters) }, (_, at) => first + at)
}
