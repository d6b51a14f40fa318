import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Pack, sceneOfCarving, sceneOfView, type TakenScene, type TakenViewProblem } from '@riverside/content'
import type { PostcardDraft } from '@riverside/contract'
import { fail, ok, type Result } from '@riverside/kit'
import { type CardScene, type StationWords, sceneOfPhoto } from '@riverside/postcard'
import type { TakenView } from '@riverside/voyage'
import { drawView } from './draw-view.ts'
import { drawnAnew } from './own-photo.ts'

export type CardSceneProblem = 'no-such-scene' | TakenViewProblem | 'too-many-views' | 'no-photo'

/** What a card is written on, with the bytes of its picture. */
export type BroughtScene = { readonly scene: CardScene; readonly picture: Uint8Array }

export type CardScenes = {
  bring(scene: PostcardDraft['scene']): Promise<Result<BroughtScene, CardSceneProblem>>
  /** The picture of a view, where `hash` is the pack on screen. */
  view(hash: string, view: TakenView): Promise<Result<Uint8Array, TakenViewProblem | 'not-here' | 'too-many-views'>>
}

type ShownPack = { readonly hash: string; readonly pack: Pack; readonly folder: string }

/** How long drawn views are kept: for the screen, the card and its print of one visit, and no longer. */
export type ViewKeeping = {
  readonly bytes: number
  readonly milliseconds: number
  /** How many may wait to be drawn, the one at work among them. */
  readonly waiting: number
}

export const keptViews: ViewKeeping = { bytes: 16_000_000, milliseconds: 600_000, waiting: 4 }

/** Scenes of the pack on screen, views drawn from its spheres, one at a time and each once, and photographs, which are not kept at all. */
export function cardScenes(shown: () => ShownPack, station: StationWords, limits: ViewKeeping = keptViews): CardScenes {
  const views = new Map<string, { readonly drawn: Promise<Uint8Array>; bytes: number }>()
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const forget = (key: string) => views.delete(key)
  const makeRoom = () => {
    let bytes = [...views.values()].reduce((sum, kept) => sum + kept.bytes, 0)
    for (const [key, kept] of views) {
      if (bytes <= limits.bytes) return
      forget(key)
      bytes -= kept.bytes
    }
  }
  const draw = (key: string, scene: TakenScene, folder: string): Promise<Uint8Array> => {
    waiting += 1
    const drawn = last
      .then(() => drawView(scene, (path) => readFile(join(folder, path))))
      .finally(() => {
        waiting -= 1
      })
    last = drawn.catch(() => undefined)
    const kept = { drawn, bytes: 0 }
    views.set(key, kept)
    drawn.then(
      ({ length }) => {
        kept.bytes = length
        makeRoom()
        setTimeout(() => forget(key), limits.milliseconds).unref()
      },
      () => forget(key),
    )
    return drawn
  }
  const picture = async (
    { hash, folder }: ShownPack,
    scene: TakenScene,
  ): Promise<Result<Uint8Array, 'too-many-views'>> => {
    const key = `${hash} ${scene.picture}`
    const known = views.get(key)
    if (known) return ok(await known.drawn)
    if (waiting >= limits.waiting) return fail('too-many-views')
    return ok(await draw(key, scene, folder))
  }

  return {
    bring: async (of) => {
      const current = shown()
      if (typeof of === 'string') {
        const scene = current.pack.scenes.find(({ id }) => id === of)
        return scene
          ? ok({ scene, picture: await readFile(join(current.folder, scene.picture)) })
          : fail('no-such-scene')
      }
      if ('photo' in of) {
        const photo = await drawnAnew(of.photo)
        return photo.ok ? ok({ scene: sceneOfPhoto(station), picture: photo.value }) : photo
      }
      if ('carved' in of) {
        const scene = sceneOfCarving(current.pack, of)
        if (!scene.ok) return scene
        const print = await drawnAnew(of.carved)
        return print.ok ? ok({ scene: scene.value, picture: print.value }) : print
      }
      const scene = sceneOfView(current.pack, of)
      if (!scene.ok) return scene
      const drawn = await picture(current, scene.value)
      return drawn.ok ? ok({ scene: scene.value, picture: drawn.value }) : drawn
    },
    view: async (hash, of) => {
      const current = shown()
      if (current.hash !== hash) return fail('not-here')
      const scene = sceneOfView(current.pack, of)
      return scene.ok ? picture(current, scene.value) : scene
    },
  }
}
