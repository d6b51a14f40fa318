import type { CarvedPrint, Station, Wire } from '@riverside/contract'
import type { Chance, Clock, Language } from '@riverside/kit'
import type { TakenView } from '@riverside/voyage'
import type { Helm } from './helm.ts'

/** What a visitor takes along from one room to another: a view of the river, or a print as their hands left it. */
export type Taken = TakenView | CarvedPrint

/** What every room is given by the visit, and all it may ask of it. */
export type ExhibitProps = {
  readonly station: Station
  readonly wire: Wire
  readonly language: Language
  /** 大字: type 1.4 times as large, and fewer words. */
  readonly easy: boolean
  readonly reducedMotion: boolean
  /** 低位: everything touched lies between `--reach-top` and `--reach-bottom` of the page. */
  readonly lowReach: boolean
  readonly helm: Helm
  readonly clock: Clock
  readonly chance: Chance
  /** Back to the menu. */
  readonly onLeave: () => void
  /** Keeps the idle reset away while a voice or film plays; false lets it come again. */
  readonly onPlaying: (playing: boolean) => void
  /** What this visitor brought along, if anything. */
  readonly taken: Taken | undefined
  /** Opens the postcard's room with what is taken along; `undefined` where this screen has no such room. */
  readonly onTake: ((taken: Taken) => void) | undefined
  /** The stop this visitor asked to see from the river, for the voyage to open at. */
  readonly stop: string | undefined
  /** 到江上去看: opens the voyage at a stop; `undefined` where this screen has no such room. */
  readonly onStop: ((stop: string) => void) | undefined
  /** The service corner: English/中文 and 大字, to be placed where the room's own screen wants it. */
  readonly service: React.ReactNode
}
