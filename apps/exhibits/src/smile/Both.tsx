import type { Language, Words } from '@riverside/kit'

/** How a text of this room is read: in which language first, and whether in 大字, where the other one gives its room away. */
export type Read = { readonly language: Language; readonly easy: boolean }

export const otherOf = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')

/** A text in the visitor's language with the other one below it. */
export function Both({ words, language, easy }: { readonly words: Words } & Read) {
  const other = otherOf(language)
  return (
    <>
      <span className="smile-first" lang={language}>
        {words[language]}
      </span>
      {!easy && (
        <span className="smile-second" lang={other}>
          {words[other]}
        </span>
      )}
    </>
  )
}

/** A heading with a few plain sentences under it. */
export function Plain({ title, texts, ...read }: { readonly title: Words; readonly texts: readonly Words[] } & Read) {
  return (
    <>
      <h1 className="smile-title">
        <Both words={title} {...read} />
      </h1>
      <div className="smile-plain" role="status">
        {texts.map((text) => (
          <p key={text.zh}>
            <Both words={text} {...read} />
          </p>
        ))}
      </div>
    </>
  )
}
