import { ProcessorField, type SandField } from '@riverside/story'
import { grainsOf, paintSand } from './paint-sand.ts'
import { CardField, type SandCounters, wantedOfCard } from './sand-card.ts'

/** What holds the sand and shows it. It draws when it is told to, and never by itself. */
export type SandPlate = Disposable & {
  readonly by: 'graphics card' | 'processor'
  readonly field: SandField
  /** Shows what has changed since the last time. */
  readonly draw: () => void
  /** The heights as they are now; the graphics card is waited for. */
  readonly read: () => Float32Array
  readonly counters: SandCounters
}

/** `best`: the graphics card, where there is a real one that can reckon heights. */
export type SandPainter = 'best' | SandPlate['by']

/** One grain to about this many parts of the tray's width. */
const grainsAcross = 1150

/** The widest picture the processor paints, in pixels: beyond it a frame of ten hands would take longer than it is shown. */
const paintedAcross = 720

/** Names under which a processor pretends to be a graphics card. */
const pretended = /swiftshader|llvmpipe|softpipe|software|basic render/i

/**
 * Takes the canvas: by the graphics card, else by the processor at half the grain or less. A processor that pretends to be a card is
 * asked to paint itself: it needs a fifth of the time so.
 * @param canvas Its width and height are set already, in device pixels.
 */
export function openPlate(canvas: HTMLCanvasElement, columns: number, rows: number, by: SandPainter): SandPlate {
  const wanted = by === 'best' ? bestPainter() : by
  return wanted === 'graphics card' ? cardPlate(canvas, columns, rows) : processorPlate(canvas, columns, rows)
}

let known: SandPlate['by'] | undefined

/** Tried once on a canvas of its own: one that has been asked for a card can no longer be painted on. */
function bestPainter(): SandPlate['by'] {
  known ??= canReckon(new OffscreenCanvas(1, 1).getContext('webgl2')) ? 'graphics card' : 'processor'
  return known
}

function canReckon(gl: WebGL2RenderingContext | null): boolean {
  if (!gl) return false
  const told = gl.getExtension('WEBGL_debug_renderer_info')
  const name = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  const can = wantedOfCard.every((extension) => gl.getExtension(extension))
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return can && !pretended.test(name)
}

const noCounts = (): SandCounters => ({ frames: 0, steps: 0, drawCalls: 0, bytesSent: 0, textureBytes: 0 })

function processorPlate(canvas: HTMLCanvasElement, columns: number, rows: number): SandPlate {
  const grainier = Math.max(2, canvas.width / paintedAcross)
  canvas.width = Math.ceil(canvas.width / grainier)
  canvas.height = Math.ceil(canvas.height / grainier)
  const context = canvas.getContext('2d')
  const picture = new ImageData(canvas.width, canvas.height)
  const grain = Math.max(1, Math.round(canvas.width / grainsAcross))
  const grains = grainsOf(columns, rows, canvas.width, canvas.height, grain)
  const field = new ProcessorField(columns, rows)
  const counters = noCounts()
  return {
    by: 'processor',
    field,
    counters,
    draw() {
      const changed = field.takeChanged()
      if (!changed) return
      const painted = paintSand(field.heights, columns, rows, changed, picture, grains)
      context?.putImageData(picture, 0, 0, painted.x, painted.y, painted.width, painted.height)
      counters.frames += 1
    },
    read: () => field.heights,
    [Symbol.dispose]() {
      canvas.width = 0
    },
  }
}

function cardPlate(canvas: HTMLCanvasElement, columns: number, rows: number): SandPlate {
  const gl = canvas.getContext('webgl2', {
    alpha: true,
    antialias: false,
    depth: false,
    stencil: false,
    preserveDrawingBuffer: true,
  })
  if (!gl) throw new Error('There is no graphics card')
  const counters = noCounts()
  const grainSize = Math.max(1, Math.round(gl.drawingBufferWidth / grainsAcross))
  const field = new CardField(gl, columns, rows, grainSize, counters)
  return {
    by: 'graphics card',
    field,
    counters,
    draw: () => field.show(),
    read: () => field.read(),
    [Symbol.dispose]() {
      field[Symbol.dispose]()
      gl.getExtension('WEBGL_lose_context')?.loseContext()
    },
  }
}
