import { call, endGroup, type GroupView, leadGroup, pairAgain } from '@riverside/contract'
import { type Group, type GroupCommand, pagesOfItem } from '@riverside/story'
import { Slip, TitleSlip } from '@riverside/ui'
import { useEffect, useRef, useState } from 'react'
import type { ExhibitProps } from '../stage/exhibit.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { linesOf } from '../story/title-lines.ts'
import { GroupPage } from './GroupPage.tsx'
import { groupWords } from './group-words.ts'
import './group.css'
import { PairingCard } from './PairingCard.tsx'

export type GroupScreenProps = Pick<
  ExhibitProps,
  'station' | 'wire' | 'language' | 'helm' | 'clock' | 'service' | 'easy'
> & {
  readonly group: Group
  readonly view: GroupView
}

/** Milliseconds within which a second press on 结束 is meant. */
const meantWithin = 4_000

type Choice = 'previous' | 'next'

/** What a guided group sees, and the way to lead it from here while no phone does. */
export function GroupScreen({ group, view, ...props }: GroupScreenProps) {
  const { station, wire, language, helm, service } = props
  const say = groupWords[language]
  const [asksToEnd, setAsksToEnd] = useState(false)
  useEffect(() => {
    if (!asksToEnd) return
    const timer = setTimeout(() => setAsksToEnd(false), meantWithin)
    return () => clearTimeout(timer)
  }, [asksToEnd])
  const lead = (command: GroupCommand) => void call(wire, leadGroup, command)
  const choices = useRef<readonly Choice[]>(['next', 'previous'])
  const framed = useHelmChoice(helm, !view.paired, choices, (type) => lead({ type }))
  const { programmes, stories } = station.pack.pack
  const programme = programmes.find(({ id }) => id === group.programme)
  const item = programme?.items[group.item]
  if (!programme || !item) return <main className="group" aria-busy="true" />
  const title =
    item.kind === 'story' ? (stories.find(({ id }) => id === item.story)?.title[language] ?? '') : item.title[language]
  const pages = pagesOfItem(item, stories)
  return (
    <section className="group" data-kind={item.kind} data-easy={props.easy || undefined} aria-label={title}>
      <div className="group-page">
        <GroupPage
          group={group}
          programme={programme}
          station={station}
          wire={wire}
          clock={props.clock}
          language={language}
        />
      </div>
      <div className="group-title">
        <TitleSlip
          key={title}
          lines={language === 'zh' ? [title] : linesOf(title)}
          size={language === 'zh' ? Math.min(92, Math.round(560 / Math.max(1, title.length))) : 46}
        />
      </div>
      {view.pairing && <PairingCard pairing={view.pairing} language={language} />}
      <div className="group-foot">
        {view.paired ? (
          <p className="group-led" lang={language}>
            {say.led}
          </p>
        ) : (
          <div className="group-turn">
            <Slip
              tone={item.kind === 'words' ? 'paper-edged' : 'ink-edged'}
              before="back"
              word={say.back}
              helmed={framed === 'previous'}
              onPress={() => lead({ type: 'previous' })}
            />
            <Slip
              tone="rust"
              after="forward"
              word={say.next}
              helmed={framed === 'next'}
              onPress={() => lead({ type: 'next' })}
            />
          </div>
        )}
        <p className="group-place" lang={language}>
          <span>{say.place(group.item + 1, programme.items.length)}</span>
          <span className="group-pages" aria-hidden="true">
            {Array.from({ length: pages }, (_, at) => `page ${at + 1}`).map((name, at) => (
              <i key={name} data-here={at === group.page || undefined} />
            ))}
          </span>
        </p>
        <div className="group-ways">
          {!view.paired && (
            <>
              <Slip
                size="service"
                tone={item.kind === 'words' ? 'paper-edged' : 'ink-edged'}
                word={say.anotherPhone}
                onPress={() => void call(wire, pairAgain, undefined)}
              />
              <Slip
                size="service"
                tone={item.kind === 'words' ? 'paper-edged' : 'ink-edged'}
                word={asksToEnd ? say.reallyEnd : say.end}
                name="end group"
                onPress={() => (asksToEnd ? void call(wire, endGroup, undefined) : setAsksToEnd(true))}
              />
            </>
          )}
          {service}
        </div>
      </div>
    </section>
  )
}
