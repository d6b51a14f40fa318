import type { WebGLRenderer } from 'three'

export type HeadsetStanding = 'none' | 'offered' | 'worn'

/** The way into a headset: offered only while the browser says there is one to be worn, and left with the room. */
export class Headset {
  #standing: HeadsetStanding = 'none'
  #renderer: WebGLRenderer | undefined
  #session: XRSession | undefined
  readonly #hearers = new Set<() => void>()

  get standing(): HeadsetStanding {
    return this.#standing
  }

  /** Hears when the standing has changed. */
  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hearers.add(hear)
    return () => void this.#hearers.delete(hear)
  }

  /** Lends the renderer that draws for the headset too; what is returned takes it away again. */
  lend(renderer: WebGLRenderer): () => void {
    const lookOut = () => void this.#lookOut()
    this.#renderer = renderer
    navigator.xr?.addEventListener('devicechange', lookOut)
    lookOut()
    return () => {
      navigator.xr?.removeEventListener('devicechange', lookOut)
      this.#renderer = undefined
      void this.leave()
      this.#stand('none')
    }
  }

  /** Has to be called by a hand's own press: browsers ask for that. Where the headset refuses, nothing happens. */
  async enter(): Promise<void> {
    const renderer = this.#renderer
    if (!renderer || !navigator.xr || this.#session) return
    const session = await navigator.xr.requestSession('immersive-vr').catch(() => undefined)
    if (!session) return
    if (this.#renderer !== renderer) return session.end()
    this.#session = session
    session.addEventListener('end', () => {
      this.#session = undefined
      if (this.#renderer) void this.#lookOut()
    })
    renderer.xr.setReferenceSpaceType('local')
    await renderer.xr.setSession(session)
    this.#stand('worn')
  }

  async leave(): Promise<void> {
    await this.#session?.end()
  }

  async #lookOut(): Promise<void> {
    const isThere = (await navigator.xr?.isSessionSupported('immersive-vr').catch(() => false)) ?? false
    if (this.#renderer && !this.#session) this.#stand(isThere ? 'offered' : 'none')
  }

  #stand(standing: HeadsetStanding): void {
    if (this.#standing === standing) return
    this.#standing = standing
    for (const hear of [...this.#hearers]) hear()
  }
}
