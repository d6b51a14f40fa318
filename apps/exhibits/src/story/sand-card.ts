import { Lifetime } from '@riverside/kit'
import { bankOf, carriedBy, filmOf, grainOf, type Push, restOf, type SandField, sandRules } from '@riverside/story'
import {
  levelShader,
  pushShader,
  sandShader,
  slumpShader,
  stillShader,
  sumsShader,
  totalsShader,
  wholeSheet,
} from './sand-shaders.ts'

/** `steps`: those in which something could slide. Lighting takes one draw call a frame, reckoning the others. */
export type SandCounters = {
  frames: number
  steps: number
  drawCalls: number
  bytesSent: number
  textureBytes: number
}

type Drawn = { readonly program: WebGLProgram; readonly place: (name: string) => WebGLUniformLocation | null }
/** Cells from `left` to before `right`, from `top` to before `bottom`; none where `right` is not beyond `left`. */
type Cells = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
type Programs = Readonly<Record<'sums' | 'totals' | 'push' | 'slump' | 'still' | 'level' | 'shade', Drawn>>
type Target = {
  readonly texture: WebGLTexture
  readonly frame: WebGLFramebuffer
  readonly width: number
  readonly height: number
}

const { pushesAtOnce, widest } = sandRules
/** Rows of cells under and round the widest and quickest touch. */
const rowsAtMost = 2 * Math.ceil(widest + bankOf(widest, 1) + 1) + 1
/** Steps from one question whether anything still slides to the next. */
const asksEvery = 6

/** What the graphics card must be able to do: reckon, and look between, heights of full precision. */
export const wantedOfCard = ['EXT_color_buffer_float', 'OES_texture_float_linear'] as const

/**
 * The field of heights on the graphics card, by the rules of `ProcessorField`: its twin in the tests. Nothing is read back while
 * it runs. Whether it stands still is asked of the card every few steps and heard some frames later; what slid meanwhile would
 * have slid by nothing, so the sand is the same whenever the answer comes.
 */
export class CardField implements SandField, Disposable {
  readonly columns: number
  readonly rows: number
  readonly #gl: WebGL2RenderingContext
  readonly #life = new Lifetime()
  readonly #counters: SandCounters
  readonly #rest: Float32Array
  readonly #ground: WebGLTexture
  #heights: Target
  #other: Target
  readonly #sums: Target
  readonly #totals: Target
  readonly #draw: Programs
  readonly #places = new Float32Array(pushesAtOnce * 4)
  readonly #ways = new Float32Array(pushesAtOnce * 4)
  /** Where sand may be sliding: it reaches one cell farther with each step. */
  #awake: Cells = none
  /** Where the two textures of heights are not alike: what is drawn next has to cover it too. */
  #apart: Cells = none
  /** What has changed since it was last shown. */
  #unseen: Cells = none
  #stepsUnasked = 0
  #asked: WebGLQuery | undefined

  /** @param grainSize Pixels of the picture to one grain. Throws where the card does not take the programs. */
  constructor(gl: WebGL2RenderingContext, columns: number, rows: number, grainSize: number, counters: SandCounters) {
    this.#gl = gl
    this.columns = columns
    this.rows = rows
    this.#counters = counters
    for (const name of wantedOfCard) if (!gl.getExtension(name)) throw new Error(`The graphics card has no ${name}`)
    const cells = Array.from({ length: columns * rows }, (_, cell) => [cell % columns, (cell / columns) | 0] as const)
    this.#rest = Float32Array.from(cells, ([column, row]) => restOf(column, row))
    const ground = Float32Array.from(cells.flatMap(([column, row]) => [restOf(column, row), grainOf(column, row)]))
    this.#ground = this.#texture(gl.RG32F, columns, rows, gl.NEAREST)
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, columns, rows, gl.RG, gl.FLOAT, ground)
    this.#heights = this.#target(gl.R32F, columns, rows, gl.LINEAR)
    this.#other = this.#target(gl.R32F, columns, rows, gl.LINEAR)
    this.#sums = this.#target(gl.RG32F, pushesAtOnce, rowsAtMost, gl.NEAREST)
    this.#totals = this.#target(gl.RG32F, pushesAtOnce, 1, gl.NEAREST)
    this.#draw = {
      sums: this.#linked(sumsShader),
      totals: this.#linked(totalsShader),
      push: this.#linked(pushShader),
      slump: this.#linked(slumpShader),
      still: this.#linked(stillShader),
      level: this.#linked(levelShader),
      shade: this.#linked(sandShader),
    }
    gl.uniform1i(this.#use('shade').place('grainSize'), grainSize)
    counters.textureBytes = columns * rows * 16 + pushesAtOnce * (rowsAtMost + 1) * 8
    this.reset()
  }

  get isStill(): boolean {
    this.#hear()
    return isNone(this.#awake)
  }

  push(round: readonly Push[]): void {
    const gl = this.#gl
    for (const [index, push] of round.entries()) {
      const { x, y, reach, aheadX, aheadY, haste } = push
      this.#places.set([x, y, reach, bankOf(reach, haste)], index * 4)
      this.#ways.set([aheadX, aheadY, filmOf(reach, haste), carriedBy(reach)], index * 4)
    }
    const height = 2 * Math.ceil(Math.max(...round.map(({ reach, haste }) => reach + bankOf(reach, haste) + 1))) + 1
    for (const name of ['sums', 'push'] as const) {
      const { place } = this.#use(name)
      gl.uniform4fv(place('places'), this.#places, 0, round.length * 4)
      gl.uniform4fv(place('ways'), this.#ways, 0, round.length * 4)
      gl.uniform1i(place('pushes'), round.length)
      this.#counters.bytesSent += round.length * 32
    }
    this.#use('sums')
    this.#onto(this.#sums, round.length, height)
    gl.uniform1i(this.#use('totals').place('rowsSummed'), height)
    this.#onto(this.#totals, round.length, 1)
    this.#use('push')
    const touched = round.map((push) => this.#around(push)).reduce(together, none)
    this.#ontoOther(touched)
    this.#awake = together(this.#awake, touched)
    this.#forget()
  }

  slump(): void {
    this.#hear()
    if (isNone(this.#awake)) return
    this.#awake = this.#within(this.#awake, 1)
    this.#use('slump')
    this.#ontoOther(this.#awake)
    this.#counters.steps += 1
    this.#stepsUnasked += 1
    if (this.#stepsUnasked >= asksEvery && !this.#asked) this.#ask()
  }

  level(reached: number, pull: number): void {
    const gl = this.#gl
    const { place } = this.#use('level')
    gl.uniform1f(place('reached'), reached)
    gl.uniform1f(place('pull'), pull)
    this.#ontoOther(this.#whole)
  }

  reset(): void {
    const gl = this.#gl
    gl.bindTexture(gl.TEXTURE_2D, this.#heights.texture)
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, this.columns, this.rows, gl.RED, gl.FLOAT, this.#rest)
    this.#counters.bytesSent += this.#rest.byteLength
    this.#unseen = this.#whole
    this.#apart = this.#whole
    this.#awake = none
    this.#forget()
  }

  stir(): void {
    this.#awake = this.#whole
    this.#forget()
  }

  /** Lights what has changed since the last time. */
  show(): void {
    if (isNone(this.#unseen)) return
    const gl = this.#gl
    const { place } = this.#use('shade')
    const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight]
    gl.uniform2f(place('picture'), width, height)
    gl.bindFramebuffer(gl.FRAMEBUFFER, null)
    gl.viewport(0, 0, width, height)
    // Light and shade of a cell reach a few cells about it.
    const { left, top, right, bottom } = this.#within(this.#unseen, 6)
    const [across, down] = [width / this.columns, height / this.rows]
    const lit = {
      left: Math.floor(left * across),
      top: Math.floor((this.rows - bottom) * down),
      right: Math.ceil(right * across),
      bottom: Math.ceil((this.rows - top) * down),
    }
    this.#confined(lit, () => this.#drawSheet())
    this.#unseen = none
    this.#counters.frames += 1
  }

  /** The heights, fetched from the card. It waits for the card: for tests, and where a carving becomes a picture. */
  read(): Float32Array {
    const gl = this.#gl
    const fetched = new Float32Array(this.columns * this.rows * 4)
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#heights.frame)
    gl.readPixels(0, 0, this.columns, this.rows, gl.RGBA, gl.FLOAT, fetched)
    return Float32Array.from({ length: this.columns * this.rows }, (_, cell) => fetched[cell * 4] ?? 0)
  }

  [Symbol.dispose](): void {
    this.#forget()
    this.#life[Symbol.dispose]()
  }

  get #whole(): Cells {
    return { left: 0, top: 0, right: this.columns, bottom: this.rows }
  }

  #within({ left, top, right, bottom }: Cells, more: number): Cells {
    return {
      left: Math.max(0, left - more),
      top: Math.max(0, top - more),
      right: Math.min(this.columns, right + more),
      bottom: Math.min(this.rows, bottom + more),
    }
  }

  #around({ x, y, reach, haste }: Push): Cells {
    const [left, top] = [Math.floor(x), Math.floor(y)]
    return this.#within({ left, top, right: left + 1, bottom: top + 1 }, Math.ceil(reach + bankOf(reach, haste) + 1))
  }

  /** Asks whether a further step would move anything: no pixel is drawn where none would. */
  #ask() {
    const gl = this.#gl
    const query = gl.createQuery()
    this.#stepsUnasked = 0
    if (!query) return
    this.#asked = query
    this.#use('still')
    gl.colorMask(false, false, false, false)
    gl.beginQuery(gl.ANY_SAMPLES_PASSED, query)
    this.#confined(this.#within(this.#awake, 1), () => this.#onto(this.#other, this.columns, this.rows))
    gl.endQuery(gl.ANY_SAMPLES_PASSED)
    gl.colorMask(true, true, true, true)
  }

  #hear() {
    const gl = this.#gl
    if (!this.#asked || !gl.getQueryParameter(this.#asked, gl.QUERY_RESULT_AVAILABLE)) return
    if (!gl.getQueryParameter(this.#asked, gl.QUERY_RESULT)) this.#awake = none
    this.#forget()
  }

  /** An answer to what was asked before a hand came would be no answer. */
  #forget() {
    if (this.#asked) this.#gl.deleteQuery(this.#asked)
    this.#asked = undefined
    this.#stepsUnasked = 0
  }

  /** The program, with everything it may look at in its place. */
  #use(name: keyof Programs): Drawn {
    const gl = this.#gl
    const drawn = this.#draw[name]
    this.#take(drawn.program)
    for (const [unit, texture] of [
      this.#heights.texture,
      this.#ground,
      name === 'totals' ? this.#sums.texture : this.#totals.texture,
    ].entries()) {
      gl.activeTexture(gl.TEXTURE0 + unit)
      gl.bindTexture(gl.TEXTURE_2D, texture)
    }
    gl.activeTexture(gl.TEXTURE0)
    return drawn
  }

  #take(program: WebGLProgram) {
    // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, no hook of React
    this.#gl.useProgram(program)
  }

  #onto({ frame }: Target, width: number, height: number) {
    const gl = this.#gl
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame)
    gl.viewport(0, 0, width, height)
    this.#drawSheet()
  }

  /** Draws the field anew from itself, where the program in use changes it. */
  #ontoOther(where: Cells) {
    this.#confined(together(where, this.#apart), () => this.#onto(this.#other, this.columns, this.rows))
    this.#apart = where
    ;[this.#heights, this.#other] = [this.#other, this.#heights]
    this.#unseen = together(this.#unseen, where)
  }

  #confined({ left, top, right, bottom }: Cells, draw: () => void) {
    const gl = this.#gl
    gl.enable(gl.SCISSOR_TEST)
    gl.scissor(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
    draw()
    gl.disable(gl.SCISSOR_TEST)
  }

  #drawSheet() {
    this.#gl.drawArrays(this.#gl.TRIANGLES, 0, 3)
    this.#counters.drawCalls += 1
  }

  #texture(format: number, width: number, height: number, filter: number): WebGLTexture {
    const gl = this.#gl
    const texture = this.#life.own(gl.createTexture(), (taken) => gl.deleteTexture(taken))
    gl.bindTexture(gl.TEXTURE_2D, texture)
    gl.texStorage2D(gl.TEXTURE_2D, 1, format, width, height)
    for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE)
    for (const size of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, size, filter)
    return texture
  }

  #target(format: number, width: number, height: number, filter: number): Target {
    const gl = this.#gl
    const texture = this.#texture(format, width, height, filter)
    const frame = this.#life.own(gl.createFramebuffer(), (taken) => gl.deleteFramebuffer(taken))
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
    return { texture, frame, width, height }
  }

  #linked(fragment: string): Drawn {
    const gl = this.#gl
    const program = this.#life.own(gl.createProgram(), (taken) => gl.deleteProgram(taken))
    for (const [kind, source] of [
      [gl.VERTEX_SHADER, wholeSheet],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(kind)
      if (!shader) throw new Error('The graphics card is gone')
      this.#life.own(shader, (taken) => gl.deleteShader(taken))
      gl.shaderSource(shader, source)
      gl.compileShader(shader)
      gl.attachShader(program, shader)
    }
    gl.linkProgram(program)
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
      throw new Error(`The graphics card does not take a program: ${gl.getProgramInfoLog(program)}`)
    }
    const places = new Map<string, WebGLUniformLocation | null>()
    const place = (name: string) => {
      const known = places.get(name)
      if (known !== undefined) return known
      const found = gl.getUniformLocation(program, name)
      places.set(name, found)
      return found
    }
    this.#take(program)
    gl.uniform1i(place('heights'), 0)
    gl.uniform1i(place('ground'), 1)
    gl.uniform1i(place('totals'), 2)
    gl.uniform2i(place('cells'), this.columns, this.rows)
    return { program, place }
  }
}

const none: Cells = { left: 0, top: 0, right: 0, bottom: 0 }

const isNone = ({ left, top, right, bottom }: Cells): boolean => right <= left || bottom <= top

function together(one: Cells, other: Cells): Cells {
  if (isNone(one)) return other
  if (isNone(other)) return one
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  }
}
