import { type Reception, readReceptions } from '@riverside/contract'
import { useEffect, useState } from 'react'
import { ask, useSession } from '../session/session.ts'
import { countOf } from './sentences.ts'

const words = {
  zh: {
    groups: (groups: string, people: string) => `今天带了 ${groups} 批团队，共 ${people} 人`,
    one: (title: string, from: string, to: string, people: string) => `${from}–${to} ${title}，${people}`,
    people: (count: string) => `${count} 人`,
    uncounted: '人数没记',
  },
  en: {
    groups: (groups: string, people: string) => `Groups led today: ${groups}, with ${people} people`,
    one: (title: string, from: string, to: string, people: string) => `${from}–${to} ${title}, ${people}`,
    people: (count: string) => `${count} people`,
    uncounted: 'not counted',
  },
} as const

/** The groups that guides led through a programme today; nothing where none came. `looked` changes when the page looked again. */
export function GroupsToday({ day, looked }: { readonly day: string; readonly looked: unknown }) {
  const session = useSession()
  const [receptions, setReceptions] = useState<readonly Reception[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever the page looks again
  useEffect(() => {
    let isShown = true
    void ask(session, readReceptions, { from: day, to: day }).then((read) => {
      if (isShown && read.ok) setReceptions(read.value.receptions)
    })
    return () => {
      isShown = false
    }
  }, [session, day, looked])
  if (receptions.length === 0) return null
  const { language } = session
  const say = words[language]
  const people = receptions.reduce((sum, each) => sum + (each.people ?? 0), 0)
  return (
    <p className="today-headline">
      <span>{say.groups(countOf(language, receptions.length), countOf(language, people))}</span>
      {receptions.map(({ began, ended, title, people: size }) => (
        <span key={began}>
          {say.one(
            title[language],
            began.slice(11, 16),
            ended.slice(11, 16),
            size === null ? say.uncounted : say.people(countOf(language, size)),
          )}
        </span>
      ))}
    </p>
  )
}
