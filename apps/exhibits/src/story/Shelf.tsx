import type { Language } from '@riverside/kit'
import type { Story, StoryId } from '@riverside/story'
import { cutClipPath, HelmFrame, Seal, Slip, TitleSlip } from '@riverside/ui'
import { useRef, useState } from 'react'
import type { Helm } from '../stage/helm.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { useUpright } from '../stage/use-upright.ts'
import './Shelf.css'
import { linesOf } from './title-lines.ts'
import { storyWords } from './words.ts'

export type ShelfProps = {
  readonly stories: readonly Story[]
  readonly language: Language
  readonly easy: boolean
  readonly lowReach: boolean
  readonly helm: Helm
  /** False while something lies over it. */
  readonly active: boolean
  readonly address: (media: string) => string
  readonly onStory: (story: StoryId) => void
  /** Absent where no story has a dated moment. */
  readonly onChronicle: (() => void) | undefined
  readonly onLeave: () => void
  readonly service: React.ReactNode
}

/** Prints that hang at once; in the larger type there are fewer. On a standing screen they hang in two rows, of which low reach has the lower. */
const hanging = { usual: 6, easy: 4 } as const

type Choice = StoryId | 'chronicle' | 'more' | 'back'

/** The stories as prints hung from an iron rail: one is taken down and told. */
export function Shelf(props: ShelfProps) {
  const { stories, language, easy, lowReach, helm, active, address, onStory, onChronicle, onLeave, service } = props
  const say = storyWords[language]
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const [turned, setTurned] = useState(0)
  const atOnce = hanging[easy ? 'easy' : 'usual'] / (useUpright() && lowReach ? 2 : 1)
  const pages = Math.max(1, Math.ceil(stories.length / atOnce))
  const size = Math.ceil(stories.length / pages)
  const page = turned % pages
  const shown = stories.slice(page * size, (page + 1) * size)
  const choices = useRef<readonly Choice[]>([])
  choices.current = [
    ...shown.map(({ id }) => id),
    ...(pages > 1 ? ['more' as const] : []),
    ...(onChronicle ? ['chronicle' as const] : []),
    'back',
  ]
  const take = (choice: Choice) => {
    if (choice === 'back') onLeave()
    else if (choice === 'chronicle') onChronicle?.()
    else if (choice === 'more') setTurned(page + 1)
    else onStory(choice)
  }
  const framed = useHelmChoice(helm, active, choices, take)
  return (
    <section className="story-shelf" lang={language} aria-label={say.whichStory} inert={!active}>
      <header className="story-shelf-head">
        <h1 lang={language}>{say.whichStory}</h1>
        <p lang={other}>{storyWords[other].whichStory}</p>
        <Seal characters="回首" size={88} />
      </header>
      <span className="story-shelf-rail" />
      <nav className="story-shelf-prints" data-count={shown.length}>
        {shown.map((story) => (
          <HangingPrint
            key={story.id}
            story={story}
            language={language}
            picture={address(story.chapters[0]?.picture ?? '')}
            helmed={framed === story.id}
            onChoose={() => onStory(story.id)}
          />
        ))}
      </nav>
      <footer className="story-shelf-foot">
        <Slip
          tone="ink-edged"
          name="shelf back"
          word={say.rooms}
          before="back"
          onPress={onLeave}
          helmed={framed === 'back'}
        />
        <p className="story-shelf-hint">
          <span>{say.chooseStory}</span>
          <span className="story-shelf-hint-other" lang={other}>
            {storyWords[other].chooseStory}
          </span>
        </p>
        {pages > 1 && (
          <Slip
            tone="ink-edged"
            name="more stories"
            word={`${page + 1} / ${pages}`}
            label={say.moreStories}
            after="forward"
            helmed={framed === 'more'}
            onPress={() => setTurned(page + 1)}
          />
        )}
        {onChronicle && (
          <Slip
            tone="paper"
            name="shelf chronicle"
            word={say.chronicle}
            onPress={onChronicle}
            helmed={framed === 'chronicle'}
          />
        )}
        {service}
      </footer>
    </section>
  )
}

function HangingPrint({
  story,
  language,
  picture,
  helmed,
  onChoose,
}: {
  readonly story: Story
  readonly language: Language
  readonly picture: string
  readonly helmed: boolean
  readonly onChoose: () => void
}) {
  const [lost, setLost] = useState<string | undefined>(undefined)
  const other: Language = language === 'zh' ? 'en' : 'zh'
  const name = `print ${story.id}`
  const size = { width: 280, height: 800 }
  return (
    <button type="button" className="story-print" aria-label={story.title[language]} onClick={onChoose}>
      <span className="story-print-cord" />
      <span className="story-print-shadow" style={{ clipPath: cutClipPath({ name, ...size, stray: 4 }) }} />
      <span className="story-print-paper" style={{ clipPath: cutClipPath({ name, ...size, stray: 4 }) }}>
        <span className="story-print-picture" data-lost={lost === picture || undefined}>
          {lost !== picture && (
            <img
              src={picture}
              alt=""
              draggable={false}
              style={{ objectPosition: `${(story.chapters[0]?.focus ?? 0.5) * 100}% 50%` }}
              onError={() => setLost(picture)}
            />
          )}
        </span>
        <span className="story-print-words">
          <span className="story-print-other" lang={other}>
            {story.title[other]}
          </span>
          <span className="story-print-dated" lang={language}>
            {story.dated[language]}
          </span>
        </span>
      </span>
      <span className="story-print-title" aria-hidden="true">
        {language === 'zh' ? (
          <TitleSlip lines={[story.title.zh]} size={Math.min(64, Math.round(410 / story.title.zh.length))} />
        ) : (
          <TitleSlip lines={linesOf(story.title.en)} size={40} />
        )}
      </span>
      {helmed && <HelmFrame name={name} {...size} />}
    </button>
  )
}
