import { call, readLetters, type Wire } from '@riverside/contract'
import type { Language } from '@riverside/kit'
import { Greeting, type Suggestions } from '@riverside/postcard'
import { CutPanel, Slip } from '@riverside/ui'
import { useEffect, useRef, useState } from 'react'
import { deskWords } from './desk-words.ts'
import './Drawer.css'

export type IdeasDrawerProps = {
  readonly suggestions: Pick<Suggestions, 'greetings' | 'prompts'>
  readonly greeting: string | undefined
  readonly language: Language
  readonly wire: Wire
  readonly helmed: string | undefined
  readonly onGreeting: (greeting: string | undefined) => void
}

/** As many lines as a drawer holds without scrolling. */
const most = { greetings: 5, prompts: 2 } as const

/** The greetings the drawer shows, in the language of the screen. */
export const greetingsShown = ({ greetings }: Pick<Suggestions, 'greetings'>, language: Language): readonly string[] =>
  greetings.slice(0, most.greetings).map((each) => each[language])

/** 写什么好: questions that set a pen going, and lines that are printed when they are touched. A keyboard, where there is one, adds a line of one's own. */
export function IdeasDrawer({ suggestions, greeting, language, wire, helmed, onGreeting }: IdeasDrawerProps) {
  const say = deskWords[language]
  const shown = greetingsShown(suggestions, language)
  const isOwn =
    greeting !== undefined && !suggestions.greetings.some(({ zh, en }) => zh === greeting || en === greeting)
  return (
    <CutPanel cut={{ name: 'ideas drawer', width: 500, height: 660 }} ground="paper" shadow className="postcard-drawer">
      <ul className="postcard-ideas-prompts" lang={language}>
        {suggestions.prompts.slice(0, most.prompts).map((prompt) => (
          <li key={prompt.zh}>{prompt[language]}</li>
        ))}
      </ul>
      <p className="postcard-drawer-note" lang={language}>
        {say.ideasHint}
      </p>
      {shown.map((line, at) => (
        <Slip
          key={line}
          size="service"
          tone={line === greeting ? 'river' : 'paper-edged'}
          name={`greeting ${at}`}
          word={line}
          helmed={helmed === `greeting ${at}`}
          className="postcard-ideas-line"
          onPress={() => onGreeting(line === greeting ? undefined : line)}
        />
      ))}
      {isOwn && (
        <Slip
          size="service"
          tone="river"
          name="own greeting"
          word={greeting}
          className="postcard-ideas-line"
          onPress={() => onGreeting(undefined)}
        />
      )}
      <OwnLine language={language} wire={wire} onGreeting={onGreeting} />
    </CutPanel>
  )
}

/**
 * A line typed on a keyboard. It is there once a key has been struck, so that a screen without a keyboard offers nothing it cannot do. What
 * cannot be printed is said and named, and the card stays as it was.
 */
function OwnLine({ language, wire, onGreeting }: Pick<IdeasDrawerProps, 'language' | 'wire' | 'onGreeting'>) {
  const say = deskWords[language]
  const field = useRef<HTMLInputElement>(null)
  const [isTyping, setTyping] = useState(false)
  const [refused, setRefused] = useState<string | undefined>(undefined)
  useEffect(() => {
    const struck = ({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent) => {
      if ((key.length !== 1 && !isComposing && key !== 'Process') || ctrlKey || metaKey || altKey) return
      setTyping(true)
    }
    addEventListener('keydown', struck)
    return () => removeEventListener('keydown', struck)
  }, [])
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const offer = async (typed: string) => {
    if (typed.trim() === '') return
    const line = Greeting.safeParse(typed)
    if (!line.success) return setRefused(say.noPictures)
    const read = await call(wire, readLetters, { lines: [{ text: line.data, face: 'song-black' }] })
    if (!isHere.current) return
    const missing = read.ok ? (read.value.outlines[0]?.missing ?? []) : []
    if (missing.length > 0) return setRefused(`${say.noLetters} ${[...new Set(missing)].join(' ')}`)
    setRefused(undefined)
    onGreeting(line.data)
    if (field.current) field.current.value = ''
  }
  if (!isTyping) return null
  return (
    <form
      className="postcard-ideas-own"
      onSubmit={(event) => {
        event.preventDefault()
        void offer(field.current?.value ?? '')
      }}
    >
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: it is there because somebody began to type
        autoFocus
        maxLength={72}
        lang={language}
        placeholder={say.typeHere}
        aria-label={say.typed}
        onChange={() => setRefused(undefined)}
      />
      {refused !== undefined && (
        <p role="alert" lang={language}>
          {refused}
        </p>
      )}
    </form>
  )
}
