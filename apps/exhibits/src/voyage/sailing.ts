import {
  abeamOf,
  ahead,
  type Bearing,
  type Course,
  type Crossing,
  chainageOf,
  courseAt,
  courseOf,
  cross,
  drifted,
  goneFrom,
  holdLook,
  inOrder,
  isSettled,
  type Look,
  liesStill,
  lookBack,
  lookBy,
  looksStill,
  makeFor,
  type Node,
  norm360,
  passageAt,
  type Quay,
  quayOf,
  riverAt,
  type Ship,
  type Stop,
  sail,
  settledAt,
  shipAt,
  turnHelm,
  wantedNodes,
} from '@riverside/voyage'

/** Whole quay of the first stage, in metres; a pack whose stops reach further makes it longer. */
const firstStage = { from: 0, to: 2800 } as const

/** Seconds in which a helm let go while turning loses two thirds of its speed. */
const helmGlide = 0.9

/** Turns a second below which the helm on the screen stops. */
const helmStill = 0.02

/** Seconds of a whole change of pictures, travelling and with reduced motion. */
const crossingTakes = { travelling: 0.9, reduced: 0.4 } as const

/** How far one may zoom: the share of the course's own field, and its bounds in degrees. */
const zoomLimits = { least: 0.45, most: 1.35, narrowest: 25, widest: 90 } as const

/** What React needs to know; it changes a few times a minute, not every frame. */
export type Standing = {
  readonly abeam: Stop | undefined
  readonly atRest: boolean
  /** The picture most of which is seen. */
  readonly node: Node
}

/** Everything that moves in the room. Hands change it, frames step it, and whoever draws reads it. */
export class Sailing {
  readonly nodes: readonly Node[]
  readonly stops: readonly Stop[]
  readonly quay: Quay
  /** Asks for a frame; set by whoever draws. */
  onWake: () => void = () => {}
  /** The helm on the screen goes on turning by itself, by so many turns. */
  onGlide: (turns: number) => void = () => {}
  readonly #way: Course
  #ship: Ship
  #look: Look = ahead
  #zoom = 1
  #crossing: Crossing
  #turned = 0
  #glide = 0
  #pace = 1
  #holdsLook = false
  #standing: Standing
  readonly #reduced: boolean
  readonly #hearers = new Set<() => void>()
  readonly #painters = new Set<() => void>()

  constructor(nodes: readonly Node[], stops: readonly Stop[], metresPerTurn: number, reducedMotion: boolean) {
    this.nodes = inOrder(nodes)
    this.stops = [...stops].sort((a, b) => a.chainage - b.chainage)
    this.#way = courseOf(this.nodes, this.stops)
    const places = this.stops.map(({ chainage }) => chainage)
    this.quay = quayOf(Math.min(firstStage.from, ...places), Math.max(firstStage.to, ...places), places, metresPerTurn)
    this.#reduced = reducedMotion
    this.#ship = shipAt(this.quay, firstStage.from)
    const passage = passageAt(this.nodes, this.chainage)
    this.#crossing = settledAt(passage.blend < 0.5 ? passage.from : passage.to)
    this.#standing = { abeam: this.#abeam(undefined), atRest: true, node: this.#crossing.from }
  }

  get chainage(): number {
    return chainageOf(this.quay, this.#ship)
  }

  /** Metres a second, positive downstream. */
  get speed(): number {
    return this.#ship.speed
  }

  /** How far the helm has been turned since the room was entered, in turns. */
  get turned(): number {
    return this.#turned
  }

  get crossing(): Crossing {
    return this.#crossing
  }

  get standing(): Standing {
    return this.#standing
  }

  /** True bearing of the river, in degrees. */
  get shore(): number {
    return riverAt(this.chainage).bearing
  }

  /** The view in degrees; the field is vertical, for a screen of this shape (width over height). */
  view(aspect: number): Bearing & { readonly field: number } {
    const course = courseAt(this.#way, this.chainage)
    const field = (aspect < 1 ? course.field * 1.22 : course.field) * this.#zoom
    return {
      bearing: norm360(course.bearing + this.#look.aside),
      elevation: course.elevation + this.#look.above - (aspect < 1 ? 3 : 0),
      field: Math.min(zoomLimits.widest, Math.max(zoomLimits.narrowest, field)),
    }
  }

  /** Metres by which the eye is forward of where a node's picture was taken. */
  goneFrom(node: Node): number {
    return this.#reduced ? 0 : goneFrom(this.nodes, node, this.chainage)
  }

  /** The nodes whose pictures are wanted, the most wanted first. What is on show stays, however far the ship has been sent. */
  wanted(): readonly Node[] {
    const { from, to, share } = this.#crossing
    const shown = share === 0 ? [from] : share === 1 ? [to] : [from, to]
    return [...new Set([...shown, ...wantedNodes(this.nodes, this.chainage, this.speed)])].slice(0, 3)
  }

  turn(turns: number): void {
    this.#turned += turns
    this.#ship = turnHelm(this.quay, this.#ship, turns)
    this.#wake()
  }

  /** Lets the helm on the screen go on by itself, in turns a second; 0 stops it. */
  glide(turnsASecond: number): void {
    this.#glide = turnsASecond
    this.#wake()
  }

  makeFor(chainage: number): void {
    this.#glide = 0
    this.#ship = makeFor(this.quay, this.#ship, chainage)
    this.#wake()
  }

  /** A finger holds the picture and moves it by so many degrees. */
  lookBy(aside: number, above: number, seconds: number): void {
    this.#holdsLook = true
    this.#look = lookBy(this.#look, this.#course, aside, above, seconds)
    this.#wake()
  }

  /** The finger is lifted; `flung` where it was still moving. */
  letLook(flung: boolean): void {
    this.#holdsLook = false
    if (!flung || this.#reduced) this.#look = holdLook(this.#look)
    this.#wake()
  }

  zoomBy(factor: number): void {
    this.#zoom = Math.min(zoomLimits.most, Math.max(zoomLimits.least, this.#zoom * factor))
    this.#wake()
  }

  /** 1 is the river's own pace; less behind an open sheet. */
  setPace(pace: number): void {
    this.#pace = pace
    this.#wake()
  }

  /** One frame. True while anything goes on moving. */
  step(seconds: number, hasCome: (node: Node) => boolean): boolean {
    this.#stepGlide(seconds)
    this.#ship = sail(this.quay, this.#ship, seconds, this.#pace)
    if (!this.#holdsLook) this.#look = drifted(this.#look, this.#course, seconds)
    const underWay = Math.abs(this.speed) > 2
    if (underWay && !this.#holdsLook && looksStill(this.#look)) this.#look = lookBack(this.#look, seconds)
    const passage = passageAt(this.nodes, this.chainage)
    const takes = this.#reduced ? crossingTakes.reduced : crossingTakes.travelling
    const lyingStill = this.#reduced || Math.abs(this.speed) < 1
    const before = this.#crossing
    this.#crossing = cross(before, passage, { seconds, takes, lyingStill, hasCome })
    const crossingOn = !isSettled(this.#crossing) && this.#crossing.share !== before.share
    const moves = this.#glide !== 0 || !liesStill(this.#ship) || !looksStill(this.#look) || crossingOn
    this.#stand(!moves)
    return moves
  }

  /** Hears when the standing has changed. */
  readonly subscribe = (hear: () => void): (() => void) => {
    this.#hearers.add(hear)
    return () => void this.#hearers.delete(hear)
  }

  /** Called in every frame that is drawn, after the step, and once now. */
  onFrame(paint: () => void): () => void {
    this.#painters.add(paint)
    paint()
    return () => void this.#painters.delete(paint)
  }

  paint(): void {
    for (const paint of this.#painters) paint()
  }

  get #course(): number {
    return courseAt(this.#way, this.chainage).elevation
  }

  #wake(): void {
    this.#stand(false)
    this.onWake()
  }

  #stepGlide(seconds: number): void {
    if (this.#glide === 0) return
    const kept = Math.exp(-seconds / helmGlide)
    const turns = this.#glide * helmGlide * (1 - kept)
    this.#glide = Math.abs(this.#glide * kept) < helmStill ? 0 : this.#glide * kept
    this.onGlide(turns)
  }

  #abeam(before: Stop | undefined): Stop | undefined {
    const id = abeamOf(this.stops, this.chainage, before?.id)
    return this.stops.find((stop) => stop.id === id)
  }

  #stand(atRest: boolean): void {
    const { from, to, share } = this.#crossing
    const next: Standing = { abeam: this.#abeam(this.#standing.abeam), atRest, node: share < 0.5 ? from : to }
    const before = this.#standing
    if (next.abeam === before.abeam && next.atRest === before.atRest && next.node === before.node) return
    this.#standing = next
    for (const hear of [...this.#hearers]) hear()
  }
}
