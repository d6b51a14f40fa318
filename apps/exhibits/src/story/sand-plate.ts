import { Lifetime } from '@riverside/kit'
import type { SandArea } from '@riverside/story'
import { paintSand } from './paint-sand.ts'
import { raking, sandInks } from './sand-ink.ts'

/** What shows the sand. It draws when it is told to, and never by itself. */
export type SandPlate = Disposable & {
  readonly by: 'graphics card' | 'processor'
  /** @param changed What changed since the last time, in cells. */
  readonly draw: (heights: Float32Array, changed: SandArea) => void
  readonly counters: SandCounters
}

export type SandCounters = { frames: number; drawCalls: number; bytesSent: number; textureBytes: number }

/** One grain to about this many parts of the tray's width. */
const grainsAcross = 1150

/**
 * Takes the canvas: by the graphics card where there is one, else by the processor at half the grain.
 * @param canvas Its width and height are set already, in device pixels.
 */
export function openPlate(canvas: HTMLCanvasElement, columns: number, rows: number, allowCard: boolean): SandPlate {
  const gl = allowCard
    ? canvas.getContext('webgl2', {
        alpha: true,
        antialias: false,
        depth: false,
        stencil: false,
        preserveDrawingBuffer: true,
      })
    : null
  return (gl && cardPlate(gl, columns, rows)) || processorPlate(canvas, columns, rows)
}

function processorPlate(canvas: HTMLCanvasElement, columns: number, rows: number): SandPlate {
  canvas.width = Math.ceil(canvas.width / 2)
  canvas.height = Math.ceil(canvas.height / 2)
  const context = canvas.getContext('2d')
  const picture = new ImageData(canvas.width, canvas.height)
  const grain = Math.max(1, Math.round(canvas.width / grainsAcross))
  const counters: SandCounters = { frames: 0, drawCalls: 0, bytesSent: 0, textureBytes: 0 }
  return {
    by: 'processor',
    counters,
    draw(heights, changed) {
      const painted = paintSand(heights, columns, rows, changed, picture, grain)
      context?.putImageData(picture, 0, 0, painted.x, painted.y, painted.width, painted.height)
      counters.frames += 1
    },
    [Symbol.dispose]() {
      canvas.width = 0
    },
  }
}

function cardPlate(gl: WebGL2RenderingContext, columns: number, rows: number): SandPlate | undefined {
  const life = new Lifetime()
  const program = linked(gl, life)
  if (!program) {
    life[Symbol.dispose]()
    return undefined
  }
  const texture = life.own(gl.createTexture(), (taken) => gl.deleteTexture(taken))
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R16F, columns, rows)
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE)
  for (const size of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, size, gl.LINEAR)
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4)
  gl.pixelStorei(gl.UNPACK_ROW_LENGTH, columns)
  // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, no hook of React
  gl.useProgram(program)
  const place = (name: string) => gl.getUniformLocation(program, name)
  gl.uniform2f(place('cells'), columns, rows)
  gl.uniform2f(place('picture'), gl.drawingBufferWidth, gl.drawingBufferHeight)
  gl.uniform1i(place('grainSize'), Math.max(1, Math.round(gl.drawingBufferWidth / grainsAcross)))
  gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight)
  const counters: SandCounters = { frames: 0, drawCalls: 0, bytesSent: 0, textureBytes: columns * rows * 2 }
  return {
    by: 'graphics card',
    counters,
    draw(heights, { x, y, width, height }) {
      gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, x)
      gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y)
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RED, gl.FLOAT, heights)
      gl.drawArrays(gl.TRIANGLES, 0, 3)
      counters.frames += 1
      counters.drawCalls += 1
      counters.bytesSent += width * height * 4
    },
    [Symbol.dispose]() {
      life[Symbol.dispose]()
      gl.getExtension('WEBGL_lose_context')?.loseContext()
    },
  }
}

function linked(gl: WebGL2RenderingContext, life: Lifetime): WebGLProgram | undefined {
  const program = life.own(gl.createProgram(), (taken) => gl.deleteProgram(taken))
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, wholeSheet],
    [gl.FRAGMENT_SHADER, sandShader],
  ] as const) {
    const shader = gl.createShader(kind)
    if (!shader) return undefined
    life.own(shader, (taken) => gl.deleteShader(taken))
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : undefined
}

const wholeSheet = `#version 300 es
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0);
  gl_Position = vec4(corner, 0.0, 1.0);
}`

const ink = ([r, g, b]: readonly [number, number, number]) =>
  `vec3(${[r, g, b].map((channel) => (channel / 255).toFixed(5)).join(', ')})`
const f = (value: number) => (Number.isInteger(value) ? `${value}.0` : `${value}`)

/** The rules of paintSand, for every pixel at once. */
const sandShader = `#version 300 es
precision highp float;
precision highp int;
uniform sampler2D heights;
uniform vec2 cells;
uniform vec2 picture;
uniform int grainSize;
out vec4 shown;

float grainAt(ivec2 p, uint salt) {
  uint mixed = (uint(p.x) * 0x9e3779b1u) ^ (uint(p.y) * 0x85ebca77u) ^ (salt * 0xc2b2ae3du);
  mixed = (mixed ^ (mixed >> 16)) * 0x7feb352du;
  mixed = (mixed ^ (mixed >> 15)) * 0x846ca68bu;
  return float((mixed ^ (mixed >> 16)) >> 8) / 16777216.0;
}

float wave(vec2 place, uint salt) {
  vec2 w = place + 16.0;
  ivec2 p = ivec2(floor(w));
  vec2 t = smoothstep(0.0, 1.0, fract(w));
  float upper = mix(grainAt(p, salt), grainAt(p + ivec2(1, 0), salt), t.x);
  float lower = mix(grainAt(p + ivec2(0, 1), salt), grainAt(p + ivec2(1, 1), salt), t.x);
  return mix(upper, lower, t.y);
}

float waver(vec2 cell, uint salt) { return 0.55 * wave(cell / 9.0, salt) + 0.45 * wave(cell / 1.1, salt + 2u); }

float at(vec2 cell) { return texture(heights, (cell + 0.5) / cells).r; }

vec3 inkOf(vec2 slope, float one, float two) {
  float lit = (${f(raking.light[2])} - slope.x * ${f(raking.light[0])} - slope.y * ${f(raking.light[1])}) / sqrt(1.0 + dot(slope, slope));
  float tone = lit + (one - 0.5) * ${f(raking.stipple)};
  if (tone > ${f(raking.glare)}) return ${ink(sandInks.glare)};
  if (tone > ${f(raking.bright)}) return ${ink(sandInks.light)};
  if (tone <= ${f(raking.body)}) return tone > ${f(raking.shade)} ? ${ink(sandInks.shade)} : ${ink(sandInks.deep)};
  float lean = lit - ${f(raking.level)};
  if (two < 0.022 - lean * 0.25) return one < 0.25 ? ${ink(sandInks.deep)} : ${ink(sandInks.shade)};
  if (two > 0.955 - lean * 1.5) return one > 0.93 ? ${ink(sandInks.glare)} : ${ink(sandInks.light)};
  return ${ink(sandInks.body)};
}

void main() {
  vec2 pixel = vec2(gl_FragCoord.x, picture.y - gl_FragCoord.y);
  ivec2 grain = ivec2(floor(pixel)) / grainSize;
  float one = grainAt(grain, 1u);
  float two = grainAt(grain, 2u);
  vec2 straight = pixel / picture * cells - 0.5;
  vec2 cell = straight + (vec2(waver(straight, 3u), waver(straight, 4u)) - 0.5) * ${f(raking.ragged * 2)} + (vec2(one, two) - 0.5) * 0.36;
  float height = at(cell);
  if (height > mix(${f(raking.veil)}, ${f(raking.cover)}, two)) {
    vec2 slope = vec2(at(cell + vec2(1, 0)) - at(cell - vec2(1, 0)), at(cell + vec2(0, 1)) - at(cell - vec2(0, 1))) / 2.0;
    shown = vec4(inkOf(slope, one, two), 1.0);
  } else if (two > 1.0 - ${f(raking.lost)} - max(0.0, height) * 0.1) {
    shown = vec4(one > 0.5 ? ${ink(sandInks.body)} : ${ink(sandInks.light)}, 1.0);
  } else {
    float near = (at(cell - vec2(1.5, 1.4)) - height) / 2.05;
    float far = (at(cell - vec2(3.0, 2.8)) - height) / 4.1;
    bool shaded = max(near, far) > ${f(raking.shades)} && one < 0.86;
    shown = shaded ? vec4(${ink(sandInks.shadow)}, 1.0) * (150.0 / 255.0) : vec4(0.0);
  }
}`
