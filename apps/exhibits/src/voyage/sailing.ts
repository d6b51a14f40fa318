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
  degrees,
  drifted,
  glance,
  goneFrom,
  holdLook,
  inOrder,
  isSettled,
  type Look,
  liesStill,
  limitsBetween,
  lookBack,
  lookBy,
  looksStill,
  makeFor,
  type Node,
  norm360,
  passageAt,
  type Quay,
  quayOf,
  radians,
  riverAt,
  type Ship,
  type Stop,
  sail,
  settledAt,
  shipAt,
  turnHelm,
  type ViewLimits,
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

/** How far one may zoom: the share of the course's own field. The nodes' own limits hold as well. */
const zoomLimits = { least: 0.4, most: 1.35 } as const

/** A share of the field at which what was touched twice is looked at. */
const nearBy = 0.52

/** Seconds in which a zoom asked for by a slip or a key makes good all but a third of its way. */
const zoomTakes = 0.11

/** The border between the ages opens a little left of the middle and stays this far from the edges. */
const border = { opening: 0.42, least: 0.02, most: 0.98 } as const

/** One turn of the helm moves the border over this share of the screen. */
const borderATurn = 0.6

/** What React needs to know; it changes a few times a minute, not every frame. */
export type Standing = {
  readonly abeam: Stop | undefined
  readonly atRest: boolean
  /** The picture most of which is seen. */
  readonly node: Node
  /** The past is drawn over a part of the screen. */
  readonly isPastDrawn: boolean
  /** Nothing more can be brought nearer, or seen wider. */
  readonly zoom: 'nearest' | 'widest' | 'between'
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
  #zoomGoal = 1
  readonly #past: { current: number | undefined } = { current: undefined }
  #crossing: Crossing
  #turned = 0
  #glide = 0
  #pace = 1
  #holdsLook = false
  #standing: Standing
  readonly #reduced: boolean
  readonly #hearers = new Set<() => void>()
  readonly #painters = new Set<() => void>()

  /** `from` is the chainage in metres at which the ship lies first. */
  constructor(
    nodes: readonly Node[],
    stops: readonly Stop[],
    metresPerTurn: number,
    reducedMotion: boolean,
    from: number = firstStage.from,
  ) {
    this.nodes = inOrder(nodes)
    this.stops = [...stops].sort((a, b) => a.chainage - b.chainage)
    this.#way = courseOf(this.nodes, this.stops)
    const places = this.stops.map(({ chainage }) => chainage)
    this.quay = quayOf(Math.min(firstStage.from, ...places), Math.max(firstStage.to, ...places), places, metresPerTurn)
    this.#reduced = reducedMotion
    this.#ship = shipAt(this.quay, from)
    const passage = passageAt(this.nodes, this.chainage)
    this.#crossing = settledAt(passage.blend < 0.5 ? passage.from : passage.to)
    this.#standing = {
      abeam: this.#abeam(undefined),
      atRest: true,
      node: this.#crossing.from,
      isPastDrawn: false,
      zoom: 'between',
    }
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

  /** Left of this share of the screen's width the past is seen; undefined where today is seen alone. */
  get past(): { readonly current: number | undefined } {
    return this.#past
  }

  /** Degrees within which one looks from here. */
  get limits(): ViewLimits {
    const { from, to, share } = this.#crossing
    return limitsBetween(from.limits, to.limits, share)
  }

  /** The view in degrees; the field is vertical, for a screen of this shape (width over height). */
  view(aspect: number): Bearing & { readonly field: number } {
    const course = courseAt(this.#way, this.chainage)
    const { lowest, highest, narrowest, widest } = this.limits
    const field = (aspect < 1 ? course.field * 1.22 : course.field) * this.#zoom
    const elevation = course.elevation + this.#look.above - (aspect < 1 ? 3 : 0)
    return {
      bearing: norm360(course.bearing + this.#look.aside),
      elevation: Math.min(highest, Math.max(lowest, elevation)),
      field: Math.min(widest, Math.max(narrowest, field)),
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

  /** While the past is drawn the helm moves its border; else it steers the ship. */
  turn(turns: number): void {
    this.#turned += turns
    if (this.#past.current === undefined) this.#ship = turnHelm(this.quay, this.#ship, turns)
    else this.#drawAt(this.#past.current + turns * borderATurn)
    this.#wake()
  }

  /** Draws the past as far as a share of the screen's width; where the node shows no past, nothing. */
  drawPast(share: number = border.opening): void {
    if (!this.#standing.node.then) return
    this.#drawAt(share)
    this.#wake()
  }

  hidePast(): void {
    this.#past.current = undefined
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
    this.#look = lookBy(this.#look, this.#course, aside, above, seconds, this.limits)
    this.#wake()
  }

  /** The finger is lifted; `flung` where it was still moving. */
  letLook(flung: boolean): void {
    this.#holdsLook = false
    if (!flung || this.#reduced) this.#look = holdLook(this.#look)
    this.#wake()
  }

  /** Glances aside and up by so many degrees, and rests there. */
  glanceBy(aside: number, above: number): void {
    this.#look = this.#reduced
      ? holdLook(lookBy(this.#look, this.#course, aside, above, 0, this.limits))
      : glance(this.#look, aside, above)
    this.#wake()
  }

  /** Two fingers hold the picture: it goes with them at once. */
  pinchBy(factor: number): void {
    this.#zoom = this.#zoomed(this.#zoom * factor)
    this.#zoomGoal = this.#zoom
    this.#wake()
  }

  /** Less than 1 brings the shore nearer. */
  zoomBy(factor: number): void {
    this.#zoomGoal = this.#zoomed(this.#zoomGoal * factor)
    if (this.#reduced) this.#zoom = this.#zoomGoal
    this.#wake()
  }

  /** Back to the course's own field. */
  zoomHome(): void {
    this.zoomBy(1 / this.#zoomGoal)
  }

  /** Brings nearer what lies at a place of the screen (shares from the upper left), or goes back where something is near already. */
  approach({ x, y }: { readonly x: number; readonly y: number }, aspect: number): void {
    if (this.#zoomGoal < (1 + nearBy) / 2) this.zoomHome()
    else {
      const { field } = this.view(aspect)
      this.zoomBy(nearBy / this.#zoomGoal)
      const tall = Math.tan(radians(field / 2))
      this.glanceBy(degrees(Math.atan((2 * x - 1) * aspect * tall)), degrees(Math.atan((1 - 2 * y) * tall)))
    }
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
    if (!this.#holdsLook) this.#look = drifted(this.#look, this.#course, seconds, this.limits)
    const zooms = this.#stepZoom(seconds)
    const underWay = Math.abs(this.speed) > 2
    if (underWay && !this.#holdsLook && looksStill(this.#look)) this.#look = lookBack(this.#look, seconds)
    const passage = passageAt(this.nodes, this.chainage)
    const takes = this.#reduced ? crossingTakes.reduced : crossingTakes.travelling
    const lyingStill = this.#reduced || Math.abs(this.speed) < 1
    const before = this.#crossing
    this.#crossing = cross(before, passage, { seconds, takes, lyingStill, hasCome })
    const crossingOn = !isSettled(this.#crossing) && this.#crossing.share !== before.share
    const moves = zooms || this.#glide !== 0 || !liesStill(this.#ship) || !looksStill(this.#look) || crossingOn
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

  #stepZoom(seconds: number): boolean {
    // Another node may allow less.
    this.#zoomGoal = this.#zoomed(this.#zoomGoal)
    const left = (this.#zoom - this.#zoomGoal) * Math.exp(-seconds / zoomTakes)
    this.#zoom = this.#zoomGoal + (Math.abs(left) < 0.002 ? 0 : left)
    return this.#zoom !== this.#zoomGoal
  }

  #zoomed(factor: number): number {
    const { least, most } = this.#zoomBounds
    return Math.min(most, Math.max(least, factor))
  }

  get #zoomBounds(): { readonly least: number; readonly most: number } {
    const { field } = courseAt(this.#way, this.chainage)
    const { narrowest, widest } = this.limits
    return {
      least: Math.min(1, Math.max(zoomLimits.least, narrowest / field)),
      most: Math.max(1, Math.min(zoomLimits.most, widest / field)),
    }
  }

  #drawAt(share: number): void {
    this.#past.current = Math.min(border.most, Math.max(border.least, share))
  }

  #abeam(before: Stop | undefined): Stop | undefined {
    const id = abeamOf(this.stops, this.chainage, before?.id)
    return this.stops.find((stop) => stop.id === id)
  }

  #stand(atRest: boolean): void {
    const { from, to, share } = this.#crossing
    const node = share < 0.5 ? from : to
    // Where a place has no picture of its past there is nothing to draw a border against.
    if (!node.then) this.#past.current = undefined
    const { least, most } = this.#zoomBounds
    const next: Standing = {
      abeam: this.#abeam(this.#standing.abeam),
      atRest,
      node,
      isPastDrawn: this.#past.current !== undefined,
      zoom: this.#zoomGoal <= least ? 'nearest' : this.#zoomGoal >= most ? 'widest' : 'between',
    }
    const before = this.#standing
    const isSame = (Object.keys(next) as Array<keyof Standing>).every((part) => next[part] === before[part])
    if (isSame) return
    this.#standing = next
    for (const hear of [...this.#hearers]) hear()
  }
}
