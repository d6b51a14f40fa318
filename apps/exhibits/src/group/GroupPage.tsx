import { mediaPath } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import type { Group, Programme, ProgrammeItem, Story } from '@riverside/story'
import { CertaintyMark } from '@riverside/ui'
import { useEffect, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { narrate } from '../story/narration.ts'
import { groupWords } from './group-words.ts'

export type GroupPageProps = Pick<ExhibitProps, 'station' | 'wire' | 'clock' | 'language'> & {
  readonly group: Group
  readonly programme: Programme
}

/** One page of a programme, for people who stand back: a few large words, a print with its caption, or a line to be said together. */
export function GroupPage({ group, programme, ...props }: GroupPageProps) {
  const item = programme.items[group.item]
  switch (item?.kind) {
    case 'words':
      return <WordsPage item={item} language={props.language} />
    case 'story': {
      const story = props.station.pack.pack.stories.find(({ id }) => id === item.story)
      return story ? <StoryPage {...props} story={story} chapter={group.page} voice={group.voice} /> : null
    }
    case 'oath':
      return <OathPage item={item} page={group.page} language={props.language} />
    default:
      return null
  }
}

const otherOf = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')

type ItemOf<Kind extends ProgrammeItem['kind']> = Extract<ProgrammeItem, { kind: Kind }>

function WordsPage({ item, language }: { readonly item: ItemOf<'words'>; readonly language: Language }) {
  const other = otherOf(language)
  return (
    <div className="group-words">
      <p className="group-words-first" lang={language}>
        {item.words[language]}
      </p>
      <p className="group-words-other" lang={other}>
        {item.words[other]}
      </p>
    </div>
  )
}

type StoryPageProps = Pick<ExhibitProps, 'station' | 'wire' | 'clock' | 'language'> & {
  readonly story: Story
  readonly chapter: number
  readonly voice: boolean
}

/** The print stands clear: a guide talks over it, or the station's voice does when it is asked to. */
function StoryPage({ station, wire, clock, language, story, chapter: at, voice }: StoryPageProps) {
  const chapter = story.chapters[at]
  const [isMissing, setMissing] = useState(false)
  const caption = chapter?.caption[language]
  const recording = chapter?.voice[language]
  const ceiling = station.file.volume.ceiling
  const media = (path: string) => `${wire.address}${mediaPath(station.pack.hash, path)}`
  const address = recording === undefined ? undefined : media(recording.media)
  const starts = recording?.starts
  useEffect(() => {
    if (!voice || caption === undefined) return
    return narrate({
      caption,
      language,
      recording: address === undefined ? undefined : { address, starts },
      from: 0,
      volume: ceiling,
      rate: 1,
      clock,
      onTimeline: () => {},
      onTold: () => {},
      onEnd: () => {},
    })
  }, [voice, caption, language, address, starts, ceiling, clock])
  if (!chapter) return null
  const other = otherOf(language)
  return (
    <div className="group-story">
      {isMissing ? null : (
        <img
          key={chapter.picture}
          src={media(chapter.picture)}
          alt={chapter.pictureText[language]}
          style={{ objectPosition: `${chapter.focus * 100}% 50%` }}
          onError={() => setMissing(true)}
        />
      )}
      <p className="group-story-caption" lang={language}>
        {chapter.caption[language]}
        <CertaintyMark certainty={chapter.certainty} language={language} />
      </p>
      <p className="group-story-other" lang={other}>
        {chapter.caption[other]}
      </p>
    </div>
  )
}

/** 领誓: the line to be said now is the largest thing on the screen; what has been said and what comes stand smaller beside it. */
function OathPage({
  item,
  page,
  language,
}: {
  readonly item: ItemOf<'oath'>
  readonly page: number
  readonly language: Language
}) {
  if (page === 0)
    return (
      <div className="group-oath" data-title>
        <p className="group-oath-now" lang={language}>
          {item.title[language]}
        </p>
        <p className="group-oath-source" lang={language}>
          {groupWords[language].source(item.source[language])}
        </p>
      </div>
    )
  const line = (at: number) => item.lines[at]?.[language] ?? ''
  return (
    <div className="group-oath" lang={language}>
      <p className="group-oath-past">{line(page - 2)}</p>
      <p className="group-oath-now" key={page}>
        {line(page - 1)}
      </p>
      <p className="group-oath-next">{line(page)}</p>
    </div>
  )
}
