import { mediaPath } from '@riverside/contract'
import { useCallback, useMemo, useReducer } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useCalm } from '../visit/use-calm.ts'
import { Chronicle } from './Chronicle.tsx'
import { momentsOf, type ToldMoment } from './claims.ts'
import './LookBack.css'
import { enteredWith, nextPlace, sheetKey } from './place.ts'
import { Quiz } from './Quiz.tsx'
import { Shelf } from './Shelf.tsx'
import { StorySheet } from './StorySheet.tsx'
import './surface.css'
import './low-reach.css'
import { ToldStory } from './ToldStory.tsx'
import { useDisplay } from './use-display.ts'

/** 回首滨江: a shelf of stories, each told by sand, voice and caption; over them the line of time, cards and questions. */
export function LookBack(props: ExhibitProps) {
  const { station, wire, language, easy, lowReach, helm, service, onLeave } = props
  const { pack } = station.pack
  const stories = useMemo(() => pack.stories.toSorted((one, other) => one.order - other.order), [pack.stories])
  const only = stories.length === 1 ? stories[0]?.id : undefined
  const [place, go] = useReducer(nextPlace, only, enteredWith)
  const display = useDisplay(station.file.screen, wire)
  const still = useCalm(props.reducedMotion)
  const address = useCallback(
    (media: string) => `${wire.address}${mediaPath(station.pack.hash, media)}`,
    [wire.address, station.pack.hash],
  )
  const hasMoments = useMemo(() => momentsOf(stories).length > 0, [stories])

  // A story that another pack has taken away leaves the visitor at the shelf.
  const story = stories.find(({ id }) => id === place.story)
  const sheet = place.sheets.at(-1)
  const cover = place.cover === 'quiz' && !story ? undefined : place.cover
  const top = sheet ? 'sheet' : (cover ?? (story ? 'story' : 'shelf'))
  const serviceOn = (where: typeof top) => (top === where ? service : null)
  const back = () => go({ type: 'wentBack' })
  const drawMoment = ({ story: of, moment }: ToldMoment) =>
    go({ type: 'sheetDrawn', sheet: { of: 'moment', story: of.id, moment: moment.id } })
  const openChronicle = () => go({ type: 'covered', by: 'chronicle' })
  const common = { language, easy, lowReach, helm }
  return (
    <div
      className="story-room"
      style={display.room.style}
      data-surface={display.surface}
      data-still={still || undefined}
      data-easy={easy || undefined}
    >
      {story ? (
        <ToldStory
          key={`${story.id} ${place.opened}`}
          {...props}
          service={serviceOn('story')}
          reducedMotion={still}
          story={story}
          chapter={Math.min(place.chapter, story.chapters.length - 1)}
          display={display}
          covered={top !== 'story'}
          address={address}
          only={only === story.id}
          onBack={only === story.id ? onLeave : back}
          onLinks={(chapter) => go({ type: 'sheetDrawn', sheet: { of: 'chapter', story: story.id, chapter } })}
          onQuiz={() => go({ type: 'covered', by: 'quiz' })}
        />
      ) : (
        <Shelf
          {...common}
          stories={stories}
          active={top === 'shelf'}
          address={address}
          onStory={(id) => go({ type: 'storyChosen', story: id })}
          onChronicle={hasMoments ? openChronicle : undefined}
          onLeave={onLeave}
          service={serviceOn('shelf')}
        />
      )}
      {cover === 'chronicle' && (
        <Chronicle
          {...common}
          stories={stories}
          story={story}
          active={top === 'chronicle'}
          mirrored={display.surface === 'hologram'}
          onMoment={drawMoment}
          onBack={back}
          service={serviceOn('chronicle')}
        />
      )}
      {cover === 'quiz' && story && (
        <Quiz
          {...common}
          story={story}
          active={top === 'quiz'}
          onOver={() => (only === undefined ? go({ type: 'shelfAsked' }) : back())}
          service={serviceOn('quiz')}
        />
      )}
      {sheet && (
        <StorySheet
          {...common}
          key={sheetKey(sheet)}
          sheet={sheet}
          stories={stories}
          cards={pack.cards}
          onStop={props.onStop}
          onMoment={drawMoment}
          onCard={(card) => go({ type: 'sheetDrawn', sheet: { of: 'card', card } })}
          onHear={(of, chapter) => go({ type: 'storyChosen', story: of.id, chapter })}
          onChronicle={openChronicle}
          onBack={back}
          service={service}
        />
      )}
    </div>
  )
}
