import type { Language } from '@riverside/kit'
import type { Card, CardId, Story } from '@riverside/story'
import { CertaintyMark, cutClipPath, GougeRule, HelmFrame, Slip } from '@riverside/ui'
import { useRef, useState } from 'react'
import type { Helm } from '../stage/helm.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { chapterTelling, linksOf, momentsAbout, spanText, type ToldMoment } from './claims.ts'
import type { Sheet } from './place.ts'
import './StorySheet.css'
import { storyWords } from './words.ts'

export type StorySheetProps = {
  readonly sheet: Sheet
  readonly stories: readonly Story[]
  readonly cards: readonly Card[]
  readonly language: Language
  readonly easy: boolean
  readonly lowReach: boolean
  readonly helm: Helm
  readonly onMoment: (told: ToldMoment) => void
  readonly onCard: (card: CardId) => void
  readonly onHear: (story: Story, chapter: number) => void
  readonly onChronicle: () => void
  /** Opens the voyage at a stop, where this screen has a voyage. */
  readonly onStop: ((stop: string) => void) | undefined
  readonly onBack: () => void
  readonly service: React.ReactNode
}

/** What one sheet shows: its heading, what is said, and the moments and cards it leads to. */
type Page = {
  readonly kind: string
  readonly name: string
  readonly isDate: boolean
  readonly claim:
    | Pick<Card, 'words' | 'certainty'>
    | Pick<ToldMoment['moment'], 'words' | 'certainty' | 'differ'>
    | undefined
  readonly when: string | undefined
  readonly moments: readonly ToldMoment[]
  readonly cards: readonly Card[]
  readonly hear: { readonly story: Story; readonly chapter: number } | undefined
  /** The stop of the voyage where it stands. */
  readonly stop: string | undefined
}

/** Moments that stand on one sheet, all of them full-size targets: never a scroll. */
const onASheet = { usual: 2, easy: 1 } as const
const alone = { usual: 4, easy: 2 } as const

type Choice =
  | { readonly go: 'moment' | 'card'; readonly at: number }
  | { readonly go: 'hear' | 'stop' | 'chronicle' | 'more' | 'back'; readonly at?: undefined }

/** A sheet of paper drawn over the story: a chapter's people and dates, one moment, or one card. All three are read off the same claims. */
export function StorySheet(props: StorySheetProps) {
  const {
    sheet,
    stories,
    cards,
    language,
    easy,
    lowReach,
    helm,
    onMoment,
    onCard,
    onHear,
    onChronicle,
    onStop,
    onBack,
    service,
  } = props
  const say = storyWords[language]
  const [turned, setTurned] = useState(0)
  const page = pageOf(sheet, stories, cards, language)
  const size = (page?.claim || lowReach ? onASheet : alone)[easy ? 'easy' : 'usual']
  const moments = page?.moments ?? []
  const pages = Math.max(1, Math.ceil(moments.length / size))
  const stop = onStop && page?.stop
  const shown = moments.slice((turned % pages) * size, ((turned % pages) + 1) * size)
  // In large letters the foot has room for one of the two ways on.
  const hasChronicle = !easy || page?.hear === undefined
  const choices = useRef<readonly Choice[]>([])
  choices.current = [
    ...(page?.hear ? [{ go: 'hear' } as const] : []),
    ...(stop ? [{ go: 'stop' } as const] : []),
    ...shown.map((_, at) => ({ go: 'moment', at }) as const),
    ...(page?.cards ?? []).map((_, at) => ({ go: 'card', at }) as const),
    ...(pages > 1 ? [{ go: 'more' } as const] : []),
    ...(hasChronicle ? [{ go: 'chronicle' } as const] : []),
    { go: 'back' },
  ]
  const take = (choice: Choice) => {
    if (choice.go === 'back') return onBack()
    if (choice.go === 'chronicle') return onChronicle()
    if (choice.go === 'more') return setTurned(turned + 1)
    if (choice.go === 'hear') return page?.hear && onHear(page.hear.story, page.hear.chapter)
    if (choice.go === 'stop') return stop && onStop?.(stop)
    if (choice.at === undefined) return
    const [moment, card] = [shown[choice.at], page?.cards[choice.at]]
    if (choice.go === 'moment' && moment) onMoment(moment)
    if (choice.go === 'card' && card) onCard(card.id)
  }
  const framed = useHelmChoice(helm, true, choices, take)
  const isFramed = (go: Choice['go'], at?: number) => framed?.go === go && framed.at === at
  if (!page) return null
  const clipPath = cutClipPath({
    name: 'story sheet',
    width: 1230,
    height: 1080,
    stray: 5,
    straight: lowReach ? ['right', 'left', 'bottom'] : ['right', 'top', 'bottom'],
  })
  return (
    <section className="story-sheet" role="dialog" aria-label={page.name} lang={language}>
      <span className="story-sheet-shadow" style={{ clipPath }} />
      <span className="story-sheet-paper" style={{ clipPath }} />
      <div className="story-sheet-column">
        <header className="story-sheet-head">
          <p className="story-sheet-kind">{page.kind}</p>
          <h2 data-date={page.isDate || undefined}>{page.name}</h2>
          {page.when !== undefined && <p className="story-sheet-when">{page.when}</p>}
        </header>
        <div className="story-sheet-body">
          {page.claim && (
            <div className="story-sheet-claim">
              <p className="story-sheet-words">{page.claim.words[language]}</p>
              <div className="story-sheet-sure">
                <CertaintyMark certainty={page.claim.certainty} language={language} />
                {stop && (
                  <Slip
                    className="story-sheet-stop"
                    name="from the river"
                    tone="red"
                    after="forward"
                    word={say.fromTheRiver}
                    helmed={isFramed('stop')}
                    onPress={() => take({ go: 'stop' })}
                  />
                )}
              </div>
            </div>
          )}
          {page.claim && 'differ' in page.claim && page.claim.differ && (
            <div className="story-sheet-differ">
              <b>{say.differ}</b>
              <p>{page.claim.differ[language]}</p>
            </div>
          )}
          {shown.length > 0 && (
            <div className="story-sheet-moments">
              <GougeRule />
              {shown.map((told, at) => (
                <MomentRow
                  key={told.key}
                  told={told}
                  language={language}
                  helmed={isFramed('moment', at)}
                  onChoose={() => onMoment(told)}
                />
              ))}
            </div>
          )}
          {page.cards.length > 0 && (
            <nav className="story-sheet-cards">
              {page.cards.map((card, at) => (
                <Slip
                  key={card.id}
                  name={`card ${card.id}`}
                  tone="paper-edged"
                  word={card.name[language]}
                  helmed={isFramed('card', at)}
                  onPress={() => onCard(card.id)}
                />
              ))}
            </nav>
          )}
        </div>
      </div>
      <footer className="story-sheet-foot">
        <Slip
          name="sheet back"
          tone="paper-edged"
          before="back"
          word={say.back}
          helmed={isFramed('back')}
          onPress={onBack}
        />
        {hasChronicle && (
          <Slip
            name="sheet chronicle"
            tone="paper-edged"
            word={say.chronicle}
            helmed={isFramed('chronicle')}
            onPress={onChronicle}
          />
        )}
        {page.hear && (
          <Slip
            className="story-sheet-hear"
            name="hear"
            tone="red"
            before="play"
            word={say.hear(page.hear.chapter)}
            helmed={isFramed('hear')}
            onPress={() => take({ go: 'hear' })}
          />
        )}
        {pages > 1 && (
          <Slip
            name="more moments"
            tone="paper-edged"
            after="forward"
            word={`${(turned % pages) + 1} / ${pages}`}
            label={say.more}
            helmed={isFramed('more')}
            onPress={() => setTurned(turned + 1)}
          />
        )}
        <span className="story-sheet-service">{service}</span>
      </footer>
    </section>
  )
}

function MomentRow({
  told,
  language,
  helmed,
  onChoose,
}: {
  readonly told: ToldMoment
  readonly language: Language
  readonly helmed: boolean
  readonly onChoose: () => void
}) {
  return (
    <button type="button" className="story-row" onClick={onChoose}>
      <span className="story-row-date">
        {spanText(told.when, language)
          .split(/(?<=至|–)/)
          .map((date) => (
            <span key={date}>{date}</span>
          ))}
      </span>
      <span className="story-row-words">{told.moment.words[language]}</span>
      {helmed && <HelmFrame name={`row ${told.key}`} width={1060} height={110} />}
    </button>
  )
}

/** What a sheet says; undefined where the pack no longer has it. */
function pageOf(sheet: Sheet, stories: readonly Story[], cards: readonly Card[], language: Language): Page | undefined {
  const say = storyWords[language]
  if (sheet.of === 'card') {
    const card = cards.find(({ id }) => id === sheet.card)
    return (
      card && {
        kind: say.kind[card.kind],
        name: card.name[language],
        isDate: false,
        claim: { words: card.words, certainty: card.certainty },
        when: card.when && spanText(card.when, language),
        moments: momentsAbout(card.id, stories),
        cards: [],
        hear: undefined,
        stop: card.stop,
      }
    )
  }
  const story = stories.find(({ id }) => id === sheet.story)
  if (!story) return undefined
  if (sheet.of === 'chapter') {
    const links = linksOf(story, sheet.chapter, cards)
    return {
      kind: story.title[language],
      name: say.linksOf(sheet.chapter),
      isDate: false,
      claim: undefined,
      when: undefined,
      moments: links.moments.map((moment) => ({ story, moment, when: moment.when, key: `${story.id} ${moment.id}` })),
      cards: links.cards,
      hear: undefined,
      stop: undefined,
    }
  }
  const moment = story.moments.find(({ id }) => id === sheet.moment)
  if (!moment) return undefined
  const chapter = chapterTelling(story, moment)
  const { words, certainty, differ } = moment
  return {
    kind: story.title[language],
    name: spanText(moment.when, language),
    isDate: true,
    claim: { words, certainty, differ },
    when: undefined,
    moments: [],
    cards: moment.about.flatMap((id) => cards.find((card) => card.id === id) ?? []),
    hear: chapter === undefined ? undefined : { story, chapter },
    stop: undefined,
  }
}
