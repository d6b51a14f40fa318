import type { Words } from '@riverside/kit'
import { cardOf, type Lettering, type LinkProblem, type StationWords } from '@riverside/postcard'
import { loaded, type ShownCard } from './shown-card.ts'

/** What lies beside the page, a file for each scene and each station, as `npm run postcard -- page` writes them. */
type SceneFile = {
  readonly title: Words
  readonly caption: Words
  readonly letters: Lettering
  /** A data address: a picture from another file would not let itself be saved where the page was opened from a folder. */
  readonly picture: string
}
type StationCardFile = { readonly words: StationWords; readonly letters: Lettering }

type Files = { scenes: Record<string, SceneFile>; stations: Record<string, StationCardFile> }
const files: Files = { scenes: {}, stations: {} }

/** The name the files know to hand themselves in by. */
Object.assign(window, {
  riversideCard: (kind: keyof Files, id: string, file: SceneFile & StationCardFile) => {
    files[kind][id] = file
  },
})

export type FileProblem = LinkProblem | 'picture-away'

/** The card in a fragment, with its picture and letters from the files beside the page. */
export async function cardInLink(fragment: string): Promise<ShownCard | FileProblem> {
  const read = cardOf(fragment)
  if (!read.ok) return read.error
  const { station, scene, ...draft } = read.value
  if (typeof scene !== 'string') return 'picture-away'
  await Promise.all([bring('scenes', scene), bring('stations', station)])
  const picture = files.scenes[scene]
  const from = files.stations[station]
  if (picture === undefined || from === undefined) return 'picture-away'
  return {
    draft,
    scene: { title: picture.title, caption: picture.caption },
    station: from.words,
    letters: [picture.letters, from.letters],
    picture: await loaded(picture.picture),
    deletesAt: undefined,
  }
}

/** As a script: a page from a folder may not fetch, and names have passed the checksum and hold nothing but letters, figures and hyphens. */
function bring(kind: keyof Files, id: string): Promise<void> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    script.onload = () => resolve()
    script.onerror = () => resolve()
    script.src = `${kind}/${id}.js`
    document.head.appendChild(script)
  })
}
