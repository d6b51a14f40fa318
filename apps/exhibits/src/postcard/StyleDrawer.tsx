import type { Language } from '@riverside/kit'
import { type CardLook, Frame, Room, Ruling } from '@riverside/postcard'
import { CutPanel, Slip } from '@riverside/ui'
import {
  type Boxes,
  boxesWords,
  deskWords,
  frameWords,
  type Hand,
  handWords,
  roomOfLetterWords,
  rulingWords,
} from './desk-words.ts'
import './Drawer.css'

export type DeskWays = { readonly look: CardLook; readonly boxes: Boxes; readonly hand: Hand }

export type StyleDrawerProps = {
  readonly ways: DeskWays
  readonly language: Language
  readonly helmed: string | undefined
  readonly onWays: (ways: DeskWays) => void
}

/** Every way the desk and the card can be, as the helm names them: `frame iron`, `hand left`. */
export function waysChoices(ways: DeskWays, onWays: (ways: DeskWays) => void): Readonly<Record<string, () => void>> {
  const { look } = ways
  return Object.fromEntries([
    ...Frame.options.map((frame) => [`frame ${frame}`, () => onWays({ ...ways, look: { ...look, frame } })]),
    ...Room.options.map((room) => [`room ${room}`, () => onWays({ ...ways, look: { ...look, room } })]),
    ...Ruling.options.map((ruling) => [`ruling ${ruling}`, () => onWays({ ...ways, look: { ...look, ruling } })]),
    ...(['none', 'one', 'large'] as const).map((boxes) => [`boxes ${boxes}`, () => onWays({ ...ways, boxes })]),
    ...(['right', 'left'] as const).map((hand) => [`hand ${hand}`, () => onWays({ ...ways, hand })]),
  ])
}

/** 样式: what is cut round the picture, how much of the card is the letter's, how it is ruled, and which hand writes. */
export function StyleDrawer({ ways, language, helmed, onWays }: StyleDrawerProps) {
  const say = deskWords[language]
  const press = waysChoices(ways, onWays)
  const rows = [
    { name: 'frame', word: say.frame, chosen: ways.look.frame, options: wordsOf(frameWords, language) },
    { name: 'room', word: say.room, chosen: ways.look.room, options: wordsOf(roomOfLetterWords, language) },
    { name: 'ruling', word: say.ruling, chosen: ways.look.ruling, options: wordsOf(rulingWords, language) },
    { name: 'boxes', word: say.boxes, chosen: ways.boxes, options: wordsOf(boxesWords, language) },
    { name: 'hand', word: say.hand, chosen: ways.hand, options: wordsOf(handWords, language) },
  ]
  return (
    <CutPanel
      cut={{ name: 'style drawer', width: 500, height: 550 }}
      ground="paper"
      shadow
      className="postcard-drawer postcard-drawer-style"
    >
      {rows.map(({ name, word, chosen, options }) => (
        <fieldset key={name} className="postcard-drawer-row">
          <legend lang={language}>{word}</legend>
          {options.map(([option, label]) => (
            <Slip
              key={option}
              size="service"
              tone={option === chosen ? 'river' : 'paper-edged'}
              name={`${name} ${option}`}
              word={label}
              helmed={helmed === `${name} ${option}`}
              onPress={() => press[`${name} ${option}`]?.()}
            />
          ))}
        </fieldset>
      ))}
      <p className="postcard-drawer-note" lang={language}>
        {say.boxesNote}
      </p>
    </CutPanel>
  )
}

const wordsOf = (words: Readonly<Record<string, Readonly<Record<Language, string>>>>, language: Language) =>
  Object.entries(words).map(([option, said]) => [option, said[language]] as const)
